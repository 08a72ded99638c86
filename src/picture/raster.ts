/** PNG and JPEG: size read before anything is decoded, then decoded once so that a damaged file is found here. */
import sharp, { type Metadata } from 'sharp';
import type { Picture } from '../model/document.ts';
import { type Named, refusal } from './refusal.ts';

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
  try {
    if (!needsSettling(header)) {
      // Shrinking makes the decoder read every line without holding all of them.
      await opened(bytes).resize(8, 8).raw().toBuffer();
      return { format, width, height, bytes };
    }
    const settled = opened(bytes).autoOrient().toColourspace('srgb');
    const encoded = format === 'png' ? settled.png({ compressionLevel: 9 }) : settled.jpeg({ quality: 92 });
    const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
    return { format, width: info.width, height: info.height, bytes: new Uint8Array(data) };
  } catch (error) {
    throw damaged({ name, at }, error);
  }
}

// `failOn: 'truncated'`: half a photo is damage; a warning about an odd profile is not.
function opened(bytes: Uint8Array) {
  return sharp(bytes, { failOn: 'truncated', limitInputPixels: pixelLimit, sequentialRead: true });
}

async function headerOf(bytes: Uint8Array, named: Named): Promise<Metadata> {
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
