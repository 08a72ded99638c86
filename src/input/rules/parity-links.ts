import { difference, pairsIn } from './parity.ts';
import type { Rule } from './rule.ts';
import { linksIn } from './tokens.ts';

export const parityLinks: Rule = {
  code: 'parity-links',
  severity: 'error',
  says: 'Both languages link to the same places.',
  *check(sheet) {
    for (const pair of pairsIn(sheet)) {
      if (!pair.rich) continue;
      const found = difference(pair, 'links', ({ text }) => linksIn(text), 'Give both languages the same links.');
      if (found !== null) yield found;
    }
  },
};
