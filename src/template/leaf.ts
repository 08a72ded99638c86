/** Data as a template holds it: every leaf writes its own place into the markup. */
import Handlebars from 'handlebars';
import type { Place } from '../diagnostics.ts';
import { type DataTree, Datum } from '../model/datum.ts';
import { mark } from '../model/markup.ts';

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

export type Wrapped = Leaf | null | readonly Wrapped[] | { readonly [key: string]: Wrapped };

/** Wraps the leaves of a tree and notes their places in `origins`. */
export function wrap(tree: DataTree, origins: Place[]): Wrapped {
  if (tree === null) return null;
  if (tree instanceof Datum) return new Leaf(tree, origins.push(tree.from) - 1);
  if (isList(tree)) return tree.map((item) => wrap(item, origins));
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, wrap(value, origins)]));
}

// Array.isArray does not narrow readonly arrays out of a union.
function isList(tree: readonly DataTree[] | { readonly [key: string]: DataTree }): tree is readonly DataTree[] {
  return Array.isArray(tree);
}
