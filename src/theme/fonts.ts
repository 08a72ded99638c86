/** Font files: read once, known by the code points that they draw. */

import { join } from 'node:path';
import * as fontkit from 'fontkit';
import type { Place, Report } from '../diagnostics.ts';
import { packageRoot, type World } from '../world.ts';
import type { FontEntry } from './schema.ts';
import type { FontFace } from './theme.ts';

/**
 * One face of a theme. Its file is relative to the project, or else to this package. Null with an error at the place
 * that names it: `bad-font` if it is not a static TrueType font that may be embedded and subset. Throws `Refused` if the
 * file cannot be read.
 */
export async function loadFace(
  entry: FontEntry,
  family: string,
  at: Place,
  world: World,
  report: Report,
): Promise<FontFace | null> {
  const own = await world.exists(entry.file);
  const file = join(own ? world.root : packageRoot, entry.file);
  const bytes = await world.read(own ? entry.file : file, undefined, at);
  const read = readFont(bytes);
  if ('fault' in read) {
    report.error('bad-font', at, `The font "${entry.file}" cannot be used: ${read.fault}.`, {
      hints: ['Give a static TrueType font (.ttf) whose licence lets documents embed it.'],
    });
    return null;
  }
  // The last code point of a format 4 cmap only ends the table.
  const covered = new Set(read.characters.filter((point) => point !== 0xffff));
  const { weight, italic } = entry;
  return { family, weight, italic, file, bytes, covers: (codePoint) => covered.has(codePoint) };
}

type FontReading = { readonly characters: readonly number[] } | { readonly fault: string };

/** What a font draws, or why it must not be used: by its directory, its tables and OS/2 fsType. */
function readFont(bytes: Uint8Array): FontReading {
  if (bytes.subarray(0, 4).join(' ') !== '0 1 0 0') return { fault: 'it is not a TrueType file' };
  if (!isWhole(bytes)) return { fault: 'it is cut off' };
  try {
    const font = fontkit.create(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    if (!('characterSet' in font)) return { fault: 'it is a collection' };
    const { noEmbedding, noSubsetting, bitmapOnly } = font['OS/2'].fsType;
    if (noEmbedding || noSubsetting || bitmapOnly) return { fault: 'it forbids embedding or subsetting' };
    if (Object.keys(font.variationAxes).length > 0) return { fault: 'it is a variable font' };
    return { characters: font.characterSet };
  } catch {
    return { fault: 'it is damaged' };
  }
}

/** Whether all tables that the directory names lie in the file (OpenType, table directory). fontkit reads them late. */
function isWhole(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 12) return false;
  const records = Array.from({ length: view.getUint16(4) }, (_, i) => 12 + 16 * i);
  const fits = (record: number) => view.getUint32(record + 8) + view.getUint32(record + 12) <= view.byteLength;
  return records.every((record) => record + 16 <= view.byteLength && fits(record));
}
