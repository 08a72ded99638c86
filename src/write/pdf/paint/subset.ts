/**
 * Subsets of TrueType faces, byte for byte as fontkit makes them where they have its glyphs alone. It decodes the points of each glyph
 * to copy its bytes, which was a twentieth of the time of a short document; so it makes one subset of each face, of no glyph but
 * .notdef, and all others are made of that one and of the face's own bytes.
 */
import { onceEach } from '../../../once.ts';
import type { GlyphPart } from '../../../theme/glyph.ts';
import { hasShortPlaces, outlinesIn } from '../../../theme/outlines.ts';
import { bytesOf, type FontTables, tableOf, tablesIn } from '../../../theme/sfnt.ts';
import { shaperOf } from '../../../theme/shaping.ts';
import type { FontFace } from '../../../theme/theme.ts';
import { allowComposites, composite, renumbered } from './composite.ts';

/** A glyph of the face; or several as one, whose advance is in thousandths of the font size. */
export type SubsetGlyph = number | { readonly parts: readonly GlyphPart[]; readonly advance: number };

interface Outlines {
  /** A subset without glyphs, for all tables that know nothing of them. */
  readonly frame: Uint8Array;
  /** A glyph's bytes in the table of outlines. */
  outlineOf(id: number): DataView;
  /** Its advance and the place of its left edge. */
  sizesOf(id: number): Sizes;
  readonly unitsPerEm: number;
}
type Sizes = readonly [advance: number, left: number];

const outlinesOf = onceEach((face: FontFace): Outlines => {
  const tables = tablesIn(face.bytes);
  return {
    frame: shaperOf(face).font.createSubset().encode(),
    outlineOf: outlinesIn(tables),
    sizesOf: sizesIn(tables),
    unitsPerEm: tableOf(tables, 'head').getUint16(18),
  };
});

function sizesIn(tables: FontTables): (id: number) => Sizes {
  const hmtx = tableOf(tables, 'hmtx');
  // So many glyphs have an advance of their own; those after them have that of the last one.
  const metrics = tableOf(tables, 'hhea').getUint16(34);
  return (id) => [
    hmtx.getUint16(4 * Math.min(id, metrics - 1)),
    hmtx.getInt16(id < metrics ? 4 * id + 2 : 4 * metrics + 2 * (id - metrics)),
  ];
}

/** The font file of these glyphs of a face, in this order. The parts of composite glyphs are appended to them. */
export function subsetOf(face: FontFace, glyphs: readonly SubsetGlyph[]): Uint8Array {
  const { frame, outlineOf, sizesOf, unitsPerEm } = outlinesOf(face);
  const all = [...glyphs];
  const codes = new Map(all.map((glyph, code) => [glyph, code]));
  const codeOf = (id: number): number => {
    const code = codes.get(id) ?? all.push(id) - 1;
    codes.set(id, code);
    return code;
  };
  const outlines: Uint8Array[] = [];
  const sizes: Sizes[] = [];
  // The list grows while it is gone through.
  for (const glyph of all) {
    if (typeof glyph === 'number') {
      outlines.push(renumbered(outlineOf(glyph), codeOf));
      sizes.push(sizesOf(glyph));
      continue;
    }
    const { bytes, left } = composite(glyph.parts, outlineOf, codeOf);
    outlines.push(bytes);
    sizes.push([Math.round((glyph.advance * unitsPerEm) / 1000), left]);
  }
  const file = framed(frame, outlines, sizes);
  if (glyphs.some((glyph) => typeof glyph !== 'number')) allowComposites(tableOf(tablesIn(file), 'maxp'));
  return file;
}

/** The frame with these glyphs in the place of its own. */
function framed(frame: Uint8Array, outlines: readonly Uint8Array[], sizes: readonly Sizes[]): Uint8Array {
  const tables = tablesIn(frame);
  const { loca, short } = placesOf(outlines, hasShortPlaces(tables));
  const own: Readonly<Record<string, readonly Uint8Array[]>> = {
    loca: [loca],
    glyf: outlines,
    hmtx: [sizesTable(sizes)],
  };
  const parts = [...tables].map(([tag, table]) => ({ tag, pieces: own[tag] ?? [bytesOf(table)] }));
  const head = directoryStart + directoryRow * parts.length;
  const length = parts.reduce((sum, { pieces }) => pieces.reduce((all, { length }) => all + length, sum), head);
  const file = new Uint8Array(length);
  const view = new DataView(file.buffer);
  file.set(frame.subarray(0, head));
  let at = head;
  for (const [index, { tag, pieces }] of parts.entries()) {
    const start = at;
    for (const piece of pieces) {
      file.set(piece, at);
      at += piece.length;
    }
    const row = directoryStart + directoryRow * index;
    view.setUint32(row + 8, start);
    view.setUint32(row + 12, at - start);
    if (tag === 'maxp') view.setUint16(start + 4, outlines.length);
    if (tag === 'hhea') view.setUint16(start + 34, outlines.length);
    if (tag === 'head') view.setInt16(start + 50, short ? 0 : 1);
  }
  return file;
}

/** Where each outline begins and the last one ends: by half their offsets in 16 bits if the face has them so and they go in. */
function placesOf(
  outlines: readonly Uint8Array[],
  inShort: boolean,
): { readonly loca: Uint8Array; readonly short: boolean } {
  const total = outlines.reduce((sum, { length }) => sum + length, 0);
  const short = inShort && total <= 2 * 0xffff;
  const places = new DataView(new ArrayBuffer((short ? 2 : 4) * (outlines.length + 1)));
  let at = 0;
  const set = (code: number): void => (short ? places.setUint16(2 * code, at / 2) : places.setUint32(4 * code, at));
  for (const [code, { length }] of outlines.entries()) {
    set(code);
    at += length;
  }
  set(outlines.length);
  return { loca: bytesOf(places), short };
}

function sizesTable(sizes: readonly Sizes[]): Uint8Array {
  const table = new DataView(new ArrayBuffer(4 * sizes.length));
  for (const [code, [advance, left]] of sizes.entries()) {
    table.setUint16(4 * code, advance);
    table.setInt16(4 * code + 2, left);
  }
  return bytesOf(table);
}

const directoryStart = 12;
const directoryRow = 16;
