/**
 * What colleagues have changed in a Word document, field by field of the data: the data is built again, both documents are read
 * by the same reader, and each difference is brought to the place that its words are from. What has no place is listed.
 */
import { createEngine } from '../compile.ts';
import { type Place, Refused, refusal } from '../diagnostics.ts';
import { type Manuscript, readManuscript } from '../finished/docx/manuscript.ts';
import type { DataOrigin } from '../finished/docx/origin.ts';
import { editionKinds } from '../write/targets.ts';
import type { Located } from './change.ts';
import { compare } from './compare.ts';
import { type DiffData, openData } from './data.ts';
import { withKnownPictures } from './likeness.ts';
import { reconciled } from './reconcile.ts';

export interface DiffOptions {
  /** The project's folder. */
  readonly root: string;
  /** The data file, relative to the root, with `/`. */
  readonly file: string;
  readonly template?: string | undefined;
  readonly theme?: string | undefined;
  /** The document's language, where the document does not say it. */
  readonly lang?: string | undefined;
}

/** What the document was made from: this data; other data, which it carries; other data, which is not at hand; unknown. */
export type Basis = 'same' | 'embedded' | 'other' | 'unknown';

export interface Remark {
  readonly path: string;
  readonly at: Place;
  readonly author: string;
  readonly date: string;
  readonly text: string;
  /** The words that it is about. */
  readonly quote: string;
  readonly isResolved: boolean;
}

export interface DocumentDiff {
  readonly basis: Basis;
  readonly lang: string;
  /** The file that the document says that it was made from. */
  readonly madeFrom: string | null;
  readonly changes: readonly Located[];
  readonly comments: readonly Remark[];
  readonly data: DiffData;
}

/** Throws Refused: for a file that is no DOCX, for data that cannot be built. */
export async function diff(docx: Uint8Array, options: DiffOptions): Promise<DocumentDiff> {
  const returned = readManuscript(docx);
  const data = await openData(options.root, options.file);
  const lang = returned.origin?.lang ?? options.lang ?? languageIn(returned, data) ?? onlyLanguage(data);
  const made = { ...options, lang, origin: returned.origin };
  const now = await rebuilt(data, made);
  const basis = basisOf(returned, now);
  const carried = basis === 'embedded' ? (returned.origin?.data ?? null) : null;
  const then = carried === null ? data : await openData(options.root, options.file, carried);
  const base = carried === null ? now : await rebuilt(then, made);
  const edited = await withKnownPictures(returned, base);
  const found = compare(base, edited, then, lang);
  const changes = reconciled(found.changes, { basis, then, now: data, base, edited });
  const at = (path: string) => data.json.placeOf(path.startsWith('$') ? path : '$');
  return {
    basis,
    lang,
    madeFrom: edited.origin?.file ?? null,
    changes,
    comments: found.comments.map((comment) => ({ ...comment, at: at(comment.path) })),
    data,
  };
}

/** The hash is that of the data with the rows of its tables in it, as the document that is made now has it. */
function basisOf({ origin }: Manuscript, now: Manuscript): Basis {
  if (origin === null) return 'unknown';
  if (origin.sha256 === now.origin?.sha256) return 'same';
  return origin.data === null ? 'other' : 'embedded';
}

function onlyLanguage({ languages, file }: DiffData): string {
  const [first, ...others] = languages;
  if (first !== undefined && others.length === 0) return first;
  throw refusal(
    'diff-language',
    null,
    `The document does not say which language of "${file}" it is.`,
    `Name it, such as --lang ${first ?? 'en'}.`,
  );
}

/** What the file's properties say, which also those programs keep that leave out where its words are from. */
function languageIn({ properties: { language } }: Manuscript, { languages }: DiffData): string | undefined {
  return languages.find((lang) => lang === language.toLowerCase().split('-')[0]);
}

interface Rebuilding extends Pick<DiffOptions, 'root' | 'template' | 'theme'> {
  readonly lang: string;
  readonly origin: DataOrigin | null;
}

/** The document as the data makes it now, in the edition that it was asked for, read by the same reader. */
async function rebuilt(
  { file, bytes }: DiffData,
  { root, template, theme, lang, origin }: Rebuilding,
): Promise<Manuscript> {
  const edition = editionKinds.find((kind) => kind === origin?.edition) ?? 'standard';
  const engine = createEngine({ root, instead: new Map([[file, bytes]]) });
  try {
    const { outputs, diagnostics } = await engine.build(file, {
      formats: ['docx'],
      languages: [lang],
      editions: [edition],
      draft: origin?.draft,
      pageNumbers: origin?.numbered,
      template,
      theme,
    });
    const [made] = outputs;
    if (made === undefined) throw new Refused(diagnostics.filter(({ severity }) => severity === 'error'));
    return readManuscript(made.bytes);
  } finally {
    engine.close();
  }
}
