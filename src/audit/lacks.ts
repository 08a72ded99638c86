/** Signs and letters that something lacks: one finding for each sign, or for the letters of a script, with all its places. */
import type { Place } from '../diagnostics.ts';
import { showCharacter } from './characters.ts';
import type { DocumentFinding } from './rule.ts';
import { type AuditedText, excerpt } from './texts.ts';

/** A sign, or a letter, in a text. */
export interface LackingSign {
  readonly sign: string;
  /** In the text, with what is around it. */
  readonly offset: number;
  readonly length: number;
  readonly at: Place;
}

interface Lack {
  readonly letters: string | null;
  /** The signs, as readers see them. */
  readonly signs: Set<string>;
  readonly around: string;
  readonly places: Map<string, Place>;
}

/** As many letters are listed; a name has fewer. */
const mostLetters = 12;
/** As many places are listed: more are no help to anybody. */
const mostPlaces = 50;

export class Lacks {
  readonly #found = new Map<string, Lack>();

  /** @param letters what readers call the letters that it is one of; null for a sign of its own */
  add(piece: AuditedText, letters: string | null, { sign, offset, length, at }: LackingSign): void {
    const key = letters ?? sign;
    const around = excerpt(piece.value, offset, length);
    const lack = this.#found.get(key) ?? {
      letters,
      signs: new Set<string>(),
      around,
      places: new Map<string, Place>(),
    };
    this.#found.set(key, lack);
    lack.signs.add(sign);
    const { file, line, column } = piece.from;
    const place = `${file}:${line}:${column}`;
    if (!lack.places.has(place)) lack.places.set(place, at);
  }

  /** @param words what is said of letters or of one sign, up to the words around them, and what to do */
  *findings(words: (what: string, isLetters: boolean) => Told): Generator<DocumentFinding> {
    for (const { letters, signs, around, places } of this.#found.values()) {
      const [at, ...others] = places.values();
      if (at === undefined) throw new Error('a finding without a place');
      const [sign = ''] = signs;
      const listed = [...signs].slice(0, mostLetters).join(' ') + (signs.size > mostLetters ? ' …' : '');
      const what = letters === null ? showCharacter(sign) : `${letters} (${signs.size}: ${listed})`;
      const { message, hint, also } = words(what, letters !== null);
      const count =
        others.length > mostPlaces ? `, ${also} in ${others.length} more texts, of which ${mostPlaces} are listed` : '';
      yield {
        at,
        message: `${message} in ‘${around}’${count}.`,
        hints: [hint],
        related: others.slice(0, mostPlaces).map((place) => ({ at: place, message: 'Here too.' })),
      };
    }
  }
}

interface Told {
  readonly message: string;
  readonly hint: string;
  /** Before how many more texts there are: `nor`, `and`. */
  readonly also: string;
}
