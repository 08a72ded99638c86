import { englishName } from '../../language/tags.ts';
import { shortened } from '../../text.ts';
import { hasOwnWords, pairsIn, sidesBySentence } from '../check/parity.ts';
import type { DataRule } from '../check/rule.ts';

/** A sentence that one language denies has in the other a word by which it may say so too, of whatever kind. */
export const parityNegation: DataRule = {
  code: 'parity-negation',
  title: 'Denied in one language only',
  why: 'Readers of the one language learn the opposite of what those of the other do.',
  applies: 'Sentences in two languages.',
  severity: 'warning',
  says: 'A sentence has “not” or “no” in one language, and nothing of the kind in the other.',
  mend: 'Compare the two sentences; correct the one that says the opposite.',
  *check(sheet) {
    for (const pair of pairsIn(sheet)) {
      const [first, other] = [pair.first.language, pair.other.language];
      if (![first, other].every((each) => hasOwnWords(each, 'wording.denies'))) continue;
      for (const [one, two] of sidesBySentence(pair)) {
        const ways = [
          { language: first, text: one, without: two, silent: other },
          { language: other, text: two, without: one, silent: first },
        ];
        const found = ways.find(
          ({ language, text, without, silent }) =>
            text.search(language.wording.denies) >= 0 && without.search(silent.wording.mayDeny) < 0,
        );
        if (found === undefined) continue;
        const [word = ''] = found.text.match(found.language.wording.denies) ?? [];
        yield {
          at: pair.path,
          message: `Only ${englishName(found.language.tag)} says “${word}” in “${shortened(found.text, 80)}”.`,
          hints: ['Compare the two sentences; correct the one that says the opposite.'],
        };
        break;
      }
    }
  },
};
