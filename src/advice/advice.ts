/** Advice on a document: what no rule can be sure of, for who asks. */
import type { Diagnostic, Report } from '../diagnostics.ts';
import { primaryOf } from '../language/languages.ts';
import type { Document } from '../model/document.ts';
import { judge } from '../rule.ts';
import { rules } from './rules.ts';
import { openSpellers, type SpellerMaker } from './speller.ts';

/** What is found in all editions of a document goes to the report. `words` are those of the project that no word list has. */
export async function advise(
  documents: readonly Document[],
  words: readonly string[],
  report: Report,
  make?: SpellerMaker,
): Promise<void> {
  const langs = documents.map(({ lang }) => primaryOf(lang));
  const spellers = await openSpellers(langs, words, report, make);
  const found = documents.flatMap((document): Diagnostic[] => [
    ...judge(rules, { document, spellers }, (each) => each),
  ]);
  for (const finding of found) report.add(finding);
}
