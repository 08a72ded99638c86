/** How much ink a page takes where, as the press prints it, and whose it is. */
import type { Sheet } from '../../finished/pdf/paint/file.ts';
import { mm } from '../../finished/pdf/paint/geometry.ts';
import { blendsIn } from '../../finished/pdf/paint/spaces.ts';
import type { Point } from '../../matrix.ts';
import { frameFor } from './frame.ts';
import { Plates } from './plates.ts';
import type { PlateSources } from './sources.ts';

export interface PageInks {
  /** Percent on one place, of texts and drawings, and of pictures; null where none is seen. */
  readonly drawings: number;
  readonly pictures: number | null;
  /** Of each picture, by its place in the sheet's list, with what it lies on where that is seen through it. */
  readonly ofPictures: ReadonlyMap<number, number>;
  /** By their place in the sheet's list, those that have more ink than the limit. */
  readonly heavy: ReadonlyMap<number, Heavy>;
}

interface Heavy {
  readonly most: number;
  /** The share of what is seen of it that has more, from 0 to 1. */
  readonly share: number;
  /** Where most is, on the page. */
  readonly at: Point;
}

/** The plates of a page, dot by dot. */
export function platesOf(sheet: Sheet, sources: PlateSources): Plates {
  const { paints, blending, isKnockout } = sheet;
  return new Plates(paints, frameFor(sheet), { ...sources, isLight: blendsIn(blending) === 'light', isKnockout });
}

interface Seen {
  dots: number;
  over: number;
  most: number;
  dot: number;
  /** How many dots of a picture have which total, in percent. */
  readonly totals: Uint32Array | null;
}

/** Percent beyond which nothing is told apart: 16 inks. */
const highest = 1600;

/**
 * The share of a picture's dots that may exceed. A press dries areas, not dots, and a JPEG's rounding alone makes single ones
 * of a picture that was separated for 300 % exceed it by some percent. No more than this or a square millimetre is passed over.
 */
export const permitted = 0.005;

export function inksOf(sheet: Sheet, sources: PlateSources, limit: number): PageInks {
  const plates = platesOf(sheet, sources);
  const seen = new Map<number, Seen>();
  const look = (index: number, dot: number, total: number): void => {
    let own = seen.get(index);
    if (own === undefined) {
      const totals = sheet.paints[index]?.type === 'picture' ? new Uint32Array(highest + 1) : null;
      own = { dots: 0, over: 0, most: 0, dot, totals };
      seen.set(index, own);
    }
    own.dots += 1;
    if (total > limit + 0.5) own.over += 1;
    if (own.totals !== null)
      own.totals[Math.min(highest, Math.round(total))] = (own.totals[Math.min(highest, Math.round(total))] ?? 0) + 1;
    if (total > own.most) [own.most, own.dot] = [total, dot];
  };
  for (let dot = 0; dot < plates.owner.length; dot += 1) {
    const owner = plates.owner[dot] ?? -1;
    if (owner !== -1) look(owner, dot, plates.wet(dot));
    const fine = plates.fine[dot] ?? 0;
    if (fine > 0) look(plates.fineOwner[dot] ?? -1, dot, fine);
  }
  return summed(plates, seen);
}

function summed({ frame }: Plates, seen: ReadonlyMap<number, Seen>): PageInks {
  const heavy = new Map<number, Heavy>();
  const ofPictures = new Map<number, number>();
  let drawings = 0;
  for (const [index, { dots, over, most: highestDot, dot, totals }] of seen) {
    const most = totals === null ? highestDot : allBut(permitted * dots, totals);
    if (totals === null) drawings = Math.max(drawings, most);
    else ofPictures.set(index, most);
    const few = Math.max(permitted * dots, mm * mm * frame.scale * frame.scale);
    if (totals === null ? over === 0 : over <= few) continue;
    const [column, row] = [dot % frame.width, Math.floor(dot / frame.width)];
    const at: Point = [frame.box.left + (column + 0.5) / frame.scale, frame.box.top - (row + 0.5) / frame.scale];
    heavy.set(index, { most, share: over / dots, at });
  }
  return { drawings, pictures: ofPictures.size === 0 ? null : Math.max(...ofPictures.values()), ofPictures, heavy };
}

/** What all dots but so many keep to. */
function allBut(few: number, totals: Uint32Array): number {
  let most = highest;
  for (let above = 0; most > 0; most -= 1) {
    above += totals[most] ?? 0;
    if (above > few) break;
  }
  return most;
}
