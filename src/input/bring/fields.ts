/** Which fields of a record the columns of a file can fill, and which lists a file can be named for: by their schemas alone. */
import * as z from 'zod';
import { isLocalized, isRich } from '../kinds/fields.ts';
import { isInPlace, mayBeFile } from '../kinds/parts.ts';
import { chosen, unwrap } from '../shape.ts';

/** One field that a column can fill; `path` leads to it from the record: `planned`, `start`. */
export interface RecordField {
  readonly path: readonly (string | number)[];
  readonly type: 'texts' | 'number' | 'day' | 'plain';
  readonly isNeeded: boolean;
  /** Whether its texts take marks. */
  readonly isRich: boolean;
}

/** A list within a record: its items have columns of their own, counted from 1: `values.1.target`. */
interface Nested {
  readonly path: readonly string[];
  readonly item: z.ZodType;
  readonly isNeeded: boolean;
}

interface Found {
  readonly fields: readonly RecordField[];
  readonly lists: readonly Nested[];
  /** Whether a column can be had for all of it: blocks, of which each is of another kind, have none. */
  readonly isFlat: boolean;
}

function find(schema: z.ZodType, path: readonly string[], isNeeded: boolean): Found {
  const bare = chosen(schema, {});
  const whole = { fields: [], lists: [], isFlat: true };
  if (isLocalized(bare)) return { ...whole, fields: [{ path, type: 'texts', isNeeded, isRich: isRich(bare) }] };
  if (bare instanceof z.ZodArray)
    return bare.element instanceof z.ZodType
      ? { ...whole, lists: [{ path, item: bare.element, isNeeded }] }
      : { ...whole, isFlat: false };
  if (bare instanceof z.ZodDiscriminatedUnion) return { ...whole, isFlat: false };
  if (!(bare instanceof z.ZodObject)) {
    const type = bare instanceof z.ZodNumber ? 'number' : bare instanceof z.ZodISODate ? 'day' : 'plain';
    return { ...whole, fields: [{ path, type, isNeeded, isRich: false }] };
  }
  const parts = Object.entries(bare.shape).flatMap(([name, field]) =>
    field instanceof z.ZodType ? [find(field, [...path, name], isNeeded && !field.safeParse(undefined).success)] : [],
  );
  return {
    fields: parts.flatMap(({ fields }) => fields),
    lists: parts.flatMap(({ lists }) => lists),
    isFlat: parts.every(({ isFlat }) => isFlat),
  };
}

/** More than a record has columns for. */
const mostItems = 100;

/** The fields that columns of these names, in small letters, may fill: of lists as many items as the columns name. */
export function fieldsOf(schema: z.ZodType, heads: readonly string[]): readonly RecordField[] {
  const { fields, lists } = find(schema, [], true);
  const items = lists.flatMap(({ path, item }) => {
    const start = `${path.join('.').toLowerCase()}.`;
    const named = heads.flatMap((head) =>
      head.startsWith(start) ? [Number.parseInt(head.slice(start.length), 10)] : [],
    );
    const count = Math.min(mostItems, Math.max(0, ...named.filter(Number.isFinite)));
    return Array.from({ length: count }, (_, index) =>
      find(item, [], true).fields.map((field) => ({
        ...field,
        path: [...path, index, ...field.path],
        isNeeded: false,
      })),
    ).flat();
  });
  return [...fields, ...items];
}

/** The name of the column for a field. */
export function columnFor({ path }: RecordField): string {
  return path.map((step) => (typeof step === 'number' ? step + 1 : step)).join('.');
}

/** Names of columns for people to choose from: of a list those of its first item. */
export function columnsFor(schema: z.ZodType): readonly string[] {
  const { lists } = find(schema, [], true);
  return fieldsOf(
    schema,
    lists.map(({ path }) => `${path.join('.').toLowerCase()}.1`),
  ).map(columnFor);
}

const known = new WeakMap<z.ZodType, boolean>();

/** Whether people may name a file in the place of a list: one of records that columns can fill. */
export function takesFile(schema: z.ZodType): boolean {
  const list = unwrap(schema);
  const answer = known.get(list) ?? (mayBeFile(list) || (!isInPlace(list) && isListOfRecords(list)));
  known.set(list, answer);
  return answer;
}

function isListOfRecords(list: z.ZodType): boolean {
  if (!(list instanceof z.ZodArray) || !(list.element instanceof z.ZodType)) return false;
  const item = chosen(list.element, {});
  if (!(item instanceof z.ZodObject) || isLocalized(item)) return false;
  const { fields, lists, isFlat } = find(item, [], true);
  const inner = lists.map((nested) => find(nested.item, [], true));
  const areFlat = inner.every((each, index) => each.isFlat && (!lists[index]?.isNeeded || each.lists.length === 0));
  return isFlat && areFlat && fields.some(({ type, isNeeded }) => type === 'texts' && isNeeded);
}
