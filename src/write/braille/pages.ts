/** Blocks on pages: lines of so many cells, a page's last line for its number. */
import { digit, dots, numberSign } from '../../language/braille/code.ts';
import { noBreak } from '../../text.ts';
import type { BrailleBlock } from './block.ts';

export interface BraillePage {
  readonly cells: number;
  readonly lines: number;
  /** Whether the pages of the PDF are told: on the first line of each page, and where one begins further down. */
  readonly prints: boolean;
}

/** Pages of lines, each line in cells with spaces between its words. */
export type BraillePages = readonly (readonly string[])[];

/** The page numbers in a list of contents are those of braille pages; their room is kept, so that they move nothing. */
export function pagesOf(blocks: readonly BrailleBlock[], size: BraillePage): BraillePages {
  const first = laid(blocks, size, new Map());
  return laid(blocks, size, first.found).pages;
}

interface Laid {
  readonly pages: BraillePages;
  /** The page of each place, from 1. */
  readonly found: ReadonlyMap<string, number>;
}

interface OpenPage {
  /** The page of the PDF that its first line is of, and how many pages of braille before it are of that too. */
  readonly print: { readonly label: string; readonly before: number } | null;
  readonly lines: string[];
}

function laid(blocks: readonly BrailleBlock[], size: BraillePage, known: ReadonlyMap<string, number>): Laid {
  const pages: OpenPage[] = [];
  const found = new Map<string, number>();
  const room = size.lines - (size.prints ? 2 : 1);
  let print: OpenPage['print'] = null;
  const open = () => {
    pages.push({ print, lines: [] });
    if (print !== null) print = { ...print, before: print.before + 1 };
  };
  const page = () => pages.at(-1)?.lines ?? [];
  for (const [index, block] of blocks.entries()) {
    const lines = linesOf(block, size.cells, known);
    const before = blocks[index - 1];
    const gap = isApart(before, block);
    const least = leastOf(blocks, index, (each) => linesOf(each, size.cells, known).length, room) + block.prints.length;
    // What is higher than a page begins where it comes.
    const fits = page().length + (gap ? 1 : 0) + least <= room || (least > room && page().length + 2 < room);
    const isTop = pages.length === 0 || (!fits && page().length > 0);
    const top = isTop ? block.prints[0] : undefined;
    if (top !== undefined) print = { label: top, before: 0 };
    if (isTop) open();
    else if (gap) page().push('');
    for (const label of top === undefined ? block.prints : block.prints.slice(1)) {
      if (page().length >= room) open();
      page().push(separatorOf(label, size.cells));
      print = { label, before: 1 };
    }
    if (block.heads !== null) found.set(block.heads, pages.length);
    for (const line of lines) {
      if (page().length >= room) open();
      page().push(line);
    }
  }
  return { pages: pages.map((each, index) => numbered(each, index + 1, size)), found };
}

/** Whether an empty line is between two blocks. */
function isApart(before: BrailleBlock | undefined, block: BrailleBlock): boolean {
  if (before === undefined || before.group === 'box' || block.group === 'boxEnd') return false;
  return block.group === 'heading' || before.group !== block.group;
}

/** How many lines of a block, and of those that stay with it, have to be on one page. */
function leastOf(
  blocks: readonly BrailleBlock[],
  index: number,
  heightOf: (block: BrailleBlock) => number,
  room: number,
): number {
  let least = 0;
  for (let at = index; at < blocks.length && least <= room; at += 1) {
    const [before, block] = [blocks[at - 1], blocks[at]];
    if (block === undefined) break;
    if (at > index && isApart(before, block)) least += 1;
    if (block.keep === 'next') least += heightOf(block);
    else {
      // Two lines of a text under its heading.
      const started = at === index ? 1 : 2;
      const height = heightOf(block);
      return least + (block.keep === 'whole' ? height : Math.min(started, height));
    }
  }
  return least;
}

