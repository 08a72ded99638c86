/** Heads and feet of pages, with the decoration. None of it is content: screen readers pass over it. */
import { Footer, Header, Paragraph, type ParagraphChild, SimpleField, Tab, TabStopType, TextRun } from 'docx';
import type { Section } from '../../model/document.ts';
import { plain } from '../../model/walk.ts';
import { onceEach } from '../../once.ts';
import { draw } from '../../theme/drawings.ts';
import { type Drawing, ring } from '../../theme/lanes.ts';
import type { Theme } from '../../theme/theme.ts';
import { headWords } from '../head-words.ts';
import { textWidth } from './flow.ts';
import { wordWidth } from './measure.ts';
import { artOf, artRun, type DecorationBox, type RenderedArt } from './pictures.ts';
import { stampRun } from './stamp.ts';
import type { Story } from './story.ts';
import { twips } from './units.ts';
import { shield } from './xml.ts';

/** Heads and feet are made anew for each section of Word's, so that no two drawings share a number. */
export interface SectionFurniture {
  upright(): Pages;
  turned(): Pages;
}
interface Pages {
  readonly headers: { readonly first: Header; readonly default: Header };
  readonly footers: { readonly first: Footer; readonly default: Footer };
}

export interface Arts {
  readonly cover: RenderedArt;
  readonly corner: RenderedArt;
  readonly head: RenderedArt;
  readonly ring: RenderedArt;
}

const drawn = {
  cover: onceEach((theme: Theme) => drawArts(theme, 'cover')),
  head: onceEach((theme: Theme) => drawArts(theme, 'head')),
};

/** The theme's drawings for documents that begin with a cover or with a head; made once for all of them. */
export function artsOf(theme: Theme, begin: 'cover' | 'head'): Promise<Arts> {
  return drawn[begin](theme);
}

/** A page with a head needs no other drawing, and no other page has that one: a drawing in dots takes a while. */
async function drawArts(theme: Theme, begin: 'cover' | 'head'): Promise<Arts> {
  const artIf = (shown: boolean, drawing: Drawing, dots: number) =>
    theme.lanes && shown ? artOf(drawing, theme, dots) : artOf({ width: 1, height: 1, shapes: [] }, theme, 1);
  const { page, looks } = theme;
  const [covered, headed] = [begin === 'cover', begin === 'head'];
  const [cover, corner, head, ring] = await Promise.all([
    artIf(covered, draw(theme, 'cover', page), 2.5),
    artIf(covered, draw(theme, 'corner', page), 4),
    artIf(headed, draw(theme, 'masthead', { width: page.width, height: looks.cover.head.height }), 2.5),
    artIf(covered, ringArt(theme), 6),
  ]);
  return { cover, corner, head, ring };
}

function ringArt({ looks }: Theme): Drawing {
  const { ring: look } = looks.section.plain;
  if (look === null) return { width: 1, height: 1, shapes: [] };
  const [diameter, r] = [look.diameter.word, look.diameter.word / 2];
  return { width: diameter, height: diameter, shapes: [ring([r, r], r, look.stroke.word, look.color, null)] };
}

/** The cover's first page carries the lanes and nothing else; should it run over, its next page is like any other. */
export function coverFurniture({ cover }: Arts, story: Story): SectionFurniture {
  return furniture(story, null, {
    head: () => new Paragraph({ style: 'Header', children: artsIn([[cover, overEdges(cover)]], story) }),
    foot: () => new Footer({ children: [new Paragraph({ style: 'Footer' })] }),
  });
}

/** A page with a navy head has a foot like any other. */
export function headFurniture({ head: art }: Arts, story: Story): SectionFurniture {
  return furniture(story, null, {
    head: () =>
      new Paragraph({
        style: 'Header',
        children: artsIn([[art, { ...overEdges(art), height: art.height + 1 }]], story),
      }),
    foot: () => foot(story, null),
  });
}

/** Drawings of a theme that has lanes. */
function artsIn(arts: readonly (readonly [RenderedArt, DecorationBox])[], story: Story): ParagraphChild[] {
  return story.theme.lanes ? arts.map(([art, place]) => artRun(art, place, story)) : [];
}

/** A point over each edge, so that no line of paper shows where a page is rounded to whole dots. */
function overEdges({ width, height }: RenderedArt): DecorationBox {
  return { left: -1, top: -1, width: width + 2, height: height + 2 };
}

/**
 * The first page of a part opens under lanes that turn out at its corner, with the section's number in a ring; the heads of
 * its other pages name the section.
 */
export function bodyFurniture(
  { corner, ring: stop }: Arts,
  story: Story,
  section: Section | null,
  opens: boolean,
): SectionFurniture {
  const { page, looks } = story.theme;
  if (!opens) return furniture(story, section, {});
  const place = { ...overEdges(corner), left: page.width - corner.width - 1 };
  const ringed = section?.number != null && looks.section.plain.ring !== null && page.rail > stop.width;
  return furniture(story, section, {
    head: () => {
      const rings = ringed ? [artRun(stop, ringPlace(stop, story.theme), story)] : [];
      return head(story, null, false, [...artsIn([[corner, place]], story), ...rings]);
    },
  });
}

