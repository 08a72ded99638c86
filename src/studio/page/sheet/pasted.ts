/** What comes from Excel or a CSV file: cells, and the way in which its numbers are written. */
import { readCsv, separatorOf } from '../../../input/bring/csv.ts';

/** The sign before the decimals. */
export type Decimal = '.' | ',';

/** Rows of cells, blank ones too, so that what is beside one another stays so; the reason where it cannot be read. */
export function readBlock(text: string): readonly (readonly string[])[] | { readonly message: string } {
  const whole = text.replace(/(?:\r\n?|\n)$/, '').replaceAll(/\r\n?/g, '\n');
  // Sheets copy with tabs, whatever a comma is in it; one line without any is one cell.
  if (whole.includes('\t') || !whole.includes('\n')) return readTabbed(whole);
  const rows = readCsv(whole, separatorOf(whole), true);
  return 'message' in rows ? rows : rows.map((row) => row.map((cell) => cell.text));
}

/**
 * Excel puts a cell into quotation marks for a tab, a line or a quotation mark in it alone; other programs copy such marks as they
 * are. So one that opens a cell is of the text, unless it is closed at the end of the cell and there is such a sign between.
 */
function readTabbed(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  const cell = /"((?:[^"]|"")*)"(?=[\t\n]|$)|[^\t\n]*/y;
  for (let at = 0; at <= text.length; at += 1) {
    cell.lastIndex = at;
    const [all = '', inner] = cell.exec(text) ?? [];
    const isQuoted = inner === '' || (inner !== undefined && /[\t\n]|""/.test(inner));
    rows.at(-1)?.push(isQuoted ? inner.replaceAll('""', '"') : all);
    at += all.length;
    if (text.charAt(at) === '\n') rows.push([]);
  }
  return rows;
}

const marks: Readonly<Record<string, string>> = { EUR: '€', GBP: '£', GEL: '₾', USD: '$' };

/** The number of a text that is written with this sign before decimals; null where it is none. Without a sign both are taken, as far as they can be told apart. */
export function readNumber(
  text: string,
  {
    decimal,
    currency,
    isPercent,
  }: {
    readonly decimal: Decimal | null;
    readonly currency: string | null;
    readonly isPercent: boolean;
  },
): number | null {
  const units = [...(currency === null ? [] : [currency, marks[currency] ?? currency]), ...(isPercent ? ['%'] : [])];
  const unit = units.find((each) => text.startsWith(each) || text.endsWith(each)) ?? '';
  const bare = text
    .replace(unit, '')
    .trim()
    .replace(/^[\u2212\u2013]/, '-');
  if (!/^-?\d[\d.,' \u00a0\u2009\u202f’]*$/.test(bare)) return null;
  const digits = bare.replaceAll(/(?<=\d)[' \u00a0\u2009\u202f’](?=\d{3}(?!\d))/g, '');
  const sign =
    decimal ?? decimalOf([[digits]]) ?? (/^-?\d{1,3},\d{3}$/.test(digits) ? '.' : digits.includes(',') ? ',' : '.');
  const group = sign === '.' ? ',' : '.';
  const whole = /^-?(?:\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,]\d+)?$/.test(digits) ? digits : null;
  if (whole === null) return null;
  const parts = whole.split(sign);
  if (parts.length > 2 || (parts[1] ?? '').includes(group)) return null;
  const [before = '', after] = parts;
  if (before.includes(group) && !/^-?\d{1,3}(?:[.,]\d{3})+$/.test(before)) return null;
  const plain = `${before.replaceAll(group, '')}${after === undefined ? '' : `.${after}`}`;
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
}

const tells: readonly (readonly [Decimal, RegExp])[] = [
  [',', /^-?[\d. \u00a0\u202f]*\d,(?:\d{1,2}|\d{4,})$|^-?\d{1,3}(?:\.\d{3}){2,}$|^-?0,\d+$/],
  ['.', /^-?[\d, \u00a0\u202f]*\d\.(?:\d{1,2}|\d{4,})$|^-?\d{1,3}(?:,\d{3}){2,}$|^-?0\.\d+$/],
];

/** The sign that a block’s numbers can only have before their decimals; null where none of them tells. */
export function decimalOf(block: readonly (readonly string[])[]): Decimal | null {
  const counts = tells.map(([sign, pattern]) => ({
    sign,
    count: block.flat().filter((cell) => pattern.test(cell.trim().replace(/[^\d.,\s-]/g, ''))).length,
  }));
  const [comma, point] = counts;
  if (comma === undefined || point === undefined || comma.count === point.count) return null;
  return comma.count > point.count ? comma.sign : point.sign;
}

/** Numbers that are another one when read the other way: 25,000 and 25.000. */
export function countOpen(block: readonly (readonly string[])[]): number {
  return block.flat().filter((cell) => /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(cell.trim())).length;
}
