import { difference, pairsIn } from '../check/parity.ts';
import type { Rule } from '../check/rule.ts';
import { monthsIn } from '../check/tokens.ts';

export const parityDates: Rule = {
  code: 'parity-dates',
  severity: 'warning',
  says: 'The two languages name different months; some words only look like a month.',
  mend: 'Check the dates of both languages against the source.',
  *check(sheet) {
    for (const { path, ka, en } of pairsIn(sheet)) {
      const said = { ka: monthsIn(ka, 'ka'), en: monthsIn(en, 'en') };
      const found = difference(path, 'months', said, 'Check the dates of both against the source.');
      if (found !== null) yield found;
    }
  },
};
