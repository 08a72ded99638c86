/** Light in the inks of a press: pictures, and colours one by one. */
import type { Profile } from './profile.ts';
import { loadSharp } from './sharp.ts';

/** Percent of cyan, magenta, yellow and black. */
export type Cmyk = readonly [number, number, number, number];

/**
 * How colours that a press cannot print are brought within reach: as the profile's maker meant it for photographs, with its
 * darkest black for black. The library (libvips through sharp, with Little CMS) takes no other intent from us, such as
 * relative colorimetric with black point compensation.
 */
export const renderingIntent = 'perceptual';

/**
 * A picture as a CMYK JPEG, separated by an ICC profile, which is the file's own output intent and so is not repeated in the
 * picture. What shines through is white paper. Colours are kept at full resolution: halved they fringe at sharp edges.
 *
 * It goes from sRGB to the profile in one step: asked for `toColourspace('cmyk')` before, sharp would take the way through
 * another press's inks, and lose cyan and black on it.
 */
export async function inkPicture(bytes: Uint8Array, profile: Pick<Profile, 'file'>): Promise<Uint8Array> {
  const sharp = await loadSharp();
  const separated = sharp(bytes)
    .flatten({ background: '#ffffff' })
    .withIccProfile(profile.file, { attach: false })
    .jpeg({ quality: 92, chromaSubsampling: '4:4:4' });
  const inked = await separated.toBuffer();
  // A profile that it cannot use is no error to sharp: the picture stays in light. `openProfile` has tried it out before.
  const { space } = await sharp(inked).metadata();
  if (space !== 'cmyk') throw new Error(`the profile ${profile.file} gave no inks`);
  return new Uint8Array(inked);
}

/** A grey's parts may differ by so much, of 255: an eye sees no colour in it. */
const neutral = 4;

/**
 * The inks of colours `#rrggbb` through a profile, in whole percent. A grey is black ink alone, as dark as the profile says: in
 * four inks it would take the tint of whichever lies a little off, and small type in it would blur.
 */
export async function inksOfColors(
  colors: readonly string[],
  profile: Pick<Profile, 'file' | 'bytes'>,
): Promise<Cmyk[]> {
  const lights = colors.map((color) => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)));
  const inks = await separated(lights, profile);
  const greys = lights.map((parts) => Math.max(...parts) - Math.min(...parts) <= neutral);
  const ramp = greys.includes(true) ? await blackRamp(profile) : [];
  return lights.map((parts, index) => {
    if (greys[index] === true) return [0, 0, 0, nearest(ramp, parts[1] ?? 0)];
    return inks[index] ?? [0, 0, 0, 0];
  });
}

async function separated(lights: readonly (readonly number[])[], profile: Pick<Profile, 'file'>): Promise<Cmyk[]> {
  const sharp = await loadSharp();
  const raw = { width: lights.length, height: 1, channels: 3 } as const;
  const data = await sharp(Uint8Array.from(lights.flat()), { raw })
    .withIccProfile(profile.file, { attach: false })
    .raw()
    .toBuffer();
  const percent = (index: number): number => Math.round(((data[index] ?? 0) / 255) * 100);
  return lights.map((_, index) => [
    percent(4 * index),
    percent(4 * index + 1),
    percent(4 * index + 2),
    percent(4 * index + 3),
  ]);
}

/** The sRGB grey, 0 to 255, that each whole percent of black ink looks like. */
async function blackRamp({ bytes }: Pick<Profile, 'bytes'>): Promise<readonly number[]> {
  const sharp = await loadSharp();
  const blacks = Array.from({ length: 101 }, (_, percent) => Math.round((percent / 100) * 255));
  const tiff = inkTiff(
    blacks.flatMap((black) => [0, 0, 0, black]),
    bytes,
  );
  const data = await sharp(tiff).toColourspace('srgb').raw().toBuffer();
  // Green is most of what an eye takes for light.
  return blacks.map((_, index) => data[3 * index + 1] ?? 0);
}

function nearest(ramp: readonly number[], grey: number): number {
  return ramp.reduce(
    (best, look, percent) => (Math.abs(look - grey) < Math.abs((ramp[best] ?? 0) - grey) ? percent : best),
    0,
  );
}

/** A row of CMYK pixels with their profile as a TIFF (TIFF 6.0, 2 and 16): sharp takes bare inks in no simpler form. */
function inkTiff(inks: readonly number[], profile: Uint8Array): Uint8Array {
  const [short, long, undefinedType] = [3, 4, 7];
  const count = 10;
  const after = 8 + 2 + 12 * count + 4;
  const [bitsAt, inksAt, profileAt] = [after, after + 8, after + 8 + inks.length];
  const entries = [
    [256, long, 1, inks.length / 4], // width
    [257, long, 1, 1], // height
    [258, short, 4, bitsAt], // bits of each ink
    [259, short, 1, 1], // not compressed
    [262, short, 1, 5], // CMYK
    [273, long, 1, inksAt], // where the pixels are
    [277, short, 1, 4], // inks
    [278, long, 1, 1], // rows
    [279, long, 1, inks.length], // bytes
    [34675, undefinedType, profile.length, profileAt], // ICC profile
  ] as const;
  const file = new Uint8Array(profileAt + profile.length);
  const view = new DataView(file.buffer);
  file.set([0x49, 0x49, 42, 0, 8, 0, 0, 0]);
  view.setUint16(8, count, true);
  entries.forEach(([tag, type, values, value], index) => {
    const at = 10 + 12 * index;
    view.setUint16(at, tag, true);
    view.setUint16(at + 2, type, true);
    view.setUint32(at + 4, values, true);
    view.setUint32(at + 8, value, true);
  });
  for (const ink of [0, 1, 2, 3]) view.setUint16(bitsAt + 2 * ink, 8, true);
  file.set(inks, inksAt);
  file.set(profile, profileAt);
  return file;
}
