import { englishName } from '../../language/tags.ts';
import { pairsIn } from '../check/parity.ts';
import { strongIn } from '../check/prose.ts';
import type { DataRule } from '../check/rule.ts';

export const parityStress: DataRule = {
  code: 'parity-stress',
  title: 'Bold words in one language only',
  why: 'What is important to the readers of the one language is hidden from the others.',
  applies: 'Texts in two languages with marks.',
  severity: 'warning',
  says: 'Words are in bold in one language of the document, and none are in another.',
  mend: 'Set the same words in bold in both.',
  *check(sheet) {
    for (const { path, first, other, rich } of pairsIn(sheet)) {
      const [one, two] = [strongIn(first.text), strongIn(other.text)];
      if (!rich || (one > 0 && two > 0) || one === two) continue;
      const [has, lacks] = one > 0 ? [first, other] : [other, first];
      const [name, without] = [has, lacks].map(({ language }) => englishName(language.tag));
      yield {
        at: [...path, lacks.language.tag],
        message: `Words are in bold in ${name}, and none are in ${without}.`,
        hints: ['Set the same words in bold in both languages.'],
      };
    }
  },
};
