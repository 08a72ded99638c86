import { difference, pairsIn } from '../check/parity.ts';
import type { DataRule } from '../check/rule.ts';
import { linksIn } from '../check/tokens.ts';
import { withoutLanguage } from '../check/variants.ts';

const hint = 'Give both languages the same links, or the same page in each language.';

export const parityLinks: DataRule = {
  code: 'parity-links',
  title: 'Links differ between languages',
  why: 'Readers of the one language arrive elsewhere, or nowhere.',
  applies:
    'Texts in two languages with marks. Addresses that differ in the tag of the language alone, such as /ka/news and /en/news, are one page.',
  severity: 'warning',
  says: 'Two languages of the document link to different places.',
  mend: hint,
  *check(sheet) {
    for (const pair of pairsIn(sheet)) {
      if (!pair.rich) continue;
      const both = [pair.first.language, pair.other.language];
      const keyed = (address: string) => withoutLanguage(address, both);
      const found = difference(pair, 'links', ({ text }) => linksIn(text), hint, keyed);
      if (found !== null) yield found;
    }
  },
};
