/** PNG and JPEG: size read before anything is decoded, then decoded once so that a damaged file is found here. */
import type { Metadata } from 'sharp';
import type { Original, Picture } from '../model/document.ts';
import { profileName } from './profile.ts';
import { type Named, refusal } from './refusal.ts';
import { loadSharp } from './sharp.ts';

/** 40 million pixels: an A3 page at 400 dpi; as bare pixels 160 MB. */
const pixelLimit = 40e6;

export async function readRaster(bytes: Uint8Array, { name, at }: Named): Promise<Omit<Picture, 'file'>> {
  const header = await headerOf(bytes, { name, at });
  const { width, height } = header;
  if (width * height > pixelLimit) {
    const message = `"${name}" has ${width} × ${height} pixels; at most ${pixelLimit / 1e6} million are taken.`;
    throw refusal('picture-too-large', at, message, 'Make the picture smaller; 2400 pixels fill the width of a page.');
  }
  const format = header.format === 'png' ? 'png' : 'jpeg';
  const kept = originalOf(header);
  try {
    if (!needsSettling(header) && endsWithPicture(bytes, format)) {
      // Shrinking makes the decoder read every line without holding all of them.
      await (await opened(bytes)).resize(8, 8).raw().toBuffer();
      return { format, width, height, bytes, ...kept };
    }
    const settled = (await opened(bytes)).autoOrient().toColourspace('srgb');
    const encoded = format === 'png' ? settled.png({ compressionLevel: 9 }) : settled.jpeg({ quality: 92 });
    const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
    return { format, width: info.width, height: info.height, bytes: new Uint8Array(data), ...kept };
  } catch (error) {
    throw damaged({ name, at }, error);
  }
}

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
  return sharp(bytes, { failOn: 'truncated', limitInputPixels: pixelLimit, sequentialRead: true });
}

async function headerOf(bytes: Uint8Array, named: Named): Promise<Metadata> {
  const sharp = await loadSharp();
  try {
    return await sharp(bytes, { limitInputPixels: false }).metadata();
  } catch (error) {
    throw damaged(named, error);
  }
}

/**
 * What some viewer or format would show differently (turned photos, CMYK, 16 bits, wide-gamut profiles), and what a
 * photo must not tell about the people on it: cameras write the place and time into it.
 */
function needsSettling({ orientation, space, depth, isProgressive, format, icc, exif, xmp, iptc }: Metadata): boolean {
  const turned = orientation !== undefined && orientation > 1;
  const plain = (space === 'srgb' || space === 'b-w') && depth === 'uchar' && icc === undefined;
  const telling = [exif, xmp, iptc].some((record) => record !== undefined);
  return turned || telling || !plain || (format === 'png' && isProgressive === true);
}

/**
 * Whether the file is its picture and nothing after it. Phones hang films behind a photo; and writers stumble over what a
 * decoder passes over.
 */
function endsWithPicture(bytes: Uint8Array, format: 'png' | 'jpeg'): boolean {
  if (format === 'jpeg') return bytes.at(-2) === 0xff && bytes.at(-1) === 0xd9;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // PNG, 5.3: length, type, data, checksum; IEND is the last chunk and has no data.
  let at = 8;
  while (at + 12 <= bytes.length) {
    const isEnd = view.getUint32(at + 4) === 0x49454e44;
    at += 12 + view.getUint32(at);
    if (isEnd) return at === bytes.length;
  }
  return false;
}

function damaged({ name, at }: Named, error: unknown) {
  if (!(error instanceof Error)) return error;
  const hint = 'Open it in a picture editor and export it again.';
  return refusal('picture-damaged', at, `"${name}" is damaged: ${reasonOf(error)}.`, hint);
}

/** The decoder's last words, without its own names for things. */
function reasonOf({ message }: Error): string {
  const last = message.trim().split('\n').at(-1) ?? '';
  return last.replace(/^.*?(?:load_buffer|glib|Vips\w*): /, '').replace(/\.$/, '');
}
