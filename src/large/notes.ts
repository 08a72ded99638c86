/** Numbers of notes where what calls them has been put in another order: they count up as they are read, in every format. */
import type { Note } from '../model/document.ts';
import { type Held, heldBy } from '../model/kinds.ts';
import type { Row } from '../model/table.ts';
import { descendInlines } from '../model/walk.ts';

/** The same rows, the numbers of their notes in order. */
export function renumbered(rows: readonly Row[]): readonly Row[] {
  const notes = rows.flatMap(({ cells }) => cells.flatMap(({ blocks }) => [...notesIn([{ type: 'blocks', blocks }])]));
  const inOrder = notes.map(({ number }) => number).sort((one, other) => one - other);
  const numbers = new Map(notes.map((note, index) => [note, inOrder[index] ?? note.number]));
  return notes.every((note) => numbers.get(note) === note.number) ? rows : withNumbers(rows, numbers);
}

function* notesIn(all: readonly Held[]): Generator<Note> {
  for (const held of all) {
    if (held.type === 'inlines')
      for (const inline of descendInlines(held.inlines)) if (inline.type === 'note') yield inline;
    if (held.type === 'blocks') for (const block of held.blocks) yield* notesIn(heldBy(block));
    if (held.type === 'part') yield* notesIn(held.held);
  }
}

/** Whatever holds the notes: only what has one in it is made anew, so that pictures stay what they are. */
function withNumbers<T>(node: T, numbers: ReadonlyMap<unknown, number>): T {
  if (Array.isArray(node)) {
    const all = node.map((each) => withNumbers(each, numbers));
    return all.every((each, index) => each === node[index]) ? node : (all as T);
  }
  if (node === null || typeof node !== 'object' || Object.getPrototypeOf(node) !== Object.prototype) return node;
  const changed = Object.entries(node).map(([key, value]) => [key, withNumbers(value, numbers)] as const);
  const own = numbers.get(node);
  if (own !== undefined) return { ...node, ...Object.fromEntries(changed), number: own };
  const fields = node as Readonly<Record<string, unknown>>;
  return changed.every(([key, value]) => value === fields[key]) ? node : (Object.fromEntries(changed) as T);
}
