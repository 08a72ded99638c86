/**
 * Drawings that are plain shapes, as most are once they are lowered, and charts and codes: read and painted in one go. What has
 * gradients, masks, pictures or anything else in it is left to svg-to-pdfkit, whose operators these are too.
 */
import type pdfDocumentModule from 'pdfmake/js/PDFDocument.js';
import { identity, type Matrix, type Point } from '../../../matrix.ts';
import { parsePath, type SvgSegment } from '../../../picture/svg/path.ts';
import { arcsBetween } from './arcs.ts';

type Pdf = InstanceType<typeof pdfDocumentModule.default>;
type Attributes = ReadonlyMap<string, string>;

interface Ink {
  readonly color: readonly number[];
  readonly opacity: number;
}

interface Shape {
  readonly type: 'shape';
  readonly matrix: Matrix;
  readonly subpaths: readonly (readonly SvgSegment[])[];
  readonly fill: Ink | null;
  readonly rule: string;
  readonly stroke: (Ink & { readonly width: number; readonly dashes: readonly number[] }) | null;
  readonly attributes: Attributes;
}

type Step = Shape | { readonly type: 'open'; readonly matrix: Matrix } | { readonly type: 'close' };

export interface ShapeDrawing {
  readonly width: number;
  readonly height: number;
  /** What its units are on its sheet. */
  readonly matrix: Matrix;
  readonly steps: readonly Step[];
}

const numeral = String.raw`-?\d+(?:\.\d+)?(?:e-\d+)?`;
const root = new RegExp(
  String.raw`^<svg xmlns="http://www\.w3\.org/2000/svg" width="(${numeral})" height="(${numeral})" viewBox="(${numeral}) (${numeral}) (${numeral}) (${numeral})">`,
);
const part = /\s*<(\/?)([a-z]+)((?: [a-zA-Z-]+="[^"<&]*")*)(\/?)>/y;
const attribute = / ([a-zA-Z-]+)="([^"]*)"/g;
const whole = new RegExp(`^${numeral}$`);
const placing = new RegExp(String.raw`^(translate|matrix)\((${numeral}(?: ${numeral})*)\)$`);

/** What shapes may say of how they are painted. */
const painted = new Set([
  ...['fill', 'fill-opacity', 'fill-rule', 'stroke', 'stroke-opacity', 'stroke-width', 'stroke-linecap'],
  ...['stroke-linejoin', 'stroke-miterlimit', 'stroke-dasharray', 'transform'],
]);

/** The shapes of a drawing; null for one that is more than that. */
export function shapesOf(svg: string): ShapeDrawing | null {
  const head = root.exec(svg);
  if (head === null) return null;
  const [width = 0, height = 0, x = 0, y = 0, across = 0, down = 0] = head.slice(1).map(Number);
  const scale = Math.min(width / across, height / down);
  // In the middle of its sheet.
  const left = 0.5 * (width - across * scale);
  const top = 0.5 * (height - down * scale);
  const steps: Step[] = [];
  let depth = 0;
  part.lastIndex = head[0].length;
  for (;;) {
    const found = part.exec(svg);
    if (found === null) return null;
    const [, end, name = '', written = '', isEmpty] = found;
    if (end === '/') {
      if (depth === 0) break;
      depth -= 1;
      steps.push({ type: 'close' });
      continue;
    }
    const attributes = attributesOf(written);
    const matrix = matrixOf(attributes.get('transform'));
    if (matrix === null) return null;
    if (name === 'g') {
      if (isEmpty === '/' || attributes.size !== 1 || !attributes.has('transform')) return null;
      depth += 1;
      steps.push({ type: 'open', matrix });
      continue;
    }
    const shape = isEmpty === '/' ? shapeOf(name, attributes, matrix) : null;
    if (shape === null) return null;
    steps.push(shape);
  }
  return { width, height, matrix: [scale, 0, 0, scale, scale * -x + left, scale * -y + top], steps };
}

function attributesOf(written: string): Attributes {
  const attributes = new Map<string, string>();
  attribute.lastIndex = 0;
  for (let found = attribute.exec(written); found !== null; found = attribute.exec(written))
    attributes.set(found[1] ?? '', found[2] ?? '');
  return attributes;
}

function matrixOf(value: string | undefined): Matrix | null {
  if (value === undefined) return identity;
  const [, name, written = ''] = placing.exec(value) ?? [];
  const numbers = written.split(' ').map(Number);
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers;
  if (name === 'translate' && numbers.length === 2) return [1, 0, 0, 1, a, b];
  return name === 'matrix' && numbers.length === 6 ? [a, b, c, d, e, f] : null;
}

function shapeOf(name: string, attributes: Attributes, matrix: Matrix): Shape | null {
  const outline = outlineOf(name, attributes);
  if (outline === null) return null;
  const fill = inkOf(attributes, 'fill', null);
  const stroke = inkOf(attributes, 'stroke', 'none');
  const rule = attributes.get('fill-rule') ?? 'nonzero';
  const width = lengthOf(attributes, 'stroke-width', 1);
  const dashes = attributes.get('stroke-dasharray')?.split(' ') ?? [];
  if (fill === undefined || stroke === undefined || width === null || !/^(?:nonzero|evenodd)$/.test(rule)) return null;
  if (dashes.length % 2 !== 0 || dashes.some((dash) => !whole.test(dash) || Number(dash) <= 0)) return null;
  const subpaths = subpathsOf(outline);
  // What has no length is seen where its ends are round or square.
  const isSeen = subpaths.every(isLong);
  if (stroke !== null && (width < 1e-9 || (!isSeen && attributes.has('stroke-linecap')))) return null;
  return {
    ...{ type: 'shape', matrix, fill, rule, attributes },
    subpaths: isSeen ? subpaths : subpaths.filter(isLong),
    stroke: stroke && { ...stroke, width, dashes: dashes.map(Number) },
  };
}

