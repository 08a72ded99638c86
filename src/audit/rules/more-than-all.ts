import { knownLanguage } from '../../language/languages.ts';
import { matchesIn } from '../../text.ts';
import type { DocumentRule } from '../rule.ts';
import { runsOf } from '../runs.ts';

/** A key figure of a whole: “6 / 8”. Decimals are not looked at. */
const figure = /^(\d[\d,\s]{0,12})\/\s{0,2}(\d[\d,\s]{0,12})$/;

export const moreThanAll: DocumentRule = {
  code: 'more-than-all',
  title: 'Part greater than its whole',
  why: 'Readers see that one of the numbers is wrong, and trust neither.',
  applies: 'Key figures and texts such as “9 of 8”.',
  severity: 'warning',
  says: 'A text names a part that is more than its whole.',
  mend: 'Check both numbers against the source.',
  *check({ document }) {
    for (const { text, lang, at, block } of runsOf(document)) {
      if (!/\d/.test(text)) continue;
      const language = knownLanguage(lang);
      const [, part, whole] = (block !== null && 'look' in block && block.look === 'figure' && figure.exec(text)) || [];
      if (part !== undefined && countOf(part) > countOf(whole)) {
        const message = `The key figure ${text} is more than its whole.`;
        yield { at, message, hints: ['Check both numbers against the source.'] };
      }
      if (language === null) continue;
      const all = language.wording.partOfWhole.flatMap((pattern) => [...matchesIn(text, pattern)]);
      for (const { 0: found, groups, index } of all) {
        if (countOf(groups?.part) <= countOf(groups?.whole)) continue;
        const after = text.slice(index + found.length).trimStart();
        // “Article 9 of 8 March”.
        if (language.dates.months.some((month) => after.startsWith(month.slice(0, 4)))) continue;
        const message = `‘${found}’ is more than the whole.`;
        yield { at, message, hints: ['Check both numbers against the source.'] };
      }
    }
  },
};

function countOf(number = ''): number {
  return Number(number.replace(/\D/g, ''));
}
