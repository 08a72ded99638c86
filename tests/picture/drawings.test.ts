/**
 * Every drawing of the fixtures looks lowered as its file does: librsvg paints both. Where librsvg lacks what a file uses, a
 * drawing that says the same in plain shapes stands for it.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { readSvg } from '../../src/picture/svg.ts';
import { packageRoot } from '../../src/world.ts';

const folder = path.join(packageRoot, 'tests/fixtures/drawings/data/document');
const names = (await readdir(folder)).filter((name) => name.endsWith('.svg'));
const at = { file: 'doc.json', line: 1, column: 1 };

const times = (columns: number, rows: number, one: (x: number, y: number) => string): string =>
  Array.from({ length: columns * rows }, (_, index) => one(index % columns, Math.floor(index / columns))).join('');

const three = (...colors: readonly string[]): string =>
  colors.map((color, index) => `<rect fill="${color}" x="${5 + 80 * index}" y="5" width="70" height="70"/>`).join('');

const sized =
  '<rect x="5" y="5" width="110" height="70" fill="#069"/>' +
  '<circle cx="180" cy="40" r="30" fill="#c00" stroke="#0a0" stroke-width="5"/>';

/** By the file that each stands for. */
const twins: Readonly<Record<string, string>> = {
  // A ground of the whole drawing.
  'background.svg': '<rect width="240" height="80" fill="#e6f0fa"/><circle cx="120" cy="40" r="30" fill="#c00"/>',
  // Clips of clips, and of shapes in clips.
  'clip-nested.svg':
    '<path d="M25 40a35 35 0 0 1 70 0z" fill="#069"/><path d="M125 40a35 35 0 0 1 70 0zm65 10h40v20h-40z" fill="#c00"/>',
  // `initial` for `fill`.
  'css-inherit.svg':
    '<g fill="#069" stroke="#c00" stroke-width="6"><rect x="5" y="5" width="70" height="70"/>' +
    '<rect fill="#000" x="85" y="5" width="70" height="70"/><rect stroke="none" x="165" y="5" width="70" height="70"/></g>',
  // A pattern with a viewBox in shares of its shape.
  'pattern-box.svg':
    times(
      4,
      2,
      (x, y) =>
        `<rect x="${5 + 27.5 * x}" y="${8.75 + 35 * y}" width="27.5" height="27.5" fill="#eef"/>` +
        `<circle cx="${18.75 + 27.5 * x}" cy="${22.5 + 35 * y}" r="11" fill="#069"/>`,
    ) + times(5, 5, (x, y) => `<rect x="${125 + 23.1 * x}" y="${5 + 14.7 * y}" width="11" height="7" fill="#c00"/>`),
  // pathLength.
  'stroke-dashes.svg':
    '<g fill="none" stroke="#c00" stroke-width="6"><path d="M5 15h230" stroke-dasharray="20 10"/>' +
    '<path d="M5 35h230" stroke-dasharray="15" stroke-dashoffset="7"/>' +
    '<path d="M5 55h230" stroke-dasharray="0 12" stroke-linecap="round"/><path d="M5 72h230" stroke-dasharray="23"/></g>',
  // librsvg asks the machine for its language.
  'switch.svg': '<rect width="120" height="80" fill="#069"/><circle cx="180" cy="40" r="30" fill="#c00"/>',
  // transform-origin and transform-box.
  'transform-css.svg':
    '<rect x="20" y="20" width="40" height="40" fill="#069" transform="rotate(45 40 40)"/>' +
    '<rect x="-20" y="-20" width="40" height="40" fill="#c00" transform="translate(120 40) scale(.5) rotate(36)"/>' +
    '<rect x="190" y="10" width="40" height="40" fill="#0a0"/>',
  // By the formulas of CSS Color 4.
  'colour-oklch.svg': three('#2784d5', '#b95857', '#1ab366'),
  'css-var.svg': three('#0e2f6b', '#f3a77f', '#2a7'),
  // The light one of two.
  'colour-light-dark.svg': three('#069', '#c00', '#0a0'),
  // librsvg draws nothing that is smaller than a pixel.
  'size-tiny.svg': sized,
  'size-huge.svg': sized,
};

const width = 240;

async function pixels(svg: Uint8Array): Promise<Uint8Array> {
  const drawn = sharp(svg, { density: 96 }).flatten({ background: '#fff' }).resize(width, width, { fit: 'fill' });
  return drawn.removeAlpha().toColourspace('srgb').raw().toBuffer();
}

/** Of two pictures, the share of pixels that differ by more than the blur of an edge. */
function differing(one: Uint8Array, other: Uint8Array): number {
  const isOff = (at: number): boolean =>
    [0, 1, 2].some((part) => Math.abs((one[3 * at + part] ?? 0) - (other[3 * at + part] ?? 0)) > 24);
  return Array.from({ length: width * width }, (_, at) => at).filter(isOff).length / (width * width);
}

test('the fixtures are there, and each twin has its file', () => {
  expect(names.length).toBeGreaterThanOrEqual(74);
  expect(names).toEqual(expect.arrayContaining(Object.keys(twins)));
});

test.each(names)('%s looks the same when it is lowered', async (name) => {
  const source = new Uint8Array(await readFile(path.join(folder, name)));
  const { bytes, width: wide, height } = await readSvg(source, { name, at });
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${height}" viewBox="0 0 240 80">`;
  const twin = twins[name];
  const wanted = twin === undefined ? source : Buffer.from(`${head}${twin}</svg>`);
  const [expected, lowered] = [await pixels(wanted), await pixels(bytes)];
  expect(differing(expected, lowered)).toBeLessThan(0.005);
  // Neither is blank: what is lost in both would look alike.
  expect(differing(lowered, new Uint8Array(lowered.length).fill(255))).toBeGreaterThan(0.01);
});
