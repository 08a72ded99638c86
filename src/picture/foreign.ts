/** WebP, AVIF and TIFF: taken by what the decoder knows of them, and made into PNG or JPEG, which all formats show. */
import { refusal } from '../diagnostics.ts';
import type { NamedPicture } from './named.ts';
import type { RasterFacts } from './raster-facts.ts';
import { loadSharp } from './sharp.ts';

export type ForeignFormat = 'webp' | 'avif' | 'tiff';

/** By the first bytes; null for any other file, and for the raw files of cameras, which are TIFF with a small preview. */
export function foreignOf(bytes: Uint8Array, name: string): ForeignFormat | null {
  const start = Buffer.from(bytes.subarray(0, 64)).toString('latin1');
  if (start.startsWith('RIFF') && start.startsWith('WEBP', 8)) return 'webp';
  if (start.startsWith('ftyp', 4) && /^(?:avif|avis)|^(?:mif1|msf1).{4}(?:....)*?avif/s.test(start.slice(8)))
    return 'avif';
  const isRaw = /\.(?:cr2|nef|dng|arw|orf|rw2|pef|srw)$/i.test(name) || start.startsWith('CR', 8);
  return /^(?:II[*+]\0|MM\0[*+])/.test(start) && !isRaw ? 'tiff' : null;
}

/** Throws the decoder's own error for a file that it cannot read. */
export async function foreignFacts(
  bytes: Uint8Array,
  kind: ForeignFormat,
): Promise<RasterFacts & { readonly pages: number }> {
  const sharp = await loadSharp();
  const { width, height, hasAlpha, pages = 1, depth } = await sharp(bytes, { limitInputPixels: false }).metadata();
  const isPhotograph = kind === 'avif' || (kind === 'webp' && Buffer.from(bytes.subarray(0, 64)).includes('VP8 '));
  const held = width * height * (depth === 'ushort' ? 8 : 4);
  const format = isPhotograph && !hasAlpha ? 'jpeg' : 'png';
  return { format, width, height, isPlain: false, light: null, bytes, held, pages };
}

export function heldByForeign(held: number, limit: number, { name, at }: NamedPicture) {
  const megabytes = (bytes: number) => Math.ceil(bytes / 1e6).toLocaleString('en');
  const message = `"${name}" takes ${megabytes(held)} MB of memory to open; the limit is ${megabytes(limit)} MB.`;
  return refusal('picture-too-large', at, message, 'Save it as a JPEG (photos) or PNG (logos, screenshots).');
}
