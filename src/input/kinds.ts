/** The kinds of documents. A new one is a file in `kinds/` and a line here. */
import { z } from 'zod';
import type { Shape } from '../model/datum.ts';
import { brochure } from './kinds/brochure.ts';
import { languageTags } from './kinds/fields.ts';
import type { Kind } from './kinds/kind.ts';
import { shapeOfSchema } from './shape.ts';

export type { Kind } from './kinds/kind.ts';

const all: readonly Kind[] = [brochure];

/** By name; without the names that every JavaScript object has. */
export const kinds: Readonly<Record<string, Kind>> = Object.freeze(
  Object.setPrototypeOf(Object.fromEntries(all.map((kind) => [kind.name, kind])), null),
);

/** What paths a kind's data has, for checking templates. */
export function shapeOf(kind: Kind): Shape {
  return shapeOfSchema(kind.schema(languageTags));
}

/** The JSON Schema (draft 7, which editors know best) of a kind's files. No language is required by it: each document declares its own. */
export function jsonSchema(kind: Kind): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(kind.schema([]), { target: 'draft-7', io: 'input' });
  return { $schema, title: kind.title, ...rest };
}
