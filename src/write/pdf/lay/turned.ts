/** Tables too wide for an upright page: on pages of their own, turned to landscape. */
import type { Laid } from '../set/node.ts';
import { marginOf, wholeHeight } from './heights.ts';

/** What is kept with a turned table, its headings and caption, turns with it; such tables that follow each other share their pages. */
export function withTurned(children: readonly Laid[]): readonly Laid[] {
  if (!children.some((child) => child.turned === true || leadsToTurned(child))) return children;
  const kept: Laid[] = [];
  for (const child of children) {
    if (leadsToTurned(child)) {
      kept.push({ ...child, stack: [...takeLeads(kept), ...(child.stack ?? [])] });
      continue;
    }
    if (child.turned !== true) {
      kept.push(child);
      continue;
    }
    const table = [...takeLeads(kept), { ...child, turned: false }];
    const before = kept.at(-1);
    if (before?.turned === true) before.stack?.push(...table);
    else kept.push({ turned: true, stack: table } as Laid);
  }
  return kept;
}

/** Takes from its end what is kept with the next thing. */
function takeLeads(nodes: Laid[]): readonly Laid[] {
  return nodes.splice(nodes.findLastIndex(({ keepWithNext }) => keepWithNext !== true) + 1);
}

/** Whether a section begins with a turned table, under nothing but its headings: those over it turn with it. */
function leadsToTurned({ stack = [] }: Laid): boolean {
  const first = stack.find(({ keepWithNext }) => keepWithNext !== true);
  return stack[0]?.keepWithNext === true && first !== undefined && (first.turned === true || leadsToTurned(first));
}

/** So much of its page a turned table is to fill, and so much more room its rows may get for it. */
const filled = 0.88;
const loosest = 3;

/** Gives the rows of turned tables more room, if they would leave much of the page empty that they have for themselves. */
export function loosen(node: Laid, width: number, room: number): void {
  const spare = filled * room - wholeHeight(node, width);
  const grids = gridsIn(node);
  const padding = grids.reduce((sum, grid) => sum + paddingOf(grid), 0);
  if (spare <= 0 || padding === 0) return;
  const times = Math.min(loosest, 1 + spare / padding);
  for (const grid of grids) {
    delete grid.rowHeights;
    for (const cell of grid.stack ?? []) {
      const [left, top, right, bottom] = marginOf(cell);
      cell._margin = [left, top * times, right, bottom * times];
    }
  }
}

function gridsIn(node: Laid): Laid[] {
  return node.grid === undefined ? (node.stack ?? []).flatMap(gridsIn) : [node];
}

/** The room over and under the words of all rows. */
function paddingOf({ grid, stack }: Laid): number {
  const rooms = (grid?.rows ?? []).map(({ cells }) => {
    const first = stack?.[cells[0]?.child ?? -1];
    return first === undefined ? 0 : marginOf(first)[1] + marginOf(first)[3];
  });
  return rooms.reduce((sum, own) => sum + own, 0);
}
