/** Lists: their structure, and how their looks are drawn on a page. Lengths in points. */
import { designOf } from '../../../design/design.ts';
import type { ListDesign } from '../../../design/lists.ts';
import type { List, ListItem } from '../../../model/document.ts';
import type { ColorName, StyleName, Theme } from '../../../theme/theme.ts';
import { abreast, mostAbreast } from '../../abreast.ts';
import type { Slot, StructureElement } from '../tag/structure.ts';
import type { LineShape, Marker, Rail } from '../text/inlines.ts';
import { evenGrid } from './grid.ts';
import { fitFigures, leastWidth, withProgress } from './key-figures.ts';
import { partingBefore } from './list-parting.ts';
import type { LayoutNode } from './node.ts';
import { blankFrame, type Inset, placeOf, type SetContext, styleOf } from './setting.ts';
import { textWidth } from './terms.ts';

/** How a list is drawn on the form that it stands on. Lengths in points. */
interface ListLook {
  readonly kind: Theme['looks']['ul']['plain']['mark']['kind']['page'] | 'disc';
  /** Outer diameter of the mark and width of its stroke. */
  readonly diameter: number;
  readonly stroke: number;
  /** From the list's left edge to the text. */
  readonly indent: number;
  readonly rail: { readonly color: ColorName; readonly width: number } | null;
  readonly text: StyleName;
  /** Between items. */
  readonly gap: number;
  /** Around the list. */
  readonly before: number;
  readonly after: number;
}

/** The drawing of a list's look. */
function listLook({ look }: List, design: ListDesign, { form, job }: SetContext): ListLook {
  const { mark, style, panel, ...measures } = design.look;
  const { rail } = design;
  const { before } = measures;
  return {
    // A ring of no stroke is a disc.
    kind: mark.kind.page === 'ring' && mark.stroke.page === 0 ? 'disc' : mark.kind.page,
    diameter: mark.size.page,
    stroke: mark.stroke.page,
    indent: measures.indent.page,
    rail: rail === null ? null : { color: rail.color, width: rail.width.page },
    text: style.page,
    gap: measures.gap.page,
    ...{ before, after: measures.after.page },
    ...(form.name === 'panels' ? given(panel) : {}),
    ...(look === 'addresses' ? job.theme.looks.addresses : {}),
  };
}

