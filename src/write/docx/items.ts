/** Lists: items as numbered paragraphs, and the key figures and stops of a way that stand side by side. */

import { type ParagraphChild, TextRun } from 'docx';
import { together } from '../../design/place.ts';
import { undivided } from '../../model/build.ts';
import type { Blocks, List, ListItem, Paragraph } from '../../model/document.ts';
import { descend, plain } from '../../model/walk.ts';
import { type Drawing, disc, rectangle, ring } from '../../theme/lanes.ts';
import type { StyleName, Theme } from '../../theme/theme.ts';
import { abreast, abreastMost, figureScale, figuresOf, isFigure, mostAbreast } from '../abreast.ts';
import { chunks } from './emblems.ts';
import { picture, underFigure } from './figures.ts';
import {
  type Flow,
  type ListPosition,
  type ParagraphFormat,
  paragraphStyle,
  styled,
  type Write,
  within,
} from './flow.ts';
import { insetsOf } from './grounds.ts';
import { runs } from './inlines.ts';
import { appearanceOf, deepest, itemStyle, referenceOf } from './lists.ts';
import { wordWidth } from './measure.ts';
import { artOf, inlineArt } from './pictures.ts';
import { CellRow, type FlowPiece, stacked } from './rows.ts';
import type { ListInstance, Story } from './story.ts';
import { twips } from './units.ts';

/**
 * The first list in an item goes on in the item's own numbering, a level deeper, unless one counts and the other
 * doesn't. Every other list has a numbering of its own.
 */
export function list(node: List, flow: Flow, story: Story, write: Write): FlowPiece[] {
  const { item: outer, ground, words } = flow;
  if (outer === null && (node.look === 'figures' || node.look === 'timeline') && !flow.held)
    return sideBySide(node, flow, story, write);
  const level = outer === null ? 0 : Math.min(outer.level + 1, deepest);
  const goesOn = outer?.firstList === node && outer.list.kind.ordered === node.ordered && outer.level < level;
  const own = goesOn ? outer.list : story.list({ ordered: node.ordered, look: node.look, ground, words });
  return items(node, own, level, flow, story, write).flat();
}

function items(node: List, own: ListInstance, level: number, flow: Flow, story: Story, write: Write): FlowPiece[][] {
  const outer = flow.item;
  // In large print a list of a few items is half a page.
  const whole = outer?.whole ?? (story.theme.large === null && itemsIn(node) <= together.entries);
  const figureSize = figureSizeOf(node, flow, story);
  return node.items.map((child, index) => {
    const last = index === node.items.length - 1;
    const firstList = child.blocks.find((inner): inner is List => inner.type === 'list') ?? null;
    const item: ListPosition = {
      list: own,
      level,
      firstList,
      whole,
      last,
      ends: last && (outer?.ends ?? true),
      figureSize,
    };
    return listItem(child, { ...within(flow, child), item, held: true }, story, write);
  });
}

function itemsIn(node: List): number {
  return descend([node]).reduce((sum, inner) => sum + (inner.type === 'list' ? inner.items.length : 0), 0);
}

/** An item stays with what it holds, and a short list in one piece. After a list comes a paragraph's space. */
function itemFormat(
  node: ListItem,
  { list: own, level, whole, last, ends }: ListPosition,
  story: Story,
): ParagraphFormat {
  const numbering = { reference: referenceOf(own.kind, story.theme), level, instance: own.instance };
  const more = node.blocks.length > 1;
  const keepNext = more || (whole ? !ends : level > 0 && !last);
  if (more || !last) return { numbering, ...(keepNext ? { keepNext } : {}) };
  const after = (ends ? story.theme.styles.body.page.after : 0) + appearanceOf(own.kind, story.theme).gap;
  return { numbering, ...(keepNext ? { keepNext } : {}), spacing: { after: twips(after) } };
}

/** The mark stands before the item's first paragraph or picture; before a list, on a line of its own. */
function listItem(node: ListItem, flow: Flow & { item: ListPosition }, story: Story, write: Write): FlowPiece[] {
  const format = itemFormat(node, flow.item, story);
  const { list: own, level } = flow.item;
  const [first, ...others] = node.blocks;
  const style = itemStyle(own.kind, level, node.look, story.theme);
  const marked = (children: readonly ParagraphChild[]) => styled(style, children, flow, story, format);
  if (first?.type === 'paragraph') {
    const { figureSize } = flow.item;
    const sized = figureSize === null || !isFigure(first) ? {} : { size: figureSize };
    const text = runs(first.children, { lang: first.lang ?? flow.lang, words: flow.words, ...sized }, story);
    return [marked([...stopOf(node, flow, story), ...text]), ...goingOn(node, others, flow, story, write)];
  }
  if (first?.type === 'figure') {
    const under = underFigure(first, within(flow, first), story, write);
    return [marked(picture(first, flow, story)), ...under, ...write(others, flow, story)];
  }
  return [marked([]), ...write(node.blocks, flow, story)];
}

// ---- side by side -----------------------------------------------------------------------------------------------

/** Key figures, or the stops of a way: rows of columns over the width of the page. */
function sideBySide(node: List, flow: Flow, story: Story, write: Write): FlowPiece[] {
  const most = Math.min(node.items.length % 3 === 0 ? 3 : abreastMost, mostAbreast(story.theme));
  const gap = node.look === 'figures' ? story.theme.looks.figures.gap.word : 0;
  const count = abreast(node.items.length, widestWord(node, story), { whole: flow.width, gap, most });
  const width = (flow.width - gap * (count - 1)) / count;
  const look = node.look === 'timeline' ? ('way' as typeof node.look) : node.look;
  const own = story.list({ ordered: node.ordered, look, ground: 'column' });
  const cells = items({ ...node, look }, own, 0, { ...flow, ground: 'column', width, held: true }, story, write);
  const widths = Array.from({ length: count }, () => width);
  const { after } = story.theme.looks.word.row;
  return chunks(cells.map(stacked), count).map((row) => new CellRow(row, widths, count === 1 ? 0 : gap, after));
}

