/**
 * Texts of paragraphs and lists as most are written: without marks, an item on each line. They are read line by line in one
 * go; whatever CommonMark might read otherwise is left to its parser, with which a test compares what is read here.
 */
import type { TextRange } from '../model/marks.ts';

export type PlainBlock =
  | { readonly type: 'p'; readonly span: TextRange }
  | { readonly type: 'ul' | 'ol'; readonly span: TextRange; readonly items: PlainItem[] };

export interface PlainItem {
  /** With its mark. */
  readonly span: TextRange;
  readonly words: TextRange;
}

/** Marks, escapes and control characters but line ends. */
const signs = /[*[\]\\\p{Cc}]/u;
const item = /^(?:-|\d{1,9}\.) (?=[^ ])/;
/** What opens an item in CommonMark, or might. */
const opens = /^(?:[-+]|\d{1,9}[.)])(?: |$)/;

/** The blocks of a text, with offsets in it; null for a text that is not plain. */
export function plainBlocks(text: string): readonly PlainBlock[] | null {
  const blocks: PlainBlock[] = [];
  let open: PlainBlock | null = null;
  let start = 0;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    const read = readLine(line, open, { start, end });
    if (read === null) return null;
    if (read.ends && open !== null) blocks.push(open);
    // A list goes on behind a blank line if another item follows.
    if (read.ends && read.block !== null && read.block.type !== 'p' && blocks.at(-1)?.type === read.block.type)
      return null;
    open = read.block;
    start = end + 1;
  }
  if (open !== null) blocks.push(open);
  return blocks;
}

/** The block that is open after a line, and whether the one before it has ended. */
interface Reading {
  readonly block: PlainBlock | null;
  readonly ends: boolean;
}

function readLine(line: string, open: PlainBlock | null, span: TextRange): Reading | null {
  if (line === '') return { block: null, ends: true };
  if (signs.test(line) || line.startsWith(' ') || line.endsWith(' ')) return null;
  const mark = item.exec(line)?.[0];
  if (mark === undefined) {
    if (opens.test(line)) return null;
    if (open === null) return { block: { type: 'p', span }, ends: true };
    // What follows an item without a blank line is part of it, or not, by rules that are not ours.
    return open.type === 'p' ? { block: { ...open, span: { ...open.span, end: span.end } }, ends: false } : null;
  }
  if (opens.test(line.slice(mark.length))) return null;
  const type = mark === '- ' ? 'ul' : 'ol';
  const own = { span, words: { start: span.start + mark.length, end: span.end } };
  if (open === null || (open.type === 'p' && type === 'ul')) return { block: { type, span, items: [own] }, ends: true };
  if (open.type === 'p' || open.type !== type) return null;
  open.items.push(own);
  return { block: { ...open, span: { ...open.span, end: span.end } }, ends: false };
}
