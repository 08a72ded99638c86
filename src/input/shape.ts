/** Ways over a zod schema: its shape for templates, and the schema at a path for messages. */
import * as z from 'zod';
import type { Path } from '../json/path.ts';
import type { DataShape } from '../model/datum.ts';
import { onceEach } from '../once.ts';
import { derivedFields } from './kinds/derive.ts';
import { isLocalized, isRichBlock } from './kinds/fields.ts';
import { isFree } from './kinds/free.ts';

/** The paths that a template sees. Texts in several languages are leaves; a choice of records has the fields of all. */
export function shapeOfSchema(schema: z.ZodType): DataShape {
  const given = unwrap(schema);
  if (isLocalized(given)) return isRichBlock(given) ? { type: 'leaf', block: true } : { type: 'leaf' };
  if (isFree(given)) return { type: 'free' };
  const bare = withoutDerived(given);
  if (bare instanceof z.ZodArray) return { type: 'list', items: shapeOfSchema(asType(bare.element)) };
  if (bare instanceof z.ZodDiscriminatedUnion) return bare.options.map(asType).map(shapeOfSchema).reduce(joined);
  if (bare instanceof z.ZodObject) {
    const fields = Object.entries(bare.shape).map(([name, field]) => [name, shapeOfSchema(asType(field))] as const);
    return { type: 'record', fields: { ...Object.fromEntries(fields), ...derivedFields(given) } };
  }
  return { type: 'leaf' };
}

/** The records of a choice may share a name only for the same thing, or no template could tell what it holds. */
function joined(one: DataShape, other: DataShape): DataShape {
  if (one.type === 'record' && other.type === 'record') {
    const fields: Record<string, DataShape> = { ...one.fields };
    for (const [name, shape] of Object.entries(other.fields)) {
      const known = fields[name];
      fields[name] = known === undefined ? shape : joined(known, shape);
    }
    return { type: 'record', fields };
  }
  if (one.type === 'list' && other.type === 'list') return { type: 'list', items: joined(one.items, other.items) };
  if (one.type === 'leaf' && other.type === 'leaf') return one.block === other.block ? one : { type: 'leaf' };
  if (one.type !== other.type) throw new Error('a name with two shapes in a choice of records');
  return one;
}

/** The schema of the value at a path, or null where the schema knows no such path. `value` decides between records. */
export function schemaAt(schema: z.ZodType, path: Path, value: unknown): z.ZodType | null {
  let here: z.ZodType | null = chosen(schema, value);
  let inner = value;
  for (const key of path) {
    inner = Reflect.get(Object(inner), key);
    const field: z.ZodType | null =
      here instanceof z.ZodArray ? asType(here.element) : here instanceof z.ZodObject ? fieldOf(here, key) : null;
    if (field === null) return null;
    here = chosen(field, inner);
  }
  return here;
}

/** Without wrappings; of a choice, the record that the value says it is. */
export function chosen(schema: z.ZodType, value: unknown): z.ZodType {
  const { bare, choice } = bareOf(schema);
  if (choice === null) return bare;
  const kind: unknown = Reflect.get(Object(value), choice.discriminator);
  const record = choice.records.get(kind);
  if (record !== undefined) return record;
  const inner = choice.choices.map((each) => chosen(each, value));
  return inner.find((each) => literalsOf(each, choice.discriminator).includes(kind)) ?? bare;
}

interface Bare {
  readonly bare: z.ZodType;
  readonly choice: Choice | null;
}

/** The records of a choice by what names them, and the choices among them. */
interface Choice {
  readonly discriminator: string;
  readonly records: ReadonlyMap<unknown, z.ZodType>;
  readonly choices: readonly z.ZodType[];
}

// Every value of every document is asked for its schema, and what zod's classes are is long in being found.
const bareOf = onceEach((schema: z.ZodType): Bare => {
  const given = unwrap(schema);
  const bare = isLocalized(given) ? given : withoutDerived(given);
  return { bare, choice: bare instanceof z.ZodDiscriminatedUnion ? choiceOf(bare) : null };
});

function choiceOf({ options, def: { discriminator } }: z.ZodDiscriminatedUnion): Choice {
  const all = options.map(asType);
  const choices = all.filter((option) => bareOf(option).choice !== null);
  const records = all.filter((option) => !choices.includes(option)).map((option) => bareOf(option).bare);
  const named = records.flatMap((record) => literalsOf(record, discriminator).map((name) => [name, record] as const));
  return { discriminator, records: new Map(named), choices };
}

/** What the values of a schema, as `chosen` gives it, are made of; null for all that is neither list nor record. */
export type Inside =
  | { readonly type: 'list'; readonly element: z.ZodType }
  | { readonly type: 'record'; readonly fields: ReadonlyMap<string, z.ZodType> };

export const insideOf = onceEach((bare: z.ZodType): Inside | null => {
  if (bare instanceof z.ZodArray) return { type: 'list', element: asType(bare.element) };
  if (!(bare instanceof z.ZodObject)) return null;
  const fields = Object.entries(bare.shape).map(([name, field]) => [name, asType(field)] as const);
  return { type: 'record', fields: new Map(fields) };
});

/** The names that choose between the records of a choice. */
export function choicesOf(schema: z.ZodDiscriminatedUnion): readonly string[] {
  const options = schema.options.map((option) => withoutDerived(unwrap(asType(option))));
  return options.flatMap((option) => literalsOf(option, schema.def.discriminator)).map(String);
}

function literalsOf(option: z.ZodType, discriminator: string): readonly unknown[] {
  const field = option instanceof z.ZodObject ? option.shape[discriminator] : null;
  return field instanceof z.ZodLiteral ? [...field.values] : [];
}

function fieldOf(object: z.ZodObject, key: PropertyKey): z.ZodType | null {
  const name = String(key);
  return Object.hasOwn(object.shape, name) ? asType(object.shape[name]) : null;
}

/** Without what says that it may be left out. */
export const unwrap = onceEach((schema: z.ZodType): z.ZodType => {
  let bare = schema;
  while (bare instanceof z.ZodDefault || bare instanceof z.ZodNullable || bare instanceof z.ZodOptional) {
    bare = asType(bare.unwrap());
  }
  return bare;
});

function withoutDerived(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodPipe ? unwrap(asType(schema.in)) : schema;
}

/** Zod types the parts of a schema by its core; all of ours are made by its classic interface. */
function asType(schema: unknown): z.ZodType {
  if (schema instanceof z.ZodType) return schema;
  throw new Error('not a schema of zod’s classic interface');
}
