import { knownLanguage } from '../../language/languages.ts';
import type { DocumentRule } from '../rule.ts';
import { runsOf } from '../runs.ts';

export const moreThanAll: DocumentRule = {
  code: 'more-than-all',
  severity: 'warning',
  says: 'A text names a part that is more than its whole.',
  mend: 'Check both numbers against the source.',
  *check({ document }) {
    for (const { text, lang, at } of runsOf(document)) {
      const language = knownLanguage(lang);
      if (language === null) continue;
      const all = language.wording.partOfWhole.flatMap((pattern) => [...text.matchAll(pattern)]);
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
