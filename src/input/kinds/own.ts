/** What a kind of one's own takes from a kind that comes with Etrati: all of its fields, under another name, and more. */
import * as z from 'zod';
import type { LanguageTag } from '../../language/languages.ts';
import { optional } from './fields.ts';
import { freeIn } from './free.ts';

export interface Own {
  /** As in the field `kind`. */
  readonly name: string;
  /** Beside those of the kind that it extends. */
  readonly fields: Readonly<Record<string, z.ZodType>>;
}

/** The schema with the field `extra`, which all kinds have, and for a kind that extends it, with its name and fields. */
export function withOwn<T extends z.ZodObject>(schema: T, declared: readonly LanguageTag[], own?: Own): T {
  const name = own === undefined ? {} : { kind: z.literal(own.name).describe('The kind of document') };
  const extended = schema.extend({ ...name, ...own?.fields, extra: optional(freeIn(declared)) });
  // Rules and templates of the kind see what they know; the rest is for templates of its own.
  return extended as z.ZodObject as T;
}
