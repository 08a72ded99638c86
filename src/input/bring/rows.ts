/** The rows of a table out of a file: columns by the names in its first line, each of one type. */
import type { Place, Report } from '../../diagnostics.ts';
import { hasForbidden } from '../../json/characters.ts';
import { englishName } from '../../language/tags.ts';
import { nameHints, suggest } from '../../suggestion.ts';
import type { PastedTexts } from '../pasted.ts';
import { CellFaults } from './cell-faults.ts';
import { markedIn } from './cell-marks.ts';
import { type NumberPlace, numberHeld, readNumber, unitInWords } from './number.ts';
import { type FileSheet, placeOf, type SheetCell, type SheetRow } from './sheet.ts';
import { textIn } from './shown.ts';

/** `plain` is of codes, names of choices, true and false: alike in all languages. */
export type ColumnKind = 'text' | 'plain' | 'number' | 'money' | 'percent';

/** What the data says of the numbers of a column. */
export type AskedNumbers = Pick<NumberPlace, 'unit' | 'decimals' | 'unitField'>;

/** How the data asks for a column. */
export interface AskedColumn {
  /** What its first line calls it: `from`, else the heading in any language. */
  readonly names: readonly string[];
  readonly as: ColumnKind;
  /** Whether its texts take marks. */
  readonly isRich: boolean;
  readonly numbers: AskedNumbers;
  /** In the data. */
  readonly at: Place;
}

export interface BroughtValue {
  readonly value: Readonly<Record<string, unknown>>;
  readonly cell: SheetCell;
}

export interface RowContext {
  readonly sheet: FileSheet;
  readonly pasted: PastedTexts;
  readonly report: Report;
}

/** The cells of each row, as data has them, with the cells of the file that they are from; null with errors. */
export function bringRows(
  asked: readonly AskedColumn[],
  context: RowContext,
): readonly (readonly BroughtValue[])[] | null {
  const { sheet, report } = context;
  const columns = asked.map((each) => columnOf(each, sheet, report));
  if (columns.includes(null)) return null;
  const known = new CellFaults(report);
  const rows = sheet.rows.map((row) =>
    columns.flatMap((column) => (column === null ? [] : [cellOf(column, row, context, known)])),
  );
  known.end();
  return known.failed ? null : rows;
}

/** Where a column is in the file: one cell for all languages, or one for each. */
export interface ColumnCells {
  readonly as: ColumnKind;
  readonly isRich: boolean;
  readonly numbers: Omit<NumberPlace, 'decimal'>;
  readonly cells: readonly { readonly lang: string | null; readonly index: number }[];
}

export function columnOf(
  { names, as, isRich, at, ...asked }: AskedColumn,
  sheet: FileSheet,
  report: Report,
): ColumnCells | null {
  const heads = sheet.head.map(({ text }) => text.trim());
  const find = (name: string) => heads.findIndex((head) => head.toLowerCase() === name.toLowerCase());
  const twice = secondOf(names, heads, sheet.languages);
  if (twice !== null) {
    const at = placeOf(sheet.head[twice.index] ?? { offset: 0 }, sheet);
    report.error(
      'no-column',
      at,
      `The columns "${twice.first}" and "${heads[twice.index] ?? ''}" both fill this one.`,
      {
        hints: [
          'Give each column of the file a name of its own. A text in two languages has a column for each, such as "name.ka" and "name.en".',
        ],
      },
    );
    return null;
  }
  for (const name of names) {
    const whole = find(name);
    if (whole >= 0) {
      const isPointInThousands = sheet.rows.some((row) => /\d\.\d{3}\.\d{3}(?!\d)/.test(row[whole]?.text ?? ''));
      return { as, isRich, numbers: { ...asked.numbers, isPointInThousands }, cells: [{ lang: null, index: whole }] };
    }
    const own = sheet.languages.map((lang) => ({ lang, index: find(`${name}.${lang}`) }));
    const [there, missing] = [own.filter(({ index }) => index >= 0), own.filter(({ index }) => index < 0)];
    const [first] = there;
    if (first === undefined) continue;
    if (missing.length === 0)
      return { as, isRich, numbers: { ...asked.numbers, isPointInThousands: false }, cells: own };
    const tags = missing.map(({ lang }) => `"${name}.${lang}"`).join(', ');
    const message = `The column "${name}" is missing in ${missing.map(({ lang }) => englishName(lang)).join(', ')}.`;
    const hints = [`Add a column ${tags}, or name this one "${name}": then all languages have its texts.`];
    report.error('no-column', placeOf(sheet.head[first.index] ?? { offset: 0 }, sheet), message, { hints });
    return null;
  }
  const [name] = names;
  if (name === undefined) {
    const known = heads.filter(isSaid).slice(0, 12).join(', ');
    const hint = `Add "head", its heading in each language, and "from", its name in the file, where that is another one. Columns of the file: ${known}.`;
    report.error(
      'no-column',
      at,
      'The column has no "head" and no "from": it does not say which one of the file it is.',
      {
        hints: [hint],
      },
    );
    return null;
  }
  const message = `The file ${sheet.name} has no column ${[...new Set(names)].map((each) => `"${each}"`).join(' or ')}.`;
  const { hidden } = sheet;
  const known = heads.filter(isSaid);
  const near = names.find((each) => suggest(each, known) !== null) ?? name;
  const covered =
    hidden.length === 0 ? [] : [`If it is hidden (${hidden.slice(0, 5).join(', ')}), show it in Excel, and save.`];
  report.error('no-column', at, message, { hints: [...covered, ...nameHints(near, known, 'columns')] });
  return null;
}

