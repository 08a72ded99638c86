/** The inks of CMYK JPEGs, as they stand in the file. */
import type { Sharp } from 'sharp';
import { loadSharp } from './sharp.ts';

export interface Samples {
  readonly width: number;
  readonly height: number;
  /** Of inks four to a pixel: cyan, magenta, yellow and black as the file's numbers tell them, before any Decode array. */
  readonly data: Uint8Array;
  /** Whether all of it was there: of one that ends too early the rest is what the decoder puts there. */
  readonly isWhole: boolean;
}

/** As many pixels as an A3 page at 600 dpi has. */
export const mostPixels = 70e6;

/**
 * Adobe's JPEGs hold inks turned round, 0 for all of an ink, and the decoder turns them back by the marker that says so
 * (Adobe Technical Note 5116). A PDF does not know the marker and has a Decode array instead: so the numbers are turned to
 * what stands in the file. Null for what is damaged, too large or not of four inks.
 */
export async function jpegInks(bytes: Uint8Array): Promise<Samples | null> {
  const found = await decoded(bytes, 4, (opened) => opened.pipelineColourspace('cmyk').toColourspace('cmyk'));
  if (found !== null && hasAdobeMarker(bytes)) {
    for (let at = 0; at < found.data.length; at += 1) found.data[at] = 255 - (found.data[at] ?? 0);
  }
  return found;
}

/** The samples of a JPEG of light: one or three to a pixel. Null for what is damaged or has another number. */
export async function jpegLights(bytes: Uint8Array, channels: number): Promise<Samples | null> {
  return decoded(bytes, channels, (opened) => opened.toColourspace(channels === 1 ? 'b-w' : 'srgb').removeAlpha());
}

async function decoded(bytes: Uint8Array, channels: number, asked: (opened: Sharp) => Sharp): Promise<Samples | null> {
  const sharp = await loadSharp();
  for (const failOn of ['truncated', 'none'] as const) {
    try {
      const opened = asked(sharp(bytes, { limitInputPixels: mostPixels, failOn }));
      const { data, info } = await opened.raw().toBuffer({ resolveWithObject: true });
      if (info.channels !== channels) return null;
      const samples = new Uint8Array(data.buffer, data.byteOffset, data.length);
      return { width: info.width, height: info.height, data: samples, isWhole: failOn === 'truncated' };
    } catch {
      // Of what ends too early the beginning prints.
    }
  }
  return null;
}

/** An APP14 segment that begins with `Adobe`, before the scan. */
function hasAdobeMarker(bytes: Uint8Array): boolean {
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xda) return false;
    if (marker === 0xee && Buffer.from(bytes.subarray(at + 4, at + 9)).toString('latin1') === 'Adobe') return true;
    at += 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
  }
  return false;
}
