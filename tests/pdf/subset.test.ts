import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Font } from 'fontkit';
import { expect, it } from 'vitest';
import { shaperOf } from '../../src/theme/shaping.ts';
import type { FontFace } from '../../src/theme/theme.ts';
import { subsetOf } from '../../src/write/pdf/paint/subset.ts';

const fonts = join(import.meta.dirname, '../../fonts');
const files = readdirSync(fonts, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ttf'));

function faceIn(file: string): FontFace {
  const bytes = new Uint8Array(readFileSync(join(fonts, file)));
  return { family: file, weight: 400, italic: false, file, bytes, covers: () => true, fallbacks: [] };
}

it.each(files)('makes subsets of %s as fontkit does', (file) => {
  const face = faceIn(file);
  const { font } = shaperOf(face);
  // All, which has the composite ones; few, whose parts come after them; and none.
  const all = Array.from({ length: font.numGlyphs - 1 }, (_, index) => index + 1).filter((id) => isRead(font, id));
  for (const ids of [all, all.filter((id) => id % 7 === 3).reverse(), []]) {
    const subset = font.createSubset();
    for (const id of ids) subset.includeGlyph(font.getGlyph(id));
    const made = subsetOf(face, [0, ...ids]);
    expect(Buffer.from(made).equals(Buffer.from(subset.encode()))).toBe(true);
  }
});

/** fontkit reads past the end of the table for a glyph without outlines that is the last one there. */
function isRead(font: Font, id: number): boolean {
  try {
    return font.getGlyph(id).advanceWidth >= 0;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
