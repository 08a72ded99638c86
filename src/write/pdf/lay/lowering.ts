/** Charts that are set lower where their page has too little room for them. Lengths in points. */
import type { Laid } from '../set/node.ts';
import { wholeHeight } from './heights.ts';

/** By how much a node in a column of `width` points gets lower with its charts: a table beside one stays as high as it is. */
export function shrinkOf(node: Laid, width: number): number {
  const spare = spareOf(node);
  if (spare === 0) return 0;
  const before = wholeHeight(node, width);
  lowerCharts(node, spare);
  const after = wholeHeight(node, width);
  lowerCharts(node, -spare);
  return Math.min(spare, before - after);
}

/** Sets the charts of a node lower, each by as much: those side by side keep their feet level. */
export function lowerCharts(node: Laid, by: number): void {
  // Heights are measured anew.
  delete node.rowHeights;
  if (node.plot !== undefined) {
    node.lowered = (node.lowered ?? 0) + by;
    node._height = (node._height ?? 0) - by;
  }
  for (const child of node.stack ?? []) lowerCharts(child, by);
}

/** By how much all charts in a node, side by side, may be lower. */
function spareOf(node: Laid): number {
  if (node.spare !== undefined) return node.spare;
  const inner = (node.stack ?? []).map(spareOf).filter((by) => by > 0);
  return inner.length === 0 ? 0 : Math.min(...inner);
}
