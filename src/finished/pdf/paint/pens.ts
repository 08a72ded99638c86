/** The operators that choose a colour (ISO 32000-1, 8.6.8, 8.7). */
import { type PDFDict, PDFName, PDFStream } from '@cantoo/pdf-lib';
import type { PdfValue } from '../lexer.ts';
import { dictionaryAt, dictionaryOf, lookup, numberAt } from '../objects.ts';
import type { Colour } from './colour.ts';
import { identity, type Matrix, multiply } from './geometry.ts';
import { shadingColour } from './shading.ts';
import { deviceCmyk, deviceGray, deviceRgb, deviceSpace, readSpace, type Space } from './spaces.ts';
import type { Pen } from './state.ts';
import { matrixAt, numbers } from './values.ts';

/** Reads the cell of a tiling. */
export type ReadTile = (pattern: PDFStream) => Colour;

const fills: Readonly<Record<string, Space>> = { g: deviceGray, rg: deviceRgb, k: deviceCmyk };

/** Null for an operator that chooses no colour; `fill` in capitals is `stroke`. */
export function penFor(operator: string): 'fill' | 'stroke' | null {
  if (/^(?:g|rg|k|cs|sc|scn)$/.test(operator)) return 'fill';
  return /^(?:G|RG|K|CS|SC|SCN)$/.test(operator) ? 'stroke' : null;
}

/** Null where it names what the resources do not have, or what is no colour space. */
export function choose(
  pen: Pen,
  operator: string,
  operands: readonly PdfValue[],
  resources: PDFDict | null,
  cell: ReadTile,
  base: Matrix,
): Pen | null {
  const name = operator.toLowerCase();
  const plain = fills[name];
  const device = plain && deviceSpace(plain, resources);
  if (device !== undefined) return { ...pen, space: device, colour: device.colour(numbers(operands)) };
  const last = operands.at(-1);
  if (name === 'cs') {
    const space = typeof last === 'string' ? readSpace(PDFName.of(last), resources) : null;
    return space === null ? null : { ...pen, space, colour: firstColour(space) };
  }
  if (pen.space.isPattern) {
    const colour = patternColour(pen, operands, resources, cell, base);
    return colour && { ...pen, colour };
  }
  return { ...pen, colour: pen.space.colour(numbers(operands)) };
}

/** Full tints of spot inks, black for others (8.6.5 to 8.6.6). */
function firstColour(space: Space): Colour {
  const isNamed = /^(?:Separation|DeviceN) /.test(space.name);
  const parts = Array.from({ length: space.components }, (_, index) =>
    isNamed || (space.components === 4 && index === 3) ? 1 : 0,
  );
  return space.colour(parts);
}

function patternColour(
  pen: Pen,
  operands: readonly PdfValue[],
  resources: PDFDict | null,
  cell: ReadTile,
  base: Matrix,
): Colour | null {
  const name = operands.at(-1);
  const patterns = resources && dictionaryAt(resources, 'Pattern');
  const pattern = patterns && typeof name === 'string' ? lookup(patterns, name) : undefined;
  const dictionary = dictionaryOf(pattern);
  if (dictionary === null) return null;
  if (numberAt(dictionary, 'PatternType') === 2) {
    const matrix = multiply(matrixAt(dictionary, 'Matrix') ?? identity, base);
    return shadingColour(lookup(dictionary, 'Shading'), resources, matrix);
  }
  const isUncoloured = numberAt(dictionary, 'PaintType') === 2;
  if (isUncoloured && pen.space.base !== null) return pen.space.base.colour(numbers(operands));
  return pattern instanceof PDFStream ? cell(pattern) : { type: 'mixed', colours: [], isUnread: true };
}
