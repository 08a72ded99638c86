/** WebP, AVIF and TIFF as pictures of a document, and pictures that are cut to a ratio. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { type Crop, ratioOf } from '../../src/model/picture.ts';
import { croppedPart } from '../../src/picture/crop.ts';
import { loadPicture } from '../../src/picture/picture.ts';
import { openWorld } from '../../src/world.ts';

const root = mkdtempSync(path.join(tmpdir(), 'etrati-taken-'));
const world = await openWorld(root);
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function taken(bytes: Uint8Array, name = 'p.bin', crop: Crop | null = null) {
  writeFileSync(path.join(root, name), bytes);
  const report = new Report();
  const src = { value: name, from: { file: 'd.json', line: 1, column: 1 } };
  const picture = await loadPicture(src, world, report, { crop });
  return { picture, codes: report.diagnostics.map(({ code }) => code) };
}

/** Red, green over blue, yellow. */
function quarters(width: number, height: number) {
  const data = Buffer.alloc(width * height * 3);
  const colors = [
    [255, 0, 0],
    [0, 255, 0],
    [0, 0, 255],
    [255, 255, 0],
  ];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      data.set(colors[(2 * y < height ? 0 : 2) + (2 * x < width ? 0 : 1)] ?? [], (y * width + x) * 3);
  return sharp(data, { raw: { width, height, channels: 3 } });
}
const clear = () =>
  sharp({ create: { width: 40, height: 20, channels: 4, background: { r: 9, g: 99, b: 199, alpha: 0.5 } } });

async function colorAt(bytes: Uint8Array, x: number, y: number): Promise<readonly number[]> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
  return [...data.subarray(at, at + 3)].map((each) => (each > 200 ? 255 : each < 60 ? 0 : each));
}

it.each([
  ['webp', 'jpeg', await quarters(80, 40).webp({ quality: 90 }).toBuffer()],
  ['webp', 'png', await quarters(80, 40).webp({ lossless: true }).toBuffer()],
  ['webp', 'png', await clear().webp().toBuffer()],
  ['avif', 'jpeg', await quarters(80, 40).avif({ quality: 90 }).toBuffer()],
  ['tiff', 'png', await quarters(80, 40).tiff({ compression: 'lzw' }).toBuffer()],
  ['tiff', 'png', await quarters(80, 40).toColourspace('rgb16').tiff().toBuffer()],
])('%s becomes %s, the same bytes each time', async (_, format, bytes) => {
  const [one, other] = [await taken(bytes), await taken(bytes)];
  expect(one.codes).toEqual([]);
  const { picture } = one;
  const { width, height } = await sharp(bytes).metadata();
  expect(picture).toMatchObject({ format, width, height });
  expect(Buffer.from(picture?.bytes ?? []).equals(Buffer.from(other.picture?.bytes ?? [0]))).toBe(true);
  if (format === 'jpeg') expect(await colorAt(picture?.bytes ?? new Uint8Array(), 0.75, 0.25)).toEqual([0, 255, 0]);
});

it('tells of pages that are not shown, and does not take the preview in a camera’s raw file for the photo', async () => {
  const frame = await quarters(20, 20).raw().toBuffer();
  const film = await sharp(Buffer.concat([frame, Buffer.from(frame).reverse()]), {
    raw: { width: 20, height: 40, channels: 3, pageHeight: 20 },
  })
    .webp({ loop: 0 })
    .toBuffer();
  expect((await taken(film)).codes).toEqual(['picture-animated']);
  expect((await taken(await quarters(20, 20).tiff().toBuffer(), 'photo.NEF')).codes).toEqual(['not-a-picture']);
});

it('does not call a TIFF damaged whose colours no decoder of ours takes', async () => {
  const lab = Buffer.from(await quarters(20, 20).tiff({ compression: 'none' }).toBuffer());
  // PhotometricInterpretation: tag 262, a SHORT, of RGB.
  const entry = lab.indexOf(Buffer.from([6, 1, 3, 0, 1, 0, 0, 0, 2, 0]));
  expect(entry).toBeGreaterThan(0);
  lab[entry + 8] = 10;
  expect((await taken(lab, 'photo.tif')).codes).toEqual(['not-a-picture']);
});

it('a photo keeps nothing of where it was taken, in all that is made of it', async () => {
  const exif = { IFD3: { GPSLatitude: '41/1 43/1 0/1', GPSLatitudeRef: 'N' }, IFD0: { Make: 'Etrati-Test' } };
  const bytes = await quarters(4000, 3000).jpeg().withExif(exif).toBuffer();
  expect(bytes.includes('Etrati-Test')).toBe(true);
  for (const crop of [null, { ratio: 1, focus: [0.5, 0.5] as const }]) {
    const { picture } = await taken(bytes, 'p.jpg', crop);
    expect(picture?.press).toBeDefined();
    for (const made of [picture?.bytes, picture?.press?.bytes])
      expect((await sharp(made).metadata()).exif).toBeUndefined();
  }
});

it('is cut around its focus, however the camera was held', async () => {
  const crop = { ratio: 1, focus: [0.9, 0.5] as const };
  for (let orientation = 1; orientation <= 8; orientation += 1) {
    // Each is the same picture, seen upright: red left and yellow right in its lower half.
    const upright = quarters(80, 40);
    const stored = await {
      1: () => upright,
      2: () => upright.flop(),
      3: () => upright.rotate(180),
      4: () => upright.flip(),
      5: async () => sharp(await upright.rotate(270).png().toBuffer()).flip(),
      6: () => upright.rotate(270),
      7: async () => sharp(await upright.rotate(90).png().toBuffer()).flip(),
      8: () => upright.rotate(90),
    }[orientation as 1]();
    const bytes = await stored
      .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
      .withMetadata({ orientation })
      .toBuffer();
    const { picture } = await taken(bytes, 'p.jpg', crop);
    expect(picture, String(orientation)).toMatchObject({ width: 40, height: 40 });
    const shown = picture?.bytes ?? new Uint8Array();
    expect([await colorAt(shown, 0.5, 0.2), await colorAt(shown, 0.5, 0.8)], String(orientation)).toEqual([
      [0, 255, 0],
      [255, 255, 0],
    ]);
  }
});

it('is not cut where it is a drawing, and ratios are those of pictures', async () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 20"><path d="M0 0H9V9z"/></svg>');
  expect((await taken(svg, 'p.svg', { ratio: 1, focus: [0, 0] })).codes).toEqual(['picture-uncropped']);
  expect(['16:9', '3:2', '1.85:1', '16/9', '0:1', '20:1', ':', '-1:1'].map((text) => ratioOf(text) !== null)).toEqual([
    ...[true, true, true, false, false, false, false, false],
  ]);
  expect(croppedPart({ width: 100, height: 100 }, { ratio: 2, focus: [0, 0.1] })).toEqual({
    left: 0,
    top: 0,
    width: 100,
    height: 50,
  });
});
