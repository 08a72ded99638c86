/** What of an outline can be compared: no format says everything that another one does. */

import type { OutlineFormat } from './formats.ts';
import { reduceToMarkdown } from './markdown/reduce.ts';
import {
  type AnyNode,
  type Outline,
  type OutlineCell,
  type OutlineContents,
  type OutlineEntry,
  type OutlineNode,
  type OutlineRow,
  type OutlineRun,
  textOf,
} from './outline.ts';
import { title } from './print.ts';
import { reduceToText } from './text/reduce.ts';
import { tidy } from './text.ts';

export interface Projection {
  /** Whether asides are told from what is around them. */
  readonly asides: boolean;
  /** Whether asides carry their names. */
  readonly labels: boolean;
  /** Whether an alternative text has a language. */
  readonly figureLanguages: boolean;
  /** Whether cells head rows, and not only columns, and a table has a foot. */
  readonly rowHeaders: boolean;
  /** Whether a quote holds more than paragraphs, stands in a list item and is told from a quote next to it. */
  readonly quotedBlocks: boolean;
  /** Whether terms and what they mean are more than paragraphs. */
  readonly terms: boolean;
  /** Whether one list has figures and charts in the order of the text; Word lists each label by itself. */
  readonly mixedLists: boolean;
  /** Whether the file says languages at all. */
  readonly languages: boolean;
  /** Whether the file says what it is called, apart from its text. */
  readonly titles: boolean;
  /** Whether readers find bold and italics. */
  readonly stress: boolean;
  /** What is left of the nodes in a format that knows fewer kinds of them. */
  readonly reduced: ((nodes: readonly OutlineNode[]) => readonly OutlineNode[]) | null;
}

const all: Projection = {
  ...{ asides: true, labels: true, figureLanguages: true },
  ...{ rowHeaders: true, quotedBlocks: true, terms: true, mixedLists: true },
  ...{ languages: true, titles: true, stress: false, reduced: null },
};

/**
 * DOCX has no part beside the flow, no quote and no terms, only paragraphs that look so; rows that are repeated as heads,
 * with all their cells, and no other headers; and nothing says the language of a picture's words.
 */
export const projections: Readonly<Record<OutlineFormat, Projection>> = {
  html: all,
  epub: all,
  pdf: all,
  docx: {
    ...{ languages: true, titles: true, stress: false, reduced: null },
    ...{ asides: false, labels: false, figureLanguages: false },
    ...{ rowHeaders: false, quotedBlocks: false, terms: false, mixedLists: false },
  },
  txt: { ...all, languages: false, reduced: reduceToText },
  md: { ...all, stress: true, reduced: reduceToMarkdown },
};

/** What two formats both say; the fewer kinds of nodes of the two. */
export function common(one: Projection, other: Projection): Projection {
  const both = (name: keyof typeof names): boolean => one[name] && other[name];
  const [first, second] = [one.reduced, other.reduced];
  // What one makes a quote or a list of, another has as paragraphs.
  const parted = (first === null || second === null) && !(one.asides && other.asides);
  return {
    ...{ asides: both('asides'), labels: both('labels'), figureLanguages: both('figureLanguages') },
    ...{ rowHeaders: both('rowHeaders'), quotedBlocks: both('quotedBlocks'), terms: both('terms') },
    ...{ mixedLists: both('mixedLists'), languages: both('languages'), titles: both('titles') },
    stress: both('stress'),
    reduced: reducing(first, second, parted),
  };
}

type Reduction = NonNullable<Projection['reduced']>;

function reducing(first: Reduction | null, second: Reduction | null, parted: boolean): Reduction | null {
  const one = first ?? second;
  if (one === null || ((first === null || second === null || first === second) && !parted)) return one;
  return (nodes) => reduceToText(one(nodes));
}

const names = {
  asides: 'what is beside the text',
  labels: 'names of regions',
  figureLanguages: 'languages of alternative texts',
  rowHeaders: 'header cells of rows and feet of tables',
  quotedBlocks: 'where quotes end and what is in them but paragraphs',
  terms: 'terms and what they mean',
  mixedLists: 'the order of figures and charts in a list of both',
  languages: 'languages',
  titles: 'titles of files',
  stress: 'stress (bold and italics)',
} as const satisfies Readonly<Record<Exclude<keyof Projection, 'reduced'>, string>>;

/** What a projection leaves out, in words. */
export function leftOut(projection: Projection): readonly string[] {
  const keys = Object.keys(names) as readonly (keyof typeof names)[];
  const left: readonly string[] = keys.filter((key) => !projection[key]).map((key) => names[key]);
  return projection.reduced === null
    ? left
    : [...left, 'roles that one of the formats does not have, contents and marks of notes'];
}

/**
 * The outline as far as the projection goes. Languages are reduced to language and script, because one format says `ka`
 * where another has to say `ka-GE`.
 */
