import { pairsIn } from '../check/parity.ts';
import type { Rule } from '../check/rule.ts';
import { partsIn } from '../check/tokens.ts';

export const parityLists: Rule = {
  code: 'parity-lists',
  severity: 'error',
  says: 'The two languages have different numbers of paragraphs or items.',
  mend: 'Give both languages the same paragraphs and items.',
  *check(sheet) {
    for (const { path, ka, en, rich } of pairsIn(sheet)) {
      if (!rich) continue;
      const [georgian, english] = [partsIn(ka), partsIn(en)];
      for (const what of ['items', 'paragraphs'] as const) {
        if (georgian[what] === english[what]) continue;
        const message = `There are ${georgian[what]} ${what} in Georgian and ${english[what]} in English.`;
        yield { at: path, message, hints: ['Give both languages the same paragraphs and items.'] };
      }
    }
  },
};
