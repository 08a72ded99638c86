/** Blocks of the Document as paragraphs with styles. */
import { type IParagraphOptions, Paragraph, type ParagraphChild } from 'docx';
import type {
  Aside,
  Block,
  Blocks,
  Cover,
  Emblem,
  Emblems,
  Figure,
  Lang,
  Languages,
  List,
  ListItem,
  Section,
} from '../../model/document.ts';
import { descend } from '../../model/walk.ts';
import { type Ground, groundOf, insets } from './grounds.ts';
import { bookmark, hyperlink, runs, textRun } from './inlines.ts';
import { appearanceOf, continuedStyle, deepest, itemIndent, itemStyle, referenceOf } from './lists.ts';
import { imageRun } from './pictures.ts';
import { columnsFor, type Piece, Row, slot } from './rows.ts';
import type { ListInstance, Story } from './story.ts';
import { mm, twips } from './units.ts';

/** The list item that a block belongs to. */
interface Item {
  readonly list: ListInstance;
  readonly level: number;
  readonly firstList: List | null;
  /** It belongs to a list that stays on one page. */
  readonly whole: boolean;
  /** The last of its own list, and the last of the outermost one. */
  readonly last: boolean;
  readonly ends: boolean;
}

/** Where a block stands. */
interface Flow {
  readonly lang: Lang;
  /** How many sections it is inside. */
  readonly depth: number;
  readonly ground: Ground | null;
  readonly item: Item | null;
  /** On the cover text begins at the margin; elsewhere it stands in by the rail. */
  readonly cover: boolean;
}

type Format = Omit<IParagraphOptions, 'children' | 'text' | 'style'>;

export function coverPieces(cover: Cover, story: Story): Piece[] {
  const flow: Flow = { lang: cover.lang ?? story.document.lang, depth: 0, ground: null, item: null, cover: true };
  const title = runs(cover.title.children, { lang: cover.title.lang ?? flow.lang }, story);
  return [
    ...pieces(cover.before, flow, story),
    new Paragraph({ style: 'Title', children: title }),
    ...pieces(cover.after, flow, story),
  ];
}

/** The body in the parts that begin new pages: its sections; and the last of them with the imprint, as the back page. */
export function bodyParts(story: Story): Piece[][] {
  const { body, imprint, lang } = story.document;
  const flow: Flow = { lang, depth: 0, ground: null, item: null, cover: false };
  if (imprint === null) return [pieces(body, flow, story)];
  const main = pieces(body.slice(0, -1), flow, story);
  const last = pieces(body.slice(-1), flow, story);
  const closing = pieces(imprint.blocks, { ...flow, lang: imprint.lang ?? lang }, story);
  return [main, [...last, ...closing]].filter((part) => part.length > 0);
}

function pieces(blocks: Blocks, flow: Flow, story: Story): Piece[] {
  return blocks.flatMap((node, index) => {
    const inner = { ...flow, lang: node.lang ?? flow.lang };
    // A sentence that leads to a list stays with it.
    const format = blocks[index + 1]?.type === 'list' ? { keepNext: true } : {};
    return block(node, inner, format, story);
  });
}

function block(node: Block, flow: Flow, format: Format, story: Story): Piece[] {
  switch (node.type) {
    case 'section':
      return section(node, flow, story);
    case 'paragraph':
      return [styled(paragraphStyle(node.look, flow), runs(node.children, flow, story), flow, story, format)];
    case 'list':
      return list(node, flow, story);
    case 'aside':
      return aside(node, flow, story);
    case 'figure':
      return figure(node, flow, story);
    case 'emblems':
      return emblems(node, flow, story);
    case 'languages':
      return [languages(node, flow, story)];
    default:
      throw new Error(`no DOCX of ${node.type}`);
  }
}

function styled(
  style: string,
  children: readonly ParagraphChild[],
  flow: Flow,
  story: Story,
  format: Format = {},
): Paragraph {
  return new Paragraph({ ...format, style: story.style(style, flow.ground), children });
}

const looks: Readonly<Record<string, string>> = { lead: 'Lead', small: 'SmallText', byline: 'Byline' };

/** In a list item every paragraph says by its style that it goes on with the item. */
function paragraphStyle(look: string | null, { item, cover }: Flow): string {
  if (item !== null) return continuedStyle(item.level);
  const special = look === null ? undefined : looks[look];
  return special ?? (cover ? 'Normal' : 'BodyText');
}

function section(node: Section, flow: Flow, story: Story): Piece[] {
  const inner = { ...flow, depth: flow.depth + 1 };
  const title = bookmark(node.id.value, runs(node.title, flow, story), story);
  // Word has nine levels of headings.
  return [styled(`Heading${Math.min(inner.depth, 9)}`, [title], flow, story), ...pieces(node.blocks, inner, story)];
}

function aside(node: Aside, flow: Flow, story: Story): Piece[] {
  return pieces(node.blocks, { ...flow, ground: groundOf(node.look) }, story);
}

/** A list of so many items is not broken over two pages. */
const unbroken = 16;

/**
 * The first list in an item goes on in the item's own numbering, a level deeper, unless one counts and the other
 * doesn't. Every other list has a numbering of its own.
 */
function list(node: List, flow: Flow, story: Story): Piece[] {
  const { item: outer, ground } = flow;
  const level = outer === null ? 0 : Math.min(outer.level + 1, deepest);
  const goesOn = outer?.firstList === node && outer.list.kind.ordered === node.ordered && outer.level < level;
  const own = goesOn ? outer.list : story.list({ ordered: node.ordered, look: node.look, ground });
  const whole = outer?.whole ?? itemsIn(node) <= unbroken;
  return node.items.flatMap((child, index) => {
    const last = index === node.items.length - 1;
    const firstList = child.blocks.find((inner): inner is List => inner.type === 'list') ?? null;
    const item: Item = { list: own, level, firstList, whole, last, ends: last && (outer?.ends ?? true) };
    return listItem(child, { ...flow, lang: child.lang ?? flow.lang, item }, story);
  });
}

