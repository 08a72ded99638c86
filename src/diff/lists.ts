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
      // No edit: what such a list is a part of may not be without items.
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

/** Whether the row of a part's cell is still there, with as many cells as before. */
function isEmptied(part: Part, { base, edited, pairing }: ListSides): boolean {
  const cell = base[part.base]?.paragraph.cell;
  if (cell === null || cell === undefined) return false;
  const columnsAt = (paragraphs: readonly ReadParagraph[], at: number) => {
    const own = paragraphs[at]?.paragraph.cell;
    const inRow = paragraphs.filter(
      ({ paragraph }) => paragraph.cell?.table === own?.table && paragraph.cell?.row === own?.row,
    );
    return new Set(inRow.map(({ paragraph }) => paragraph.cell?.column)).size;
  };
  // A paragraph of the same row that has its pair in a table of the edited document.
  const left = pairing.findIndex((paired, at) => {
    const own = paired === null ? null : base[paired]?.paragraph.cell;
    return own?.table === cell.table && own.row === cell.row && edited[at]?.paragraph.cell !== null;
  });
  return left >= 0 && columnsAt(edited, left) >= columnsAt(base, part.base);
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
  return [...byList(items)].flatMap(([list, all]) => {
    const placed = all.flatMap((item) => placedOf(item, isElsewhere) ?? []);
    const before = placed.toSorted((one, other) => one.before - other.before || one.index - other.index);
    const after = placed.toSorted(
      (one, other) => one.paragraph - other.paragraph || one.offset - other.offset || one.index - other.index,
    );
    // Data in another order than the document's, as a template may have it, tells nothing of the order.
    const isInOrder = before.every(({ index }, at) => at === 0 || (before[at - 1]?.index ?? 0) < index);
    if (!isInOrder || after.every((each, at) => each === before[at])) return [];
    return [moved(list, before, after, sides)];
  });
}

/** Where an item was and where it is now. */
interface PlacedItem {
  readonly list: Path;
  readonly index: number;
  /** Its first paragraph in the document of the data. */
  readonly before: number;
  /** Its first paragraph in the edited document, and where in that it begins. */
  readonly paragraph: number;
  readonly offset: number;
}

/** Null for an item of which nothing is left in this part of the document. */
function placedOf({ list, index, parts }: Item, isElsewhere: (part: Part) => boolean): PlacedItem | null {
  const there = parts.flatMap((part) =>
    part.page !== null && part.now !== null && part.offset >= 0 && !isElsewhere(part)
      ? [{ paragraph: part.page, offset: part.offset, base: part.base }]
      : [],
  );
  const [first] = there.toSorted((one, other) => one.paragraph - other.paragraph || one.offset - other.offset);
  if (first === undefined) return null;
  const { paragraph, offset } = first;
  return { list, index, before: Math.min(...there.map(({ base }) => base)), paragraph, offset };
}

function moved(
  path: string,
  before: readonly PlacedItem[],
  after: readonly PlacedItem[],
  { edited }: ListSides,
): Change {
  const order = after.map(({ index }) => index);
  const shownAs = (indexes: readonly number[]) => indexes.map((index) => `[${index}]`).join(' ');
  return {
    kind: 'moved',
    path,
    before: shownAs(before.map(({ index }) => index)),
    after: shownAs(order),
    edit: { type: 'order', list: before[0]?.list ?? [], order },
    note: null,
    revisions: after.flatMap(
      ({ paragraph }) => edited[paragraph]?.paragraph.revisions.filter(({ type }) => type === 'move') ?? [],
    ),
  };
}