/** The fields of a look that are said. */
function given<T extends object>(fields: T): { readonly [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}

/** What the items of one list share. */
interface Items {
  readonly list: List;
  readonly look: ListLook;
  readonly design: ListDesign;
  readonly rail: Rail | null;
  readonly element: StructureElement;
  readonly frame: Inset;
}

export function setList(
  list: List,
  level: number,
  parent: StructureElement,
  frame: Inset,
  setting: SetContext,
): LayoutNode {
  const design = designOf(list, placeOf(frame, level), setting.job.theme);
  if (design.row !== null) return setRow(list, level, parent, frame, design, setting);
  const look = listLook(list, design, setting);
  const attributes = [{ O: 'List', ListNumbering: numbering(list, look) }];
  const element = parent.add('L', { lang: list.lang ?? undefined, attributes });
  const rail = look.rail && {
    color: setting.type.color(look.rail.color),
    width: look.rail.width,
  };
  const items: Items = { list, look, design, rail, element, frame };
  return {
    stack: list.items.map((item, index) => setItem(item, index, level, items, setting)),
    margin: [frame.left, look.before, frame.right, Math.max(0, look.after - look.gap)],
    keepTogether: look.rail !== null,
  };
}

/** What the labels say, whatever is drawn for them (ISO 32000-2, table 382): a dash is none of the bullets that have names. */
function numbering(list: List, look: ListLook): string {
  if (list.ordered) return 'Decimal';
  return look.kind === 'none' ? 'None' : look.kind === 'dash' ? 'Unordered' : 'Disc';
}

function setItem(item: ListItem, index: number, level: number, items: Items, setting: SetContext): LayoutNode {
  const { list, look, frame } = items;
  const element = items.element.add('LI', { lang: item.lang ?? undefined });
  const marker = look.kind === 'none' ? null : markerOf(item, index, items, element, setting);
  const body = element.add('LBody');
  const inner: Inset = {
    ...frame,
    left: 0,
    right: 0,
    width: textWidth(frame, setting) - look.indent,
    text: look.text,
    lang: item.lang ?? frame.lang,
    tight: true,
    entries: list.look === 'links',
  };
  const blocks = item.blocks.map((block) => setting.block(block, level, body, inner));
  const [first, ...rest] = blocks;
  const all = first !== undefined && rest.length > 0 ? [{ ...first, keepWithNext: true }, ...rest] : blocks;
  const kept =
    item.blocks.at(-1)?.type === 'list' ? all.map((node, at) => (at < all.length - 1 ? node : ended(node))) : all;
  const parting = partingBefore(list, index, setting.job.theme.large !== null);
  const node: LayoutNode = { stack: kept, margin: [look.indent, 0, 0, look.gap], parting };
  return marker === null ? node : { ...node, marker };
}

/** A list without the room under it and its last item: the item that it ends has such room of its own. */
function ended(node: LayoutNode): LayoutNode {
  const [left, top, right] = node.margin ?? [0, 0, 0, 0];
  const flush = { ...node, margin: [left, top, right, 0] as const };
  const last = 'stack' in flush ? flush.stack.at(-1) : undefined;
  return 'stack' in flush && last !== undefined
    ? { ...flush, stack: [...flush.stack.slice(0, -1), ended(last)] }
    : flush;
}

function markerOf(
  item: ListItem,
  index: number,
  items: Items,
  element: StructureElement,
  { type }: SetContext,
): Marker {
  const { list, look, design, rail, frame } = items;
  const focus = item.look === 'focus';
  const mark = design.mark(item.look, 'page');
  const label = list.ordered ? `${index + 1}` : look.kind === 'dash' ? '–' : '•';
  return {
    kind: focus && look.kind === 'ring' ? 'disc' : look.kind === 'none' ? 'bare' : look.kind,
    label,
    slot: element.add('Lbl').slot(label),
    color: type.color(mark.color),
    ground: type.color(frame.ground),
    style: styleOf(mark.number, type),
    radius: (look.diameter - look.stroke) / 2,
    stroke: look.stroke,
    offset: look.indent - look.diameter / 2,
    rail,
  };
}

/** Key figures, or the stops of a timeline: items side by side over the page's whole text width. */
function setRow(
  list: List,
  level: number,
  parent: StructureElement,
  frame: Inset,
  design: ListDesign,
  setting: SetContext,
): LayoutNode {
  const numbering = list.ordered ? 'Decimal' : 'None';
  const attributes = [{ O: 'List', ListNumbering: numbering }];
  const element = parent.add('L', { lang: list.lang ?? undefined, attributes });
  const inColumn = frame.left === setting.job.theme.page.rail;
  const outer = inColumn ? { ...frame, left: 0, right: 0 } : frame;
  const timeline = list.look === 'timeline';
  const { looks } = setting.job.theme;
  const { row: around } = looks.paged;
  const gap = timeline ? looks.timeline.gap : looks.figures.gap.page;
  const entries = list.items.map((item, index) => {
    const entry = element.add('LI', { lang: item.lang ?? undefined });
    const label = list.ordered ? entry.add('Lbl').slot(`${index + 1}`) : null;
    const body = entry.add('LBody');
    const inner: Inset = {
      ...blankFrame(item.lang ?? frame.lang, setting.job.theme),
      ...{ ground: frame.ground, onField: frame.onField, tight: true },
    };
    return { item, label, blocks: item.blocks.map((block) => setting.block(block, level, body, inner)) };
  });
  const whole = textWidth(outer, setting);
  const widest = leastWidth(entries.flatMap(({ blocks }) => blocks));
  const across = abreast(entries.length, widest, { whole, gap, most: mostAbreast(setting.job.theme) });
  const width = (whole - gap * (across - 1)) / across;
  const fitted = fitFigures(list, entries, width, setting);
  const stack = entries.map(({ item, label }, index): LayoutNode => {
    const blocks = fitted[index] ?? [];
    const node: LayoutNode = timeline
      ? {
          stack: blocks,
          margin: [0, looks.timeline.room, 0, looks.timeline.after],
          shape: stopShape(list, index, { length: width + gap, across, ground: frame.ground }, design, setting),
        }
      : {
          stack: blocks.map((block, i) => withProgress(block, i, item, width, design, setting)),
          margin: [0, around.above, 0, around.below],
        };
    return label === null ? node : { ...node, marker: bareMarker(`${index + 1}`, label, setting) };
  });
  const grid = evenGrid(stack.length, across, width, gap);
  return { stack, grid, margin: [outer.left, around.before, outer.right, around.after], keepTogether: true };
}

function stopShape(
  list: List,
  index: number,
  { length, across, ground: around }: { length: number; across: number; ground: ColorName },
  { stops }: ListDesign,
  { type }: SetContext,
): LineShape {
  const { timeline } = type.theme.looks;
  const name = list.items[index]?.look ?? null;
  const look = name === 'ahead' ? stops.ahead : name === 'today' ? stops.today : stops.done;
  const last = index === list.items.length - 1 || (index + 1) % across === 0;
  const { color, filled, dashed } = look;
  const lane = last
    ? null
    : { color: type.color(dashed ? stops.ahead.color : color), length, dashed, dash: timeline.dash };
  const { radius, stroke, inset, above } = timeline;
  const ground = type.color(around);
  return { kind: 'stop', filled, color: type.color(color), ground, lane, radius, stroke, inset, above };
}

/** A label that is read and copied but has no drawing of its own. */
function bareMarker(label: string, slot: Slot, { type }: SetContext): Marker {
  const style = type.style('small');
  return {
    kind: 'bare',
    label,
    slot,
    color: type.color(type.theme.roles.text),
    ground: type.color(type.theme.roles.page),
    style,
    radius: 0,
    stroke: 0,
    offset: 0,
    rail: null,
  };
}
