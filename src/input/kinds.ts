/** The kinds of documents. A new one is a file in `kinds/` and a line here; projects have kinds of their own in `templates/`. */
import type * as z from 'zod';
import type { Report } from '../diagnostics.ts';
import { type LanguageTag, languageTags } from '../language/languages.ts';
import type { DataShape } from '../model/datum.ts';
import type { World } from '../world.ts';
import { jsonSchemaOf } from './json-schema.ts';
import { brochure } from './kinds/brochure.ts';
import { document } from './kinds/document.ts';
import { factsheet } from './kinds/factsheet.ts';
import type { Head, Kind } from './kinds/kind.ts';
import { report } from './kinds/report.ts';
import { ownKind, ownKindNames } from './own/own-kinds.ts';
import { shapeOfSchema } from './shape.ts';

export type { Kind } from './kinds/kind.ts';

const all: readonly Kind[] = [brochure, factsheet, report, document];

/** By name; without the names that every JavaScript object has. */
export const kinds: Readonly<Record<string, Kind>> = Object.freeze(
  Object.setPrototypeOf(Object.fromEntries(all.map((kind) => [kind.name, kind])), null),
);

/**
 * A kind by its name, the project's own before ours; undefined where there is none, null with errors in the report where its
 * schema is wrong.
 */
export async function kindNamed(name: string, world: World, report: Report): Promise<Kind | null | undefined> {
  const own = await ownKind(name, kinds, world, report);
  return own === undefined ? kinds[name] : own;
}

/** All names that a document's `kind` may say: ours, then those of the project's own. */
export async function kindNames(root: string): Promise<readonly string[]> {
  return [...new Set([...Object.keys(kinds), ...(await ownKindNames(root))])];
}

const schemas = new WeakMap<Kind, Map<string, z.ZodType<Head>>>();

/** What is required of a kind's data in these languages; made once, because zod compiles each schema anew. */
export function schemaOf(kind: Kind, declared: readonly LanguageTag[]): z.ZodType<Head> {
  const known = schemas.get(kind) ?? new Map<string, z.ZodType<Head>>();
  schemas.set(kind, known);
  const schema = known.get(declared.join()) ?? kind.schema(declared);
  known.set(declared.join(), schema);
  return schema;
}

/** What paths a kind's data has, for checking templates. */
export function shapeOf(kind: Kind): DataShape {
  const shape = shapes.get(kind) ?? shapeOfSchema(schemaOf(kind, languageTags));
  shapes.set(kind, shape);
  return shape;
}

const shapes = new Map<Kind, DataShape>();

/** The name of a kind's JSON Schema: an address that never changes and leads nowhere, as the schema comes with Etrati. */
export function schemaId(kind: string): string {
  return `urn:etrati:schema:${kind}`;
}

/** The JSON Schema of a kind's files. It requires no language, because each document declares its own. */
export function jsonSchema(kind: Kind): Record<string, unknown> {
  const { $schema, ...rest } = jsonSchemaOf(schemaOf(kind, []));
  return { $schema, $id: schemaId(kind.name), title: kind.title, ...rest };
}
