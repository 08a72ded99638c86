/** Terms and quotes, and parts side by side. */

import { type FileChild, Paragraph, type ParagraphChild, Tab, TextRun } from 'docx';
import { designOf } from '../../design/design.ts';
import { sharedWidths } from '../../design/parts.ts';
import { onPage, together } from '../../design/place.ts';
import type { Blocks, Columns, Inlines, Quote, Terms, Paragraph as Text } from '../../model/document.ts';
import { descend, plain } from '../../model/walk.ts';
import { lookIn } from '../../theme/theme.ts';
import { mostAbreast } from '../abreast.ts';
import { type Flow, type ListPosition, type ParagraphFormat, styled, type Write, within } from './flow.ts';
import { type RunFormat, runs } from './inlines.ts';
import { continuedStyle } from './lists.ts';
import { wordWidth } from './measure.ts';
import { isHigh, roomOf } from './room.ts';
import { blank, CellRow, type FlowPiece, keptWithNext, stacked } from './rows.ts';
import type { Story } from './story.ts';
import { twips } from './units.ts';

export function quote(node: Quote, flow: Flow, story: Story, write: Write): FlowPiece[] {
  const words = write(node.blocks, { ...flow, text: flow.text ?? 'IntenseQuote', held: true }, story);
  if (node.source === null) return words;
  const style = flow.item === null ? 'QuoteSource' : continuedStyle(flow.item.level);
  return [...words, styled(style, runs(node.source, flow, story), flow, story)];
}

/**
 * A term and what it means are one paragraph, the term hanging; further paragraphs stand under the first, and so does all where
 * the term is wider than its column. So few terms as make one thing stay on one page.
 */
export function terms(node: Terms, flow: Flow, format: ParagraphFormat, story: Story, write: Write): FlowPiece[] {
  if (node.look === 'cover' && flow.cover) return coverTerms(node, flow, story, write);
  if (flow.item !== null) return termsInItem(node, flow.item, flow, story, write);
  const style = node.look === 'abbreviations' ? 'Abbreviations' : 'Terms';
  const short = node.items.length <= together.entries && !isHigh(node, flow.width, story.theme);
  const before = node.items.length - 2;
  return node.items.flatMap(({ term, details }, index): FlowPiece[] => {
    const last = index === node.items.length - 1;
    const ending = { ...format, spacing: { after: twips(story.theme.looks.word.terms.after) } };
    // Of those that may go on over a page none is alone.
    const own = last ? ending : short || index === 0 || index === before ? { keepNext: true } : {};
    return under({ term, details }, { style, term: { strong: true }, format: own }, flow, story, write);
  });
}

type Entry = Terms['items'][number];

/** A term beside what it means, or above it; paragraphs after the first are in the column of the first. */
function under({ term, details }: Entry, look: TermFormat, flow: Flow, story: Story, write: Write): FlowPiece[] {
  const { theme } = story;
  const { style, format } = look;
  const { details: type, width } = lookIn(theme.looks.dl, style === 'Abbreviations' ? 'abbreviations' : 'facts');
  // At least a space is between the two.
  const isWide = wordWidth(`${plain(term)} `, { style: type, bold: true, scale: 1 }, theme) > width.word;
  const [meaning, rest] = isWide ? [null, details] : parted(details);
  const more = { ...tight, ...(format.keepNext === true ? { keepNext: true } : {}) };
  const opening = rest.length === 0 ? format : meaning === null ? kept : more;
  return [
    termLine(term, meaning, { ...look, format: opening }, flow, story),
    ...rest.flatMap((block, index): FlowPiece[] => {
      if (block.type !== 'paragraph') return write([block], { ...flow, text: 'BodyText', held: true }, story);
      const own = index === rest.length - 1 ? format : more;
      return [styled(`${style}Continue`, runs(block.children, within(flow, block), story), flow, story, own)];
    }),
  ];
}

/** What belongs to one term is closer than one term to the next; a term above what it means stays with it. */
const tight = { spacing: { after: 0 } } as const;
const kept = { ...tight, keepNext: true } as const;

/** The style of the paragraph, what the term has of its own, and what this paragraph has. */
interface TermFormat {
  readonly style: string;
  readonly term: Pick<RunFormat, 'strong' | 'style'>;
  readonly format: ParagraphFormat;
}

/** The paragraph that may stand beside a term, and the other blocks. */
function parted(details: Blocks): readonly [Text | null, Blocks] {
  const [first, ...others] = details;
  return first?.type === 'paragraph' ? [first, others] : [null, details];
}

/** A term, and after a tab what it means. */
function termLine(term: Inlines, meaning: Text | null, look: TermFormat, flow: Flow, story: Story): FlowPiece {
  const words: ParagraphChild[] = runs(term, { ...flow, ...look.term }, story);
  const tab = new TextRun({ children: [new Tab()] });
  const rest = meaning === null ? [] : [tab, ...runs(meaning.children, within(flow, meaning), story)];
  return styled(look.style, [...words, ...rest], flow, story, look.format);
}

