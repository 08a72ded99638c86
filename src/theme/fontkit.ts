/** Fonts as fontkit reads them. */
import * as fontkit from 'fontkit';
import type { FontFace } from './theme.ts';

/** @throws Error for a file of several fonts, which no theme may have */
export function readFace(face: FontFace): fontkit.Font {
  const font = fontkit.create(face.bytes as Buffer);
  if (!('createSubset' in font)) throw new Error(`${face.file} is a font collection`);
  keepCharacters(font);
  return font;
}

/**
 * fontkit keeps an object for each glyph, with the characters that it first stood for in this process: dotless i, drawn under
 * marks, would stand for i ever after. So each is given those that it stands for where it is asked for.
 */
function keepCharacters(font: fontkit.Font): void {
  const known = font.getGlyph.bind(font);
  font.getGlyph = (id, characters) => {
    const glyph = known(id, characters);
    if (characters === undefined || sameNumbers(glyph.codePoints, characters)) return glyph;
    return Reflect.construct(glyph.constructor, [id, characters, font]);
  };
}

function sameNumbers(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((each, index) => each === other[index]);
}
