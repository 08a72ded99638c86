/** Lines of a document as blocks of braille: their cells, where they begin and where they go on. Columns count from 0. */

import { type Cells, dots } from '../../language/braille/code.ts';
import { brailleOf, type LanguageRun } from '../../language/braille/switch.ts';
import type { Language } from '../../language/language.ts';
import { printedAddress } from '../../model/address.ts';
import { noBreak } from '../../text.ts';
import type { LinearLine, LinearRun } from '../linear/line.ts';
import type { BrailleLine } from './print-pages.ts';

export interface BrailleBlock {
  /** Words in cells; what no line ends within is one, with no-break spaces in it. */
  readonly words: readonly string[];
  readonly place: BlockPlace;
  /** Blocks of one group stand together, with an empty line around them. */
  readonly group: 'heading' | 'text' | 'list' | 'table' | 'contents' | 'box' | 'boxEnd';
  /** Whether it stays on a page as a whole, and whether with the start of the next one. */
  readonly keep: 'whole' | 'next' | null;
  /** What a list of contents calls it by, and what its own line leads to. */
  readonly heads: string | null;
  readonly leads: string | null;
  /** The pages of the PDF that begin before it. */
  readonly prints: readonly string[];
}

export type BlockPlace =
  | { readonly type: 'centred' }
  /** A line across the page. */
  | { readonly type: 'line'; readonly cell: Cells }
  /** The first line and those after it. */
  | { readonly type: 'indented'; readonly first: number; readonly run: number };

/** Lines over and under a box (Braille Formats, 7.2). */
const boxLines = { box: dots('2356'), boxEnd: dots('1245') };

/** Around what is not the text's own: 3.27 of the Rules of UEB. */
const note = { open: dots('4-46-126'), close: dots('4-46-345') };

/** A block for each line, and after it one for each note that is called in it. */
export function blocksOf(lines: readonly BrailleLine[], language: Language): readonly BrailleBlock[] {
  const deepest = deepestOf(lines);
  return lines.flatMap((line, index) => [
    ...paged(blocksOfLine(line, deepest[index] ?? 0, language), line),
    ...line.notes.map(({ mark, lang, runs }) => {
      const words = wordsOf([{ type: 'mark', text: `${mark} `, lang }, ...runs], language);
      return { ...plainBlock, words, place: indented(6, 4) };
    }),
  ]);
}

/** With what stands at its head: where a page of the PDF begins amid a line, its words go on as if nothing stood between them. */
function paged(blocks: readonly BrailleBlock[], { prints, goesOn }: BrailleLine): readonly BrailleBlock[] {
  return blocks.map((block, index) => {
    const place = block.place.type === 'indented' && goesOn ? indented(block.place.run, block.place.run) : block.place;
    return { ...block, place, prints: index === 0 ? prints : [] };
  });
}

/** What a person who reads it has to know of it first. */
export function openingNote(language: Language, hasPrintPages: boolean): BrailleBlock {
  const { brailleMade, braillePages } = language.chrome;
  const words = hasPrintPages ? `${brailleMade} ${braillePages}` : brailleMade;
  return {
    ...plainBlock,
    words: noted([textRun(words, language)], language),
    place: indented(6, 4),
  };
}

const plainBlock = { group: 'text', heads: null, leads: null, keep: null, prints: [] } as const;

const indented = (first: number, run: number): BlockPlace => ({ type: 'indented', first, run });

function blocksOfLine(line: LinearLine, deepest: number, language: Language): BrailleBlock[] {
  if (line.type === 'caption') return captionOf(line, language);
  if (line.type !== 'box' && line.type !== 'boxEnd') return [blockOf(line, line.type, deepest, language)];
  const drawn: BrailleBlock = {
    ...{ ...plainBlock, words: [], place: { type: 'line', cell: boxLines[line.type] } },
    ...{ group: line.type, keep: line.opens ? 'next' : null },
  };
  if (line.runs.length === 0) return [drawn];
  return [drawn, { ...plainBlock, words: noted(line.runs, language), place: indented(6, 4), keep: 'next' }];
}