/** In a list item every paragraph says by its style that it goes on with the item. */
function termsInItem(node: Terms, { level }: ListPosition, flow: Flow, story: Story, write: Write): FlowPiece[] {
  return node.items.flatMap(({ term, details }) => [
    styled(continuedStyle(level), runs(term, { ...flow, strong: true }, story), flow, story, { keepNext: true }),
    ...write(details, flow, story),
  ]);
}

/** As many facts of a cover as stand side by side. */
const coverMost = 3;

/** On a cover each fact is a column under a rule, or a line between rules. */
function coverTerms(node: Terms, flow: Flow, story: Story, write: Write): FlowPiece[] {
  if (designOf(node, onPage, story.theme).arrangement === 'rows')
    return node.items.flatMap(({ term, details }) => {
      const [meaning, rest] = parted(details);
      const look = { style: 'CoverFacts', term: { style: 'FactTerm' }, format: {} };
      const line = termLine(term, meaning, look, flow, story);
      return [line, ...write(rest, { ...flow, text: 'BodyText', held: true }, story)];
    });
  const gap = lookIn(story.theme.looks.dl, 'cover').gap.word;
  const cells = node.items.map(({ term, details }) => [
    styled('CoverTerm', runs(term, flow, story), flow, story),
    ...stacked(write(details, { ...flow, text: 'CoverDetails', held: true }, story)),
  ]);
  const count = Math.min(cells.length, coverMost, mostAbreast(story.theme));
  const width = (flow.width - gap * (coverMost - 1)) / coverMost;
  const rows = Array.from({ length: Math.ceil(cells.length / count) }, (_, row) =>
    cells.slice(row * count, (row + 1) * count),
  );
  return rows.map(
    (row) => new CellRow(row, columnWidths(count, width, gap, flow.width), gap, story.theme.looks.word.row.after),
  );
}

/** Equal widths, the last one as wide as the rest of the page. */
function columnWidths(count: number, width: number, gap: number, whole: number): number[] {
  return Array.from({ length: count }, (_, i) => (i < count - 1 ? width : whole - i * (width + gap)));
}

/** Text of this length in one column may run over a page: the columns stand one after the other then. */
const longest = 1800;

/** Word's columns take the whole width of the page, as tables do. */
export function columns(node: Columns, flow: Flow, story: Story, write: Write): FlowPiece[] {
  const inner = within(flow, node);
  const long = node.columns.some((blocks) => lengthOf(blocks) > longest);
  if (flow.held || flow.ground !== null || long || node.columns.length === 1)
    return node.columns.flatMap((blocks) => write(blocks, inner, story));
  const count = node.columns.length;
  const { gap, shares } = designOf(node, onPage, story.theme);
  const width = (flow.width - gap.word * (count - 1)) / count;
  const widths =
    shares === null ? columnWidths(count, width, gap.word, flow.width) : sharedWidths(shares, flow.width, gap.word);
  const first = widths.length - count;
  const rooms = node.columns.map((blocks, index) => {
    const tables = blocks.flatMap((block) => (block.type === 'chart' ? [block.table] : []));
    return roomOf([...blocks, ...tables], widths[first + index] ?? width, story.theme);
  });
  const cells = node.columns.map((blocks, index) => {
    const cell: Flow = { ...inner, ground: 'column', width: widths[first + index] ?? width, held: true };
    return chained(stacked(write(blocks, cell, story)), index === 0 ? lowerBy(node, rooms) : 0);
  });
  return [new CellRow(cells, [...widths], gap.word, story.theme.looks.word.row.after)];
}

/** What stands in a column, kept together: what does not fit on its page would go on in the next column there. */
function chained(cell: readonly FileChild[], lower: number): FileChild[] {
  const whole = lower === 0 ? cell : [...cell, blank(lower)];
  return whole.map((child, index) => (index < whole.length - 1 && !isCaption(child) ? keptWithNext(child) : child));
}

/** Under a picture: one that is kept with the next goes on in it (`figures.ts`). */
function isCaption(child: FileChild): boolean {
  return child instanceof Paragraph && /Caption/.test(child.options.style ?? '');
}

/**
 * By how much the first column must be lower, so that it goes to the next page with another that needs more room: one with a chart,
 * a table or a picture, which would be torn.
 */
function lowerBy({ columns: all }: Columns, [first = 0, ...others]: readonly number[]): number {
  const lacks = others.map((room, index) => (room - first) * sureOf(all[index + 1] ?? []));
  const by = Math.max(0, ...lacks);
  return by < worthLower ? 0 : by;
}

/**
 * How much of what is estimated is sure. Charts and tables have all heights: room for less is no harm, and for more it would be white;
 * the heights of pictures are known. Text alone may go on over a page.
 */
function sureOf(column: Blocks): number {
  const has = (...types: readonly string[]) => column.some(({ type }) => types.includes(type));
  return has('chart', 'table') ? 0.5 : has('figure') ? 1 : 0;
}
const worthLower = 40;

function lengthOf(blocks: Columns['columns'][number]): number {
  return descend(blocks).reduce(
    (sum, block) =>
      sum + (block.type === 'paragraph' ? plain(block.children).length : block.type === 'table' ? 400 : 0),
    0,
  );
}
