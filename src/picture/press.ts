/** Raster pictures in the inks of a press. */
import { loadSharp } from './sharp.ts';

/**
 * A picture as a CMYK JPEG, separated by an ICC profile, which is the file's own output intent and so is not repeated in the
 * picture. What shines through is white paper. Colours are kept at full resolution: halved they fringe at sharp edges.
 */
export async function inkPicture(bytes: Uint8Array, profile: string): Promise<Uint8Array> {
  const sharp = await loadSharp();
  const separated = sharp(bytes)
    .flatten({ background: '#ffffff' })
    .toColourspace('cmyk')
    .withIccProfile(profile, { attach: false })
    .jpeg({ quality: 92, chromaSubsampling: '4:4:4' });
  return new Uint8Array(await separated.toBuffer());
}
