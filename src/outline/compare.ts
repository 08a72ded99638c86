/** Finds where a file says something else than its document. */
import { shortened } from '../text.ts';
import { align, type Nodes } from './align.ts';
import { type AnyNode, type Outline, type OutlineRun, textOf } from './outline.ts';
import { title } from './print.ts';
import { type Projection, project, projections } from './projection.ts';
import { joinSplit } from './split.ts';

export type DifferenceKind =
  | 'missing'
  | 'extra'
  | 'order'
  | 'role'
  | 'text'
  | 'language'
  | 'title'
  | 'target'
  | 'stress'
  | 'alternative-text'
  | 'properties';

export interface Difference {
  readonly kind: DifferenceKind;
  /** The way to the place, from the heading it is under: `“Contact” › list › item 2 › paragraph`. */
  readonly path: string;
  /** The way to the same place in the other file, where what it has may stand under another heading. */
  readonly otherPath: string;
  /** One sentence for people. */
  readonly message: string;
}

/** The first difference in reading order, or null. */
export function compareOutlines(
  expected: Outline,
  actual: Outline,
  projection: Projection = projections.html,
): Difference | null {
  const [first = null] = differencesOf(expected, actual, projection);
  return first;
}

/** All differences in reading order, as far as the projection goes. */
export function* differencesOf(expected: Outline, actual: Outline, projection: Projection): Generator<Difference> {
  const [expectedOutline, found] = [project(expected, projection), project(actual, projection)];
  if (expectedOutline.lang !== found.lang) {
    yield {
      kind: 'language',
      path: 'document',
      otherPath: 'document',
      message: `the document is in ${name(found.lang)}, expected ${name(expectedOutline.lang)}`,
    };
  }
  if (expectedOutline.title !== found.title) {
    const called = (title: string | null) => (title === null ? 'no title' : `the title “${title}”`);
    yield {
      kind: 'title',
      path: 'document',
      otherPath: 'document',
      message: `the document has ${called(found.title)}, expected ${called(expectedOutline.title)}`,
    };
  }
  yield* compareAll(expectedOutline.nodes, found.nodes, { path: [], otherPath: [] });
}

/** Where two nodes stand, each in its file. */
interface Where {
  readonly path: readonly string[];
  readonly otherPath: readonly string[];
}

function difference(kind: DifferenceKind, { path, otherPath }: Where, message: string): Difference {
  return { kind, path: path.join(' › '), otherPath: otherPath.join(' › '), message };
}

function* compareAll(first: Nodes, second: Nodes, around: Where): Generator<Difference> {
  // What is in parts in both is the same in both.
  const [ones, others] = [joinSplit(first, second), joinSplit(second, first)];
  const [expected, actual] = [ones.nodes, others.nodes];
  const at = (index: number, other: number): Where => ({
    path: [...around.path, ...stepsTo(index, expected, around.path)],
    otherPath: [...around.otherPath, ...stepsTo(other, actual, around.otherPath)],
  });
  for (const { index, other, role, parts } of others.joined)
    yield difference('properties', at(other, index), `is in ${parts} ${role}s one after the other, expected one`);
  for (const { index, other, role, parts } of ones.joined)
    yield difference('properties', at(index, other), `is one ${role}, expected ${parts} one after the other`);
  for (const { step, index, other } of align(expected, actual)) {
    const [one, two] = [expected[index], actual[other]];
    const where = at(index, other);
    if (step === 'missing') yield difference('missing', where, `missing: ${summary(one)}`);
    else if (step === 'extra') yield difference('extra', where, `not in the document: ${summary(two)}`);
    else if (step === 'swapped')
      yield difference('order', where, `out of order: ${summary(two)} comes before ${summary(one)}`);
    else if (one !== undefined && two !== undefined) yield* compareNodes(one, two, where);
  }
}

function* compareNodes(expected: AnyNode, actual: AnyNode, where: Where): Generator<Difference> {
  if (expected.role !== actual.role) {
    yield difference('role', where, `is ${summary(actual)}, expected ${summary(expected)}`);
    return;
  }
  const isTitled = title(expected) !== title(actual);
  if (isTitled) yield difference('properties', where, `is ${summary(actual)}, expected ${summary(expected)}`);
  if ('runs' in expected && 'runs' in actual) yield* compareRuns(expected.runs, actual.runs, where);
  if (expected.role === 'figure' && actual.role === 'figure') yield* compareRuns([expected], [actual], where);
  if ('children' in expected && 'children' in actual) yield* compareAll(expected.children, actual.children, where);
}

