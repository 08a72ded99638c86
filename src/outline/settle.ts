/**
 * Brings what a reader found into the normal form of an outline, whatever a format's habits are: loose text becomes a
 * paragraph, a paragraph of pictures only becomes these pictures, groups vanish, a table's caption stands beside it.
 */
import {
  type AnyNode,
  type Caption,
  type Cell,
  type Item,
  type List,
  type Node,
  type Row,
  type Run,
  type Scope,
  type TextRun,
  textOf,
} from './outline.ts';

/** Where inline content ends and begins, such as the edges of an HTML `div`. */
type Group = { readonly role: 'group'; readonly parts: readonly Part[] };
type Raw<Role extends string, Properties = unknown> = {
  readonly role: Role;
  readonly parts: readonly Part[];
} & Properties;

/** What readers hand over: blocks and runs in any mixture. */
export type Part =
  | Run
  | Group
  | Raw<'heading', { readonly level: number; readonly anchors: ReadonlySet<string> }>
  | Raw<'paragraph'>
  | Raw<'caption'>
  | Raw<'list', { readonly ordered: boolean }>
  | Raw<'item'>
  | Raw<'table'>
  | Raw<'row'>
  | Raw<
      'cell',
      { readonly header: boolean; readonly scope: Scope | null; readonly rowSpan: number; readonly colSpan: number }
    >
  | Raw<'quote'>
  | Raw<'note'>
  | Raw<'aside', { readonly label: string | null }>;

/** The normal form of a whole file. A run's target that starts with `#` is an anchor of one of the headings. */
export function settle(parts: readonly Part[]): Node[] {
  const places = new Map<string, string>();
  let count = 0;
  for (const heading of headings(parts)) {
    const text = say(textOf(runsOf(heading.parts))).trim();
    if (text === '') continue;
    count += 1;
    for (const anchor of heading.anchors) places.set(anchor, `#${count} ${text}`);
  }
  return blocks(resolve(parts, places)).flatMap(flow);
}

function* headings(parts: readonly Part[]): Generator<Extract<Part, { role: 'heading' }>> {
  for (const part of parts) {
    if (part.role === 'heading') yield part;
    else if ('parts' in part) yield* headings(part.parts);
  }
}

function runsOf(parts: readonly Part[]): Run[] {
  return parts.flatMap((part) => ('parts' in part ? runsOf(part.parts) : [part]));
}

/** Names each internal target by the heading that it leads to, since each format has its own names for places. */
function resolve(parts: readonly Part[], places: ReadonlyMap<string, string>): Part[] {
  return parts.map((part) => {
    if ('parts' in part) return { ...part, parts: resolve(part.parts, places) };
    if (part.target?.startsWith('#') !== true) return part;
    return { ...part, target: places.get(part.target.slice(1)) ?? '#?' };
  });
}

/** Blocks that stand where they may; stray items, rows and cells give up their content instead. */
function flow(node: AnyNode): Node[] {
  return isFlow(node) ? [node] : node.children.flatMap(flow);
}

function isFlow(node: AnyNode): node is Node {
  return node.role !== 'item' && node.role !== 'row' && node.role !== 'cell';
}

function blocks(parts: readonly Part[]): AnyNode[] {
  const nodes: AnyNode[] = [];
  let loose: Run[] = [];
  const close = () => {
    nodes.push(...paragraph(loose));
    loose = [];
  };
  for (const part of parts) {
    if (part.role === 'text' || part.role === 'figure') {
      loose.push(part);
    } else {
      close();
      nodes.push(...block(part));
    }
  }
  close();
  return nodes;
}

function block(part: Exclude<Part, Run>): AnyNode[] {
  switch (part.role) {
    case 'group':
      return blocks(part.parts);
    case 'paragraph':
      return split(part.parts, paragraph);
    case 'heading':
      return split(part.parts, (runs) => leaf({ role: 'heading', level: part.level, runs: tidy(runs) }));
    case 'caption':
      return split(part.parts, (runs) => leaf({ role: 'caption', runs: tidy(runs) }));
    case 'list':
      return list(part.ordered, blocks(part.parts));
    case 'table':
      return table(blocks(part.parts));
    case 'row':
      return [{ role: 'row', children: blocks(part.parts).map((node) => (node.role === 'cell' ? node : wrap(node))) }];
    case 'item':
      return [{ role: 'item', children: blocks(part.parts).flatMap(flow) }];
    case 'quote':
    case 'note':
      return [{ role: part.role, children: blocks(part.parts).flatMap(flow) }];
    case 'aside':
      return [{ role: 'aside', label: sayWords(part.label), children: blocks(part.parts).flatMap(flow) }];
    case 'cell': {
      const { parts, ...cell } = part;
      return [{ ...cell, children: blocks(parts).flatMap(flow) }];
    }
  }
}

