/** How much ink the pictures take: each sample is looked at. */
import type { PDFRawStream } from '@cantoo/pdf-lib';
import { totalOf } from '../finished/pdf/paint/colour.ts';
import type { PrintFile } from '../finished/pdf/paint/file.ts';
import type { PdfImage } from '../finished/pdf/paint/images.ts';
import { bytesOf } from '../finished/pdf/paint/streams.ts';
import { jpegInks } from '../picture/ink.ts';

export interface PictureInk {
  /** Percent of ink that all pixels but the permitted few keep to. */
  readonly most: number;
  /** The share of the pixels, from 0 to 1, that take more than a sheet can. */
  readonly over: number;
}

/**
 * Pixels that may exceed. A press dries areas, not dots: GWG 2015 measures ink over 15 mm², and a JPEG's rounding alone
 * makes single pixels of a picture that was separated for 300 % exceed it by some percent.
 */
export const permitted = 0.005;

/** Most ink that a sheet can take, in percent (GWG 2015, sheet-fed offset on coated paper). */
export const mostInk = 300;

/** By the stream of the samples; without pictures whose inks cannot be known: of light, JPEG 2000, damaged. */
export async function readPictureInks(file: PrintFile): Promise<ReadonlyMap<PDFRawStream, PictureInk>> {
  const found = new Map<PDFRawStream, PictureInk>();
  const seen = new Set<PDFRawStream>();
  for (const sheet of file.sheets) {
    for (const paint of [...sheet.paints, ...sheet.inner]) {
      const stream = paint.type === 'picture' ? paint.image.stream : null;
      if (paint.type !== 'picture' || stream === null || seen.has(stream)) continue;
      seen.add(stream);
      const ink = await inkOf(paint.image, stream);
      if (ink !== null) found.set(stream, ink);
    }
  }
  return found;
}

async function inkOf(image: PdfImage, stream: PDFRawStream): Promise<PictureInk | null> {
  const { space, bits } = image;
  if (space === null) return null;
  const isTable = space.base !== null;
  // One ink alone cannot be too much.
  if (!isTable && (space.components < 3 || space.colour(new Array(space.components).fill(0)).type !== 'inks'))
    return null;
  const samples = await samplesOf(image, stream);
  if (samples === null || (bits !== 8 && !(isTable && bits < 8))) return null;
  const totals = isTable ? tableTotals(image, samples) : summedTotals(image, samples);
  return totals === null ? null : judged(totals);
}

async function samplesOf({ filters }: PdfImage, stream: PDFRawStream): Promise<Uint8Array | null> {
  if (filters.at(-1) !== 'DCTDecode') return bytesOf(stream);
  // A JPEG that is packed once more is rare, and no reader of samples of ours unpacks it.
  return filters.length === 1 ? ((await jpegInks(stream.getContents()))?.data ?? null) : null;
}

/** How many pixels have which total, in percent. */
type Histogram = Uint32Array;

/** Percent of ink beyond which nothing is told apart: 16 inks. */
const highest = 1600;

function summedTotals({ space, decode }: PdfImage, samples: Uint8Array): Histogram | null {
  const inks = space?.components ?? 4;
  const isTurned = (decode ?? []).every((value, index) => value === 1 - (index % 2)) && decode !== null;
  const totals = new Uint32Array(highest + 1);
  for (let at = 0; at + inks <= samples.length; at += inks) {
    let sum = 0;
    for (let ink = 0; ink < inks; ink += 1) sum += samples[at + ink] ?? 0;
    if (isTurned) sum = 255 * inks - sum;
    const percent = Math.min(highest, Math.round(sum / 2.55));
    totals[percent] = (totals[percent] ?? 0) + 1;
  }
  return totals;
}

function tableTotals({ space, bits, width, height }: PdfImage, samples: Uint8Array): Histogram | null {
  if (space?.base?.colour(new Array(space.base.components).fill(0)).type !== 'inks') return null;
  const table = Array.from({ length: 2 ** bits }, (_, index) => {
    const colour = space.colour([index]);
    return colour.type === 'inks' ? Math.min(highest, Math.round(totalOf(colour))) : 0;
  });
  const totals = new Uint32Array(highest + 1);
  const row = Math.ceil((width * bits) / 8);
  for (let y = 0; y < height && (y + 1) * row <= samples.length; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const bit = x * bits;
      const byte = samples[y * row + (bit >> 3)] ?? 0;
      const total = table[(byte >> (8 - bits - (bit & 7))) & (2 ** bits - 1)] ?? 0;
      totals[total] = (totals[total] ?? 0) + 1;
    }
  }
  return totals;
}

function judged(totals: Histogram): PictureInk | null {
  const pixels = totals.reduce((sum, count) => sum + count, 0);
  if (pixels === 0) return null;
  const over = totals.subarray(mostInk + 1).reduce((sum, count) => sum + count, 0) / pixels;
  let most = highest;
  for (let above = 0; most > 0; most -= 1) {
    above += totals[most] ?? 0;
    if (above > permitted * pixels) break;
  }
  return { most, over };
}
