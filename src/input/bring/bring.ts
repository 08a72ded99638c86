/** Lists that are in a file of their own: `"rows": "courses.xlsx"`. Read before the check, which then sees a list as ever. */
import * as z from 'zod';
import type { Place, Report } from '../../diagnostics.ts';
import type { Json } from '../../json/json.ts';
import { pathOf, stepTo, valueAt } from '../../json/path.ts';
import type { World } from '../../world.ts';
import { isLocalized } from '../kinds/fields.ts';
import { mayBeFile } from '../kinds/parts.ts';
import type { PastedTexts } from '../pasted.ts';
import { chosen, insideOf, unwrap } from '../shape.ts';
import { bringChart, namesOf, textsOf } from './chart.ts';
import { withDecimals } from './decimals-shown.ts';
import { fieldsOf, takesFile } from './fields.ts';
import { fileNamed, readSheet, reportMissing } from './file.ts';
import { isEmblem, type Logos, logoOf } from './logos.ts';
import { unitAround } from './number.ts';
import { bringRecords, isNameOf } from './records.ts';
import { type AskedColumn, type AskedNumbers, bringRows } from './rows.ts';
import { type FileSheet, type NamedFile, placeOf } from './sheet.ts';

interface BringContext {
  readonly json: Json;
  readonly world: World;
  readonly report: Report;
  readonly pasted: PastedTexts;
  readonly languages: readonly string[];
  readonly logos: Logos;
  /** Of what was brought in, by JSON path. */
  readonly places: Map<string, Place>;
  /** The pictures that the data names, and where. */
  readonly pictures: { readonly src: string; readonly at: Place }[];
  /** What stands in the data where a file was named, by JSON path: lists, and charts. */
  readonly taken: Map<string, unknown>;
  /** What is read once the data is gone through, which itself waits for nothing: most of it names no files. */
  readonly reads: {
    readonly around: unknown[] | Record<string, unknown>;
    readonly key: string | number;
    readonly read: Read;
  }[];
}

/** Reads what stands in the place of the name of a file. */
type Read = () => Promise<unknown>;

export interface WithFiles {
  readonly json: Json;
  /** What came in the place of the names of files, by JSON path; for those who have the data without its files. */
  readonly taken: ReadonlyMap<string, unknown>;
}

/** The data with the rows of its files, which have their places there; null with errors at the cells or at the name. */
export async function bringLists(
  json: Json,
  schema: z.ZodType,
  context: Omit<BringContext, 'json' | 'places' | 'taken' | 'pictures' | 'reads'>,
): Promise<WithFiles | null> {
  const [places, taken] = [new Map<string, Place>(), new Map<string, unknown>()];
  const known = context.report.diagnostics.length;
  const pictures: BringContext['pictures'] = [];
  const reads: BringContext['reads'] = [];
  const value = brought({ value: json.value, schema, at: '$' }, { ...context, json, places, taken, pictures, reads });
  for (const { around, key, read } of reads) Reflect.set(around, key, await read());
  if (context.report.diagnostics.slice(known).some(({ severity }) => severity === 'error')) {
    // Files that are missing are said together: pictures are opened only once the data is whole.
    for (const picture of pictures) await reportMissing(picture, context);
    return null;
  }
  if (places.size === 0) return { json, taken };
  const placeIn = (at: string): Place | null => {
    for (let around = at; around !== ''; around = aroundOf(around)) {
      const place = places.get(around);
      if (place !== undefined) return { ...place, path: at };
    }
    return null;
  };
  const placed: Json = {
    value,
    placeOf: (at) => placeIn(at) ?? json.placeOf(at),
    placeOfName: (at) => placeIn(at) ?? json.placeOfName(at),
  };
  return { json: placed, taken };
}

interface Step {
  readonly value: unknown;
  readonly schema: z.ZodType;
  readonly at: string;
}

function brought({ value, schema, at }: Step, context: BringContext): unknown {
  const bare = chosen(schema, value);
  const inside = insideOf(bare);
  if (inside?.type === 'list' && Array.isArray(value)) {
    const items: unknown[] = [];
    for (const [index, item] of value.entries())
      bringInto(items, index, { value: item, schema: inside.element, at: stepTo(at, index) }, context);
    return items;
  }
  if (inside?.type !== 'record' || isLocalized(bare) || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value;
  const { fields } = inside;
  if (fields.has('src') && 'src' in value && typeof value.src === 'string')
    context.pictures.push({ src: value.src, at: context.json.placeOf(stepTo(at, 'src')) });
  const logo = isEmblem(fields) ? logoOf(value, context.logos) : null;
  if (logo !== null) {
    context.places.set(stepTo(at, 'picture'), logo.from);
    return { ...value, picture: logo.value };
  }
  const whole: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) {
    whole[name] = inner;
    const field = fields.get(name);
    if (field === undefined) continue;
    const read = readOf(name, inner, { value, schema: field, at }, context);
    if (read === null) bringInto(whole, name, { value: inner, schema: field, at: stepTo(at, name) }, context);
    else context.reads.push({ around: whole, key: name, read });
  }
  return whole;
}

/** What a chart reads comes in the place of the whole of it. */
function bringInto(
  around: unknown[] | Record<string, unknown>,
  key: string | number,
  step: Step,
  context: BringContext,
): void {
  const read = chartOf(step, context);
  Reflect.set(around, key, read === null ? brought(step, context) : step.value);
  if (read !== null) context.reads.push({ around, key, read });
}