/**
 * A leaf has only runs; a block inside it, as a list inside a PDF's P, comes after what stood before it. A note comes after
 * the whole leaf: where it is called is within a sentence.
 */
function split(parts: readonly Part[], make: (runs: Run[]) => Node[]): AnyNode[] {
  const nodes: AnyNode[] = [];
  const notes: AnyNode[] = [];
  let runs: Run[] = [];
  for (const part of parts) {
    if (part.role === 'text' || part.role === 'figure') {
      runs.push(part);
    } else if (part.role === 'note') {
      notes.push(...block(part));
    } else {
      nodes.push(...make(runs), ...block(part));
      runs = [];
    }
  }
  return [...nodes, ...make(runs), ...notes];
}

function paragraph(loose: readonly Run[]): Node[] {
  const runs = tidy(loose);
  const figures = runs.filter((run) => run.role === 'figure');
  return figures.length === runs.length ? figures : [{ role: 'paragraph', runs }];
}

function leaf(node: Node & { readonly runs: readonly Run[] }): Node[] {
  return node.runs.length === 0 ? [] : [node];
}

/** A list inside a list belongs to the item before it; a caption goes before the list. */
function list(ordered: boolean, nodes: readonly AnyNode[]): AnyNode[] {
  const captions: Caption[] = [];
  const items: Item[] = [];
  for (const node of nodes) {
    const last = items.at(-1);
    if (node.role === 'item') items.push(node);
    else if (node.role === 'caption') captions.push(node);
    else if (last !== undefined)
      items[items.length - 1] = { role: 'item', children: [...last.children, ...flow(node)] };
    else items.push({ role: 'item', children: flow(node) });
  }
  const made: List = { role: 'list', ordered, children: items };
  return items.length === 0 ? captions : [...captions, made];
}

function table(nodes: readonly AnyNode[]): AnyNode[] {
  const rows: Row[] = [];
  const before: Node[] = [];
  const after: Node[] = [];
  for (const node of nodes) {
    if (node.role === 'row') rows.push(node);
    else (rows.length === 0 ? before : after).push(...flow(node));
  }
  return rows.length === 0 ? [...before, ...after] : [...before, { role: 'table', children: rows }, ...after];
}

function wrap(node: AnyNode): Cell {
  return { role: 'cell', header: false, scope: null, rowSpan: 1, colSpan: 1, children: flow(node) };
}

// ---- text ---------------------------------------------------------------------------------------------------

/** Space that a format may exchange for another to steer line breaking. */
const space = /[ \t\r\n\f\u00A0\u202F\u2028\u2029]+/g;

/**
 * Text as it is said: NFC; soft hyphens, word joiners and zero-width spaces taken out, no-break spaces and hyphens turned
 * into plain ones, because they only tell where a line may end; white space folded.
 */
export function say(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00AD\u2060\u200B\uFEFF]/g, '')
    .replace(/\u2011/g, '-')
    .replace(space, ' ');
}

/** Words for an attribute such as an alternative text; null if there are none. */
export function sayWords(text: string | null | undefined): string | null {
  const said = say(text ?? '').trim();
  return said === '' ? null : said;
}

/**
 * Neighbours of one language and target become one run. White space between two runs belongs to none of them in truth; here
 * it goes to the run that is no link, and to the first if neither is.
 */
export function tidy(runs: readonly Run[]): Run[] {
  const tidied: Run[] = [];
  let gap = false;
  for (const run of runs) {
    if (run.role === 'figure') {
      tidied.push({ ...run, alt: sayWords(run.alt) });
      gap = false;
      continue;
    }
    const said = say(run.text);
    const text = said.trim();
    gap ||= said.startsWith(' ');
    if (text === '') continue;
    append(tidied, { ...run, text }, gap);
    gap = said.endsWith(' ');
  }
  return tidied;
}

function append(tidied: Run[], run: TextRun, gap: boolean): void {
  const last = tidied.at(-1);
  if (last?.role !== 'text') {
    tidied.push(run);
  } else if (last.lang === run.lang && last.target === run.target) {
    tidied[tidied.length - 1] = { ...last, text: `${last.text}${gap ? ' ' : ''}${run.text}` };
  } else if (!gap) {
    tidied.push(run);
  } else if (last.target === null) {
    tidied[tidied.length - 1] = { ...last, text: `${last.text} ` };
    tidied.push(run);
  } else if (run.target === null) {
    tidied.push({ ...run, text: ` ${run.text}` });
  } else {
    tidied.push({ ...last, text: ' ', target: null }, run);
  }
}