// ---- runs ---------------------------------------------------------------------------------------------------

function* compareRuns(
  expected: readonly OutlineRun[],
  actual: readonly OutlineRun[],
  where: Where,
): Generator<Difference> {
  const [expectedText, found] = [spoken(expected), spoken(actual)];
  if (expectedText !== found) {
    const kind = [...expected, ...actual].every((run) => run.role === 'figure') ? 'alternative-text' : 'text';
    yield difference(kind, where, `says ${excerpt(found, expectedText)}, expected ${excerpt(expectedText, found)}`);
    return;
  }
  for (const [one, other, text] of overlaps(expected, actual)) {
    if (one.lang !== other.lang) {
      yield difference('language', where, `“${text}” is in ${name(other.lang)}, expected ${name(one.lang)}`);
    }
    if (one.target !== other.target) {
      const message = `“${text}” leads to ${other.target ?? 'nowhere'}, expected ${one.target ?? 'no link'}`;
      yield difference('target', where, message);
    }
    if (stressOf(one) !== stressOf(other))
      yield difference('stress', where, `“${text}” is ${stressOf(other)}, expected ${stressOf(one)}`);
  }
}

function stressOf(run: OutlineRun): string {
  const { stress = null } = run.role === 'text' ? run : {};
  return stress === null ? 'plain' : { strong: 'bold', emphasis: 'in italics', both: 'bold and in italics' }[stress];
}

function spokenRun(run: OutlineRun): string {
  if (run.role === 'mark') return `[note${run.label === null ? '' : ` ${run.label}`}]`;
  return run.role === 'text' ? run.text : `[figure: ${run.alt ?? 'no alternative text'}]`;
}

/** Text in which figures and marks of notes are told from the same words. */
function spoken(runs: readonly OutlineRun[]): string {
  return runs.map(spokenRun).join('');
}

/** The stretches of a text that lie in one run of either side. */
function* overlaps(
  expected: readonly OutlineRun[],
  actual: readonly OutlineRun[],
): Generator<readonly [OutlineRun, OutlineRun, string]> {
  let [index, other, from, otherFrom] = [0, 0, 0, 0];
  for (
    let one = expected[0], two = actual[0];
    one !== undefined && two !== undefined;
    one = expected[index], two = actual[other]
  ) {
    const [text, otherText] = [spoken([one]), spoken([two])];
    const length = Math.min(text.length - from, otherText.length - otherFrom);
    yield [one, two, text.slice(from, from + length)];
    from += length;
    otherFrom += length;
    if (from === text.length) [index, from] = [index + 1, 0];
    if (otherFrom === otherText.length) [other, otherFrom] = [other + 1, 0];
  }
}

// ---- words --------------------------------------------------------------------------------------------------

/** The part of a text around its first difference from another. */
function excerpt(text: string, other: string): string {
  let at = 0;
  while (at < text.length && text[at] === other[at]) at += 1;
  const start = Math.max(0, at - 30);
  const end = Math.min(text.length, at + 30);
  return `“${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}”`;
}

const name = (lang: string | null): string => lang ?? 'no language';

function summary(node: AnyNode | undefined): string {
  if (node === undefined) return 'nothing';
  const text = firstText(node);
  return `${title(node)}${text === '' ? '' : ` “${shortened(text, 60)}”`}`;
}

function firstText(node: AnyNode): string {
  if ('runs' in node) return textOf(node.runs);
  if (node.role === 'figure') return node.alt ?? '';
  const children: readonly AnyNode[] = node.children;
  return children.map(firstText).find((text) => text !== '') ?? '';
}

/** The steps from a parent to a child: at the top its heading, then its role and number among its sisters there. */
function stepsTo(index: number, siblings: Nodes, ancestors: readonly string[]): string[] {
  const node = siblings[Math.min(index, siblings.length - 1)];
  if (node === undefined) return [];
  const before = siblings.slice(0, index);
  const start = ancestors.length === 0 ? before.findLastIndex((sister) => sister.role === 'heading') : -1;
  const heading = start < 0 ? [] : [`“${firstText(siblings[start] ?? node)}”`];
  if (node.role === 'heading') return [`heading “${firstText(node)}”`];
  const number = before.slice(start + 1).filter((sister) => sister.role === node.role).length + 1;
  return [...heading, node.role === 'item' || number > 1 ? `${node.role} ${number}` : node.role];
}
