/** Where text goes on to the next panel: at the places where it parts best, so that the panels are filled alike. */

/** A stretch of text that is not parted. Lengths in points. */
export interface Stretch {
  /** Its height in each panel: panels are not all as wide. */
  readonly heights: readonly number[];
  /** What of it is left out at the top of a panel, and at its end. */
  readonly before: number;
  readonly after: number;
  /** How ill it would be to begin a panel with it: 0 for a section, 1 for what belongs to what stands before it. */
  readonly parting: number;
}

/** One part in six of a panel left empty is as ill as parting what belongs together. */
const worstParting = 1 / 36;

/**
 * How many stretches stand in each panel; null if they don't fit in rooms of these heights, in points.
 * The best way has the least sum of squares of what is left empty, with what parting costs.
 */
export function balance(stretches: readonly Stretch[], rooms: readonly number[]): readonly number[] | null {
  interface Sharing {
    readonly cost: number;
    readonly counts: readonly number[];
  }
  // The best way to set the first `index` stretches in the panels so far.
  let ways: (Sharing | null)[] = [{ cost: 0, counts: [] }, ...stretches.map(() => null)];
  for (const [panel, room] of rooms.entries()) {
    const next: (Sharing | null)[] = ways.map(() => null);
    for (const [from, start] of ways.entries()) {
      if (start === null) continue;
      for (let to = from; to <= stretches.length; to++) {
        const height = heightOf(stretches.slice(from, to), panel);
        if (height > room) break;
        const parting = from > 0 && to > from ? (stretches[from]?.parting ?? 0) * worstParting : 0;
        const cost = start.cost + ((room - height) / room) ** 2 + parting;
        const best = next[to] ?? null;
        if (best === null || cost < best.cost) next[to] = { cost, counts: [...start.counts, to - from] };
      }
    }
    ways = next;
  }
  return ways.at(-1)?.counts ?? null;
}

function heightOf(stretches: readonly Stretch[], panel: number): number {
  const sum = stretches.reduce((height, { heights }) => height + (heights[panel] ?? 0), 0);
  return sum - (stretches[0]?.before ?? 0) - (stretches.at(-1)?.after ?? 0);
}
