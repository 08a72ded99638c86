/**
 * What a font file says of itself, read from its tables (OpenType 1.9). By hand and not with fontkit, which takes longer
 * to import than a theme takes to load: only the PDF writer needs it.
 */

export interface SfntFacts {
  /** The code points that have a glyph, in order. */
  readonly characters: readonly number[];
  /** OS/2, fsType. */
  readonly rights: number;
}

/** Why a file is no font for us, to be read after its name. */
export interface FontFault {
  readonly fault: string;
}

/** What other kinds of font files begin with. */
const others: Readonly<Record<string, string>> = {
  OTTO: 'has PostScript outlines, not TrueType ones',
  ttcf: 'is a collection',
  wOFF: 'is a web font (WOFF)',
  wOF2: 'is a web font (WOFF 2)',
};
/** Without which nothing can be set or embedded. */
const needed = ['OS/2', 'cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'name', 'post'];

/** A font file's tables, in the order of its directory (OpenType 1.9, “Table Directory”). */
export type FontTables = ReadonlyMap<string, DataView>;

export function readFont(bytes: Uint8Array): SfntFacts | FontFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 12) return { fault: 'is not a TrueType file' };
  const kind = view.getUint32(0) === 0x00010000 ? null : (others[tagAt(view, 0)] ?? 'is not a TrueType file');
  if (kind !== null) return { fault: kind };
  const tables = tablesOf(view);
  if (tables === null) return { fault: 'is cut off' };
  if (tables.has('fvar')) return { fault: 'is a variable font' };
  const missing = needed.find((tag) => !tables.has(tag));
  if (missing !== undefined) return { fault: `lacks the table "${missing}"` };
  try {
    const characters = charactersOf(tables);
    if (characters.length === 0) return { fault: 'has no Unicode characters' };
    return { characters, rights: tableOf(tables, 'OS/2').getUint16(8) };
  } catch (error) {
    // An offset that leads out of its table.
    if (error instanceof RangeError) return { fault: 'is damaged' };
    throw error;
  }
}

/** The table directory; null if a table does not lie in the file. */
function tablesOf(view: DataView): FontTables | null {
  const tables = new Map<string, DataView>();
  for (let record = 12; record < 12 + 16 * view.getUint16(4); record += 16) {
    if (record + 16 > view.byteLength) return null;
    const [offset, length] = [view.getUint32(record + 8), view.getUint32(record + 12)];
    if (offset + length > view.byteLength) return null;
    tables.set(tagAt(view, record), new DataView(view.buffer, view.byteOffset + offset, length));
  }
  return tables;
}

/** The tables of a font that is known to be whole. */
export function tablesIn({ buffer, byteOffset, byteLength }: Uint8Array): FontTables {
  const tables = tablesOf(new DataView(buffer, byteOffset, byteLength));
  if (tables === null) throw new Error('a font that is cut off');
  return tables;
}

function tagAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)));
}

/** A table that the font is known to have. */
export function tableOf(tables: FontTables, tag: string): DataView {
  const table = tables.get(tag);
  if (table === undefined) throw new Error(`a font without the table "${tag}"`);
  return table;
}

export function bytesOf({ buffer, byteOffset, byteLength }: DataView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

// ---- cmap -----------------------------------------------------------------------------------------------------

/** Encodings of Unicode as platform and encoding, the fullest first. */
const unicode = ['3 10', '0 6', '0 4', '3 1', '0 3', '0 2', '0 1', '0 0'];

function charactersOf(tables: FontTables): readonly number[] {
  const cmap = tableOf(tables, 'cmap');
  const offsets = new Map<string, number>();
  for (let record = 4; record < 4 + 8 * cmap.getUint16(2); record += 8)
    offsets.set(`${cmap.getUint16(record)} ${cmap.getUint16(record + 2)}`, cmap.getUint32(record + 4));
  const offset = unicode.map((encoding) => offsets.get(encoding)).find((at) => at !== undefined);
  if (offset === undefined) return [];
  const table = new DataView(cmap.buffer, cmap.byteOffset + offset, cmap.byteLength - offset);
  const format = table.getUint16(0);
  return format === 4 ? segments(table) : format === 12 ? groups(table) : [];
}

/** Format 4: segments of the first plane. */
function segments(table: DataView): readonly number[] {
  const size = table.getUint16(6);
  const found: number[] = [];
  let last = -1;
  for (let at = 0; at < size; at += 2) {
    const [end, start] = [table.getUint16(14 + at), table.getUint16(16 + size + at)];
    last = ascending(last, start, end);
    const delta = table.getUint16(16 + 2 * size + at);
    const rangeAt = 16 + 3 * size + at;
    const range = table.getUint16(rangeAt);
    // U+FFFF only ends the table.
    for (let point = start; point <= end && point < 0xffff; point += 1) {
      const glyph = range === 0 ? point + delta : table.getUint16(rangeAt + range + 2 * (point - start));
      if ((glyph & 0xffff) !== 0) found.push(point);
    }
  }
  return found;
}

/** Format 12: groups of all planes. */
function groups(table: DataView): readonly number[] {
  const found: number[] = [];
  let last = -1;
  for (let at = 16; at < 16 + 12 * table.getUint32(12); at += 12) {
    const [start, end, glyph] = [table.getUint32(at), table.getUint32(at + 4), table.getUint32(at + 8)];
    if (end > 0x10ffff) throw new RangeError('beyond Unicode');
    last = ascending(last, start, end);
    for (let point = start; point <= end; point += 1) if (glyph + point - start !== 0) found.push(point);
  }
  return found;
}

/** Both formats go upwards; ranges that went back again and again would hold us for hours. */
function ascending(last: number, start: number, end: number): number {
  if (start <= last || end < start) throw new RangeError('out of order');
  return end;
}
