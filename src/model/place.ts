/** Where a finding about a part of the document stands. */
import type { Diagnostic, Place } from '../diagnostics.ts';
import type { Inlines } from './document.ts';
import { childrenOf } from './kinds.ts';

/** What is written in a template, `at`, and comes from data, `from`. In Etrati's own templates both are the data's. */
export interface WithPlaces {
  readonly at: Place;
  readonly from: Place;
}

/** The data's place; the template's where it wrote the part by itself, for the whole of the data says nothing of where. */
export function placeOf({ at, from }: WithPlaces): Place {
  return from.path === '$' ? at : from;
}

/** The template's place beside the data's: the fault may be in either. */
export function writtenAt(part: WithPlaces): Diagnostic['related'] {
  return placeOf(part) === part.at ? [] : [{ at: part.at, message: 'It is written here.' }];
}

/** Where the first text in inlines comes from, or the last; null where there is none. */
export function textPlace(inlines: Inlines, end: 'first' | 'last' = 'first'): Place | null {
  for (const node of end === 'first' ? inlines : inlines.toReversed()) {
    if (node.type === 'text') return node.from;
    const place = node.type === 'note' ? null : textPlace(childrenOf(node), end);
    if (place !== null) return place;
  }
  return null;
}
