import { shortened } from '../../text.ts';
import type { DataRule } from '../check/rule.ts';
import { sayingsIn } from '../check/sayings.ts';

/** What begins an item of a list, or is indented as the rest of one. */
const apart = /^\s|^(?:[-*+•–]|\d{1,9}[.)])\s/;

export const lineJoined: DataRule = {
  code: 'line-joined',
  title: 'Line that is joined to the next',
  why: 'A text has no line ends of its own, so that it fits every page: lines that were typed one below the other, as in a cell of Excel, are read as one sentence.',
  applies: 'Texts.',
  severity: 'warning',
  says: 'A line of a text ends without a blank line after it, and is joined to the next one.',
  mend: 'Write a blank line between paragraphs, “- ” before each item of a list, or make one line of them.',
  *check(sheet) {
    for (const { at, text } of sayingsIn(sheet)) {
      const lines = text.split('\n');
      const line = lines.find((each, index) => {
        const next = lines[index + 1] ?? '';
        return each.trim() !== '' && next !== '' && !apart.test(next);
      });
      if (line === undefined) continue;
      yield {
        at,
        message: `The line "${shortened(line.trim(), 40)}" is joined to the one below it: texts have no line ends of their own.`,
        hints: ['Write a blank line between paragraphs, "- " before each item of a list, or make one line of them.'],
      };
    }
  },
};
