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
      const [times, twinTimes] = [timesIn(one), timesIn(two)];
      // Only numbers with units as often in both: a language may do without one, as in “aged 18–29 (29%)”.
      const isInBoth = ({ number }: Measure) => times.get(number) === twinTimes.get(number);
      const shared = new Map([
        [first, one.filter(isInBoth)],
        [other, two.filter(isInBoth)],
      ]);
      const find = (side: TextSide) => [...new Set(shared.get(side)?.map(({ number, unit }) => `${number} ${unit}`))];
      const found = difference(pair, 'units', find, 'Check both against the source.');
      if (found !== null) yield found;
    }
  },
};

const digits = /(?<![\d.,:/-])\d+(?:[.,]\d+)?(?=[ \u00a0-]?[\p{L}%])/gu;

interface Measure {
  readonly number: string;
  readonly unit: Unit;
}

/** How often each number has a unit. */
function timesIn(measures: readonly Measure[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { number } of measures) times.set(number, (times.get(number) ?? 0) + 1);
  return times;
}

function measuresIn({ plain, language }: TextSide): readonly Measure[] {
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
    return unit === null ? [] : [{ number, unit }];
  });
}

function unitOf(text: string, { wording: { units } }: Language): Unit | null {
  const found = (Object.entries(units) as [Unit, RegExp][]).find(([, pattern]) => pattern.test(text));
  return found?.[0] ?? null;
}