/** A colour that is painted; null for none, undefined for what is no plain colour. */
function inkOf(attributes: Attributes, name: 'fill' | 'stroke', initial: 'none' | null): Ink | null | undefined {
  const value = attributes.get(name) ?? initial;
  const opacity = lengthOf(attributes, `${name}-opacity`, 1);
  if (value === 'none') return null;
  if (value === null || !/^#[\da-fA-F]{6}$/.test(value) || opacity === null || opacity <= 0 || opacity > 1)
    return undefined;
  return { color: [1, 3, 5].map((at) => Number.parseInt(value.slice(at, at + 2), 16)), opacity };
}

function lengthOf(attributes: Attributes, name: string, initial: number): number | null {
  const value = attributes.get(name);
  if (value === undefined) return initial;
  return whole.test(value) ? Number(value) : null;
}

const geometries: Readonly<Record<string, readonly string[]>> = {
  path: ['d'],
  rect: ['x', 'y', 'width', 'height'],
  circle: ['cx', 'cy', 'r'],
  ellipse: ['cx', 'cy', 'rx', 'ry'],
  line: ['x1', 'y1', 'x2', 'y2'],
};

function outlineOf(name: string, attributes: Attributes): readonly SvgSegment[] | null {
  const geometry = geometries[name];
  if (geometry === undefined) return null;
  for (const key of attributes.keys()) if (!painted.has(key) && !geometry.includes(key)) return null;
  if (name === 'path') return parsePath(attributes.get('d') ?? '', { offset: 0 }, arcsBetween);
  const numbers = geometry.map((key) => lengthOf(attributes, key, 0));
  if (numbers.includes(null)) return null;
  const [a = 0, b = 0, c = 0, d = 0] = numbers as readonly number[];
  if (name === 'line') return polygon([a, b], [c, d]);
  if (name === 'rect') {
    const edges = polygon([a, b], [a + c, b], [a + c, b + d], [a, b + d]);
    return c > 0 && d > 0 ? [...edges, { type: 'close', to: [a, b] }] : null;
  }
  const radii: Point = name === 'circle' ? [c, c] : [c, d];
  if (!(radii[0] > 0 && radii[1] > 0)) return null;
  const [right, left]: readonly [Point, Point] = [
    [a + c, b],
    [a - c, b],
  ];
  const half = arcsBetween(right, left, radii, 0, false, true);
  const back = arcsBetween(half.at(-1)?.to ?? left, right, radii, 0, false, true);
  return [{ type: 'move', to: right }, ...half, ...back, { type: 'close', to: right }];
}

function polygon(first: Point, ...more: readonly Point[]): readonly SvgSegment[] {
  return [{ type: 'move', to: first }, ...more.map((to) => ({ type: 'line', to }) as const)];
}

function subpathsOf(segments: readonly SvgSegment[]): readonly (readonly SvgSegment[])[] {
  const subpaths: SvgSegment[][] = [];
  for (const segment of segments)
    if (segment.type === 'move') subpaths.push([segment]);
    else subpaths.at(-1)?.push(segment);
  return subpaths;
}

function isLong([first, ...rest]: readonly SvgSegment[]): boolean {
  const differs = ([x, y]: Point): boolean => x !== first?.to[0] || y !== first.to[1];
  return rest.some(
    (segment) => differs(segment.to) || (segment.type === 'curve' && [segment.first, segment.second].some(differs)),
  );
}

/** Paints shapes in points, with the upper left corner of their sheet at a place. */
export function paintShapes({ width, height, matrix, steps }: ShapeDrawing, [x, y]: Point, pdf: Pdf): void {
  const color = pdf._fillColor;
  pdf.save().translate(x, y).save();
  pdf.moveTo(0, 0).lineTo(width, 0).lineTo(width, height).lineTo(0, height).closePath().clip();
  pdf.transform(...matrix);
  for (const step of steps)
    if (step.type === 'shape') paintShape(step, pdf);
    else if (step.type === 'open') pdf.save().transform(...step.matrix);
    else pdf.restore();
  pdf.restore().restore();
  pdf._fillColor = color;
}

function paintShape({ matrix, subpaths, fill, rule, stroke, attributes }: Shape, pdf: Pdf): void {
  pdf.save().transform(...matrix);
  if (fill !== null) pdf.fillColor(fill.color, fill.opacity);
  if (stroke !== null) {
    pdf.strokeColor(stroke.color, stroke.opacity);
    pdf.lineWidth(stroke.width).miterLimit(Number(attributes.get('stroke-miterlimit') ?? 4));
    pdf.lineJoin(attributes.get('stroke-linejoin') ?? 'miter').lineCap(attributes.get('stroke-linecap') ?? 'butt');
    pdf.dash(stroke.dashes, { phase: 0 });
  }
  if (fill !== null || stroke !== null)
    for (const subpath of subpaths) for (const segment of subpath) trace(segment, pdf);
  if (fill !== null && stroke !== null) pdf.fillAndStroke(rule);
  else if (fill !== null) pdf.fill(rule);
  else if (stroke !== null) pdf.stroke();
  pdf.restore();
}

function trace(segment: SvgSegment, pdf: Pdf): void {
  const { type, to } = segment;
  if (type === 'move') pdf.moveTo(...to);
  else if (type === 'line') pdf.lineTo(...to);
  else if (type === 'curve') pdf.bezierCurveTo(...segment.first, ...segment.second, ...to);
  else pdf.closePath();
}
