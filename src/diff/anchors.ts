/** Anchors of a document that was made from other data, or by another Etrati, as those of the document that is made now. */
import type { DataOrigin } from '../finished/docx/origin.ts';
import { align } from './sequence.ts';

export interface AnchorMap {
  /** What an anchor is now; null for one of words that are no more. */
  to(anchor: number): number | null;
  /** Whether all are what they were; else some are guessed by their words or by their places. */
  readonly areSame: boolean;
}

export function anchorsTo(then: DataOrigin | null, now: DataOrigin | null): AnchorMap {
  if (then === null || now === null) return { to: () => null, areSame: false };
  const keys = ({ places }: DataOrigin) => places.map(({ at, sum }) => `${at} ${sum}`);
  const [before, after] = [keys(then), keys(now)];
  if (before.length === after.length && before.every((key, index) => key === after[index]))
    return { to: (anchor) => anchor, areSame: true };
  const found = new Map(align(before, after).map(([one, other]) => [one + 1, other + 1]));
  // Words that stand elsewhere in the data now, then places whose words are others.
  const taken = new Set(found.values());
  for (const key of ['sum', 'at'] as const) {
    const free = new Map<unknown, number>();
    for (const [index, place] of now.places.entries()) {
      const number = index + 1;
      if (!taken.has(number)) free.set(place[key], free.has(place[key]) ? 0 : number);
    }
    for (const [index, place] of then.places.entries()) {
      const number = free.get(place[key]) ?? 0;
      if (found.has(index + 1) || number === 0 || taken.has(number)) continue;
      found.set(index + 1, number);
      taken.add(number);
    }
  }
  return { to: (anchor) => found.get(anchor) ?? null, areSame: false };
}
