import type { Counted } from '../../language/language.ts';
import { allLanguages, knownLanguage } from '../../language/languages.ts';
import type { Document, Inlines } from '../../model/document.ts';
import { isCaptioned } from '../../model/kinds.ts';
import { blocksOf } from '../../model/walk.ts';
import { matchesIn } from '../../text.ts';
import type { DocumentFinding, DocumentRule } from '../rule.ts';
import { childrenInRun, runsOf } from '../runs.ts';
import { sectionsOf } from '../sections.ts';

export const missingReference: DocumentRule = {
  code: 'missing-reference',
  title: 'Reference to a part that is not there',
  why: 'Readers look for a table that the document does not have; a number written by hand is wrong as soon as parts move.',
  applies: 'Texts, but for captions.',
  severity: 'warning',
  says: 'A text refers by a number to a table, figure, chart or section that the document does not have.',
  mend: 'Give the table an "id", and write [](#id): Etrati writes its number.',
  *check({ document }) {
    const numbers = numbersOf(document);
    const sections = new Set(sectionsOf(document).flatMap(({ section }) => section.number ?? []));
    for (const { inlines, lang, block } of runsOf(document)) {
      const language = knownLanguage(lang);
      // A number before a caption is no reference: another rule tells of it.
      const isCaption = block !== null && isCaptioned(block) && block.caption === inlines;
      if (language === null || block === null || isCaption) continue;
      // Where sections have no numbers, the numbers are those of another document.
      if (sections.size > 0)
        yield* inText(inlines, language.wording.sectionReference, sections, language.labels.section);
      for (const [what, pattern] of Object.entries(language.wording.references) as [Counted, RegExp][])
        yield* inText(inlines, pattern, numbers.get(what) ?? new Set(), language.labels.counted[what]);
    }
  },
};

/** The numbers of what is counted, by its kind. */
function numbersOf(document: Document): ReadonlyMap<Counted, ReadonlySet<string>> {
  const named = allLanguages.flatMap(({ labels }) => Object.entries(labels.counted) as [Counted, string][]);
  const numbers = new Map<Counted, Set<string>>();
  for (const block of blocksOf(document)) {
    if (!isCaptioned(block) || block.number === null) continue;
    const [own] = /\d+/.exec(block.number) ?? [];
    for (const [what, label] of named) {
      if (own === undefined || !block.number.startsWith(label)) continue;
      numbers.set(what, (numbers.get(what) ?? new Set()).add(own));
    }
  }
  return numbers;
}

function* inText(
  inlines: Inlines,
  pattern: RegExp,
  known: ReadonlySet<string>,
  label: string,
): Generator<DocumentFinding> {
  for (const node of inlines) {
    if (node.type === 'link') continue;
    if (node.type !== 'text') yield* inText(childrenInRun(node), pattern, known, label);
    // Most texts have no number.
    else if (/\d/.test(node.value) && node.value.search(pattern) >= 0) {
      for (const { 0: found, groups } of matchesIn(node.value, pattern)) {
        if (known.has(groups?.number ?? '')) continue;
        const has = known.size === 0 ? `none is called ‘${label}’ here` : `there are ${known.size}`;
        const message = `The text refers to ‘${found}’, and ${has}.`;
        const hint = 'Give what is meant an "id", and write [](#id): Etrati writes its number and links to it.';
        yield { at: node.from, message, hints: [hint] };
      }
    }
  }
}
