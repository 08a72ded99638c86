import type { Font } from 'fontkit';
import { expect, it } from 'vitest';
import { shaperOf } from '../../src/theme/shaping.ts';
import { subsetOf } from '../../src/write/pdf/paint/subset.ts';
import { faceIn, fontFiles } from './faces.ts';

it.each(fontFiles)('makes subsets of %s as fontkit does', (file) => {
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
