/** What of an outline can be compared: no format says everything that another one does. */
import { type AnyNode, type Outline, type Run, textOf } from './outline.ts';
import { title } from './print.ts';
import type { OutlineFormat } from './read.ts';
import { tidy } from './settle.ts';

export interface Projection {
  /** Whether asides are told from what is around them. */
  readonly asides: boolean;
  /** Whether asides carry their names. */
  readonly labels: boolean;
  /** Whether an alternative text has a language. */
  readonly figureLanguages: boolean;
}

const all: Projection = { asides: true, labels: true, figureLanguages: true };

/** DOCX has no part beside the flow, only paragraphs that look so; and nothing says the language of a picture's words. */
export const projections: Readonly<Record<OutlineFormat, Projection>> = {
  html: all,
  pdf: all,
  docx: { asides: false, labels: false, figureLanguages: false },
};

/**
 * The outline as far as the projection goes. Languages are reduced to language and script, because one format says `ka`
 * where another has to say `ka-GE`.
 */
export function project(outline: Outline, projection: Projection): Outline {
  return { lang: languageOf(outline.lang), nodes: outline.nodes.flatMap((node) => projectNode(node, projection)) };
}

function projectNode<N extends AnyNode>(node: N, projection: Projection): N[];
function projectNode(node: AnyNode, projection: Projection): AnyNode[] {
  if (node.role === 'figure') return [projectRun(node, projection)];
  if ('runs' in node) return [{ ...node, runs: tidy(node.runs.map((run) => projectRun(run, projection))) }];
  const inner: readonly AnyNode[] = node.children;
  const children = inner.flatMap((child) => projectNode(child, projection));
  if (node.role === 'aside' && !projection.asides) return children;
  const label = node.role === 'aside' && !projection.labels ? { label: null } : {};
  return [{ ...node, ...label, children } as AnyNode];
}

function projectRun<R extends Run>(run: R, { figureLanguages }: Projection): R {
  return { ...run, lang: run.role === 'figure' && !figureLanguages ? null : languageOf(run.lang) };
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
