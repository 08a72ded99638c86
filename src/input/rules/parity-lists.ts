import { englishName } from '../../language/tags.ts';
import { pairsIn, type TextSide } from '../check/parity.ts';
import type { DataRule } from '../check/rule.ts';
import { partsIn } from '../check/tokens.ts';

export const parityLists: DataRule = {
  code: 'parity-lists',
  title: 'Paragraphs or items differ between languages',
  why: 'Readers of the one language miss an item; the two editions cannot be compared.',
  applies: 'Texts in two languages with marks.',
  severity: 'error',
  says: 'Two languages of the document have different numbers of paragraphs or items.',
  mend: 'Give both languages the same paragraphs and items.',
  *check(sheet) {
    for (const { path, first, other, rich } of pairsIn(sheet)) {
      if (!rich) continue;
      const [one, two] = [partsIn(first.text), partsIn(other.text)];
      const nameOf = ({ language }: TextSide) => englishName(language.tag);
      for (const what of ['items', 'paragraphs'] as const) {
        if (one[what] === two[what]) continue;
        const message = `There are ${one[what]} ${what} in ${nameOf(first)} and ${two[what]} in ${nameOf(other)}.`;
        yield { at: path, message, hints: ['Give both languages the same paragraphs and items.'] };
      }
    }
  },
};