/** A column that would be left out without a word: named as another is that is taken, or in one language beside that of all. */
function secondOf(
  names: readonly string[],
  heads: readonly string[],
  languages: readonly string[],
): { readonly first: string; readonly index: number } | null {
  const own = names.map((name) => name.toLowerCase());
  const inLanguage = own.flatMap((name) => languages.map((lang) => `${name}.${lang.toLowerCase()}`));
  const isWhole = (head: string) => own.includes(head.toLowerCase());
  const all = heads.flatMap((head, index) =>
    isWhole(head) || inLanguage.includes(head.toLowerCase()) ? [{ head, index }] : [],
  );
  const [first, ...others] = all;
  if (first === undefined) return null;
  const seen = new Set([first.head.toLowerCase()]);
  for (const { head, index } of others) {
    const isSecond = seen.has(head.toLowerCase()) || isWhole(head) || isWhole(first.head);
    if (isSecond) return { first: first.head, index };
    seen.add(head.toLowerCase());
  }
  return null;
}

export function cellOf(
  column: ColumnCells,
  row: SheetRow,
  { sheet, pasted }: RowContext,
  errors: CellFaults,
): BroughtValue {
  const { as, isRich, numbers, cells } = column;
  const found = cells.map(({ lang, index }) => ({
    lang,
    cell: row[index] ?? { text: '', offset: row[0]?.offset ?? 0 },
  }));
  const first = found[0]?.cell ?? { text: '', offset: 0 };
  const broken = found.find(({ cell }) => cell.fault !== undefined)?.cell;
  if (broken?.fault !== undefined) {
    errors.error(placeOf(broken, sheet), broken.fault.message, broken.fault.hint);
    return { value: {}, cell: broken };
  }
  const strange = found.find(({ cell }) => hasForbidden(cell.text));
  if (strange !== undefined)
    errors.error(
      placeOf(strange.cell, sheet),
      'The cell has a character that no document may have.',
      'Type the cell again.',
    );
  if (found.every(({ cell }) => cell.text.trim() === '')) return { value: {}, cell: first };
  for (const { cell } of found) errors.leaves(column, placeOf(cell, sheet), { cell, isRich });
  if (as === 'plain') return { value: {}, cell: first };
  if (as !== 'text') {
    const unit = unitInWords(
      numbers.unit,
      row.map(({ text }) => text),
    );
    const place = { ...numbers, unit, decimal: sheet.decimal };
    const read = first.number === undefined ? readNumber(first.text, place) : numberHeld(first, first.number, place);
    if (typeof read === 'number') {
      const { number, text } = first;
      if (number !== undefined && number !== read)
        errors.rounds(column, { at: placeOf(first, sheet), held: number, taken: read, field: numbers.unitField });
      if (unit === 'percent') errors.percents(column, { at: placeOf(first, sheet), text: text.trim(), number: read });
      if (number === undefined && hasMoreDigits(text, read)) errors.warn(placeOf(first, sheet), text.trim(), read);
      return { value: { [as]: read }, cell: first };
    }
    errors.error(placeOf(first, sheet), read.message, read.hint);
    return { value: {}, cell: first };
  }
  const texts = sheet.languages.map((lang) => {
    const own = found.find((each) => each.lang === lang)?.cell ?? first;
    if (own.text.trim() === '')
      errors.error(
        placeOf(own, sheet),
        `The cell is empty in ${englishName(lang)}.`,
        'Write its text in this language too.',
      );
    if (own.truth !== undefined)
      errors.error(
        placeOf(own, sheet),
        `The cell holds ${own.text.toUpperCase()}, and each language has its own word for it.`,
        'Write the word as text, such as yes or no, in a column for each language: "name.ka" and "name.en".',
      );
    return [lang, pasted.mend(isRich ? markedIn(own, lang) : textIn(own, lang), () => placeOf(own, sheet))];
  });
  return { value: { text: Object.fromEntries(texts) }, cell: first };
}

/** Whether a number is another one than its digits, of which it keeps 15 and often more. */
function hasMoreDigits(text: string, read: number): boolean {
  const digits = significant(text).replace(/(?<!0)0+$/, '');
  return digits.length > 15 && !significant(read.toPrecision(17)).startsWith(digits);
}

function significant(text: string): string {
  return text.replace(/\D/g, '').replace(/^0+/, '');
}

function isSaid(text: string): boolean {
  return text !== '';
}
