/** Which nodes of two lists belong together. */
import type { AnyNode } from './outline.ts';

export type Nodes = readonly AnyNode[];

/** `index` and `other`: where the node is in either list, or would be. */
export interface Aligned {
  readonly step: 'missing' | 'extra' | 'swapped' | 'changed';
  readonly index: number;
  readonly other: number;
}

/** How far ahead nodes are looked for that are in both lists; beyond, pairs by place say as much. */
const window = 60;

/** The nodes that are not the same in both lists, in their order; `swapped` stands for two of each. */
export function* align(expected: Nodes, actual: Nodes): Generator<Aligned> {
  const [ones, others] = [expected.map(keyOf), actual.map(keyOf)];
  let [index, other] = [0, 0];
  while (index < ones.length || other < others.length) {
    const isBoth = index < ones.length && other < others.length;
    if (isBoth && ones[index] === others[other]) {
      [index, other] = [index + 1, other + 1];
    } else if (isBoth && isSwapped(ones, others, index, other)) {
      yield { step: 'swapped', index, other };
      [index, other] = [index + 2, other + 2];
    } else {
      const [ahead, otherAhead] = nextSame(ones, others, index, other);
      yield* pair(expected, actual, [index, ahead], [other, otherAhead]);
      [index, other] = [ahead, otherAhead];
    }
  }
}

const keyOf = (node: AnyNode): string => JSON.stringify(node);

function isSwapped(ones: readonly string[], others: readonly string[], index: number, other: number): boolean {
  const [next, otherNext] = [ones[index + 1], others[other + 1]];
  return next !== undefined && next === others[other] && otherNext === ones[index];
}

/** The nearest places from which on both lists are the same again; their ends if there are none. */
function nextSame(ones: readonly string[], others: readonly string[], index: number, other: number): [number, number] {
  for (let distance = 1; distance <= window; distance += 1)
    for (let ahead = 0; ahead <= distance; ahead += 1) {
      const [at, otherAt] = [index + ahead, other + distance - ahead];
      if (at < ones.length && otherAt < others.length && ones[at] === others[otherAt]) return [at, otherAt];
    }
  return [ones.length, others.length];
}

/** Between places that are the same: nodes of one role belong together, the rest is missing or extra. */
function* pair(
  expected: Nodes,
  actual: Nodes,
  [from, to]: readonly [number, number],
  [otherFrom, otherTo]: readonly [number, number],
): Generator<Aligned> {
  let [index, other] = [from, otherFrom];
  while (index < to || other < otherTo) {
    const role = expected[index]?.role;
    const [left, otherLeft] = [to - index, otherTo - other];
    if (left === 0) yield { step: 'extra', index, other: other++ };
    else if (otherLeft === 0) yield { step: 'missing', index: index++, other };
    else if (role === actual[other]?.role || left === otherLeft)
      yield { step: 'changed', index: index++, other: other++ };
    else if (left > otherLeft) yield { step: 'missing', index: index++, other };
    else yield { step: 'extra', index, other: other++ };
  }
}
