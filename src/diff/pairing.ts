/** Which paragraph of the edited document is which of the one that the data makes: by anchors, then by words. */
import type { WordParagraph } from '../finished/docx/manuscript.ts';
import { type Letter, lettersOf, wordsOf } from './letters.ts';
import { align, similarity } from './sequence.ts';

export interface ReadParagraph {
  readonly paragraph: WordParagraph;
  readonly letters: readonly Letter[];
  readonly words: string;
  /** What it is told by: its words; of a picture alone, those for the ear. */
  readonly key: string;
}

/** `anchorTo` says which anchor of the other document one of this document is. */
export function pagesOf(
  paragraphs: readonly WordParagraph[],
  anchorTo: (anchor: number) => number | null = (anchor) => anchor,
): readonly ReadParagraph[] {
  return paragraphs.map((paragraph) => {
    const runs = paragraph.runs.map((run) => ({ ...run, anchor: run.anchor === null ? null : anchorTo(run.anchor) }));
    const letters = lettersOf(runs);
    const words = wordsOf(letters);
    return { paragraph, letters, words, key: words === '' ? pictureIn(letters) : words };
  });
}

function pictureIn(letters: readonly Letter[]): string {
  const picture = letters.find(({ thing }) => thing?.type === 'picture')?.thing;
  return picture?.type !== 'picture' || picture.isDecoration ? '' : `\uFFFC ${picture.alt ?? ''}`;
}

/** Of each edited paragraph the index of the one that it was, null for a new one. */
export type Pairing = readonly (number | null)[];

/** As many paragraphs as are compared each with each. */
const mostCompared = 40;
const likeness = 0.45;

/** `areSure` says whether anchors are to be trusted before words are. */
export function pair(base: readonly ReadParagraph[], edited: readonly ReadParagraph[], areSure = true): Pairing {
  const pairs: (number | null)[] = edited.map(() => null);
  const taken = new Set<number>();
  const join = (one: number, other: number) => {
    pairs[other] = one;
    taken.add(one);
  };
  if (areSure) for (const [one, other] of byAnchors(base, edited)) join(one, other);
  const free = () => ({
    base: base.flatMap(({ key }, index) => (taken.has(index) || key === '' ? [] : [index])),
    edited: edited.flatMap(({ key }, index) => (pairs[index] !== null || key === '' ? [] : [index])),
  });
  const left = free();
  const keysOf = (pages: readonly ReadParagraph[], indexes: readonly number[]) =>
    indexes.map((index) => `${placeKey(pages[index])} ${pages[index]?.key ?? ''}`);
  for (const [one, other] of align(keysOf(base, left.base), keysOf(edited, left.edited)))
    join(left.base[one] ?? 0, left.edited[other] ?? 0);
  if (!areSure)
    for (const [one, other] of byAnchors(base, edited)) if (!taken.has(one) && pairs[other] === null) join(one, other);
  // What was moved without its anchor.
  const moved = free();
  const byWords = new Map(moved.base.toReversed().map((index) => [base[index]?.key ?? '', index]));
  for (const index of moved.edited) {
    const one = byWords.get(edited[index]?.key ?? '');
    if (one !== undefined && !taken.has(one) && (base[one]?.key.length ?? 0) > 3) join(one, index);
  }
  const mayBe = rowsThatAgree(base, edited, pairs, taken);
  for (const index of free().edited) {
    const one = alike(index, { base, edited, pairs, taken, mayBe });
    if (one !== null) join(one, index);
  }
  return pairs;
}

interface Search {
  readonly base: readonly ReadParagraph[];
  readonly edited: readonly ReadParagraph[];
  readonly pairs: readonly (number | null)[];
  readonly taken: ReadonlySet<number>;
  /** Whether two paragraphs can be one, by the rows of tables that they stand in. */
  mayBe(one: number, other: number): boolean;
}

/**
 * A row is one thing: a cell of it can only be one of the row that its other cells are of, and a row of which no cell is known yet
 * is another one where its cells, one with the other, are like those of that row. Else September of a row that is gone would become
 * December of a new one.
 */
