/** Patterns as so many tiles, cut by the shape that they fill: no program repeats them as another does. */

import { identity, type Matrix } from '../../matrix.ts';
import { charge, type PaintPosition, type SvgContext } from './context.ts';
import { tooLarge } from './flaw.ts';
import { at, boxOf, corners, inverse, isFlat, moved, ofBox, parseTransform, type SvgBox, scaled } from './matrix.ts';
import { length } from './number.ts';
import { rectangleOf } from './outline.ts';
import { group, type Plain, weigh } from './plain.ts';
import { reach } from './reach.ts';
import { inheritedBy, loop } from './reference.ts';
import { fontSize } from './style.ts';
import { fitted, viewBoxOf } from './view.ts';
import type { SvgElement } from './xml.ts';

const kinds = new Set(['pattern']);
const mostTiles = 20_000;

/**
 * The tiles that cover `area`; null where the pattern has no size, which paints nothing.
 * @param box the box that shares of it are of
 */
export function tilesOf(
  node: SvgElement,
  box: SvgBox,
  area: SvgBox,
  place: PaintPosition,
  drawing: SvgContext,
): readonly Plain[] | null {
  const chain = drawing.references.chain(node, kinds);
  if (chain.some((each) => place.trail.includes(each))) throw loop(node);
  const attributes = inheritedBy(chain);
  const owner = chain.find(({ children }) => children.length > 0);
  if (owner === undefined) return null;
  const style = drawing.styles.written(owner);
  const byBox = attributes.get('patternUnits') !== 'userSpaceOnUse';
  const size = byBox ? { width: 1, height: 1 } : place.viewport;
  const value = (key: string, whole: number): number => {
    const spot = { offset: node.offset, attribute: key };
    return length(attributes.get(key) ?? '0', { whole, fontSize: fontSize(style) }, spot);
  };
  const own: SvgBox = {
    x: value('x', size.width),
    y: value('y', size.height),
    width: value('width', size.width),
    height: value('height', size.height),
  };
  const tile = byBox ? inUnitsOf(box, own) : own;
  if (!(tile.width > 0 && tile.height > 0)) return null;

  const transform = drawing.styles.written(node).get('transform') ?? attributes.get('patternTransform');
  const turned: Matrix =
    transform === undefined || transform === 'none'
      ? identity
      : parseTransform(transform, { x: 0, y: 0, ...place.viewport }, fontSize(style), {
          offset: node.offset,
          attribute: 'patternTransform',
        });
  if (isFlat(turned)) return null;

  const viewBox = viewBoxOf(attributes, node);
  const contentByBox = attributes.get('patternContentUnits') === 'objectBoundingBox';
  const inside: Matrix =
    viewBox !== null
      ? fitted(viewBox, tile, attributes.get('preserveAspectRatio'), node).matrix
      : contentByBox
        ? scaled(box.width, box.height)
        : identity;
  const viewport = viewBox ?? (contentByBox ? { width: 1, height: 1 } : place.viewport);
  const content = drawing.children(owner, style, { ...place, viewport, trail: [...place.trail, ...chain] });
  if (content.length === 0) return null;
  const one = oneTile(content, inside, tile);

  const covered = boxOf(corners(area).map((corner) => at(inverse(turned), corner)));
  if (covered === null) return null;
  const columns = range(covered.x - tile.x, covered.width, tile.width);
  const rows = range(covered.y - tile.y, covered.height, tile.height);
  const count = columns.length * rows.length;
  if (!(count <= mostTiles))
    throw tooLarge(`its pattern repeats more than ${mostTiles.toLocaleString('en')} times in one shape`, node);
  charge(drawing, weigh(one), count, node);
  const tiles = rows.of.flatMap((row) =>
    columns.of.map((column) =>
      group({ type: 'transform', matrix: moved(tile.x + column * tile.width, tile.y + row * tile.height) }, one),
    ),
  );
  return [group({ type: 'transform', matrix: turned }, tiles)];
}

/** Cut to its size only where it goes beyond it: edges that meet show as light lines. */
function oneTile(content: readonly Plain[], inside: Matrix, { width, height }: SvgBox): readonly Plain[] {
  const drawn = [group({ type: 'transform', matrix: inside }, content)];
  const whole = reach(drawn);
  const within =
    whole === null ||
    (whole.x > -1e-6 &&
      whole.y > -1e-6 &&
      whole.x + whole.width < width + 1e-6 &&
      whole.y + whole.height < height + 1e-6);
  if (within) return drawn;
  const outline = rectangleOf({ x: 0, y: 0, width, height });
  return [group({ type: 'clip', shapes: [{ outline, matrix: identity, rule: 'nonzero' }] }, drawn)];
}

function inUnitsOf(box: SvgBox, { x, y, width, height }: SvgBox): SvgBox {
  const [left, top] = at(ofBox(box), [x, y]);
  return { x: left, y: top, width: width * box.width, height: height * box.height };
}

/** Numbers of the tiles over a stretch; listed only where they are few enough to be painted. */
function range(from: number, size: number, step: number): { readonly length: number; readonly of: readonly number[] } {
  const [first, last] = [Math.floor(from / step + 1e-9), Math.ceil((from + size) / step - 1e-9)];
  const count = Math.max(1, last - first);
  return { length: count, of: count > mostTiles ? [] : Array.from({ length: count }, (_, index) => first + index) };
}
