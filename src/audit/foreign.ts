/** Whole texts without one letter of the language that they are given for. */
import type { Place } from '../diagnostics.ts';
import { speaksEnglish } from '../language/function-words.ts';
import type { Document, Lang } from '../model/document.ts';
import { hasScript, isProse, scriptOf, wordsIn } from './letters.ts';
import { runsOf } from './runs.ts';
import { isOfData, textsOf } from './texts.ts';

interface ForeignText {
  readonly value: string;
  readonly lang: Lang;
  readonly from: Place;
}

const collected = new WeakMap<Document, ReadonlyMap<string, ForeignText>>();

/** By their places: a text may be shown several times. Collected once: rules on single words leave these texts out. */
export function foreignIn(document: Document): ReadonlyMap<string, ForeignText> {
  const known = collected.get(document);
  if (known !== undefined) return known;
  const runs = runsOf(document).map(({ text, lang, at }) => ({ value: text, lang, from: at }));
  const words = textsOf(document).filter(({ unpainted, mixed }) => unpainted === true && mixed !== true);
  const found = new Map<string, ForeignText>();
  for (const text of [...runs, ...words])
    if (isForeign(text) && isOfData(text.from) && !found.has(placeKey(text.from))) found.set(placeKey(text.from), text);
  collected.set(document, found);
  return found;
}

export function placeKey({ file, path, line, column }: Place): string {
  return `${file}:${path ?? `${line}:${column}`}`;
}

const judged = ['Latn', 'Geor', 'Cyrl', 'Armn'] as const;

/** In Latin letters, names are no text of another language: only what has words in small letters is judged. */
function isForeign({ value, lang }: ForeignText): boolean {
  const own = scriptOf(lang);
  if (hasScript(value, own)) return false;
  const script = judged.find((each) => each !== own && hasScript(value, each));
  if (script === undefined) return false;
  const words = wordsIn(value);
  // Two Georgian words are a title in the wrong field; two Cyrillic ones may be a name.
  if (script !== 'Latn') return words.length >= (script === 'Geor' ? 2 : 3);
  return words.length >= 3 && (isProse(words) || speaksEnglish(words));
}
