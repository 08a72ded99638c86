import { englishName } from '../../language/tags.ts';
import { pairsIn, type TextPair, type TextSide } from '../check/parity.ts';
import { mostSentencesIn, sentencesIn } from '../check/prose.ts';
import type { DataRule } from '../check/rule.ts';

/** Characters: the lengths of shorter texts say nothing. */
const shortest = 60;

/**
 * A text that is much shorter than its translation, measured by how long the languages of this document are beside each other.
 * Where sentences are missing too, less is enough.
 */
export const parityLength: DataRule = {
  code: 'parity-length',
  title: 'Text much shorter than its translation',
  why: 'Readers of the shorter language miss what the others are informed of.',
  applies: 'Texts in two languages of more than 60 characters.',
  severity: 'warning',
  says: 'A text is so much shorter in one language that a sentence seems to be missing.',
  mend: 'Translate all sentences.',
  *check(sheet) {
    const pairs = pairsIn(sheet);
    const usual = usualRatio(pairs);
    for (const { path, first, other } of pairs) {
      // The wording of a disclaimer is given.
      if (path.at(-1) === 'disclaimer') continue;
      const [one, two] = [lengthOf(first), lengthOf(other)];
      if (Math.max(one, two) < shortest) continue;
      const ratio = one / two / usual;
      const [short, long, times] = ratio < 1 ? [first, other, 1 / ratio] : [other, first, ratio];
      // As most are; no sentence has to be looked at.
      if (times < Math.min(2, 1 + 0.6 / mostSentencesIn(long.plain))) continue;
      const [few, many] = [sentencesIn(short.text, short.language), sentencesIn(long.text, long.language)];
      if (times < (many > few && few > 0 ? 1 + 0.6 / many : 2)) continue;
      const counted = many > few && few > 0 ? `: ${few} ${few === 1 ? 'sentence' : 'sentences'} beside ${many}` : '';
      const message = `The text in ${englishName(short.language.tag)} is much shorter than in ${englishName(long.language.tag)}${counted}.`;
      yield { at: [...path, short.language.tag], message, hints: ['Translate all sentences, or shorten both.'] };
    }
  },
};

function lengthOf({ plain }: TextSide): number {
  return plain.length;
}

/** How long the first language is beside the other in this document, from its longer texts; 1 where there are few. */
function usualRatio(pairs: readonly TextPair[]): number {
  const ratios = pairs
    .map(({ first, other }) => [lengthOf(first), lengthOf(other)] as const)
    .filter(([one, two]) => Math.min(one, two) >= 40)
    .map(([one, two]) => one / two)
    .sort((a, b) => a - b);
  return ratios.length < 5 ? 1 : (ratios[ratios.length >> 1] ?? 1);
}
