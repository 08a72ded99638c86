import { difference, pairsIn } from '../check/parity.ts';
import type { Rule } from '../check/rule.ts';
import { numbersIn, numbersSideBySide } from '../check/tokens.ts';

export const parityNumbers: Rule = {
  code: 'parity-numbers',
  severity: 'warning',
  says: 'The two languages name different numbers; one of them may spell a number out.',
  mend: 'Check both against the source; write a number alike, as digits or as a word.',
  *check(sheet) {
    for (const { path, ka, en } of pairsIn(sheet)) {
      const said = { ka: numbersIn(ka, 'ka'), en: numbersIn(en, 'en') };
      const found = difference(
        path,
        'numbers',
        said,
        'Check both against the source; write a number alike, as digits or as a word.',
      );
      if (found !== null && !same(said.ka, numbersSideBySide(en))) yield found;
    }
  },
};

/** Of two sorted lists. */
function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each, index) => each === other[index]);
}
