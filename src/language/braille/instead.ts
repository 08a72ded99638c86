/** What is written in place of the signs that a braille code has no cells for: other signs, or words. */
import { noBreak } from '../../text.ts';

export interface Instead {
  /** A sign in signs that the code has. */
  readonly signs: Readonly<Record<string, string>>;
  /** A sign in words or a number of its own, which spaces part from what stands around: `5€` is no word, nor is `5½` 51/2. */
  readonly words: Readonly<Record<string, string>>;
  /** What stands above or below the line, in words; null leaves it as it is, for a code that has cells for it. */
  readonly script: ((written: string, where: 'above' | 'below') => string) | null;
}

const above = { from: '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ', to: '0123456789+−=()ni' };
const below = { from: '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎', to: '0123456789+−=()' };

/** Signs above or below the line, one after the other, or any other sign. */
const tokens = new RegExp(`[${above.from}]+|[${below.from}]+|.`, 'gsu');

/** What is written above or below, on the line; null for what stands on it. */
export function onTheLine(token: string): { readonly written: string; readonly where: 'above' | 'below' } | null {
  const [first = ''] = token;
  const where =
    first === '' ? null : above.from.includes(first) ? 'above' : below.from.includes(first) ? 'below' : null;
  if (where === null) return null;
  const { from, to } = where === 'above' ? above : below;
  return { written: [...token].map((sign) => to[from.indexOf(sign)] ?? sign).join(''), where };
}

/** The signs of a text that a code has, each as one item; what stands above or below the line together as one. */
export function readAs(text: string, { signs, words, script }: Instead): readonly string[] {
  const found = text.normalize('NFC').match(tokens) ?? [];
  return found.flatMap((token, index) => {
    const scripted = script === null ? null : onTheLine(token);
    const wording = scripted === null ? words[token] : script?.(scripted.written, scripted.where);
    if (wording === undefined) return onTheLine(token) === null ? [...(signs[token] ?? token)] : [token];
    const inSigns = [...wording].flatMap((sign) => [...(signs[sign] ?? sign)]);
    const [before = ' ', after = ' '] = [found[index - 1], found[index + 1]];
    return [
      ...(/[\s\p{Ps}\p{Pi}„]/u.test(before) ? '' : gapTo(before)),
      ...inSigns,
      ...(/[\s\p{Po}\p{Pe}\p{Pf}]/u.test(after) ? '' : gapTo(after)),
    ];
  });
}

/** A number and its unit are on one line. */
const gapTo = (sign: string): string => (/\p{N}/u.test(sign) ? noBreak : ' ');
