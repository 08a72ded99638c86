import { difference, pairsIn } from '../check/parity.ts';
import type { Rule } from '../check/rule.ts';
import { linksIn } from '../check/tokens.ts';

export const parityLinks: Rule = {
  code: 'parity-links',
  severity: 'error',
  says: 'The two languages link to different places.',
  mend: 'Give both languages the same links.',
  *check(sheet) {
    for (const { path, ka, en, rich } of pairsIn(sheet)) {
      if (!rich) continue;
      const found = difference(
        path,
        'links',
        { ka: linksIn(ka), en: linksIn(en) },
        'Give both languages the same links.',
      );
      if (found !== null) yield found;
    }
  },
};
