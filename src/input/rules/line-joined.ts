import { bulletedLine, shortened } from '../../text.ts';
import type { DataRule } from '../check/rule.ts';
import { sayingsIn } from '../check/sayings.ts';

/** What begins an item of a list, or, where one has begun, the next or the rest of one. */
const item = /^\s*(?:-|1\.)\s+\S/;
const more = /^(?:\s|(?:-|\d{1,9}\.)(?:\s|$))/;

export const lineJoined: DataRule = {
  code: 'line-joined',
  title: 'Line that is joined to the next',
  why: 'A text has no line ends of its own, so that it fits every page: lines that were typed one below the other, as in a cell of Excel, are read as one sentence.',
  applies: 'Texts.',
  severity: 'warning',
  says: 'A line of a text ends without a blank line after it, or in a text of one paragraph, and is joined to the next one.',
  mend: 'Write a blank line between paragraphs, “- ” before each item of a list, or make one line of them. A text without block marks is one paragraph: make one line of it.',
  *check(sheet) {
    for (const { at, text, block } of sayingsIn(sheet)) {
      const lines = text.split('\n');
      const line = block ? joinedLine(lines) : joinedParagraph(lines);
      if (line === null) continue;
      const shown = shortened(line.trim(), 40);
      yield block
        ? {
            at,
            message: `The line "${shown}" is joined to the one below it: texts have no line ends of their own.`,
            hints: [
              'Write a blank line between paragraphs, "- " before each item of a list, or make one line of them.',
            ],
          }
        : {
            at,
            message: `The line "${shown}" is joined to the one below it: this text is one paragraph, without lists.`,
            hints: ['Make one line of it. Paragraphs and lists are for a block of the type "text".'],
          };
    }
  },
};

/** The first line that the next one is joined to; null for none. */
function joinedLine(lines: readonly string[]): string | null {
  let inList = false;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1] ?? '';
    inList = item.test(line) || (inList && (line.trim() !== '' || more.test(next)));
    if (line.trim() === '' || next.trim() === '' || item.test(next) || (inList && more.test(next))) continue;
    if (!saidOfBullets(line, next)) return line;
  }
  return null;
}

/** The same of a text that blank lines and signs of lists do not part either. */
function joinedParagraph(lines: readonly string[]): string | null {
  const written = lines.filter((line) => line.trim() !== '');
  return (
    written.find((line, index) => index < written.length - 1 && !saidOfBullets(line, written[index + 1] ?? '')) ?? null
  );
}

/** Of bulleted lines `fake-list` says it. */
function saidOfBullets(line: string, next: string): boolean {
  return bulletedLine.test(line) && bulletedLine.test(next);
}
