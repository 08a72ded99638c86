/** "Did you mean": the known name that a person most likely meant to type. */
import { distance } from 'fastest-levenshtein';

/** The nearest of `known` to `name`, or null where none is near: a third of the letters may differ, or two swapped. Of three letters two make another word. */
export function suggest(name: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const far = distance(name.toLowerCase(), candidate.toLowerCase());
    const longest = Math.max(name.length, candidate.length);
    if (
      far < least &&
      far < longest &&
      far <= Math.max(2, Math.ceil(longest / 3)) &&
      !(longest <= 3 && far === 2 && sorted(name) !== sorted(candidate))
    ) {
      best = candidate;
      least = far;
    }
  }
  return best;
}

const sorted = (name: string): string => [...name.toLowerCase()].sort().join('');

/** Hints for an unknown name: what was meant, if that can be guessed, and all that there is. */
export function nameHints(name: string, known: readonly string[], what: string): readonly string[] {
  const meant = suggest(name, known);
  const all = known.length === 0 ? `There are no ${what}.` : `Known ${what}: ${known.join(', ')}.`;
  return meant === null ? [all] : [`Did you mean "${meant}"?`, all];
}
