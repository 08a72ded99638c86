import { englishName } from '../../language/tags.ts';
import type { Opposite, Wording } from '../../language/wording.ts';
import { hasOwnWords, pairsIn, type SentencePair, sidesBySentence } from '../check/parity.ts';
import type { DataRule } from '../check/rule.ts';

/** Women or men, more or less, daily or weekly: where each language says one of them, and not the same one. */
export const parityChoice: DataRule = {
  code: 'parity-choice',
  title: 'The opposite in the other language',
  why: 'Readers of the two languages learn the opposite of each other.',
  applies:
    'Sentences in two languages that say women or men, grew or fell, more or less, how often, or a day of the week.',
  severity: 'warning',
  says: 'Two languages say the opposite of each other: women and men, more and less, daily and weekly.',
  mend: 'Check both against the source.',
  *check(sheet) {
    for (const pair of pairsIn(sheet)) {
      const { first, other, path } = pair;
      const [one, two] = [first.language, other.language];
      if (![one, two].every((each) => hasOwnWords(each, 'wording.choices'))) continue;
      const words = [one.wording, two.wording] as const;
      const found = sidesBySentence(pair).flatMap((sides) => opposites(sides, words) ?? [])[0];
      if (found === undefined) continue;
      const message = `${englishName(one.tag)} says “${found.word}”, and ${englishName(two.tag)} “${found.answer}”.`;
      yield { at: path, message, hints: ['Check both against the source.'] };
    }
  },
};

interface Opposites {
  readonly word: string;
  readonly answer: string;
}

/** The first words in which two sentences choose otherwise; null where they do not. */
function opposites([text, twin]: SentencePair, [own, other]: readonly [Wording, Wording]): Opposites | null {
  for (const [name, words] of Object.entries(own.choices)) {
    const found = words.map((each) => each.exec(text));
    const answers = other.choices[name as Opposite].map((each) => each.exec(twin));
    const [word, answer] = [found.find(Boolean), answers.find(Boolean)];
    if (!word || !answer || found.some((each, index) => each && answers[index])) continue;
    // “Not more than” is “at most”.
    if (name === 'bound' && (text.search(own.denies) >= 0 || twin.search(other.denies) >= 0)) continue;
    return { word: word[0], answer: answer[0] };
  }
  return null;
}
