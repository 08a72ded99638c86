/** Composite glyphs (OpenType 1.9, “glyf”, “Composite Glyph Description”): those of a font with new numbers, and our own. */
import { type GlyphPart, mostParts } from '../../../theme/glyph.ts';
import { isComposite, moreParts, outlineHead, partsOf, wordArguments } from '../../../theme/outlines.ts';
import { bytesOf } from '../../../theme/sfnt.ts';

type Numbered = (id: number) => number;

/** A glyph as it is; a composite one with the new numbers of its parts. */
export function renumbered(glyph: DataView, codeOf: Numbered): Uint8Array {
  if (!isComposite(glyph)) return bytesOf(glyph);
  const bytes = bytesOf(glyph).slice();
  const view = new DataView(bytes.buffer);
  for (const { start } of partsOf(view)) view.setUint16(start + 2, codeOf(view.getUint16(start + 2)));
  return bytes;
}

/** One glyph of several, and where its left edge is. */
export function composite(
  parts: readonly GlyphPart[],
  outlineOf: (id: number) => DataView,
  codeOf: Numbered,
): { readonly bytes: Uint8Array; readonly left: number } {
  // What has no outline, as a space, has no place in it.
  const drawn = parts.filter(({ id }) => outlineOf(id).byteLength > 0);
  if (drawn.length === 0) return { bytes: new Uint8Array(), left: 0 };
  const view = new DataView(new ArrayBuffer(outlineHead + partSize * drawn.length));
  view.setInt16(0, -1);
  const boxes = drawn.map(({ id, x, y }) => {
    const outline = outlineOf(id);
    return [2, 4, 6, 8].map((at) => outline.getInt16(at) + (at === 2 || at === 6 ? x : y));
  });
  [Math.min, Math.min, Math.max, Math.max].forEach((furthest, edge) => {
    view.setInt16(2 + 2 * edge, furthest(...boxes.map((box) => box[edge] ?? 0)));
  });
  for (const [index, { id, x, y }] of drawn.entries()) {
    const at = outlineHead + partSize * index;
    view.setUint16(at, wordArguments | placed | (index < drawn.length - 1 ? moreParts : 0));
    view.setUint16(at + 2, codeOf(id));
    view.setInt16(at + 4, x);
    view.setInt16(at + 6, y);
  }
  return { bytes: new Uint8Array(view.buffer), left: view.getInt16(2) };
}

/** Tells in a “maxp” table that glyphs of the font may be parts of one more. */
export function allowComposites(maxp: DataView): void {
  const [points, contours] = [6, 8].map((at) => Math.max(maxp.getUint16(at), maxp.getUint16(at + 4)));
  const most: readonly (readonly [at: number, value: number])[] = [
    [10, mostParts * (points ?? 0)],
    [12, mostParts * (contours ?? 0)],
    [28, Math.max(mostParts, maxp.getUint16(28))],
    [30, maxp.getUint16(30) + 1],
  ];
  for (const [at, value] of most) maxp.setUint16(at, Math.min(value, 0xffff));
}

/** Flags, the part and where it is. */
const partSize = 8;

/** The arguments are distances, not points of the outlines. */
const placed = 0x02;
