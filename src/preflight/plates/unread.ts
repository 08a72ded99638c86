/** What of a page's inks could not be read: its plates are without it. */
import type { Colour } from '../../finished/pdf/paint/colour.ts';
import type { Sheet } from '../../finished/pdf/paint/file.ts';
import type { Paint, PaintGroup } from '../../finished/pdf/paint/paint.ts';
import { deepest } from './plates.ts';
import type { PlateSources } from './sources.ts';

type Read = Pick<PlateSources, 'grids' | 'damaged'>;

/** In words that go before “were not read”. */
export type UnreadPart = string;

/** As deep as the plates draw: what stands in too many masks and cells is passed over by them too. */
export function unreadIn(paint: Paint, read: Read, depth = 0): UnreadPart | null {
  return inPaint(paint, read, depth) ?? inMasks(paint, read, depth);
}

function inPaint(paint: Paint, read: Read, depth: number): UnreadPart | null {
  if (paint.type === 'picture') {
    const { stream, filters } = paint.image;
    const grid = read.grids.get(stream);
    if (isDamaged(paint, read)) return grid === undefined ? 'a picture, which is damaged' : 'a part of a picture';
    if (grid === undefined && paint.colour === null) return pictureOf(filters);
    if (grid?.isMaskUnread === true) return 'the mask of a picture';
  }
  return paint.colour === null ? null : inColour(paint.colour, read, depth);
}

/** Whether all or a part of a picture is lost. */
export function isDamaged(paint: Paint, { grids, damaged }: Read): boolean {
  if (paint.type !== 'picture') return false;
  const { stream } = paint.image;
  return damaged?.has(stream) === true || grids.get(stream)?.isCut === true;
}

const kinds: Readonly<Record<string, string>> = {
  JPXDecode: ' in JPEG 2000',
  JBIG2Decode: ' in JBIG2',
  CCITTFaxDecode: ' in a fax format',
};

const pictureOf = (filters: readonly string[]): UnreadPart =>
  `a picture${kinds[filters.at(-1) ?? ''] ?? ' of a kind that is not known'}`;

function inColour(colour: Colour, read: Read, depth: number): UnreadPart | null {
  if (colour.type !== 'mixed') return null;
  if (colour.isUnread === true) return 'a gradient or pattern';
  if (colour.course?.type !== 'tiling') return null;
  if (depth >= deepest) return 'a pattern within patterns';
  for (const paint of colour.course.cell.paints) {
    const found = unreadIn(paint, read, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

function inMasks({ mask, group }: Paint, read: Read, depth: number): UnreadPart | null {
  const masks = [mask];
  for (let each: PaintGroup | null = group; each !== null; each = each.within) masks.push(each.mask);
  for (const each of masks) {
    if (each === null) continue;
    if (depth >= deepest) return 'a mask within masks';
    for (const paint of each.paints) {
      const found = unreadIn(paint, read, depth + 1);
      if (found !== null) return `a mask with ${found}`;
    }
  }
  return null;
}

/** Whole forms and glyphs that were passed over. */
export const tooDeep = ({ unread }: Sheet): UnreadPart | null =>
  unread === 0 ? null : 'a drawing within too many others';
