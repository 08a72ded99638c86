/** Gradients (ISO 32000-1, 8.7.4): their colours, and how these run over the page. */
import { PDFArray, PDFDict, PDFStream } from '@cantoo/pdf-lib';
import { dictionaryOf, lookup, numberAt, numbersOf } from '../objects.ts';
import type { Colour, Course } from './colour.ts';
import { type Evaluate, readFunction } from './functions.ts';
import { type Matrix, map, multiply } from './geometry.ts';
import { trianglesOf } from './mesh.ts';
import { readSpace, type Space } from './spaces.ts';
import { matrixAt } from './values.ts';

/** Places along a gradient at which its colour is looked at. */
const steps = 16;

/** Corners of a mesh whose colours are told. */
const mostCorners = 3000;

const unread: Colour = { type: 'mixed', colours: [], isUnread: true };

/** @param matrix from the gradient's own space to the page */
export function shadingColour(object: unknown, resources: PDFDict | null, matrix: Matrix): Colour {
  const shading =
    object instanceof PDFStream ? object.dict : dictionaryOf(object instanceof PDFDict ? object : undefined);
  const space = shading && readSpace(lookup(shading, 'ColorSpace'), resources);
  if (shading === null || space === null) return unread;
  const kind = numberAt(shading, 'ShadingType') ?? 0;
  const hasFunction = lookup(shading, 'Function') !== undefined;
  const evaluate = readFunction(lookup(shading, 'Function'));
  if (kind >= 4) return meshColour(object, { space, evaluate: hasFunction ? evaluate : null }, matrix);
  const colours = sampled(shading, kind, space, evaluate);
  const course = courseOf(
    shading,
    kind,
    (inputs) => {
      const parts = evaluate(inputs);
      return parts && space.colour(parts);
    },
    matrix,
  );
  if (colours.length === 0) return unread;
  return { type: 'mixed', colours, ...(course === null ? {} : { course }) };
}

function meshColour(
  object: unknown,
  { space, evaluate }: { readonly space: Space; readonly evaluate: Evaluate | null },
  matrix: Matrix,
): Colour {
  const triangles =
    object instanceof PDFStream ? trianglesOf(object, evaluate === null ? space.components : 1, matrix) : [];
  if (triangles.length === 0) return unread;
  const colour = (parts: readonly number[]): Colour =>
    space.colour(evaluate === null ? parts : (evaluate(parts) ?? parts));
  const step = Math.max(1, Math.ceil((3 * triangles.length) / mostCorners));
  const corners = triangles.flat().filter((_, index) => index % step === 0);
  return {
    type: 'mixed',
    colours: corners.map(({ parts }) => colour(parts)),
    course: { type: 'mesh', triangles, colour },
  };
}

function domainOf(shading: PDFDict): readonly number[] {
  const domain = lookup(shading, 'Domain');
  return domain instanceof PDFArray ? numbersOf(domain) : [0, 1, 0, 1];
}

function sampled(shading: PDFDict, kind: number, space: Space, evaluate: Evaluate): readonly Colour[] {
  const [low = 0, high = 1, low2 = 0, high2 = 1] = domainOf(shading);
  const places = Array.from({ length: steps + 1 }, (_, step) => step / steps);
  const inputs = kind === 1 ? places.flatMap((u) => places.map((v) => [u, v])) : places.map((u) => [u]);
  return inputs.flatMap(([u = 0, v = 0]) => {
    const first = low + u * (high - low);
    const parts = evaluate(kind === 1 ? [first, low2 + v * (high2 - low2)] : [first]);
    return parts === null ? [] : [space.colour(parts)];
  });
}

/** Places along each way of a field of colours at which it is reckoned: its program may be long. */
const fields = 400;

type Ramp = (inputs: readonly number[]) => Colour | null;

function courseOf(shading: PDFDict, kind: number, colour: Ramp, matrix: Matrix): Course | null {
  const array = lookup(shading, 'Coords');
  const coords = array instanceof PDFArray ? numbersOf(array) : [];
  const own = kind === 1 ? matrixAt(shading, 'Matrix') : null;
  const back = inverse(own === null ? matrix : multiply(own, matrix));
  if (back === null) return null;
  const [low = 0, high = 1, low2 = 0, high2 = 1] = domainOf(shading);
  const ends = lookup(shading, 'Extend');
  const [before, after] = ends instanceof PDFArray ? ends.asArray().map((end) => String(end) === 'true') : [];
  if (kind === 1) {
    const grid = new Map<number, Colour | null>();
    return {
      type: 'field',
      at: (x, y) => {
        const [u, v] = map(back, [x, y]);
        if (u < low || u > high || v < low2 || v > high2) return null;
        const [across, up] = [
          Math.round((fields * (u - low)) / (high - low)),
          Math.round((fields * (v - low2)) / (high2 - low2)),
        ];
        const place = across * (fields + 1) + up;
        const known = grid.get(place);
        if (known !== undefined) return known;
        const found = colour([low + (across / fields) * (high - low), low2 + (up / fields) * (high2 - low2)]);
        grid.set(place, found);
        return found;
      },
    };
  }
  const along = kind === 2 ? axial(coords) : kind === 3 ? radial(coords, before === true, after === true) : null;
  if (along === null) return null;
  // The colours of a gradient come again all along its lines.
  const ramp = new Map<number, Colour | null>();
  return {
    type: 'field',
    at: (x, y) => {
      const share = along(...map(back, [x, y]));
      if (share === null || (share < 0 && before !== true) || (share > 1 && after !== true)) return null;
      const place = Math.round(Math.min(1, Math.max(0, share)) * 512);
      const known = ramp.get(place);
      if (known !== undefined) return known;
      const found = colour([low + (place / 512) * (high - low)]);
      ramp.set(place, found);
      return found;
    },
  };
}

type Along = (x: number, y: number) => number | null;

function axial([x0 = 0, y0 = 0, x1 = 0, y1 = 0]: readonly number[]): Along {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const length = dx * dx + dy * dy;
  return (x, y) => (length === 0 ? null : ((x - x0) * dx + (y - y0) * dy) / length);
}

/** The greater share whose circle goes through the place, of those with a radius and within the ends. */
function radial(
  [x0 = 0, y0 = 0, r0 = 0, x1 = 0, y1 = 0, r1 = 0]: readonly number[],
  before: boolean,
  after: boolean,
): Along {
  const [dx, dy, dr] = [x1 - x0, y1 - y0, r1 - r0];
  const a = dx * dx + dy * dy - dr * dr;
  const fits = (s: number) => r0 + s * dr >= 0 && (s >= 0 || before) && (s <= 1 || after);
  return (x, y) => {
    const [px, py] = [x - x0, y - y0];
    const b = px * dx + py * dy + r0 * dr;
    const c = px * px + py * py - r0 * r0;
    if (Math.abs(a) < 1e-9) return b === 0 || !fits(c / (2 * b)) ? null : c / (2 * b);
    const root = b * b - a * c;
    if (root < 0) return null;
    const shares = [(b + Math.sqrt(root)) / a, (b - Math.sqrt(root)) / a].sort((one, other) => other - one);
    return shares.find(fits) ?? null;
  };
}

export function inverse([a, b, c, d, e, f]: Matrix): Matrix | null {
  const area = a * d - b * c;
  if (!(Math.abs(area) > 1e-12)) return null;
  return [d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area];
}
