/** Edits of a JSON text that leave all else as it is written: order, blanks, line ends, escapes. */
import { applyEdits, findNodeAtLocation, type JSONPath, modify, type Node, parseTree } from 'jsonc-parser';
import { type Path, pathText } from './path.ts';

/** Paths and indexes are those of the text before all edits. */
export type Edit =
  | { readonly type: 'set'; readonly path: Path; readonly value: unknown }
  /** After an item of a list; -1 for before the first. */
  | { readonly type: 'insert'; readonly list: Path; readonly after: number; readonly value: unknown }
  | { readonly type: 'remove'; readonly list: Path; readonly index: number }
  /** Items of a list in their new order; those that are not named stay where they are. */
  | { readonly type: 'order'; readonly list: Path; readonly order: readonly number[] };

type ListEdit = Exclude<Edit, { type: 'set' }>;

/** The text after all edits; null where one of them finds nothing at its path. */
export function edited(text: string, edits: readonly Edit[]): string | null {
  let made: string | null = text;
  for (const edit of edits) if (edit.type === 'set' && made !== null) made = withValue(made, edit.path, edit.value);
  // Inner lists first: what is done to an outer one moves them.
  const lists = new Map<string, { readonly path: Path; readonly edits: ListEdit[] }>();
  for (const edit of edits) {
    if (edit.type === 'set') continue;
    const known = lists.get(pathText(edit.list));
    if (known === undefined) lists.set(pathText(edit.list), { path: edit.list, edits: [edit] });
    else known.edits.push(edit);
  }
  for (const { path, edits: own } of [...lists.values()].sort((one, other) => other.path.length - one.path.length))
    if (made !== null) made = withList(made, path, own);
  return made;
}

function nodeAt(text: string, path: Path): Node | null {
  const root = parseTree(text);
  return (root && findNodeAtLocation(root, jsonPath(path))) ?? null;
}

function jsonPath(path: Path): JSONPath {
  return path.map((step) => (typeof step === 'number' ? step : String(step)));
}

function withValue(text: string, path: Path, value: unknown): string | null {
  const node = nodeAt(text, path);
  if (node === null) return null;
  return text.slice(0, node.offset) + JSON.stringify(value) + text.slice(node.offset + node.length);
}

function withList(text: string, list: Path, edits: readonly ListEdit[]): string | null {
  const count = nodeAt(text, list)?.children?.length;
  if (count === undefined) return null;
  let made: string | null = text;
  let now = Array.from({ length: count }, (_, index) => index);
  for (const edit of edits)
    if (edit.type === 'order' && made !== null) {
      now = arranged(now, edit.order);
      made = inOrder(made, list, now);
    }
  for (const edit of edits)
    if (edit.type === 'insert' && made !== null) {
      const at = now.indexOf(edit.after) + 1;
      const own = edits.filter((each) => each.type === 'insert' && each.after === edit.after);
      // Those for one place stand in the order in which they are given.
      const index = at + own.indexOf(edit);
      made = modified(made, [...list, index], edit.value, true);
      now = [...now.slice(0, index), -2, ...now.slice(index)];
    }
  for (const edit of edits)
    if (edit.type === 'remove' && made !== null) {
      const at = now.indexOf(edit.index);
      if (at < 0) return null;
      made = modified(made, [...list, at], undefined, false);
      now = now.filter((_, index) => index !== at);
    }
  return made;
}

/** The named ones in their new order, in the places that they have now. */
function arranged(now: readonly number[], order: readonly number[]): number[] {
  const named = new Set(order);
  const next = [...order];
  return now.map((index) => (named.has(index) ? (next.shift() ?? index) : index));
}

/** Items change places, and what stands between them stays. */
function inOrder(text: string, list: Path, order: readonly number[]): string | null {
  const children = nodeAt(text, list)?.children ?? [];
  const written = children.map(({ offset, length }) => text.slice(offset, offset + length));
  let made = '';
  let end = 0;
  for (const [index, { offset, length }] of children.entries()) {
    const item = written[order[index] ?? index];
    if (item === undefined) return null;
    made += text.slice(end, offset) + item;
    end = offset + length;
  }
  return made + text.slice(end);
}

function modified(text: string, path: Path, value: unknown, isArrayInsertion: boolean): string {
  const [, indent = '  '] = /\n([ \t]+)\S/.exec(text) ?? [];
  const formattingOptions = {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 1 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
  return applyEdits(text, modify(text, jsonPath(path), value, { formattingOptions, isArrayInsertion }));
}
