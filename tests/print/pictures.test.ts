import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import { Report } from '../../src/diagnostics.ts';
import { languageOf } from '../../src/language/languages.ts';
import type { Picture } from '../../src/model/picture.ts';
import { conversionOf } from '../../src/picture/conversion.ts';
import { fogra39 } from '../../src/picture/open-profile.ts';
import { loadPicture } from '../../src/picture/picture.ts';
import { inkPicture } from '../../src/picture/press.ts';
import { openWorld } from '../../src/world.ts';
import { furnish } from '../../src/write/pdf/page/furniture.ts';
import { setPages } from '../../src/write/pdf/page/pages.ts';
import { sidesOf } from '../../src/write/pdf/paint/sheet.ts';
import { conversionsOf, printedPictures } from '../../src/write/pdf/press/resolution.ts';
import { onPaper } from '../../src/write/pdf/set/paper.ts';
import type { Job } from '../../src/write/targets.ts';
import { brochure, Project } from '../cli/project.ts';
import { at, document, figure, l, section } from '../make.ts';
import { gza } from '../theme/gza.ts';

const theme = await gza();
const jobOf = (report = new Report()): Job => ({
  ...{ theme, language: languageOf(l('en')), name: 'test', created: new Date('2026-11-22T00:00:00Z') },
  report,
  print: { layout: 'sheets' },
});
const colour = { r: 200, g: 80, b: 40 };
const photo = (width: number, height = Math.round(width / 2)) =>
  sharp({ create: { width, height, channels: 3, background: colour } });

/** Builds the brochure, its drawing replaced by a photograph. */
async function printed(bytes: Uint8Array, file = 'photo.png') {
  const project = new Project();
  project.write(`data/brochure/${file}`, bytes);
  project.edit('route.svg', file);
  const engine = createEngine({ root: project.root, env: {} });
  const options = { formats: ['print'] as const, languages: ['en'], print: { layout: 'sheets' as const } };
  const { outputs, diagnostics } = await engine.build(brochure, options);
  const screen = await engine.build(brochure, { formats: ['html'], languages: ['en'] });
  engine.close();
  expect(screen.diagnostics).toEqual([]);
  return { bytes: outputs[0]?.bytes, diagnostics };
}

describe('a photograph at the size that it is printed', () => {
  it('of 72 dpi is an error at its place in the data, with what is needed', async () => {
    const { bytes, diagnostics } = await printed(await photo(505).png().toBuffer());
    expect(bytes).toBeUndefined();
    expect(diagnostics).toMatchObject([
      {
        severity: 'error',
        code: 'picture-too-coarse',
        at: { file: brochure, path: expect.stringMatching(/\.figure\.src$/) },
      },
    ]);
    expect(diagnostics[0]?.message).toMatch(
      /^"data\/brochure\/photo\.png" is too coarse for print: 505 × 253 pixels over 178 mm are 72 ppi\.$/,
    );
    expect(diagnostics[0]?.hints[0]).toMatch(/2103 pixels of width for 300 ppi, or at least 1577/);
  });

  it.each([
    [1050, 'picture-too-coarse'],
    [1052, 'picture-coarse'],
    [1576, 'picture-coarse'],
    [1577, undefined],
  ])('of %d pixels: %s', async (width, code) => {
    const { bytes, diagnostics } = await printed(await photo(width).jpeg().toBuffer(), 'photo.jpg');
    expect(diagnostics.map((found) => found.code)).toEqual(code === undefined ? [] : [code]);
    expect(bytes === undefined).toBe(code === 'picture-too-coarse');
  });

  it('of one bit is held to the same', async () => {
    const line = await photo(700).threshold().png({ palette: true, colours: 2 }).toBuffer();
    expect((await printed(line)).diagnostics).toMatchObject([{ code: 'picture-too-coarse' }]);
  });
});

/** A picture file as the project's, loaded. */
async function load(name: string, bytes: Uint8Array): Promise<Picture> {
  const project = new Project();
  mkdirSync(path.join(project.root, 'x'), { recursive: true });
  writeFileSync(path.join(project.root, 'x', name), bytes);
  const report = new Report();
  const src = { value: name, from: { ...at, file: 'x/data.json' } };
  const picture = await loadPicture(src, await openWorld(project.root), report);
  expect(report.diagnostics).toEqual([]);
  if (picture === null) throw new Error('no picture');
  return picture;
}

const seeThrough = sharp({ create: { width: 40, height: 20, channels: 4, background: { ...colour, alpha: 0 } } });
const press = fogra39();
const end = 'Coated FOGRA39L (Etrati) (perceptual)';

