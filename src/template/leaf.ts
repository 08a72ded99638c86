/** Data as a template holds it: every leaf writes its own place into the markup. */
import Handlebars from 'handlebars';
import { type DataList, type DataRecord, type DataTree, Datum, free, place } from '../model/datum.ts';
import { mark, type Origin } from '../model/markup.ts';

/** A leaf of the data. Its fields are private so that no path of a template reaches them. */
export class Leaf {
  readonly #datum: Datum;
  readonly #origin: number;

  constructor(datum: Datum, origin: number) {
    this.#datum = datum;
    this.#origin = origin;
  }

  /** Called by Handlebars where a leaf is written into markup. */
  toHTML(): string {
    return mark(Handlebars.escapeExpression(String(this.#datum.value)), this.#origin);
  }

  toString(): string {
    return String(this.#datum.value);
  }

  /** Index of the origin of what a template holds; null for what is no value of the data. */
  static originOf(value: unknown): number | null {
    if (value instanceof Leaf) return value.#origin;
    return typeof value === 'object' && value !== null ? ((value as Marked)[origin] ?? null) : null;
  }

  /** A value made of another: a leaf of the same place if that is one. Nothing is made of null. */
  static like(source: unknown, value: string | number | null): unknown {
    if (value === null || !(source instanceof Leaf)) return value;
    return new Leaf(new Datum(value, source.#datum.from), source.#origin);
  }

  /** The value of a leaf; any other value as it is. Conditions and comparisons work on this. */
  static plain(value: unknown): unknown {
    return value instanceof Leaf ? value.#datum.value : value;
  }
}

/** What a list or a record of the data was made of: an index of the origins. */
const origin: unique symbol = Symbol('origin');
interface Marked {
  [origin]?: number;
}
export type Wrapped = Leaf | null | (readonly Wrapped[] & Marked) | ({ readonly [key: string]: Wrapped } & Marked);

/** Wraps the leaves of a tree and notes the places of all that is in it in `origins`. */
export function wrap(tree: DataTree, origins: Origin[], around: number | null = null): Wrapped {
  if (tree === null) return null;
  if (tree instanceof Datum) return new Leaf(tree, origins.push({ place: tree.from, around }) - 1);
  const at = tree[place];
  const own = at === undefined ? around : origins.push({ place: at, around }) - 1;
  const wrapped = isList(tree) ? wrapList(tree, origins, own) : wrapRecord(tree, origins, own);
  if (own !== null) wrapped[origin] = own;
  return wrapped;
}

function wrapList(tree: DataList, origins: Origin[], own: number | null): Wrapped[] & Marked {
  return tree.map((item) => wrap(item, origins, own));
}

function wrapRecord(tree: DataRecord, origins: Origin[], own: number | null): Record<string, Wrapped> & Marked {
  const wrapped: Record<string, Wrapped> & Marked = {};
  for (const [key, value] of Object.entries(tree)) wrapped[key] = wrap(value, origins, own);
  if (Object.hasOwn(tree, free)) Object.defineProperty(wrapped, free, { value: true });
  return wrapped;
}

// Array.isArray does not narrow readonly arrays out of a union.
function isList(tree: DataTree): tree is DataList {
  return Array.isArray(tree);
}
