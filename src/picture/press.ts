/** Pictures in the inks of a press. */
import { inkTiff } from './ink-tiff.ts';
import type { Profile } from './profile.ts';
import { loadSharp } from './sharp.ts';

/** What coated papers take, all inks together (ISO 12647-2, with FOGRA39); others take less. Percent. */
export const mostInk = 300;

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
  const light = sharp(bytes).flatten({ background: '#ffffff' });
  const { data, info } = await light
    .withIccProfile(profile.file, { attach: false })
    .raw()
    .toBuffer({ resolveWithObject: true });
  // A profile that it cannot use is no error to sharp: the picture stays in light. `openProfile` has tried it out before.
  if (Number(info.channels) !== 4) throw new Error(`the profile ${profile.file} gave no inks`);
  let jpeg = await encode(data, info);
  // JPEG lets neighbours run into each other: shadows that hold all the ink that the profile allows come out with more.
  for (let most = full, trial = 0; trial < 8; trial += 1) {
    const over = (await mostInkOf(jpeg)) - full;
    if (over <= 0) break;
    most -= over;
    jpeg = await encode(withAtMost(most, data), info);
  }
  return jpeg;
}

/**
 * A grey picture that tells how much of another is to be seen, in black ink alone: RIPs that convert greys by a profile (Ghostscript)
 * would show more or less.
 */
export async function inkVeil(bytes: Uint8Array): Promise<Uint8Array> {
  const sharp = await loadSharp();
  const { data, info } = await sharp(bytes).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  const inks = new Uint8Array(4 * info.width * info.height);
  for (let at = 0; at < info.width * info.height; at += 1) inks[4 * at + 3] = 255 - (data[at * info.channels] ?? 0);
  return encode(inks, info, 100);
}

/** The most ink, in bytes of all four together. */
const full = Math.round((mostInk / 100) * 255);

async function encode(
  inks: Uint8Array,
  size: { readonly width: number; readonly height: number },
  quality = 92,
): Promise<Uint8Array> {
  const sharp = await loadSharp();
  const jpeg = sharp(inkTiff(inks, size)).pipelineColourspace('cmyk').toColourspace('cmyk');
  return new Uint8Array(await jpeg.jpeg({ quality, chromaSubsampling: '4:4:4' }).toBuffer());
}

/** The most that any pixel of a JPEG has of all inks together. */
async function mostInkOf(jpeg: Uint8Array): Promise<number> {
  const sharp = await loadSharp();
  const inks = await sharp(jpeg).pipelineColourspace('cmyk').toColourspace('cmyk').raw().toBuffer();
  let most = 0;
  for (let at = 0; at < inks.length; at += 4) {
    const sum = (inks[at] ?? 0) + (inks[at + 1] ?? 0) + (inks[at + 2] ?? 0) + (inks[at + 3] ?? 0);
    if (sum > most) most = sum;
  }
  return most;
}

/** Pixels above the limit with less of the colours, in the same proportions; black, which draws the shadow, stays. */
function withAtMost(most: number, inks: Uint8Array): Uint8Array {
  const limited = Uint8Array.from(inks);
  for (let at = 0; at < inks.length; at += 4) {
    const colours = (inks[at] ?? 0) + (inks[at + 1] ?? 0) + (inks[at + 2] ?? 0);
    const black = inks[at + 3] ?? 0;
    if (colours + black <= most) continue;
    const part = Math.max(0, most - black) / colours;
    for (const ink of [0, 1, 2]) limited[at + ink] = Math.floor((inks[at + ink] ?? 0) * part);
  }
  return limited;
}
