/** Where findings and fields stand in the text of a document. */
import { getLocation, type Node } from 'jsonc-parser';
import type { StudioFinding } from '../../protocol.ts';
import { type DataPath, pathOf, pathText } from '../edits.ts';
import { endOf, nodeAt, rootOf, withoutMark } from '../json-nodes.ts';

/** Offsets in the text, in UTF-16 units. */
export interface WordsAt {
  readonly from: number;
  readonly to: number;
}

export interface PlacedFinding extends WordsAt {
  readonly finding: StudioFinding;
}

/** Findings of this file, by their place in its text. Those that have none here, as of another file, are left out. */
export function placed(text: string, findings: readonly StudioFinding[]): readonly PlacedFinding[] {
  const tree = rootOf(text);
  return findings
    .flatMap((finding) => {
      const range = rangeOf(text, tree, finding);
      return range === null ? [] : [{ finding, ...range }];
    })
    .sort((one, other) => one.from - other.from);
}

function rangeOf(text: string, tree: Node | undefined, { path, place, code }: StudioFinding): WordsAt | null {
  if (path !== null) return tree === undefined ? null : rangeAt(tree, pathOf(path), code === 'unknown-field');
  const [, line, column] = /^(\d+):(\d+)$/.exec(place ?? '') ?? [];
  return line === undefined ? null : signAt(text, Number(line), Number(column));
}

/** One sign, or the last of the text; lines and columns are counted from 1. */
function signAt(text: string, line: number, column: number): WordsAt {
  let start = 0;
  for (let count = 1; count < line; count += 1) {
    const end = text.indexOf('\n', start);
    if (end < 0) break;
    start = end + 1;
  }
  const from = Math.max(0, Math.min(start + column - 1, text.length - 1));
  return { from, to: Math.min(from + 1, text.length) };
}

/** A value that is one word or text; of a record or list, and of what is not there, the name of the field around it. */
function rangeAt(tree: Node, path: DataPath, isOfName: boolean): WordsAt {
  const node = nodeAt(tree, path);
  if (node === undefined) return rangeAt(tree, path.slice(0, -1), false);
  const [name] = node.parent?.type === 'property' ? (node.parent.children ?? []) : [];
  const isWhole = node.type !== 'object' && node.type !== 'array';
  const shown = isWhole && !isOfName ? node : (name ?? null);
  return shown === null ? { from: node.offset, to: node.offset + 1 } : { from: shown.offset, to: endOf(shown) };
}

/** The field with all that it holds; null where it is not in the text. */
export function fieldRange(text: string, path: string): WordsAt | null {
  const steps = pathOf(path);
  const node = steps.length === 0 ? undefined : nodeAt(rootOf(text), steps);
  if (node === undefined) return null;
  const whole = node.parent?.type === 'property' ? node.parent : node;
  return { from: whole.offset, to: endOf(whole) };
}

/** The path of what stands at an offset, also where the text is broken. */
export function pathAt(text: string, offset: number): string {
  return pathText(getLocation(withoutMark(text), offset).path.filter((step) => step !== ''));
}
