/** A picture in small, for pages on which people judge it. */
import type { Picture } from '../model/picture.ts';
import { loadSharp } from './sharp.ts';

/** Pixels, twice the size that it is shown at. */
const width = 352;
const height = 352;

/** Most bytes of a drawing that is shown as it is. */
const largestDrawing = 120_000;

/** A data address; null for a drawing that is too large for a page that is sent by mail. */
export async function thumbnailOf({ format, bytes }: Picture): Promise<string | null> {
  if (format === 'svg') {
    // In an image a drawing runs and loads nothing.
    return bytes.byteLength > largestDrawing
      ? null
      : `data:image/svg+xml;base64,${Buffer.from(bytes).toString('base64')}`;
  }
  const sharp = await loadSharp();
  const small = await sharp(bytes)
    .resize({ width, height, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 72 })
    .toBuffer();
  return `data:image/jpeg;base64,${small.toString('base64')}`;
}
