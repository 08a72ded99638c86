/** Inks as a screen shows them. */
import type { Cmyk } from '../finished/pdf/paint/colour.ts';
import { loadSharp } from './sharp.ts';

/** From 0 to 255. */
type Rgb = readonly [number, number, number];

/**
 * The colours of inks by the profile of the press, in the order given; null where the profile cannot be used. The colours are
 * made into the pixels of a TIFF, which is the one kind of picture that takes four bare inks and a profile.
 */
export async function proof(colours: readonly Cmyk[], profile: Uint8Array): Promise<readonly Rgb[] | null> {
  if (colours.length === 0) return [];
  const sharp = await loadSharp();
  try {
    const { data, info } = await sharp(tiff(colours, profile), { limitInputPixels: false })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== 3) return null;
    return colours.map((_, index): Rgb => [data[3 * index] ?? 0, data[3 * index + 1] ?? 0, data[3 * index + 2] ?? 0]);
  } catch {
    return null;
  }
}

/** TIFF 6.0: one row of 8-bit CMYK, unpacked, with its profile (ICC.1:2010, B.4). */
function tiff(colours: readonly Cmyk[], profile: Uint8Array): Buffer {
  const [short, long, undefinedBytes] = [3, 4, 7];
  const entries = 12;
  const bits = 8 + 2 + 12 * entries + 4;
  const pixels = bits + 8;
  const icc = pixels + 4 * colours.length + ((4 * colours.length) % 2);
  const fields: readonly (readonly [tag: number, type: number, count: number, value: number])[] = [
    [256, long, 1, colours.length],
    [257, long, 1, 1],
    [258, short, 4, bits],
    [259, short, 1, 1],
    // PhotometricInterpretation: separated; InkSet, below: CMYK.
    [262, short, 1, 5],
    [273, long, 1, pixels],
    [277, short, 1, 4],
    [278, long, 1, 1],
    [279, long, 1, 4 * colours.length],
    [284, short, 1, 1],
    [332, short, 1, 1],
    [34675, undefinedBytes, profile.length, icc],
  ];
  const file = Buffer.alloc(icc + profile.length);
  file.write('II', 'latin1');
  file.writeUInt16LE(42, 2);
  file.writeUInt32LE(8, 4);
  file.writeUInt16LE(entries, 8);
  for (const [index, [tag, type, count, value]] of fields.entries()) {
    const at = 10 + 12 * index;
    file.writeUInt16LE(tag, at);
    file.writeUInt16LE(type, at + 2);
    file.writeUInt32LE(count, at + 4);
    file.writeUInt32LE(value, at + 8);
  }
  for (const index of [0, 1, 2, 3]) file.writeUInt16LE(8, bits + 2 * index);
  for (const [index, colour] of colours.entries()) {
    for (const [ink, percent] of colour.entries()) {
      file[pixels + 4 * index + ink] = Math.round(Math.min(100, Math.max(0, percent)) * 2.55);
    }
  }
  file.set(profile, icc);
  return file;
}
