/** Ways over a zod schema: its shape for templates, and the schema at a path for messages. */
import { z } from 'zod';
import type { Path } from '../json/path.ts';
import type { Shape } from '../model/datum.ts';
import { isLocalized } from './kinds/fields.ts';

/** The paths that a template sees. Texts in several languages are leaves. */
export function shapeOfSchema(schema: z.ZodType): Shape {
  const bare = unwrap(schema);
  if (isLocalized(bare)) return { type: 'leaf' };
  if (bare instanceof z.ZodArray) return { type: 'list', items: shapeOfSchema(asType(bare.element)) };
  if (bare instanceof z.ZodObject) {
    const fields = Object.entries(bare.shape).map(([name, field]) => [name, shapeOfSchema(asType(field))] as const);
    return { type: 'record', fields: Object.fromEntries(fields) };
  }
  return { type: 'leaf' };
}

/** The schema of the value at a path, or null where the schema knows no such path. */
export function schemaAt(schema: z.ZodType, path: Path): z.ZodType | null {
  let here: z.ZodType | null = unwrap(schema);
  for (const key of path) {
    if (here instanceof z.ZodArray) here = unwrap(asType(here.element));
    else if (here instanceof z.ZodObject) here = fieldOf(here, key);
    else return null;
  }
  return here;
}

function fieldOf(object: z.ZodObject, key: PropertyKey): z.ZodType | null {
  const name = String(key);
  return Object.hasOwn(object.shape, name) ? unwrap(asType(object.shape[name])) : null;
}

/** Without what says that it may be left out. */
export function unwrap(schema: z.ZodType): z.ZodType {
  let bare = schema;
  while (bare instanceof z.ZodDefault || bare instanceof z.ZodNullable || bare instanceof z.ZodOptional) {
    bare = asType(bare.unwrap());
  }
  return bare;
}

/** Zod types the parts of a schema by its core; all of ours are made by its classic interface. */
function asType(schema: unknown): z.ZodType {
  if (schema instanceof z.ZodType) return schema;
  throw new Error('not a schema of zod’s classic interface');
}
