/** Every PNG type and JPEG kind, as the finished files paint it, against what its own standard or another decoder says. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { languageOf } from '../../src/language/languages.ts';
import type { Picture } from '../../src/model/picture.ts';
import { inkTiff } from '../../src/picture/ink-tiff.ts';
import { fogra39 } from '../../src/picture/open-profile.ts';
import { readRaster } from '../../src/picture/raster.ts';
import { docx } from '../../src/write/docx/docx.ts';
import { html } from '../../src/write/html/html.ts';
import { pdf } from '../../src/write/pdf/pdf.ts';
import { print } from '../../src/write/pdf/print.ts';
import type { Job } from '../../src/write/targets.ts';
import { at, document, figure, l, section } from '../make.ts';
import { gza } from '../theme/gza.ts';
import { decoded, distance, ofDocx, ofHtml, ofPdf, type Painted } from './painted.ts';
import { chunkOf, type Kind, type Plan, plans, pngOf, u32 } from './png-kinds.ts';

const theme = await gza();
const job = (): Job => ({
  ...{ theme, language: languageOf(l('en')), name: 'test', created: new Date('2026-11-22T00:00:00Z') },
  report: new Report(),
  print: { layout: 'sheets' },
});

const read = async (bytes: Uint8Array, name: string): Promise<Picture> => ({
  file: name,
  ...(await readRaster(bytes, { name, at })),
});

interface Expected {
  readonly name: string;
  readonly file: Uint8Array;
  readonly painted: Painted;
  /** JPEG rounds, and colours that a screen lacks are cut off by another rule in another decoder. */
  readonly lossy: boolean;
}

// ---- PNG ----------------------------------------------------------------------------------------------------

const more: readonly (readonly [name: string, plan: Plan])[] = [
  ['one pixel', { type: 2, bits: 8, width: 1, height: 1 }],
  ['one pixel, interlaced', { type: 6, bits: 8, width: 1, height: 1, interlaced: true }],
  ['one pixel of a palette with alpha', { type: 3, bits: 1, width: 1, height: 1, transparent: true }],
  ['a line', { type: 3, bits: 2, width: 37, height: 1, transparent: true }],
  ['palette of 3 of 16 entries', { type: 3, bits: 4, entries: 3 }],
  ['palette of 3 of 16 entries, tRNS', { type: 3, bits: 4, entries: 3, transparent: true }],
  ['palette of one entry, tRNS', { type: 3, bits: 1, entries: 1, transparent: true }],
  [
    'true colour that proposes a palette',
    { type: 2, bits: 8, extra: [chunkOf('PLTE', Buffer.from([1, 2, 3, 4, 5, 6]))] },
  ],
  ['light as all screens have it', { type: 2, bits: 8, before: [chunkOf('gAMA', u32(45455))] }],
  [
    'sRGB wins over light',
    { type: 2, bits: 8, before: [chunkOf('sRGB', Buffer.from([0])), chunkOf('gAMA', u32(100000))] },
  ],
  ['a damaged comment', { type: 2, bits: 8, extra: [chunkOf('tEXt', Buffer.from('a\0b')).fill(0, 11)] }],
  ['a film', { type: 2, bits: 8, before: [chunkOf('acTL', u32(2, 0))] }],
];
/** A gamma of 1: numbers are light itself. */
const linear = (plan: Plan): Kind => {
  const kind = pngOf({ ...plan, before: [chunkOf('gAMA', u32(100000))] });
  const toScreen = (value: number): number => {
    const light = value / 255;
    return Math.round(255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055));
  };
  return { ...kind, name: `${kind.name}, gamma 1`, pixels: kind.pixels.map((n, i) => (i % 4 === 3 ? n : toScreen(n))) };
};

const pngs: readonly Expected[] = [
  ...plans.map(pngOf),
  ...more.map(([name, plan]) => ({ ...pngOf(plan), name })),
  ...(
    [
      [2, 8],
      [6, 8],
      [0, 8],
      [3, 4],
    ] as const
  ).map(([type, bits]) => linear({ type, bits })),
].map((kind) => ({ name: kind.name, file: kind.bytes, painted: kind, lossy: false }));

