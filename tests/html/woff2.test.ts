/** Web fonts, held to Google's program for them, which browsers unpack them with. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compress, decompress } from 'wawoff2';
import { bytesOf, tablesIn } from '../../src/theme/sfnt.ts';
import { woff2 } from '../../src/write/xhtml/woff2.ts';
import { root } from '../theme/gza.ts';

/** What a browser has of the font: as we pack it, and as Google's program does. */
async function unpacked(font: Uint8Array): Promise<readonly [ours: Tables, theirs: Tables]> {
  // Read at once: what it gives is in the memory of the next call.
  const ours = tables(await decompress(woff2(font)));
  return [ours, tables(await decompress(Buffer.from(await compress(font))))];
}

type Tables = Readonly<Record<string, string>>;

/** In hexadecimal, by name. */
function tables(font: Uint8Array): Tables {
  const hexadecimal = (table: DataView) => Buffer.from(bytesOf(table)).toString('hex');
  return Object.fromEntries([...tablesIn(font)].map(([tag, table]) => [tag, hexadecimal(table)]));
}

it.each(['firago/FiraGO-Greek-Regular', 'noto-sans/NotoSans-Bold'])(
  '%s is unpacked with the same glyphs, and little larger than it could be',
  async (name) => {
    const font = readFileSync(path.join(root, 'fonts', `${name}.ttf`));
    const [ours, theirs] = await unpacked(font);
    expect(Object.keys(ours)).toContain('glyf');
    expect(ours).toEqual(theirs);
    expect(woff2(font).length / (await compress(font)).length).toBeLessThan(1.12);
  },
);

const step = fc.oneof(...[3, 64, 768, 1279, 4095, 9000].map((most) => fc.integer({ min: -most, max: most })));
const point = fc.record({ onCurve: fc.boolean(), x: step, y: step });
const outline = fc.record({
  contours: fc.array(fc.array(point, { minLength: 1, maxLength: 300 }), { minLength: 1, maxLength: 3 }),
  instructions: fc.uint8Array({ maxLength: 800 }),
  boxOff: fc.constantFrom(0, 1),
  overlaps: fc.boolean(),
});
type Outline = typeof outline extends fc.Arbitrary<infer T> ? T : never;

it('steps of every length, instructions, boxes of their own and overlaps are unpacked as they were', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.option(outline), { minLength: 1, maxLength: 40 }), async (glyphs) => {
      const [ours, theirs] = await unpacked(fontOf(glyphs));
      expect(Object.keys(ours)).toContain('glyf');
      expect(ours).toEqual(theirs);
    }),
    { numRuns: 60 },
  );
});

/** A font of these glyphs, with no table that WOFF 2 does not ask for. */
function fontOf(glyphs: readonly (Outline | null)[]): Uint8Array {
  const written = glyphs.map((glyph) => (glyph === null ? Buffer.alloc(0) : glyphOf(glyph)));
  const loca = Buffer.alloc(4 * (glyphs.length + 1));
  let end = 0;
  for (const [index, { length }] of written.entries()) {
    end += length;
    loca.writeUInt32BE(end, 4 * (index + 1));
  }
  const head = Buffer.alloc(54);
  head.writeUInt16BE(1, 50);
  const maxp = Buffer.alloc(32);
  maxp.writeUInt16BE(glyphs.length, 4);
  const hhea = Buffer.alloc(36);
  hhea.writeUInt16BE(1, 34);
  const hmtx = Buffer.alloc(2 + 2 * glyphs.length + 2);
  const tables = { glyf: Buffer.concat(written), head, hhea, hmtx, loca, maxp, zzzz: Buffer.from('own') };
  const directory = Buffer.alloc(12 + 16 * Object.keys(tables).length);
  directory.writeUInt32BE(0x00010000);
  directory.writeUInt16BE(Object.keys(tables).length, 4);
  const parts: Buffer[] = [directory];
  let at = directory.length;
  for (const [index, [tag, bytes]] of Object.entries(tables).entries()) {
    directory.write(tag, 12 + 16 * index, 'latin1');
    directory.writeUInt32BE(at, 20 + 16 * index);
    directory.writeUInt32BE(bytes.length, 24 + 16 * index);
    const padded = Buffer.alloc(4 * Math.ceil(bytes.length / 4));
    bytes.copy(padded);
    parts.push(padded);
    at += padded.length;
  }
  return Buffer.concat(parts);
}

/** With all flags and steps written out, as none are packed. */
function glyphOf({ contours, instructions, boxOff, overlaps }: Outline): Buffer {
  const points = contours.flat();
  let place = { x: 0, y: 0 };
  const places = points.map(({ x, y }) => {
    place = { x: within(place.x + x), y: within(place.y + y) };
    return place;
  });
  const numbers = [contours.length];
  for (const edge of [Math.min, Math.max])
    numbers.push(edge(...places.map(({ x }) => x)) + boxOff, edge(...places.map(({ y }) => y)));
  let last = -1;
  for (const { length } of contours) {
    last += length;
    numbers.push(last);
  }
  numbers.push(instructions.length);
  const steps = (['x', 'y'] as const).flatMap((axis) =>
    places.map((place, index) => place[axis] - (places[index - 1]?.[axis] ?? 0)),
  );
  const flags = points.map(({ onCurve }, index) => (onCurve ? 1 : 0) | (index === 0 && overlaps ? 64 : 0));
  const all = Buffer.concat([int16(numbers), instructions, Buffer.from(flags), int16(steps)]);
  return Buffer.concat([all, Buffer.alloc(all.length % 2)]);
}

function within(place: number): number {
  return Math.max(-16_000, Math.min(16_000, place));
}

function int16(numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(2 * numbers.length);
  for (const [index, value] of numbers.entries()) bytes.writeInt16BE(value, 2 * index);
  return bytes;
}
