/** What may be left out and is empty is not there: an empty list, a text that is blank in every language. */
import * as z from 'zod';
import { words } from '../model/build.ts';
import { onceEach } from '../once.ts';
import { isLocalized } from './kinds/fields.ts';
import { chosen, insideOf } from './shape.ts';

/**
 * The value with null for each empty part that its schema lets be left out: people empty what they do not need. What is
 * required, or empty in one language only, stays as it is: the schema will say so.
 */
export function withoutEmpty(schema: z.ZodType, value: unknown): unknown {
  const bare = chosen(schema, value);
  if (isLocalized(bare)) return value;
  const inside = insideOf(bare);
  if (inside?.type === 'list' && Array.isArray(value)) {
    const { element } = inside;
    return value.map((item) => withoutEmpty(element, item));
  }
  if (inside?.type !== 'record' || typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const whole: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) {
    const field = inside.fields.get(name);
    whole[name] =
      field === undefined ? inner : mayBeNull(field) && isNothing(inner) ? null : withoutEmpty(field, inner);
  }
  return whole;
}

const mayBeNull = onceEach((schema: z.ZodType): boolean => {
  let here: unknown = schema;
  while (here instanceof z.ZodDefault || here instanceof z.ZodOptional) here = here.unwrap();
  return here instanceof z.ZodNullable;
});

/** Nulls in a list are gaps that somebody wrote; in a record they are fields that are not there. */
function isNothing(value: unknown): boolean {
  if (typeof value === 'string') return words(value) === null;
  if (Array.isArray(value)) return value.every((item) => item !== null && isNothing(item));
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).every((inner) => inner === null || isNothing(inner));
}
