/** What has changed in the lists of the data: items, rows, blocks and sections that are gone, or stand in another order. */
import type { Revision } from '../finished/docx/manuscript.ts';
import { type Path, pathOf, pathText } from '../json/path.ts';
import type { Change } from './change.ts';
import { wordsOf } from './letters.ts';
import type { Pairing, ReadParagraph } from './pairing.ts';
import type { Part } from './parts.ts';

/** An item of a list of the data, with the words that are from it. */
export interface Item {
  readonly list: Path;
  readonly index: number;
  readonly parts: readonly Part[];
  readonly isGone: boolean;
}

/** All items of lists that words are from, outer before inner. */
export function itemsOf(parts: readonly Part[], isPresent: (part: Part) => boolean): readonly Item[] {
  const items = new Map<string, { list: Path; index: number; parts: Part[] }>();
  for (const part of parts) {
    const path = part.place === null ? null : pathOf(part.place);
    for (const [at, step] of (path ?? []).entries()) {
      if (path === null || typeof step !== 'number') continue;
      const key = pathText(path.slice(0, at + 1));
      const known = items.get(key);
      if (known === undefined) items.set(key, { list: path.slice(0, at), index: step, parts: [part] });
      else known.parts.push(part);
    }
  }
  return [...items.values()]
    .map((item) => ({ ...item, isGone: !item.parts.some(isPresent) }))
    .sort((one, other) => one.list.length - other.list.length);
}

export interface ListSides {
  readonly base: readonly ReadParagraph[];
  readonly edited: readonly ReadParagraph[];
  readonly pairing: Pairing;
  readonly languages: readonly string[];
  /** Tracked ones. */
  readonly deletions: readonly Revision[];
}

/** Items that are gone whole; those within others that are gone are not told of their own. */
export function removedItems(
  items: readonly Item[],
  sides: ListSides,
): { readonly changes: readonly Change[]; readonly gone: ReadonlySet<Part> } {
  const gone = new Set<Part>();
  const changes: Change[] = [];
  const lists = byList(items);
  const left = new Set([...lists].flatMap(([key, all]) => (all.some(({ isGone }) => !isGone) ? [key] : [])));
  for (const item of items) {
    if (!item.isGone || item.parts.every((part) => gone.has(part))) continue;
    const list = pathText(item.list);
    const isAll = !left.has(list);
    const own = isAll ? new Set(lists.get(list)?.flatMap(({ parts }) => parts)) : item.parts;
    const before = [...own].map((part) => wordsOf(part.before)).filter((words) => words !== '');
    for (const part of own) gone.add(part);
    const isCell = !isAll && item.parts.some((part) => isEmptied(part, sides));
    changes.push({
      kind: 'removed',
      path: isAll ? list : pathText([...item.list, item.index]),
      before: before.join(' | '),
      after: null,
      // Data has no such part with an empty list.
      edit: isAll || isCell ? null : { type: 'remove', list: item.list, index: item.index },
      note: isAll
        ? 'Nothing is left of it: remove what it is a part of in the data, or leave some of it.'
        : noteOf(isCell, sides.languages),
      revisions: revisionsOf(before[0] ?? '', sides.deletions),
    });
  }
  return { changes, gone };
}

function noteOf(isCell: boolean, languages: readonly string[]): string | null {
  if (isCell) return 'The cell is empty now: change it in the data.';
  return languages.length > 1 ? `It goes in all languages (${languages.join(', ')}).` : null;
}

/** Items by the paths of their lists. */
function byList(items: readonly Item[]): ReadonlyMap<string, readonly Item[]> {
  const lists = new Map<string, Item[]>();
  for (const item of items) {
    const key = pathText(item.list);
    const known = lists.get(key);
    if (known === undefined) lists.set(key, [item]);
    else known.push(item);
  }
  return lists;
}

/** Whether the row of a cell is still there, with as many cells as before. */
function isEmptied({ base: index }: Part, { base, edited, pairing }: ListSides): boolean {
  const cell = base[index]?.paragraph.cell;
  if (cell === null || cell === undefined) return false;
  const rowOf = (pages: readonly ReadParagraph[], at: number) => {
    const own = pages[at]?.paragraph.cell;
    return pages.filter(({ paragraph }) => paragraph.cell?.table === own?.table && paragraph.cell?.row === own?.row);
  };
  const columns = (pages: readonly ReadParagraph[]) =>
    new Set(pages.map(({ paragraph }) => paragraph.cell?.column)).size;
  const left = pairing.findIndex((one, at) => {
    const own = one === null ? null : base[one]?.paragraph.cell;
    return own?.table === cell.table && own.row === cell.row && edited[at]?.paragraph.cell !== null;
  });
  return left >= 0 && columns(rowOf(edited, left)) >= columns(rowOf(base, index));
}

/** Tracked deletions that have these words. */
export function revisionsOf(words: string, deletions: readonly Revision[]): Change['revisions'] {
  const own = words.slice(0, 40);
  if (own === '') return [];
  // A number such as 7 is in many a deletion.
  return deletions.filter(({ text }) => {
    const shown = text.replace(/[\s\u00AD]+/gu, ' ').trim();
    return own.length > 3 ? shown.includes(own) : shown === own;
  });
}

/** Lists whose items stand in another order. `isElsewhere` leaves out what has gone to another part of the document. */
export function movedItems(
  items: readonly Item[],
  sides: ListSides,
  isElsewhere: (part: Part) => boolean,
): readonly Change[] {
  return [...byList(items)].flatMap(([key, all]): readonly Change[] => {
    const placed = all.flatMap((item) => {
      const there = item.parts.filter(
        (part) => part.page !== null && part.now !== null && part.offset >= 0 && !isElsewhere(part),
      );
      const [first] = there.toSorted((one, other) => (one.page ?? 0) - (other.page ?? 0) || one.offset - other.offset);
      return first === undefined ? [] : [{ item, first, before: Math.min(...there.map(({ base }) => base)) }];
    });
    const was = placed.toSorted((one, other) => one.before - other.before || one.item.index - other.item.index);
    const now = placed.toSorted(
      (one, other) =>
        (one.first.page ?? 0) - (other.first.page ?? 0) ||
        one.first.offset - other.first.offset ||
        one.item.index - other.item.index,
    );
    const isInOrder = was.every(({ item }, index) => index === 0 || (was[index - 1]?.item.index ?? 0) < item.index);
    if (!isInOrder || now.every(({ item }, index) => item === was[index]?.item)) return [];
    const order = (sorted: typeof now) => sorted.map(({ item }) => item.index);
    const revisions = now.flatMap(
      ({ first }) => sides.edited[first.page ?? 0]?.paragraph.revisions.filter(({ type }) => type === 'move') ?? [],
    );
    const shownAs = (sorted: typeof now) => sorted.map(({ item }) => `[${item.index}]`).join(' ');
    return [
      {
        kind: 'moved',
        path: key,
        before: shownAs(was),
        after: shownAs(now),
        edit: { type: 'order', list: placed[0]?.item.list ?? [], order: order(now) },
        note: null,
        revisions,
      },
    ];
  });
}
