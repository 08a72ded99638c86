/** What may be left out and is empty is not there: an empty list, a text that is blank in every language. */
import { z } from 'zod';
import { words } from '../model/build.ts';
import { isLocalized } from './kinds/fields.ts';
import { chosen } from './shape.ts';

/**
 * The value with null for each empty part that its schema lets be left out: people empty what they do not need. What is
 * required, or empty in one language only, stays as it is: the schema will say so.
 */
export function withoutEmpty(schema: z.ZodType, value: unknown): unknown {
  const bare = chosen(schema, value);
  if (isLocalized(bare)) return value;
  if (bare instanceof z.ZodArray && Array.isArray(value)) {
    const { element } = bare;
    return element instanceof z.ZodType ? value.map((item) => withoutEmpty(element, item)) : value;
  }
  if (!(bare instanceof z.ZodObject) || typeof value !== 'object' || value === null || Array.isArray(value))
    return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const field: unknown = Object.hasOwn(bare.shape, name) ? bare.shape[name] : undefined;
      if (!(field instanceof z.ZodType)) return [name, inner];
      return [name, mayBeNull(field) && isNothing(inner) ? null : withoutEmpty(field, inner)];
    }),
  );
}

function mayBeNull(schema: z.ZodType): boolean {
  let here: unknown = schema;
  while (here instanceof z.ZodDefault || here instanceof z.ZodOptional) here = here.unwrap();
  return here instanceof z.ZodNullable;
}

/** Nulls in a list are gaps that somebody wrote; in a record they are fields that are not there. */
function isNothing(value: unknown): boolean {
  if (typeof value === 'string') return words(value) === null;
  if (Array.isArray(value)) return value.every((item) => item !== null && isNothing(item));
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).every((inner) => inner === null || isNothing(inner));
}