/** The width of the widest word or number in a list; in points. */
function widestWord(node: List, { theme }: Story): number {
  const widths = descend([node]).map((block) => (block.type === 'paragraph' ? widestIn(block, theme) : 0));
  return Math.max(0, ...widths);
}

/** Numbers have no-break spaces in them. */
function widestIn({ look, children }: Paragraph, theme: Theme): number {
  const style = wordStyles[look ?? ''] ?? 'body';
  const words = undivided(plain(children)).split(/[ \-–]/);
  return Math.max(...words.map((word) => wordWidth(word, { style, bold: true, scale: 1 }, theme)));
}

/** In whole half points, rounded down. */
function figureSizeOf(node: List, flow: Flow, story: Story): number | null {
  const figures = figuresOf(node).map((figure) => ({ figure, width: widestIn(figure, story.theme) }));
  const scale = figureScale(figures, widthOf(flow, story), story.job);
  return scale === 1 ? null : Math.floor(story.theme.styles.figure.page.size * scale * 2);
}

const wordStyles: Readonly<Record<string, StyleName>> = {
  figure: 'figure',
  label: 'label',
  small: 'label',
  date: 'date',
  event: 'event',
};

/** The further blocks of an item; the bar for what is done stands between a key figure and its label. */
function goingOn(
  node: ListItem,
  others: Blocks,
  flow: Flow & { item: ListPosition },
  story: Story,
  write: Write,
): FlowPiece[] {
  const [label, ...rest] = others;
  if (flow.item.list.kind.look !== 'figures' || node.share === null || label?.type !== 'paragraph')
    return write(others, flow, story);
  const share = Math.round(Math.min(Math.max(node.share, 0), 1) * 1000) / 1000;
  const width = widthOf(flow, story);
  const inner = within(flow, label);
  const done = drawing(`bar ${width} ${share}`, () => bar(width, share, story.theme), story);
  const children = [done, new TextRun({ break: 1 }), ...runs(label.children, inner, story)];
  const format = rest.length > 0 ? { keepNext: true } : {};
  return [
    styled(paragraphStyle(label, inner, story.theme), children, inner, story, format),
    ...write(rest, flow, story),
  ];
}

/** The stop of an item whose way is drawn, above its words. */
function stopOf(node: ListItem, flow: Flow & { item: ListPosition }, story: Story): ParagraphChild[] {
  if (flow.item.list.kind.look !== 'way') return [];
  const width = widthOf(flow, story);
  const state = stateOf(node);
  const leads = flow.item.last ? 'end' : state === 'done' ? 'done' : 'ahead';
  return [
    drawing(`way ${width} ${state} ${leads}`, () => wayDrawing(width, state, leads, story.theme), story),
    new TextRun({ break: 1 }),
  ];
}

function widthOf(flow: Flow, { theme }: Story): number {
  const { left, right } = insetsOf(theme, flow.ground);
  // A hair less than the column, which also holds the item's mark.
  return Math.round((flow.width - left - right - 0.4) * 100) / 100;
}

function drawing(name: string, draw: () => Drawing, story: Story): ParagraphChild {
  return inlineArt({ subject: name, draw: () => artOf(draw(), story.theme, 4) }, null, story);
}

/** A bar: an outline, filled as far as things are done. */
function bar(width: number, share: number, { looks, roles }: Theme): Drawing {
  const look = looks.figures.bar;
  const height = look.height.word;
  const edge = look.outline?.width.word ?? 0;
  const done = (width - 2 * edge) * share;
  return {
    width,
    height,
    shapes: [
      ...(look.outline === null ? [] : [rectangle(0, 0, width, height, look.outline.color)]),
      rectangle(edge, edge, width - 2 * edge, height - 2 * edge, look.track ?? roles.page),
      ...(done > 0 ? [rectangle(edge, edge, done, height - 2 * edge, look.done)] : []),
    ],
  };
}

type StopState = 'done' | 'today' | 'ahead';

function stateOf(node: ListItem): StopState {
  const look: string | null = node.look;
  return look === 'today' || look === 'ahead' ? look : 'done';
}

/** The way of a timeline: clay to today, whose stop is filled; dashed after it. One stop, and the way to the next. */
function wayDrawing(width: number, state: StopState, leads: StopState | 'end', { looks, roles }: Theme): Drawing {
  const { done, today, ahead } = looks.li;
  const [height, y, stroke] = [20, 10, 4];
  const r = state === 'today' ? 9 : 7;
  const color = { done, today, ahead }[state].color;
  const from = 2 * r;
  const dashes = Array.from({ length: Math.ceil((width - from) / 12) }, (_, i) => from + 4 + i * 12);
  const line =
    leads === 'end'
      ? []
      : leads === 'done'
        ? [rectangle(from - 1, y - stroke / 2, width - from + 1, stroke, done.color)]
        : dashes
            .filter((x) => x < width)
            .map((x) => rectangle(x, y - stroke / 2, Math.min(7, width - x), stroke, ahead.color));
  const stop = state === 'today' ? disc([r, y], r, color) : ring([r, y], r, 3, color, roles.page);
  return { width, height, shapes: [...line, stop] };
}
