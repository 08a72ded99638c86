import { findPattern } from '../pattern.ts';
import type { DocumentRule } from '../rule.ts';

/**
 * A number in brackets or raised, behind a word. After a unit a raised 2 or 3 is a power: m², კმ³; so is any after brackets that hold
 * arithmetic, and before a sign of it: (1 + r)¹² − 1.
 */
const raised = '[¹²³⁴⁵⁶⁷⁸⁹⁰]+(?![¹²³⁴⁵⁶⁷⁸⁹⁰]|\\s?[−+=×·÷≈≤≥<>/])';
const power = '(?<!\\([^()]{0,40}[+−×·÷][^()]{0,40}\\))';
const note = new RegExp(
  `(?<=[\\p{L}.,;!?”“»)])\\s?\\[\\d{1,3}\\]|${power}(?:(?<=\\p{L}{3}[.,;!?”“»)]?)${raised}(?!\\p{L})|(?<=[.,;!?”“»)])${raised})`,
  'gu',
);

/** Texts without one of these have no such mark. */
const sign = /[[¹²³⁴⁵⁶⁷⁸⁹⁰]/;

export const typedNote: DocumentRule = {
  code: 'typed-note',
  title: 'Mark of a note written by hand',
  why: 'Nobody comes from the mark to the note and back, and a screen reader reads a number in the middle of the sentence.',
  applies: 'Texts.',
  severity: 'warning',
  says: 'The mark of a note is written by hand, so that it is not a link to the note.',
  mend: 'Write the note where it is referred to: words^[the note].',
  clause: 'WCAG 2.2, 1.3.1',
  check({ document }) {
    const hint = 'Write the note where it is referred to: words^[the note]. Etrati counts it and links it.';
    const describe = (found: string) => ({
      message: `The mark “${found.trim()}” of a note is written by hand`,
      hint,
    });
    return findPattern(document, note, describe, ({ value }) => sign.test(value));
  },
};
