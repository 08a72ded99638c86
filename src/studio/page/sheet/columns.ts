/** Lists that are edited like a sheet: which columns they have, and what stands in each cell. */
import type { FormField, FormModel, FormNode } from '../../protocol.ts';
import { type DataPath, pathText, valueAt } from '../edits.ts';
import { nodeOf } from '../form-model.ts';
import { fieldWords, languageName, type PageLanguage } from '../words.ts';

export type CellKind = 'text' | 'number' | 'percent' | 'choice' | 'boolean' | 'date';

export interface SheetColumn {
  /** Within the row. */
  readonly path: DataPath;
  readonly label: string;
  /** Of a text in several languages the one that is here. */
  readonly lang: string | null;
  readonly kind: CellKind;
  /** Of a choice. */
  readonly values: readonly (string | number | boolean)[];
  readonly needed: boolean;
  /** The names of the fields around it, in the order of the schema. */
  readonly order: readonly string[];
  /** Of the cells of a table, which one. */
  readonly cell: number | null;
}

export interface SheetWords {
  readonly language: PageLanguage;
  readonly languages: readonly string[];
}

/** Fewer are a list of texts, which forms show better. */
const leastColumns = 3;

/** The columns of a list of flat records; null where its items are more than a row can hold. */
export function columnsOf(form: FormModel, item: number, words: SheetWords): readonly SheetColumn[] | null {
  const node = nodeOf(form, item);
  if (node.type !== 'record' || node.isPicture) return null;
  const columns = ofRecord(form, node, { path: [], label: '', needed: true }, words);
  return columns !== null && columns.length >= leastColumns ? columns : null;
}

interface Around {
  readonly path: DataPath;
  readonly label: string;
  readonly needed: boolean;
}

function ofRecord(
  form: FormModel,
  { fields }: Extract<FormNode, { type: 'record' }>,
  around: Around,
  words: SheetWords,
): readonly SheetColumn[] | null {
  const order = fields.map(({ name }) => name);
  const columnsFor = (field: FormField): readonly SheetColumn[] | null => {
    const node = nodeOf(form, field.node);
    const own = fieldWords(field.name, field.says, words.language).label;
    const label = around.label === '' ? own : `${around.label}, ${own.toLowerCase()}`;
    const path = [...around.path, field.name];
    const needed = around.needed && field.needed;
    const column = { path, label, lang: null, values: [], needed, order, cell: null };
    switch (node.type) {
      case 'texts':
        return textColumns({ ...column, kind: 'text' }, words);
      case 'text':
        return node.form === 'picture' ? null : [{ ...column, kind: node.form === 'date' ? 'date' : 'text' }];
      case 'number':
        return [{ ...column, kind: 'number' }];
      case 'boolean':
        return [{ ...column, kind: 'boolean' }];
      case 'choice':
        return node.values.length === 1 ? [] : [{ ...column, kind: 'choice', values: node.values }];
      case 'record':
        return ofRecord(form, node, { path, label, needed }, words);
      case 'list':
      case 'union':
      case 'free':
        return null;
    }
  };
  const columns = fields.map(columnsFor);
  return columns.some((each) => each === null) ? null : columns.flatMap((each) => each ?? []);
}

function textColumns(column: SheetColumn, { languages, language }: SheetWords): readonly SheetColumn[] {
  return languages.map((tag) => ({
    ...column,
    path: [...column.path, tag],
    label: `${column.label}, ${languageName(tag, language)}`,
    lang: tag,
  }));
}

const amounts = ['number', 'money', 'percent'] as const;

/** The columns of a table in free text: of each column its texts, or its numbers. Null for what is no such table. */
export function columnsOfTable(
  form: FormModel,
  item: number,
  { heads, rows }: { readonly heads: unknown; readonly rows: readonly unknown[] },
  words: SheetWords,
): readonly SheetColumn[] | null {
  const node = nodeOf(form, item);
  const isRow = node.type === 'record' && node.fields.some(({ name }) => name === 'cells');
  if (!isRow || !Array.isArray(heads)) return null;
  return heads.flatMap((head, cell) => {
    const texts: unknown = valueAt(head, ['head']);
    const label = textIn(texts, words) || `${cell + 1}`;
    const held = rows.map((row) => valueAt(row, ['cells', cell]));
    const kind = amounts.find((name) => held.some((each) => typeof valueAt(each, [name]) === 'number'));
    const isText = held.some((each) => valueAt(each, ['text']) !== undefined);
    const isNumbers = !isText && (kind !== undefined || valueAt(head, ['align']) === 'end');
    const column = { label, lang: null, values: [], needed: false, order: ['text', ...amounts], cell } as const;
    if (isNumbers) {
      const path = ['cells', cell, kind ?? 'number'];
      return [{ ...column, path, kind: kind === 'percent' ? ('percent' as const) : ('number' as const) }];
    }
    return textColumns({ ...column, path: ['cells', cell, 'text'], kind: 'text' }, words);
  });
}

function textIn(texts: unknown, { language, languages }: SheetWords): string {
  const found = [language, ...languages].map((tag) => valueAt(texts, [tag]));
  return String(found.find((text) => typeof text === 'string' && text !== '') ?? '');
}

/** Whether a cell can be written here; one that spans others, or holds what its column does not, is a matter for the form. */
export function isOpen(row: unknown, { cell, path }: SheetColumn): boolean {
  if (cell === null) return true;
  const cells: unknown = valueAt(row, ['cells']);
  if (!Array.isArray(cells) || cell >= cells.length) return false;
  if (cells.some((each) => valueAt(each, ['columnSpan']) !== undefined || valueAt(each, ['rowSpan']) !== undefined))
    return false;
  const name = String(path[2]);
  return ['text', ...amounts].every((each) => each === name || valueAt(cells[cell], [each]) === undefined);
}

/** What is in a cell, as it is typed. */
export function contentOf(row: unknown, column: SheetColumn): string {
  const value = valueAt(row, column.path);
  if (value === undefined || value === null) {
    const held: unknown = column.cell === null ? undefined : valueAt(row, ['cells', column.cell]);
    const other = amounts.map((name) => valueAt(held, [name])).find((each) => typeof each === 'number');
    return other === undefined ? '' : String(other);
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Numbers as the language of the page groups them, to be compared by eye. */
export function shownOf(row: unknown, column: SheetColumn, language: PageLanguage): string {
  const value = valueAt(row, column.path);
  if (typeof value !== 'number') return contentOf(row, column);
  const [whole = '', part] = String(value).split('.');
  const isLong = /^-?\d{4,}$/.test(whole);
  const grouped = isLong ? whole.replace(/\B(?=(?:\d{3})+$)/g, language === 'en' ? ',' : '\u00a0') : whole;
  return part === undefined ? grouped : `${grouped}${language === 'en' ? '.' : ','}${part}`;
}

/** The column by whose words a row is called: “1,250” says of no row which it is. */
export function headOf(columns: readonly SheetColumn[]): SheetColumn | undefined {
  return columns.find(({ kind }) => kind === 'text') ?? columns[0];
}

export function idOf(column: SheetColumn): string {
  return pathText(column.path);
}
