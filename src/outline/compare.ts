/** Finds where a file says something else than its document. */
import { isDeepStrictEqual } from 'node:util';
import { type AnyNode, type Outline, type OutlineRun, textOf } from './outline.ts';
import { title } from './print.ts';
import { type Projection, project, projections } from './projection.ts';

export type DifferenceKind =
  | 'missing'
  | 'extra'
  | 'order'
  | 'role'
  | 'text'
  | 'language'
  | 'target'
  | 'alternative-text'
  | 'properties';

export interface Difference {
  readonly kind: DifferenceKind;
  /** The way to the place, from the heading it is under: `“Contact” › list › item 2 › paragraph`. */
  readonly path: string;
  /** One sentence for people. */
  readonly message: string;
}

/** The first difference in reading order, or null. */
export function compareOutlines(
  expected: Outline,
  actual: Outline,
  projection: Projection = projections.html,
): Difference | null {
  const [expectedOutline, found] = [project(expected, projection), project(actual, projection)];
  if (expectedOutline.lang !== found.lang) {
    return difference(
      'language',
      'document',
      `the document is in ${name(found.lang)}, expected ${name(expectedOutline.lang)}`,
    );
  }
  return compareAll(expectedOutline.nodes, found.nodes, []);
}

function difference(kind: DifferenceKind, path: string, message: string): Difference {
  return { kind, path, message };
}

type Nodes = readonly AnyNode[];

function compareAll(expected: Nodes, actual: Nodes, ancestors: readonly string[]): Difference | null {
  for (let index = 0; index < Math.max(expected.length, actual.length); index += 1) {
    const [expectedNode, found] = [expected[index], actual[index]];
    const path = () => [...ancestors, ...stepsTo(index, expected, ancestors)];
    const location = () => path().join(' › ');
    if (expectedNode === undefined) return difference('extra', location(), `not in the document: ${summary(found)}`);
    if (found === undefined) return difference('missing', location(), `missing: ${summary(expectedNode)}`);
    if (same(expectedNode, found)) continue;
    const [isNext, wasNext] = [same(expected[index + 1], found), same(expectedNode, actual[index + 1])];
    if (isNext && wasNext)
      return difference('order', location(), `out of order: ${summary(found)} comes before ${summary(expectedNode)}`);
    if (isNext) return difference('missing', location(), `missing: ${summary(expectedNode)}`);
    if (wasNext) return difference('extra', location(), `not in the document: ${summary(found)}`);
    return compareNodes(expectedNode, found, path());
  }
  return null;
}

function compareNodes(expected: AnyNode, actual: AnyNode, ancestors: readonly string[]): Difference {
  const path = ancestors.join(' › ');
  if (expected.role !== actual.role) {
    return difference('role', path, `is ${summary(actual)}, expected ${summary(expected)}`);
  }
  if ('runs' in expected && 'runs' in actual) {
    const found = title(expected) === title(actual) ? compareRuns(expected.runs, actual.runs, path) : null;
    if (found !== null) return found;
  }
  if (expected.role === 'figure' && actual.role === 'figure') {
    const found = compareRuns([expected], [actual], path);
    if (found !== null) return found;
  }
  if (title(expected) !== title(actual)) {
    return difference('properties', path, `is ${summary(actual)}, expected ${summary(expected)}`);
  }
  const inner =
    'children' in expected && 'children' in actual ? compareAll(expected.children, actual.children, ancestors) : null;
  if (inner === null) throw new Error(`two nodes differ in nothing: ${JSON.stringify([expected, actual])}`);
  return inner;
}

// ---- runs ---------------------------------------------------------------------------------------------------

function compareRuns(expected: readonly OutlineRun[], actual: readonly OutlineRun[], path: string): Difference | null {
  const [expectedText, found] = [spoken(expected), spoken(actual)];
  if (expectedText !== found) {
    const kind = [...expected, ...actual].every((run) => run.role === 'figure') ? 'alternative-text' : 'text';
    return difference(kind, path, `says ${excerpt(found, expectedText)}, expected ${excerpt(expectedText, found)}`);
  }
  for (const [one, other, text] of overlaps(expected, actual)) {
    if (one.lang !== other.lang) {
      return difference('language', path, `“${text}” is in ${name(other.lang)}, expected ${name(one.lang)}`);
    }
    if (one.target !== other.target) {
      return difference(
        'target',
        path,
        `“${text}” leads to ${other.target ?? 'nowhere'}, expected ${one.target ?? 'no link'}`,
      );
    }
  }
  return null;
}

/** Text in which a figure is told from the same words. */
function spoken(runs: readonly OutlineRun[]): string {
  return runs.map((run) => (run.role === 'text' ? run.text : `[figure: ${run.alt ?? 'no alternative text'}]`)).join('');
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

function same(one: AnyNode | undefined, other: AnyNode | undefined): boolean {
  return one !== undefined && other !== undefined && isDeepStrictEqual(one, other);
}

function summary(node: AnyNode | undefined): string {
  if (node === undefined) return 'nothing';
  const text = firstText(node);
  return `${title(node)}${text === '' ? '' : ` “${text.length > 60 ? `${text.slice(0, 59)}…` : text}”`}`;
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
