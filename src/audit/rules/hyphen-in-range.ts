import { allLanguages } from '../../language/languages.ts';
import { once } from '../../once.ts';
import { findPattern } from '../pattern.ts';
import type { DocumentRule } from '../rule.ts';

/** Years, and numbers before a unit. A hyphen between other numbers may belong to a telephone number, a code or a score. */
const years = /(?<![\p{L}\p{N}./+-])((?:19|20)\d\d)-((?:19|20)\d\d)(?![\p{L}\p{N}/-])/u;
const counted = /(?<![\p{L}\p{N}./+-])(\d{1,3})-(\d{1,3})(?=[ \u00a0]?(?:%|[\p{L}]{2,}))(?![\p{N}/-])/u;

/** Two names of months, in forms that differ at the end: “January-June”, „იანვარ-ივნისში“. */
const months = once(() => {
  const stems = allLanguages.flatMap(({ dates }) =>
    dates.months.map((name) => name.slice(0, Math.max(4, name.length - 1))),
  );
  const name = `(?:${stems.join('|')})\\p{L}{0,4}`;
  return new RegExp(`(?<![\\p{L}-])(${name})-(${name})(?![\\p{L}-])`, 'u');
});

export const hyphenInRange: DocumentRule = {
  code: 'hyphen-in-range',
  title: 'Hyphen in a range',
  why: 'Speech may read a hyphen as “minus” or join the numbers; print has a dash.',
  applies: 'Texts with ranges of years, months or numbers.',
  severity: 'warning',
  says: 'A range of years, months or numbers has a hyphen, where print has a dash.',
  mend: 'Write a dash between the two: 2024–2026.',
  check({ document }) {
    return findPattern(
      document,
      /[\d-]+(?:[ \u00a0]?(?:%|\p{L}+))?|(?<!\p{L})\p{L}+-\p{L}+/gu,
      (found) => {
        const [isOfMonths, from, to] = months().exec(found) ?? [];
        const [whole, first, last] = years.exec(found) ?? counted.exec(found) ?? [];
        if (isOfMonths !== undefined) return dashed(from, to);
        return whole === undefined || Number(first) >= Number(last) ? null : dashed(first, last);
      },
      ({ value }) => /\S-\S/.test(value) && /\d-\d|\p{L}{3}-\p{L}{3}/u.test(value),
    );
  },
};

function dashed(first = '', last = '') {
  return { message: 'A hyphen in a range', hint: `Write a dash: ${first}–${last}.` };
}
