import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import { Report } from '../../src/diagnostics.ts';
import { languageOf } from '../../src/language/languages.ts';
import type { Picture } from '../../src/model/picture.ts';
import { conversionOf } from '../../src/picture/conversion.ts';
import { inkTiff } from '../../src/picture/ink-tiff.ts';
import { lineArt } from '../../src/picture/line-art.ts';
import { fogra39 } from '../../src/picture/open-profile.ts';
import { loadPicture } from '../../src/picture/picture.ts';
import { inkPicture, type PressPicture } from '../../src/picture/press.ts';
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
    expect((await sharp((await inkPicture({ ...picture, inches: 9 }, press)).bytes).metadata()).space).toBe('cmyk');
  });

  it('how many pixels are left of a picture that has more than anything is printed in', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
    const fine = sharp({ create: { width: 9000, height: 900, channels: 3, background: colour, noise } });
    const picture = await load('fine.jpg', new Uint8Array(await fine.jpeg().toBuffer()));
    const left = picture.press?.width ?? picture.width;
    expect(left).toBeLessThan(2600);
    expect(conversionOf(picture, press)).toBe(`x/fine.jpg: sRGB, 9000 pixels wide → ${left} pixels wide → ${end}`);
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
    // A colour beside it: what has none is printed in black alone.
    const png = await sharp({ create: { width: 16, height: 16, channels: 3, background } })
      .extend({ right: 16, background: '#d0401a' })
      .png()
      .toBuffer();
    const { bytes: jpeg } = await inkPicture({ bytes: png, inches: 9 }, press);
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
  const read = sharp((await inkPicture({ bytes: png, inches: 9 }, press)).bytes)
    .pipelineColourspace('cmyk')
    .toColourspace('cmyk');
  const printed = sums(await read.raw().toBuffer());
  const full = 3 * 255;
  expect(Math.max(...asked)).toBeLessThanOrEqual(full);
  expect(Math.max(...printed)).toBeLessThanOrEqual(full);
  // It is still a shadow.
  expect(mean(printed) / mean(asked)).toBeGreaterThan(0.97);
});

describe('black ink alone', () => {
  /** All four inks of each pixel, in percent. */
  async function pixelsOf(picture: PressPicture): Promise<number[][]> {
    const { bytes } = await inkPicture(picture, press);
    const data = await sharp(bytes).pipelineColourspace('cmyk').toColourspace('cmyk').raw().toBuffer();
    return Array.from({ length: data.length / 4 }, (_, at) =>
      [...data.subarray(4 * at, 4 * at + 4)].map((ink) => Math.round((ink / 255) * 100)),
    );
  }

  it('prints photographs without colour, from paper to full, with all that is in their shadows', async () => {
    const width = 256;
    const ramp = Uint8Array.from({ length: width * 8 }, (_, at) => at % width);
    for (const format of ['png', 'jpeg'] as const) {
      const grey = await sharp(ramp, { raw: { width, height: 8, channels: 1 } })
        .toColourspace('srgb')
        .toFormat(format, { quality: 95 })
        .toBuffer();
      const found = (await pixelsOf({ bytes: grey, inches: 9 })).slice(0, width);
      expect(found.every(([c, m, y]) => c === 0 && m === 0 && y === 0)).toBe(true);
      const blacks = found.map(([, , , k = 0]) => k);
      expect(blacks[0]).toBeGreaterThanOrEqual(98);
      expect(blacks.at(-1)).toBeLessThanOrEqual(1);
      expect((blacks[0] ?? 0) - (blacks[40] ?? 0)).toBeGreaterThan(4);
    }
  });

  it('stays where an original in CMYK has it', async () => {
    // Left black type, right a colour.
    const inks = Uint8Array.from({ length: 64 * 16 * 4 }, (_, at) => {
      const [pixel, ink] = [Math.floor(at / 4), at % 4];
      return pixel % 64 < 32 ? (ink === 3 ? 255 : 0) : ([30, 200, 180, 10][ink] ?? 0);
    });
    const tiff = sharp(inkTiff(inks, { width: 64, height: 16 }))
      .pipelineColourspace('cmyk')
      .toColourspace('cmyk');
    const picture = await load(
      'ink.jpg',
      new Uint8Array(await tiff.jpeg({ quality: 98, chromaSubsampling: '4:4:4' }).toBuffer()),
    );
    const found = await pixelsOf({ ...picture, inches: 9 });
    const [black, colour] = [found[8] ?? [], found[56] ?? []];
    expect(black.map((ink) => Math.round(ink / 2))).toEqual([0, 0, 0, 50]);
    expect(colour[1]).toBeGreaterThan(50);
  });

  it.each(['png', 'tif'])(
    'draws lines of one bit (%s) as sharp as they come, where they are fine enough',
    async (kind) => {
      const bits = Uint8Array.from({ length: 1200 * 40 }, (_, at) => (at % 7 < 3 ? 0 : 255));
      const grey = await sharp(bits, { raw: { width: 1200, height: 40, channels: 1 } })
        .png()
        .toBuffer();
      const tiff = sharp(grey).toColourspace('b-w').tiff({ bitdepth: 1, compression: 'ccittfax4' });
      const picture = await load(`lines.${kind}`, kind === 'png' ? await lineArt(grey) : await tiff.toBuffer());
      expect(picture.bilevel).toBe(true);
      const fine = await inkPicture({ ...picture, bytes: picture.press?.bytes ?? picture.bytes, inches: 2 }, press);
      expect([fine.inking, (await sharp(fine.bytes).metadata()).bitsPerSample]).toEqual(['bilevel', 1]);
      const raw = await sharp(fine.bytes).toColourspace('b-w').raw().toBuffer();
      expect(Buffer.compare(raw, Buffer.from(bits))).toBe(0);
      expect((await inkPicture({ ...picture, inches: 4 }, press)).inking).toBe('black');
    },
  );
});

it('finer photographs than a press shows are brought down to 450 ppi', async () => {
  const noise = { type: 'gaussian', mean: 120, sigma: 40 } as const;
  const png = await sharp({ create: { width: 2000, height: 100, channels: 3, background: '#777', noise } })
    .png()
    .toBuffer();
  const { bytes, reduced } = await inkPicture({ bytes: png, inches: 2 }, press);
  expect([reduced, (await sharp(bytes).metadata()).width]).toEqual([900, 900]);
  expect((await inkPicture({ bytes: png, inches: 5 }, press)).reduced).toBeNull();
});
