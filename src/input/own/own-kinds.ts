/** Kinds of a project's own: `templates/<kind>/schema.json`. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { Report } from '../../diagnostics.ts';
import { readJson } from '../../json/json.ts';
import { decode } from '../../json/source.ts';
import { type LanguageTag, languageTags } from '../../language/languages.ts';
import { nameHints } from '../../suggestion.ts';
import type { World } from '../../world.ts';
import { fieldsIn } from '../kinds/fields.ts';
import type { Head, Kind } from '../kinds/kind.ts';
import { withOwn } from '../kinds/own.ts';
import { limits, SchemaReader } from './read-schema.ts';

const nameForm = /^[a-z][a-z0-9-]{0,62}$/;

/** Where the schema of a kind of the project's own stands, relative to its root. */
export function schemaFileOf(name: string): string {
  return `templates/${name}/schema.json`;
}

/** The names of the project's own kinds, sorted. */
export async function ownKindNames(root: string): Promise<readonly string[]> {
  const list = (folder: string): Promise<readonly string[]> => readdir(folder).catch(() => []);
  const names = await list(path.join(root, 'templates'));
  const files = await Promise.all(names.map((name) => list(path.join(root, 'templates', name))));
  return names.filter((name, index) => nameForm.test(name) && files[index]?.includes('schema.json')).sort();
}

/**
 * The project's own kind of this name; undefined where it has none, null with errors at their places in its schema where that
 * is wrong. `built` are the kinds that it may extend.
 */
export async function ownKind(
  name: string,
  built: Readonly<Record<string, Kind>>,
  world: World,
  report: Report,
): Promise<Kind | null | undefined> {
  const file = schemaFileOf(name);
  if (!nameForm.test(name) || !(await world.exists(file))) return undefined;
  const source = decode(await world.read(file, limits.bytes), file, report);
  if (source === null) return null;
  const key = `${name}\0${source.text}`;
  const kept = made.get(key);
  if (kept !== undefined) return kept;
  const own = new Report();
  const json = readJson(source, own);
  const kind = json && kindOf(name, json, built, own);
  for (const found of own.diagnostics) report.add(found);
  if (kind === null || own.failed) return null;
  if (made.size >= 16) made.clear();
  made.set(key, kind);
  return kind;
}

/** Compiling a schema is dear, and a project makes many documents of a kind. */
const made = new Map<string, Kind>();

const rootKeys = [
  '$schema',
  '$id',
  '$comment',
  'title',
  'description',
  'type',
  'extends',
  'properties',
  'required',
  '$defs',
  'additionalProperties',
];

type Json = NonNullable<ReturnType<typeof readJson>>;

function kindOf(name: string, json: Json, built: Readonly<Record<string, Kind>>, report: Report): Kind | null {
  const root = json.value;
  if (typeof root !== 'object' || root === null || Array.isArray(root)) {
    report.error('bad-kind-schema', json.placeOf('$'), 'The schema of a kind must be an object.', {
      hints: ['Write { "title": "…", "type": "object", "properties": { … } }.'],
    });
    return null;
  }
  const node: Readonly<Record<string, unknown>> = { ...root };
  for (const key of Object.keys(node)) {
    if (rootKeys.includes(key)) continue;
    report.error(
      'bad-kind-schema',
      json.placeOfName(`$.${key}`),
      `"${key}" is not checked at the top of a kind’s schema.`,
      {
        hints: nameHints(key, rootKeys, 'keywords here'),
      },
    );
  }
  const base = baseOf(node, json, built, report);
  if (typeof node.title !== 'string' || node.title.trim() === '')
    report.error('bad-kind-schema', json.placeOf('$'), 'The kind does not have a title.', {
      hints: ['Add "title": "…" with what it is, for people who choose one.'],
    });
  if (node.type !== undefined && node.type !== 'object')
    report.error('bad-kind-schema', json.placeOf('$.type'), 'A document is an object.', {
      hints: ['Write "type": "object".'],
    });
  const read = (declared: readonly LanguageTag[], to: Report) =>
    new SchemaReader(json, fieldsIn(declared), to).properties(node, []);
  const fields = read(languageTags, report);
  const taken = [...Object.keys(fieldsOf(base, languageTags)), 'kind', 'extra'];
  for (const field of Object.keys(fields).filter((each) => taken.includes(each)))
    report.error(
      'bad-kind-schema',
      json.placeOfName(`$.properties.${field}`),
      `Every document of this kind has the field "${field}" already.`,
      {
        hints: [`Remove it here, or call yours "my-${field}".`],
      },
    );
  if (report.failed) return null;
  return {
    name,
    title: String(node.title),
    base: base?.name ?? null,
    schema: (declared) => schemaOf(base, declared, { name, fields: read(declared, new Report()) }),
  };
}

function baseOf(
  node: Readonly<Record<string, unknown>>,
  json: Json,
  built: Readonly<Record<string, Kind>>,
  report: Report,
): Kind | null {
  const asked = node.extends;
  if (asked === undefined) return null;
  const base = typeof asked === 'string' ? built[asked] : undefined;
  if (base !== undefined) return base;
  report.error('bad-kind-schema', json.placeOf('$.extends'), `There is no kind ${JSON.stringify(asked)} to extend.`, {
    hints: nameHints(String(asked), Object.keys(built), 'kinds'),
  });
  return null;
}

type OwnFields = { readonly name: string; readonly fields: Readonly<Record<string, z.ZodType>> };

function schemaOf(base: Kind | null, declared: readonly LanguageTag[], own: OwnFields): z.ZodType<Head> {
  if (base !== null) return base.schema(declared, own);
  const plain = z.strictObject({ kind: z.literal(own.name), ...fieldsIn(declared).head });
  return withOwn(plain, declared, own);
}

/** The fields that a document has before its kind adds any. */
function fieldsOf(base: Kind | null, declared: readonly LanguageTag[]): object {
  const schema = base?.schema(declared);
  const bare = schema instanceof z.ZodPipe ? schema.in : schema;
  return bare instanceof z.ZodObject ? bare.shape : fieldsIn(declared).head;
}
