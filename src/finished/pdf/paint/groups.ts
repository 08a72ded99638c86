/** Groups of paints that come onto the page as one (ISO 32000-1, 11.4, 11.6.6). */
import { PDFArray, type PDFDict, type PDFStream } from '@cantoo/pdf-lib';
import { dictionaryAt, lookup, nameAt, numbersOf } from '../objects.ts';
import { lightnessOf } from './colour.ts';
import { blendsIn, groupSpace } from './spaces.ts';
import type { State } from './state.ts';
import { boolAt } from './values.ts';

/** The state within a form: in a group all begins anew, and its opacity, mask and blending count for all of it. */
export function grouped(form: PDFStream, state: State, resources: PDFDict | null): State {
  const group = dictionaryAt(form.dict, 'Group');
  if (group === null || nameAt(group, 'S') !== 'Transparency') return state;
  const isIsolated = boolAt(group, 'I') === true;
  const { fill, stroke, mask, blend, group: within } = state;
  return {
    ...state,
    fill: { ...fill, opacity: 1 },
    stroke: { ...stroke, opacity: 1 },
    mask: null,
    blend: 'Normal',
    group: {
      opacity: fill.opacity,
      mask,
      blend,
      isIsolated,
      blends: isIsolated ? blendsIn(groupSpace(form.dict, dictionaryAt(form.dict, 'Resources') ?? resources)) : null,
      within,
    },
  };
}

/** Black, unless the mask tells another ground in the space of its group (Table 144). */
export function backdropOf(mask: PDFDict, group: PDFStream, resources: PDFDict | null): number {
  const colour = lookup(mask, 'BC');
  const space = groupSpace(group.dict, resources);
  return colour instanceof PDFArray && space !== null ? lightnessOf(space.colour(numbersOf(colour))) : 0;
}
