/**
 * Lowers a drawing to plain shapes: styles resolved, lengths in user units, whatever is repeated written out. Browsers, Word,
 * presses and the writer of PDF each know another part of SVG and CSS; of what comes out here they all paint the same.
 */

import { primaryOf } from '../../language/languages.ts';
import { identity, type Matrix } from '../../matrix.ts';
import type { NamedPicture } from '../named.ts';
import { Budget } from './budget.ts';
import { checkedNodes } from './check.ts';
import { clipEffects, maskEffects, textHint, within } from './clip.ts';
import { colorOf } from './color.ts';
import type { PaintPosition, SvgContext } from './context.ts';
import { blank, damaged, tooLarge, unsupported } from './flaw.ts';
import { lowerImage } from './image.ts';
import { readInner } from './inner.ts';
import { markupOf } from './markup.ts';
import { isFlat, isIdentity, moved, type SvgBox, times } from './matrix.ts';
import { share } from './number.ts';
import { Lengths, rectangleOf, shapeNames } from './outline.ts';
import { geometry, group, type Plain } from './plain.ts';
import { loop, References } from './reference.ts';
import { rootOf } from './root.ts';
import { lowerShape } from './shape.ts';
import { rulesOf } from './sheet.ts';
import { type SvgStyle, SvgStyles } from './style.ts';
import { ownMatrix } from './transform.ts';
import { fitted, viewBoxOf } from './view.ts';
import { parseXml, type SvgElement } from './xml.ts';

/** Elements that are painted within one another. */
const deepest = 250;

