import { strToU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { zip } from '../../src/write/zip.ts';

const parts = [
  ['a.xml', strToU8('<a/>')],
  ['ქართული.xml', strToU8('ა'.repeat(10_000))],
  ['empty', new Uint8Array(0)],
] as const;

it('holds its parts in their order', () => {
  const opened = unzipSync(zip(parts));
  expect(Object.entries(opened)).toEqual(parts.map(([path, bytes]) => [path, bytes]));
});

it('is the same from parts seen before, in any order, and from new ones', () => {
  const first = zip(parts);
  zip([...parts].reverse());
  expect(zip(parts)).toEqual(first);
  expect(zip(parts.map(([path, bytes]) => [path, bytes.slice()]))).toEqual(first);
});

it('tells no time but the first of 1980', () => {
  const bytes = Buffer.from(zip(parts));
  // 4.4.6: time, then date, in the local header and in the central directory.
  expect(bytes.readUInt32LE(10)).toBe(0x00210000);
  expect(bytes.readUInt32LE(bytes.indexOf('PK\u0001\u0002', 0, 'latin1') + 12)).toBe(0x00210000);
});
