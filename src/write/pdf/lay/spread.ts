/** Text parted into the columns of a folded sheet, at the places where it parts best. */

import type { LayoutNode } from '../set/node.ts';
import { balance, type Stretch } from './balance.ts';
import { type Frame, heightOf, textWidthOf } from './frames.ts';
import { heightsOf } from './layout.ts';

/** The nodes that a stack only holds together, out of it; so text can part at each of them. */
export function flatten(node: LayoutNode): LayoutNode[] {
  if (!('stack' in node)) return [node];
  const { stack, margin = [0, 0, 0, 0], featured, ...more } = node;
  if (Object.keys(more).length > 0 || margin.some((side) => side !== 0)) return [node];
  const inner = stack.flatMap(flatten);
  return featured === true ? inner.map((each) => ({ ...each, featured })) : inner;
}

/** The nodes of each column, parted where they part well; null where they don't fit so. */
export function spread(nodes: readonly LayoutNode[], frames: readonly Frame[], host: unknown): LayoutNode[][] | null {
  const heights = frames.map((frame) => heightsOf(nodes, host, textWidthOf(frame)));
  const groups: LayoutNode[][] = [];
  const stretches: Stretch[] = [];
  for (const [index, node] of nodes.entries()) {
    const own = { heights: heights.map((column) => column[index] ?? 0), after: node.margin?.[3] ?? 0 };
    const [last, group] = [stretches.at(-1), groups.at(-1)];
    // A heading is one with what it heads, a figure with its caption.
    if (last !== undefined && group !== undefined && nodes[index - 1]?.keepWithNext === true) {
      const sum = last.heights.map((height, column) => height + (own.heights[column] ?? 0));
      stretches[stretches.length - 1] = { ...last, ...own, heights: sum };
      group.push(node);
      continue;
    }
    const before = node.topMargin === undefined ? 0 : (node.margin?.[1] ?? 0) - node.topMargin;
    stretches.push({ ...own, before, parting: partingOf(node) });
    groups.push([node]);
  }
  const counts = balance(stretches, frames.map(heightOf));
  if (counts === null) return null;
  const rest = [...groups];
  return counts.map((count) => rest.splice(0, count).flat());
}

/** What it costs more that a list begins a panel: it goes on with what was said before it. */
const ofList = 6;

/** What it costs that a page begins with a node, for one of a panel: white there costs 1000, here 1, and parting a 36th (`balance.ts`). */
const ofPage = 36 / 1000;

function partingOf(node: LayoutNode): number {
  const { anchor, parting } = node;
  if (parting !== undefined) return parting * ofPage;
  const isList = 'stack' in node && node.stack.some(({ marker }) => marker !== undefined);
  if (anchor === undefined || anchor.level === 0) return isList ? ofList : 1;
  return anchor.level === 1 ? 0 : 0.5;
}
