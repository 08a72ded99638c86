/** PNG and JPEG: known from their files before anything is decoded, then decoded once, so that damage is found here. */
import type { Metadata } from 'sharp';
import { refusal } from '../diagnostics.ts';
import type { Crop, Original, Picture } from '../model/picture.ts';
import { croppedPart, type PicturePart, partInFile } from './crop.ts';
import { foreignFacts, foreignOf, heldByForeign } from './foreign.ts';
import { readJpeg } from './jpeg.ts';
import type { NamedPicture } from './named.ts';
import { blackAlone, encodePixels, type Pixels, pixelsOf, shrunk } from './pixels.ts';
import { readPng } from './png.ts';
import { profileName } from './profile.ts';
import { cutOff, type RasterFacts } from './raster-facts.ts';
import { fitted, type Room, type Size, textArea } from './room.ts';
import { loadSharp } from './sharp.ts';
import { isWholeTiff, unusualColours } from './tiff.ts';

/** 250 million pixels: above the largest photos of phones (200 megapixels); decoded line by line, they are never held. */
export const mostPixels = 250e6;
/** 640 MB: what a picture may have a decoder hold that does not come line by line. */
const mostHeld = 640e6;

/** Pixels per inch of paper that a press makes use of (GWG 2015), that screens and office printers do, and that still reads well. */
const sharpness = { press: 300, screen: 225, mail: 110 } as const;

/**
 * The picture as all formats take it. One that they take alike and that is not larger than the page needs keeps its bytes;
 * any other becomes 8 bits of sRGB, upright, and no larger than it can be printed in `room`.
 *
 * Throws `Refused`: `picture-damaged`, `picture-too-large`, `not-a-picture`.
 */
export async function readRaster(
  file: Uint8Array,
  named: NamedPicture,
  room: Room = textArea,
  crop: Crop | null = null,
): Promise<Omit<Picture, 'file'>> {
  const facts = factsOf(file, named);
  refuseLarge(facts, named);
  return fromFacts(facts, named, room, crop);
}

/** The same of WebP, AVIF and TIFF. */
export async function readForeign(
  file: Uint8Array,
  named: NamedPicture,
  room: Room = textArea,
  crop: Crop | null = null,
): Promise<Omit<Picture, 'file'>> {
  const kind = foreignOf(file, named.name);
  if (kind === null) throw new Error('not a picture that has to be converted');
  if (kind === 'tiff' && !isWholeTiff(file)) {
    throw refusal('picture-damaged', named.at, `"${named.name}" is damaged: ${cutOff}.`, anew);
  }
  const unread = (error: unknown): never => {
    const colours = kind === 'tiff' ? unusualColours(file) : null;
    throw colours === null ? damaged(named, error) : unreadColours(colours, named);
  };
  const facts = await foreignFacts(file, kind).catch(unread);
  refuseLarge({ ...facts, held: 0 }, named);
  if (facts.held > mostHeld) throw heldByForeign(facts.held, mostHeld, named);
  return fromFacts(facts, named, room, crop).catch(unread);
}

async function fromFacts(
  facts: RasterFacts,
  named: NamedPicture,
  room: Room,
  crop: Crop | null,
): Promise<Omit<Picture, 'file'>> {
  const { format, bytes } = facts;
  try {
    const header = await headerOf(bytes);
    const kept = originalOf(header);
    const upright = uprightSize(facts, header);
    const part = crop === null ? null : croppedPart(upright, crop);
    const size = part ?? upright;
    const use = room.light === true ? 'mail' : 'screen';
    const [press, screen] = [fitted(size, room, sharpness.press), fitted(size, room, sharpness[use])];
    const bilevel = part === null && isLineArt(header, facts) ? { bilevel: true as const } : {};
    const isPlain = facts.isPlain && !needsSettling(header) && (part === null || isSame(part, upright));
    if (isPlain && (isSame(size, screen) || isLight(facts, use))) {
      // Shrinking makes the decoder read every line without holding all of them.
      await (await opened(bytes)).resize(8, 8).raw().toBuffer();
      return { format, width: size.width, height: size.height, bytes, ...kept, ...bilevel };
    }
    const inFile = part && partInFile(part, facts, header.orientation ?? 1);
    const pixels = await pixelsOf(facts, header, { limit: mostPixels, size: press, part: inFile });
    const shown = await encodePixels(await shrunk(pixels, screen), format, use);
    const full = isSame(size, press) ? {} : { fullWidth: size.width };
    const picture = { ...shown, ...kept, ...full, ...(await blackIn(facts, header, press, inFile)) };
    // Lines of one bit would get soft edges: a press draws them sharper than it does photographs.
    if (bilevel.bilevel) return { ...picture, ...bilevel, press: { ...size, bytes } };
    if (isSame(press, screen)) return picture;
    return { ...picture, press: isPlain && isSame(size, press) ? { ...press, bytes } : await forPress(pixels, format) };
  } catch (error) {
    throw damaged(named, error);
  }
}

/** Light forgets which black was black ink alone. */
async function blackIn(
  { bytes, light }: RasterFacts,
  header: Metadata,
  size: Size,
  part: PicturePart | null,
): Promise<Pick<Picture, 'black'>> {
  if (header.space !== 'cmyk' || light !== null) return {};
  const black = await blackAlone(bytes, header, { limit: mostPixels, size, part });
  return black === null ? {} : { black };
}

