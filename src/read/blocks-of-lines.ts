/**
 * Paragraphs and lists of a text, read line by line as micromark reads them where nothing else of CommonMark is a block; a test
 * compares the two.
 */
import type { TextRange } from '../model/marks.ts';
import { TextLine } from './line.ts';

export type LineBlock = LineParagraph | LineList;

export interface LineParagraph extends TextRange {
  readonly type: 'p';
}

export interface LineList {
  readonly type: 'ul' | 'ol';
  /** Where its first mark stands. */
  readonly start: number;
  readonly items: LineItem[];
}

export interface LineItem {
  readonly start: number;
  readonly blocks: LineBlock[];
}

/** A list that may go on, by its last item. */
interface OpenList {
  readonly list: LineList;
  /** Columns by which what is in the item is indented. */
  indent: number;
  /** Nothing stands beside its mark: then a blank line is its end. */
  startsBlank: boolean;
  hasEnded: boolean;
}

/** The mark of an item. */
interface ListMark extends Pick<OpenList, 'indent' | 'startsBlank'> {
  readonly type: LineList['type'];
  readonly start: number;
}

/** The blocks of a text, with offsets in it; where a list opens that is nested deeper than so many lists, if one does. */
export function readBlocks(text: string, nestingLimit: number): LinesRead {
  const reader = new BlockReader(nestingLimit);
  let start = 0;
  for (const line of text.split(/\r\n|\n|\r/)) {
    reader.read(new TextLine(line, start));
    start += line.length + (text.startsWith('\r\n', start + line.length) ? 2 : 1);
  }
  return reader;
}

interface LinesRead {
  readonly blocks: readonly LineBlock[];
  readonly tooDeepAt: number | null;
}

class BlockReader implements LinesRead {
  readonly blocks: LineBlock[] = [];
  tooDeepAt: number | null = null;
  readonly #nestingLimit: number;
  readonly #open: OpenList[] = [];
  /** The one that the line before is part of. */
  #paragraph: { readonly type: 'p'; readonly start: number; end: number } | null = null;

  constructor(nestingLimit: number) {
    this.#nestingLimit = nestingLimit;
  }

  read(line: TextLine): void {
    const depth = this.#goOn(line);
    const opens = this.#openLists(line, depth);
    if (line.isBlank) this.#paragraph = null;
    // What is indented less than the item that it stands in goes on with a paragraph, and does not begin one.
    else if (this.#paragraph !== null) this.#paragraph.end = line.end;
    else {
      if (!opens) this.#endAt(depth);
      line.skip();
      this.#paragraph = { type: 'p', start: line.offset, end: line.end };
      this.#inner().push(this.#paragraph);
    }
  }

  /** How many of the open lists the line is part of. */
  #goOn(line: TextLine): number {
    for (const [index, open] of this.#open.entries()) {
      if (isInItem(open, line)) continue;
      const mark = markAt(line, open.list.type, false);
      if (mark === null) return index;
      this.#endAt(index + 1);
      open.list.items.push({ start: mark.start, blocks: [] });
      open.indent = mark.indent;
      open.startsBlank = mark.startsBlank;
      return index + 1;
    }
    return this.#open.length;
  }

  /** Opens the lists that begin in a line; whether there are any. */
  #openLists(line: TextLine, depth: number): boolean {
    const isCut = depth === this.#open.length && this.#paragraph !== null;
    let opens = false;
    for (;;) {
      const mark = markAt(line, null, isCut);
      if (mark === null) return opens;
      if (this.#open.length === this.#nestingLimit) {
        this.tooDeepAt ??= mark.start;
        return opens;
      }
      if (!opens) this.#endAt(depth);
      opens = true;
      const { type, start, indent, startsBlank } = mark;
      const list: LineList = { type, start, items: [{ start, blocks: [] }] };
      this.#inner().push(list);
      this.#open.push({ list, indent, startsBlank, hasEnded: false });
    }
  }

  #endAt(depth: number): void {
    this.#paragraph = null;
    this.#open.length = depth;
  }

  /** What the innermost item that is open holds. */
  #inner(): LineBlock[] {
    return this.#open.at(-1)?.list.items.at(-1)?.blocks ?? this.blocks;
  }
}

/** Whether a line is part of the last item of a list; reads as much of its indent as is the item's. */
function isInItem(open: OpenList, line: TextLine): boolean {
  if (line.isBlank) {
    open.hasEnded ||= open.startsBlank;
    line.skip(open.indent);
    return true;
  }
  const { hasEnded } = open;
  open.hasEnded = false;
  open.startsBlank = false;
  if (hasEnded) return false;
  return line.attempt(() => (line.skip(open.indent) === open.indent ? true : null)) ?? false;
}

/**
 * The mark of an item: of a list of this type, or of one that opens. Where it cuts a paragraph off, it has to be 1, and
 * something to stand beside it.
 */
function markAt(line: TextLine, type: LineList['type'] | null, isCut: boolean): ListMark | null {
  return line.attempt(() => {
    const before = line.skip();
    const start = line.offset;
    const mark = line.take(/(?:-|\d{1,9}\.)(?![^ \t])/y);
    if (mark === null) return null;
    const own = mark === '-' ? 'ul' : 'ol';
    if (type !== null && type !== own) return null;
    if (isCut && (line.isBlank || (own === 'ol' && mark !== '1.'))) return null;
    const startsBlank = line.isBlank;
    const indent = before + mark.length + (startsBlank ? 1 : line.skip());
    return { type: own, start, indent, startsBlank };
  });
}
