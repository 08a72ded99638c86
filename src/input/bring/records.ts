/** Records out of a file, such as the lines of a budget: a column for each field, by its name, as the schema has it. */
import type * as z from 'zod';
import type { Place } from '../../diagnostics.ts';
import { stepTo } from '../../json/path.ts';
import { nameHints } from '../../suggestion.ts';
import { sharesDecimals } from '../kinds/parts.ts';
import { dateMeant } from '../mends.ts';
import { CellFaults, dayForCode } from './cell-faults.ts';
import { decimalsShown, type ReadCell } from './decimals-shown.ts';
import { columnFor, columnsFor, fieldsOf, type RecordField } from './fields.ts';
import type { NumberUnit } from './number.ts';
import { type BroughtValue, type ColumnCells, cellOf, columnOf, type RowContext } from './rows.ts';
import { placeOf } from './sheet.ts';

interface Filled {
  readonly field: RecordField;
  readonly column: ColumnCells;
}

interface RecordContext extends RowContext {
  /** Where the data names the file. */
  readonly named: Place;
  /** What their numbers count. */
  readonly unit: NumberUnit;
}

/** The records; `places` gets the place of each and of its fields, by their paths from `at`. Null with errors. */
export function bringRecords(
  schema: z.ZodType,
  context: RecordContext & { readonly at: string; readonly places: Map<string, Place> },
): readonly unknown[] | null {
  const { sheet, report, at, places } = context;
  const heads = sheet.head.map(({ text }) => text.trim().toLowerCase());
  const columns = filledBy(fieldsOf(schema, heads), columnsFor(schema), context);
  if (columns === null) return null;
  const faults = new CellFaults(report);
  const records = sheet.rows.map((row, index) => {
    const here = stepTo(at, index);
    places.set(here, placeOf(row[0] ?? { offset: 0 }, sheet));
    const record: Record<string, unknown> = {};
    const numbers: ReadCell[] = [];
    for (const { field, column } of columns) {
      const { value, cell } = cellOf(column, row, context, faults);
      if (field.type === 'number') numbers.push({ cell, value: value.number });
      const own = ownOf(field, { value, text: cell.text.trim() });
      if (field.type === 'plain' && cell.day !== undefined) {
        const { message, hint } = dayForCode(cell.day);
        faults.error(placeOf(cell, sheet), message, hint);
      }
      if (own === undefined) {
        if (field.isNeeded && cell.text.trim() === '')
          faults.error(
            placeOf(cell, sheet),
            `The cell of "${columnFor(field)}" is empty.`,
            'Fill the cell, or remove the row.',
          );
        continue;
      }
      put(record, field.path, own);
      places.set(field.path.reduce(stepTo, here), placeOf(cell, sheet));
    }
    const decimals = sharesDecimals(schema) ? decimalsShown(record, numbers) : null;
    return withoutGaps(decimals === null ? record : { ...record, decimals });
  });
  faults.end();
  return faults.failed ? null : records;
}

/** Which column fills which field. Refuses columns that fill none, and fields that need one. */
function filledBy(
  fields: readonly RecordField[],
  columns: readonly string[],
  context: RecordContext,
): readonly Filled[] | null {
  const { sheet, report, named } = context;
  const heads = sheet.head.map(({ text }) => text.trim().toLowerCase());
  const isKnown = isNameOf(fields, sheet.languages);
  let sound = true;
  for (const [index, head] of heads.entries()) {
    if (head === '' || isKnown(head)) continue;
    sound = false;
    const cell = sheet.head[index] ?? { offset: 0, text: head };
    const message = `The column "${cell.text.trim()}" fills no field.`;
    report.error('no-column', placeOf(cell, sheet), message, {
      hints: nameHints(cell.text.trim(), columns, 'columns'),
    });
  }
  // Records that say their currency themselves are in any.
  const isOfAny = fields.some(({ path }) => path.at(-1) === 'currency');
  const unit = isOfAny && typeof context.unit === 'object' ? { currency: null } : context.unit;
  const filled = fields.flatMap((field): readonly Filled[] => {
    const name = columnFor(field);
    const isThere = heads.some(isNameOf([field], sheet.languages));
    if (!isThere && !field.isNeeded) return [];
    const column = columnOf(
      {
        names: [name],
        isRich: field.isRich,
        as: field.type === 'texts' ? 'text' : field.type === 'number' ? 'number' : 'plain',
        numbers: { unit, decimals: null, unitField: null },
        at: named,
      },
      sheet,
      report,
    );
    if (column === null) sound = false;
    return column === null ? [] : [{ field, column }];
  });
  return sound ? filled : null;
}

/** A day as people write it is the day that they mean; true and false are what they say. */
function ownOf({ type }: RecordField, { value, text }: { value: BroughtValue['value']; text: string }): unknown {
  if (type === 'number') return value.number;
  if (type === 'texts') return value.text;
  if (text === '') return undefined;
  if (type === 'day') return dateMeant(text) ?? text;
  return /^(?:true|false)$/i.test(text) ? text.toLowerCase() === 'true' : text;
}

function put(around: object, [name = '', next, ...rest]: RecordField['path'], value: unknown): void {
  if (next === undefined) {
    Reflect.set(around, name, value);
    return;
  }
  const known: unknown = Reflect.get(around, name);
  const inner = typeof known === 'object' && known !== null ? known : typeof next === 'number' ? [] : {};
  Reflect.set(around, name, inner);
  put(inner, [next, ...rest], value);
}

/** Items of a list that a row has nothing for, before others, are empty: each stays in its place. */
function withoutGaps(value: unknown): unknown {
  if (Array.isArray(value)) return Array.from(value, (item: unknown) => withoutGaps(item ?? {}));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withoutGaps(inner)]));
}

/** Whether a text, in small letters, names a column of one of these fields. */
export function isNameOf(fields: readonly RecordField[], languages: readonly string[]): (head: string) => boolean {
  const names = new Set(
    fields.flatMap((field) => {
      const name = columnFor(field).toLowerCase();
      return [name, ...(field.type === 'texts' ? languages.map((lang) => `${name}.${lang.toLowerCase()}`) : [])];
    }),
  );
  return (head) => names.has(head);
}
