/** Key figures: as large as their columns let them be, with the bars of what is done. Lengths in points. */
import type { ListDesign } from '../../../design/lists.ts';
import type { List, ListItem } from '../../../model/document.ts';
import { figureScale, isFigure } from '../../abreast.ts';
import { breakRuns } from '../text/inlines.ts';
import { widestWord } from '../text/lines.ts';
import type { LayoutNode } from './node.ts';
import { scaled } from './runs.ts';
import type { SetContext } from './setting.ts';

/** The blocks of each entry, key figures that are too wide for their column set smaller. */
export function fitFigures(
  { look }: List,
  entries: readonly { readonly item: ListItem; readonly blocks: readonly LayoutNode[] }[],
  width: number,
  { job }: SetContext,
): readonly LayoutNode[][] {
  const sized = entries.map(({ item, blocks }) =>
    blocks.map((node, i) => {
      const block = item.blocks[i];
      return { node, figure: look === 'figures' && block?.type === 'paragraph' && isFigure(block) ? block : null };
    }),
  );
  const figures = sized
    .flat()
    .flatMap(({ node, figure }) => (figure === null ? [] : [{ figure, width: leastWidth([node]) }]));
  // A hair less than the room, for sums in floating point.
  const scale = figureScale(figures, width, job) * (1 - 1e-6);
  return sized.map((blocks) => blocks.map(({ node, figure }) => (figure === null ? node : smaller(node, scale))));
}

function smaller(node: LayoutNode, scale: number): LayoutNode {
  if (!('runs' in node) || scale > 0.999) return node;
  return { ...node, runs: node.runs.map((run) => ({ ...run, style: scaled(run.style, scale) })) };
}

/** The width of the widest word or number in nodes. */
export function leastWidth(nodes: readonly LayoutNode[]): number {
  const widths = nodes.map((node) => {
    if ('runs' in node) return widestWord(breakRuns(node.runs, node.lang));
    return 'stack' in node ? leastWidth(node.stack) + (node.margin?.[0] ?? 0) : 0;
  });
  return Math.max(0, ...widths);
}

/** The bar of what is done, between a key figure and what it counts or under both; the figure has its rule above it. */
export function withProgress(
  node: LayoutNode,
  index: number,
  item: ListItem,
  width: number,
  { bar }: ListDesign,
  { type }: SetContext,
): LayoutNode {
  const { rule } = type.theme.looks.figures;
  if (index === 0 && rule !== null) {
    const line = { color: type.color(rule.color), thickness: rule.width.page };
    const opening = { rule: line, bar: null, collapses: false };
    return { stack: [{ stack: [], opening, margin: [0, 0, 0, rule.room.page] }, node] };
  }
  if (item.share === null || index !== (bar.stands === 'above' ? 1 : 2)) return node;
  const { outline, track } = bar;
  const shape = {
    kind: 'progress',
    share: item.share,
    width,
    above: bar.above,
    height: bar.height.page,
    round: bar.round,
    color: type.color(bar.done),
    track: track === null ? null : type.color(track),
    outline: outline === null ? null : { color: type.color(outline.color), width: outline.width.page },
  } as const;
  return { ...node, margin: [0, bar.room, 0, 0], shape };
}
