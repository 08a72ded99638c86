/** Cells written into the text of the document: one by one, or as many as were pasted. */
import { type DataPath, valueAt, withItems, without, withValue } from '../edits.ts';
import { valueWith } from '../expected.ts';
import { pageLanguages, sayIn, type WordKey } from '../words.ts';
import { contentOf, isOpen, type SheetColumn } from './columns.ts';
import { type Decimal, readNumber } from './pasted.ts';

export interface SheetPlace {
  /** The list. */
  readonly path: DataPath;
  readonly languages: readonly string[];
  /** What a new row starts as. */
  readonly blank: () => unknown;
  /** The currency of its amounts, where the data says it. */
  readonly currency: string | null;
  /** The columns of a table in free text; null for another list. */
  readonly heads: readonly unknown[] | null;
}

/** As the page says it in any of its languages, and as tables say it. */
const spelt = (...keys: readonly WordKey[]) =>
  pageLanguages.flatMap((language) => keys.map((key) => sayIn(language)(key).toLowerCase()));
const truths = ['true', 'x', '✓', ...spelt('yes', 'yes.short')];
const lies = ['false', ...spelt('no', 'no.short')];

/** What a cell holds when this is typed into it; what is not understood stays as it is written, and a finding says so. */
function cellValue(
  content: string,
  { kind, values }: SheetColumn,
  decimal: Decimal | null,
  currency: string | null,
): unknown {
  const bare = content.trim();
  switch (kind) {
    case 'number':
    case 'percent':
      return readNumber(bare, { decimal, currency, isPercent: kind === 'percent' }) ?? content;
    case 'boolean':
      return truths.includes(bare.toLowerCase()) ? true : lies.includes(bare.toLowerCase()) ? false : content;
    case 'choice':
      return values.find((value) => String(value).toLowerCase() === bare.toLowerCase()) ?? content;
    case 'date':
      return dayOf(bare);
    case 'text':
      return content;
  }
}

/** Days as Georgian and European Excel writes them; others may be read in two ways and stay. */
function dayOf(text: string): string {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  return year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

export interface CellChange {
  readonly column: SheetColumn;
  readonly content: string;
}

/** What a change writes into a row: a value at a path, or nothing where there was something. */
interface Edit {
  readonly path: DataPath;
  readonly value: unknown;
  /** The names of the fields around it. */
  readonly order: readonly string[];
}

/** Null where nothing changes, or the cell cannot be written here. */
function editOf(
  row: unknown,
  { column, content }: CellChange,
  { languages, currency }: Pick<SheetPlace, 'languages' | 'currency'>,
  decimal: Decimal | null,
): Edit | null {
  if (!isOpen(row, column) || content === contentOf(row, column)) return null;
  const { lang, needed, order, kind, path } = column;
  if (lang === null) {
    if (content.trim() !== '') return { path, value: cellValue(content, column, decimal, currency), order };
    return { path, value: needed ? (kind === 'text' || kind === 'date' ? '' : null) : undefined, order };
  }
  const around = path.slice(0, -1);
  const texts: unknown = valueAt(row, around);
  const isThere = typeof texts === 'object' && texts !== null;
  const hasOthers = languages.some((tag) => tag !== lang && (valueAt(texts, [tag]) ?? '') !== '');
  if (content === '' && !needed && !hasOthers) return isThere ? { path: around, value: undefined, order } : null;
  if (isThere) return { path, value: content, order: languages };
  const made = Object.fromEntries(languages.map((tag) => [tag, tag === lang ? content : '']));
  return { path: around, value: made, order };
}

/** The text with a cell of a row changed; `row` is what stands there. */
export function withCell(
  text: string,
  { path, row }: { readonly path: DataPath; readonly row: unknown },
  change: CellChange,
  place: Pick<SheetPlace, 'languages' | 'currency'>,
  decimal: Decimal | null = null,
): string {
  const edit = editOf(row, change, place, decimal);
  if (edit === null) return text;
  const whole = [...path, ...edit.path];
  return edit.value === undefined ? without(text, whole) : withValue(text, whole, edit.value, edit.order);
}

export interface Pasted {
  readonly text: string;
  readonly rows: number;
  readonly columns: number;
  /** Where a number was asked for and none came. */
  readonly notNumbers: number;
  /** Columns of what was pasted for which the sheet has none. */
  readonly left: number;
  /** Cells that cannot be written here. */
  readonly closed: number;
  /** The first row has become the headings of the columns. */
  readonly withHeads: boolean;
}

/** What is written where: a block of cells, from the place of its first one on. */
export interface PastePlace {
  readonly list: readonly unknown[];
  readonly columns: readonly SheetColumn[];
  readonly block: readonly (readonly string[])[];
  readonly at: { readonly row: number; readonly column: number };
  readonly place: SheetPlace;
  readonly decimal: Decimal | null;
}

/** More than so many cells are written row by row: each of them would be looked up in the whole text. */
const fewCells = 200;

/** Writes a block of cells from a place on; rows that are not there are added. */
export function withBlock(text: string, { list, columns, block, at, place, decimal }: PastePlace): Pasted {
  const width = Math.max(0, ...block.map((row) => row.length));
  const taken = columns.slice(at.column, at.column + width);
  const isSmall = block.length * width <= fewCells;
  const added: unknown[] = [];
  let notNumbers = 0;
  let closed = 0;
  let now = text;
  for (const [offset, cells] of block.entries()) {
    const index = at.row + offset;
    const before = index < list.length ? list[index] : place.blank();
    const changes = taken.flatMap((column, which) => {
      const content = cells[which];
      return content === undefined ? [] : [{ column, content }];
    });
    for (const { column, content } of changes) {
      if (!isOpen(before, column)) closed += content.trim() === '' ? 0 : 1;
      else if (['number', 'percent'].includes(column.kind) && content.trim() !== '')
        notNumbers += typeof cellValue(content, column, decimal, place.currency) === 'number' ? 0 : 1;
    }
    if (index < list.length && isSmall) {
      let row = before;
      for (const change of changes) {
        now = withCell(now, { path: [...place.path, index], row }, change, place, decimal);
        row = rowWith(row, [change], place, decimal);
      }
    } else if (index < list.length)
      now = withValue(now, [...place.path, index], rowWith(before, changes, place, decimal));
    else added.push(rowWith(before, changes, place, decimal));
  }
  if (added.length > 0) now = withItems(now, place.path, added);
  const left = width - taken.length;
  return { text: now, rows: block.length, columns: taken.length, notNumbers, left, closed, withHeads: false };
}

function rowWith(row: unknown, changes: readonly CellChange[], place: SheetPlace, decimal: Decimal | null): unknown {
  return changes.reduce<unknown>((made, change) => {
    const edit = editOf(made, change, place, decimal);
    return edit === null ? made : valueWith(made, edit.path, edit.value, edit.order);
  }, row);
}
