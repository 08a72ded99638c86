/** Lists that are in a file of their own: `"rows": "courses.csv"`. Read before the check, which then sees a list as ever. */
import path from 'node:path';
import { z } from 'zod';
import { type Place, Refused, type Report } from '../../diagnostics.ts';
import type { Json } from '../../json/json.ts';
import { stepTo } from '../../json/path.ts';
import { decode } from '../../json/source.ts';
import type { World } from '../../world.ts';
import { isLocalized } from '../kinds/fields.ts';
import { mayBeFile } from '../kinds/parts.ts';
import type { PastedTexts } from '../pasted.ts';
import { chosen, unwrap } from '../shape.ts';
import { readCsv, separatorOf } from './csv.ts';
import { bringRecords } from './records.ts';
import { type AskedColumn, bringRows, type CsvTable, placeOf } from './rows.ts';

/** 8 MiB, rows, columns: far more than any table that is printed. */
const limits = { bytes: 8 * 2 ** 20, rows: 5000, columns: 100 };

interface BringContext {
  readonly json: Json;
  readonly world: World;
  readonly report: Report;
  readonly pasted: PastedTexts;
  readonly languages: readonly string[];
  /** Of what was brought in, by JSON path. */
  readonly places: Map<string, Place>;
}

/** The data with the rows of its files, which have their places there; null with errors at the cells or at the name. */
export async function bringLists(
  json: Json,
  schema: z.ZodType,
  context: Omit<BringContext, 'json' | 'places'>,
): Promise<Json | null> {
  const places = new Map<string, Place>();
  const known = context.report.diagnostics.length;
  const value = await brought({ value: json.value, schema, at: '$' }, { ...context, json, places });
  if (context.report.diagnostics.slice(known).some(({ severity }) => severity === 'error')) return null;
  if (places.size === 0) return json;
  const placeIn = (at: string): Place | null => {
    for (let around = at; around !== ''; around = aroundOf(around)) {
      const place = places.get(around);
      if (place !== undefined) return { ...place, path: at };
    }
    return null;
  };
  return {
    value,
    placeOf: (at) => placeIn(at) ?? json.placeOf(at),
    placeOfName: (at) => placeIn(at) ?? json.placeOfName(at),
  };
}

interface Step {
  readonly value: unknown;
  readonly schema: z.ZodType;
  readonly at: string;
}

async function brought({ value, schema, at }: Step, context: BringContext): Promise<unknown> {
  const bare = chosen(schema, value);
  if (bare instanceof z.ZodArray && Array.isArray(value)) {
    const { element } = bare;
    if (!(element instanceof z.ZodType)) return value;
    const items: unknown[] = [];
    for (const [index, item] of value.entries())
      items.push(await brought({ value: item, schema: element, at: stepTo(at, index) }, context));
    return items;
  }
  if (!(bare instanceof z.ZodObject) || isLocalized(bare) || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value;
  const fields: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) {
    const field: unknown = Object.hasOwn(bare.shape, name) ? bare.shape[name] : undefined;
    fields[name] =
      field instanceof z.ZodType ? await broughtField(name, inner, { value, schema: field, at }, context) : inner;
  }
  return fields;
}

/** The field of a record: a list where it names the file of one. */
async function broughtField(name: string, inner: unknown, around: Step, context: BringContext): Promise<unknown> {
  const at = stepTo(around.at, name);
  const list = unwrap(around.schema);
  if (typeof inner !== 'string' || !mayBeFile(list))
    return brought({ value: inner, schema: around.schema, at }, context);
  const { columns } = Object(around.value) as Readonly<Record<string, unknown>>;
  if (Array.isArray(columns)) return (await readRows(inner, columns, around.at, context)) ?? inner;
  if (!(list instanceof z.ZodArray) || !(list.element instanceof z.ZodType)) return inner;
  const named = context.json.placeOf(at);
  const sheet = await readSheet(inner, named, context);
  return sheet === null
    ? inner
    : bringRecords(chosen(list.element, {}), { ...context, sheet, at, named, places: context.places });
}

async function readRows(
  file: string,
  columns: readonly unknown[],
  table: string,
  context: BringContext,
): Promise<unknown[] | null> {
  const at = stepTo(table, 'rows');
  const sheet = await readSheet(file, context.json.placeOf(at), context);
  if (sheet === null) return null;
  const asked = columns.map((column, index) =>
    askedOf(column, context.json.placeOf(stepTo(stepTo(table, 'columns'), index))),
  );
  const rows = bringRows(asked, { sheet, pasted: context.pasted, report: context.report });
  return (
    rows?.map((cells, row) => {
      const here = stepTo(at, row);
      for (const [index, { cell }] of cells.entries())
        context.places.set(stepTo(stepTo(here, 'cells'), index), placeOf(cell, sheet));
      const [first] = cells;
      if (first !== undefined) context.places.set(here, placeOf(first.cell, sheet));
      return { cells: cells.map(({ value }) => value) };
    }) ?? null
  );
}

function askedOf(column: unknown, at: Place): AskedColumn {
  const { from, as, head } = Object(column) as Readonly<Record<string, unknown>>;
  const heads = Object.values(Object(head)).filter((each) => typeof each === 'string');
  const kind = as === 'number' || as === 'money' || as === 'percent' ? as : 'text';
  return { names: typeof from === 'string' ? [from.trim()] : heads, as: kind, at };
}

async function readSheet(file: string, at: Place, context: BringContext): Promise<CsvTable | null> {
  const { report, languages } = context;
  const refuse = (place: Place, message: string, hint: string) => {
    report.error('bad-table-file', place, message, { hints: [hint] });
    return null;
  };
  if (!/\.csv$/i.test(file)) {
    const hint = 'In Excel choose "Save as" and "CSV UTF-8", then write that name, such as "courses.csv".';
    return refuse(at, `"${file}" is not the name of a CSV file.`, hint);
  }
  if (/^[/\\]|^[a-z]:|\\/i.test(file)) {
    const hint = 'Put the file beside the data, and write its name, such as "courses.csv".';
    return refuse(at, `"${file}" is not a path in the project.`, hint);
  }
  const named = path.posix.normalize(path.posix.join(path.posix.dirname(at.file), file));
  try {
    const source = decode(await context.world.read(named, limits.bytes, at), named, report);
    if (source === null) return null;
    const separator = separatorOf(source.text);
    const rows = readCsv(source.text, separator);
    if ('message' in rows) return refuse(source.place(rows.offset), rows.message, rows.hint);
    const [head, ...rest] = rows;
    if (head === undefined || rest.length === 0)
      return refuse(
        at,
        `The file ${named} has no rows.`,
        'Write the names of the columns in its first line, and the rows below.',
      );
    if (rest.length > limits.rows || head.length > limits.columns) {
      const message = `The file ${named} has ${rest.length} rows and ${head.length} columns.`;
      return refuse(at, message, `Give a table ${limits.rows} rows and ${limits.columns} columns at most.`);
    }
    return { source, head, rows: rest, decimalComma: separator === ';', languages };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    for (const diagnostic of error.diagnostics) report.add(diagnostic);
    return null;
  }
}

/** The path of what holds a value; empty for the whole. */
function aroundOf(at: string): string {
  return at.slice(0, Math.max(0, at.lastIndexOf('.'), at.lastIndexOf('[')));
}