// ---- JPEG ---------------------------------------------------------------------------------------------------

const folder = path.resolve(import.meta.dirname, '../fixtures/pictures');
const fixture = (name: string): Buffer => readFileSync(path.join(folder, name));

/** A profile in segments of its own (ICC.1:2022, B.4). */
function withProfile(jpeg: Uint8Array, icc: Uint8Array): Uint8Array {
  const size = 65_000;
  const count = Math.ceil(icc.length / size);
  const segments = Array.from({ length: count }, (_, index) => {
    const part = icc.subarray(index * size, (index + 1) * size);
    const head = Buffer.from([0xff, 0xe2, (part.length + 16) >> 8, (part.length + 16) & 255]);
    return Buffer.concat([head, Buffer.from('ICC_PROFILE\0'), Buffer.from([index + 1, count]), part]);
  });
  return Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);
}

async function jpegs(): Promise<readonly Expected[]> {
  const names = readdirSync(folder).flatMap((file) => /^(.+)\.png$/.exec(file)?.[1] ?? []);
  const kept = names.map(async (name): Promise<Expected> => {
    const isInk = name === 'cmyk-profile';
    const file = isInk ? withProfile(fixture('cmyk.jpg'), fogra39().bytes) : fixture(`${name}.jpg`);
    return { name: `JPEG, ${name}`, file, painted: await decoded(fixture(`${name}.png`)), lossy: true };
  });
  const bare = fixture('cmyk.jpg');
  const turned = Buffer.from(bare);
  // Adobe's marker says whether four components are inks or YCCK.
  turned[bare.indexOf('Adobe') + 11] = 2;
  const inks = [
    ['cmyk', bare],
    ['ycck', turned],
  ] as const;
  const own = inks.map(async ([name, file]): Promise<Expected> => {
    return { name: `JPEG, ${name}`, file, painted: await decoded(file), lossy: true };
  });
  return Promise.all([...kept, ...own]);
}

// ---- as painted ---------------------------------------------------------------------------------------------

const formats = ['PDF', 'DOCX', 'HTML', 'print'] as const;