export interface Lowered {
  readonly markup: string;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** Throws `Flaw`, and `Refused` for a picture inside. @param lang the reader's language, for `systemLanguage` */
export async function lower(source: string, named: NamedPicture, lang: string): Promise<Lowered> {
  const root = parseXml(source);
  const nodes = checkedNodes(root);
  const budget = new Budget();
  const styles = new SvgStyles(
    rulesOf(
      nodes.filter(({ name }) => name === 'style'),
      source,
    ),
    budget,
  );
  const isMasked = nodes.some(({ name }) => name === 'mask');
  const inner = await readInner(nodes, named, budget, isMasked);
  const drawing: SvgContext = {
    ...{ references: new References(nodes), styles, budget, inner, lang },
    children: (node, style, place) => childrenOf(node, style, place, drawing),
  };
  const style = styles.written(root);
  const { sheet, matrix, viewport } = rootOf(root, style);
  const place: PaintPosition = { viewport, sense: 'colour', layers: 0, depth: 0, trail: [], context: null };
  if (style.get('display') === 'none') throw blank(root);
  if (style.has('transform') && style.get('transform') !== 'none') {
    throw unsupported('it is turned as a whole (transform on <svg>)', { offset: root.offset, attribute: 'transform' });
  }
  const content = effected(root, style, () => childrenOf(root, style, place, drawing), identity, place, drawing);
  const placed = isIdentity(matrix) ? content : [group({ type: 'transform', matrix }, content)];
  const all = [...ground(root, style, sheet.viewBox), ...placed];
  if (all.length === 0) throw blank(root);
  const markup = markupOf(all, sheet);
  return { markup, width: sheet.width, height: sheet.height };
}

/** A colour behind the whole drawing, as draw.io writes it: browsers paint it. */
function ground(root: SvgElement, style: SvgStyle, box: SvgBox): readonly Plain[] {
  const value = style.get('background-color') ?? style.get('background') ?? 'none';
  if (/^(?:none|transparent)$/i.test(value)) return [];
  const color = colorOf(value, style.get('color'), { offset: root.offset, attribute: 'style' });
  if (color.alpha === 0) return [];
  const fill = { kind: 'color', color, opacity: 1 } as const;
  return [{ kind: 'shape', outline: rectangleOf(box), matrix: identity, fill, rule: 'nonzero', stroke: null }];
}

function childrenOf(node: SvgElement, style: SvgStyle, place: PaintPosition, drawing: SvgContext): readonly Plain[] {
  if (place.depth > deepest) throw tooLarge(`it paints more than ${deepest} elements within one another`, node);
  const deeper = { ...place, depth: place.depth + 1 };
  return node.children.flatMap((child) => lowerNode(child, drawing.styles.of(child, style), deeper, drawing));
}

const containers = new Set(['g', 'switch', 'svg', 'use', 'symbol']);

function lowerNode(node: SvgElement, style: SvgStyle, place: PaintPosition, drawing: SvgContext): readonly Plain[] {
  drawing.budget.spend('elements', 1, node);
  const { name } = node;
  const isPainted =
    shapeNames.has(name) || (containers.has(name) && name !== 'symbol') || name === 'image' || name === 'text';
  if (!isPainted || style.get('display') === 'none' || !applies(node, drawing.lang)) return [];
  const paint = (matrix: Matrix, content: (place: PaintPosition) => readonly Plain[]): readonly Plain[] =>
    effected(node, style, content, matrix, place, drawing);
  switch (name) {
    case 'text':
      return refuseText(node, style);
    case 'image':
      return paint(ownMatrix(node, style, place, null), (inner) => lowerImage(node, style, inner, drawing));
    case 'g':
      return paint(ownMatrix(node, style, place, null), (inner) => childrenOf(node, style, inner, drawing));
    case 'switch':
      return paint(ownMatrix(node, style, place, null), (inner) => {
        const first = node.children.find((child) => applies(child, drawing.lang));
        return first === undefined
          ? []
          : lowerNode(first, drawing.styles.of(first, style), { ...inner, depth: inner.depth + 1 }, drawing);
      });
    case 'svg':
      return paint(ownMatrix(node, style, place, null), (inner) => viewOf(node, node, style, style, inner, drawing));
    case 'use':
      return paint(ownMatrix(node, style, place, null), (inner) => used(node, style, inner, drawing));
    default: {
      // The box is needed only where the transformation turns around it.
      const byBox = /^(?:fill-box|content-box|border-box)$/.test(style.get('transform-box') ?? '');
      const box = byBox ? geometry(lowerShape(node, style, place, drawing)) : null;
      return paint(ownMatrix(node, style, place, box), (inner) => lowerShape(node, style, inner, drawing));
    }
  }
}

/** SVG 2, 5.8: which of several is for this reader. */
function applies({ attributes, name }: SvgElement, lang: string): boolean {
  if (name === 'foreignObject') return false;
  const extensions = attributes.get('requiredExtensions');
  if (extensions !== undefined) return false;
  const languages = attributes.get('systemLanguage');
  if (languages === undefined) return true;
  return languages.split(',').some((tag) => primaryOf(tag.trim()) === primaryOf(lang.trim()));
}

function refuseText(node: SvgElement, style: SvgStyle): readonly Plain[] {
  const words = (each: SvgElement): string => each.text + each.children.map(words).join('');
  if (words(node).trim() === '' || style.get('visibility') === 'hidden') return [];
  const reason =
    'it holds text (<text>), which each machine draws in another font and which readers who do not see it cannot reach';
  throw unsupported(reason, node, textHint);
}

/** What is painted of an element, under its transformation, clips, mask and opacity. */
function effected(
  node: SvgElement,
  style: SvgStyle,
  content: (place: PaintPosition) => readonly Plain[],
  matrix: Matrix,
  place: PaintPosition,
  drawing: SvgContext,
): readonly Plain[] {
  if (isFlat(matrix)) return [];
  const opacity = share(style.get('opacity') ?? '1', { offset: node.offset, attribute: 'opacity' });
  if (opacity === 0) return [];
  const isLayer = opacity < 1 || (style.get('mask') ?? 'none') !== 'none';
  const painted = content(isLayer ? { ...place, layers: place.layers + 1 } : place);
  if (painted.length === 0) return [];
  const faded = opacity < 1 ? fade(painted, opacity, node, place, drawing) : painted;
  const box = needsBox(style) ? geometry(painted) : null;
  const clips = clipEffects(node, style, box, place, drawing);
  const masks = maskEffects(node, style, box, place, drawing);
  if (clips === null || masks === null) return [];
  return transformed(within(faded, [...clips, ...masks]), matrix);
}

const needsBox = (style: SvgStyle): boolean =>
  ['clip-path', 'mask'].some((name) => (style.get(name) ?? 'none') !== 'none');

/** What is one shape with one paint fades with its paint; anything else is blended as a whole. */
function fade(
  painted: readonly Plain[],
  opacity: number,
  node: SvgElement,
  place: PaintPosition,
  drawing: SvgContext,
): readonly Plain[] {
  const [only, ...more] = painted;
  if (
    only?.kind === 'shape' &&
    more.length === 0 &&
    place.sense === 'colour' &&
    (only.fill === null || only.stroke === null)
  ) {
    const { fill, stroke } = only;
    return [
      {
        ...only,
        fill: fill === null ? null : { ...fill, opacity: fill.opacity * opacity },
        stroke:
          stroke === null ? null : { ...stroke, paint: { ...stroke.paint, opacity: stroke.paint.opacity * opacity } },
      },
    ];
  }
  drawing.budget.layer(place.layers, node);
  return [group({ type: 'opacity', opacity }, painted)];
}

function transformed(painted: readonly Plain[], matrix: Matrix): readonly Plain[] {
  if (isIdentity(matrix)) return painted;
  const [only, ...more] = painted;
  if (only?.kind === 'shape' && more.length === 0) return [{ ...only, matrix: times(matrix, only.matrix) }];
  return [group({ type: 'transform', matrix }, painted)];
}

function used(node: SvgElement, style: SvgStyle, place: PaintPosition, drawing: SvgContext): readonly Plain[] {
  const href = node.attributes.get('href');
  if (href === undefined) return [];
  const target = drawing.references.find(href);
  if (target === null) {
    throw damaged(`it repeats "${href}", which is not in it`, { offset: node.offset, attribute: 'href' });
  }
  if (place.trail.includes(target)) throw loop(target);
  const lengths = new Lengths(node, style, place.viewport);
  const shift = moved(lengths.get('x', 'x') ?? 0, lengths.get('y', 'y') ?? 0);
  const inner: PaintPosition = { ...place, depth: place.depth + 1, trail: [...place.trail, target] };
  if (inner.depth > deepest) throw tooLarge(`it paints more than ${deepest} elements within one another`, node);
  const theirs = drawing.styles.of(target, style);
  if (target.name === 'symbol' || target.name === 'svg') {
    if (theirs.get('display') === 'none') return [];
    const content = effected(
      ...([target, theirs, (each: PaintPosition) => viewOf(target, node, theirs, style, each, drawing)] as const),
      ...([ownMatrix(target, theirs, inner, null), inner, drawing] as const),
    );
    return transformed(content, shift);
  }
  return transformed(lowerNode(target, theirs, inner, drawing), shift);
}

/** A drawing within the drawing. @param sized the element that says its size: itself, or the `use` that repeats it */
function viewOf(
  node: SvgElement,
  sized: SvgElement,
  style: SvgStyle,
  sizedStyle: SvgStyle,
  place: PaintPosition,
  drawing: SvgContext,
): readonly Plain[] {
  const [own, theirs] = [new Lengths(node, style, place.viewport), new Lengths(sized, sizedStyle, place.viewport)];
  const width = theirs.positive('width', 'x') ?? own.positive('width', 'x') ?? place.viewport.width;
  const height = theirs.positive('height', 'y') ?? own.positive('height', 'y') ?? place.viewport.height;
  if (width === 0 || height === 0) return [];
  const [x, y] = node.name === 'svg' ? [own.get('x', 'x') ?? 0, own.get('y', 'y') ?? 0] : [0, 0];
  const viewBox = viewBoxOf(node.attributes, node);
  const matrix =
    viewBox === null
      ? identity
      : fitted(viewBox, { width, height }, node.attributes.get('preserveAspectRatio'), node).matrix;
  const content = childrenOf(node, style, { ...place, viewport: viewBox ?? { width, height } }, drawing);
  const moves = transformed(content, times(moved(x, y), matrix));
  if (content.length === 0 || /^(?:visible|auto)$/.test(style.get('overflow') ?? 'hidden')) return moves;
  const outline = rectangleOf({ x, y, width, height });
  return [group({ type: 'clip', shapes: [{ outline, matrix: identity, rule: 'nonzero' }] }, moves)];
}
