import { difference, pairsIn, type TextPair, type TextSide } from '../check/parity.ts';
import { wordedIn } from '../check/prose.ts';
import type { DataFinding, DataRule } from '../check/rule.ts';
import { namesIn, readingsOf } from '../check/tokens.ts';

export const parityNumbers: DataRule = {
  code: 'parity-numbers',
  title: 'Numbers differ between languages',
  why: 'Readers of the two languages learn different numbers, and each believes theirs.',
  applies: 'Texts in two languages.',
  severity: 'warning',
  says: 'Two languages of the document name different numbers.',
  mend: 'Check both against the source; write a number alike, as digits or as a word.',
  *check(sheet) {
    for (const pair of pairsIn(sheet)) {
      const found = differ(pair);
      if (found !== null) yield found;
      const names = difference(pair, 'names', namesOfBoth(pair), 'Write the name alike in both.');
      if (names !== null) yield names;
    }
  },
};

function differ(pair: TextPair): DataFinding | null {
  const { first, other } = pair;
  const [one, two] = [first.numbers, other.numbers];
  // As in most texts.
  if (same(one, two)) return null;
  const unworded = (side: TextSide) => (side === first ? unwordedIn(one, two, other) : unwordedIn(two, one, first));
  const hint = 'Check both against the source; write a number alike, as digits or as a word.';
  const found = difference(pair, 'numbers', unworded, hint);
  return found === null || agree(pair) ? null : found;
}

/** The numbers of one side without those that the other one says in words: “No. 4”, „მეოთხე“. */
function unwordedIn(
  numbers: readonly string[],
  there: readonly string[],
  { text, language }: TextSide,
): readonly string[] {
  const worded = wordedIn(text, language);
  return numbers.filter((each) => there.includes(each) || !worded.has(each));
}

/** Names such as EU4 whose letters are in both: one language may translate a name whole, and not change its number. */
function namesOfBoth({ first, other }: TextPair): (side: TextSide) => readonly string[] {
  const [one, two] = [namesIn(first.text), namesIn(other.text)];
  return ({ text }) => [...namesIn(text)].flatMap(([stem, names]) => (one.has(stem) && two.has(stem) ? names : []));
}

/** Whether one of the ways to read the one is a way to read the other. */
function agree({ first, other }: TextPair): boolean {
  const others = readingsOf(other.text, other.language);
  return readingsOf(first.text, first.language).some((one) => others.some((two) => same(one, two)));
}

/** Of two sorted lists. */
function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each, index) => each === other[index]);
}
