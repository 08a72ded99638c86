/** Tables and lists that a program has cut at the ends of pages: one in one file, several after each other in another. */
import type { Nodes } from './align.ts';
import type { OutlineItem, OutlineList, OutlineRow, OutlineTable } from './outline.ts';

type Cut = OutlineTable | OutlineList;

/** A whole that is in parts: where it is among the nodes that are joined, and where the one that is not cut is. */
export interface Joined {
  readonly index: number;
  readonly other: number;
  readonly role: Cut['role'];
  readonly parts: number;
}

/** The nodes with parts that belong together as one, where the other file has one of as many rows or items. */
export function joinSplit(nodes: Nodes, others: Nodes): { readonly nodes: Nodes; readonly joined: readonly Joined[] } {
  const whole: Nodes[number][] = [];
  const joined: Joined[] = [];
  const taken = new Set<number>();
  let known: ReadonlySet<string> | null = null;
  for (let from = 0; from < nodes.length; ) {
    const parts = partsFrom(nodes, from);
    const made = parts.length > 1 ? joinedOf(parts) : null;
    const other = made === null ? -1 : others.findIndex((each, index) => !taken.has(index) && isAsLong(each, made));
    if (made !== null && other >= 0) known ??= new Set(others.map((each) => JSON.stringify(each)));
    // What the other file has as well is no part of something else.
    const isCut = other >= 0 && !parts.some((part) => known?.has(JSON.stringify(part)) === true);
    if (made !== null && isCut) {
      taken.add(other);
      joined.push({ index: whole.length, other, role: made.role, parts: parts.length });
      whole.push(made);
    } else for (const node of nodes.slice(from, from + Math.max(1, parts.length))) whole.push(node);
    from += Math.max(1, parts.length);
  }
  return joined.length === 0 ? { nodes, joined } : { nodes: whole, joined };
}

/** Neighbours that may be parts of one: tables with the same head, or lists of one kind. */
function partsFrom(nodes: Nodes, from: number): readonly Cut[] {
  const first = nodes[from];
  if (first?.role !== 'table' && first?.role !== 'list') return [];
  const key = keyOf(first);
  const parts: Cut[] = [];
  for (let at = from; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (node === undefined || node.role !== first.role || keyOf(node as Cut) !== key) break;
    parts.push(node as Cut);
  }
  return parts;
}

const isHead = ({ part }: OutlineRow): boolean => part === 'head';

function keyOf(node: Cut): string {
  return node.role === 'list' ? `list ${node.ordered}` : JSON.stringify(node.children.filter(isHead));
}

function joinedOf(parts: readonly Cut[]): Cut | null {
  const [first] = parts;
  if (first === undefined) return null;
  if (first.role === 'table') {
    const rows = parts.flatMap((part, index) =>
      part.role === 'table' ? part.children.filter((row) => index === 0 || !isHead(row)) : [],
    );
    return { role: 'table', children: rows };
  }
  const items = parts.flatMap((part) => (part.role === 'list' ? part.children : []));
  return { ...first, children: items.map(placed) };
}

/** What counts on from the part before has the number of its place. */
function placed({ number, ...item }: OutlineItem, index: number): OutlineItem {
  return number === undefined || number === index + 1 ? item : { ...item, number };
}

function isAsLong(node: Nodes[number], made: Cut): boolean {
  return (
    node.role === made.role && node.children.length === made.children.length && keyOfKind(node) === keyOfKind(made)
  );
}

const keyOfKind = (node: Nodes[number]): string => (node.role === 'list' ? `${node.ordered}` : '');
