/**
 * A TrueType font as WOFF 2 (https://www.w3.org/TR/WOFF2/): its outlines as streams of like numbers, by which the file is a sixth
 * smaller, and all tables compressed as one by Node's own brotli. Not as hard as it can: that takes forty times as long, and the
 * packages that do it, in WebAssembly, a hundred times, for a sixteenth of the bytes.
 */
import { brotliCompressSync, constants } from 'node:zlib';
import { bytesOf, tableOf, tablesIn } from '../../theme/sfnt.ts';
import { Bytes } from './woff2-bytes.ts';
import { transformedOutlines } from './woff2-outlines.ts';

/** Tables that have a number in place of their name, from 0 (5): those of TrueType fonts are among the first. */
const numbered = [
  ...['cmap', 'head', 'hhea', 'hmtx', 'maxp', 'name', 'OS/2', 'post', 'cvt ', 'fpgm', 'glyf', 'loca', 'prep', 'CFF '],
  ...['VORG', 'EBDT', 'EBLC', 'gasp', 'hdmx', 'kern', 'LTSH', 'PCLT', 'VDMX', 'vhea', 'vmtx', 'BASE', 'GDEF', 'GPOS'],
  ...['GSUB', 'EBSC', 'JSTF', 'MATH'],
];
const byName = 63;

const [signature, trueType] = [0x774f4632, 0x00010000];
const headerSize = 48;
/** Of `head`: that the font has been through a compression which left its glyphs as they were. */
const lossless = 1 << 11;

/** Wider windows save next to nothing, and take megabytes that are cleared for each font. */
const [quality, window] = [9, 16];

/** What the file holds of a table. */
interface PackedTable {
  readonly tag: string;
  readonly bytes: Uint8Array;
  /** Of the table itself. */
  readonly size: number;
  readonly isTransformed: boolean;
}

/** Same font, same bytes. */
export function woff2(font: Uint8Array): Uint8Array {
  const tables = packedTables(font);
  const directory = new Bytes();
  const stream = new Bytes();
  for (const { tag, bytes, size, isTransformed } of tables) {
    const number = numbered.indexOf(tag);
    directory.uint8(number < 0 ? byName : number);
    if (number < 0) directory.bytes(Buffer.from(tag, 'latin1'));
    directory.base128(size);
    if (isTransformed) directory.base128(bytes.length);
    stream.bytes(bytes);
  }
  const compressed = compress(stream.written);
  const unpacked = tables.reduce((sum, { size }) => sum + 16 + inFours(size), 12);
  const length = inFours(headerSize + directory.length + compressed.length);
  const file = new Bytes();
  for (const value of [signature, trueType, length]) file.uint32(value);
  for (const value of [tables.length, 0]) file.int16(value);
  for (const value of [unpacked, compressed.length]) file.uint32(value);
  // No version, no metadata and nothing private.
  file.bytes(new Uint8Array(headerSize - file.length));
  file.bytes(directory.written);
  file.bytes(compressed);
  file.bytes(new Uint8Array(length - file.length));
  return file.written;
}

function inFours(length: number): number {
  return 4 * Math.ceil(length / 4);
}

/** In their order; but `loca`, which is made again of the outlines, follows them. */
function packedTables(font: Uint8Array): readonly PackedTable[] {
  const tables = tablesIn(font);
  const [glyf, loca, head] = [tableOf(tables, 'glyf'), tableOf(tables, 'loca'), tableOf(tables, 'head')];
  const outlines = [
    { tag: 'glyf', bytes: transformedOutlines(tables), size: glyf.byteLength, isTransformed: true },
    { tag: 'loca', bytes: new Uint8Array(), size: loca.byteLength, isTransformed: true },
  ];
  return [...tables].flatMap(([tag, table]) => {
    if (table === glyf) return outlines;
    if (table === loca) return [];
    const bytes = table === head ? headOf(head) : bytesOf(table);
    return [{ tag, bytes, size: bytes.length, isTransformed: false }];
  });
}

function headOf(table: DataView): Uint8Array {
  const head = bytesOf(table).slice();
  const view = new DataView(head.buffer);
  view.setUint16(16, view.getUint16(16) | lossless);
  return head;
}

function compress(bytes: Uint8Array): Uint8Array {
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_FONT,
      [constants.BROTLI_PARAM_LGWIN]: window,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}
