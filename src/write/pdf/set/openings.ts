/** What parts begin under. */
import type { Opening } from '../../../theme/looks.ts';
import type { LayoutNode } from './node.ts';
import type { SetContext } from './setting.ts';

/** The rule and the bar that a part begins under, as a part of the column; nothing where its look has none. */
export function opened(
  opening: Opening | null,
  { type }: SetContext,
  { before = 0, collapses = false }: { readonly before?: number; readonly collapses?: boolean } = {},
): LayoutNode[] {
  if (opening === null) return [];
  const { rule, bar, room } = opening;
  const lines = {
    rule: { color: type.color(rule.color), thickness: rule.width.page },
    bar: bar && { color: type.color(bar.color), thickness: bar.width.page, length: bar.length.page },
  };
  return [
    {
      stack: [],
      opening: { ...lines, collapses },
      margin: [0, before, 0, room.page],
      topMargin: 0,
      keepWithNext: true,
    },
  ];
}
