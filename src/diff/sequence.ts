/** Which members of two sequences are the same ones, in order: the longest common subsequence. */

/** More differences than this are not worth their time: what stands between the same start and end counts as other. */
const mostDifferences = 2000;

/** Pairs of indexes, ascending in both. */
export function align(one: readonly string[], other: readonly string[]): readonly (readonly [number, number])[] {
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < one.length - start && end < other.length - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const inner = middle(one.slice(start, one.length - end), other.slice(start, other.length - end));
  const head = Array.from({ length: start }, (_, index) => [index, index] as const);
  const tail = Array.from(
    { length: end },
    (_, index) => [one.length - end + index, other.length - end + index] as const,
  );
  return [...head, ...inner.map(([a, b]) => [a + start, b + start] as const), ...tail];
}

function middle(one: readonly string[], other: readonly string[]): readonly (readonly [number, number])[] {
  if (one.length === 0 || other.length === 0) return [];
  const most = Math.min(one.length + other.length, mostDifferences);
  const reach = new Map<number, number>([[1, 0]]);
  const trail: Map<number, number>[] = [];
  for (let differences = 0; differences <= most; differences += 1) {
    trail.push(new Map(reach));
    for (let line = -differences; line <= differences; line += 2) {
      const down =
        line === -differences || (line !== differences && (reach.get(line - 1) ?? 0) < (reach.get(line + 1) ?? 0));
      let x = down ? (reach.get(line + 1) ?? 0) : (reach.get(line - 1) ?? 0) + 1;
      let y = x - line;
      while (x < one.length && y < other.length && one[x] === other[y]) [x, y] = [x + 1, y + 1];
      reach.set(line, x);
      if (x >= one.length && y >= other.length) return backtrack(trail, differences, one.length, other.length);
    }
    // The trail is kept whole: its size is the square of the differences.
    if (differences * differences > 4_000_000) break;
  }
  return [];
}

function backtrack(trail: readonly Map<number, number>[], differences: number, endX: number, endY: number) {
  const pairs: [number, number][] = [];
  let [x, y] = [endX, endY];
  for (let step = differences; step >= 0; step -= 1) {
    const reach = trail[step] ?? new Map<number, number>();
    const line = x - y;
    const down = line === -step || (line !== step && (reach.get(line - 1) ?? 0) < (reach.get(line + 1) ?? 0));
    const before = down ? line + 1 : line - 1;
    const fromX = step === 0 ? 0 : (reach.get(before) ?? 0);
    const fromY = step === 0 ? 0 : fromX - before;
    while (x > fromX && y > fromY && !(step > 0 && x === fromX + (down ? 0 : 1) && y === fromY + (down ? 1 : 0))) {
      [x, y] = [x - 1, y - 1];
      pairs.push([x, y]);
    }
    [x, y] = [fromX, fromY];
  }
  return pairs.reverse();
}

/** How much two texts have in common, from 0 to 1: Dice's coefficient over their pairs of letters. */
export function similarity(one: string, other: string): number {
  if (one === other) return 1;
  if (one.length < 2 || other.length < 2) return 0;
  const counts = new Map<string, number>();
  for (let at = 0; at + 1 < one.length; at += 1) {
    const pair = one.slice(at, at + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let at = 0; at + 1 < other.length; at += 1) {
    const pair = other.slice(at, at + 2);
    const left = counts.get(pair) ?? 0;
    if (left > 0) [shared] = [shared + 1, counts.set(pair, left - 1)];
  }
  return (2 * shared) / (one.length + other.length - 2);
}
