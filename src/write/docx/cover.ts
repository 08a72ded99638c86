/** The opening page: a cover of its own, or the navy head of the first page. */
import { Paragraph, TextRun } from 'docx';
import type { Block, Cover, Document } from '../../model/document.ts';
import { plain } from '../../model/walk.ts';
import { onceEach } from '../../once.ts';
import { measureOf } from '../../theme/drawings.ts';
import { textArea } from '../../theme/page-size.ts';
import type { Theme } from '../../theme/theme.ts';
import { titleSizes } from '../../theme/title-sizes.ts';
import { block, flowOf } from './content.ts';
import { runs } from './inlines.ts';
import { linesOf } from './measure.ts';
import { CellRow, type FlowPiece } from './rows.ts';
import type { Story } from './story.ts';
import { kindBefore, titleWidth } from './title-styles.ts';
import { twips } from './units.ts';

/** The theme of a document whose cover is a head: no rail, smaller titles, light on the navy field. */
export const headTheme = onceEach((theme: Theme): Theme => {
  const { title, h1, h2, kind } = theme.styles;
  const { head } = theme.looks.cover;
  const { word } = head;
  const field = head.arrangement === 'field';
  const sized = (style: typeof title, size: number, leading: number) => ({
    ...style,
    page: { ...style.page, size, leading, tracking: (style.page.tracking * size) / style.page.size },
  });
  const styles = {
    ...theme.styles,
    title: { ...sized(title, head.title.size, head.title.leading), color: head.title.color },
    kind: field ? { ...kind, color: theme.roles.fieldAttention } : kind,
    h1: {
      ...sized(h1, word.h1.size, word.h1.leading),
      page: { ...sized(h1, word.h1.size, word.h1.leading).page, after: theme.looks.word.cover.heading },
    },
    h2: sized(h2, word.h2.size, word.h2.leading),
  };
  return { ...theme, styles, page: { ...theme.page, top: word.top, bottom: word.bottom, rail: 0 } };
});

/** What follows the title of a cover stands low on the navy field, of a head: on the paper under it. */
export function coverPieces(story: Story, head: boolean): FlowPiece[] {
  const { cover } = story.document;
  // In large print a cover has no field: all is dark on the page.
  const field = story.theme.large === null;
  const flow = { ...flowOf(story), lang: cover.lang ?? story.document.lang, cover: field, ground: 'column' as const };
  const write = (blocks: readonly Block[]) =>
    blocks.flatMap((node) => block(node, { ...flow, lang: node.lang ?? flow.lang }, {}, story));
  const before = write(cover.before);
  const text = runs(cover.title.children, { lang: cover.title.lang ?? flow.lang }, story);
  const spacing = { before: twips(aboveTitle(cover, story.theme)), after: twips(afterTitle(story, head)) };
  const after = write(cover.after);
  const ended = after[0] instanceof CellRow ? [sectionEnd()] : [];
  return [...before, new Paragraph({ style: 'Title', spacing, children: text }), ...ended, ...after];
}

/** LibreOffice shortens the room under the last paragraph before columns, and drops a paragraph that is empty. */
function sectionEnd(): Paragraph {
  return new Paragraph({ style: 'TableEnd', spacing: { after: 0 }, children: [new TextRun(' ')] });
}

/** Under the kind of the document its title stands close. */
function aboveTitle({ before }: Cover, { looks }: Theme): number {
  const { underKind, title } = looks.word.cover;
  return before.some((node) => node.type === 'paragraph' && node.look === 'kind') ? underKind : title;
}

/** The room after the title, reckoned from the heights of what stands above it. */
function afterTitle(story: Story, head: boolean): number {
  const { theme } = story;
  const { cover } = story.document;
  const { page } = theme;
  const used = aboveHeight(cover, theme, head) + titleHeight(cover, theme, head);
  const facts = cover.after.some((node) => node.type === 'aside' || node.type === 'terms');
  const { least } = theme.looks.word.cover;
  if (!head && !facts) return least;
  if (head && theme.looks.cover.head.arrangement === 'plain') return least;
  const { plain, head: sheet } = theme.looks.cover;
  const needed = head
    ? sheet.height + sheet.word.under
    : Math.min(page.height * plain.word.facts, page.height - page.bottom - factsHeight(cover.after, theme));
  return Math.max(least, needed - used);
}

function titleHeight({ title }: Cover, theme: Theme, head: boolean, scale = 1): number {
  const lines = linesOf(plain(title.children), 'title', titleWidth(theme, head), theme, scale);
  return lines * theme.styles.title.page.leading * scale;
}

/** The theme with its title in the largest size in which it stands clear of the lanes. */
export function fitted(theme: Theme, { cover }: Document, head: boolean): Theme {
  const { title } = theme.styles;
  const { size, leading, tracking } = title.page;
  const room =
    (head ? 0.68 * theme.looks.cover.head.height : coverEdge(theme) - theme.looks.word.cover.clear) -
    aboveHeight(cover, theme, head);
  const scale = titleSizes.slice(0, 5).find((factor) => titleHeight(cover, theme, head, factor) <= room) ?? 0.4;
  const color = head ? title.color : theme.looks.cover.plain.title.color;
  if (scale === 1 && color === title.color) return theme;
  const page = { ...title.page, size: size * scale, leading: leading * scale, tracking: tracking * scale };
  return { ...theme, styles: { ...theme.styles, title: { ...title, color, page } } };
}

/** Where the field begins, or what stands at the foot of the page. */
function coverEdge(theme: Theme): number {
  const { page, looks } = theme;
  return measureOf(theme, 'cover', 'edge', page) ?? page.height * looks.cover.plain.word.facts;
}

function aboveHeight(cover: Cover, theme: Theme, head: boolean): number {
  const top = head ? theme.looks.cover.head.word.top : theme.looks.cover.plain.top;
  return cover.before.reduce((sum, node) => sum + heightOf(node, theme, head), top) + aboveTitle(cover, theme);
}

/** Three facts stand in a row. */
function factsHeight(after: readonly Block[], theme: Theme): number {
  const rows = after.map((node) => (node.type === 'terms' ? Math.ceil(node.items.length / 3) : 1));
  return rows.reduce((sum, count) => sum + count, 0) * 4 * theme.styles.event.page.leading;
}

function heightOf(node: Block, theme: Theme, head: boolean): number {
  const { page, styles, looks } = theme;
  const room = textArea(page).width;
  if (node.type === 'paragraph') {
    const kind = node.look === 'kind';
    const style = kind ? 'kind' : 'body';
    const lines = linesOf(plain(node.children), style, kind ? titleWidth(theme, head) : room, theme);
    return lines * styles[style].page.leading + (kind ? kindBefore(theme, page.rail === 0) : 0);
  }
  if (node.type === 'languages')
    return styles.small.page.leading + looks.word.languages.before + styles.small.page.after;
  if (node.type === 'emblems')
    return Math.ceil(node.items.length / 4) * (looks.emblems.word.height + looks.word.emblems.before);
  // None of our templates has another block over a title.
  return 40;
}
