/** Comma-separated values (RFC 4180), and what Excel makes of them: semicolons, tabs. Each cell knows where it starts. */
import type { Place, Report } from '../../diagnostics.ts';
import type { CellFault, SheetCell, SheetRow } from './sheet.ts';

export interface CsvFault extends CellFault {
  readonly offset: number;
}

export type Separator = ',' | ';' | '\t';

/**
 * What parts the cells: of the signs that may, the one that the first line has most of outside of quotation marks. Excel writes
 * semicolons where the comma parts decimals.
 */
export function separatorOf(text: string): Separator {
  const [first = ''] = text.replace(/"[^"]*"/g, '').split(/\r\n?|\n/, 1);
  const counts = ([';', '\t', ','] as const).map((sign) => ({ sign, count: first.split(sign).length - 1 }));
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).sign;
}

/** The sign of decimals that goes with it. */
export function decimalOf(separator: Separator): ',' | '.' {
  return separator === ';' ? ',' : '.';
}

/** The rows, without those that are blank unless they are asked for; the first fault alone. */
export function readCsv(text: string, separator: Separator, withBlank = false): readonly SheetRow[] | CsvFault {
  const rows: SheetRow[] = [];
  /** The place of a cell is that of its first sign, in UTF-16 units; of its quotation mark, if it has any. */
  let row: SheetCell[] = [];
  let at = 0;
  while (at < text.length || row.length > 0) {
    const cell = text.charAt(at) === '"' ? quoted(text, at, separator) : plain(text, at, separator);
    if ('message' in cell) return cell;
    row.push({ text: cell.text, offset: at });
    at = cell.end;
    if (text.charAt(at) === separator) {
      at += 1;
      continue;
    }
    if (withBlank || row.some((each) => each.text.trim() !== '')) rows.push(row);
    row = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  return rows;
}

interface Scanned {
  readonly text: string;
  readonly end: number;
}

const ends = { ',': /[,\r\n]/g, ';': /[;\r\n]/g, '\t': /[\t\r\n]/g } as const;

function plain(text: string, start: number, separator: Separator): Scanned {
  const pattern = ends[separator];
  pattern.lastIndex = start;
  const end = pattern.exec(text)?.index ?? text.length;
  return { text: text.slice(start, end), end };
}

function quoted(text: string, start: number, separator: Separator): Scanned | CsvFault {
  let close = text.indexOf('"', start + 1);
  while (close >= 0 && text.charAt(close + 1) === '"') close = text.indexOf('"', close + 2);
  if (close < 0) {
    const below = linesIn(text.slice(start).trimEnd());
    const taken = below === 0 ? '' : `: ${below === 1 ? 'the line' : `the ${below} lines`} below it would be its text`;
    const message = `A quotation mark opens a cell here and nothing closes it${taken}.`;
    return { offset: start, message, hint: 'Write " at the end of the cell; for a quotation mark within it write "".' };
  }
  const next = text.charAt(close + 1);
  if (next !== '' && next !== separator && next !== '\r' && next !== '\n') {
    const below = linesIn(text.slice(start, close));
    if (below > 0) {
      // The mark that was meant for nothing is the first one, far above.
      const message = `A quotation mark opens a cell here, which another closes ${below === 1 ? 'a line' : `${below} lines`} below, with text after it.`;
      return { offset: start, message, hint: 'Remove the mark, or write "" for a quotation mark within a cell.' };
    }
    const message = 'There is text after the quotation mark that closes a cell.';
    return { offset: close + 1, message, hint: 'Write "" for a quotation mark within a cell.' };
  }
  return { text: text.slice(start + 1, close).replaceAll('""', '"'), end: close + 1 };
}

/** Warns of cells that have rows of their table for a text: a quotation mark that nobody meant opens them, and one far below closes them. */
export function warnOfRows(
  row: SheetRow,
  {
    separator,
    columns,
    place,
    report,
  }: { separator: Separator; columns: number; place: (offset: number) => Place; report: Report },
): void {
  for (const { text, offset } of row) {
    const count = rowsIn(text, separator, columns);
    if (count === 0) continue;
    const message = `${count === 1 ? 'A line of this cell looks' : `${count} lines of this cell look`} like ${count === 1 ? 'a row' : 'rows'} of the table.`;
    report.warning('rows-in-cell', place(offset), message, {
      hints: [
        'If they are rows, remove the quotation marks that open and close the cell. If they are its text, leave them.',
      ],
    });
  }
}

/** How many lines of a cell have all the cells of a row: the last one, of which the mark may close a cell within it, two at least. */
function rowsIn(text: string, separator: Separator, columns: number): number {
  const [, ...lines] = text.trimEnd().split(/\r\n?|\n/);
  // A comma of a sentence has a blank after it.
  const parts = lines.map(
    (line) => line.split(separator).filter((part, index) => index === 0 || !/^\s+\S/.test(part)).length,
  );
  const last = parts.at(-1) ?? 0;
  const areRows = columns > 1 && last > 1 && last <= columns && parts.slice(0, -1).every((count) => count === columns);
  return areRows ? parts.length : 0;
}

function linesIn(text: string): number {
  return text.split(/\r\n?|\n/).length - 1;
}
