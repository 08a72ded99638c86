/** Lists: their structure, and how their looks are drawn on a page. Lengths in points. */
import type { List, ListItem } from '../../../model/document.ts';
import type { ColorName, StyleName } from '../../../theme/theme.ts';
import { abreast, figureScale, isFigure } from '../../abreast.ts';
import type { Slot, StructureElement } from '../tag/structure.ts';
import { breakRuns, type LineShape, type Marker, type Rail } from '../text/inlines.ts';
import { widestWord } from '../text/lines.ts';
import { mm } from '../text/type.ts';
import type { Form } from './form.ts';
import { evenGrid } from './grid.ts';
import type { Node } from './node.ts';
import { scaled } from './runs.ts';
import { blankFrame, type Frame, type Setting } from './setting.ts';
import { textWidth } from './terms.ts';

interface ListLook {
  readonly kind: 'ring' | 'dash' | 'number' | 'none';
  readonly color: ColorName;
  /** Outer diameter of the mark and width of its stroke. */
  readonly diameter: number;
  readonly stroke: number;
  /** From the list's left edge to the text. */
  readonly indent: number;
  readonly rail: boolean;
  readonly text: StyleName;
  /** Between items. */
  readonly gap: number;
  /** Around the list. */
  readonly before: number;
  readonly after: number;
}

const plain: ListLook = {
  kind: 'ring',
  color: 'blue',
  diameter: 2.8 * mm,
  stroke: 0.6 * mm,
  indent: 6 * mm,
  rail: false,
  text: 'body',
  gap: 3.5,
  before: 0,
  after: 9,
};
const looks: Readonly<Record<string, ListLook>> = {
  plain,
  principal: {
    ...plain,
    color: 'clay',
    diameter: 4.8 * mm,
    stroke: 0.9 * mm,
    indent: 8.5 * mm,
    rail: true,
    text: 'strong-item',
    gap: 9,
    before: 2,
    after: 14,
  },
  route: {
    ...plain,
    diameter: 4.2 * mm,
    stroke: 0.85 * mm,
    indent: 7.5 * mm,
    rail: true,
    text: 'strong-item',
    gap: 8,
    after: 12,
  },
  dash: { ...plain, kind: 'dash', diameter: 2.6 * mm, stroke: 0.3 * mm, indent: 4.4 * mm, gap: 1, after: 2 },
  stops: {
    ...plain,
    kind: 'number',
    diameter: 7.6 * mm,
    stroke: 0.8 * mm,
    indent: 12 * mm,
    rail: true,
    text: 'strong-item',
    gap: 9,
    before: 4,
    after: 8,
  },
  // What paper says of links; no template asks for it.
  addresses: { ...plain, text: 'small', gap: 2 },
  links: { ...plain, kind: 'none', indent: 0, text: 'small', gap: 8, before: 4 },
};

/** On the panels of a folded sheet, where columns are half as wide. */
const panelLooks: Readonly<Record<string, Partial<ListLook>>> = {
  plain: { indent: 4.7 * mm, gap: 2.4, after: 6 },
  principal: { indent: 8 * mm, after: 12 },
  route: { indent: 7 * mm, gap: 4.5, after: 8 },
  dash: { indent: 4 * mm, gap: 0.3, after: 1 },
  stops: { gap: 14, before: 6 },
};

/** The drawing of a list's look; an ordered list shows its numbers unless its look says more. */
function listLook(asked: string | null, ordered: boolean, { name: form }: Form): ListLook {
  const name = asked ?? (ordered ? 'stops' : 'plain');
  const look = { ...(looks[name] ?? plain), ...(form === 'panels' ? panelLooks[name] : {}) };
  return ordered && look.kind !== 'number' ? { ...look, kind: 'number', diameter: 5.4 * mm, indent: 8.5 * mm } : look;
}

/** What the items of one list share. */
interface Items {
  readonly list: List;
  readonly look: ListLook;
  readonly rail: Rail | null;
  readonly element: StructureElement;
  readonly frame: Frame;
}

export function setList(list: List, level: number, parent: StructureElement, frame: Frame, setting: Setting): Node {
  if (list.look === 'figures' || list.look === 'timeline') return setRow(list, level, parent, frame, setting);
  const look = listLook(list.look, list.ordered, setting.form);
  const attributes = [{ O: 'List', ListNumbering: numbering(list, look) }];
  const element = parent.add('L', { lang: list.lang ?? undefined, attributes });
  const rail = look.rail
    ? { color: setting.type.color(frame.ground === 'field' ? 'mid' : 'rail'), width: look.stroke }
    : null;
  const items: Items = { list, look, rail, element, frame };
  return {
    stack: list.items.map((item, index) => setItem(item, index, level, items, setting)),
    margin: [frame.left, look.before, frame.right, Math.max(0, look.after - look.gap)],
    keepTogether: look.rail,
  };
}

/** What the labels say, whatever is drawn for them (ISO 32000-2, table 382): a dash is none of the bullets that have names. */
function numbering(list: List, look: ListLook): string {
  if (list.ordered) return 'Decimal';
  return look.kind === 'none' ? 'None' : look.kind === 'dash' ? 'Unordered' : 'Disc';
}

