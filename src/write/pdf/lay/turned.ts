/** Tables too wide for an upright page. */
import type { Laid } from '../set/node.ts';

/** What is kept with a turned table, its headings and caption, turns with it. */
export function withTurned(children: readonly Laid[]): readonly Laid[] {
  if (!children.some(({ turned }) => turned)) return children;
  const kept: Laid[] = [];
  for (const child of children) {
    if (child.turned !== true) {
      kept.push(child);
      continue;
    }
    const first = kept.findLastIndex(({ keepWithNext }) => keepWithNext !== true) + 1;
    kept.push({ turned: true, stack: [...kept.splice(first), { ...child, turned: false }] } as Laid);
  }
  return kept;
}