/** What is counted, or whose the picture is, begins anew. */
function captionOf({ runs, place, opens }: LinearLine, language: Language): BrailleBlock[] {
  const end = runs.findIndex(({ type }) => type === 'break');
  const parts = end < 0 ? [runs] : [runs.slice(0, end), runs.slice(end + 1)];
  return parts.map((part, index) => {
    const keep = opens || index < parts.length - 1 ? 'next' : 'whole';
    const heads = index === 0 ? place : null;
    return { ...plainBlock, words: wordsOf(part, language), place: indented(6, 4), heads, keep };
  });
}

type WordedType = Exclude<LinearLine['type'], 'caption' | 'box' | 'boxEnd'>;

function blockOf(line: LinearLine, type: WordedType, deepest: number, language: Language): BrailleBlock {
  const { level, depth, runs, label, place, opens } = line;
  const { picture, columns, tableAsList } = language.chrome;
  const words = wordsOf(label === null ? runs : [label, textRun(' ', language), ...runs], language);
  const left = 2 * depth;
  switch (type) {
    case 'heading':
      return {
        ...plainBlock,
        words,
        group: 'heading',
        keep: 'next',
        heads: place,
        place: level < 3 ? { type: 'centred' } : indented(level === 3 ? 4 : 6, level === 3 ? 4 : 6),
      };
    case 'paragraph':
      return {
        ...plainBlock,
        words,
        place: depth === 0 ? indented(2, 0) : indented(left, left),
        group: depth === 0 ? 'text' : 'list',
      };
    case 'item':
      return { ...plainBlock, words, place: indented(left - 2, 2 * deepest), group: 'list' };
    case 'term':
      return { ...plainBlock, words, place: indented(left, left + 4), group: 'list' };
    case 'figure':
      return {
        ...plainBlock,
        words: noted([textRun(`${picture}: `, language), ...runs], language),
        place: indented(6, 4),
        heads: place,
        keep: opens ? 'next' : null,
      };
    case 'columns':
      return {
        ...plainBlock,
        words: noted([textRun(`${tableAsList} ${columns}: `, language), ...runs], language),
        place: indented(6, 4),
        group: 'table',
        keep: 'next',
      };
    case 'row':
      return { ...plainBlock, words, place: indented(left, left + 4), group: 'table' };
    case 'cell':
      return { ...plainBlock, words, place: indented(left + 2, left + 4), group: 'table' };
    case 'entry':
      return { ...plainBlock, words, place: indented(2 * (level - 1), 8), group: 'contents', leads: place };
    case 'note':
      return { ...plainBlock, words, place: indented(6, 4) };
    default:
      return type satisfies never;
  }
}

/** For each line, how deep lists are nested among those that it stands with: their lines go on right of all their starts. */
function deepestOf(lines: readonly LinearLine[]): readonly number[] {
  const deepest = lines.map(({ depth }) => depth);
  for (let start = 0; start < lines.length; ) {
    let end = start + 1;
    while (end < lines.length && lines[end]?.depth !== 0 && lines[start]?.depth !== 0) end += 1;
    deepest.fill(Math.max(...deepest.slice(start, end)), start, end);
    start = end;
  }
  return deepest;
}

function textRun(text: string, { tag }: Language): LanguageRun {
  return { text, lang: tag };
}

type AnyRun = LinearRun | LanguageRun;

function noted(runs: readonly AnyRun[], language: Language): readonly string[] {
  const words = wordsOf(runs, language);
  return words.map(
    (word, index) => `${index === 0 ? note.open : ''}${word}${index === words.length - 1 ? note.close : ''}`,
  );
}

/** What people type or dial: cells are dear. */
function addressIn(target: string): string {
  return /^(?:https?|mailto|tel):/.test(target) ? printedAddress(target) : target;
}

/** Words in cells, bound ones as one; where a link leads stands in brackets behind its words. */
function wordsOf(runs: readonly AnyRun[], language: Language): readonly string[] {
  const texts = runs.map((run): LanguageRun => {
    const text = run.text.replace(/[\u2007\u202F]/g, noBreak).replace(/(?!\u00A0)\p{Zs}/gu, ' ');
    const type = 'type' in run ? run.type : 'text';
    const leads = type === 'address' ? addressIn(text) : type === 'place' ? text : null;
    return { text: leads === null ? text : ` (${leads})`, lang: run.lang };
  });
  return brailleOf(texts, language)
    .split(' ')
    .filter((word) => word !== '');
}
