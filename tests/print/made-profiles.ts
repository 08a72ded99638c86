/** Profiles with one flaw each, made of our own or of one for screens. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fogra39 } from '../../src/picture/open-profile.ts';

export const good = fogra39().bytes;
export const srgb = new Uint8Array(
  readFileSync(join(dirname(createRequire(import.meta.url).resolve('pdfkit')), 'data/sRGB_IEC61966_2_1.icc')),
);

/** The bytes with some of them replaced. */
export function changed(bytes: Uint8Array, at: number, replaced: string | readonly number[]): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy.set(typeof replaced === 'string' ? Buffer.from(replaced, 'latin1') : replaced, at);
  return copy;
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** Where the entry of a tag stands in the table. */
export function entryOf(bytes: Uint8Array, tag: string): number {
  return text(bytes).indexOf(tag, 128);
}

/** Where a tag's data begins. */
export function dataOf(bytes: Uint8Array, tag: string): number {
  return Buffer.from(bytes).readUInt32BE(entryOf(bytes, tag) + 4);
}

/** Our own under another name of the same length, so that it is a shop's. */
export function renamed(name: string): Uint8Array {
  const from = dataOf(good, 'desc') + 12;
  const said = text(good).slice(from).indexOf('\0');
  return changed(good, from, name.padEnd(said, ' ').slice(0, said));
}

/** Its description as version 4 has it: in words of several languages (ICC.1:2022, 10.15). */
export function multilingual(words: Readonly<Record<string, string>>): Uint8Array {
  const records = Object.entries(words).map(([lang, said]) => ({ lang, utf16: Buffer.from(said, 'utf16le').swap16() }));
  const head = Buffer.alloc(16 + 12 * records.length);
  head.write('mluc');
  head.writeUInt32BE(records.length, 8);
  head.writeUInt32BE(12, 12);
  let at = head.length;
  records.forEach(({ lang, utf16 }, index) => {
    head.write(`${lang}XX`, 16 + 12 * index);
    head.writeUInt32BE(utf16.length, 20 + 12 * index);
    head.writeUInt32BE(at, 24 + 12 * index);
    at += utf16.length;
  });
  const tag = Buffer.concat([head, ...records.map(({ utf16 }) => utf16)]);
  const whole = Buffer.concat([good, tag]);
  whole.writeUInt32BE(whole.length, 0);
  whole.writeUInt32BE(good.length, entryOf(good, 'desc') + 4);
  whole.writeUInt32BE(tag.length, entryOf(good, 'desc') + 8);
  whole[8] = 4;
  return new Uint8Array(whole);
}
