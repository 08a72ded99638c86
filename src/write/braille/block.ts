/** Lines of a document as blocks of braille: their cells, where they begin and where they go on. Columns count from 0. */

import { dots } from '../../language/braille/code.ts';
import { brailleOf, type LanguageRun } from '../../language/braille/switch.ts';
import type { Language } from '../../language/language.ts';
import type { LinearLine, LinearRun } from '../linear/line.ts';
import type { BrailleLine } from './print-pages.ts';

export interface BrailleBlock {
  /** Words in cells. */
  readonly words: readonly string[];
  readonly place: BlockPlace;
  /** Blocks of one group stand together, with an empty line around them. */
  readonly group: 'heading' | 'text' | 'list' | 'table' | 'contents';
  /** What a list of contents calls it by, and what its own line leads to. */
  readonly heads: string | null;
  readonly leads: string | null;
  /** The pages of the PDF that begin before it. */
  readonly prints: readonly string[];
}

export type BlockPlace =
  | { readonly type: 'centred' }
  /** The first line and those after it. */
  | { readonly type: 'indented'; readonly first: number; readonly run: number };

/** Around what is not the text's own: 3.27 of the Rules of UEB. */
const note = { open: dots('4-46-126'), close: dots('4-46-345') };

/** A block for each line, and after it one for each note that is called in it. */
export function blocksOf(lines: readonly BrailleLine[], language: Language): readonly BrailleBlock[] {
  const deepest = deepestOf(lines);
  return lines.flatMap((line, index) => [
    paged(blockOf(line, deepest[index] ?? 0, language), line),
    ...line.notes.map(({ number, lang, runs }) => {
      const words = wordsOf([{ type: 'mark', text: `[${number}] `, lang }, ...runs], language);
      return { ...plainBlock, words, place: indented(6, 4) };
    }),
  ]);
}

/** With what stands at its head: where a page of the PDF begins amid a line, its words go on as if nothing stood between them. */
function paged(block: BrailleBlock, { prints, goesOn }: BrailleLine): BrailleBlock {
  const place = block.place.type === 'indented' && goesOn ? indented(block.place.run, block.place.run) : block.place;
  return { ...block, place, prints };
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

const plainBlock = { group: 'text', heads: null, leads: null, prints: [] } as const;

const indented = (first: number, run: number): BlockPlace => ({ type: 'indented', first, run });

function blockOf(line: LinearLine, deepest: number, language: Language): BrailleBlock {
  const { type, level, depth, runs, label, place } = line;
  const { picture, columns, tableAsList } = language.chrome;
  const words = wordsOf(label === null ? runs : [label, textRun(' ', language), ...runs], language);
  const left = 2 * depth;
  switch (type) {
    case 'heading':
      return {
        ...plainBlock,
        words,
        group: 'heading',
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
    case 'caption':
      return { ...plainBlock, words, place: indented(6, 4) };
    case 'figure':
      return {
        ...plainBlock,
        words: noted([textRun(`${picture}: `, language), ...runs], language),
        place: indented(6, 4),
      };
    case 'columns':
      return {
        ...plainBlock,
        words: noted([textRun(`${tableAsList} ${columns}: `, language), ...runs], language),
        place: indented(6, 4),
        group: 'table',
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

/** Words in cells; the address of a link stands in brackets behind its words. */
function wordsOf(runs: readonly AnyRun[], language: Language): readonly string[] {
  const texts = runs.map((run): LanguageRun => {
    const text = run.text.replace(/[\u00A0\u202F]/g, ' ');
    return { text: 'type' in run && run.type === 'address' ? ` (${text})` : text, lang: run.lang };
  });
  return brailleOf(texts, language)
    .split(' ')
    .filter((word) => word !== '');
}
