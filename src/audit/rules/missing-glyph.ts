import { placeOfSign } from '../../json/within.ts';
import type { Document } from '../../model/document.ts';
import { draws } from '../../theme/coverage.ts';
import type { FontFace } from '../../theme/theme.ts';
import { foreignLetters, graphemeAt, isMtavruli } from '../characters.ts';
import { Lacks } from '../lacks.ts';
import type { DocumentRule } from '../rule.ts';
import { type AuditedText, textsOf } from '../texts.ts';

/**
 * A character that no font of the theme draws would be printed as a box. Every face is asked, since a format may set any text
 * in any weight (a link in the contents, a heading in a navigation pane). One finding for a sign, or for a script: with all its places.
 */
export const missingGlyph: DocumentRule = {
  code: 'missing-glyph',
  title: 'Character that the fonts lack',
  why: 'Readers see a box in the place of the character; in a PDF it may be lost when copied or read out.',
  applies:
    'Texts that are painted by fonts of ours: not plain text, Markdown and braille, and of a book its title on the cover.',
  severity: 'error',
  says: 'A text has a character that the fonts of the theme cannot show.',
  mend: 'Write it in words, or remove it. Letters: write them in Latin or Georgian ones, or name a font for them in the theme.',
  clause: 'ISO 14289-1, 7.21.8; ISO 19005-2, 6.2.11.8',
  *check({ document, theme: { faces }, painting }) {
    if (painting === 'none') return;
    const found = new Lacks();
    const isLacking = lackingIn(faces);
    const allShown = allShownBy(isLacking);
    for (const piece of textsOf(painting === 'cover' ? coverOf(document) : document))
      if (!piece.unpainted && !allShown(piece.value)) collect(piece, isLacking, found);
    yield* found.findings((what, isLetters) => ({
      message: `The fonts cannot show ${what}`,
      also: 'nor',
      hint: isLetters
        ? 'Write it in Latin or Georgian letters, or name a font that has it under "fallbacks" in "$extensions.etrati" of the theme (docs/themes.md).'
        : 'Write it in words, or remove it.',
    }));
  },
};

/** What the picture of a book’s cover shows. */
function coverOf(document: Document): Document {
  return { ...document, cover: { ...document.cover, before: [], after: [] }, body: [], imprint: null };
}

type IsLacking = (character: string) => boolean;

function lackingIn(faces: readonly FontFace[]): IsLacking {
  const known = new Map<string, boolean>();
  return (character) => {
    const before = known.get(character);
    if (before !== undefined) return before;
    const codePoint = character.codePointAt(0) ?? 0;
    const isWhiteSpace = codePoint === 0x09 || codePoint === 0x0a || codePoint === 0x0d;
    const lacking = !isWhiteSpace && !isMtavruli(character) && !faces.every((face) => draws(face, codePoint));
    known.set(character, lacking);
    return lacking;
  };
}

/** Whether all of a text can be shown, looked up by its UTF-16 units; a text with surrogates has to be looked at by characters. */
function allShownBy(lacks: IsLacking): (text: string) => boolean {
  const fine = new Uint8Array(0x1_00_00);
  const isFine = (unit: number): boolean => {
    if (fine[unit] === 1) return true;
    if ((unit >= 0xd800 && unit <= 0xdfff) || lacks(String.fromCharCode(unit))) return false;
    fine[unit] = 1;
    return true;
  };
  return (text) => {
    for (let at = 0; at < text.length; at += 1) if (!isFine(text.charCodeAt(at))) return false;
    return true;
  };
}

function collect(piece: AuditedText, lacks: IsLacking, found: Lacks): void {
  const reported = new Set<string>();
  let next = 0;
  for (const character of piece.value) {
    const index = next;
    next += character.length;
    if (!lacks(character) || reported.has(character)) continue;
    const { text, offset } = graphemeAt(piece.value, index);
    for (const each of text) if (lacks(each)) reported.add(each);
    const isPicture = [...text].some((each) => /\p{Extended_Pictographic}|\u20E3/u.test(each));
    const seen = isPicture ? text : [...text].filter(lacks).join('');
    const letters = foreignLetters(character);
    const sign = letters === null ? seen : character;
    found.add(piece, letters, { sign, offset, length: text.length, at: placeOfSign(piece.from, character) });
  }
}