function numbered({ print, lines }: OpenPage, number: number, size: BraillePage): readonly string[] {
  const { cells, lines: all, prints } = size;
  const head = prints ? [(print === null ? '' : printOf(print)).padStart(cells)] : [];
  const empty = Array.from({ length: Math.max(0, all - 1 - head.length - lines.length) }, () => '');
  return [...head, ...lines, ...empty, numberOf(number).padStart(cells)];
}

/** A line of dots 3-6 with the number of the page of the PDF that begins under it. */
function separatorOf(label: string, cells: number): string {
  return numberOf(Number(label)).padStart(cells, dots('36'));
}

/** The second page of braille that a page of the PDF is on has an `a` before its number, the third a `b`. */
function printOf({ label, before }: { readonly label: string; readonly before: number }): string {
  return `${before === 0 ? '' : letterOf(before - 1)}${numberOf(Number(label))}`;
}

function letterOf(index: number): string {
  const [first, last] = [Math.floor(index / letters.length) - 1, letters[index % letters.length] ?? ''];
  return first < 0 ? last : `${letterOf(first)}${last}`;
}

const letters =
  '1 12 14 145 15 124 1245 125 24 245 13 123 134 1345 135 1234 12345 1235 234 2345 136 1236 2456 1346 13456 1356'
    .split(' ')
    .map(dots);

export function numberOf(number: number): string {
  return numberSign + [...String(number)].map(digit).join('');
}

/** Leads the finger to a page number; no fewer than two. */
const guide = dots('5');
/** A space, two guide dots, a space, the number sign and four digits. */
const roomForNumber = 9;

function linesOf(block: BrailleBlock, cells: number, known: ReadonlyMap<string, number>): readonly string[] {
  if (block.place.type === 'centred') {
    const lines = wrapped(block.words, { first: 0, run: 0, width: cells - 6 });
    return lines.map((line) => line.padStart(line.length + Math.floor((cells - line.length) / 2)));
  }
  if (block.place.type === 'line') return [block.place.cell.repeat(cells)];
  const { first, run } = block.place;
  if (block.leads === null) return wrapped(block.words, { first, run, width: cells });
  const lines = wrapped(block.words, { first, run, width: cells - roomForNumber });
  const page = known.get(block.leads);
  // Pages are known in the second round only; a place that is nowhere has none.
  if (page === undefined) return lines;
  const number = numberOf(page);
  const last = lines.at(-1) ?? '';
  const dotted = guide.repeat(cells - last.length - number.length - 2);
  return [...lines.slice(0, -1), `${last} ${dotted} ${number}`];
}

/** The line goes on without a space: at the end of a part of a word that is longer than a line. */
export const continuation = dots('5');

interface Measure {
  readonly first: number;
  readonly run: number;
  readonly width: number;
}

function wrapped(words: readonly string[], { first, run, width }: Measure): readonly string[] {
  const lines: string[] = [];
  let line = ' '.repeat(Math.min(first, width - 10));
  let isEmpty = true;
  const next = () => {
    lines.push(line);
    line = ' '.repeat(Math.min(run, width - 10));
    isEmpty = true;
  };
  // What is bound comes apart only where no line holds it.
  const room = width - Math.min(Math.max(first, run), width - 10);
  for (const word of words.flatMap((bound) => (bound.length > room ? bound.split(noBreak) : [bound]))) {
    if (!isEmpty && line.length + 1 + word.length > width) next();
    let rest = word;
    while (line.length + (isEmpty ? 0 : 1) + rest.length > width) {
      const cut = cutOf(rest, width - line.length - 1);
      line += rest.slice(0, cut) + continuation;
      rest = rest.slice(cut);
      next();
    }
    line += `${isEmpty ? '' : ' '}${rest}`;
    isEmpty = false;
  }
  lines.push(line);
  return lines.map((each) => each.replaceAll(noBreak, ' '));
}

/** Behind a slash, stop or hyphen where there is one in the second half, else where the line is full. */
function cutOf(word: string, most: number): number {
  const part = word.slice(0, most);
  const at = Math.max(...['456-34', '256', '36', '34'].map((sign) => part.lastIndexOf(dots(sign)) + dots(sign).length));
  return at > most / 2 ? Math.min(at, most) : most;
}
