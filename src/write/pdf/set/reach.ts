/** Addresses in words with the code of one of them at their side, where there is room for both: a contact is one thing to the eye. */
import type { Block, Blocks, Figure, Terms } from '../../../model/document.ts';
import { textArea } from '../../../theme/page-size.ts';
import type { StructureElement } from '../tag/structure.ts';
import { evenGrid } from './grid.ts';
import type { LayoutNode } from './node.ts';
import { setFigure } from './pictures.ts';
import type { Inset, SetContext } from './setting.ts';
import { leastWidth } from './tables.ts';
import { setTerms, textWidth } from './terms.ts';

/** The addresses at a place and the code after them; "second" is that code; null is neither. */
export function reachAt(
  blocks: Blocks,
  index: number,
  { form, job }: SetContext,
): readonly [Terms, Figure] | 'second' | null {
  if (form.name !== 'pages' || job.theme.large !== null) return null;
  const ways = (block: Block | undefined): block is Terms => block?.type === 'terms' && block.look === 'facts';
  const code = (block: Block | undefined): block is Figure =>
    block?.type === 'figure' && block.look === 'qr' && block.description === null;
  const [before, block, next] = [blocks[index - 1], blocks[index], blocks[index + 1]];
  if (code(block) && ways(before)) return 'second';
  return ways(block) && code(next) ? [block, next] : null;
}

export function setReach(
  [ways, code]: readonly [Terms, Figure],
  parent: StructureElement,
  frame: Inset,
  setting: SetContext,
): LayoutNode {
  const list = setTerms(ways, parent, frame, setting);
  const figure = setFigure(code, parent, frame, setting);
  const below: LayoutNode = { stack: [{ ...list, keepWithNext: true }, figure] };
  const drawn = 'stack' in figure ? figure.stack[0] : undefined;
  if (!('grid' in list) || drawn === undefined || !('grid' in drawn)) return below;
  const [labels, words] = [0, 1].map((part) => leastWidth(list.stack.filter((_, index) => index % 2 === part)));
  const narrowest = (labels ?? 0) + (list.stack[0]?.margin?.[2] ?? 0);
  const [square = 0] = drawn.grid?.widths ?? [];
  const caption = leastWidth(drawn.stack) + (drawn.stack[1]?.margin?.[0] ?? 0);
  const left = textWidth(frame, setting) - square - caption;
  const term = Math.min(list.grid?.widths[0] ?? 0, left - (words ?? 0));
  if (term < narrowest || list.grid === undefined || drawn.grid === undefined) return below;
  const [, top, , bottom] = list.margin ?? [0, 0, 0, 0];
  const stack: LayoutNode[] = [
    { ...list, grid: { ...list.grid, widths: [term, left - term] }, margin: [0, 0, 0, 0] },
    { ...figure, stack: [{ ...drawn, grid: { ...drawn.grid, widths: [square, caption] }, margin: [0, 0, 0, 0] }] },
  ];
  const beside: LayoutNode = {
    stack,
    grid: { ...evenGrid(2, 2, 0, 0), widths: [left, square + caption] },
    margin: [frame.left, top, frame.right, bottom],
    keepTogether: true,
  };
  const { page } = setting.job.theme;
  const most = textArea(page).height * highest;
  return setting.heightOf([beside], textWidth({ ...frame, left: 0, right: 0 }, setting)) > most ? below : beside;
}

/** Of a page: words that take more of it, each in a narrow column, stand over the code. */
const highest = 0.4;
