import { englishName } from '../../language/tags.ts';
import { pairsIn, type TextSide } from '../check/parity.ts';
import { spelledIn } from '../check/prose.ts';
import type { DataRule } from '../check/rule.ts';

/** A number that one language spells out stands in the other too, as a word or in digits. */
export const parityNumberWords: DataRule = {
  code: 'parity-number-words',
  title: 'Spelled numbers differ between languages',
  why: 'Readers of the two languages learn different numbers.',
  applies: 'Texts in two languages with a number from three to twelve in words.',
  severity: 'warning',
  says: 'A number that one language spells out is another one in the other language.',
  mend: 'Check both against the source.',
  *check(sheet) {
    for (const { path, first, other } of pairsIn(sheet)) {
      const [one, two] = [saidIn(first), saidIn(other)];
      if (one.spelled.length === 0 && two.spelled.length === 0) continue;
      // Where a language says no number at all, it may say it in another way.
      const onlyOne = one.spelled.filter((each) => !two.all.includes(each));
      const onlyTwo = two.spelled.filter((each) => !one.all.includes(each));
      if (onlyOne.length === 0 || onlyTwo.length === 0) {
        const [lone, against] = onlyOne.length > 0 ? [onlyOne, two.all] : [onlyTwo, one.all];
        const stray = against.filter((each) => /^\d{1,2}$/.test(each) && one.all.some((own) => own !== each));
        if (lone.length !== 1 || against.length !== 1 || stray.length !== 1) continue;
      }
      const listed = (numbers: readonly string[], { language }: typeof first) =>
        `${numbers.join(', ') || 'another'} in ${englishName(language.tag)}`;
      yield {
        at: path,
        message: `The languages spell out different numbers: ${listed(onlyOne, first)}, ${listed(onlyTwo, other)}.`,
        hints: ['Check both against the source.'],
      };
    }
  },
};

/** The numbers that a text spells out, and all that it has. */
function saidIn(side: TextSide) {
  const spelled = spelledIn(side.text, side.language);
  return {
    spelled,
    get all(): readonly string[] {
      return [...side.numbers, ...spelled];
    },
  };
}
