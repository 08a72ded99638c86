/** Faces of the fonts that come with Etrati, by their files; without fallbacks. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FontFace } from '../../src/theme/theme.ts';
import { packageRoot } from '../../src/world.ts';

const fonts = join(packageRoot, 'fonts');

export const fontFiles: readonly string[] = readdirSync(fonts, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ttf'))
  .sort();

export function faceIn(file: string): FontFace {
  const bytes = new Uint8Array(readFileSync(join(fonts, file)));
  return { family: file, weight: 400, italic: false, file, bytes, covers: () => true, fallbacks: [] };
}