function setItem(item: ListItem, index: number, level: number, items: Items, setting: Setting): Node {
  const { list, look, frame } = items;
  const element = items.element.add('LI', { lang: item.lang ?? undefined });
  const marker = look.kind === 'none' ? null : markerOf(item, index, items, element, setting);
  const body = element.add('LBody');
  const inner: Frame = {
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
  const kept = first !== undefined && rest.length > 0 ? [{ ...first, keepWithNext: true }, ...rest] : blocks;
  const node: Node = { stack: kept, margin: [look.indent, 0, 0, look.gap] };
  return marker === null ? node : { ...node, marker };
}

function markerOf(item: ListItem, index: number, items: Items, element: StructureElement, { type }: Setting): Marker {
  const { list, look, rail, frame } = items;
  const focus = item.look === 'focus';
  const onField = frame.ground === 'field';
  return {
    kind: look.kind === 'number' ? 'number' : look.kind === 'dash' ? 'dash' : focus ? 'disc' : 'ring',
    label: list.ordered ? `${index + 1}` : look.kind === 'dash' ? '–' : '•',
    slot: element.add('Lbl').slot(),
    color: type.color(onField ? 'clayL' : focus ? 'clay' : look.color),
    ground: type.color(frame.ground),
    style: type.style(look.kind === 'number' ? 'stop' : look.text, onField ? { color: 'white' } : {}),
    radius: (look.diameter - look.stroke) / 2,
    stroke: look.stroke,
    offset: look.indent - look.diameter / 2,
    rail,
  };
}

/** Key figures, or the stops of a timeline: items side by side over the page's whole text width. */
function setRow(list: List, level: number, parent: StructureElement, frame: Frame, setting: Setting): Node {
  const numbering = list.ordered ? 'Decimal' : 'None';
  const attributes = [{ O: 'List', ListNumbering: numbering }];
  const element = parent.add('L', { lang: list.lang ?? undefined, attributes });
  const inColumn = frame.left === setting.job.theme.page.rail;
  const outer = inColumn ? { ...frame, left: 0, right: 0 } : frame;
  const timeline = list.look === 'timeline';
  const gap = (timeline ? 4 : 8) * mm;
  const entries = list.items.map((item) => {
    const entry = element.add('LI', { lang: item.lang ?? undefined });
    const label = list.ordered ? entry.add('Lbl').slot() : null;
    const body = entry.add('LBody');
    const inner: Frame = { ...blankFrame(item.lang ?? frame.lang), ground: frame.ground, tight: true };
    return { item, label, blocks: item.blocks.map((block) => setting.block(block, level, body, inner)) };
  });
  const whole = textWidth(outer, setting);
  const widest = leastWidth(entries.flatMap(({ blocks }) => blocks));
  const across = abreast(entries.length, widest, { whole, gap });
  const width = (whole - gap * (across - 1)) / across;
  const fitted = fitFigures(list, entries, width, setting);
  const stack = entries.map(({ item, label }, index): Node => {
    const blocks = fitted[index] ?? [];
    const node: Node = timeline
      ? {
          stack: blocks,
          margin: [0, 10 * mm, 0, 4],
          shape: stopShape(list, index, { length: width + gap, across }, setting),
        }
      : { stack: blocks.map((block, i) => withProgress(block, i, item, width, setting)), margin: [0, 4, 0, 10] };
    return label === null ? node : { ...node, marker: bareMarker(`${index + 1}`, label, setting) };
  });
  const grid = evenGrid(stack.length, across, width, gap);
  return { stack, grid, margin: [outer.left, 4, outer.right, 6], keepTogether: true };
}

/** The blocks of each entry, key figures that are too wide for their column set smaller. */
function fitFigures(
  { look }: List,
  entries: readonly { readonly item: ListItem; readonly blocks: readonly Node[] }[],
  width: number,
  { job }: Setting,
): readonly Node[][] {
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

function smaller(node: Node, scale: number): Node {
  if (!('runs' in node) || scale > 0.999) return node;
  return { ...node, runs: node.runs.map((run) => ({ ...run, style: scaled(run.style, scale) })) };
}

/** The width of the widest word or number in nodes. */
function leastWidth(nodes: readonly Node[]): number {
  const widths = nodes.map((node) => {
    if ('runs' in node) return widestWord(breakRuns(node.runs, node.lang));
    return 'stack' in node ? leastWidth(node.stack) + (node.margin?.[0] ?? 0) : 0;
  });
  return Math.max(0, ...widths);
}

/** Under a key figure, before what it counts, the bar of what is done. */
function withProgress(node: Node, index: number, item: ListItem, width: number, { type }: Setting): Node {
  if (index !== 1 || item.share === null) return node;
  const shape = {
    kind: 'progress',
    share: item.share,
    width,
    color: type.color('blue'),
    line: type.color('line'),
  } as const;
  return { ...node, margin: [0, 5 * mm, 0, 0], shape };
}

function stopShape(
  list: List,
  index: number,
  { length, across }: { length: number; across: number },
  { type }: Setting,
): LineShape {
  const look = list.items[index]?.look ?? null;
  const last = index === list.items.length - 1 || (index + 1) % across === 0;
  const ahead = look === 'ahead';
  const dashed = ahead || look === 'today';
  const lane = last ? null : { color: type.color(dashed ? 'line' : 'clay'), length, dashed };
  return { kind: 'stop', filled: look === 'today', color: type.color(ahead ? 'line' : 'clay'), lane };
}

/** A label that is read and copied but has no drawing of its own. */
function bareMarker(label: string, slot: Slot, { type }: Setting): Marker {
  const style = type.style('small');
  return {
    kind: 'bare',
    label,
    slot,
    color: type.color('ink'),
    ground: type.color('paper'),
    style,
    radius: 0,
    stroke: 0,
    offset: 0,
    rail: null,
  };
}
