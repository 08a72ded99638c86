/** The outlines of a TrueType font (OpenType 1.9, “glyf” and “loca”), and what composite ones are made of. */
import { type FontTables, tableOf } from './sfnt.ts';

/** Whether a font has the places of its outlines by half their offsets, in 16 bits. */
export function hasShortPlaces(tables: FontTables): boolean {
  return tableOf(tables, 'head').getInt16(50) === 0;
}

/** The outline of each glyph; of one that draws nothing it is empty. */
export function outlinesIn(tables: FontTables): (id: number) => DataView {
  const [loca, glyf] = [tableOf(tables, 'loca'), tableOf(tables, 'glyf')];
  const short = hasShortPlaces(tables);
  const placeOf = (id: number): number => (short ? 2 * loca.getUint16(2 * id) : loca.getUint32(4 * id));
  return (id) => {
    const start = placeOf(id);
    return new DataView(glyf.buffer, glyf.byteOffset + start, placeOf(id + 1) - start);
  };
}

export function isComposite(outline: DataView): boolean {
  return outline.byteLength > 0 && outline.getInt16(0) < 0;
}

/** What each outline begins with: the count of contours and the box. */
export const outlineHead = 10;

/** Of the flags of a composite outline's parts: where a part is takes two words, and another part follows. */
export const [wordArguments, moreParts] = [0x01, 0x20];
const [scaled, scaledTwice, transformed] = [0x08, 0x40, 0x80];

/** A part of a composite outline: its flags, the number of its glyph two bytes behind them, and where the part ends. */
interface OutlinePart {
  readonly flags: number;
  readonly start: number;
  readonly end: number;
}

/** The parts of a composite outline, in their order. */
export function* partsOf(outline: DataView): Generator<OutlinePart> {
  let flags = moreParts;
  for (let start = outlineHead; (flags & moreParts) !== 0; ) {
    flags = outline.getUint16(start);
    const scale = (flags & scaled) !== 0 ? 2 : (flags & scaledTwice) !== 0 ? 4 : (flags & transformed) !== 0 ? 8 : 0;
    const end = start + 4 + ((flags & wordArguments) === 0 ? 2 : 4) + scale;
    yield { flags, start, end };
    start = end;
  }
}
