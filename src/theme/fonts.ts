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
  const font = read(bytes);
  const fault = typeof font === 'string' ? font : faultOf(font);
  if (fault !== null || typeof font === 'string') {
    report.error('bad-font', at, `The font "${entry.file}" cannot be used: ${fault}.`, {
      hints: ['Give a static TrueType font (.ttf) whose licence lets documents embed it.'],
    });
    return null;
  }
  // The last code point of a format 4 cmap only ends the table.
  const covered = new Set(font.characterSet.filter((point) => point !== 0xffff));
  const { weight, italic } = entry;
  return { family, weight, italic, file, bytes, covers: (codePoint) => covered.has(codePoint) };
}

function read(bytes: Uint8Array): fontkit.Font | string {
  const signature = [...bytes.subarray(0, 4)].join(' ');
  if (signature !== '0 1 0 0') return 'it is not a TrueType file';
  try {
    const font = fontkit.create(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    return 'characterSet' in font ? font : 'it is a collection';
  } catch {
    return 'it is damaged';
  }
}

/** Why a font must not be used, by OS/2 fsType and its tables; null if it may. */
function faultOf(font: fontkit.Font): string | null {
  const { noEmbedding, noSubsetting, bitmapOnly } = font['OS/2'].fsType;
  if (noEmbedding || noSubsetting || bitmapOnly) return 'it forbids embedding or subsetting';
  return Object.keys(font.variationAxes).length > 0 ? 'it is a variable font' : null;
}
