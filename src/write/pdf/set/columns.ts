/** Parts side by side. */
import { designOf } from '../../../design/design.ts';
import { designColumns, sharedWidths } from '../../../design/parts.ts';
import type { Columns } from '../../../model/document.ts';
import type { Theme } from '../../../theme/theme.ts';
import type { StructureElement } from '../tag/structure.ts';
import type { Form } from './form.ts';
import { evenGrid, plainRow } from './grid.ts';
import type { LayoutNode } from './node.ts';
import { blankFrame, type Inset, placeOf, type SetContext } from './setting.ts';
import { textWidth } from './terms.ts';

/** The width of each of `count` columns that share `whole` points. */
export function columnWidth(whole: number, count: number, { looks }: Pick<Theme, 'looks'>): number {
  return (whole - looks.columns.gap.page * (count - 1)) / count;
}

/** Sizes of running text: in narrower columns of a panel words are divided and addresses torn. They stand one under the other there. */
const narrowest = 16;

function isStacked({ look, columns }: Columns, whole: number, form: Form['name'], theme: Theme): boolean {
  if (form !== 'panels' || designColumns(look, theme).rule !== null) return false;
  return columnWidth(whole, columns.length, theme) < narrowest * theme.styles.body.page.size;
}

/** The width of each of the parts that share `whole` points, or have all of it one under the other. */
export function partWidth(columns: Columns, whole: number, form: Form['name'], theme: Theme): number {
  return isStacked(columns, whole, form, theme) ? whole : columnWidth(whole, columns.columns.length, theme);
}

export function setColumns(
  columns: Columns,
  level: number,
  parent: StructureElement,
  frame: Inset,
  setting: SetContext,
): LayoutNode {
  // Side by side they take the page's whole text width, like tables.
  const { page } = setting.job.theme;
  const inColumn = frame.left === page.rail;
  const outer = inColumn ? { ...frame, left: 0, right: 0 } : frame;
  const { theme } = setting.job;
  const { gap, shares, rule } = designOf(columns, placeOf(frame), theme);
  const { columns: around, idea } = theme.looks.paged;
  const whole = textWidth(outer, setting);
  const count = columns.columns.length;
  const widths =
    shares === null
      ? columns.columns.map(() => columnWidth(whole, count, theme))
      : sharedWidths(shares, whole, gap.page);
  // Words without a picture stand where those with one do.
  const first = widths.length - count;
  const element = columns.lang === null ? parent : parent.add('Sect', { lang: columns.lang });
  const under = isStacked(columns, whole, setting.form.name, theme);
  const stack: LayoutNode[] = columns.columns.map((blocks, index) => {
    const inner: Inset = {
      ...blankFrame(columns.lang ?? frame.lang, theme),
      ...{ ground: frame.ground, onField: frame.onField, width: under ? whole : (widths[first + index] ?? whole) },
    };
    return { stack: blocks.map((block) => setting.block(block, level, element, inner)) };
  });
  if (under) return { stack: stack.flatMap((node, index) => (index === 0 ? [node] : lowered(node, gap.page))) };
  if (rule === null) {
    const grid = evenGrid(stack.length, stack.length, widths[0] ?? whole, gap.page);
    return { stack, grid, margin: [outer.left, around.before, outer.right, around.after], tearable: true };
  }
  const cells = stack.map((_, child) => ({ child, column: first + child, columnSpan: 1, rowSpan: 1 }));
  const ruleAbove = { color: setting.type.color(rule.color), thickness: rule.width.page };
  return {
    stack: stack.map((node) => ({ stack: [node], margin: [0, idea.above, 0, idea.below] })),
    grid: { widths, gap: gap.page, rows: [{ ...plainRow, ruleAbove, cells }], headRows: 0 },
    margin: [outer.left, 0, outer.right, 0],
    keepTogether: true,
  };
}

/** Under what stands before it, which it may be parted from: at the top of a panel it has no room above. */
function lowered(node: LayoutNode, by: number): LayoutNode[] {
  const [first, ...rest] = 'stack' in node ? node.stack : [node];
  if (first === undefined) return [];
  const [left, top, right, bottom] = first.margin ?? [0, 0, 0, 0];
  return [{ ...first, margin: [left, top + by, right, bottom], topMargin: first.topMargin ?? top }, ...rest];
}
