/** Records out of a CSV file, such as the lines of a budget: a column for each field, by its name, as the schema has it. */
import { z } from 'zod';
import type { Place } from '../../diagnostics.ts';
import { stepTo } from '../../json/path.ts';
import { nameHints } from '../../suggestion.ts';
import { isLocalized } from '../kinds/fields.ts';
import { dateMeant } from '../mends.ts';
import { chosen } from '../shape.ts';
import { type ColumnCells, cellOf, columnOf, Faults, placeOf, type RowContext } from './rows.ts';

/** One field that a column can fill; `path` leads to it from the record: `planned`, `start`. */
interface Field {
  readonly path: readonly string[];
  readonly type: 'texts' | 'number' | 'plain';
  readonly isNeeded: boolean;
}

/** The fields of a record and of the records in it. Lists have no column. */
function fieldsOf(schema: z.ZodType, path: readonly string[] = [], around = true): readonly Field[] {
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape).flatMap(([name, field]): readonly Field[] => {
    if (!(field instanceof z.ZodType)) return [];
    const [bare, here] = [chosen(field, {}), [...path, name]];
    const isNeeded = around && !field.safeParse(undefined).success;
    if (isLocalized(bare)) return [{ path: here, type: 'texts', isNeeded }];
    if (bare instanceof z.ZodObject) return fieldsOf(bare, here, isNeeded);
    if (bare instanceof z.ZodArray) return [];
    return [{ path: here, type: bare instanceof z.ZodNumber ? 'number' : 'plain', isNeeded }];
  });
}

interface Filled {
  readonly field: Field;
  readonly column: ColumnCells;
}

/** The records; `places` gets the place of each and of its fields, by their paths from `at`. Null with errors. */
export function bringRecords(
  schema: z.ZodType,
  context: RowContext & { readonly at: string; readonly named: Place; readonly places: Map<string, Place> },
): readonly unknown[] | null {
  const { sheet, report, at, places } = context;
  const fields = fieldsOf(schema);
  const columns = filledBy(fields, context);
  if (columns === null) return null;
  const faults = new Faults(report);
  const records = sheet.rows.map((row, index) => {
    const here = stepTo(at, index);
    places.set(here, placeOf(row[0] ?? { offset: 0 }, sheet));
    const record: Record<string, unknown> = {};
    for (const { field, column } of columns) {
      const { value, cell } = cellOf(column, row, context, faults);
      const own = field.type === 'number' ? value.number : field.type === 'texts' ? value.text : plainOf(cell.text);
      if (own === undefined) {
        if (field.isNeeded)
          faults.error(
            placeOf(cell, sheet),
            `The cell of "${field.path.join('.')}" is empty.`,
            'Fill the cell, or remove the row.',
          );
        continue;
      }
      put(record, field.path, own);
      places.set(field.path.reduce(stepTo, here), placeOf(cell, sheet));
    }
    return record;
  });
  return faults.failed ? null : records;
}

/** Which column fills which field. Refuses columns that fill none, and fields that need one. */
function filledBy(fields: readonly Field[], context: RowContext & { readonly named: Place }): readonly Filled[] | null {
  const { sheet, report, named } = context;
  const heads = sheet.head.map(({ text }) => text.trim().toLowerCase());
  const known = fields.map(({ path }) => path.join('.'));
  const isKnown = (head: string) =>
    known.some((name) =>
      [name, ...sheet.languages.map((lang) => `${name}.${lang}`)].some((each) => each.toLowerCase() === head),
    );
  let sound = true;
  for (const [index, head] of heads.entries()) {
    if (head === '' || isKnown(head)) continue;
    sound = false;
    const cell = sheet.head[index] ?? { offset: 0, text: head };
    const message = `The column "${cell.text.trim()}" fills no field.`;
    report.error('no-column', placeOf(cell, sheet), message, { hints: nameHints(cell.text.trim(), known, 'columns') });
  }
  const filled = fields.flatMap((field): readonly Filled[] => {
    const name = field.path.join('.');
    const isThere = heads.some((head) => head === name.toLowerCase() || head.startsWith(`${name.toLowerCase()}.`));
    if (!isThere && !field.isNeeded) return [];
    const column = columnOf(
      { names: [name], as: field.type === 'number' ? 'number' : 'text', at: named },
      sheet,
      report,
    );
    if (column === null) sound = false;
    return column === null ? [] : [{ field, column }];
  });
  return sound ? filled : null;
}

/** A day as people write it is the day that they mean; true and false are what they say. */
function plainOf(text: string): string | boolean | undefined {
  const bare = text.trim();
  if (bare === '') return undefined;
  if (/^(?:true|false)$/i.test(bare)) return bare.toLowerCase() === 'true';
  return dateMeant(bare) ?? bare;
}

function put(record: Record<string, unknown>, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    record[name] = value;
    return;
  }
  const inner = (record[name] ?? {}) as Record<string, unknown>;
  record[name] = inner;
  put(inner, rest, value);
}
