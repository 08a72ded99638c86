/** Where a block stands, and how it becomes a paragraph there. */
import { type IParagraphOptions, Paragraph, type ParagraphChild } from 'docx';
import { onPage } from '../../design/place.ts';
import { designParagraph } from '../../design/words.ts';
import type { Block, Blocks, Lang, List, Paragraph as Words } from '../../model/document.ts';
import { textArea } from '../../theme/page-size.ts';
import type { ColorName, StyleName, Theme } from '../../theme/theme.ts';
import { type GroundStyle, insetsOf, titled } from './grounds.ts';
import { continuedStyle, itemIndent } from './lists.ts';
import type { FlowPiece } from './rows.ts';
import type { ListInstance, Story } from './story.ts';

/** The list item that a block belongs to. */
export interface ListPosition {
  readonly list: ListInstance;
  readonly level: number;
  readonly firstList: List | null;
  /** It belongs to a list that stays on one page. */
  readonly whole: boolean;
  /** The last of its own list, and the last of the outermost one. */
  readonly last: boolean;
  readonly ends: boolean;
  /** Of key figures, in half points, where they would be too wide in the size of their style. */
  readonly figureSize: number | null;
}

export interface Flow {
  readonly lang: Lang;
  /** How many sections it is inside. */
  readonly depth: number;
  readonly ground: GroundStyle | null;
  /** The first block of the box that it stands in. */
  readonly opens?: Block | undefined;
  readonly item: ListPosition | null;
  readonly cover: boolean;
  /** From the left margin to the right one, or the width of the column or cell; in points. */
  readonly width: number;
  /** Within something that can't be parted into columns or pages: an item, an aside, a column, a cell. */
  readonly held: boolean;
  /** The style of paragraphs in cells, quotes and terms, whatever their look. */
  readonly text: string | null;
  /** The colour of all words and marks, in rows of tables that have one. */
  readonly words: ColorName | null;
}

export type ParagraphFormat = Omit<IParagraphOptions, 'children' | 'text' | 'style'>;

/** Writes blocks; handed to those that hold blocks. */
export type Write = (blocks: Blocks, flow: Flow, story: Story) => FlowPiece[];

export function textWidth({ page }: Theme): number {
  return textArea(page).width;
}

/** The flow inside a node that may be in another language. */
export function within(flow: Flow, { lang }: Pick<Block, 'lang'>): Flow {
  return lang === null ? flow : { ...flow, lang };
}

export function styled(
  style: string,
  children: readonly ParagraphChild[],
  flow: Flow,
  story: Story,
  format: ParagraphFormat = {},
): Paragraph {
  return new Paragraph({ ...format, style: story.style(style, flow.ground), children });
}

/** The paragraph styles that set text in a style of the theme, where they have more to say than its type. */
export const ownStyles: Readonly<Partial<Record<StyleName, string>>> = {
  ...{ body: 'BodyText', lead: 'Lead', small: 'SmallText', byline: 'Byline', kind: 'Kind', figure: 'KeyFigure' },
};

/** The paragraph style of text in a style of the theme: "date" is set in "DateText". */
export function textStyleId(style: StyleName): string {
  return ownStyles[style] ?? `${titled(style).replaceAll(' ', '')}Text`;
}

/** What goes on with the items of some lists, by the looks of the list and of the paragraph. */
const itemLooks: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  figures: { label: 'ListContinueLabel', small: 'ListContinueSmall' },
  timeline: { event: 'ListContinueEvent' },
  way: { event: 'ListContinueStop' },
};

/** In a list item every paragraph says by its style that it goes on with the item. */
export function paragraphStyle({ look }: Pick<Words, 'look'>, { item, cover, text }: Flow, theme: Theme): string {
  if (item !== null) return itemLooks[item.list.kind.look ?? '']?.[look ?? ''] ?? continuedStyle(item.level);
  const { style } = designParagraph({ look }, onPage, theme);
  return text ?? (style === onPage.text ? (cover ? 'Normal' : 'BodyText') : textStyleId(style));
}

/** How far a table or picture stands in, and how wide it may be; in points. At the page's own level it takes the rail too. */
export function frameOf(
  { ground, item, width }: Flow,
  theme: Theme,
): { readonly left: number; readonly width: number } {
  const edges = ground === null ? { left: 0, right: 0 } : insetsOf(theme, ground);
  const left = item === null ? edges.left : itemIndent(theme, item.list.kind, item.level).left;
  return { left, width: width - left - edges.right };
}
