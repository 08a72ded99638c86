import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp, { type Create } from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Diagnostic, type Place, Report } from '../../src/diagnostics.ts';
import type { Picture } from '../../src/model/picture.ts';
import { loadPicture, rasterize } from '../../src/picture/picture.ts';
import { openWorld, packageRoot, type World } from '../../src/world.ts';
import { chunkOf, filmOf, pngOf, u32 } from './png-kinds.ts';

let root: string;
let world: World;
const at: Place = { file: 'data/x/doc.json', line: 5, column: 12, path: '$.figure.src' };
/** With a line: what paints nothing is no drawing. */
const svg = (body: string, attributes = 'viewBox="0 0 10 20"') => blank(`${body}<path d="M0 0h1"/>`, attributes);
const blank = (body: string, attributes = 'viewBox="0 0 10 20"') =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${body}</svg>`);

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'etrati-picture-'));
  await mkdir(path.join(root, 'data/x'), { recursive: true });
  world = await openWorld(root);
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function load(src: string): Promise<{ picture: Picture | null; found: readonly Diagnostic[] }> {
  const report = new Report();
  const picture = await loadPicture({ value: src, from: at }, world, report);
  expect(picture === null).toBe(report.failed);
  return { picture, found: report.diagnostics };
}

/** Loads bytes under a name that says nothing about them. */
async function loadBytes(bytes: Uint8Array, name = 'picture.bin') {
  await writeFile(path.join(root, 'data/x', name), bytes);
  return load(name);
}

async function said(bytes: Uint8Array): Promise<string> {
  const { found } = await loadBytes(bytes);
  return found.map(({ code, message }) => `${code}: ${message}`).join('\n');
}

const plain = (options: Partial<Create> = {}) =>
  sharp({ create: { width: 30, height: 20, channels: 3, background: '#1F5CB5', ...options } });

describe('pictures are known by their content', () => {
  test('PNG, JPEG and SVG, with their sizes', async () => {
    const png = await plain().png().toBuffer();
    expect((await loadBytes(png)).picture).toEqual({
      file: 'data/x/picture.bin',
      format: 'png',
      width: 30,
      height: 20,
      bytes: new Uint8Array(png),
    });
    expect((await loadBytes(await plain().jpeg().toBuffer())).picture).toMatchObject({ format: 'jpeg', width: 30 });
    expect((await loadBytes(svg('<path d="M0 0H9"/>'))).picture).toMatchObject({
      format: 'svg',
      width: 10,
      height: 20,
    });
  });

  test('SVG is measured in CSS pixels', async () => {
    const size = async (attributes: string) => {
      const { picture } = await loadBytes(svg('', attributes));
      return [picture?.width, picture?.height];
    };
    expect(await size('viewBox="0 0 10 20" width="100" height="200px"')).toEqual([100, 200]);
    expect(await size('viewBox="0 0 10 20" width="25.4mm" height="2in"')).toEqual([96, 192]);
    expect(await size('width="30pt" height="60pt"')).toEqual([40, 80]);
  });

  test('what only looks like a picture is none', async () => {
    for (const bytes of [Buffer.from('letter'), Buffer.from('GIF89a'), Buffer.from('%PDF-1.7'), Buffer.alloc(0)]) {
      expect(await said(bytes)).toMatch(/^not-a-picture: /);
    }
    expect(await said(Buffer.from('<html><svg/></html>'))).toMatch(/^not-a-picture: /);
  });

  test('the place that names the picture is the place of the finding', async () => {
    expect((await load('none.png')).found).toMatchObject([{ code: 'file-missing', at }]);
  });
});

describe('paths', () => {
  test('are relative to the file that names them, and stay in the project', async () => {
    await writeFile(path.join(root, 'logo.svg'), svg(''));
    expect((await load('../../logo.svg')).picture?.file).toBe('logo.svg');
    const codes = async (src: string) => (await load(src)).found.map(({ code }) => code);
    expect(await codes('../../../logo.svg')).toEqual(['file-outside']);
    expect(await codes(path.join(root, 'logo.svg'))).toEqual(['file-outside']);
    expect(await codes(path.join(packageRoot, 'data/brochure/route.svg'))).toEqual(['file-outside']);
    expect(await codes('https://example.org/a.png')).toEqual(['picture-path']);
    expect(await codes('data:image/png;base64,AAAA')).toEqual(['picture-path']);
    expect(await codes('//example.org/a.png')).toEqual(['picture-path']);
    expect(await codes('..\\logo.svg')).toEqual(['picture-path']);
    expect(await codes('.')).toEqual(['not-a-file']);
  });

  test('a link that leads out of the project is refused', async () => {
    await symlink(path.join(packageRoot, 'data/brochure/route.svg'), path.join(root, 'data/x/link.svg'));
    // The package's own files are no pictures of this project either.
    expect((await load('link.svg')).found).toMatchObject([{ code: 'file-outside' }]);
  });
});

describe('limits', () => {
  test('pixels are counted from the header, before anything is decoded', async () => {
    const png = Buffer.from(await plain().png().toBuffer());
    png.writeUInt32BE(100_000, 16);
    png.writeUInt32BE(100_000, 20);
    png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
    expect(await said(png)).toMatch(/^picture-too-large: .*100,000 × 100,000 pixels/);
    expect(await said(svg('', 'viewBox="0 0 1000000 10"'))).toMatch(/^picture-too-large: /);
  });

  test('bytes are counted before they are read', async () => {
    expect(await said(Buffer.alloc(129 * 2 ** 20))).toMatch(/^file-too-large: /);
    expect(await said(svg(`<desc>${' '.repeat(2 ** 21)}</desc>`))).toMatch(/^picture-too-large: /);
  });

  test('a damaged picture is found when it is loaded', async () => {
    const noise = plain({ width: 200, height: 200, noise: { type: 'gaussian', mean: 128, sigma: 60 } });
    const png = await noise.clone().png().toBuffer();
    const jpeg = await noise.clone().jpeg().toBuffer();
    for (const bytes of [png.subarray(0, 2000), jpeg.subarray(0, 2000), png.subarray(0, 20), jpeg.subarray(0, 20)]) {
      expect(await said(bytes)).toMatch(/^picture-damaged: /);
    }
    const flipped = Buffer.from(png);
    flipped.fill(0x55, 1000, 1100);
    expect(await said(flipped)).toMatch(/^picture-damaged: /);
  });
});

describe('every viewer shows the same', () => {
  const reread = async (bytes: Uint8Array) => {
    const { picture } = await loadBytes(bytes);
    return { picture, header: await sharp(picture?.bytes).metadata() };
  };

  test('a turned photo is turned upright', async () => {
    const { picture, header } = await reread(turned(await plain().jpeg().toBuffer()));
    expect(picture).toMatchObject({ width: 20, height: 30, format: 'jpeg' });
    expect(header).toMatchObject({ width: 20, height: 30 });
    expect(header.orientation ?? 1).toBe(1);
  });

  test('what a camera wrote into a photo, such as its place, goes no further', async () => {
    const exif = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '41/1 43/1 0/1' } };
    for (const photo of [plain().jpeg(), plain().png()]) {
      const { picture, header } = await reread(await photo.withExif(exif).toBuffer());
      expect(picture).toMatchObject({ width: 30, height: 20 });
      expect(header.exif).toBeUndefined();
    }
  });

  test('CMYK and 16 bits become sRGB of 8 bits; the same bytes each time', async () => {
    const cmyk = await plain().toColourspace('cmyk').jpeg().toBuffer();
    const deep = await plain().toColourspace('rgb16').png().toBuffer();
    expect((await sharp(cmyk).metadata()).space).toBe('cmyk');
    expect((await sharp(deep).metadata()).depth).toBe('ushort');
    for (const bytes of [cmyk, deep]) {
      const once = await reread(bytes);
      expect(once.header).toMatchObject({ space: 'srgb', depth: 'uchar' });
      expect((await reread(bytes)).picture).toEqual(once.picture);
    }
  });
});

test('a film is taken as its first picture, and that is said', async () => {
  const { picture, found } = await loadBytes(filmOf({ type: 2, bits: 8 }));
  expect(picture?.format).toBe('png');
  expect(found).toMatchObject([{ code: 'picture-animated', severity: 'warning' }]);
  // One that has frames and shows one of them stands still.
  expect(await said(pngOf({ type: 2, bits: 8, before: [chunkOf('acTL', u32(1, 0))] }).bytes)).toBe('');
});

describe('a drawing that paints nothing is refused', () => {
  test.each([
    '',
    '<g/>',
    '<rect width="9" height="9" fill="none"/>',
    '<rect width="9" height="9" opacity="0"/>',
    '<defs><path id="a" d="M0 0h9"/></defs>',
    '<g display="none"><path d="M0 0h9v9"/></g>',
  ])('%s', async (body) => {
    expect(await said(blank(body))).toBe('not-a-picture: "picture.bin" cannot be used: nothing in it is painted.');
  });
});

test('variables of a style may be told by many others, and none by itself', async () => {
  const chain = Array.from({ length: 60 }, (_, index) => `--v${index}:var(--v${index + 1})`).join(';');
  expect(await said(svg(`<path d="M0 0h9v9" style="${chain};--v60:#069;fill:var(--v0)"/>`))).toBe('');
  expect(await said(svg('<path d="M0 0h9v9" style="--a:var(--b);--b:var(--a);fill:var(--a)"/>'))).toMatch(
    /^picture-damaged: .*its variable --a refers to itself/,
  );
});

describe('SVG holds plain shapes only', () => {
  const good = [
    '<title>a</title><desc>ა &amp; b &lt;c</desc><g opacity=".5"><circle r="3" fill="url(#a)"/></g>',
    '<defs><linearGradient id="a"><stop offset="1" stop-color="red"/></linearGradient></defs>',
    '<!-- <script>in a comment</script> --><path style="fill:url(#a);stroke:#000" d="M0 0"/>',
    '<style>.a{fill:#fff} path > g {}</style><path class="a" d=" M0 0 "/>',
    "<defs><linearGradient id='b'/><radialGradient xlink:href='#b' xmlns:xlink='http://www.w3.org/1999/xlink'/></defs>",
  ];
  test.each(good)('%s is plain', async (body) => {
    expect(await said(svg(body))).toBe('');
  });

  const bad = [
    '<script/>',
    '<svg:script xmlns:svg="http://www.w3.org/2000/svg"/>',
    '<a href="https://example.org"><path d="M0 0"/></a>',
    '<path d="M0 0" onclick="x()"/>',
    '<path d="M0 0" ONCLICK="x()"/>',
    '<g\nonload\n=\n"x()"/>',
    "<g a='>' onload='x()'/>",
    '<foreignObject/>',
    '<image href="x.png"/>',
    '<feImage href="x"/>',
    '<animate attributeName="href"/>',
    '<set attributeName="onload" to="x()"/>',
    '<linearGradient href="https://example.org/x.svg#a"/>',
    '<linearGradient xml:base="https://example.org" />',
    '<path fill="url(https://example.org/x)"/>',
    '<path fill="u&#114;l(https://example.org/x)"/>',
    '<path style="fill:u\\72l(https://example.org/x)"/>',
    '<path style="fill:URL( \'https://example.org/x\')"/>',
    '<style>@import "x.css";</style>',
    '<style>a{background:url(x)}</style>',
    '<style>a{background:u&#114;l(x)}</style>',
    '<style><!-- --></style><style>@import "x"</style>',
    '<style><![CDATA[@import "x"]]></style>',
    '<?php x ?>',
  ];
  test.each(bad)('%s is refused', async (body) => {
    expect(await said(svg(body))).toMatch(/^picture-unsafe: /);
  });

  test.each([
    ['<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['<?xml-stylesheet href="x"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'],
  ])('%s is refused', async (source) => {
    expect(await said(Buffer.from(source))).toMatch(/^picture-unsafe: /);
  });

  test('a long tag and many of them are read in little time and stack', async () => {
    expect(await said(svg(`<path${' '.repeat(1_900_000)}d="M0 0"/>`))).toBe('');
    expect(await said(svg('<g/>'.repeat(90_000)))).toBe('');
    expect(await said(svg('<g/>'.repeat(100_000)))).toMatch(/^picture-too-large: .* more than 100,000 elements/);
    expect(await said(svg(`<path d="M0 0${'h1'.repeat(400_000)}"/>`))).toBe('');
    expect(await said(svg(`<path d="M0 0${'h1'.repeat(900_000)}"/>`))).toMatch(/^picture-too-large: .* 500,000 points/);
  });

  test('a bar a hundred times higher than wide, or wider than high, is drawn no larger than a page shows it', async () => {
    const bar = (box: string): Buffer =>
      Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}"><path d="M0 0h9v9z"/></svg>`);
    for (const box of ['0 0 10 1000', '0 0 1000 10', '0 0 100 3000']) {
      expect(await said(bar(box))).toBe('');
      const { width = 0, height = 0 } = await sharp(await rasterize(bar(box), 1400)).metadata();
      expect(Math.max(width, height)).toBeLessThanOrEqual(2800);
      expect(Math.max(width, height)).toBeGreaterThanOrEqual(1400);
    }
  });

  test('references, embedded pictures and text: within the drawing, of known kinds, as outlines', async () => {
    expect(await said(svg('<linearGradient id="a"/><linearGradient href="&#x23;a"/>'))).toBe('');
    expect(await said(svg('<path id="a" d="M0 0h9"/><use href="&#x23;a"/>'))).toBe('');
    expect(await said(svg('<use href="#a"/>'))).toMatch(/^picture-damaged: .*repeats "#a", which is not in it/);
    for (const data of ['image/png;base64,AA', 'image/svg+xml;base64,PHN2Zy8+', 'text/html,<script>']) {
      const href = data.replace('<', '&lt;');
      expect(await said(svg(`<image width="9" height="9" href="data:${href}"/>`))).toMatch(/^picture-[a-z]+: /);
    }
    expect(await said(svg('<text>x</text>'))).toMatch(/^picture-unsupported: .*<text>/);
  });

  test('broken XML and other encodings are damage', async () => {
    const latin = `<?xml version="1.0" encoding="ISO-8859-1"?>${svg('').toString()}`;
    expect(await said(Buffer.from(latin))).toMatch(/^picture-damaged: .*ISO-8859-1, not UTF-8/);
    expect(await said(svg('<g>'))).toMatch(/^picture-damaged: .*not well-formed XML/);
    expect(await said(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toMatch(/^picture-damaged: .*viewBox/);
    expect(await said(Buffer.concat([svg(''), Buffer.from([0xff])]))).toMatch(/^picture-damaged: .*UTF-8/);
  });
});

describe('the brochure’s illustration', () => {
  test('is an SVG of ours, and drawn the same each time', async () => {
    const bytes = new Uint8Array(await readFile(path.join(packageRoot, 'data/brochure/route.svg')));
    expect((await loadBytes(bytes)).picture).toMatchObject({ format: 'svg', width: 712, height: 232 });
    const png = await rasterize(bytes, 534);
    expect(await rasterize(bytes, 534)).toEqual(png);
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 534, height: 174 });
    expect(new TextDecoder().decode(bytes)).not.toMatch(/<text|<script/);
  });
});

/** A JPEG with no more Exif than "orientation 6": turn a quarter to the right (CIPA DC-008, 4.6.4). */
function turned(jpeg: Uint8Array): Uint8Array {
  const tiff = '4d4d002a00000008' + '0001' + '0112000300000001' + '00060000' + '00000000';
  const exif = Buffer.from(`457869660000${tiff}`, 'hex');
  const head = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)]);
}

/** The check sum of a PNG chunk (PNG, annex D). */
function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
