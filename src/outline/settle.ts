/**
 * Brings what a reader found into the normal form of an outline, whatever a format's habits are: loose text becomes a
 * paragraph, a paragraph of pictures only becomes these pictures, groups vanish, a table's caption stands beside it, notes
 * stand at the end.
 */

import { say } from '../finished/say.ts';
import {
  type AnyNode,
  type OutlineCaption,
  type OutlineCell,
  type OutlineItem,
  type OutlineList,
  type OutlineNode,
  type OutlineRow,
  type OutlineRun,
  type OutlineTerms,
  type Scope,
  type TablePart,
  textOf,
} from './outline.ts';
import { entriesOf } from './settle-contents.ts';
import { labelsIn, withMarks, withoutNotes } from './settle-notes.ts';
import { runsOf, sayWords, tidy } from './text.ts';

/** Where inline content ends and begins, such as the edges of an HTML `div`. */
type Group = { readonly role: 'group'; readonly parts: readonly UnsettledNode[] };
type Raw<Role extends string, Properties = unknown> = {
  readonly role: Role;
  readonly parts: readonly UnsettledNode[];
} & Properties;

/** What links lead to, by the format's own names. */
interface ListPlace {
  readonly anchors: ReadonlySet<string>;
}

/** What readers hand over: blocks and runs in any mixture. */
export type UnsettledNode =
  | OutlineRun
  | Group
  | Raw<'heading', { readonly level: number } & ListPlace>
  | Raw<'paragraph'>
  | Raw<'caption', ListPlace>
  | Raw<'list', { readonly ordered: boolean }>
  | Raw<'terms'>
  /** `number`: what its list shows before it. */
  | Raw<'item', { readonly number?: number }>
  /** `pages`: whether the entries end with the numbers of pages, which may be told by their form alone. */
  | Raw<'contents', { readonly pages: boolean }>
  | Raw<'entry', { readonly level: number }>
  | Raw<'table'>
  | Raw<'row', { readonly part: TablePart }>
  | Raw<
      'cell',
      { readonly header: boolean; readonly scope: Scope | null; readonly rowSpan: number; readonly colSpan: number }
    >
  | Raw<'quote'>
  | Raw<'note', { readonly label: string | null }>
  /** What is the mark of a note, or may be: told by the note's label. */
  | Raw<'reference', { readonly certain: boolean }>
  | Raw<'aside', { readonly label: string | null }>;

/** Whether notes are gathered at the end, for comparing, or stand where the file has them, for listening. */
export type NotePlaces = 'gathered' | 'in-place';

/** The normal form of a whole file. A run's target that starts with `#` is an anchor of one of the headings or captions. */
export function settle(parts: readonly UnsettledNode[], noted: NotePlaces = 'gathered'): OutlineNode[] {
  const marked = withMarks(parts, labelsIn(parts));
  const { rest, notes } = noted === 'gathered' ? withoutNotes(marked) : { rest: marked, notes: [] };
  const places = placesIn(rest);
  return blocks([...resolve(rest, places), ...resolve(notes, places)]).flatMap(flow);
}

/** What a link to each anchor is told by: headings by number and text, since texts may repeat, captions by their text. */
function placesIn(parts: readonly UnsettledNode[]): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  let count = 0;
  for (const { role, anchors, parts: inner } of landmarks(parts)) {
    const text = say(textOf(runsOf(role === 'caption' ? unbroken(inner) : inner))).trim();
    if (text === '') continue;
    if (role === 'heading') count += 1;
    for (const anchor of anchors) places.set(anchor, role === 'heading' ? `#${count} ${text}` : `#${text}`);
  }
  return places;
}

function* landmarks(parts: readonly UnsettledNode[]): Generator<Extract<UnsettledNode, ListPlace>> {
  for (const part of parts) {
    if (part.role === 'heading' || part.role === 'caption') yield part;
    else if ('parts' in part) yield* landmarks(part.parts);
  }
}

/** Names each internal target by what it leads to, since each format has its own names for places. */
function resolve(parts: readonly UnsettledNode[], places: ReadonlyMap<string, string>): UnsettledNode[] {
  return parts.map((part) => {
    if ('parts' in part) return { ...part, parts: resolve(part.parts, places) };
    if (part.role === 'mark' || part.target?.startsWith('#') !== true) return part;
    return { ...part, target: places.get(part.target.slice(1)) ?? '#?' };
  });
}

/** Blocks that stand where they may; stray items, rows and cells give up their content instead. */
function flow(node: AnyNode): OutlineNode[] {
  if (isFlow(node)) return [node];
  return node.role === 'entry' ? [{ role: 'paragraph', runs: node.runs }] : node.children.flatMap(flow);
}

function isFlow(node: AnyNode): node is OutlineNode {
  return node.role !== 'item' && node.role !== 'entry' && node.role !== 'row' && node.role !== 'cell';
}

const isRun = (part: UnsettledNode): part is OutlineRun => !('parts' in part);

function blocks(parts: readonly UnsettledNode[]): AnyNode[] {
  const nodes: AnyNode[] = [];
  let loose: OutlineRun[] = [];
  let entries: UnsettledNode[] = [];
  const close = () => {
    for (const node of [...paragraph(loose), ...entriesOf(entries, false)]) nodes.push(node);
    [loose, entries] = [[], []];
  };
  for (const part of parts) {
    if (isRun(part)) {
      if (entries.length > 0) close();
      loose.push(part);
    } else if (part.role === 'entry') {
      if (loose.length > 0) close();
      entries.push(part);
    } else {
      close();
      for (const node of block(part)) nodes.push(node);
    }
  }
  close();
  return nodes;
}

