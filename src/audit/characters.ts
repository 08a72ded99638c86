/** Characters, as people know them. */
import { graphemesIn } from '../graphemes.ts';

/** What a reader sees as one character around an offset: an emoji with its modifiers, a letter with its marks. */
export function graphemeAt(text: string, offset: number): { readonly text: string; readonly offset: number } {
  const found = graphemesIn(text).containing(offset);
  return found === undefined ? { text: '', offset } : { text: found.segment, offset: found.index };
}

/** Georgian capital letters, U+1C90 to U+1CBF: what upper-casing makes of Mkhedruli. */
export function isMtavruli(character: string): boolean {
  const codePoint = character.codePointAt(0) ?? 0;
  return codePoint >= 0x1c90 && codePoint <= 0x1cbf;
}

const names: Readonly<Record<string, string>> = {
  '\u200b': 'zero width space',
  '\u200c': 'zero width non-joiner',
  '\u200d': 'zero width joiner',
  '\u2009': 'thin space',
  '\u202f': 'narrow no-break space',
  '\u2060': 'word joiner',
  '\ufe0e': 'text variation selector',
  '\ufe0f': 'emoji variation selector',
  '\ufeff': 'byte order mark',
};

/** Scripts that fonts or braille codes of ours may lack, as readers call their letters. */
const foreign: Readonly<Record<string, string>> = {
  Arabic: 'Arabic letters',
  Armenian: 'Armenian letters',
  Bengali: 'Bengali letters',
  Coptic: 'Coptic letters',
  Devanagari: 'Devanagari letters',
  Ethiopic: 'Ethiopic letters',
  Gujarati: 'Gujarati letters',
  Gurmukhi: 'Gurmukhi letters',
  Han: 'Chinese characters',
  Hangul: 'Korean letters',
  Hebrew: 'Hebrew letters',
  Hiragana: 'Japanese letters (Hiragana)',
  Katakana: 'Japanese letters (Katakana)',
  Khmer: 'Khmer letters',
  Lao: 'Lao letters',
  Malayalam: 'Malayalam letters',
  Mongolian: 'Mongolian letters',
  Myanmar: 'Burmese letters',
  Sinhala: 'Sinhala letters',
  Syriac: 'Syriac letters',
  Tamil: 'Tamil letters',
  Telugu: 'Telugu letters',
  Thaana: 'Thaana letters',
  Thai: 'Thai letters',
  Tibetan: 'Tibetan letters',
};
const foreignScripts = Object.entries(foreign).map(
  ([script, letters]) => [new RegExp(`^\\p{Script=${script}}$`, 'u'), letters] as const,
);

/** What readers call the letters of a script that fonts or braille codes of ours may lack: `Arabic letters`. Null for other characters. */
export function foreignLetters(character: string): string | null {
  return foreignScripts.find(([pattern]) => pattern.test(character))?.[1] ?? null;
}

/** A character as it can be shown in a message: “☃”, or `U+200B (zero width space)` where nothing would be seen. */
export function showCharacter(character: string): string {
  const hidden = /^[\p{Z}\p{C}\p{M}\p{Default_Ignorable_Code_Point}]+$/u.test(character);
  if (!hidden) return `“${character}”`;
  return [...character]
    .map((each) => `U+${(each.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')} (${kindOf(each)})`)
    .join(' with ');
}

function kindOf(character: string): string {
  const name = names[character];
  if (name !== undefined) return name;
  if (/^\p{M}$/u.test(character)) return 'a combining mark';
  if (/^\p{Zs}$/u.test(character)) return 'a space of unusual width';
  if (/^\p{C}$/u.test(character)) return 'a control or private character';
  return 'a character that is not seen';
}
