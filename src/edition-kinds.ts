/**
 * The editions of a document for different readers: each is a theme and a tree made from those of the standard edition, written by
 * the same writers.
 */
import type { Painting } from './audit/rule.ts';
import type { Report } from './diagnostics.ts';
import { languageOf } from './language/languages.ts';
import { largeDocument, withBadge } from './large/document.ts';
import { largeTheme } from './large/theme.ts';
import type { Document } from './model/document.ts';
import type { Theme } from './theme/theme.ts';
import { type EditionKind, type Format, formats, knownFormats } from './write/targets.ts';

/** What is written: a theme, and the document in each of its languages. */
export interface WrittenEditions {
  readonly theme: Theme;
  readonly documents: readonly Document[];
}

/** What has been checked, from which all editions are made. */
export interface CheckedEditions extends WrittenEditions {
  /** The easy-to-read documents, in the same languages. */
  readonly plain: readonly Document[];
}

interface EditionMaking {
  /** What it is called in a message. */
  readonly name: string;
  /** Those of the formats that it makes a difference to. */
  readonly formats: readonly Format[];
  make(checked: CheckedEditions): WrittenEditions;
}

const makings: Readonly<Record<EditionKind, EditionMaking>> = {
  standard: { name: 'standard', formats: knownFormats, make: (standard) => standard },
  large: {
    name: 'large',
    // In all others readers choose the size of the letters, or there are none.
    formats: ['pdf', 'docx', 'html', 'print'],
    make: ({ theme, documents }) => {
      const large = largeTheme(theme);
      return { theme: large, documents: documents.map((document) => largeDocument(document, large)) };
    },
  },
  // In the type of large print, and with words and pictures of its own.
  plain: {
    name: 'plain',
    formats: knownFormats,
    make: ({ theme, plain }) => ({
      theme: largeTheme(theme),
      documents: plain.map((document) => withBadge(document, languageOf(document.lang).chrome.easyToRead)),
    }),
  },
};

/** Makes each edition of a document once. */
export function editionsOf(checked: CheckedEditions): (kind: EditionKind) => WrittenEditions {
  const made = new Map<EditionKind, WrittenEditions>();
  return (kind) => {
    const edition = made.get(kind) ?? makings[kind].make(checked);
    made.set(kind, edition);
    return edition;
  };
}

interface Asked {
  readonly formats?: readonly Format[] | undefined;
  readonly editions?: readonly EditionKind[] | undefined;
}

/** What is written of a document: each format in those of the editions that it has. */
export function writtenKinds({
  formats: asked = formats,
  editions = ['standard'],
}: Asked): readonly { readonly format: Format; readonly edition: EditionKind }[] {
  return asked.flatMap((format) =>
    editions.filter((edition) => makings[edition].formats.includes(format)).map((edition) => ({ format, edition })),
  );
}

/** Which of the editions that are asked for a document has texts for: without any for the plain one it has the others alone. */
export function editionsIn(
  asked: readonly EditionKind[] | undefined,
  { file, hasPlain }: { readonly file: string; readonly hasPlain: () => boolean },
  report: Report,
): readonly EditionKind[] | undefined {
  const others = asked?.filter((kind) => kind !== 'plain') ?? [];
  // Asked for alone it is what somebody wants to have, and to miss it is an error.
  if (others.length === 0 || asked?.includes('plain') !== true || hasPlain()) return asked;
  report.advice('plain-left-out', null, `${file} has no easy-to-read text, and no edition "plain".`, {
    hints: ['Add "plain" with its rows to a section or to the document.'],
  });
  return others;
}

/** What our fonts draw of a document that is made in these formats. */
function paintingOf(asked: readonly Format[] = formats): Painting {
  const fontless: readonly Format[] = ['txt', 'md', 'brf', 'pef'];
  const painted = asked.filter((format) => !fontless.includes(format));
  return painted.length === 0 ? 'none' : painted.every((format) => format === 'epub') ? 'cover' : 'pages';
}

/** What a document is judged for that is made in these formats; braille is made by no default. */
export function judgedFor(asked?: readonly Format[]): { readonly painting: Painting; readonly embossed: boolean } {
  return {
    painting: paintingOf(asked),
    embossed: asked?.some((format) => format === 'brf' || format === 'pef') ?? false,
  };
}

/** Whether each format has one of the editions that are asked for; else it is an error. */
export function checkFormats({ formats: asked = formats, editions }: Asked, report: Report): boolean {
  const without = asked.filter((format) => writtenKinds({ formats: [format], editions }).length === 0);
  for (const format of without) refuse(editions?.[0] ?? 'standard', [format], report);
  return without.length === 0;
}

/** Whether each edition has one of the formats that are asked for; else it is an error. */
export function checkEditions({ formats: asked = formats, editions = [] }: Asked, report: Report): void {
  for (const kind of editions)
    if (!asked.some((format) => makings[kind].formats.includes(format))) refuse(kind, asked, report);
}

function refuse(kind: EditionKind, asked: readonly Format[], report: Report): void {
  const { name, formats: known } = makings[kind];
  const message = `The edition "${name}" is made as ${listed(known, 'and')}, not as ${listed(asked, 'or')}.`;
  report.error('edition-format', null, message, {
    hints: [`Ask for the edition "standard" as well, or for ${listed(known, 'or')}.`],
  });
}

function listed(names: readonly string[], last: 'and' | 'or'): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1)}`;
}
