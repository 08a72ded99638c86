/**
 * A DOCX as those who worked on it left it: its paragraphs in order with their marks, with tracked changes taken as accepted,
 * and who made them; with the anchors of ours that are left, and with comments.
 */
import { commentsOf } from './comments.ts';
import { type DataOrigin, originOf } from './origin.ts';
import { child, openPackage, type Package, propertyOf, type Xml } from './package.ts';
import { RunReader } from './revised-runs.ts';
import { Styles } from './styles.ts';

/** A tracked change. Its date is as the file says it, ISO 8601; empty where it says none. */
export interface Revision {
  readonly type: 'insertion' | 'deletion' | 'move' | 'format';
  readonly author: string;
  readonly date: string;
  readonly text: string;
}

/** Words of one kind, or one thing that stands among them. */
export interface ManuscriptRun {
  /** Of a thing one character, `object`; a line break is `\n`. */
  readonly text: string;
  readonly strong: boolean;
  readonly emphasis: boolean;
  /** The address of a link, `#` before the bookmark of one within the document. */
  readonly target: string | null;
  /** The anchor of ours around it. */
  readonly anchor: number | null;
  /** How else it is set apart by hand: `highlight`, `strike`, `underline`, `superscript`, `subscript`. */
  readonly other: string;
  readonly thing: Thing | null;
}
export const object = '\uFFFC' as const;
export type Thing =
  | { readonly type: 'note'; readonly runs: readonly ManuscriptRun[] }
  | { readonly type: 'picture'; readonly alt: string | null; readonly isDecoration: boolean }
  /** A number or title that Word counts or quotes. */
  | { readonly type: 'field'; readonly instruction: string; readonly text: string };

export interface WordCell {
  /** Counted through the document. */
  readonly table: number;
  readonly row: number;
  readonly column: number;
}

export interface WordParagraph {
  readonly runs: readonly ManuscriptRun[];
  readonly heading: number | null;
  readonly list: { readonly level: number; readonly ordered: boolean } | null;
  /** Of the innermost table. */
  readonly cell: WordCell | null;
  readonly revisions: readonly Revision[];
}

export interface WordComment {
  readonly author: string;
  readonly date: string;
  readonly text: string;
  readonly isResolved: boolean;
  /** What it is about: the words, the anchor and the paragraph where it begins. */
  readonly quote: string;
  readonly anchor: number | null;
  readonly paragraph: number;
}

export interface Manuscript {
  readonly origin: DataOrigin | null;
  readonly paragraphs: readonly WordParagraph[];
  readonly comments: readonly WordComment[];
  /** Of the heads and feet of pages, without their fields; each text once. */
  readonly margins: ReadonlySet<string>;
}

/** Throws Refused for a file that is no DOCX, or too large to be one that people wrote. */
export function readManuscript(bytes: Uint8Array): Manuscript {
  const parts = openPackage(bytes);
  const reader = new Reader(parts);
  const body = child(parts.document, 'w:body');
  if (body !== null) reader.container(body, null);
  reader.end();
  return {
    origin: originOf(parts),
    paragraphs: reader.paragraphs,
    comments: commentsOf(parts, reader.runs.ranges),
    margins: marginsOf(parts),
  };
}

/** Elements around blocks that are no blocks themselves. */
const wrappers = new Set([
  'w:sdtContent',
  'w:ins',
  'w:moveTo',
  'w:customXml',
  'mc:Choice',
  'w:sdt',
  'mc:AlternateContent',
]);
/** Entries of contents, and of the languages to be had, which programs make. LibreOffice lets a block of contents take in what follows it. */
const contentsStyle = /^(?:toc (?:\d|heading)|table of figures|contents \d|languages)$/;

class Reader {
  readonly paragraphs: WordParagraph[] = [];
  readonly styles: Styles;
  readonly runs: RunReader;
  #tables = 0;
  /** What a paragraph whose end was deleted hands to the next one. */
  #held: { readonly runs: readonly ManuscriptRun[]; readonly revisions: readonly Revision[] } | null = null;

