import { hasScript } from '../../audit/letters.ts';
import { isOfData, textsOf } from '../../audit/texts.ts';
import type { Place } from '../../diagnostics.ts';
import { primaryOf } from '../../language/languages.ts';
import { scriptOf } from '../../language/script.ts';
import type { Document } from '../../model/document.ts';
import { trailing } from '../../text.ts';
import type { AdviceRule } from '../rule.ts';
import type { Speller, Spellers } from '../speller.ts';

/** As many words get suggestions: making them takes long. */
const mostSuggested = 10;
/** As many places are listed. */
const mostPlaces = 20;

export const spelling: AdviceRule = {
  code: 'spelling',
  title: 'Word that the word list does not have',
  why: 'A misspelled word is read out wrongly, is not found by searching, and costs the trust of readers.',
  applies: 'Words of texts in languages whose word list is installed, but for names, abbreviations and addresses.',
  severity: 'advice',
  says: 'A word is not in the word list of its language: it may be misspelled, or be one that the list lacks.',
  mend: 'Correct it, or add it to "words" in the config.',
  *check({ document, spellers }) {
    let suggested = 0;
    for (const [word, { speller, places }] of unknownIn(document, spellers)) {
      const [at, ...others] = places;
      if (at === undefined) continue;
      const better = suggested < mostSuggested ? speller.suggest(word).slice(0, 3) : [];
      suggested += 1;
      const meant = better.length === 0 ? [] : [`Did you mean ${better.map((each) => `“${each}”`).join(' or ')}?`];
      const count =
        others.length === 0 ? '' : `, here and in ${others.length} more ${others.length === 1 ? 'text' : 'texts'}`;
      yield {
        at,
        message: `“${word}” is not in the word list${count}.`,
        hints: [...meant, `If it is right, add it to the config: "words": ["${word}"].`],
        related: others.slice(0, mostPlaces).map((place) => ({ at: place, message: 'Here too.' })),
      };
    }
  },
};

interface Unknown {
  readonly speller: Speller;
  readonly places: Place[];
}

function unknownIn(document: Document, spellers: Spellers): ReadonlyMap<string, Unknown> {
  const found = new Map<string, Unknown>();
  const known = new Set<string>();
  for (const { value, lang, from, mixed } of textsOf(document)) {
    const speller = spellers.get(primaryOf(lang));
    if (speller === undefined || mixed === true || !isOfData(from)) continue;
    const script = scriptOf(lang);
    for (const word of wordsOf(value)) {
      if (known.has(word) || !hasScript(word, script)) continue;
      const entry = found.get(word);
      if (entry === undefined && isKnown(word, speller)) known.add(word);
      else if (entry === undefined) found.set(word, { speller, places: [from] });
      else if (entry.places.at(-1) !== from) entry.places.push(from);
    }
  }
  return found;
}

/** In small letters and of three or more: what has capitals is a name or an abbreviation, what has digits, @ or a dot inside is an address or a code. */
function wordsOf(text: string): readonly string[] {
  const parts = text.split(/[\s\u00a0–—/]+/).filter((part) => !/[\p{N}@_]|\p{L}\.\p{L}/u.test(part));
  return parts
    .flatMap((part) => part.match(/[\p{L}\p{M}][\p{L}\p{M}’'-]{2,}/gu) ?? [])
    .flatMap((word) => {
      const bare = word.slice(0, trailing(word, /[’'-]/u));
      return bare.length < 3 || /\p{Lu}/u.test(bare) ? [] : [bare];
    });
}

/** Words that a hyphen joins are known if each is; the apostrophe of print is that of keyboards. */
function isKnown(word: string, speller: Speller): boolean {
  const typed = word.replaceAll('’', "'");
  if (speller.correct(typed) || speller.correct(withS(typed))) return true;
  return typed.includes('-') && typed.split('-').every((part) => part.length < 3 || speller.correct(part));
}

/** British English with -ize, as the United Nations write it: lists have -ise alone. */
function withS(word: string): string {
  return word.replace(/iz(?=e|ing|ation)/, 'is');
}