/** Around the number of the heading that stands first on the page. */
function ringPlace({ width, height }: RenderedArt, { page, styles, looks }: Theme): DecorationBox {
  const middle = page.top + looks.section.plain.word.before + styles.h1.page.leading / 2;
  return { left: page.left, top: middle - height / 2, width, height };
}

interface First {
  readonly head?: () => Paragraph;
  readonly foot?: () => Footer;
}

function furniture(story: Story, section: Section | null, first: First): SectionFurniture {
  const pages = (turned: boolean): Pages => {
    const header = (words: Paragraph) =>
      new Header({ children: [story.job.draft === true ? words.addRunToFront(stampRun(story, turned)) : words] });
    const own = () => header(head(story, section, turned));
    const opening = first.head;
    return {
      headers: { first: opening === undefined ? own() : header(opening()), default: own() },
      footers: { first: first.foot?.() ?? foot(story, section, turned), default: foot(story, section, turned) },
    };
  };
  return { upright: () => pages(false), turned: () => pages(true) };
}

/** The title at the left; at the right the section, as far as both have room in one line. */
function head(story: Story, section: Section | null, turned = false, art: readonly ParagraphChild[] = []): Paragraph {
  const title = plain(story.document.cover.title.children);
  const named = section === null ? '' : [section.number, plain(section.title)].filter(Boolean).join(' · ');
  // In large print the foot says it: two lines of this size are much of a page.
  if (story.theme.large !== null) return new Paragraph({ style: 'Header', children: [...art] });
  // A line of running type holds some 120 letters.
  const right = named !== '' && title.length + named.length <= 110 ? named : '';
  const shown = right === '' ? shortened(title, roomOfHead(turned, art.length > 0, story.theme), story.theme) : title;
  const children = [...art, new TextRun(shield(shown))];
  const lang = section?.lang ?? null;
  if (right === '' || lang !== null) return new Paragraph({ style: 'Header', children });
  return new Paragraph({
    style: 'Header',
    ...(turned ? { tabStops: turnedStops(story.theme) } : {}),
    children: [...children, new TextRun({ children: [new Tab()] }), new TextRun(shield(right))],
  });
}

/** Of one line, beside the lanes if they are there. */
function roomOfHead(turned: boolean, underLanes: boolean, theme: Theme): number {
  const { page, looks } = theme;
  const room = turned ? page.height - page.left - page.right : textWidth(theme);
  return underLanes && theme.lanes ? room + page.right - draw(theme, 'corner', page).width - looks.page.gap : room;
}

function shortened(text: string, width: number, theme: Theme): string {
  return headWords(text, (words) => wordWidth(words, { style: 'running', bold: false, scale: 1 }, theme) <= width);
}

/** In large print: the section, where it leaves room for the number of the page. */
function shortTitle(section: Section | null): string {
  const title = section === null ? '' : plain(section.title);
  return title.length > mostBeside ? '' : title;
}

/** Letters of large print beside a page number. */
const mostBeside = 26;

function foot(story: Story, section: Section | null, turned = false): Footer {
  const { metadata } = story.document;
  const author = new TextRun(shield(story.theme.large === null ? metadata.author : shortTitle(section)));
  const tab = new TextRun({ children: [new Tab()] });
  const stops = turned ? { tabStops: turnedStops(story.theme) } : {};
  const children = story.job.numbered === false ? [author] : [author, tab, ...folio(story)];
  return new Footer({ children: [new Paragraph({ style: 'Footer', ...stops, children })] });
}

/** On a turned page the right margin is further away than the style's stop. */
function turnedStops(theme: Theme) {
  const { height, left, right } = theme.page;
  return [
    { type: TabStopType.CLEAR, position: twips(textWidth(theme)) },
    { type: TabStopType.RIGHT, position: twips(height - left - right) },
  ];
}

/** "Page 2 of 4" in the document's language. The fields are not dirty, so nothing asks to be updated at opening. */
function folio(story: Story): ParagraphChild[] {
  const fields: Readonly<Record<string, string>> = { '{n}': 'PAGE', '{of}': 'NUMPAGES' };
  return story.job.language.chrome.page.split(/(\{n\}|\{of\})/).flatMap((part): ParagraphChild[] => {
    const field = fields[part];
    if (field !== undefined) return [new Field(field)];
    return part === '' ? [] : [new TextRun({ text: part, style: 'Folio' })];
  });
}

/** docx's own field has no style for its result. */
class Field extends SimpleField {
  constructor(instruction: string) {
    super(instruction);
    this.root.push(new TextRun({ text: '2', style: 'Folio' }));
  }
}
