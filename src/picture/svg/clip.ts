/** Clips and masks, in the units of what they cut (CSS Masking 1). */

import { identity, type Matrix } from '../../matrix.ts';
import type { PaintPosition, SvgContext } from './context.ts';
import { type SvgPosition, shown, tooLarge, unsupported } from './flaw.ts';
import { isFlat, moved, ofBox, type SvgBox, times } from './matrix.ts';
import { length } from './number.ts';
import { Lengths, outlineOf, rectangleOf, shapeNames } from './outline.ts';
import { ruleOf } from './paint.ts';
import { type ClipShape, group, type Plain, rectangleOfClip, type SvgGroup } from './plain.ts';
import { loop, urlIn } from './reference.ts';
import { white } from './shape.ts';
import { fontSize, type SvgStyle } from './style.ts';
import { ownMatrix } from './transform.ts';
import type { SvgElement } from './xml.ts';

type Effect = SvgGroup['effect'];

/** What cuts an element, one within the other; null where nothing of it is left. */
export function clipEffects(
  node: SvgElement,
  style: SvgStyle,
  box: SvgBox | null,
  place: PaintPosition,
  drawing: SvgContext,
): readonly Effect[] | null {
  const value = style.get('clip-path') ?? 'none';
  if (value === 'none') return [];
  const spot = { offset: node.offset, attribute: 'clip-path' };
  if (urlIn(value) === null || urlIn(value)?.rest !== '') {
    throw unsupported(`it is cut by the form "${shown(value)}", which is not understood`, spot, clipHint);
  }
  const clip = drawing.references.needed(value, 'clipPath', spot);
  if (place.trail.includes(clip)) throw loop(clip);
  const own = drawing.styles.written(clip);
  const within: PaintPosition = {
    ...place,
    trail: [...place.trail, clip],
    layers: place.layers + 1,
    depth: place.depth + 1,
  };
  const around = clipEffects(clip, own, box, within, drawing);
  if (around === null) return null;
  const byBox = clip.attributes.get('clipPathUnits') === 'objectBoundingBox';
  if (byBox && box === null) return null;
  const unit = byBox && box !== null ? ofBox(box) : identity;
  const matrix = times(ownMatrix(clip, own, place, null), unit);
  const viewport = byBox ? { width: 1, height: 1 } : place.viewport;
  const parts = clip.children.flatMap((child) =>
    partsOf(child, drawing.styles.of(child, own), matrix, { ...within, viewport }, drawing),
  );
  if (parts.length === 0) return null;
  const shapes = parts.map(({ shape }) => shape);
  if (rectangleOfClip(shapes) === null) drawing.budget.spend('layers', 1, clip);
  if (parts.every(({ effects }) => effects.length === 0)) return [...around, { type: 'clip', shapes }];
  return [...around, { type: 'mask', content: parts.map(paintedPart) }];
}

const clipHint = 'Cut it with a clipPath element, or cut the shapes themselves in your drawing program.';

interface ClipPart {
  readonly shape: ClipShape;
  /** In the units of what is cut. */
  readonly effects: readonly Effect[];
}

function partsOf(
  node: SvgElement,
  style: SvgStyle,
  outer: Matrix,
  place: PaintPosition,
  drawing: SvgContext,
): readonly ClipPart[] {
  drawing.budget.spend('elements', 1, node);
  if (style.get('display') === 'none' || /^(?:hidden|collapse)$/.test(style.get('visibility') ?? '')) return [];
  if (node.name === 'use') return usedParts(node, style, outer, place, drawing);
  if (node.name === 'text') throw unsupported('it is cut by the form of a text (<text>)', node, textHint);
  if (!shapeNames.has(node.name)) return [];
  const outline = outlineOf(node, style, place.viewport);
  if (outline === null) return [];
  drawing.budget.spend('points', outline.segments.length, node);
  const matrix = times(outer, ownMatrix(node, style, place, outline.box));
  if (isFlat(matrix)) return [];
  if (isCut(style)) drawing.budget.layer(place.layers, node);
  const effects = clipEffects(node, style, outline.box, place, drawing);
  if (effects === null) return [];
  const shape = { outline, matrix, rule: ruleOf(style, 'clip-rule', node) };
  return [{ shape, effects: effects.map((effect) => movedEffect(effect, matrix)) }];
}

export const textHint =
  'Turn its words into outlines (Inkscape: Path > Object to Path; Illustrator: Type > Create Outlines) and say them in `alt`.';

const isCut = (style: SvgStyle): boolean => (style.get('clip-path') ?? 'none') !== 'none';

