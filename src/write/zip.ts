/** ZIP files (APPNOTE 6.3) whose entries have one time and no other fact of the machine: the same parts, the same bytes. */
import { crc32, deflateRawSync } from 'node:zlib';
import { strToU8 } from 'fflate';
import { onceEach } from '../once.ts';

/** Its path and bytes; `stored` where it must not be compressed. */
export type ZipPart = readonly [path: string, bytes: Uint8Array, how?: 'stored'];

interface Packed {
  readonly data: Uint8Array;
  readonly crc: number;
}

/** Parts that come again in the next document, such as a theme's fonts and lanes, are compressed once. */
const pack = onceEach((bytes: Uint8Array): Packed => ({ data: deflateRawSync(bytes), crc: crc32(bytes) }));

/** 1 January 1980, midnight: the first moment that an entry can have, as MS-DOS date and time. */
const firstMoment = 0x00210000;
/** 2.0, for DEFLATE. */
const version = 20;
/** General purpose bit 11: names are UTF-8. */
const utf8 = 0x0800;
/** The compression methods. */
const deflated = 8;
const stored = 0;

/** A ZIP file of these parts, in this order. */
export function zip(parts: readonly ZipPart[]): Uint8Array {
  const local: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let offset = 0;
  for (const [path, bytes, how] of parts) {
    const name = strToU8(path);
    const { data, crc } = how === 'stored' ? { data: bytes, crc: crc32(bytes) } : pack(bytes);
    const method = how === 'stored' ? stored : deflated;
    const facts = [u16(version, utf8, method), u32(firstMoment, crc, data.length, bytes.length), u16(name.length, 0)];
    local.push(u32(0x04034b50), ...facts, name, data);
    // No comment, first disk, no attributes.
    central.push(u32(0x02014b50), u16(version), ...facts, u16(0, 0, 0), u32(0, offset), name);
    offset += 30 + name.length + data.length;
  }
  const size = central.reduce((sum, piece) => sum + piece.length, 0);
  const end = [u32(0x06054b50), u16(0, 0, parts.length, parts.length), u32(size, offset), u16(0)];
  return new Uint8Array(Buffer.concat([...local, ...central, ...end]));
}

function u16(...values: readonly number[]): Uint8Array {
  return new Uint8Array(values.flatMap((value) => [value, value >>> 8]));
}

function u32(...values: readonly number[]): Uint8Array {
  return new Uint8Array(values.flatMap((value) => [value, value >>> 8, value >>> 16, value >>> 24]));
}
