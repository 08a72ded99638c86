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
  for (const index of free().edited) {
    const one = alike(index, base, edited, pairs, taken);
    if (one !== null) join(one, index);
  }
  return pairs;
}

function placeKey(page: ReadParagraph | undefined): string {
  const { heading, cell } = page?.paragraph ?? { heading: null, cell: null };
  return heading !== null ? 'heading' : cell === null ? 'text' : 'cell';
}

/** The paragraph that has most of the words of an anchor; one that was parted stays with its first part of any length. */
function byAnchors(
  base: readonly ReadParagraph[],
  edited: readonly ReadParagraph[],
): readonly (readonly [number, number])[] {
  const home = new Map<number, number>();
  for (const [index, { letters }] of base.entries())
    for (const { anchor } of letters) if (anchor !== null) home.set(anchor, index);
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
function alike(
  index: number,
  base: readonly ReadParagraph[],
  edited: readonly ReadParagraph[],
  pairs: readonly (number | null)[],
  taken: ReadonlySet<number>,
): number | null {
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
    const like = similarity(page.key, own);
    if (like > most) [best, most] = [one, like];
  }
  return best;
}
