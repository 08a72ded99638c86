// biome-ignore-all lint/suspicious/noControlCharactersInRegex: they are among what is looked for
/**
 * Characters that come along when words are pasted out of Word, Excel, web pages and PDFs, and mean nothing of their own: mended
 * where a text is read, and told in one warning. What means something is left: joiners in emoji and in scripts that need them,
 * marks of direction beside letters from right to left, no-break spaces.
 */
import type { Place, Report } from '../diagnostics.ts';
import { TracedText } from './traced-text.ts';

/** What was mended in a text, by kind: at most one place a kind and text. */
interface Mended {
  readonly kind: Kind;
  /** In UTF-16 units of the text as it was. */
  readonly index: number;
}

/** Words for the message: what it was, and what stands there now. */
const kinds = {
  narrow: 'spaces of unusual width, now a space or a no-break space',
  hidden: 'characters that cannot be seen, now removed',
  soft: 'soft hyphens, now removed',
  ligature: 'ligatures, now letters',
  wide: 'letters of unusual width or of mathematics, now plain ones',
  unit: 'units in one character, now letters',
  line: 'line ends of Word, now ordinary ones',
  bullet: 'bullets and hyphens of Word’s own, now ordinary signs',
  blank: 'tabs and double blanks, now one blank',
} as const;
type Kind = keyof typeof kinds;

/** Of a whole text, asked once. */
interface Facts {
  readonly isRightToLeft: boolean;
  readonly isEastAsian: boolean;
}

interface PastedRule {
  readonly kind: Kind;
  /** Global. Short classes and no nested repetition: texts may be of megabytes. */
  readonly pattern: RegExp;
  /** What stands there then; the same as before where it means something. */
  mend(found: string, text: string, index: number, facts: Facts): string;
}

const units: Readonly<Record<string, string>> = {
  ...{ '℃': '°C', '℉': '°F', '㎡': 'm²', '㎥': 'm³', '㎢': 'km²', '㎞': 'km', '㎝': 'cm', '㎜': 'mm', '㎏': 'kg' },
};

/** Private-use characters of Symbol and Wingdings by which Word marks lists, and its own code for a no-break hyphen. */
const wordSigns: Readonly<Record<string, string>> = {
  '\uF0B7': '•',
  '\uF0A7': '▪',
  '\uF0D8': '➢',
  '\uF0FC': '✓',
  '\uF076': '❖',
  '\uF0E0': '→',
  '\u001E': '\u2011',
};

/** Scripts that are written from right to left, and those whose letters joiners shape. */
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const plainScripts =
  /[\p{Script=Latin}\p{Script=Georgian}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Common}\p{Script=Inherited}]/u;
const pictograph = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F/u;
const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

const rules: readonly PastedRule[] = [
  { kind: 'line', pattern: /[\u000B\u000C\u0085\u2028\u2029]/g, mend: (found) => (found === '\u2029' ? '\n\n' : '\n') },
  {
    kind: 'bullet',
    pattern: /[\u001E\uF0B7\uF0A7\uF0D8\uF0FC\uF076\uF0E0]/g,
    mend: (found) => wordSigns[found] ?? found,
  },
  { kind: 'soft', pattern: /[\u00AD\u001F]/g, mend: () => '' },
  { kind: 'hidden', pattern: /[\u200B\u2060-\u2064\uFEFF\u180E\uFFFC]/g, mend: () => '' },
  {
    kind: 'hidden',
    pattern: /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g,
    mend: (found, _text, _index, { isRightToLeft }) => (isRightToLeft ? found : ''),
  },
  { kind: 'hidden', pattern: /[\u200C\u200D]/g, mend: (found, text, index) => (joins(text, index) ? found : '') },
  { kind: 'hidden', pattern: /\uFE0E|\uFE0F/g, mend: (found, text, index) => (styles(text, index) ? found : '') },
  {
    kind: 'narrow',
    pattern: /[\u2000-\u200A\u202F\u205F\u3000\u1680]/g,
    mend: (found, text, index) => (binds(found, text, index) ? '\u00A0' : ' '),
  },
  { kind: 'ligature', pattern: /[\uFB00-\uFB06]/g, mend: (found) => found.normalize('NFKC') },
  {
    kind: 'wide',
    pattern: /[\uFF01-\uFF5E\uFFE0-\uFFE6]/g,
    mend: (found, _text, _index, { isEastAsian }) => (isEastAsian ? found : found.normalize('NFKC')),
  },
  { kind: 'wide', pattern: /[\u{1D400}-\u{1D7FF}]/gu, mend: (found) => found.normalize('NFKC') },
  { kind: 'unit', pattern: /[℃℉㎡㎥㎢㎞㎝㎜㎏]/g, mend: (found) => units[found] ?? found },
  // At a line's end two blanks say that it ends there; at its start they are the indent of a list.
  { kind: 'blank', pattern: /(?<=[^\s])(?:[ \t]{2,}|\t)(?=[^\s])/g, mend: () => ' ' },
  {
    kind: 'blank',
    pattern: /[ \u00A0]{2,}/g,
    mend: (found, text, index) =>
      !found.includes('\u00A0')
        ? found
        : isDigit(text[index - 1]) && isDigit(text[index + found.length])
          ? '\u00A0'
          : ' ',
  },
];