  constructor(parts: Package) {
    this.styles = new Styles(parts);
    this.runs = new RunReader(parts, (box) => this.container(box, null));
  }

  container(container: Xml, cell: WordCell | null): void {
    for (const element of container.children) {
      if (element.name === 'w:p') this.#paragraph(element, cell);
      else if (element.name === 'w:tbl') this.#table(element);
      else if (element.name === 'w:bookmarkStart' || element.name === 'w:bookmarkEnd') this.runs.bookmark(element);
      else if (element.name === 'w:commentRangeStart' || element.name === 'w:commentRangeEnd')
        this.runs.commentMark(element, this.paragraphs.length);
      else if (wrappers.has(element.name)) this.container(element, cell);
    }
  }

  /** What is held has no paragraph after it. */
  end(): void {
    if (this.#held !== null) this.#add(this.#held, { heading: null, list: null, cell: null });
    this.#held = null;
  }

  #table(table: Xml): void {
    this.#tables += 1;
    const number = this.#tables;
    let row = 0;
    for (const element of rowsIn(table)) {
      if (child(child(element, 'w:trPr'), 'w:del') !== null) continue;
      let column = 0;
      for (const cell of cellsIn(element)) {
        const properties = child(cell, 'w:tcPr');
        const merge = child(properties, 'w:vMerge');
        const goesOn = merge !== null && merge.attributes.get('w:val') !== 'restart';
        if (!goesOn) this.container(cell, { table: number, row, column });
        this.end();
        column += Number(propertyOf(properties, 'w:gridSpan') ?? 1) || 1;
      }
      row += 1;
    }
  }

  #paragraph(element: Xml, cell: WordCell | null): void {
    const names = this.styles.names(element);
    const isListed = names.some((name) => contentsStyle.test(name));
    const read = this.runs.read(element, this.paragraphs.length);
    if (isListed) return;
    const properties = child(element, 'w:pPr');
    const mark = child(properties, 'w:rPr');
    const held = this.#held;
    const whole =
      held === null ? read : { runs: [...held.runs, ...read.runs], revisions: [...held.revisions, ...read.revisions] };
    if (child(mark, 'w:del') !== null || child(mark, 'w:moveFrom') !== null) {
      this.#held = whole;
      return;
    }
    this.#held = null;
    const heading = names.includes('title') ? 0 : this.styles.headingLevel(element);
    const numbering = heading === null ? this.styles.numberingOf(element) : null;
    const list = numbering === null ? null : { level: numbering.level, ordered: numbering.ordered };
    this.#add(whole, { heading, list, cell });
  }

  #add(
    { runs, revisions }: Pick<WordParagraph, 'runs' | 'revisions'>,
    place: Pick<WordParagraph, 'heading' | 'list' | 'cell'>,
  ): void {
    this.paragraphs.push({ runs, revisions, ...place });
  }
}

function rowsIn(table: Xml): readonly Xml[] {
  return table.children.flatMap((each) =>
    each.name === 'w:tr' ? [each] : wrappers.has(each.name) ? rowsIn(each) : [],
  );
}

function cellsIn(row: Xml): readonly Xml[] {
  return row.children.flatMap((each) => (each.name === 'w:tc' ? [each] : wrappers.has(each.name) ? cellsIn(each) : []));
}

function marginsOf(parts: Package): ReadonlySet<string> {
  const texts = new Set<string>();
  for (const part of [...parts.every('header'), ...parts.every('footer')]) {
    const reader = new RunReader(parts, () => undefined);
    const visit = (element: Xml): void => {
      if (element.name !== 'w:p') {
        element.children.forEach(visit);
        return;
      }
      const { runs } = reader.read(element, 0);
      const text = runs.map((run) => (run.thing === null ? run.text : '')).join('');
      if (text.trim() !== '') texts.add(text.replace(/[\s\u00A0]+/gu, ' ').trim());
    };
    visit(part);
  }
  return texts;
}
