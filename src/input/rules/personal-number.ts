import type { DataRule } from '../check/rule.ts';
import { sayingsIn } from '../check/sayings.ts';

/** Eleven digits in a row: the number on a Georgian identity card. Telephone numbers of that length begin with +. */
const number = /(?<![\d+.,/-])\d{11}(?!\d|[.,/-]\d)/;

export const personalNumber: DataRule = {
  code: 'personal-number',
  title: 'Personal number in a text',
  why: 'It leads to one person, whose data is then public for ever.',
  applies: 'Texts.',
  severity: 'error',
  says: 'A text has a personal number, which leads to one person.',
  mend: 'Remove it.',
  clause: 'IOM Data Protection Principles, confidentiality',
  *check(sheet) {
    for (const { at, text } of sayingsIn(sheet)) {
      const [found] = number.exec(text) ?? [];
      if (found === undefined) continue;
      yield {
        at,
        message: `${found} looks like a personal number, which leads to one person.`,
        hints: ['Remove it; a telephone number begins with + and the code of its country.'],
      };
    }
  },
};
