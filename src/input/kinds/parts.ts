/** Parts of documents that rules judge wherever they stand: their schemas are known by name. */
import type { z } from 'zod';

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

/** Whether a file may be named in the place of what a schema describes. */
export function mayBeFile(schema: unknown): boolean {
  return schema instanceof Object && files.has(schema as z.ZodType);
}

/** The name of the part that a schema describes, or null. */
export function partOf(schema: z.ZodType): string | null {
  return names.get(schema) ?? null;
}
