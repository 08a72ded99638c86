/** What of a file that came back is taken into the document. */
import type { TranslatedFrom } from '../../protocol.ts';
import type { TextUnit } from '../../units.ts';
import { pathText } from '../edits.ts';

export interface XliffAnswer {
  /** The path, as the unit’s name says it. */
  readonly path: string;
  readonly source: string;
  /** Null where a part of it is not translated. */
  readonly target: string | null;
}

export interface LanguagePair {
  readonly source: string;
  readonly target: string;
}

/** What an import does. */
export interface Imported {
  readonly taken: readonly { readonly path: TextUnit['path']; readonly text: string }[];
  /** What each of them was made of. */
  readonly agreed: readonly TranslatedFrom[];
  /** How many of them were made of another source than stands there now. */
  readonly changed: number;
  /** How many came without a translation. */
  readonly empty: number;
  /** How many texts are in the document no more. */
  readonly lost: number;
}

/** What of a file fits the texts of a document. One that came back as it was sent is not known to be looked at. */
export function imported(
  answers: readonly XliffAnswer[],
  units: readonly TextUnit[],
  { source, target }: LanguagePair,
): Imported {
  const known = new Map(units.map((unit) => [pathText(unit.path), unit]));
  const full = answers.filter((answer) => (answer.target ?? '').trim() !== '');
  const fits = full.flatMap(({ path, source: was, target: text }) => {
    const unit = known.get(path);
    return unit === undefined || text === null ? [] : [{ unit, path, was, text }];
  });
  const fresh = fits.filter(({ unit, text }) => unit.texts[target] !== text);
  return {
    taken: fresh.map(({ unit, text }) => ({ path: unit.path, text })),
    agreed: fresh.map(({ path, was }) => ({ path, source, target, was })),
    changed: fresh.filter(({ unit, was }) => unit.texts[source] !== was).length,
    empty: answers.length - full.length,
    lost: full.length - fits.length,
  };
}
