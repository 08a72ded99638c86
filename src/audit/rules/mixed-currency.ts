import type { Currency } from '../../language/language.ts';
import { knownLanguage } from '../../language/languages.ts';
import { placeOf } from '../../model/place.ts';
import type { Cell } from '../../model/table.ts';
import { plain } from '../../model/walk.ts';
import type { DocumentRule } from '../rule.ts';
import { tablesOf, textOf } from '../tables.ts';

/** One amount in another currency among many: most often a slip, since amounts of two currencies cannot be compared or added. */
export const mixedCurrency: DocumentRule = {
  code: 'mixed-currency',
  title: 'One amount in another currency',
  why: 'Amounts in two currencies cannot be compared or added; most often it is a slip.',
  applies: 'Tables of amounts.',
  severity: 'warning',
  says: 'One amount of a table is in another currency than all others.',
  mend: 'Convert it, or give the other currency a column of its own.',
  *check({ document }) {
    for (const table of tablesOf(document)) {
      const lang = table.lang ?? document.lang;
      const words = Object.entries(knownLanguage(lang)?.wording.currencies ?? {}) as [Currency, RegExp][];
      const named = (text: string) => words.filter(([, pattern]) => text.search(pattern) !== -1).map(([name]) => name);
      const amounts = [...table.body, ...table.foot].flatMap(({ cells }) =>
        cells.flatMap((cell): [Cell, Currency][] => {
          const text = textOf(cell);
          const [only, other] = /\d/.test(text) && text.length < 30 ? named(text) : [];
          return only === undefined || other !== undefined ? [] : [[cell, only]];
        }),
      );
      const counts = new Map<Currency, number>();
      for (const [, name] of amounts) counts.set(name, (counts.get(name) ?? 0) + 1);
      const [usual] = [...counts].sort(([, one], [, two]) => two - one)[0] ?? named(plain(table.caption ?? []));
      for (const [cell, name] of amounts) {
        if (name === usual || (counts.get(name) ?? 0) > 1 || (counts.get(usual as Currency) ?? 0) < 3) continue;
        const message = `This amount is in ${name}, and all other amounts of the table are in ${usual}.`;
        yield { at: placeOf(cell), message, hints: ['Convert it, or give the other currency a column of its own.'] };
      }
    }
  },
};
