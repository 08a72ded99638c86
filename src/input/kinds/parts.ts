/** Parts of documents that rules judge wherever they stand: their schemas are known by name. */
import * as z from 'zod';

const names = new WeakMap<z.ZodType, string>();

/** Names a schema as one of a part. Give it last: zod makes a new schema of each further description. */
export function part<T extends z.ZodType>(name: string, schema: T): T {
  names.set(schema, name);
  return schema;
}

const files = new WeakSet<z.ZodType>();

/** Says that people may name a file in the place of a list: its rows are there before the schema is asked (`bring/`). */
export function orFile<T extends z.ZodType>(schema: T): T {
  files.add(schema);
  return schema;
}

const written = new WeakSet<z.ZodType>();

/** Says of a list of records that it describes others, and is no matter of rows in a file. */
export function inPlace<T extends z.ZodType>(schema: T): T {
  written.add(schema);
  return schema;
}

export function isInPlace(schema: z.ZodType): boolean {
  return written.has(schema);
}

const sharing = new WeakSet<z.ZodType>();

/** Says of a record that all numbers in it are written with the same decimals, for which its field "decimals" asks. */
export function sharingDecimals<T extends z.ZodType>(schema: T): T {
  sharing.add(schema);
  return schema;
}

export function sharesDecimals(schema: z.ZodType): boolean {
  return sharing.has(schema);
}

/** Whether a file may be named in the place of what a schema describes. */
export function mayBeFile(schema: unknown): boolean {
  return schema instanceof Object && files.has(schema as z.ZodType);
}

/** The name of the part that a schema describes, or null. */
export function partOf(schema: z.ZodType): string | null {
  return names.get(schema) ?? null;
}

/** How the file of a list is named: a CSV or XLSX file beside the data, and of a workbook the sheet and the cells. */
export function fileOfRows(description: string) {
  const file = z.string().regex(/\.(?:csv|xlsx|xlsm)$/i);
  const sheet = z.string().min(1).describe('The name of the sheet (default: the first one)');
  const range = z.string().min(1).describe('The cells, with the names of the columns, such as A3:F20 (default: all)');
  const inSheet = z
    .strictObject({ file: file.describe('The name of the file'), sheet: sheet.optional(), range: range.optional() })
    .describe('A sheet of a workbook');
  return z.union([file, inSheet]).describe(description);
}
