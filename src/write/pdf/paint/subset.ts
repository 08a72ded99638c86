/**
 * Subsets of TrueType faces, byte for byte as fontkit makes them. It decodes the points of each glyph to copy its bytes, which was a
 * twentieth of the time of a short document; so it makes one subset of each face, of no glyph but .notdef, and all others are made
 * of that one and of the face's own bytes.
 */
import { onceEach } from '../../../once.ts';
import { bytesOf, type FontTables, tableOf, tablesIn } from '../../../theme/sfnt.ts';
import { shaperOf } from '../../../theme/shaping.ts';
import type { FontFace } from '../../../theme/theme.ts';

interface Outlines {
  /** A subset without glyphs, for all tables that know nothing of them. */
  readonly frame: Uint8Array;
  readonly tables: FontTables;
  /** Whether glyphs are found by half their offsets, in 16 bits. */
  readonly short: boolean;
  /** How many glyphs have an advance of their own; those after them have that of the last one. */
  readonly metrics: number;
}

const outlinesOf = onceEach((face: FontFace): Outlines => {
  const tables = tablesIn(face.bytes);
  return {
    frame: shaperOf(face).font.createSubset().encode(),
    tables,
    short: tableOf(tables, 'head').getInt16(50) === 0,
    metrics: tableOf(tables, 'hhea').getUint16(34),
  };
});

/** The font file of these glyphs of a face, in this order. The parts of composite glyphs are appended to them. */
export function subsetOf(face: FontFace, glyphs: readonly number[]): Uint8Array {
  const { frame, tables, short, metrics } = outlinesOf(face);
  const ids = [...glyphs];
  const codes = new Map(ids.map((id, code) => [id, code]));
  const codeOf = (id: number): number => {
    const code = codes.get(id) ?? ids.push(id) - 1;
    codes.set(id, code);
    return code;
  };
  const [loca, glyf, hmtx] = [tableOf(tables, 'loca'), tableOf(tables, 'glyf'), tableOf(tables, 'hmtx')];
  const offsetOf = (id: number): number => (short ? 2 * loca.getUint16(2 * id) : loca.getUint32(4 * id));
  const outlines: Uint8Array[] = [];
  // The list grows while it is gone through.
  for (const id of ids) {
    const [from, to] = [offsetOf(id), offsetOf(id + 1)];
    const bytes = new Uint8Array(glyf.buffer, glyf.byteOffset + from, to - from);
    outlines.push(from < to && glyf.getInt16(from) < 0 ? composed(bytes, codeOf) : bytes);
  }
  const places = new DataView(new ArrayBuffer((short ? 2 : 4) * (ids.length + 1)));
  const sizes = new DataView(new ArrayBuffer(4 * ids.length));
  let at = 0;
  const setPlace = (code: number): void =>
    short ? places.setUint16(2 * code, at >>> 1) : places.setUint32(4 * code, at);
  for (const [code, id] of ids.entries()) {
    setPlace(code);
    at += outlines[code]?.length ?? 0;
    const own = Math.min(id, metrics - 1);
    sizes.setUint16(4 * code, hmtx.getUint16(4 * own));
    sizes.setInt16(4 * code + 2, hmtx.getInt16(id < metrics ? 4 * id + 2 : 4 * metrics + 2 * (id - metrics)));
  }
  setPlace(ids.length);
  return framed(frame, ids.length, { loca: [bytesOf(places)], glyf: outlines, hmtx: [bytesOf(sizes)] });
}

/** A composite glyph ("glyf", "Composite Glyph Description"), its parts by their codes. */
function composed(glyph: Uint8Array, codeOf: (id: number) => number): Uint8Array {
  const bytes = new Uint8Array(glyph);
  const view = new DataView(bytes.buffer);
  let flags = moreParts;
  for (let at = 10; (flags & moreParts) !== 0; ) {
    flags = view.getUint16(at);
    view.setUint16(at + 2, codeOf(view.getUint16(at + 2)));
    at += 4 + ((flags & wordArguments) === 0 ? 2 : 4);
    if ((flags & scaled) !== 0) at += 2;
    else if ((flags & scaledTwice) !== 0) at += 4;
    else if ((flags & transformed) !== 0) at += 8;
  }
  return bytes;
}

const wordArguments = 0x01;
const scaled = 0x08;
const moreParts = 0x20;
const scaledTwice = 0x40;
const transformed = 0x80;

/** The frame with so many glyphs, and these tables in the place of its own. */
function framed(frame: Uint8Array, count: number, own: Readonly<Record<string, readonly Uint8Array[]>>): Uint8Array {
  const parts = [...tablesIn(frame)].map(([tag, table]) => ({ tag, pieces: own[tag] ?? [bytesOf(table)] }));
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
    if (tag === 'maxp') view.setUint16(start + 4, count);
    if (tag === 'hhea') view.setUint16(start + 34, count);
  }
  return file;
}

const directoryStart = 12;
const directoryRow = 16;
