/**
 * Words that every sentence of a language has and few of another, for languages that share a script: enough to tell English from
 * German in a quotation, not to name a language. In small letters.
 */
const functionWords: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set([
    'the',
    'of',
    'and',
    'with',
    'from',
    'this',
    'that',
    'these',
    'our',
    'we',
    'how',
    'who',
    'which',
    'their',
  ]),
  de: new Set(['der', 'die', 'das', 'und', 'für', 'mit', 'nicht', 'eine', 'einer', 'auf', 'zum', 'zur', 'ist', 'wir']),
  fr: new Set(['les', 'des', 'une', 'est', 'pour', 'avec', 'dans', 'nous', 'sur', 'qui', 'aux', 'du', 'sans', 'et']),
  es: new Set(['los', 'las', 'una', 'para', 'por', 'con', 'del', 'que', 'el', 'y', 'nosotros', 'sin']),
  it: new Set(['gli', 'della', 'delle', 'degli', 'per', 'con', 'che', 'una', 'nel', 'sono', 'di', 'il', 'senza']),
  la: new Set(['et', 'ad', 'cum', 'pro', 'quod', 'sine', 'ex', 'inter', 'ab']),
};

const alone = new Map(
  Object.entries(functionWords).map(([tag, words]) => [
    tag,
    new RegExp(`(?:^|\\s)(?:${[...words].join('|')})(?=\\s|$)`, 'i'),
  ]),
);

/** Whether a text has such a small word of a language between blanks. Most have one: a look that takes no list of words. */
export function hasFunctionWord(text: string, tag: string): boolean {
  return alone.get(tag)?.test(text) === true;
}

/** Whether words are of a language by the small words among them, and of no other that is known here. */
export function speaks(words: readonly string[], tag: string): boolean {
  const own = countOf(words, tag);
  return own > 0 && Object.keys(functionWords).every((other) => other === tag || countOf(words, other) < own);
}

/** How many of the words are such small words of the language. */
export function countOf(words: readonly string[], tag: string): number {
  const set = functionWords[tag];
  return words.filter((word) => set?.has(word.toLowerCase()) === true).length;
}

/** The language that words are of by the small words among them; null where none of those known here is sure. */
export function spokenIn(words: readonly string[]): string | null {
  return Object.keys(functionWords).find((tag) => speaks(words, tag)) ?? null;
}

/** Whether words can be told to be of a language, or of another. */
export function isTellable(tag: string): boolean {
  return Object.hasOwn(functionWords, tag);
}

/** Words of English sentences that no name has: “How we work”. */
const ofSentences = new Set([
  ...['we', 'our', 'you', 'your', 'they', 'their', 'who', 'how', 'why', 'what', 'which', 'this', 'these', 'that'],
  ...['is', 'are', 'was', 'were', 'has', 'have', 'had', 'can', 'will', 'not'],
]);

export function speaksEnglish(words: readonly string[]): boolean {
  return words.some((word) => ofSentences.has(word.toLowerCase()));
}