async function forPress(pixels: Pixels, format: 'png' | 'jpeg'): Promise<Picture['press']> {
  const { width, height, bytes } = await encodePixels(pixels, format, 'press');
  return { width, height, bytes };
}

function factsOf(file: Uint8Array, { name, at }: NamedPicture): RasterFacts {
  const facts = file[0] === 0x89 ? readPng(file) : readJpeg(file);
  if ('unshown' in facts) {
    const hint = 'Open it in a picture editor and save it as an ordinary JPEG (8 bits, baseline).';
    throw refusal('not-a-picture', at, `"${name}" cannot be used: ${facts.unshown}.`, hint);
  }
  if ('fault' in facts) throw refusal('picture-damaged', at, `"${name}" is damaged: ${facts.fault}.`, anew);
  return facts;
}

const anew =
  'Copy or download the file again; if it is damaged there too, export it again from the program that made it.';

function refuseLarge({ format, width, height, held }: RasterFacts, { name, at }: NamedPicture): void {
  const count = (n: number): string => n.toLocaleString('en');
  const size = `${count(width)} × ${count(height)} pixels`;
  if (width * height > mostPixels) {
    const millions = count(Math.ceil((width * height) / 1e6));
    const message = `"${name}" has ${size}, ${millions} million together; the limit is ${mostPixels / 1e6} million.`;
    throw refusal(
      'picture-too-large',
      at,
      message,
      `Make the picture smaller: ${enough} pixels fill the width of a page.`,
    );
  }
  if (held <= mostHeld) return;
  const kind = format === 'png' ? 'an interlaced PNG' : 'a progressive JPEG';
  const message = `"${name}" is ${kind} of ${size}, which takes ${count(Math.ceil(held / 1e6))} MB of memory to open; the limit is ${mostHeld / 1e6} MB.`;
  const encoding = format === 'png' ? 'without interlacing' : 'as a baseline JPEG, not a progressive one';
  throw refusal(
    'picture-too-large',
    at,
    message,
    `Save it ${encoding}, or make it ${enough} pixels wide: that fills a page.`,
  );
}

/** As wide as print makes use of. */
const enough = '2400';

/** Nothing for the plain picture that all formats take as it is. */
function originalOf({ space, depth, bitsPerSample, hasAlpha, icc }: Metadata): { original?: Original } {
  const bits = depth === 'ushort' ? 16 : (bitsPerSample ?? 8);
  const inks = space === 'cmyk' ? 'CMYK' : space === 'b-w' || space === 'grey16' ? 'grey' : 'sRGB';
  const plain = bits <= 8 && hasAlpha !== true && inks !== 'CMYK' && icc === undefined;
  const profile = icc === undefined ? null : profileName(icc);
  return plain ? {} : { original: { bits, transparent: hasAlpha === true, space: inks, profile } };
}

// `failOn: 'truncated'`: half a photo is damage; a warning about an odd profile is not.
async function opened(bytes: Uint8Array) {
  const sharp = await loadSharp();
  return sharp(bytes, { failOn: 'truncated', limitInputPixels: mostPixels, sequentialRead: true });
}

async function headerOf(bytes: Uint8Array): Promise<Metadata> {
  const sharp = await loadSharp();
  return sharp(bytes, { limitInputPixels: false }).metadata();
}

/** Quarter turns change the sides (CIPA DC-008, Orientation). */
function uprightSize({ width, height }: Size, { orientation = 1 }: Metadata): Size {
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}

const isSame = (a: Size, b: Size): boolean => a.width === b.width && a.height === b.height;

/** Black and white alone, upright. A TIFF has to be converted for screens; a press takes its lines as they are. */
function isLineArt({ bitsPerSample, space, format, orientation = 1 }: Metadata, { isPlain }: RasterFacts): boolean {
  return bitsPerSample === 1 && space === 'b-w' && orientation === 1 && (isPlain || format === 'tiff');
}

/** Whether a picture of more pixels than needed is a small file all the same, such as a large logo of few colours. */
function isLight({ width, height, bytes }: RasterFacts, use: 'screen' | 'mail'): boolean {
  return bytes.length <= (use === 'mail' ? 50_000 : 300_000) && width * height <= 10e6;
}

/**
 * What some viewer or format would show differently (turned photos, CMYK, 16 bits, wide-gamut profiles), and what a
 * photo must not tell about the people on it: cameras write the place and time into it.
 */
function needsSettling({ orientation, space, depth, icc, exif, xmp, iptc }: Metadata): boolean {
  const turned = orientation !== undefined && orientation > 1;
  const plain = (space === 'srgb' || space === 'b-w') && depth === 'uchar' && icc === undefined;
  const telling = [exif, xmp, iptc].some((record) => record !== undefined);
  return turned || telling || !plain;
}

function unreadColours(colours: string, { name, at }: NamedPicture) {
  const message = `"${name}" cannot be used: its colours are in ${colours}, which only some programs read.`;
  return refusal('not-a-picture', at, message, 'Open it in a picture editor and save it in RGB or CMYK.');
}

/** The decoder's own words name its parts and not the file's. */
function damaged({ name, at }: NamedPicture, error: unknown) {
  if (!(error instanceof Error)) return error;
  const reason = 'its picture data are incomplete or were changed after it was saved';
  return refusal('picture-damaged', at, `"${name}" is damaged: ${reason}.`, anew);
}
