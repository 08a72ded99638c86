/** Which language a text can be in, by the letters that it is written in. */

/** Words of letters in a row. */
const word = /\p{L}[\p{L}\p{M}'’-]*/gu;

/** The scripts that rules ask for (ISO 15924). */
const asked = ['Latn', 'Geor', 'Cyrl', 'Grek', 'Armn', 'Hebr', 'Arab'] as const;
export type AskedScript = (typeof asked)[number];

const letters = new Map<string, RegExp>();

/** Ways of writing of ISO 15924 that are no scripts of Unicode: what each is written in. */
const written: Readonly<Record<string, readonly string[]>> = {
  ...{ Hans: ['Hani'], Hant: ['Hani'], Hanb: ['Hani', 'Bopo'], Jpan: ['Hani', 'Hira', 'Kana'], Hrkt: ['Hira', 'Kana'] },
  ...{ Kore: ['Hang', 'Hani'], Jamo: ['Hang'], Aran: ['Arab'], Latf: ['Latn'], Latg: ['Latn'], Cyrs: ['Cyrl'] },
  ...{ Geok: ['Geor'], Syre: ['Syrc'], Syrj: ['Syrc'], Syrn: ['Syrc'] },
};

function lettersOf(script: string): RegExp {
  const pattern = letters.get(script) ?? patternOf(script);
  letters.set(script, pattern);
  return pattern;
}

/** Any letter where Unicode knows no script by this code: private ones, and those that a newer ISO 15924 has. */
function patternOf(script: string): RegExp {
  try {
    return new RegExp(`[${(written[script] ?? [script]).map((each) => `\\p{Script=${each}}`).join('')}]`, 'u');
  } catch {
    return /\p{L}/u;
  }
}

/** By UTF-16 unit: a bit for each script that it is a letter of, and one that says that it was looked up. */
const unitBits = new Uint16Array(0x1_00_00);
const lookedUp = 1 << asked.length;
const sets = new Map<number, ReadonlySet<AskedScript>>();

/** Those of the scripts that rules ask for which a text has letters of. It is read once for all of them. */
export function scriptsIn(text: string): ReadonlySet<AskedScript> {
  let bits = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    bits |= unitBits[unit] || bitsOf(unit, text);
  }
  const known = sets.get(bits);
  if (known !== undefined) return known;
  const found = new Set(asked.filter((_, index) => (bits & (1 << index)) !== 0));
  sets.set(bits, found);
  return found;
}

/** Half of a character says nothing by itself: the text around it is asked. */
function bitsOf(unit: number, around: string): number {
  const isHalf = unit >= 0xd800 && unit <= 0xdfff;
  const letter = isHalf ? around : String.fromCharCode(unit);
  const bits = asked.reduce(
    (all, script, index) => (lettersOf(script).test(letter) ? all | (1 << index) : all),
    lookedUp,
  );
  if (!isHalf) unitBits[unit] = bits;
  return bits;
}

/** Whether a text has a letter of a script: the sooner, the earlier it stands. */
export function hasScript(text: string, script: string): boolean {
  return lettersOf(script).test(text);
}

/** The words of a text: letters only, without addresses and their parts. */
export function wordsIn(text: string): readonly string[] {
  const spoken = text.split(/\s+/).filter((part) => !/[/@]|[\p{L}\p{N}]\.\p{L}/u.test(part));
  return spoken.flatMap((part) => part.match(word) ?? []);
}

/** Particles of names in Latin letters: “Office for the South Caucasus”. */
const particles: ReadonlySet<string> = new Set([
  ...[
    'the',
    'for',
    'and',
    'of',
    'in',
    'on',
    'to',
    'by',
    'with',
    'from',
    'und',
    'für',
    'der',
    'die',
    'das',
    'van',
    'von',
  ],
  ...['les', 'des', 'del', 'dell', 'della', 'sur', 'pour', 'para', 'los', 'las'],
]);

/** Whether words are prose and no name: two words in small letters that are no units and no particles of names. */
export function isProse(words: readonly string[]): boolean {
  return words.filter(isPlain).length >= 2;
}

export function hasPlainWord(words: readonly string[]): boolean {
  return words.some(isPlain);
}

function isPlain(word: string): boolean {
  return /^\p{Ll}[\p{L}\p{M}'’-]{2,}$/u.test(word) && !particles.has(word);
}
