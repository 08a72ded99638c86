/** How annotations look on paper (ISO 32000-1, 12.5): those with the flag for print, in the appearance that they name. */
import { type PDFDict, PDFRawStream } from '@cantoo/pdf-lib';
import { dictionaryAt, lookup, nameAt, numberAt } from '../objects.ts';
import { boxAround, cornersOf, identity, type Matrix, map } from './geometry.ts';
import type { Layers } from './layers.ts';
import { boxOf, matrixAt } from './values.ts';

export interface Appearance {
  readonly form: PDFRawStream;
  /** From the form's space, once its own matrix has been applied, to the page. */
  readonly matrix: Matrix;
}

const [hidden, printed] = [2, 4];

/** Whether a press prints it, whatever it looks like. */
export function prints(annotation: PDFDict, layers: Layers | null): boolean {
  const flags = numberAt(annotation, 'F') ?? 0;
  const isAsked = (flags & printed) !== 0 && (flags & hidden) === 0;
  return isAsked && nameAt(annotation, 'Subtype') !== 'Popup' && layers?.isOff(annotation) !== true;
}

/** The box of its form is brought into its rectangle (12.5.5, algorithm 8.1). */
export function appearanceOf(annotation: PDFDict): Appearance | null {
  const form = formOf(annotation);
  const [rectangle, own] = [boxOf(lookup(annotation, 'Rect')), form && boxOf(lookup(form.dict, 'BBox'))];
  if (form === null || rectangle === null || own === null) return null;
  const turned = matrixAt(form.dict, 'Matrix') ?? identity;
  const { left, right, bottom, top } = boxAround(cornersOf(own).map((corner) => map(turned, corner)));
  if (right <= left || top <= bottom) return null;
  const [across, up] = [
    (rectangle.right - rectangle.left) / (right - left),
    (rectangle.top - rectangle.bottom) / (top - bottom),
  ];
  return { form, matrix: [across, 0, 0, up, rectangle.left - left * across, rectangle.bottom - bottom * up] };
}

/** The normal one; of several that of the state at the time. */
function formOf(annotation: PDFDict): PDFRawStream | null {
  const appearances = dictionaryAt(annotation, 'AP');
  const normal = appearances && lookup(appearances, 'N');
  if (normal instanceof PDFRawStream) return normal;
  const [states, state] = [appearances && dictionaryAt(appearances, 'N'), nameAt(annotation, 'AS')];
  const form = states === null || state === null ? undefined : lookup(states, state);
  return form instanceof PDFRawStream ? form : null;
}
