/** How much a JSON text may hold: told in one pass over its characters, before a parser takes memory for each of them. */
import type { Code } from '../codes.ts';
import type { Report } from '../diagnostics.ts';
import type { Source } from './source.ts';

const limits = {
  /** Levels of brackets, for parsers that recurse. */
  depth: 40,
  /** Members of objects and lists; a table of 10,000 rows and 12 columns has half as many. */
  values: 500_000,
  /** Characters of one text, an escape being one. */
  text: 100_000,
  /** Blanks and line ends in a row, outside texts: the parser keeps each on its own until the run ends. */
  blanks: 100_000,
} as const;

const [quote, backslash, lineFeed] = [0x22, 0x5c, 0x0a];
const open = new Set([0x5b, 0x7b]);
const close = new Set([0x5d, 0x7d]);
const blank = new Set([0x20, 0x09, 0x0a, 0x0d]);
const comma = 0x2c;

/** Reports the first bound that a text breaks, where it does: `too-deep`, `too-many-values`, `text-too-long`, `too-many-blanks`. */
export function checkBounds(source: Source, report: Report): boolean {
  const broken = brokenBound(source.text);
  if (broken === null) return true;
  const { code, offset, message, hint } = broken;
  report.error(code, source.place(offset), message, { hints: [hint] });
  return false;
}

interface Broken {
  readonly code: Code<'error'>;
  readonly offset: number;
  readonly message: string;
  readonly hint: string;
}

function brokenBound(text: string): Broken | null {
  let [depth, values, blanks] = [0, 0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (blank.has(code)) {
      blanks += 1;
      if (blanks > limits.blanks) return tooManyBlanks(at - blanks + 1);
      continue;
    }
    blanks = 0;
    if (code === quote) {
      const end = endOfText(text, at);
      if (end === null) return textTooLong(at);
      at = end;
    } else if (open.has(code)) {
      depth += 1;
      values += 1;
      if (depth > limits.depth) return tooDeep(at);
    } else if (close.has(code)) {
      depth -= 1;
    } else if (code === comma) {
      values += 1;
    }
    if (values > limits.values) return tooManyValues(at);
  }
  return null;
}

/** The offset of the mark that closes a text, or of the line end that breaks it off; null if it is longer than texts may be. */
function endOfText(text: string, start: number): number | null {
  let at = start + 1;
  for (let length = 0; length <= limits.text; length += 1) {
    const code = text.charCodeAt(at);
    if (code === quote || code === lineFeed || Number.isNaN(code)) return at;
    if (code !== backslash) at += 1;
    else at += text[at + 1] === 'u' ? 6 : 2;
  }
  return null;
}

const shown = (limit: number): string => limit.toLocaleString('en');

function tooDeep(offset: number): Broken {
  const message = `The data is nested more than ${limits.depth} levels deep.`;
  const hint = 'No kind of document needs so many levels; look for brackets that are not closed.';
  return { code: 'too-deep', offset, message, hint };
}

function tooManyValues(offset: number): Broken {
  const message = `The data has more than ${shown(limits.values)} values, the most that are read.`;
  return { code: 'too-many-values', offset, message, hint: 'Make several files of it.' };
}

function textTooLong(offset: number): Broken {
  const message = `The text has more than ${shown(limits.text)} characters, the most that are read.`;
  const hint = 'Close it with ", or split it into several texts.';
  return { code: 'text-too-long', offset, message, hint };
}

function tooManyBlanks(offset: number): Broken {
  const message = `More than ${shown(limits.blanks)} blanks and line ends are in a row here.`;
  return { code: 'too-many-blanks', offset, message, hint: 'Remove them.' };
}
