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

/** Optional data that was not given is null, never absent: a template's misspelled path can then be told from it. */
export type DataTree = Datum | null | readonly DataTree[] | { readonly [key: string]: DataTree };

/** What paths a kind's data has, as a template sees them: localized texts are leaves. For checking templates. */
export type Shape =
  | { readonly type: 'leaf' }
  | { readonly type: 'list'; readonly items: Shape }
  | { readonly type: 'record'; readonly fields: Readonly<Record<string, Shape>> };
