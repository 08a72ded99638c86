/**
 * Names of a TrueType file. Windows knows a family as at most four faces (regular, bold, italic, bold italic) by name 1
 * and name 2; a SemiBold that calls itself a family of its own would not be found as the family's bold.
 */

interface FontTable {
  readonly tag: string;
  readonly bytes: Buffer;
}

const familyName = 1;
const styleName = 2;
const fullName = 4;
/** Typographic names, which would give the grouping away that names 1 and 2 replace. */
const typographicNames = new Set([16, 17, 21, 22]);

/** The same font as the named face of a family. The bytes are as they were if the font says so already. */
export function renameFace(font: Uint8Array, family: string, bold: boolean, italic: boolean): Uint8Array {
  const style = bold ? (italic ? 'Bold Italic' : 'Bold') : italic ? 'Italic' : 'Regular';
  const names = readNames(tableOf(font, 'name'));
  const nameOf = (id: number) => names.find((name) => name.id === id && name.platform === 3)?.text;
  if (nameOf(familyName) === family && nameOf(styleName) === style) return font;
  const replaced: Readonly<Record<number, string>> = {
    [familyName]: family,
    [styleName]: style,
    [fullName]: `${family} ${style}`,
  };
  const renamed = names
    .filter((name) => !typographicNames.has(name.id))
    .map((name) => ({ ...name, text: replaced[name.id] ?? name.text }));
  return assemble(
    font,
    tablesOf(font).map(({ tag, bytes }) => {
      if (tag === 'name') return { tag, bytes: writeNames(renamed) };
      if (tag === 'OS/2') return { tag, bytes: withFlags(bytes, 62, (bold ? 0x20 : 0) | (italic ? 0x01 : 0), 0x61) };
      if (tag === 'head') return { tag, bytes: withFlags(bytes, 44, (bold ? 1 : 0) | (italic ? 2 : 0), 0x03) };
      return { tag, bytes };
    }),
  );
}

/** The bytes of a table; throws if the font has none of the name, which the theme's loader has looked at. */
export function tableOf(font: Uint8Array, tag: string): Buffer {
  const table = tablesOf(font).find((candidate) => candidate.tag === tag);
  if (table === undefined) throw new Error(`the font has no table "${tag}"`);
  return table.bytes;
}

function tablesOf(font: Uint8Array): readonly FontTable[] {
  const file = Buffer.from(font.buffer, font.byteOffset, font.byteLength);
  return Array.from({ length: file.readUInt16BE(4) }, (_, index) => {
    const entry = 12 + index * 16;
    const offset = file.readUInt32BE(entry + 8);
    return {
      tag: file.toString('latin1', entry, entry + 4).trimEnd(),
      bytes: file.subarray(offset, offset + file.readUInt32BE(entry + 12)),
    };
  });
}

function withFlags(table: Buffer, offset: number, flags: number, mask: number): Buffer {
  const copy = Buffer.from(table);
  copy.writeUInt16BE((copy.readUInt16BE(offset) & ~mask) | flags, offset);
  return copy;
}

interface Name {
  readonly platform: number;
  readonly encoding: number;
  readonly language: number;
  readonly id: number;
  readonly text: string;
}

function readNames(table: Buffer): readonly Name[] {
  const storage = table.readUInt16BE(4);
  return Array.from({ length: table.readUInt16BE(2) }, (_, index) => {
    const at = (field: number) => table.readUInt16BE(6 + index * 12 + field * 2);
    const bytes = table.subarray(storage + at(5), storage + at(5) + at(4));
    const text = at(0) === 1 ? bytes.toString('latin1') : Buffer.from(bytes).swap16().toString('utf16le');
    return { platform: at(0), encoding: at(1), language: at(2), id: at(3), text };
  });
}

function writeNames(names: readonly Name[]): Buffer {
  const header = Buffer.alloc(6 + names.length * 12);
  header.writeUInt16BE(names.length, 2);
  header.writeUInt16BE(header.length, 4);
  const texts: Buffer[] = [];
  let offset = 0;
  names.forEach((name, index) => {
    const text = name.platform === 1 ? Buffer.from(name.text, 'latin1') : Buffer.from(name.text, 'utf16le').swap16();
    const fields = [name.platform, name.encoding, name.language, name.id, text.length, offset];
    for (const [field, value] of fields.entries()) header.writeUInt16BE(value, 6 + index * 12 + field * 2);
    texts.push(text);
    offset += text.length;
  });
  return Buffer.concat([header, ...texts]);
}

/** OpenType, "Organization of an OpenType font": tables in order, each padded to four bytes, with checksums. */
function assemble(font: Uint8Array, tables: readonly FontTable[]): Uint8Array {
  const directory = Buffer.alloc(12 + tables.length * 16);
  directory.set(font.subarray(0, 12));
  let offset = directory.length;
  let adjustment = 0;
  const padded = tables.map(({ tag, bytes }, index) => {
    const table = Buffer.alloc(Math.ceil(bytes.length / 4) * 4);
    bytes.copy(table);
    if (tag === 'head') {
      adjustment = offset + 8;
      table.writeUInt32BE(0, 8);
    }
    const entry = 12 + index * 16;
    directory.write(tag.padEnd(4), entry, 'latin1');
    directory.writeUInt32BE(checksum(table), entry + 4);
    directory.writeUInt32BE(offset, entry + 8);
    directory.writeUInt32BE(bytes.length, entry + 12);
    offset += table.length;
    return table;
  });
  const whole = Buffer.concat([directory, ...padded]);
  whole.writeUInt32BE((0xb1b0afba - checksum(whole)) >>> 0, adjustment);
  return whole;
}

function checksum(bytes: Buffer): number {
  let sum = 0;
  for (let offset = 0; offset < bytes.length; offset += 4) sum = (sum + bytes.readUInt32BE(offset)) >>> 0;
  return sum;
}
