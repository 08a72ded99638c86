import { findPattern } from '../pattern.ts';
import type { DocumentRule } from '../rule.ts';

/** Years, and numbers before a unit. A hyphen between other numbers may belong to a telephone number, a code or a score. */
const years = /(?<![\p{L}\p{N}./+-])((?:19|20)\d\d)-((?:19|20)\d\d)(?![\p{L}\p{N}/-])/u;
const counted = /(?<![\p{L}\p{N}./+-])(\d{1,3})-(\d{1,3})(?=[ \u00a0]?(?:%|[\p{L}]{2,}))(?![\p{N}/-])/u;

export const hyphenInRange: DocumentRule = {
  code: 'hyphen-in-range',
  title: 'Hyphen in a range',
  why: 'Speech may read a hyphen as “minus” or join the numbers; print has a dash.',
  applies: 'Texts with ranges of years or numbers.',
  severity: 'warning',
  says: 'A range of years or numbers has a hyphen, where print has a dash.',
  mend: 'Write a dash between the two: 2024–2026.',
  check({ document }) {
    return findPattern(
      document,
      /[\d-]+(?:[ \u00a0]?(?:%|\p{L}+))?/gu,
      (found) => {
        const [whole, first, last] = years.exec(found) ?? counted.exec(found) ?? [];
        if (whole === undefined || Number(first) >= Number(last)) return null;
        return { message: 'A hyphen in a range', hint: `Write a dash: ${first}–${last}.` };
      },
      ({ value }) => /\d-\d/.test(value),
    );
  },
};