/** How the field of a record is read: a list where it names the file of one; null for what is in the data. */
function readOf(name: string, inner: unknown, around: Step, context: BringContext): Read | null {
  const list = unwrap(around.schema);
  const named = takesFile(list) && list instanceof z.ZodArray ? fileNamed(inner) : null;
  // What is left empty is not there.
  if (named === null || named.file.trim() === '') return null;
  const at = stepTo(around.at, name);
  const { columns } = Object(around.value) as Readonly<Record<string, unknown>>;
  const asTable = mayBeFile(list);
  const { element } = list as z.ZodArray;
  if (asTable && !Array.isArray(columns)) return null;
  if (!(element instanceof z.ZodType)) return null;
  return async () => {
    const rows =
      asTable && Array.isArray(columns)
        ? await readRows(named, columns, around.at, context)
        : await readRecords(named, chosen(element, {}), at, context);
    if (rows !== null) context.taken.set(at, rows);
    return rows ?? inner;
  };
}

async function readRecords(named: NamedFile, schema: z.ZodType, at: string, context: BringContext) {
  const place = context.json.placeOf(at);
  const isName = isNameOf(fieldsOf(schema, []), context.languages);
  const sheet = await readSheet(named, { ...context, at: place, isName });
  const unit = unitAround(context.json.value, pathOf(at) ?? []);
  return sheet && bringRecords(schema, { ...context, sheet, at, named: place, unit });
}

async function readRows(
  named: NamedFile,
  columns: readonly unknown[],
  table: string,
  context: BringContext,
): Promise<unknown[] | null> {
  const at = stepTo(table, 'rows');
  const currency = valueAt(context.json.value, [...(pathOf(table) ?? []), 'currency']);
  const asked = columns.map((column, index) =>
    askedOf(column, currency, context.json.placeOf(stepTo(stepTo(table, 'columns'), index))),
  );
  const isName = isAmong(
    asked.flatMap(({ names }) => names),
    context.languages,
  );
  const sheet = await readSheet(named, { ...context, at: context.json.placeOf(at), isName });
  if (sheet === null) return null;
  const rows = bringRows(asked, { sheet, pasted: context.pasted, report: context.report });
  const foot = valueAt(context.json.value, [...(pathOf(table) ?? []), 'foot']);
  return (
    rows &&
    withDecimals(rows, asked, foot).map((cells, row) => {
      const here = stepTo(at, row);
      for (const [index, { cell }] of cells.entries())
        context.places.set(stepTo(stepTo(here, 'cells'), index), placeOf(cell, sheet));
      const [first] = cells;
      if (first !== undefined) context.places.set(here, placeOf(first.cell, sheet));
      return { cells: cells.map(({ value }) => value) };
    })
  );
}

function askedOf(column: unknown, currency: unknown, at: Place): AskedColumn {
  const { from, as, head, decimals } = Object(column) as Readonly<Record<string, unknown>>;
  const kind = as === 'number' || as === 'money' || as === 'percent' ? as : 'text';
  const numbers: AskedNumbers = {
    unit:
      kind === 'money'
        ? { currency: typeof currency === 'string' ? currency : null }
        : kind === 'percent'
          ? kind
          : 'number',
    decimals: typeof decimals === 'number' ? decimals : null,
    unitField: 'as',
  };
  return {
    names: typeof from === 'string' ? [from.trim()] : textsOf(head),
    as: kind,
    isRich: kind === 'text',
    numbers,
    at,
  };
}

/** How a chart is read whose numbers are in a file; null for any other value. */
function chartOf({ value, schema, at }: Step, context: BringContext): Read | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const inside = insideOf(chosen(schema, value));
  const field = inside?.type === 'record' ? inside.fields.get('data') : undefined;
  if (field === undefined || !mayBeFile(unwrap(field))) return null;
  const chart = value as Readonly<Record<string, unknown>>;
  const named = fileNamed(chart.data ?? null);
  return named === null || named.file.trim() === '' ? null : () => readChart(chart, named, at, context);
}

async function readChart(
  chart: Readonly<Record<string, unknown>>,
  named: NamedFile,
  at: string,
  context: BringContext,
): Promise<unknown> {
  const place = context.json.placeOf(stepTo(at, 'data'));
  const { series } = chart;
  if (chart.categories !== undefined || hasValues(series)) {
    const message = 'The chart has "data" from a file, and categories or values of its own.';
    context.report.error('bad-table-file', place, message, {
      hints: ['Remove "data", or remove "categories" and all "values".'],
    });
    return chart;
  }
  const names = [...textsOf(chart.axis), ...(Array.isArray(series) ? series.flatMap(namesOf) : [])];
  const sheet: FileSheet | null = await readSheet(named, {
    ...context,
    at: place,
    isName: isAmong(names, context.languages),
  });
  const placeIn = (path: string) => context.json.placeOf(path);
  const made = sheet && bringChart(chart, { ...context, sheet, at, named: place, placeIn, places: context.places });
  if (made === null) return chart;
  context.taken.set(at, made);
  return made;
}

function hasValues(series: unknown): boolean {
  return Array.isArray(series) && series.some((one) => Object.hasOwn(Object(one), 'values'));
}

/** Whether a text, in small letters, is one of these names, or one of them in a language. */
function isAmong(names: readonly string[], languages: readonly string[]): (text: string) => boolean {
  const all = names.flatMap((name) => [name, ...languages.map((lang) => `${name}.${lang}`)]);
  const known = new Set(all.map((name) => name.toLowerCase()));
  return (text) => known.has(text);
}

/** The path of what holds a value; empty for the whole. */
function aroundOf(at: string): string {
  return at.slice(0, Math.max(0, at.lastIndexOf('.'), at.lastIndexOf('[')));
}
