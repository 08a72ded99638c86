import { difference, pairsIn, type TextSide } from '../check/parity.ts';
import type { DataRule } from '../check/rule.ts';
import { monthsIn } from '../check/tokens.ts';

export const parityDates: DataRule = {
  code: 'parity-dates',
  title: 'Months differ between languages',
  why: 'Readers of the one language come on the wrong day.',
  applies: 'Texts in two languages.',
  severity: 'warning',
  says: 'Two languages of the document name different months; some words only look like a month.',
  mend: 'Check the dates of both languages against the source.',
  *check(sheet) {
    for (const pair of pairsIn(sheet)) {
      // One language may say a month once for two years: „2025 და 2026 წლის ივნისი“.
      const months = ({ text, language }: TextSide) => [...new Set(monthsIn(text, language))];
      const found = difference(pair, 'months', months, 'Check the dates of both against the source.');
      if (found !== null) yield found;
    }
  },
};