function usedParts(
  node: SvgElement,
  style: SvgStyle,
  outer: Matrix,
  place: PaintPosition,
  drawing: SvgContext,
): readonly ClipPart[] {
  const target = drawing.references.find(node.attributes.get('href') ?? '');
  if (target === null || !shapeNames.has(target.name)) return [];
  const lengths = new Lengths(node, style, place.viewport);
  const shift = moved(lengths.get('x', 'x') ?? 0, lengths.get('y', 'y') ?? 0);
  const matrix = times(times(outer, ownMatrix(node, style, place, null)), shift);
  if (isCut(style)) drawing.budget.layer(place.layers, node);
  const effects = clipEffects(node, style, null, place, drawing);
  if (effects === null) return [];
  const mine = effects.map((effect) => movedEffect(effect, matrix));
  const parts = partsOf(target, drawing.styles.of(target, style), matrix, place, drawing);
  return parts.map((part) => ({ ...part, effects: [...mine, ...part.effects] }));
}

/** An effect of inner units, told in outer ones. */
function movedEffect(effect: Effect, matrix: Matrix): Effect {
  if (effect.type === 'clip') {
    return { ...effect, shapes: effect.shapes.map((shape) => ({ ...shape, matrix: times(matrix, shape.matrix) })) };
  }
  if (effect.type === 'mask') return { ...effect, content: [group({ type: 'transform', matrix }, effect.content)] };
  return effect;
}

function paintedPart({ shape: { outline, matrix, rule }, effects }: ClipPart): Plain {
  const shape: Plain = { kind: 'shape', outline, matrix, fill: white, rule, stroke: null };
  return within([shape], effects)[0] ?? shape;
}

/** The first effect outermost. */
export function within(content: readonly Plain[], effects: readonly Effect[]): readonly Plain[] {
  return effects.reduceRight<readonly Plain[]>((inner, effect) => [group(effect, inner)], content);
}

/** What masks an element, one within the other; null where nothing of it is left. */
export function maskEffects(
  node: SvgElement,
  style: SvgStyle,
  box: SvgBox | null,
  place: PaintPosition,
  drawing: SvgContext,
): readonly Effect[] | null {
  const value = style.get('mask') ?? 'none';
  if (value === 'none') return [];
  const spot: SvgPosition = { offset: node.offset, attribute: 'mask' };
  if (urlIn(value) === null || urlIn(value)?.rest !== '') {
    throw unsupported(`it has the mask "${shown(value)}", which is not understood`, spot);
  }
  const mask = drawing.references.needed(value, 'mask', spot);
  if (place.trail.includes(mask)) throw loop(mask);
  if (place.depth > 100) throw tooLarge('its masks are nested more than 100 levels deep', mask);
  drawing.budget.layer(place.layers, mask);
  const own = drawing.styles.written(mask);
  const { attributes } = mask;
  const trail = [...place.trail, mask];
  const around = maskEffects(
    mask,
    own,
    box,
    { ...place, trail, layers: place.layers + 1, depth: place.depth + 1 },
    drawing,
  );
  if (around === null) return null;
  const byBox = attributes.get('maskUnits') !== 'userSpaceOnUse';
  const contentByBox = attributes.get('maskContentUnits') === 'objectBoundingBox';
  if ((byBox || contentByBox) && (box === null || box.width === 0 || box.height === 0)) return null;
  const size = byBox ? { width: 1, height: 1 } : place.viewport;
  const number = (key: string, fallback: string, whole: number): number =>
    length(
      attributes.get(key) ?? fallback,
      { whole, fontSize: fontSize(own) },
      { offset: mask.offset, attribute: key },
    );
  const region: SvgBox = {
    ...{ x: number('x', '-10%', size.width), y: number('y', '-10%', size.height) },
    ...{ width: number('width', '120%', size.width), height: number('height', '120%', size.height) },
  };
  if (!(region.width > 0 && region.height > 0)) return null;
  const content = drawing.children(mask, own, {
    ...{ viewport: contentByBox ? { width: 1, height: 1 } : place.viewport, context: null },
    ...{
      sense: own.get('mask-type') === 'alpha' ? 'there' : 'light',
      layers: place.layers + 1,
      trail,
      depth: place.depth + 1,
    },
  });
  const placed = contentByBox && box !== null ? [group({ type: 'transform', matrix: ofBox(box) }, content)] : content;
  const cut: ClipShape = {
    outline: rectangleOf(region),
    matrix: byBox && box !== null ? ofBox(box) : identity,
    rule: 'nonzero',
  };
  const clipped = clipEffects(mask, own, box, { ...place, trail }, drawing);
  if (clipped === null) return null;
  return [...around, { type: 'mask', content: within([group({ type: 'clip', shapes: [cut] }, placed)], clipped) }];
}
