/** The operators that choose a colour (ISO 32000-1, 8.6.8, 8.7). */
import { PDFArray, type PDFDict, PDFName, PDFStream } from '@cantoo/pdf-lib';
import type { PdfValue } from '../lexer.ts';
import { dictionaryAt, dictionaryOf, lookup, numberAt, numbersOf } from '../objects.ts';
import type { Colour } from './colour.ts';
import { readFunction } from './functions.ts';
import { deviceCmyk, deviceGray, deviceRgb, deviceSpace, readSpace, type Space } from './spaces.ts';
import type { Pen } from './state.ts';
import { numbers } from './values.ts';

/** Reads the cell of a tiling: the colours that it paints with. */
export type ReadTile = (pattern: PDFStream) => readonly Colour[];

const fills: Readonly<Record<string, Space>> = { g: deviceGray, rg: deviceRgb, k: deviceCmyk };

/** Null for an operator that chooses no colour; `fill` in capitals is `stroke`. */
export function penFor(operator: string): 'fill' | 'stroke' | null {
  if (/^(?:g|rg|k|cs|sc|scn)$/.test(operator)) return 'fill';
  return /^(?:G|RG|K|CS|SC|SCN)$/.test(operator) ? 'stroke' : null;
}

export function choose(
  pen: Pen,
  operator: string,
  operands: readonly PdfValue[],
  resources: PDFDict | null,
  cell: ReadTile,
): Pen {
  const name = operator.toLowerCase();
  const plain = fills[name];
  const device = plain && deviceSpace(plain, resources);
  if (device !== undefined) return { ...pen, space: device, colour: device.colour(numbers(operands)) };
  const last = operands.at(-1);
  if (name === 'cs') {
    const space = typeof last === 'string' ? readSpace(PDFName.of(last), resources) : null;
    return space === null ? pen : { ...pen, space, colour: firstColour(space) };
  }
  if (pen.space.isPattern) return { ...pen, colour: patternColour(pen, operands, resources, cell) };
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

function patternColour(pen: Pen, operands: readonly PdfValue[], resources: PDFDict | null, cell: ReadTile): Colour {
  const name = operands.at(-1);
  const patterns = resources && dictionaryAt(resources, 'Pattern');
  const pattern = patterns && typeof name === 'string' ? lookup(patterns, name) : undefined;
  const dictionary = dictionaryOf(pattern);
  if (dictionary === null) return pen.colour;
  if (numberAt(dictionary, 'PatternType') === 2) return shadingColour(lookup(dictionary, 'Shading'), resources);
  const isUncoloured = numberAt(dictionary, 'PaintType') === 2;
  if (isUncoloured && pen.space.base !== null) return pen.space.base.colour(numbers(operands));
  return { type: 'mixed', colours: pattern instanceof PDFStream ? cell(pattern) : [] };
}

/** Places along a gradient at which its colour is looked at. */
const steps = 16;

/** The colours of a shading (8.7.4.3); of a mesh, whose colours stand among its points, only the space is known. */
export function shadingColour(object: unknown, resources: PDFDict | null): Colour {
  const shading = object instanceof PDFStream ? object.dict : dictionaryOf(object as PDFDict | undefined);
  const space = shading && readSpace(lookup(shading, 'ColorSpace'), resources);
  if (shading === null || space === null) return { type: 'mixed', colours: [] };
  const kind = numberAt(shading, 'ShadingType') ?? 0;
  const evaluate = readFunction(lookup(shading, 'Function'));
  const domain = lookup(shading, 'Domain');
  const [low = 0, high = 1, low2 = 0, high2 = 1] = domain instanceof PDFArray ? numbersOf(domain) : [];
  const colours = Array.from({ length: steps + 1 }, (_, step) => {
    const share = step / steps;
    const first = low + share * (high - low);
    return evaluate(kind === 1 ? [first, low2 + share * (high2 - low2)] : [first]);
  }).flatMap((parts) => (parts === null ? [] : [space.colour(parts)]));
  const nothing = Array.from({ length: space.components }, () => 0);
  return { type: 'mixed', colours: colours.length > 0 ? colours : [space.colour(nothing)] };
}
