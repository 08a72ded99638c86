/** Colours one by one in the inks of a press. */
import type { Cmyk } from '../finished/pdf/paint/colour.ts';
import { inkTiff } from './ink-tiff.ts';
import type { Profile } from './profile.ts';
import { loadSharp } from './sharp.ts';

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

export async function separated(
  lights: readonly (readonly number[])[],
  profile: Pick<Profile, 'file'>,
): Promise<Cmyk[]> {
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
export async function blackRamp({ bytes }: Pick<Profile, 'bytes'>): Promise<readonly number[]> {
  const sharp = await loadSharp();
  const blacks = Array.from({ length: 101 }, (_, percent) => Math.round((percent / 100) * 255));
  const row = Uint8Array.from(blacks.flatMap((black) => [0, 0, 0, black]));
  const tiff = inkTiff(row, { width: blacks.length, height: 1 }, bytes);
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