export function project(outline: Outline, projection: Projection): Outline {
  const { languages, titles, reduced } = projection;
  const reducedNodes = reduced === null ? outline.nodes : reduced(outline.nodes);
  const nodes = projectAll(reducedNodes, projection) as OutlineNode[];
  return {
    lang: languages ? languageOf(outline.lang) : null,
    title: titles ? outline.title : null,
    ...{ nodes, unread: outline.unread },
  };
}

function projectAll(nodes: readonly AnyNode[], projection: Projection): AnyNode[] {
  const projected = nodes.flatMap((node) => projectNode(node, projection));
  return projection.quotedBlocks ? projected : joined(projected);
}

function projectNode(node: AnyNode, projection: Projection): AnyNode[] {
  if (node.role === 'figure') return [projectRun(node, projection)];
  if ('runs' in node) return [{ ...node, runs: tidy(node.runs.map((run) => projectRun(run, projection))) }];
  const children = projectAll(node.children, projection);
  switch (node.role) {
    case 'aside':
      if (!projection.asides) return children;
      return [{ ...node, label: projection.labels ? node.label : null, children } as AnyNode];
    case 'terms':
      return projection.terms ? [{ ...node, children } as AnyNode] : children.flatMap(childrenOf);
    case 'contents':
      return [projection.mixedLists ? ({ ...node, children } as AnyNode) : byLabel(children as OutlineEntry[])];
    case 'row':
      return [projection.rowHeaders ? ({ ...node, children } as AnyNode) : headOrBody(node, children)];
    case 'item':
      return [{ ...node, children: projection.quotedBlocks ? children : children.flatMap(unquoted) } as AnyNode];
    case 'quote':
      return projection.quotedBlocks ? [{ ...node, children } as AnyNode] : children.map(quoted);
    default:
      return [{ ...node, children } as AnyNode];
  }
}

/** Entries of one label after each other, in the order of the labels. */
function byLabel(children: readonly OutlineEntry[]): OutlineContents {
  const labelOf = ({ runs }: OutlineEntry) => /^(\p{L}+) \d/u.exec(textOf(runs))?.[1] ?? '';
  const labels = [...new Set(children.map(labelOf))];
  return { role: 'contents', children: labels.flatMap((label) => children.filter((one) => labelOf(one) === label)) };
}

function childrenOf(node: AnyNode): readonly AnyNode[] {
  return 'children' in node ? node.children : [];
}

/** A row that is repeated heads its columns with every cell; any other has data only. */
function headOrBody({ part }: OutlineRow, cells: readonly AnyNode[]): OutlineRow {
  const header = part === 'head';
  const marks = { header, scope: header ? ('column' as const) : null };
  const children = cells.map((cell) => ({ ...cell, ...marks }) as OutlineCell);
  return { role: 'row', part: header ? 'head' : 'body', children };
}

function unquoted(node: AnyNode): readonly AnyNode[] {
  return node.role === 'quote' ? node.children : [node];
}

function quoted(node: AnyNode): AnyNode {
  return node.role === 'paragraph' ? { role: 'quote', children: [node] } : node;
}

/** Quotes one after the other are one. */
function joined(nodes: readonly AnyNode[]): AnyNode[] {
  const all: AnyNode[] = [];
  for (const node of nodes) {
    const last = all.at(-1);
    if (node.role !== 'quote' || last?.role !== 'quote') all.push(node);
    else all[all.length - 1] = { role: 'quote', children: [...last.children, ...node.children] };
  }
  return all;
}

function projectRun<R extends OutlineRun>(run: R, { figureLanguages, stress }: Projection): R {
  const lang = run.role === 'figure' && !figureLanguages ? null : languageOf(run.lang);
  if (stress || run.role !== 'text') return { ...run, lang };
  const { stress: _, ...unstressed } = run;
  return { ...unstressed, lang } as R;
}

function languageOf(tag: string | null): string | null {
  if (tag === null) return null;
  try {
    const { language, script } = new Intl.Locale(tag);
    return script === undefined ? language : `${language}-${script}`;
  } catch {
    return tag;
  }
}

/** The roles of an outline without its words, a line each: what a translation has to share with its original. */
export function shapeOf(outline: Outline): string {
  return outline.nodes.flatMap((node) => shapeLines(node, '')).join('\n');
}

function shapeLines(node: AnyNode, indent: string): string[] {
  if ('runs' in node) {
    const links = new Set(node.runs.map((run) => run.target).filter((target) => target !== null)).size;
    return [
      `${indent}${title(node)}${textOf(node.runs) === '' ? ', blank' : ''}${links === 0 ? '' : `, links: ${links}`}`,
    ];
  }
  if (node.role === 'figure') return [`${indent}figure${node.alt === null ? ' without words' : ''}`];
  const children: readonly AnyNode[] = node.children;
  const name = node.role === 'aside' ? 'aside' : title(node);
  return [`${indent}${name}`, ...children.flatMap((child) => shapeLines(child, `${indent}  `))];
}
