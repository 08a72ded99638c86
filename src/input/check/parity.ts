/** Texts of a document's first language beside those of each other one that is made. */
import type { Path } from '../../json/path.ts';
import type { Language } from '../../language/language.ts';
import { languages } from '../../language/languages.ts';
import { englishName } from '../../language/tags.ts';
import type { DataFinding } from './rule.ts';
import type { DataSheet } from './sheet.ts';
import { missingFrom } from './tokens.ts';

export interface TextSide {
  readonly language: Language;
  readonly text: string;
}

export interface TextPair {
  readonly path: Path;
  readonly first: TextSide;
  readonly other: TextSide;
  /** Whether they have inline marks. */
  readonly rich: boolean;
}

export function* pairsIn({ languages: made, texts: all }: DataSheet): Generator<TextPair> {
  const [tag, ...others] = made;
  for (const { path, texts, rich } of all) {
    const side = (of: typeof tag): TextSide | null => {
      const text = of === undefined ? undefined : texts[of];
      return of === undefined || text === undefined ? null : { language: languages[of], text };
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