function itemsIn(node: List): number {
  return [...descend([node])].reduce((sum, inner) => sum + (inner.type === 'list' ? inner.items.length : 0), 0);
}

/** An item stays with what it holds, and a short list in one piece. After a list comes a paragraph's space. */
function itemFormat(node: ListItem, { list: own, level, whole, last, ends }: Item, story: Story): Format {
  const numbering = { reference: referenceOf(own.kind), level, instance: own.instance };
  const more = node.blocks.length > 1;
  const keepNext = more || (whole ? !ends : level > 0 && !last);
  if (more || !last) return { numbering, ...(keepNext ? { keepNext } : {}) };
  const after = (ends ? story.theme.styles.body.page.after : 0) + appearanceOf(own.kind).gap;
  return { numbering, ...(keepNext ? { keepNext } : {}), spacing: { after: twips(after) } };
}

/** The mark stands before the item's first paragraph or picture; before a list, on a line of its own. */
function listItem(node: ListItem, flow: Flow & { item: Item }, story: Story): Piece[] {
  const format = itemFormat(node, flow.item, story);
  const { list: own, level } = flow.item;
  const [first, ...others] = node.blocks;
  const style = itemStyle(own.kind, level, node.look === 'focus' && own.kind.look === 'route');
  const marked = (children: readonly ParagraphChild[]) => styled(style, children, flow, story, format);
  if (first?.type === 'paragraph') {
    const text = runs(first.children, { lang: first.lang ?? flow.lang }, story);
    return [marked(text), ...pieces(others, flow, story)];
  }
  if (first?.type === 'figure') {
    const inner = { ...flow, lang: first.lang ?? flow.lang };
    return [marked([picture(first, flow, story)]), ...caption(first, inner, story), ...pieces(others, flow, story)];
  }
  return [marked([]), ...pieces(node.blocks, flow, story)];
}

function figure(node: Figure, flow: Flow, story: Story): Paragraph[] {
  const style = flow.item === null ? 'Figure' : continuedStyle(flow.item.level);
  return [styled(style, [picture(node, flow, story)], flow, story, { keepNext: true }), ...caption(node, flow, story)];
}

/** As wide as the page between its margins; in a list or on a ground, as wide as its text. */
function picture(node: Figure, flow: Flow, story: Story): ParagraphChild {
  const { page } = story.theme;
  const inset = flow.ground === null ? 0 : page.rail + insets.left + insets.right;
  const text = flow.item === null ? inset : itemIndent(story.theme, flow.item.list.kind, flow.item.level).left + inset;
  return imageRun(node.image, { width: page.width - page.left - page.right - text, height: 120 * mm }, story);
}

function caption(node: Figure, flow: Flow, story: Story): Paragraph[] {
  const said = node.caption === null ? [] : runs(node.caption, flow, story);
  const credit = node.credit === null ? [] : runs(node.credit, { lang: flow.lang, style: 'Credit' }, story);
  const gap = said.length > 0 && credit.length > 0 ? [textRun(' ', flow, story)] : [];
  const words = [...said, ...gap, ...credit];
  const style = flow.item === null ? 'Caption' : 'ListContinueCaption';
  return words.length === 0 ? [] : [styled(style, words, flow, story)];
}

/** Slots are all of one size, so that no owner's is smaller than another's. A frame's line is drawn outside its text. */
function emblems(node: Emblems, flow: Flow, story: Story): Piece[] {
  const start = flow.cover ? 0 : story.theme.page.rail;
  const most = columnsFor(node.items.length, start, story.theme.page).length;
  return chunks(node.items, most).flatMap((items): Piece[] => {
    const columns = columnsFor(items.length, start, story.theme.page);
    const row = columns.flatMap(({ left, right }, index) => {
      const emblem = items[index];
      if (emblem === undefined) return [];
      const indent = { left: twips(left + 1), right: twips(right + 1) };
      const format = { ...(flow.cover ? {} : { spacing: { before: twips(16) } }), indent };
      return [emblemParagraph(emblem, { ...flow, lang: emblem.lang ?? flow.lang }, format, story)];
    });
    return row.length === 1 ? row : [new Row(row, columns)];
  });
}

function chunks<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return items.flatMap((_, index) => (index % size === 0 ? [items.slice(index, index + size)] : []));
}

function emblemParagraph(emblem: Emblem, flow: Flow, format: Format, story: Story): Paragraph {
  if (emblem.picture === null) {
    return styled('EmblemSlot', [textRun(emblem.name.value, flow, story)], flow, story, format);
  }
  const image = { picture: emblem.picture, alt: emblem.name };
  return styled('Emblem', [imageRun(image, slot, story)], flow, story, format);
}

function languages(node: Languages, flow: Flow, story: Story): Paragraph {
  const entries = node.editions.map(({ lang, name }): ParagraphChild => {
    if (lang === story.document.lang) return textRun(name, { lang, strong: true }, story);
    const edition = { value: lang, from: node.at };
    return hyperlink({ type: 'edition', edition }, [textRun(name, { lang, link: true }, story)], story);
  });
  const children = entries.flatMap((entry, index) => (index === 0 ? [entry] : [textRun(' | ', flow, story), entry]));
  return styled('Languages', children, flow, story);
}
