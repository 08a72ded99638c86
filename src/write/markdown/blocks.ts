/** Blocks as Markdown, each with its lines; what stands in another is indented or marked by it. */
import type {
  Aside,
  Block,
  Blocks,
  Captioned,
  Chart,
  Contents,
  Figure,
  Id,
  Inlines,
  List,
  Said,
  Section,
  Terms,
  Words,
} from '../../model/document.ts';
import { isComposed, madeOf } from '../../model/kinds.ts';
import { shown } from '../../model/nodes.ts';
import type { Picture } from '../../model/picture.ts';
import { plain } from '../../model/walk.ts';
import { escapeXml } from '../../text.ts';
import { escapeAddress, escapeText } from './escape.ts';
import { inPlace, setLine, setLines } from './inlines.ts';
import { inside, type MarkdownSetting } from './setting.ts';
import { setTable } from './table.ts';

/** Blocks, none of them empty; see `together`. */
export function setBlocks(all: Blocks, setting: MarkdownSetting): readonly string[] {
  return all.flatMap((block) => setBlock(block, inside(block, setting)).filter((text) => text !== ''));
}

const opensList = /^(?:-|\d+\.)(?: |$)|^<!-- contents -->$/;

/** Blocks with an empty line between them; two lists with a comment, for one behind the other they would be one. */
export function together(blocks: readonly string[]): string {
  return blocks
    .map((block, index) => {
      if (index === 0) return block;
      const isList = (text: string) => opensList.test(text.split('\n', 1)[0] ?? '');
      return `\n\n${isList(block) && isList(blocks[index - 1] ?? '') ? '<!-- -->\n\n' : ''}${block}`;
    })
    .join('');
}

function setBlock(block: Block, setting: MarkdownSetting): readonly string[] {
  if (isComposed(block)) return setBlocks(madeOf(block, setting.document.lang), setting);
  switch (block.type) {
    case 'section':
      return setSection(block, { ...setting, sections: setting.sections + 1 });
    case 'paragraph':
      return [setLines(block.children, setting)];
    case 'list':
      return [setList(block, setting)];
    case 'terms':
      return [setTerms(block, setting)];
    case 'aside':
      return [setQuoted([...nameOf(block, setting), ...setBlocks(block.blocks, setting)])];
    case 'quote':
      return [setQuoted([...setBlocks(block.blocks, setting), ...optional(block.source, setting)])];
    case 'figure':
      return setFigure(block, setting);
    case 'table':
      return [
        setCaption(block, block.summary, setting),
        setTable(block, setting, setBlocks),
        ...optional(block.source, setting),
      ];
    case 'chart':
      return setChart(block, setting);
    case 'contents':
      return setContents(block, setting);
    default:
      return block satisfies never;
  }
}

export function setHeading(words: string, level: number): string {
  return `${'#'.repeat(Math.min(level, 6))} ${words}`;
}

function setSection(section: Section, setting: MarkdownSetting): readonly string[] {
  const { id, number, title, blocks } = section;
  const words = `${anchor(id.value, setting)}${setLine(counted(number, title, section), setting)}`;
  return [setHeading(words, setting.sections + 1), ...setBlocks(blocks, setting)];
}

/** Words behind the number of what they stand over. */
function counted(number: Words | null, words: Inlines, place: Base): Inlines {
  return number === null ? words : [textAt(place, `${number} `), ...words];
}

type Base = Pick<Block, 'at' | 'from'>;

/** Words of ours as a text of the tree. */
function textAt({ at, from }: Base, value: string): Inlines[number] {
  return { type: 'text', value, at, from, lang: null };
}

/** What links lead to, where programs make nothing of the words that they could lead to. */
function anchor(id: Id | null, { place }: MarkdownSetting): string {
  const found = id === null ? null : place(id);
  return found?.anchored === true ? `<a id="${escapeXml(found.name)}"></a>` : '';
}

const optional = (words: Inlines | null, setting: MarkdownSetting): string[] =>
  words === null ? [] : [setLines(words, setting)];

