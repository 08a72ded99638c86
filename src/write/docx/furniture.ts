/** Heads and feet of pages, with the decoration. None of it is content: screen readers pass over it. */
import { Footer, Header, Paragraph, type ParagraphChild, SimpleField, Tab, TextRun } from 'docx';
import { plain } from '../../model/walk.ts';
import { cornerArt, coverArt } from '../../theme/art.ts';
import type { Theme } from '../../theme/theme.ts';
import { type Art, artOf, artRun, type Place } from './pictures.ts';
import type { Story } from './story.ts';
import { shield } from './xml.ts';

export interface Furniture {
  readonly headers: { readonly first: Header; readonly default: Header };
  readonly footers: { readonly first: Footer; readonly default: Footer };
}

const drawn = new WeakMap<Theme, Promise<{ readonly cover: Art; readonly corner: Art }>>();

/** The cover's first page carries the lanes and nothing else; should it run over, its next page is like any other. */
export async function coverFurniture(story: Story): Promise<Furniture> {
  const { cover } = await art(story.theme);
  const lanes = new Paragraph({ style: 'Header', children: [artRun(cover, overEdges(cover), story)] });
  return {
    headers: { first: new Header({ children: [lanes] }), default: new Header({ children: [head(story)] }) },
    footers: { first: new Footer({ children: [new Paragraph({ style: 'Footer' })] }), default: foot(story) },
  };
}

/** A point over each edge, so that no line of paper shows where a page is rounded to whole dots. */
function overEdges({ width, height }: Art): Place {
  return { left: -1, top: -1, width: width + 2, height: height + 2 };
}

/** The first page of a part opens under lanes that turn out at its corner. */
export async function bodyFurniture(story: Story): Promise<Furniture> {
  const { corner } = await art(story.theme);
  const { page } = story.theme;
  const place = { ...overEdges(corner), left: page.width - corner.width - 1 };
  const lanes = artRun(corner, place, story);
  return {
    headers: {
      first: new Header({ children: [head(story, lanes)] }),
      default: new Header({ children: [head(story)] }),
    },
    footers: { first: foot(story), default: foot(story) },
  };
}

function art(theme: Theme): Promise<{ readonly cover: Art; readonly corner: Art }> {
  const known = drawn.get(theme);
  if (known !== undefined) return known;
  const made = Promise.all([artOf(coverArt(theme.page), theme, 2.5), artOf(cornerArt(theme.page), theme, 4)]).then(
    ([cover, corner]) => ({ cover, corner }),
  );
  drawn.set(theme, made);
  return made;
}

function head(story: Story, lanes?: ParagraphChild): Paragraph {
  const title = new TextRun(shield(plain(story.document.cover.title.children)));
  return new Paragraph({ style: 'Header', children: lanes === undefined ? [title] : [lanes, title] });
}

function foot(story: Story): Footer {
  const { metadata } = story.document;
  const author = new TextRun(shield(metadata.author));
  const tab = new TextRun({ children: [new Tab()] });
  return new Footer({ children: [new Paragraph({ style: 'Footer', children: [author, tab, ...folio(story)] })] });
}

/** "Page 2 of 4" in the document's language. The fields are not dirty, so nothing asks to be updated at opening. */
function folio(story: Story): ParagraphChild[] {
  const fields: Readonly<Record<string, string>> = { '{n}': 'PAGE', '{of}': 'NUMPAGES' };
  return story.job.chrome.page.split(/(\{n\}|\{of\})/).flatMap((part): ParagraphChild[] => {
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
