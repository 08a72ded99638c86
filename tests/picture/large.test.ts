/** Photos of phones: taken, and made as small as their use allows. */
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { Refused } from '../../src/diagnostics.ts';
import { readRaster } from '../../src/picture/raster.ts';
import { fitted } from '../../src/picture/room.ts';
import { at } from '../make.ts';
import { chunkOf, u32 } from './png-kinds.ts';

/** 505 points at 300 and at 225 pixels per inch. */
const [press, screen] = [2105, 1579];

const read = (bytes: Uint8Array) => readRaster(bytes, { name: 'photo', at });
/** Format and sides, for screens and then for the press. */
const sizes = ({ format, width, height, press }: Awaited<ReturnType<typeof read>>) =>
  `${format} ${width} × ${height}${press === undefined ? '' : `, ${press.width} × ${press.height}`}`;
const isSame = (a: Uint8Array | undefined, b: Uint8Array): boolean => a !== undefined && Buffer.compare(a, b) === 0;
const said = async (bytes: Uint8Array): Promise<string> => {
  try {
    await read(bytes);
    return '';
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return error.diagnostics.map(({ code, message, hints }) => `${code}: ${message} ${hints.join(' ')}`).join('\n');
  }
};

/** Left red, right blue, with enough noise that a photo it is. */
async function photo(width: number, height: number) {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const tile = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#000', noise } })
    .composite([{ input: { create: { width: 450, height: 600, channels: 4, background: '#f00c' } }, left: 0, top: 0 }])
    .png()
    .toBuffer();
  return sharp(tile).resize(width, height, { kernel: 'nearest', fit: 'fill' });
}

describe('a photo of many pixels', () => {
  it('of 54 million becomes what the page needs, for screens and for the press, the same each time', async () => {
    const bytes = await (await photo(9000, 6000)).jpeg({ quality: 60 }).toBuffer();
    const picture = await read(bytes);
    expect(sizes(picture)).toBe(`jpeg ${screen} × 1053, ${press} × 1403`);
    expect(await sharp(picture.bytes).metadata()).toMatchObject({ width: screen, height: 1053 });
    expect(await sharp(picture.press?.bytes).metadata()).toMatchObject({ width: press, height: 1403 });
    expect(picture.bytes.length).toBeLessThan(3e6);
    const { channels } = await sharp(picture.bytes).extract({ left: 0, top: 0, width: 700, height: 1053 }).stats();
    expect((channels[0]?.mean ?? 0) - (channels[2]?.mean ?? 0)).toBeGreaterThan(80);
    const again = await read(bytes);
    expect(isSame(again.bytes, picture.bytes)).toBe(true);
    expect(isSame(again.press?.bytes, picture.press?.bytes ?? bytes)).toBe(true);
  }, 60_000);

  it('that is turned fits the page upright', async () => {
    const bytes = await (await photo(4000, 3000)).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    // 729 points of height at 225 pixels per inch.
    expect(sizes(await read(bytes))).toBe('jpeg 1579 × 2105, 2105 × 2806');
  }, 60_000);

  it('keeps its bytes for the press where that makes use of all of them', async () => {
    const bytes = new Uint8Array(await (await photo(2000, 1400)).jpeg({ quality: 95 }).toBuffer());
    const picture = await read(bytes);
    expect(sizes(picture)).toBe(`jpeg ${screen} × 1105, 2000 × 1400`);
    expect(isSame(picture.press?.bytes, bytes)).toBe(true);
  });

  it('as a PNG does not become a page of many megabytes', async () => {
    const picture = await read(await (await photo(5000, 4000)).png({ compressionLevel: 1 }).toBuffer());
    expect(picture.format).toBe('jpeg');
    expect(picture.bytes.length).toBeLessThan(3e6);
  }, 60_000);

  it('is left alone where it is a small file: a logo of few colours', async () => {
    const logo = sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#1F5CB5' } });
    const bytes = await logo.png({ palette: true }).toBuffer();
    const picture = await read(bytes);
    expect(sizes(picture)).toBe('png 3000 × 2000');
    expect(isSame(picture.bytes, bytes)).toBe(true);
  });

  it('a little less wide than the page is not made smaller by a pixel', () => {
    const room = { width: 505, height: 729 };
    expect(fitted({ width: screen, height: 1000 }, room, 225)).toEqual({ width: screen, height: 1000 });
    expect(fitted({ width: 4 * screen, height: 400 }, room, 225)).toEqual({ width: screen, height: 100 });
    expect(fitted({ width: 100_000, height: 1 }, room, 225)).toEqual({ width: screen, height: 1 });
  });
});

/** A header of these sides, with data of nothing behind it. */
const png = (width: number, height: number, interlaced = 0, [bits, type] = [8, 2]): Buffer =>
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunkOf('IHDR', Buffer.concat([u32(width, height), Buffer.from([bits, type, 0, 0, interlaced])])),
    chunkOf('IDAT', Buffer.alloc(8)),
    chunkOf('IEND', Buffer.alloc(0)),
  ]);

describe('a limit on work', () => {
  it('on pixels', async () => {
    expect(await said(png(50_000, 50_000))).toBe(
      'picture-too-large: "photo" has 50,000 × 50,000 pixels, 2,500 million together; the limit is 250 million. ' +
        'Make the picture smaller: 2400 pixels fill the width of a page.',
    );
    expect(await said(png(16_000, 15_000))).toMatch(/^picture-damaged/);
  });

  it('on what a decoder has to hold', async () => {
    expect(await said(png(16_000, 15_000, 1))).toMatch(/^picture-too-large: .* interlaced PNG .* 720 MB .* 640 MB/);
    expect(await said(png(9_000, 6_000, 1))).toMatch(/^picture-damaged/);
    const baseline = await sharp({ create: { width: 99, height: 99, channels: 3, background: '#fff' } })
      .jpeg({ progressive: true })
      .toBuffer();
    const large = Buffer.from(baseline);
    const frame = large.indexOf(Buffer.from([0xff, 0xc2]));
    large.writeUInt16BE(16_000, frame + 5);
    large.writeUInt16BE(15_000, frame + 7);
    expect(await said(large)).toMatch(/^picture-too-large: .* progressive JPEG of 15,000 × 16,000 pixels/);
  });
});
