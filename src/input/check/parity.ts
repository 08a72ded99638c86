/** Texts of a document's first language beside those of each other one that is made. */

import type { Path } from '../../json/path.ts';
import type { Language } from '../../language/language.ts';
import { languages } from '../../language/languages.ts';
import { englishName } from '../../language/tags.ts';
import { onceEach } from '../../once.ts';
import { sentencesIn } from '../../text.ts';
import { unmarked } from './prose.ts';
import type { DataFinding } from './rule.ts';
import type { DataSheet } from './sheet.ts';
import { missingFrom, numbersIn } from './tokens.ts';

/** One of them, with what several rules ask of it, which is found once. */
export class TextSide {
  readonly language: Language;
  readonly text: string;
  #plain: string | undefined;
  #numbers: readonly string[] | undefined;

  constructor(language: Language, text: string) {
    this.language = language;
    this.text = text;
  }

  /** Without its marks. */
  get plain(): string {
    this.#plain ??= unmarked(this.text);
    return this.#plain;
  }

  /** As JavaScript writes them, sorted. */
  get numbers(): readonly string[] {
    this.#numbers ??= numbersIn(this.text, this.language);
    return this.#numbers;
  }
}

export interface TextPair {
  readonly path: Path;
  readonly first: TextSide;
  readonly other: TextSide;
  /** Whether they have inline marks. */
  readonly rich: boolean;
}

/** All pairs. Collected once: several rules ask. */
export const pairsIn = onceEach((sheet: DataSheet): readonly TextPair[] => [...pairsOf(sheet)]);

function* pairsOf({ languages: made, texts: all }: DataSheet): Generator<TextPair> {
  const [tag, ...others] = made;
  for (const { path, texts, rich } of all) {
    const side = (of: typeof tag): TextSide | null => {
      const text = of === undefined ? undefined : texts[of];
      return of === undefined || text === undefined ? null : new TextSide(languages[of], text);
    };
    const first = side(tag);
    for (const other of others.map(side)) if (first !== null && other !== null) yield { path, first, other, rich };
  }
}

/** A finding where one text says what the other does not; null where both say the same. `key`: by what things are the same. */
export function difference(
  { path, first, other }: TextPair,
  what: string,
  find: (side: TextSide) => readonly string[],
  hint: string,
  key: (thing: string) => string = (thing) => thing,
): DataFinding | null {
  const [one, two] = [find(first), find(other)];
  const sides = [...only(first, missingFrom(one, two, key)), ...only(other, missingFrom(two, one, key))];
  if (sides.length === 0) return null;
  return { at: path, message: `The languages have different ${what}: ${sides.join('; ')}.`, hints: [hint] };
}

/** More than these help nobody to find the place. */
const mostNamed = 8;

function only({ language }: TextSide, things: readonly string[]): readonly string[] {
  if (things.length === 0) return [];
  const rest = things.length - mostNamed;
  const some = rest > 0 ? `${things.slice(0, mostNamed).join(', ')} and ${rest} more` : things.join(', ');
  return [`only in ${englishName(language.tag)}: ${some}`];
}

/** A sentence in the first language, and in the other one. */
export type SentencePair = readonly [string, string];

/** What both say, sentence by sentence; nothing where one has more sentences, since nobody knows which of them are the same. */
export const sidesBySentence = onceEach(({ first, other }: TextPair): readonly SentencePair[] => {
  const [one, two] = [sentencesOf(first), sentencesOf(other)];
  return one.length === two.length ? one.map((sentence, index) => [sentence, two[index] ?? '']) : [];
});

function sentencesOf({ plain }: TextSide): readonly string[] {
  return plain.split(/\n+/).flatMap((line) => sentencesIn(line.trim()));
}

/** Whether a language has words of its own for a rule: one that is only begun has those of English. */
export function hasOwnWords({ stillEnglish }: Language, words: string): boolean {
  return !stillEnglish.some((path) => words === path || words.startsWith(`${path}.`));
}
