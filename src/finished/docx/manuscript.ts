/**
 * A DOCX as those who worked on it left it: its paragraphs in order with their marks, with tracked changes taken as accepted,
 * and who made them; with the anchors of ours that are left, and with comments.
 */
import { commentsOf } from './comments.ts';
import { type FileProperties, propertiesOf } from './file-properties.ts';
import { type DataOrigin, originOf } from './origin.ts';
import { child, openPackage, type Package, propertyOf, within, type Xml } from './package.ts';
import { RunReader } from './revised-runs.ts';
import { revisionOf } from './run-facts.ts';
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
  | {
      readonly type: 'picture';
      readonly alt: string | null;
      readonly isDecoration: boolean;
      /** What tells it from other pictures: of its bytes and its crop. */
      readonly sum: string;
    }
  /** Anything else that carries content: an equation, a symbol, a chart. */
  | { readonly type: 'object'; readonly name: string; readonly words: string; readonly sum: string }
  /** A number or title that Word counts or quotes. */
  | { readonly type: 'field'; readonly instruction: string; readonly text: string };

export interface WordCell {
  /** Counted through the document. */
  readonly table: number;
  readonly row: number;
  readonly column: number;
  /** How many columns it is wide, and whether it goes on in the row below. */
  readonly columns: number;
  readonly goesDown: boolean;
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
  /** Of the heads and feet of pages, without their fields; each text and each picture once. */
  readonly margins: ReadonlyMap<string, readonly ManuscriptRun[]>;
  /** Tracked deletions and moves of the whole document, those of rows that are gone too. */
  readonly deletions: readonly Revision[];
  /** The bytes of pictures, by their sums. */
  readonly media: ReadonlyMap<string, Uint8Array>;
  readonly properties: FileProperties;
}

/** Throws Refused for a file that is no DOCX, or too large to be one that people wrote. */
export function readManuscript(bytes: Uint8Array): Manuscript {
  const parts = openPackage(bytes);
  const media = new Map<string, Uint8Array>();
  const reader = new Reader(parts, media);
  const body = child(parts.document, 'w:body');
  if (body !== null) reader.container(body, null);
  reader.end();
  return {
    origin: originOf(parts),
    paragraphs: reader.paragraphs,
    comments: commentsOf(parts, reader.runs.ranges),
    margins: marginsOf(parts, media),
    deletions: reader.deletions,
    media,
    properties: propertiesOf(parts),
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
  readonly deletions: Revision[] = [];
  readonly styles: Styles;
  readonly runs: RunReader;
  #tables = 0;
  /** What a paragraph whose end was deleted hands to the next one. */
  #held: { readonly runs: readonly ManuscriptRun[]; readonly revisions: readonly Revision[] } | null = null;

  constructor(parts: Package, media: Map<string, Uint8Array>) {
    this.styles = new Styles(parts);
    this.runs = new RunReader(parts, parts.document, (box) => this.#box(box), media);
  }

  /** A text of its own, in the midst of another. */
  #box(box: Xml): void {
    const held = this.#held;
    this.#held = null;
    this.container(box, null);
    this.end();
    this.#held = held;
  }

  container(container: Xml, cell: WordCell | null): void {
    for (const element of container.children) {
      if (element.name === 'w:p') this.#paragraph(element, cell);
      else if (element.name === 'w:tbl') this.#table(element);
      else if (element.name === 'w:bookmarkStart' || element.name === 'w:bookmarkEnd') this.runs.bookmark(element);
      else if (element.name === 'w:commentRangeStart' || element.name === 'w:commentRangeEnd')
        this.runs.commentMark(element, this.paragraphs.length);
      else if (wrappers.has(element.name)) this.container(element, cell);
      else if (carriesContent(element))
        this.#add({ runs: this.runs.object(element), revisions: [] }, { heading: null, list: null, cell });
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
      const gone = child(child(element, 'w:trPr'), 'w:del');
      if (gone !== null) {
        this.#deletedRow(element, gone);
        continue;
      }
      let column = 0;
      for (const cell of cellsIn(element)) {
        const properties = child(cell, 'w:tcPr');
        const merge = child(properties, 'w:vMerge');
        const goesDown = merge?.attributes.get('w:val') === 'restart';
        const columns = Number(propertyOf(properties, 'w:gridSpan') ?? 1) || 1;
        if (merge === null || goesDown) this.container(cell, { table: number, row, column, columns, goesDown });
        this.end();
        column += columns;
      }
      row += 1;
    }
  }

  /** A row that is gone is read for what was tracked in it alone. */
  #deletedRow(row: Xml, gone: Xml): void {
    const before = this.deletions.length;
    const { length } = this.paragraphs;
    for (const paragraph of within(row))
      if (paragraph.name === 'w:p') this.#note(this.runs.read(paragraph, this.paragraphs.length).revisions);
    // What stands in its text boxes is gone with it.
    this.paragraphs.length = length;
    const text = [...within(row)].map((each) => (each.name === 'w:t' ? each.text : '')).join(' ');
    if (this.deletions.length === before) this.#note([{ ...revisionOf(gone, 'deletion'), text }]);
  }

  #note(revisions: readonly Revision[]): void {
    this.deletions.push(...revisions.filter(({ type }) => type === 'deletion' || type === 'move'));
  }

  #paragraph(element: Xml, cell: WordCell | null): void {
    const names = this.styles.names(element);
    const isListed = names.some((name) => contentsStyle.test(name));
    const properties = child(element, 'w:pPr');
    const mark = child(properties, 'w:rPr');
    const inside = this.runs.read(element, this.paragraphs.length);
    const read = { ...inside, revisions: [...inside.revisions, ...markRevisions(mark)] };
    this.#note(read.revisions);
    if (isListed) return;
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

/** What was tracked of the end of a paragraph. */
function markRevisions(mark: Xml | null): readonly Revision[] {
  const types = { 'w:ins': 'insertion', 'w:del': 'deletion' } as const;
  return Object.entries(types).flatMap(([name, type]) => {
    const found = child(mark, name);
    return found === null ? [] : [{ ...revisionOf(found, type), text: '¶' }];
  });
}

/** Of elements that are neither paragraphs nor tables: an equation, another document. Properties carry none. */
function carriesContent(element: Xml): boolean {
  if (/Pr$|^w:(?:del|moveFrom)$/.test(element.name)) return false;
  return [...within(element)].some(({ text, attributes }) => text.trim() !== '' || attributes.has('r:id'));
}

function marginsOf(parts: Package, media: Map<string, Uint8Array>): Manuscript['margins'] {
  const texts = new Map<string, readonly ManuscriptRun[]>();
  for (const part of [...parts.every('header'), ...parts.every('footer')]) {
    const visit = (element: Xml): void => {
      if (element.name !== 'w:p') {
        element.children.forEach(visit);
        return;
      }
      const { runs } = reader.read(element, 0);
      for (const run of runs) if (run.thing?.type === 'picture') texts.set(`[picture ${run.thing.sum}]`, [run]);
      const shown = runs.filter(({ thing }) => thing?.type !== 'field' && thing?.type !== 'picture');
      const text = shown
        .map(shownAs)
        .join('')
        .replace(/[\s\u00A0]+/gu, ' ')
        .trim();
      if (text !== '') texts.set(text, shown);
    };
    const reader = new RunReader(parts, part, visit, media);
    visit(part);
  }
  return texts;
}

function shownAs({ text, thing }: ManuscriptRun): string {
  if (thing?.type === 'object') return ` [${thing.name} ${thing.words} ${thing.sum}] `;
  return thing === null ? text : '';
}