function block(part: Exclude<UnsettledNode, OutlineRun>): AnyNode[] {
  switch (part.role) {
    case 'group':
    case 'reference':
      return blocks(part.parts);
    case 'paragraph':
      return split(part.parts, paragraph);
    case 'heading':
      return split(part.parts, (runs) => leaf({ role: 'heading', level: part.level, runs: tidy(runs) }));
    case 'caption':
      return split(unbroken(part.parts), (runs) => leaf({ role: 'caption', runs: tidy(runs) }));
    case 'list':
    case 'terms':
      return list(part, blocks(part.parts));
    case 'table':
      return table(blocks(part.parts));
    case 'row':
      return [row(part.part, blocks(part.parts))];
    case 'contents':
      return entriesOf(part.parts, part.pages);
    case 'entry':
      return entriesOf([part], false);
    case 'item':
      return [{ ...numberOf(part), role: 'item', children: blocks(part.parts).flatMap(flow) }];
    case 'quote':
      return [{ role: 'quote', children: blocks(part.parts).flatMap(flow) }];
    case 'note':
      return [{ role: 'note', label: sayWords(part.label), children: blocks(part.parts).flatMap(flow) }];
    case 'aside':
      return [{ role: 'aside', label: sayWords(part.label), children: blocks(part.parts).flatMap(flow) }];
    case 'cell': {
      const { parts, ...cell } = part;
      return [{ ...cell, children: blocks(parts).flatMap(flow) }];
    }
  }
}

/** A leaf has only runs; a block inside it, as a list inside a PDF's P, comes after what stood before it. */
function split(parts: readonly UnsettledNode[], make: (runs: OutlineRun[]) => OutlineNode[]): AnyNode[] {
  const nodes: AnyNode[] = [];
  let runs: OutlineRun[] = [];
  for (const part of parts) {
    if (isRun(part)) {
      runs.push(part);
    } else {
      for (const node of [...make(runs), ...block(part)]) nodes.push(node);
      runs = [];
    }
  }
  return [...nodes, ...make(runs)];
}

/** The paragraphs of a caption as one text, with spaces between them. */
function unbroken(parts: readonly UnsettledNode[]): UnsettledNode[] {
  const gap: UnsettledNode = { role: 'text', text: ' ', lang: null, target: null };
  return parts.flatMap((part) =>
    part.role === 'group' || part.role === 'paragraph' ? [gap, ...unbroken(part.parts), gap] : [part],
  );
}

function paragraph(loose: readonly OutlineRun[]): OutlineNode[] {
  const runs = tidy(loose);
  const figures = runs.filter((run) => run.role === 'figure');
  return figures.length === runs.length ? figures : [{ role: 'paragraph', runs }];
}

function leaf(node: OutlineNode & { readonly runs: readonly OutlineRun[] }): OutlineNode[] {
  return node.runs.length === 0 ? [] : [node];
}

/** A list inside a list belongs to the item before it; a caption goes before the list. */
function list(part: Extract<UnsettledNode, { role: 'list' | 'terms' }>, nodes: readonly AnyNode[]): AnyNode[] {
  const captions: OutlineCaption[] = [];
  const items: (OutlineItem & { readonly children: OutlineNode[] })[] = [];
  for (const node of nodes) {
    const last = items.at(-1);
    if (node.role === 'item') items.push({ ...numberOf(node), role: 'item', children: [...node.children] });
    else if (node.role === 'caption') captions.push(node);
    else if (last === undefined) items.push({ role: 'item', children: flow(node) });
    else for (const inner of flow(node)) last.children.push(inner);
  }
  const made: OutlineList | OutlineTerms =
    part.role === 'terms'
      ? { role: 'terms', children: items }
      : {
          role: 'list',
          ordered: part.ordered,
          children: items.map((item, index) => counted(item, index, part.ordered)),
        };
  return items.length === 0 ? captions : [...captions, made];
}

const numberOf = ({ number }: { readonly number?: number }) => (number === undefined ? {} : { number });

/** A number is kept where it says more than the item's place. */
function counted({ number, ...item }: OutlineItem, index: number, ordered: boolean): OutlineItem {
  return ordered && number !== undefined && number !== index + 1 ? { ...item, number } : item;
}

function table(nodes: readonly AnyNode[]): AnyNode[] {
  const rows: OutlineRow[] = [];
  const before: OutlineNode[] = [];
  const after: OutlineNode[] = [];
  for (const node of nodes) {
    if (node.role === 'row') rows.push(node);
    else for (const inner of flow(node)) (rows.length === 0 ? before : after).push(inner);
  }
  return rows.length === 0 ? [...before, ...after] : [...before, { role: 'table', children: rows }, ...after];
}

function row(part: TablePart, nodes: readonly AnyNode[]): OutlineRow {
  return { role: 'row', part, children: nodes.map((node) => (node.role === 'cell' ? node : wrap(node))) };
}

function wrap(node: AnyNode): OutlineCell {
  return { role: 'cell', header: false, scope: null, rowSpan: 1, colSpan: 1, children: flow(node) };
}

/** The text in a part, with that of the parts in it. */
export function textOfPart(part: UnsettledNode): string {
  return 'parts' in part ? part.parts.map(textOfPart).join('') : part.role === 'text' ? part.text : '';
}