describe('every kind of picture is painted as it is', () => {
  let expected: readonly Expected[] = [];
  const painted: Partial<Record<(typeof formats)[number], readonly Painted[]>> = {};

  beforeAll(async () => {
    expected = [...pngs, ...(await jpegs())];
    const pictures = await Promise.all(expected.map(({ file }, index) => read(file, `picture-${index}`)));
    const content = document({
      body: [
        section(
          'a',
          'A',
          pictures.map((picture) => figure(picture, 'x')),
        ),
      ],
    });
    painted.PDF = await ofPdf(await pdf.write(content, job()));
    painted.DOCX = await ofDocx(await docx.write(content, job()));
    painted.HTML = await ofHtml(await html.write(content, job()));
    painted.print = await ofPdf((await print.write(content, job()))[0]?.bytes ?? new Uint8Array());
  }, 120_000);

  it('and there are enough of them', () => {
    expect(plans).toHaveLength(15 * 4 - 8);
    expect(expected.length).toBeGreaterThan(90);
  });

  it.each(['PDF', 'DOCX', 'HTML'] as const)('%s', (format) => {
    const found = painted[format] ?? [];
    expect(found).toHaveLength(expected.length);
    const wrong = expected.flatMap(({ name, painted: as, lossy }, index) => {
      const off = lossy ? meanDistance(found[index] as Painted, as) : distance(found[index] as Painted, as);
      return off <= (lossy ? 3 : 0) ? [] : [`${name}: ${off}`];
    });
    expect(wrong).toEqual([]);
  });

  it('print, in the inks of its press', async () => {
    const found = painted.print ?? [];
    expect(found).toHaveLength(expected.length);
    const wrong = await Promise.all(
      expected.map(async ({ name, painted: as }, index) => {
        const ink = found[index] as Painted;
        const size = { width: as.width, height: as.height };
        const onPaper = sharp(as.pixels, { raw: { ...size, channels: 4 } }).flatten({ background: '#fff' });
        const light = await onPaper.toColourspace('srgb').raw().toBuffer();
        if (isGrey(light)) return inBlackAlone(ink, light).then((off) => (off === null ? [] : [`${name}: ${off}`]));
        const separated = onPaper.clone().withIccProfile(fogra39().file, { attach: false });
        const pixels = await separated.raw().toBuffer();
        return meanDistance(ink, { ...size, pixels }) < 14
          ? []
          : [`${name}: ${meanDistance(ink, { ...size, pixels })}`];
      }),
    );
    expect(wrong.flat()).toEqual([]);
  });

  it('small plain ones byte by byte', async () => {
    for (const { name, file } of expected) {
      if (!/^colour type [02346], [1248] bits$|^JPEG, (?:baseline|progressive|restart|grey)(?!-profile)/.test(name))
        continue;
      expect(Buffer.compare((await read(file, name)).bytes, file), name).toBe(0);
    }
  });

  it('and what pdfkit does with packed indices and colour keys is seen', async () => {
    const faults = [pngOf({ type: 3, bits: 4, transparent: true })];
    const raw = faults.map(({ bytes, width, height }, index): Picture => {
      return { file: `raw-${index}`, format: 'png', bytes, width, height };
    });
    const content = document({
      body: [
        section(
          'a',
          'A',
          raw.map((picture) => figure(picture, 'x')),
        ),
      ],
    });
    const [palette] = await ofPdf(await pdf.write(content, job()));
    expect(distance(palette as Painted, faults[0] as Kind)).toBeGreaterThan(100);
    // Turned, mirrored or inverted JPEGs are far from themselves.
    const [upright, other] = await Promise.all(['turned-1', 'turned-2'].map((name) => decoded(fixture(`${name}.jpg`))));
    expect(meanDistance(upright as Painted, await decoded(fixture('turned-2.png')))).toBeGreaterThan(20);
    expect(meanDistance(other as Painted, await decoded(fixture('turned-1.png')))).toBeLessThan(3);
  });
});

/** On three channels; JPEG leaves a little of colour in a grey photograph. */
const isGrey = (light: Uint8Array): boolean =>
  light.every((part, at) => Math.abs(part - (light[at - (at % 3)] ?? 0)) <= 6);

/**
 * What is wrong with a grey picture in the inks of a press, which is black alone: what it looks like on paper, by the profile, is as far
 * between the paper and the ink as the grey is between white and black.
 */
async function inBlackAlone({ width, height, pixels }: Painted, light: Uint8Array): Promise<string | null> {
  const colored = pixels.filter((part, at) => at % 4 !== 3 && part > 2).length;
  if (colored > 0) return `${colored} parts of cyan, magenta or yellow`;
  const ends = Uint8Array.from([...pixels, 0, 0, 0, 0, 0, 0, 0, 255]);
  const tiff = inkTiff(ends, { width: 1, height: width * height + 2 }, fogra39().bytes);
  const looks = await sharp(tiff).toColourspace('srgb').raw().toBuffer();
  const green = (at: number): number => looks[3 * at + 1] ?? 0;
  const [paper, black] = [green(width * height), green(width * height + 1)];
  let sum = 0;
  for (let at = 0; at < width * height; at += 1)
    sum += Math.abs((255 * (green(at) - black)) / (paper - black) - (light[3 * at + 1] ?? 0));
  const mean = sum / (width * height);
  return mean <= 3 ? null : `${mean} of 255 too light or dark in the mean`;
}

/** JPEG rounds; neighbours that differ in all inks run into each other. */
function meanDistance(a: Painted, b: Painted): number {
  if (a.width !== b.width || a.height !== b.height) return Number.POSITIVE_INFINITY;
  return a.pixels.reduce((sum, value, n) => sum + Math.abs(value - (b.pixels[n] ?? 0)), 0) / a.pixels.length;
}
