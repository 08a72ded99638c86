import type { Language } from '../../language/language.ts';
import type { Unit } from '../../language/wording.ts';
import { matchesIn } from '../../text.ts';
import { difference, hasOwnWords, pairsIn, type TextSide } from '../check/parity.ts';
import type { DataRule } from '../check/rule.ts';

export const parityUnits: DataRule = {
  code: 'parity-units',
  title: 'Units differ between languages',
  why: 'Fifteen days are not fifteen weeks, and 12 percentage points are not 12 per cent.',
  applies: 'Numbers with a unit in texts in two languages.',
  severity: 'warning',
  says: 'A number has another unit in the other language.',
  mend: 'Check both against the source.',
  *check(sheet) {
    for (const pair of pairsIn(sheet)) {
      const { first, other } = pair;
      if (first.numbers.length === 0 && first.plain.search(first.language.wording.anyNumber) < 0) continue;
      if (![first, other].every(({ language }) => hasOwnWords(language, 'wording.units'))) continue;
      const [one, two] = [measuresIn(first), measuresIn(other)];
      const numberOf = (measure: string) => measure.split(' ')[0];
      // Only numbers with units in both: a language may do without one, or say it in another way.
      const times = (of: readonly string[], number: string | undefined) =>
        of.filter((each) => numberOf(each) === number).length;
      // As often in both: “aged 18–29 (29%)” has one unit, and in Georgian the age has years.
      const both = (of: readonly string[], by: readonly string[]) =>
        of.filter((each) => times(of, numberOf(each)) === times(by, numberOf(each)));
      const shared = new Map([
        [first, both(one, two)],
        [other, both(two, one)],
      ]);
      const find = (side: TextSide) => [...new Set(shared.get(side))];
      const found = difference(pair, 'units', find, 'Check both against the source.');
      if (found !== null) yield found;
    }
  },
};

const digits = /(?<![\d.,:/-])\d+(?:[.,]\d+)?(?=[ \u00a0-]?[\p{L}%])/gu;

/** The numbers of a text with their units, as “15 day”. */
function measuresIn({ plain, language }: TextSide): readonly string[] {
  const written = [...matchesIn(plain, digits)].map(({ 0: number, index }) => ({
    number: number.replace(language.numerals.decimal, '.'),
    after: plain.slice(index + number.length),
  }));
  const words = [...matchesIn(plain, /(?<!\p{L})\p{L}{2,20}(?=[ \u00a0])/gu)].flatMap(({ 0: word, index }) => {
    const number = language.wording.numberOf(word.toLowerCase());
    return number === null ? [] : [{ number: String(number), after: plain.slice(index + word.length) }];
  });
  return [...written, ...words].flatMap(({ number, after }) => {
    const unit = unitOf(after.replace(/^[ \u00a0-]/, ''), language);
    return unit === null ? [] : [`${number} ${unit}`];
  });
}

function unitOf(text: string, { wording: { units } }: Language): Unit | null {
  const [found] = (Object.entries(units) as [Unit, RegExp][]).filter(([, pattern]) => pattern.test(text));
  return found?.[0] ?? null;
}
