/** Validated data on its way into a template: every leaf knows the place that it was read from. */
import type { Place } from '../diagnostics.ts';

export class Datum {
  readonly value: string | number | boolean;
  readonly from: Place;
  constructor(value: string | number | boolean, from: Place) {
    this.value = value;
    this.from = from;
  }
}

/** Where a list or a record stands; a symbol, so that no path of a template reaches it. */
export const place: unique symbol = Symbol('place');
interface Placed {
  readonly [place]?: Place;
}

/** Optional data that was not given is null, never absent: a template's misspelled path can then be told from it. */
export type DataTree = Datum | null | DataList | DataRecord;
export type DataList = readonly DataTree[] & Placed;
export type DataRecord = { readonly [key: string]: DataTree } & Placed;

/** A list or a record with its place, which is no field of it. */
export function placed(tree: DataList | DataRecord, at: Place): DataTree {
  return Object.defineProperty(tree, place, { value: at });
}

/** Marks a record of free data, of which a template may ask what is not there; a symbol for the same reason. */
export const free: unique symbol = Symbol('free');

export function freeRecord(tree: DataRecord): DataRecord {
  return Object.defineProperty(tree, free, { value: true });
}

/** What paths a kind's data has, as a template sees them: localized texts are leaves. For checking templates. */
export type DataShape =
  | { readonly type: 'free' }
  /** `block`: a text of paragraphs and lists. */
  | { readonly type: 'leaf'; readonly block?: true }
  | { readonly type: 'list'; readonly items: DataShape }
  | { readonly type: 'record'; readonly fields: Readonly<Record<string, DataShape>> };