/** What one of the rules might mend, so that other texts are passed over in one go. */
const suspicious =
  /[\t\u000B\u000C\u001E\u001F\u0085\u00AD\u061C\u1680\u180E\u2000-\u200F\u2028-\u202F\u205F-\u2069\u3000\uF076\uF0A7\uF0B7\uF0D8\uF0E0\uF0FC\uFB00-\uFB06\uFEFF\uFF01-\uFF5E\uFFE0-\uFFE6\uFFFC℃℉㎡㎥㎢㎞㎝㎜㎏]|[ \u00A0]{2}|\uFE0E|\uFE0F|[\u{1D400}-\u{1D7FF}]/u;

/** A joiner shapes an emoji, or a letter of a script that needs it. */
function joins(text: string, index: number): boolean {
  const [left, right] = [before(text, index), at(text, index + 1)];
  if (pictograph.test(left) && pictograph.test(right)) return true;
  return [left, right].some((letter) => /\p{L}|\p{M}/u.test(letter) && !plainScripts.test(letter));
}

/** A selector that makes a picture of a sign, or is part of a row of joined pictures. Signs that fonts draw as text need none. */
function styles(text: string, index: number): boolean {
  const after = text[index + 1] ?? '';
  return after === '\u200D' || after === '\u20E3' || /\p{Emoji_Presentation}/u.test(before(text, index));
}

/** The character that ends before an index; the empty string at the start. */
function before(text: string, index: number): string {
  const unit = text.charCodeAt(index - 1);
  return unit >= 0xdc00 && unit <= 0xdfff ? text.slice(index - 2, index) : text.slice(Math.max(0, index - 1), index);
}

function at(text: string, index: number): string {
  const point = text.codePointAt(index);
  return point === undefined ? '' : String.fromCodePoint(point);
}

/** Spaces that are made not to break do not; others hold a number to its unit or to its other digits. */
function binds(found: string, text: string, index: number): boolean {
  if (found === '\u202F' || found === '\u2007') return true;
  if (/[\u2000-\u2003\u3000\u1680]/.test(found)) return isDigit(text[index - 1]) && isDigit(text[index + 1]);
  return isDigit(text[index - 1]) || isDigit(text[index + 1]);
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && /\d/.test(character);
}

/** A text without what was pasted along, and what that was. */
export function mendText(text: string): MendedText {
  return mendTraced(new TracedText(text));
}

interface MendedText {
  readonly text: string;
  readonly mended: readonly Mended[];
}

function mendTraced(traced: TracedText): MendedText {
  const { text } = traced;
  if (!suspicious.test(text)) return { text, mended: [] };
  const facts = { isRightToLeft: rightToLeft.test(text), isEastAsian: eastAsian.test(text) };
  const kindsFound = new Map<Kind, number>();
  for (const { kind, pattern, mend } of rules) {
    const index = traced.replace(pattern, (found, whole, at) => mend(found, whole, at, facts));
    if (index !== null) kindsFound.set(kind, Math.min(index, kindsFound.get(kind) ?? index));
  }
  return { text: traced.text, mended: [...kindsFound].map(([kind, index]) => ({ kind, index })) };
}

/** Places of a kind that a warning lists. */
const mostPlaces = 20;

/** The code of the warning. */
export const pastedWarning = 'pasted-characters';

/** Mends the texts of one document, and tells of it once. */
export class PastedTexts {
  readonly #places = new Map<Kind, Place[]>();

  /** `placeAt` knows the place of an index of the text. */
  mend(text: string, placeAt: (index: number) => Place): string {
    const traced = new TracedText(text);
    closeUpCalls(traced);
    const { text: now, mended } = mendTraced(traced);
    for (const { kind, index } of mended) {
      const places = this.#places.get(kind) ?? [];
      places.push(placeAt(index));
      this.#places.set(kind, places);
    }
    return now;
  }

  /** One warning for all. */
  report(report: Report): void {
    const found = [...this.#places].map(([kind, places]) => ({ words: kinds[kind], places: unique(places) }));
    const [first] = found;
    const at = first?.places[0];
    if (at === undefined) return;
    const list = found.map(
      ({ words, places }) => `${words} (${places.length} ${places.length === 1 ? 'text' : 'texts'})`,
    );
    report.warning(pastedWarning, at, `Characters that came with pasted text were replaced: ${list.join('; ')}.`, {
      hints: ['Replace them in the data, or allow "pasted-characters" in the config with the reason.'],
      related: found
        .flatMap(({ words, places }) =>
          places.slice(0, mostPlaces).map((place) => ({ at: place, message: `Here: ${words}.` })),
        )
        .filter(({ at: place }) => place !== at),
    });
  }
}

function unique(places: readonly Place[]): readonly Place[] {
  return [...new Map(places.map((place) => [`${place.line}:${place.column}`, place])).values()];
}

/** Telephone numbers are written with blanks everywhere but in addresses: in those of links they are closed up, untold. */
function closeUpCalls(traced: TracedText): void {
  traced.replace(/\]\(tel:[^()\n]{0,40}(?:\([^()\n]{0,20}\)[^()\n]{0,40})?\)/gi, (link) =>
    link.replace(/\p{Zs}/gu, ''),
  );
}
