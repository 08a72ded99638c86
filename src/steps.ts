/** Writes a checked document, a step for each of its files. */

import { Report } from './diagnostics.ts';
import { type CheckedEditions, editionsOf, writtenKinds } from './edition-kinds.ts';
import { drafted, inOrder, linkedEditions, nameOf, withDraftBadge } from './editions.ts';
import type { BuildOptions, Output } from './engine.ts';
import type { Loaded } from './input/load.ts';
import { languageOf } from './language/languages.ts';
import type { Document, Lang } from './model/document.ts';
import { withOtherEditions } from './other-editions.ts';
import type { BuiltStep } from './parts.ts';
import type { Proof } from './prove.ts';
import { attempt } from './shelf.ts';
import type { FormatOptions } from './write/format-options.ts';
import {
  type EditionKind,
  editionFile,
  type Format,
  type FormatWriter,
  formats,
  type Job,
  type WrittenEdition,
  type WrittenFile,
} from './write/targets.ts';
import { checkWeight } from './write/weight.ts';

// Imported when first needed: checking a document needs no writer.
const writers: Readonly<Record<Format, () => Promise<FormatWriter<Uint8Array | readonly WrittenFile[]>>>> = {
  pdf: async () => (await import('./write/pdf/pdf.ts')).pdf,
  docx: async () => (await import('./write/docx/docx.ts')).docx,
  html: async () => (await import('./write/html/html.ts')).html,
  print: async () => (await import('./write/pdf/print.ts')).print,
  epub: async () => (await import('./write/epub/epub.ts')).epub,
  txt: async () => (await import('./write/text/text.ts')).text,
  brf: async () => (await import('./write/braille/braille.ts')).brf,
  pef: async () => (await import('./write/braille/braille.ts')).pef,
  md: async () => (await import('./write/markdown/markdown.ts')).markdown,
};

/** What is written: documents without an error, in the languages of which this engine writes files. */
export interface Writable extends CheckedEditions {
  readonly file: string;
  readonly loaded: Loaded;
  /** All that are made of it, whoever writes them. */
  readonly langs: readonly Lang[];
  readonly editions: readonly EditionKind[] | undefined;
  /** Those that are made together with them, in this call or another. */
  readonly alongside: readonly EditionKind[] | undefined;
  readonly settled: FormatOptions & Pick<Job, 'created'>;
  readonly isOwn: (format: Format, lang: string) => boolean;
}

/** The steps that are this engine's own. What one finds is its own too: no other is made otherwise for it. */
export async function writtenSteps(checked: Writable, options: BuildOptions): Promise<readonly BuiltStep[]> {
  const { file, loaded, theme: standard, langs, settled, isOwn } = checked;
  const asked = options.formats ?? formats;
  const stamped = (all: readonly Document[]) => (options.draft === true ? all.map(drafted) : all);
  const made = editionsOf({
    theme: standard,
    documents: stamped(checked.documents),
    plain: stamped(checked.plain),
  });
  const kinds = writtenKinds({ formats: options.alongside ?? asked, editions: checked.alongside });
  const editions = { languagesAt: loaded.languagesAt, made: langs };
  const steps: BuiltStep[] = [];
  const together = new Map<EditionKind, WrittenEdition[]>();
  let order = 0;
  // One format after the other.
  for (const { format, edition } of writtenKinds({ formats: inOrder(asked), editions: checked.editions }))
    for (const lang of langs) {
      order += 1;
      const document = isOwn(format, lang) ? made(edition).documents.find((each) => each.lang === lang) : undefined;
      if (document === undefined) continue;
      const report = new Report();
      const name = nameOf(file, options, edition);
      const languages = linkedEditions(document, editions, { format, name, beside: options.beside }, report);
      const named = withOtherEditions(languages, { format, edition }, { file, options, kinds, langs });
      const linked = withDraftBadge(named, format, options);
      const madePdf = steps
        .flatMap(({ outputs }) => outputs)
        .find((pdf) => pdf.format === 'pdf' && pdf.edition === edition && pdf.lang === lang);
      const { theme } = made(edition);
      const job: Job = { theme, language: languageOf(lang), name, edition, report, ...settled, madePdf };
      if (format === 'epub' && options.bilingual === true) {
        together.set(edition, [...(together.get(edition) ?? []), { document: linked, job }]);
        continue;
      }
      const outputs = (await attempt(report, () => write({ format, edition }, linked, job))) ?? [];
      const proofs = options.prove === true ? await proofsOf(linked, outputs, report) : [];
      if (options.small === true && outputs.length > 0) checkWeight(outputs, document, report);
      steps.push({ order, outputs, proofs, diagnostics: report.diagnostics });
    }
  for (const [edition, written] of together) {
    order += 1;
    const outputs = await attempt(written[0]?.job.report ?? new Report(), () =>
      writeTogether({ format: 'epub', edition }, written),
    );
    const diagnostics = written.flatMap(({ job }) => job.report.diagnostics);
    steps.push({ order, outputs: outputs ?? [], proofs: [], diagnostics });
  }
  return steps;
}

async function proofsOf(document: Document, outputs: readonly Output[], report: Report): Promise<readonly Proof[]> {
  const proofs: Proof[] = [];
  for (const each of outputs)
    proofs.push(
      ...((await attempt(report, async () => (await import('./prove.ts')).proofOf(document, each, report))) ?? []),
    );
  return proofs;
}

async function write(
  { format, edition }: Pick<Output, 'format' | 'edition'>,
  document: Document,
  job: Job,
): Promise<readonly Output[]> {
  const target = await writers[format]();
  const shown: Job['shown'] = job.origins === true ? [] : undefined;
  const made = await target.write(document, { ...job, shown });
  const parts = made instanceof Uint8Array ? [{ extension: target.extension, bytes: made }] : made;
  return parts.map(({ extension, bytes }) => ({
    format,
    edition,
    lang: document.lang,
    name: editionFile(job, document.lang, extension),
    bytes,
    shown,
  }));
}

/** One file of all languages, named by them. */
async function writeTogether(
  { format, edition }: Pick<Output, 'format' | 'edition'>,
  editions: readonly WrittenEdition[],
): Promise<readonly Output[]> {
  const [first] = editions;
  if (first === undefined) return [];
  const target = await writers[format]();
  if (target.writeTogether === undefined) throw new Error(`${format} is written for each language`);
  const bytes = await target.writeTogether(editions);
  const langs = editions.map(({ document }) => document.lang).join('-');
  const name = `${first.job.name}.${langs}.${target.extension}`;
  return [{ format, edition, lang: first.document.lang, name, bytes }];
}