/** The first line behind a mark, the others as far in as it is wide. */
function marked(mark: string, blocks: readonly string[]): string {
  const lines = together(blocks).split('\n');
  const indent = ' '.repeat(mark.length + 1);
  return lines
    .map((line, index) => (index === 0 ? `${mark} ${line}`.trimEnd() : line === '' ? '' : indent + line))
    .join('\n');
}

function setList({ ordered, items }: List, setting: MarkdownSetting): string {
  const mark = (index: number) => (ordered ? `${index + 1}.` : '-');
  const written = items.map((item) => setBlocks(item.blocks, inside(item, setting)));
  const isTight = written.every((blocks) => blocks.length < 2);
  return written.map((blocks, index) => marked(mark(index), blocks)).join(isTight ? '\n' : '\n\n');
}

/** A list whose items begin with the term. */
function setTerms({ items }: Terms, setting: MarkdownSetting): string {
  return items
    .map(({ term, details }) => marked('-', [setLines(term, setting), ...setBlocks(details, setting)]))
    .join('\n\n');
}

/** The name of a box that only its shape says elsewhere; an element tells it from words of its own in bold. */
function nameOf({ label, blocks: [first] }: Aside, setting: MarkdownSetting): readonly string[] {
  const isNamed = label === null || (first?.type === 'paragraph' && plain(first.children) === label.value);
  return isNamed ? [] : [`<strong>${setLine(shown(label), setting)}</strong>`];
}

function setQuoted(blocks: readonly string[]): string {
  const lines = together(blocks).split('\n');
  return lines.map((line) => `> ${line}`.trimEnd()).join('\n');
}

/** The number and the words; on a line of its own, what is counted or whose the picture is. */
function setCaption(
  { id, number, caption, ...block }: Captioned & Block,
  more: Inlines | null,
  setting: MarkdownSetting,
): string {
  const { at, from } = block;
  const parts = [caption, more].flatMap((part): Inlines => {
    return part === null ? [] : [{ type: 'lineBreak', at, from, lang: null }, ...part];
  });
  const words = setLines([...(number === null ? [] : [textAt(block, `${number}. `)]), ...parts.slice(1)], setting);
  return words === '' ? '' : `${anchor(id?.value ?? null, setting)}${words}`;
}

function setFigure(node: Figure, setting: MarkdownSetting): readonly string[] {
  const { image, credit, description } = node;
  const picture = image.alt === null ? [] : [setPicture(image.alt, image.picture.value, setting)];
  return [...picture, setCaption(node, credit, setting), ...setBlocks(description ?? [], setting)];
}

function setPicture(alt: Said, picture: Picture, setting: MarkdownSetting): string {
  const written = `![${escapeText(alt.value)}](${escapeAddress(setting.picture(picture))})`;
  return inPlace(written, { ...setting, lang: alt.lang ?? setting.lang });
}

/** The words that are written from its data, and the data as a table: all that the drawing says. */
function setChart(chart: Chart, setting: MarkdownSetting): readonly string[] {
  const inner = inside(chart.table, setting);
  const { table } = chart;
  return [
    setCaption(chart, chart.summary, setting),
    setLines([textAt(chart, chart.alt)], setting),
    ...optional(chart.source, setting),
    setCaption(table, table.summary, inner),
    setTable(table, inner, setBlocks),
    ...optional(table.source, inner),
  ];
}

/** Marked as what it is: programs make one of their own. Each entry stands one step in from the one that it is a part of. */
function setContents(list: Contents, setting: MarkdownSetting): readonly string[] {
  const open: number[] = [];
  const lines = list.entries.flatMap(({ level, id, number, title }): string[] => {
    while ((open.at(-1) ?? 0) >= level) open.pop();
    open.push(level);
    const words = setLine(counted(number, title, list), setting);
    const place = setting.place(id);
    const linked = place === null ? words : `[${words}](${escapeAddress(`#${place.name}`)})`;
    return words === '' ? [] : [`${'  '.repeat(open.length - 1)}- ${linked}`];
  });
  return lines.length === 0 ? [] : [`${contentsMark}\n\n${lines.join('\n')}`];
}

export const contentsMark = '<!-- contents -->';
