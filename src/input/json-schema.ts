/** JSON Schemas for people's editors. What stands in many places, such as a table, is written once and named. */
import * as z from 'zod';
import { takesFile } from './bring/fields.ts';
import { fileOfRows, mayBeFile } from './kinds/parts.ts';
import { unwrap } from './shape.ts';

type SchemaNode = Readonly<Record<string, unknown>>;

/** Smaller parts are easier to read where they stand. */
const least = 500;

/** The JSON Schema of what a zod schema takes in: draft 7, which editors know best. */
export function jsonSchemaOf(schema: z.ZodType): SchemaNode {
  const { $schema, ...whole } = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      allowEmpty(jsonSchema);
      if (zodSchema instanceof z.ZodArray && takesFile(zodSchema)) allowFile(jsonSchema);
      if (zodSchema instanceof z.ZodObject && takesData(zodSchema)) freeOf(jsonSchema);
    },
  });
  const shared = new Shared();
  const root = shared.intern(whole);
  const { node, definitions } = shared.named(root);
  return Object.keys(definitions).length === 0 ? { $schema, ...node } : { $schema, ...node, definitions };
}

/** A list, or the file that it is in. */
function allowFile(schema: z.core.JSONSchema.BaseSchema): void {
  const { description, ...list } = schema;
  for (const name of Object.keys(schema)) delete schema[name];
  Object.assign(schema, { description, anyOf: [list, ...fileForms] });
}

const { anyOf: fileForms = [] } = z.toJSONSchema(fileOfRows(''), { target: 'draft-7', io: 'input' });

/** Whether a record's data may come from a file: a chart's. */
function takesData({ shape }: z.ZodObject): boolean {
  const data: unknown = shape.data;
  return data instanceof z.ZodType && mayBeFile(unwrap(data));
}

/** What comes from the file need not be written. */
function freeOf(schema: z.core.JSONSchema.BaseSchema): void {
  schema.required = schema.required?.filter((name) => name !== 'categories' && name !== 'series') ?? [];
}

/** What may be null may be empty too: an empty list or text means that it is not there. */
function allowEmpty({ anyOf }: z.core.JSONSchema.BaseSchema): void {
  if (!anyOf?.some((each) => each.type === 'null')) return;
  for (const each of anyOf) {
    if (each.minItems === 1) delete each.minItems;
    if (each.minLength === 1) delete each.minLength;
  }
}

/** Equal parts made one object, so that those with several parents can be told. */
class Shared {
  readonly #known = new Map<string, SchemaNode>();
  readonly #ids = new Map<unknown, number>();
  readonly #sizes = new Map<unknown, number>();
  readonly #parents = new Map<unknown, number>();

  /** The one object for all parts that say the same. */
  intern(value: unknown): SchemaNode {
    return this.#interned(value) as SchemaNode;
  }

  #interned(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([name, inner]) => [name, this.#interned(inner)] as const);
    const key = JSON.stringify(
      entries.map(([name, inner]) => [name, this.#ids.get(inner) ?? JSON.stringify(inner), typeof inner]),
    );
    const found = this.#known.get(`${Array.isArray(value)}${key}`);
    if (found !== undefined) return found;
    const made = Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
    this.#known.set(`${Array.isArray(value)}${key}`, made as SchemaNode);
    this.#ids.set(made, this.#ids.size);
    this.#sizes.set(
      made,
      entries.reduce((sum, [name, inner]) => sum + name.length + this.#sizeOf(inner), 0),
    );
    for (const inner of entries.map(([, each]) => each)) this.#parents.set(inner, (this.#parents.get(inner) ?? 0) + 1);
    return made;
  }

  #sizeOf(value: unknown): number {
    return this.#sizes.get(value) ?? JSON.stringify(value).length;
  }

  /** The tree with references for the parts that several others have, and those parts by name. */
  named(root: SchemaNode): { readonly node: SchemaNode; readonly definitions: SchemaNode } {
    const definitions: Record<string, unknown> = {};
    const names = new Map<unknown, string>();
    const visit = (value: unknown): unknown => {
      if (typeof value !== 'object' || value === null) return value;
      if (Array.isArray(value)) return value.map(visit);
      const copy = () => Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, visit(inner)]));
      const shared = (this.#parents.get(value) ?? 0) > 1 && this.#sizeOf(value) >= least && isSchema(value);
      if (!shared) return copy();
      const name = names.get(value) ?? nameFor(value, new Set(names.values()));
      if (!names.has(value)) {
        names.set(value, name);
        definitions[name] = copy();
      }
      return { $ref: `#/definitions/${name}` };
    };
    return { node: visit(root) as SchemaNode, definitions };
  }
}

function isSchema(node: object): boolean {
  return Object.hasOwn(node, 'properties') || Object.hasOwn(node, 'oneOf');
}

/** Of a block its type; else its first words. */
function nameFor(node: object, taken: ReadonlySet<string>): string {
  const type: unknown = Reflect.get(Object(Reflect.get(Object(Reflect.get(node, 'properties')), 'type')), 'const');
  const title: unknown = typeof type === 'string' ? type : Reflect.get(node, 'description');
  const words = String(title ?? 'block')
    .toLowerCase()
    .match(/[a-z]+/g) ?? ['block'];
  const base = words.slice(0, 5).join('-');
  let name = base;
  for (let count = 2; taken.has(name); count += 1) name = `${base}-${count}`;
  return name;
}
