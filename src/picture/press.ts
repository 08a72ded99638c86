/** Pictures in the inks of a press. */
import type { Picture } from '../model/picture.ts';
import { blackRamp } from './ink-colors.ts';
import { inkTiff } from './ink-tiff.ts';
import { lineArt } from './line-art.ts';
import type { Profile } from './profile.ts';
import { loadSharp } from './sharp.ts';

/** What papers take, all inks together (ISO 12647-2, with FOGRA39): what has no coating takes less. Percent. */
export const mostInkOn = { coated: 300, uncoated: 280 } as const;
export const mostInk = mostInkOn.coated;

/**
 * How colours that a press cannot print are brought within reach: as the profile's maker meant it for photographs, with its
 * darkest black for black. The library (libvips through sharp, with Little CMS) takes no other intent from us, such as
 * relative colorimetric with black point compensation.
 */
export const renderingIntent = 'perceptual';

/** What a picture became on its way. */
export type Inking = 'separated' | 'black' | 'bilevel';

export interface InkedPicture {
  readonly bytes: Uint8Array;
  readonly inking: Inking;
  /** Pixels of width that it was brought down to; null where it had no more than a press makes use of. */
  readonly reduced: number | null;
}

/** A picture that has to become ink, and how wide it is printed at most. */
export interface PressPicture extends Pick<Picture, 'bilevel' | 'black'> {
  readonly bytes: Uint8Array;
  readonly inches: number;
}

/** Pixels to an inch: finer photographs show no more on paper (GWG 2015, Image Resolution), and lines of one bit need as many. */
export const finest = 450;
export const sharpLines = 550;

/**
 * A picture for a press: lines of one bit as they are, where they are fine enough; all else as a CMYK JPEG, what has no colour in
 * black ink alone.
 */
export async function inkPicture(
  picture: PressPicture,
  profile: Pick<Profile, 'file' | 'bytes'>,
  limit: number = mostInk,
): Promise<InkedPicture> {
  const { bytes, inches, bilevel } = picture;
  const sharp = await loadSharp();
  const { width = 0 } = await sharp(bytes).metadata();
  if (bilevel && width >= sharpLines * inches) return { bytes: await lineArt(bytes), inking: 'bilevel', reduced: null };
  const most = Math.max(1, Math.ceil(finest * inches));
  const reduced = width > most ? most : null;
  const fitted = reduced === null ? sharp(bytes) : sharp(bytes).resize({ width: reduced });
  const { data, info } = await fitted
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const light = { data, width: info.width, height: info.height, channels: info.channels as 1 | 3 };
  if (isGrey(light)) return { bytes: await inBlack(light, await blackRamp(profile)), inking: 'black', reduced };
  const inks = await separatedInks(light, profile);
  if (picture.black !== undefined) await keepBlack(inks, light, picture.black);
  return { bytes: await driedJpeg(inks, light, Math.round((limit / 100) * 255)), inking: 'separated', reduced };
}

interface Light {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
}

/**
 * Separated by an ICC profile, which is the file's own output intent and so is not repeated in the picture. What shines through is white
 * paper.
 *
 * It goes from sRGB to the profile in one step: asked for `toColourspace('cmyk')` before, sharp would take the way through
 * another press's inks, and lose cyan and black on it.
 */
async function separatedInks(
  { data, width, height, channels }: Light,
  profile: Pick<Profile, 'file'>,
): Promise<Uint8Array> {
  const sharp = await loadSharp();
  const made = await sharp(data, { raw: { width, height, channels } })
    .withIccProfile(profile.file, { attach: false })
    .raw()
    .toBuffer({ resolveWithObject: true });
  // A profile that it cannot use is no error to sharp: the picture stays in light. `openProfile` has tried it out before.
  if (Number(made.info.channels) !== 4) throw new Error(`the profile ${profile.file} gave no inks`);
  return made.data;
}

/** Colours are kept at full resolution: halved they fringe at sharp edges. */
async function driedJpeg(inks: Uint8Array, size: Pick<Light, 'width' | 'height'>, full: number): Promise<Uint8Array> {
  let jpeg = await encode(withAtMost(full, inks), size);
  // JPEG lets neighbours run into each other: shadows that hold all the ink that the profile allows come out with more.
  for (let most = full, trial = 0; trial < 8; trial += 1) {
    const over = (await mostInkOf(jpeg)) - full;
    if (over <= 0) break;
    most -= over;
    jpeg = await encode(withAtMost(most, inks), size);
  }
  return jpeg;
}

/** Of 255: what JPEG leaves of colour in a grey photograph. */
const neutral = 6;

function isGrey({ data, channels }: Light): boolean {
  if (channels === 1) return true;
  for (let at = 0; at < data.length; at += 3) {
    const [red = 0, green = 0, blue = 0] = [data[at], data[at + 1], data[at + 2]];
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > neutral) return false;
  }
  return true;
}

/**
 * Black ink alone is no deep black: what lies between the picture's black and its white is laid between the ink's and the paper's, so that
 * shadows keep what is in them.
 *
 * @param ramp the grey that each percent of black looks like
 */
async function inBlack({ data, channels, width, height }: Light, ramp: readonly number[]): Promise<Uint8Array> {
  const [paper, ink] = [ramp[0] ?? 255, ramp[100] ?? 0];
  const blacks = Uint8Array.from({ length: 256 }, (_, grey) => {
    const meant = ink + ((paper - ink) * grey) / 255;
    const percent = Math.max(
      1,
      ramp.findIndex((look) => look <= meant),
    );
    const [lighter, darker] = [ramp[percent - 1] ?? paper, ramp[percent] ?? ink];
    const part = lighter === darker ? 1 : (lighter - meant) / (lighter - darker);
    return Math.round((Math.min(100, Math.max(0, percent - 1 + part)) / 100) * 255);
  });
  const inks = new Uint8Array(4 * width * height);
  const middle = channels === 3 ? 1 : 0;
  for (let at = 0; at < width * height; at += 1) inks[4 * at + 3] = blacks[data[channels * at + middle] ?? 0] ?? 0;
  return encode(inks, { width, height });
}

/** Where the original had black ink alone, the picture has it too: small type in it would blur in four inks. */
async function keepBlack(inks: Uint8Array, { width, height }: Light, black: Uint8Array): Promise<void> {
  const sharp = await loadSharp();
  const kept = await sharp(black)
    .resize(width, height, { fit: 'fill', kernel: 'nearest' })
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  for (let at = 0; at < width * height; at += 1) if ((kept[at] ?? 0) > 0) inks.set([0, 0, 0, kept[at] ?? 0], 4 * at);
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
