import type { FontFace, Theme } from '../../theme/theme.ts';
import { describeCharacter, graphemeAt, isMtavruli } from '../characters.ts';
import type { Finding, Rule } from '../rule.ts';
import { excerpt, type Piece, textsOf } from '../texts.ts';

/**
 * A character that a face of the theme lacks would be printed as a box. Every face is asked, since a format may set any
 * text in any weight (a link in the contents, a heading in a navigation pane).
 */
export const missingGlyph: Rule = {
  code: 'missing-glyph',
  severity: 'error',
  clause: 'ISO 14289-1, 7.21.8; ISO 19005-2, 6.2.11.8',
  *check(document, theme) {
    for (const piece of textsOf(document)) yield* missingIn(piece, theme);
  },
};

function* missingIn(piece: Piece, theme: Theme): Generator<Finding> {
  const lacks = (character: string) => !isMtavruli(character) && !drawn(character, theme.faces);
  const told = new Set<string>();
  for (const { 0: character, index } of piece.value.matchAll(/./gsu)) {
    if (told.has(character) || !lacks(character)) continue;
    const { text, offset } = graphemeAt(piece.value, index);
    for (const each of text) told.add(each);
    const what = [...text].filter(lacks).map(describeCharacter).join(' with ');
    const around = excerpt(piece.value, offset, text.length);
    const hints = ['Write it in words, or use a character that the font has.', `The font is ${theme.family}.`];
    yield { at: piece.from, message: `No glyph for ${what} in ‘${around}’.`, hints };
  }
}

function drawn(character: string, faces: readonly FontFace[]): boolean {
  const codePoint = character.codePointAt(0) ?? 0;
  const isWhiteSpace = codePoint === 0x09 || codePoint === 0x0a || codePoint === 0x0d;
  return isWhiteSpace || faces.every((face) => face.covers(codePoint));
}
