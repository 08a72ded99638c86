import { difference, pairsIn } from '../check/parity.ts';
import type { DataRule } from '../check/rule.ts';
import { linksIn } from '../check/tokens.ts';

export const parityLinks: DataRule = {
  code: 'parity-links',
  title: 'Links differ between languages',
  why: 'Readers of the one language arrive elsewhere, or nowhere.',
  applies: 'Texts in two languages with marks.',
  severity: 'error',
  says: 'Two languages of the document link to different places.',
  mend: 'Give both languages the same links.',
  *check(sheet) {
    for (const pair of pairsIn(sheet)) {
      if (!pair.rich) continue;
      const found = difference(pair, 'links', ({ text }) => linksIn(text), 'Give both languages the same links.');
      if (found !== null) yield found;
    }
  },
};
