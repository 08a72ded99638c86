/** What of a page's inks could not be read: its plates are without it. */
import type { Colour } from '../../finished/pdf/paint/colour.ts';
import type { Sheet } from '../../finished/pdf/paint/file.ts';
import type { Paint, PaintGroup, SoftMask } from '../../finished/pdf/paint/paint.ts';
import type { Grids } from './plates.ts';

/** In words that go before “were not read”. */
export type UnreadPart = string;

export function unreadIn(paint: Paint, grids: Grids): UnreadPart | null {
  return inPaint(paint, grids) ?? inMasks(paint, grids);
}

/** Masks and cells that stand in too many others are passed over by the plates too. */
const deepest = 3;

function inPaint(paint: Paint, grids: Grids, depth = 0): UnreadPart | null {
  if (paint.type === 'picture') {
    const grid = grids.get(paint.image.stream);
    if (grid === undefined && paint.colour === null) return pictureOf(paint.image.filters);
    if (grid?.isMaskUnread === true) return 'the mask of a picture';
  }
  return paint.colour === null ? null : inColour(paint.colour, grids, depth);
}

const kinds: Readonly<Record<string, string>> = {
  JPXDecode: ' in JPEG 2000',
  JBIG2Decode: ' in JBIG2',
  CCITTFaxDecode: ' in a fax format',
};

const pictureOf = (filters: readonly string[]): UnreadPart =>
  `a picture${kinds[filters.at(-1) ?? ''] ?? ', which is damaged or of a kind that is not known'}`;

function inColour(colour: Colour, grids: Grids, depth: number): UnreadPart | null {
  if (colour.type !== 'mixed') return null;
  if (colour.isUnread === true) return 'a gradient or pattern';
  if (colour.course?.type !== 'tiling') return null;
  if (depth >= deepest) return 'a pattern within patterns';
  for (const paint of colour.course.cell.paints) {
    const found = inPaint(paint, grids, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

function inMasks({ mask, group }: Paint, grids: Grids): UnreadPart | null {
  const masks = [mask];
  for (let each: PaintGroup | null = group; each !== null; each = each.within) masks.push(each.mask);
  for (const each of masks) {
    const found = each === null ? null : inMask(each, grids, 0);
    if (found !== null) return found;
  }
  return null;
}

function inMask({ paints }: SoftMask, grids: Grids, depth: number): UnreadPart | null {
  for (const paint of paints) {
    if (paint.mask !== null && depth >= deepest) return 'a mask within masks';
    const found = inPaint(paint, grids) ?? (paint.mask === null ? null : inMask(paint.mask, grids, depth + 1));
    if (found !== null) return `a mask with ${found}`;
  }
  return null;
}

/** Whole forms and glyphs that were passed over. */
export const tooDeep = ({ unread }: Sheet): UnreadPart | null =>
  unread === 0 ? null : 'a drawing within too many others';
