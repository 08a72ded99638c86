/**
 * The drawings of a theme, which are data: shapes whose lengths are formulas over the size of what they stand on. `let` names lengths
 * in their order, `measures` are those that text keeps clear of.
 */
import * as z from 'zod';
import { Kept } from '../kept.ts';
import type { Point } from '../matrix.ts';
import { type Formula, formulaSchema, type Values } from './formula.ts';
import {
  type ArtShape,
  type Drawing,
  disc,
  drawLanes,
  halfRing,
  laneWidth,
  leastRadius,
  measure,
  rectangle,
  ring,
} from './lanes.ts';
import { mm } from './measure.ts';
import type { ColorName, Theme } from './theme.ts';

/** What each drawing is of, and the names that it may use beside its own: `mm` is a millimetre, `bleed` goes beyond the edge. */
const inputs = {
  /** The cover of a document of pages, its back, the corner of a page that opens a section, the end of the document. */
  cover: ['width', 'height', 'bleed'],
  back: ['width', 'height', 'bleed'],
  corner: ['width', 'height', 'bleed'],
  closing: ['width', 'height', 'bleed'],
  /** The head of a sheet, and that of a page on screens, which is wider than any window. */
  masthead: ['width', 'height', 'bleed'],
  screenHead: ['width', 'height'],
  /** On screens the edge of a cover lies between two drawings. */
  crossingUpper: ['width', 'height'],
  crossingLower: ['width', 'height'],
  /** Folded sheets: without a field, with one at the right edge, with one at the left. */
  outside: ['width', 'height', 'bleed'],
  outsideRight: ['width', 'height', 'bleed', 'from', 'to'],
  outsideLeft: ['width', 'height', 'bleed', 'from', 'to'],
  /** With one at the right edge of a sheet whose outer edges meet on its closed front. */
  outsideGates: ['width', 'height', 'bleed', 'from', 'to'],
  /** Their insides: without a field, with one, with one that has room for the way to climb. */
  inside: ['width', 'height', 'bleed', 'start'],
  insideField: ['width', 'height', 'bleed', 'start', 'from', 'to'],
  insideClimb: ['width', 'height', 'bleed', 'start', 'from', 'to'],
} as const;
export type DrawingName = keyof typeof inputs;

/** Lengths that text keeps clear of: where a cover's field begins and its lanes end; where the lanes of folded sheets run. */
const measureNames: { readonly [Name in DrawingName]?: readonly string[] } = {
  cover: ['edge', 'end'],
  outside: ['pitch', 'lower', 'upper'],
  inside: ['pitch', 'lower', 'upper'],
};

/** The left edge of what stands on each panel, for a shape that stands over `each` of them. */
const eachName = 'stop';

function shapeSchema(colors: readonly string[]) {
  const tint = z.enum(colors).transform((name) => name as ColorName);
  const point = z.tuple([formulaSchema, formulaSchema]);
  const length = formulaSchema;
  return z.union(
    [
      z.strictObject({ rectangle: z.tuple([length, length, length, length]), color: tint }),
      z.strictObject({
        lanes: z.array(point).min(2),
        radius: length.nullable(),
        pitch: length,
        colors: z.array(tint).min(1),
        /** Whether they begin round. */
        round: z.boolean().default(false),
      }),
      z.strictObject({ line: z.tuple([point, point]), width: length, color: tint }),
      z.strictObject({
        ring: point,
        radius: length,
        stroke: length,
        color: tint,
        fill: tint,
        /** One over each panel; `field`: its colours on the panel that has a field. */
        each: z.literal('stop').optional(),
        field: z.strictObject({ color: tint, fill: tint }).optional(),
      }),
      z.strictObject({
        halfRing: point,
        side: z.enum(['upper', 'lower']),
        radius: length,
        stroke: length,
        color: tint,
        fill: tint,
      }),
    ],
    { error: 'must be a shape: "rectangle", "lanes", "line", "ring" or "halfRing" with what it needs' },
  );
}
type Shape = z.infer<ReturnType<typeof shapeSchema>>;

function drawingSchema(name: DrawingName, colors: readonly string[]) {
  const measures = Object.fromEntries((measureNames[name] ?? []).map((each) => [each, formulaSchema]));
  return z
    .strictObject({
      /** Of the drawing, where it is not that of what it stands on. */
      width: formulaSchema.optional(),
      height: formulaSchema.optional(),
      let: z.record(z.string().regex(/^[a-z]\w*$/i, 'must be a name'), formulaSchema).default({}),
      measures: z.strictObject(measures).default({}),
      shapes: z.array(shapeSchema(colors)).max(200, 'must be 200 shapes or fewer'),
    })
    .superRefine((drawing, context) => {
      const known = new Set<string>(['mm', ...inputs[name]]);
      const check = (formulas: unknown, path: readonly PropertyKey[]) => {
        for (const unknown of namesIn(formulas).filter((each) => !known.has(each)))
          context.addIssue({
            code: 'custom',
            path: [...path],
            message: `must not use "${unknown}": known here are ${[...known].join(', ')}`,
          });
      };
      for (const [own, value] of Object.entries(drawing.let)) {
        check(value, ['let', own]);
        known.add(own);
      }
      check([drawing.width, drawing.height], []);
      check(drawing.measures, ['measures']);
      for (const [index, shape] of drawing.shapes.entries()) {
        const stands = 'each' in shape && shape.each === eachName && !known.has(eachName);
        if (stands) known.add(eachName);
        check(shape, ['shapes', index]);
        if (stands) known.delete(eachName);
      }
    });
}

function namesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('names' in value && 'value' in value) return (value as Formula).names;
  return Object.values(value).flatMap(namesIn);
}

/** The drawings that a theme may have; `colors` are the names of its palette. */
export function drawingsSchema(colors: readonly string[]) {
  const names = Object.keys(inputs) as DrawingName[];
  const fields = names.map((name) => [name, drawingSchema(name, colors).optional()] as const);
  return z.strictObject(
    Object.fromEntries(fields) as Record<DrawingName, z.ZodOptional<ReturnType<typeof drawingSchema>>>,
  );
}
export type Drawings = z.output<ReturnType<typeof drawingsSchema>>;

/** What a drawing stands on, in points or in a unit of its own. */
interface Placed extends Partial<Record<(typeof inputs)[DrawingName][number], number>> {
  readonly width: number;
  readonly height: number;
}

interface Panels {
  /** The left edges of what stands on each panel, and from where on panels have a field. */
  readonly stops: readonly number[];
  readonly field: number | null;
}

/** A drawing of a theme in the size of what it stands on; without a shape where the theme has none of this name. */
export function draw(
  { drawings }: Pick<Theme, 'drawings'>,
  name: DrawingName,
  on: Placed,
  panels: Panels = { stops: [], field: null },
): Drawing {
  const drawing = drawings[name];
  if (drawing === undefined) return { width: on.width, height: on.height, shapes: [] };
  const kept = drawn.get(drawing) ?? new Kept<Drawing>(1e5, ({ shapes }) => 100 * shapes.length);
  drawn.set(drawing, kept);
  return kept.get(JSON.stringify([on, panels]), () => {
    const values = valuesOf(drawing, on);
    return {
      width: drawing.width?.value(values) ?? on.width,
      height: drawing.height?.value(values) ?? on.height,
      shapes: drawing.shapes.flatMap((shape) => drawShape(shape, values, panels)),
    };
  });
}

/** All documents of a theme stand on pages of few sizes; the lengths of some hundred shapes for each drawing. */
const drawn = new WeakMap<object, Kept<Drawing>>();

/** A length of a drawing that text keeps clear of; null where the theme has none. */
export function measureOf(
  { drawings }: Pick<Theme, 'drawings'>,
  name: DrawingName,
  length: string,
  on: Placed,
): number | null {
  const drawing = drawings[name];
  const own = (drawing?.measures as Readonly<Record<string, Formula>> | undefined)?.[length];
  return drawing === undefined || own === undefined ? null : own.value(valuesOf(drawing, on));
}

function valuesOf(drawing: NonNullable<Drawings[DrawingName]>, on: Placed): Values {
  const values: Record<string, number> = { mm, bleed: 0, ...on };
  for (const [name, formula] of Object.entries(drawing.let)) values[name] = formula.value(values);
  return values;
}

function drawShape(shape: Shape, values: Values, { stops, field }: Panels): readonly ArtShape[] {
  const at = ([x, y]: readonly [Formula, Formula], own = values): Point => [x.value(own), y.value(own)];
  if ('rectangle' in shape) {
    const [x, y, width, height] = shape.rectangle.map((side) => side.value(values));
    return [rectangle(x ?? 0, y ?? 0, width ?? 0, height ?? 0, shape.color)];
  }
  if ('lanes' in shape)
    return drawBundle(
      shape,
      shape.lanes.map((corner) => at(corner)),
      values,
    );
  if ('line' in shape) {
    const [[x, y], [toX, toY]] = shape.line.map((end) => at(end)) as [Point, Point];
    const d = `M${measure(x)} ${measure(y)} L${measure(toX)} ${measure(toY)}`;
    return [{ d, fill: null, stroke: shape.color, strokeWidth: shape.width.value(values) }];
  }
  const [radius, stroke] = [shape.radius.value(values), shape.stroke.value(values)];
  if ('halfRing' in shape) return halfRing(at(shape.halfRing), radius, stroke, shape);
  if (shape.each === undefined) return [ring(at(shape.ring), radius, stroke, shape.color, shape.fill)];
  return stops.map((stop) => {
    const { color, fill } = field !== null && stop > field && shape.field !== undefined ? shape.field : shape;
    return ring(at(shape.ring, { ...values, [eachName]: stop }), radius, stroke, color, fill);
  });
}

function drawBundle(
  { radius: bend, pitch: between, colors, round }: Extract<Shape, { lanes: unknown }>,
  centreline: readonly Point[],
  values: Values,
): readonly ArtShape[] {
  const pitch = between.value(values);
  // Straight lanes have no radius; no bend is so sharp that the inner lane is none.
  const radius = bend === null ? Number.POSITIVE_INFINITY : bend.value(values);
  const all = drawLanes({ centreline, radius: Math.max(radius, leastRadius(colors.length, pitch)), pitch, colors });
  const [x, y] = centreline[0] ?? [0, 0];
  const middle = (colors.length - 1) / 2;
  const ends = colors.map((color, i) => disc([x, y + (i - middle) * pitch], laneWidth(pitch) / 2, color));
  return round ? [...all, ...ends] : all;
}

/** The drawing of a side of a folded sheet, by where its panel with a field stands: from, to, in a sheet of this width. */
export function sideOf(
  side: number,
  at: readonly [number, number] | null,
  width: number,
  climbs: boolean,
): DrawingName {
  if (side === 0) return at === null ? 'outside' : at[1] >= width ? 'outsideRight' : 'outsideLeft';
  return at === null ? 'inside' : climbs ? 'insideClimb' : 'insideField';
}