function rowsThatAgree(
  base: readonly ReadParagraph[],
  edited: readonly ReadParagraph[],
  pairs: readonly (number | null)[],
  taken: ReadonlySet<number>,
): Search['mayBe'] {
  const [was, is] = [rowsOf(base), rowsOf(edited)];
  const known = new Map<string, string>();
  for (const [other, one] of pairs.entries()) {
    const [row, own] = [rowOf(edited[other]), one === null ? null : rowOf(base[one])];
    if (row !== null && own !== null && !known.has(row)) known.set(row, own);
  }
  const taking = new Set([...taken].flatMap((one) => rowOf(base[one]) ?? []));
  const likes = new Map<string, boolean>();
  return (one, other) => {
    const [before, now] = [rowOf(base[one]), rowOf(edited[other])];
    if (before === null || now === null) return before === now;
    const own = known.get(now);
    if (own !== undefined || taking.has(before)) return own === before;
    const key = `${before} ${now}`;
    const found = likes.get(key);
    if (found !== undefined) return found;
    const cells = (pages: readonly ReadParagraph[] | undefined) => (pages ?? []).map((page) => page.key);
    const [a, b] = [cells(was.get(before)), cells(is.get(now))];
    const mean = a.reduce((sum, cell, at) => sum + similarity(cell, b[at] ?? ''), 0) / Math.max(a.length, b.length);
    likes.set(key, mean > likeness);
    return mean > likeness;
  };
}

function rowOf(page: ReadParagraph | undefined): string | null {
  const cell = page?.paragraph.cell;
  return cell == null ? null : `${cell.table}.${cell.row}`;
}

function rowsOf(pages: readonly ReadParagraph[]): ReadonlyMap<string, readonly ReadParagraph[]> {
  const rows = new Map<string, ReadParagraph[]>();
  for (const page of pages) {
    const row = rowOf(page);
    if (row !== null) rows.set(row, [...(rows.get(row) ?? []), page]);
  }
  return rows;
}

function placeKey(page: ReadParagraph | undefined): string {
  const { heading, cell } = page?.paragraph ?? { heading: null, cell: null };
  return heading !== null ? 'heading' : cell === null ? 'text' : 'cell';
}

/** The paragraph of each anchor. */
export function homesOf(base: readonly ReadParagraph[]): ReadonlyMap<number, number> {
  const home = new Map<number, number>();
  for (const [index, { letters }] of base.entries())
    for (const { anchor } of letters) if (anchor !== null) home.set(anchor, index);
  return home;
}

export function sameCell(one: ReadParagraph | undefined, other: ReadParagraph | undefined): boolean {
  const [a, b] = [one?.paragraph.cell, other?.paragraph.cell];
  return a?.table === b?.table && a?.row === b?.row && a?.column === b?.column;
}

/** The paragraph that has most of the words of an anchor; one that was parted stays with its first part of any length. */
function byAnchors(
  base: readonly ReadParagraph[],
  edited: readonly ReadParagraph[],
): readonly (readonly [number, number])[] {
  const home = homesOf(base);
  const counted = new Map<number, Map<number, number>>();
  for (const [index, { letters }] of edited.entries())
    for (const { anchor } of letters) {
      const one = anchor === null ? undefined : home.get(anchor);
      if (one === undefined) continue;
      const counts = counted.get(one) ?? new Map<number, number>();
      counted.set(one, counts.set(index, (counts.get(index) ?? 0) + 1));
    }
  const found: [number, number][] = [];
  const used = new Set<number>();
  for (const [one, counts] of [...counted].sort(([a], [b]) => a - b)) {
    const [best] = [...counts].filter(([index]) => !used.has(index)).sort(([a, x], [b, y]) => y - x || a - b);
    if (best === undefined) continue;
    used.add(best[0]);
    found.push([one, best[0]]);
  }
  return found;
}

/** Of those that stand between the same neighbours, the one that is most like it. */
function alike(index: number, { base, edited, pairs, taken, mayBe }: Search): number | null {
  let [before, after] = [index - 1, index + 1];
  while (before >= 0 && pairs[before] === null) before -= 1;
  while (after < edited.length && pairs[after] === null) after += 1;
  const from = before < 0 ? -1 : (pairs[before] ?? -1);
  const to = after >= edited.length ? base.length : (pairs[after] ?? base.length);
  const own = edited[index]?.key ?? '';
  let [best, most] = [null as number | null, likeness];
  for (let one = from + 1; one < Math.min(to, from + 1 + mostCompared); one += 1) {
    const page = base[one];
    if (page === undefined || taken.has(one) || placeKey(page) !== placeKey(edited[index])) continue;
    if (!mayBe(one, index)) continue;
    const like = similarity(page.key, own);
    if (like > most) [best, most] = [one, like];
  }
  return best;
}
