/** What people type after options, as values; refused with the words of the command line. */
import { InvalidArgumentError } from 'commander';
import { lang } from '../model/build.ts';
import { nameHints } from '../suggestion.ts';
import {
  type BrailleOptions,
  type EditionKind,
  editionKinds,
  type Format,
  isLineWidth,
  knownFormats,
  lineWidths,
} from '../write/targets.ts';

export function readFormats(list: string, before: readonly Format[] = []): readonly Format[] {
  return namesIn(list, knownFormats, 'formats', before);
}

export function readEditions(list: string, before: readonly EditionKind[] = []): readonly EditionKind[] {
  return namesIn(list, editionKinds, 'editions', before);
}

export function readOneOf(words: readonly string[]): (text: string) => string {
  return (text) => {
    if (words.includes(text)) return text;
    throw new InvalidArgumentError(nameHints(text, words, 'values').join(' '));
  };
}

/** The names of a list that are known, after those that were given before, each once. */
function namesIn<Name extends string>(
  list: string,
  known: readonly Name[],
  plural: string,
  before: readonly Name[],
): readonly Name[] {
  const asked = split(list).map((name) => {
    const found = known.find((each) => each === name);
    if (found === undefined) throw new InvalidArgumentError(nameHints(name, known, plural).join(' '));
    return found;
  });
  return [...new Set([...before, ...asked])];
}

export function readLanguages(list: string, before: readonly string[] = []): readonly string[] {
  const asked = split(list).map((tag) => {
    const known = lang(tag);
    if (known === null) throw new InvalidArgumentError('Give language tags (BCP 47), such as ka or en.');
    return known;
  });
  return [...new Set([...before, ...asked])];
}

export function readJobs(text: string): number {
  if (!/^(?:[1-9]|[1-5]\d|6[0-4])$/.test(text)) throw new InvalidArgumentError('Give a whole number from 1 to 64.');
  return Number(text);
}

export function readMemory(text: string): number {
  const memory = /^\d{3,5}$/.test(text) ? Number(text) : 0;
  if (memory < 128 || memory > 65_536)
    throw new InvalidArgumentError('Give megabytes, a whole number from 128 to 65536.');
  return memory;
}

/** A whole number between two. */
export function readWithin(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= least && value <= most))
      throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
    return value;
  };
}

/** Seconds that a document may take: a day is longer than any takes that ends. */
export const readTimeout = readWithin(1, 86_400);

/** Seconds; all workers of a queue need the same. */
export function readDeadAfter(text: string): number {
  const seconds = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (seconds < 2 || seconds > 3600) throw new InvalidArgumentError('Give seconds, a whole number from 2 to 3600.');
  return seconds;
}

export function readName(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('Write the name of the person.');
  return text.trim();
}

/** A day that there is, as year-month-day. */
export function readDay(text: string): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  if (day === null || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text)
    throw new InvalidArgumentError('Give a day as year-month-day, such as 2026-11-29.');
  return text;
}

export function readCount(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('Give a whole number from 0 on.');
  return Number(text);
}

/** Characters of a line of plain text. */
export function readWrap(text: string): number {
  const width = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  if (!isLineWidth(width))
    throw new InvalidArgumentError(
      `Give a whole number from ${lineWidths.least} to ${lineWidths.most}, or 0 for one line a paragraph.`,
    );
  return width;
}

/** Ports below are the system's own. */
export function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d{4,5}$/.test(text) || port < 1024 || port > 65_535)
    throw new InvalidArgumentError('Give a whole number from 1024 to 65535.');
  return port;
}

/** What embossers and paper have: `40x25`. */
export function readBraillePage(text: string): BrailleOptions {
  const [, cells = '', lines = ''] = /^(\d{2})[x×](\d{2})$/.exec(text) ?? [];
  const page = { cells: Number(cells), lines: Number(lines) };
  if (page.cells < 20 || page.cells > 80 || page.lines < 10 || page.lines > 60)
    throw new InvalidArgumentError('Give 20 to 80 cells and 10 to 60 lines, such as 40x25.');
  return page;
}

/** Millimetres: no paper that is bound is thicker than one. */
export const readMillimetres =
  (least: number) =>
  (text: string): number => {
    const length = Number(text);
    if (text.trim() === '' || !(length >= least && length <= 1))
      throw new InvalidArgumentError(`Give millimetres from ${least} to 1, such as 0.1.`);
    return length;
  };

function split(list: string): readonly string[] {
  const names = list.split(',').map((name) => name.trim());
  if (names.includes('')) throw new InvalidArgumentError('Give names with commas between them.');
  return names;
}

/** One or two colours as `#RRGGBB`; given as `#rrggbb` or `#rgb`, or without the sign, which shells take for a comment. */
export function readColors(text: string, before: readonly string[] = []): readonly string[] {
  const [, digits = ''] = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim()) ?? [];
  if (digits === '') throw new InvalidArgumentError('Write it as in --color "#0B5D3B".');
  if (before.length === 2)
    throw new InvalidArgumentError('A theme has one or two colours: give --color once or twice.');
  const whole = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
  return [...before, `#${whole.toUpperCase()}`];
}

/** What is a name of a folder everywhere. */
export function readThemeName(text: string): string {
  if (/^[a-z][a-z0-9-]{0,62}$/.test(text)) return text;
  throw new InvalidArgumentError('Give small Latin letters, digits and hyphens, a letter first.');
}
