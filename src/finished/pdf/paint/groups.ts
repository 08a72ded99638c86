/** Groups of paints that come onto the page as one (ISO 32000-1, 11.4, 11.6.6). */
import { PDFArray, type PDFDict, type PDFStream } from '@cantoo/pdf-lib';
import { dictionaryAt, lookup, nameAt, numbersOf } from '../objects.ts';
import { lightnessOf } from './colour.ts';
import type { PaintGroup } from './paint.ts';
import { blendsIn, groupSpace } from './spaces.ts';
import type { State } from './state.ts';
import { boolAt } from './values.ts';

/** The state within a form. */
export function grouped(form: PDFStream, state: State, resources: PDFDict | null): State {
  const group = dictionaryAt(form.dict, 'Group');
  if (group === null || nameAt(group, 'S') !== 'Transparency') return state;
  const isIsolated = boolAt(group, 'I') === true;
  return inGroup(state, {
    isIsolated,
    isKnockout: knocksOut(form.dict),
    blends: isIsolated ? blendsIn(groupSpace(form.dict, dictionaryAt(form.dict, 'Resources') ?? resources)) : null,
  });
}

/** The state within a group: all begins anew, and its opacity, mask and blending count for all of it. */
function inGroup(state: State, kind: Pick<PaintGroup, 'isIsolated' | 'isKnockout' | 'blends'>): State {
  const { fill, stroke, mask, blend, group: within } = state;
  return {
    ...state,
    fill: { ...fill, opacity: 1 },
    stroke: { ...stroke, opacity: 1 },
    mask: null,
    blend: 'Normal',
    group: { ...kind, opacity: fill.opacity, mask, blend, within },
  };
}

/** Whether a form or a page is a group in which each paint replaces those before it. */
export function knocksOut(owner: PDFDict): boolean {
  const group = dictionaryAt(owner, 'Group');
  return group !== null && boolAt(group, 'K') === true;
}

/**
 * The state in which an area is filled and stroked by one operator (11.7.4.4): as a group in which the line replaces what it
 * covers of the area, or, where both overprint and are seen alike, comes over it.
 */
export function together(state: State): State {
  const { fill, stroke, mask, blend, group: within } = state;
  if (fill.opacity === 1 && stroke.opacity === 1 && blend === 'Normal' && mask === null) return state;
  const kind = { isIsolated: false, blends: null };
  if (fill.overprints && stroke.overprints && fill.opacity === stroke.opacity) {
    return inGroup(state, { ...kind, isKnockout: false });
  }
  return { ...state, group: { ...kind, isKnockout: true, opacity: 1, mask: null, blend: 'Normal', within } };
}

/** Black, unless the mask tells another ground in the space of its group (Table 144). */
export function backdropOf(mask: PDFDict, group: PDFStream, resources: PDFDict | null): number {
  const colour = lookup(mask, 'BC');
  const space = groupSpace(group.dict, resources);
  return colour instanceof PDFArray && space !== null ? lightnessOf(space.colour(numbersOf(colour))) : 0;
}