describe('what becomes of pictures is stated', () => {
  it.each([
    ['plain.png', photo(40).png(), 'sRGB'],
    ['plain.jpg', photo(40).jpeg(), 'sRGB'],
    ['clear.png', seeThrough.clone().png(), 'with transparency, sRGB → 8 bits of sRGB on white paper'],
    ['deep.png', photo(40).toColourspace('rgb16').png(), '16 bits, sRGB → 8 bits of sRGB'],
    [
      'both.png',
      seeThrough.clone().toColourspace('rgb16').png(),
      '16 bits, with transparency, sRGB → 8 bits of sRGB on white paper',
    ],
    [
      'ink.jpg',
      photo(40).toColourspace('cmyk').jpeg(),
      'CMYK without a profile, read as "Chemical proof" → 8 bits of sRGB',
    ],
    ['shop.jpg', photo(40).withIccProfile(press.file).jpeg(), 'CMYK of "Coated FOGRA39L (Etrati)" → 8 bits of sRGB'],
    ['wide.jpg', photo(40).withIccProfile('p3').jpeg(), 'RGB of "sP3C" → 8 bits of sRGB'],
  ])('%s', async (name, made, said) => {
    const picture = await load(name, new Uint8Array(await made.toBuffer()));
    expect(conversionOf(picture, press)).toBe(`x/${name}: ${said} → ${end}`);
    expect((await sharp(await inkPicture(picture.bytes, press)).metadata()).space).toBe('cmyk');
  });

  it('once for each picture of the pages, and not for drawings', async () => {
    const [png, jpg] = [
      await load('clear.png', new Uint8Array(await seeThrough.clone().png().toBuffer())),
      await load('plain.jpg', new Uint8Array(await photo(40).jpeg().toBuffer())),
    ];
    const content = document({ body: [section('a', 'A', [figure(png, 'x'), figure(jpg, 'y'), figure(png, 'z')])] });
    const pages = await setPages(content, jobOf(), { paper: onPaper(content, { ...jobOf(), paged: true }) });
    const sides = sidesOf(pages, furnish(content, { theme }, pages), theme);
    expect([...printedPictures(sides)]).toHaveLength(3);
    expect(conversionsOf(sides, press)).toEqual([
      `x/clear.png: with transparency, sRGB → 8 bits of sRGB on white paper → ${end}`,
      `x/plain.jpg: sRGB → ${end}`,
    ]);
  });
});

describe('light becomes ink as the profile says', () => {
  /** The inks of one colour, read back from a picture of it, in percent. */
  async function inksOf(background: { r: number; g: number; b: number }): Promise<number[]> {
    const png = await sharp({ create: { width: 16, height: 16, channels: 3, background } })
      .png()
      .toBuffer();
    const jpeg = await inkPicture(png, press);
    const { data } = await sharp(jpeg, { ignoreIcc: true })
      .pipelineColourspace('cmyk')
      .toColourspace('cmyk')
      .raw()
      .toBuffer({ resolveWithObject: true });
    return [...data.subarray(0, 4)].map((ink) => Math.round((ink / 255) * 100));
  }

  // As Little CMS 2.19 gives them through another program (Pillow 13), perceptual.
  it.each([
    [{ r: 0, g: 255, b: 255 }, [45, 0, 17, 0]],
    [{ r: 128, g: 128, b: 128 }, [18, 15, 13, 53]],
    [{ r: 14, g: 47, b: 107 }, [86, 61, 0, 51]],
    [{ r: 255, g: 255, b: 255 }, [0, 0, 0, 0]],
  ])('%o', async (background, expected) => {
    const found = await inksOf(background);
    // JPEG rounds.
    for (const [index, ink] of found.entries()) expect(Math.abs(ink - (expected[index] ?? 0))).toBeLessThanOrEqual(1);
  });
});

it('shadows take no more ink than paper does, though JPEG adds to it', async () => {
  const noise = sharp({
    create: {
      width: 300,
      height: 200,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 12, sigma: 14 },
    },
  });
  const png = await noise.png().toBuffer();
  const sums = (inks: Uint8Array): number[] =>
    Array.from({ length: inks.length / 4 }, (_, at) => inks.subarray(4 * at, 4 * at + 4).reduce((a, b) => a + b));
  const mean = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b) / numbers.length;
  const asked = sums(await sharp(png).withIccProfile(press.file, { attach: false }).raw().toBuffer());
  const read = sharp(await inkPicture(png, press))
    .pipelineColourspace('cmyk')
    .toColourspace('cmyk');
  const printed = sums(await read.raw().toBuffer());
  const full = 3 * 255;
  expect(Math.max(...asked)).toBeLessThanOrEqual(full);
  expect(Math.max(...printed)).toBeLessThanOrEqual(full);
  // It is still a shadow.
  expect(mean(printed) / mean(asked)).toBeGreaterThan(0.97);
});
