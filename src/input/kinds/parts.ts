/** Parts of documents that rules judge wherever they stand: their schemas are known by name. */
import type { z } from 'zod';

const names = new WeakMap<z.ZodType, string>();

/** Names a schema as one of a part. Give it last: zod makes a new schema of each further description. */
export function part<T extends z.ZodType>(name: string, schema: T): T {
  names.set(schema, name);
  return schema;
}

/** The name of the part that a schema describes, or null. */
export function partOf(schema: z.ZodType): string | null {
  return names.get(schema) ?? null;
}
