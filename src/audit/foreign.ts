/** Whole texts without one letter of the language that they are given for. */

import { type Place, placeKey } from '../diagnostics.ts';
import { countOf, hasFunctionWord, isTellable, speaks, speaksEnglish, spokenIn } from '../language/function-words.ts';
import { primaryOf } from '../language/languages.ts';
import { scriptOf } from '../language/script.ts';
import type { Document, Lang } from '../model/document.ts';
import { onceEach } from '../once.ts';
import { hasPlainWord, hasScript, isProse, wordsIn } from './letters.ts';
import { runsOf } from './runs.ts';
import { isOfData, textsOf } from './texts.ts';

interface ForeignText {
  readonly value: string;
  readonly lang: Lang;
  readonly from: Place;
}

/** By their places: a text may be shown several times. Collected once: rules on single words leave these texts out. */
export const foreignIn = onceEach((document: Document): ReadonlyMap<string, ForeignText> => {
  const runs = runsOf(document).map(({ text, lang, at }) => ({ value: text, lang, from: at }));
  const words = textsOf(document).filter(({ unpainted, mixed }) => unpainted === true && mixed !== true);
  const found = new Map<string, ForeignText>();
  for (const text of [...runs, ...words])
    if (isForeign(text) && isOfData(text.from) && !found.has(placeKey(text.from))) found.set(placeKey(text.from), text);
  return found;
});

const judged = ['Latn', 'Geor', 'Cyrl', 'Armn'] as const;

/**
 * In Latin letters, names are no text of another language: only what has words in small letters is judged. A text in the letters of
 * its language is of another one where several small words of that say so, and none of its own.
 */
function isForeign({ value, lang }: ForeignText): boolean {
  const own = scriptOf(lang);
  if (hasScript(value, own)) return own === 'Latn' && otherTongue(value, lang) !== null;
  const script = judged.find((each) => each !== own && hasScript(value, each));
  if (script === undefined) return false;
  const words = wordsIn(value);
  // Two Georgian words are a title in the wrong field; two Cyrillic ones may be a name.
  if (script !== 'Latn') return words.length >= (script === 'Geor' ? 2 : 3);
  return words.length >= 3 && (isProse(words) || speaksEnglish(words) || (hasPlainWord(words) && speaks(words, 'en')));
}

/** The language of Latin letters that a text is in, other than the one it is given for; null where none is sure. */
export function otherTongue(value: string, lang: Lang): string | null {
  // Three words and less are names as well.
  if (value.split(' ', 4).length < 4) return null;
  const given = primaryOf(lang);
  // As in most texts.
  if (hasFunctionWord(value, given)) return null;
  const words = wordsIn(value);
  if (words.length < 4 || !isTellable(given) || countOf(words, given) > 0) return null;
  const spoken = spokenIn(words);
  return spoken !== null && countOf(words, spoken) >= 2 ? spoken : null;
}
