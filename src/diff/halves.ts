/**
 * Paragraphs that were parted with Enter: Word leaves the start of an anchor in the first half and its end in the second. Halves of a
 * text that has several paragraphs stay two; halves of any other are one again, with a mark between that the data cannot say.
 */
import type { Thing } from '../finished/docx/manuscript.ts';
import { alignLetters, type Letter, trimmed, wordsOf } from './letters.ts';
import { homesOf, type Pairing, type ReadParagraph, sameCell } from './pairing.ts';
import { similarity } from './sequence.ts';

export interface Rejoined {
  /** As many as before: what has gone to the first half is empty. */
  readonly pages: readonly ReadParagraph[];
  /** Halves that stay paragraphs, by the paragraph that they are of. */
  readonly halves: ReadonlyMap<number, number>;
}

/** The least share of its letters that a half has from the paragraph that was parted; one with fewer is new. */
const leastShare = 0.4;
export const parting: Thing = { type: 'object', name: 'parting', words: '', sum: '' };

/** `homeOf` gives the paragraph that the words of an edited one are from, null where none is known. */
export function wholeOf(
  base: readonly ReadParagraph[],
  edited: readonly ReadParagraph[],
  homeOf: (page: number) => number | null,
  isBlock: (one: number) => boolean,
): Rejoined {
  const pages = [...edited];
  const halves = new Map<number, number>();
  for (const { one, group } of groupsOf(edited, homeOf)) {
    const own = base[one]?.letters ?? [];
    const isHalf = halvesIn(
      own,
      group.map((page) => edited[page]?.letters ?? []),
    );
    const [from, to] = [isHalf.indexOf(true), isHalf.lastIndexOf(true)];
    for (const [index, page] of group.entries())
      if (index < from || index > to) pages[page] = withoutAnchors(edited[page]);
    const parted = group.slice(from, to + 1);
    if (parted.length < 2) continue;
    if (isBlock(one)) {
      for (const [index, page] of parted.entries()) if (isHalf[from + index]) halves.set(page, one);
    } else for (const [page, read] of joined(parted, edited)) pages[page] = read;
  }
  return { pages, halves };
}

/** Where the words are from by the anchors around them. */
export function homesByAnchors(
  base: readonly ReadParagraph[],
  edited: readonly ReadParagraph[],
): (page: number) => number | null {
  const home = homesOf(base);
  return (page) => {
    for (const { anchor } of edited[page]?.letters ?? []) {
      const found = anchor === null ? undefined : home.get(anchor);
      if (found !== undefined) return found;
    }
    return null;
  };
}

/** The same where no anchor is left: a new paragraph beside another has what that one has lost. */
export function homesByWords(
  base: readonly ReadParagraph[],
  edited: readonly ReadParagraph[],
  pairing: Pairing,
): (page: number) => number | null {
  const anchored = homesByAnchors(base, edited);
  const homes = edited.map((read, page) => {
    const known = pairing[page] ?? anchored(page);
    if (known !== null || read.words.length < 4) return known;
    for (const beside of [page - 1, page + 1]) {
      const [one, other] = [pairing[beside] ?? null, edited[beside]];
      const was = one === null ? undefined : base[one];
      if (one === null || was === undefined || other === undefined || was.words === other.words) continue;
      const [shared] = halfShares(was.letters, [read.letters]);
      const both = beside < page ? `${other.words} ${read.words}` : `${read.words} ${other.words}`;
      const isCloser = similarity(was.words, both) > similarity(was.words, other.words);
      if ((shared ?? 0) > 0.8 && isCloser) return one;
    }
    return null;
  });
  return (page) => homes[page] ?? null;
}

/** Neighbours of one home in one cell. */
function groupsOf(edited: readonly ReadParagraph[], homeOf: (page: number) => number | null) {
  const groups: { one: number; group: number[] }[] = [];
  for (const [page, { words }] of edited.entries()) {
    if (words === '') continue;
    const [one, last] = [homeOf(page), groups.at(-1)];
    if (one === null) continue;
    const before = last?.group.at(-1) ?? -1;
    const isNext = edited.slice(before + 1, page).every((between) => between.words === '');
    const isThere = sameCell(edited[page], edited[before]);
    if (last !== undefined && last.one === one && isNext && isThere) last.group.push(page);
    else groups.push({ one, group: [page] });
  }
  return groups.filter(({ group }) => group.length > 1);
}

function halvesIn(base: readonly Letter[], all: readonly (readonly Letter[])[]): readonly boolean[] {
  const are = halfShares(base, all).map((share) => share >= leastShare);
  return are.includes(true) ? are : are.map(() => true);
}

/** Of the letters of each, the share that is from the paragraph. */
function halfShares(base: readonly Letter[], all: readonly (readonly Letter[])[]): readonly number[] {
  const kept = new Set(alignLetters(base, all.flat()).map(([, other]) => other));
  let start = 0;
  return all.map((letters) => {
    const own = letters.flatMap(({ key }, index) => (key === ' ' ? [] : [kept.has(start + index)]));
    start += letters.length;
    return own.length === 0 ? 0 : own.filter(Boolean).length / own.length;
  });
}

function withoutAnchors(read: ReadParagraph | undefined): ReadParagraph {
  if (read === undefined) throw new Error('no such paragraph');
  return { ...read, letters: read.letters.map((letter) => ({ ...letter, anchor: null })) };
}

function joined(group: readonly number[], edited: readonly ReadParagraph[]) {
  const all = group.flatMap((page) => edited[page] ?? []);
  const [first] = all;
  if (first === undefined) return [];
  const letters = all.flatMap(({ letters: whole }, index) => {
    const own = trimmed(whole);
    const [letter] = own;
    if (index === 0 || letter === undefined) return own;
    const mark: Letter = {
      ...letter,
      sign: '\uFFFC',
      key: 'parting',
      marks: '',
      target: null,
      other: '',
      thing: parting,
    };
    return [mark, ...own];
  });
  const paragraph = { ...first.paragraph, revisions: all.flatMap((read) => read.paragraph.revisions) };
  const words = wordsOf(letters);
  const empty = (read: ReadParagraph): ReadParagraph => ({
    ...read,
    paragraph: { ...read.paragraph, revisions: [] },
    letters: [],
    words: '',
    key: '',
  });
  return group.flatMap((page, index) => {
    const read = edited[page];
    if (read === undefined) return [];
    return [[page, index === 0 ? { paragraph, letters, words, key: words } : empty(read)] as const];
  });
}
