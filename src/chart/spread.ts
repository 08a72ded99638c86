/** Labels that want the same place are moved apart. */

interface Wish {
  /** Where its middle would be best. */
  readonly at: number;
  readonly size: number;
}
interface Cluster {
  /** Sum of where each member wants the cluster to start. */
  sum: number;
  readonly members: Wish[];
  size: number;
}

/**
 * Middles of labels in their order, none over another, each as near to its wish as the others let it and between two
 * bounds. If there is not room for all, they run over the first bound.
 */
export function spread(wishes: readonly Wish[], from: number, to: number): readonly number[] {
  const clusters: Cluster[] = [];
  for (const wish of wishes) {
    clusters.push({ sum: wish.at - wish.size / 2, members: [wish], size: wish.size });
    for (
      let last = clusters.at(-1), before = clusters.at(-2);
      last && before && startOf(before) + before.size > startOf(last);
    ) {
      for (const member of last.members) {
        before.sum += member.at - member.size / 2 - before.size;
        before.members.push(member);
        before.size += member.size;
      }
      clusters.pop();
      last = clusters.at(-1);
      before = clusters.at(-2);
    }
  }
  const middles: number[] = [];
  for (const cluster of clusters) {
    let edge = startOf(cluster);
    for (const { size } of cluster.members) {
      middles.push(edge + size / 2);
      edge += size;
    }
  }
  return clamp(middles, wishes, from, to);
}

function startOf({ sum, members }: Cluster): number {
  return sum / members.length;
}

function clamp(middles: readonly number[], wishes: readonly Wish[], from: number, to: number): readonly number[] {
  const down: number[] = [];
  let edge = from;
  wishes.forEach(({ size }, index) => {
    const at = Math.max(middles[index] ?? 0, edge + size / 2);
    down.push(at);
    edge = at + size / 2;
  });
  const up: number[] = [];
  edge = to;
  wishes.toReversed().forEach(({ size }, index) => {
    const at = Math.min(down.at(-1 - index) ?? 0, edge - size / 2);
    up.unshift(at);
    edge = at - size / 2;
  });
  return up;
}
