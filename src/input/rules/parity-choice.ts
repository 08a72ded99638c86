import { englishName } from '../../language/tags.ts';
import type { Opposite } from '../../language/wording.ts';
import { hasOwnWords, pairsIn, sidesBySentence } from '../check/parity.ts';
import type { DataFinding, DataRule } from '../check/rule.ts';

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
      const found = [...sidesBySentence(pair)].map(([text, twin]) => parted(text, twin)).find((each) => each !== null);
      if (found === null || found === undefined) continue;
      const message = `${englishName(one.tag)} says “${found[0]}”, and ${englishName(two.tag)} “${found[1]}”.`;
      yield { at: path, message, hints: ['Check both against the source.'] } satisfies DataFinding;

      function parted(text: string, twin: string): readonly [string, string] | null {
        for (const [name, words] of Object.entries(one.wording.choices)) {
          const others = two.wording.choices[name as Opposite];
          const [own, theirs] = [words.map((each) => each.exec(text)), others.map((each) => each.exec(twin))];
          const [word, answer] = [own.find(Boolean), theirs.find(Boolean)];
          if (!word || !answer || own.some((each, index) => each && theirs[index])) continue;
          // “Not more than” is “at most”.
          if (name === 'bound' && (text.search(one.wording.denies) >= 0 || twin.search(two.wording.denies) >= 0))
            continue;
          return [word[0], answer[0]];
        }
        return null;
      }
    }
  },
};
