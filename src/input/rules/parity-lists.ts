import { englishName } from '../../language/tags.ts';
import { pairsIn, type Side } from './parity.ts';
import type { Rule } from './rule.ts';
import { partsIn } from './tokens.ts';

export const parityLists: Rule = {
  code: 'parity-lists',
  severity: 'error',
  says: 'Both languages have the same number of paragraphs and items.',
  *check(sheet) {
    for (const { path, first, other, rich } of pairsIn(sheet)) {
      if (!rich) continue;
      const [one, two] = [partsIn(first.text), partsIn(other.text)];
      const nameOf = ({ language }: Side) => englishName(language.tag);
      for (const what of ['items', 'paragraphs'] as const) {
        if (one[what] === two[what]) continue;
        const message = `There are ${one[what]} ${what} in ${nameOf(first)} and ${two[what]} in ${nameOf(other)}.`;
        yield { path, message, hint: 'Give both languages the same paragraphs and items.' };
      }
    }
  },
};
