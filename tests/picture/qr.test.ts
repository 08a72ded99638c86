import sharp from 'sharp';
import { expect, it } from 'vitest';
import { Refused } from '../../src/diagnostics.ts';
import { rasterize } from '../../src/picture/picture.ts';
import { qrCapacity, qrPicture } from '../../src/picture/qr.ts';

const address = 'https://georgia.iom.int';
const svgOf = (text: string) => new TextDecoder().decode(qrPicture(text).bytes);

/** Which modules are dark, quiet zone and all, as a program that draws SVG sees them. */
async function modulesOf(text: string): Promise<readonly string[]> {
  const picture = qrPicture(text);
  const side = picture.width / 4;
  const { data } = await sharp(await rasterize(picture.bytes, side))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return Array.from({ length: side }, (_, y) =>
    Array.from({ length: side }, (_, x) => ((data[y * side + x] ?? 0) < 128 ? '#' : '.')).join(''),
  );
}

it('is one path of modules on white, black unless a colour is asked for', () => {
  const svg = /^<svg [^<>]*><rect [^<>]*fill="#FFFFFF"\/><path d="[Mhvz\d -]+" fill="(#\w+)"\/><\/svg>$/;
  const navy = new TextDecoder().decode(qrPicture(address, '#0E2F6B').bytes);
  expect([svgOf(address), navy].map((code) => svg.exec(code)?.[1])).toEqual(['#000000', '#0E2F6B']);
  expect(qrPicture(address)).toMatchObject({ format: 'svg', width: 132, height: 132 });
});

it('has three finders, their timing, and four modules of quiet around', async () => {
  const rows = await modulesOf(address);
  expect(rows).toHaveLength(25 + 8);
  const quiet = '.'.repeat(33);
  for (const row of [...rows.slice(0, 4), ...rows.slice(-4)]) expect(row).toBe(quiet);
  for (const row of rows) expect(row.slice(0, 4) + row.slice(-4)).toBe('........');
  // ISO/IEC 18004, 6.3.3 and 6.3.5.
  const finder = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######'];
  const square = (x: number, y: number) => rows.slice(4 + y, 11 + y).map((row) => row.slice(4 + x, 11 + x));
  expect([square(0, 0), square(18, 0), square(0, 18)]).toEqual([finder, finder, finder]);
  expect(rows[10]?.slice(12, 21)).toBe('#.#.#.#.#');
});

it('says level M in its format information', async () => {
  const rows = await modulesOf(address);
  // ISO/IEC 18004, 7.9: 15 bits under the mask 101010000010010; the first two are 00 for M.
  const bits = rows[12]?.slice(4, 6).replaceAll('#', '1').replaceAll('.', '0') ?? '';
  expect(Number.parseInt(bits, 2) ^ 0b10).toBe(0b00);
});

it('is the same each time, and another for another text', () => {
  expect(svgOf(address)).toBe(svgOf(address));
  expect(svgOf(`${address}/`)).not.toBe(svgOf(address));
});

it('takes Georgian and all that it can hold, and refuses more', () => {
  expect(qrPicture('https://მიგრაცია.გე').width).toBeGreaterThan(100);
  expect(qrPicture('a'.repeat(qrCapacity)).width).toBe((69 + 8) * 4);
  expect(() => qrPicture('a'.repeat(qrCapacity + 1))).toThrow(Refused);
  expect(() => qrPicture('ა'.repeat(qrCapacity / 3 + 1))).toThrow(/at most 331 bytes/);
});
