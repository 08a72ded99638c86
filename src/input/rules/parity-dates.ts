import { difference, pairsIn, type Side } from './parity.ts';
import type { Rule } from './rule.ts';
import { monthsIn } from './tokens.ts';

export const parityDates: Rule = {
  code: 'parity-dates',
  severity: 'warning',
  says: 'Both languages name the same months; days and years are numbers. This is a warning, because some words look like a month.',
  *check(sheet) {
    for (const pair of pairsIn(sheet)) {
      const months = ({ text, language }: Side) => monthsIn(text, language);
      const found = difference(pair, 'months', months, 'Check the dates of both against the source.');
      if (found !== null) yield found;
    }
  },
};
