/** Characters, as people know them. */

// Boundaries of graphemes are the same in every locale; naming one keeps the machine's out.
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What a reader sees as one character around an offset: an emoji with its modifiers, a letter with its marks. */
export function graphemeAt(text: string, offset: number): { readonly text: string; readonly offset: number } {
  const found = segmenter.segment(text).containing(offset);
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

const scripts = [
  'Arabic',
  'Armenian',
  'Cyrillic',
  'Georgian',
  'Greek',
  'Han',
  'Hangul',
  'Hebrew',
  'Hiragana',
  'Katakana',
  'Latin',
  'Thai',
];

/** `U+1F642, an emoji: "🙂"`. */
export function describeCharacter(character: string): string {
  const codePoint = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const shown = /^[\p{Z}\p{C}\p{M}\p{Default_Ignorable_Code_Point}]$/u.test(character) ? '' : `: “${character}”`;
  return `U+${codePoint}, ${kindOf(character)}${shown}`;
}

function kindOf(character: string): string {
  const name = names[character];
  if (name !== undefined) return name;
  if (/^\p{Extended_Pictographic}$/u.test(character)) return 'an emoji or picture';
  if (/^\p{Emoji_Modifier}$/u.test(character)) return 'a skin colour for an emoji';
  const script = scripts.find((each) => new RegExp(`^\\p{Script=${each}}$`, 'u').test(character));
  if (script !== undefined) return `a ${script} character`;
  if (/^\p{M}$/u.test(character)) return 'a combining mark';
  if (/^\p{Zs}$/u.test(character)) return 'a space of unusual width';
  if (/^\p{C}$/u.test(character)) return 'a control or private character';
  return /^[\p{S}\p{P}]$/u.test(character) ? 'a sign' : 'a character';
}
