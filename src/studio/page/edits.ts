/** Edits of the JSON text that leave what they do not touch as it is written. */
import { parse } from 'jsonc-parser';
import { pathOf as stepsOf } from '../../json/path.ts';
import {
  endOf,
  inPlaceOf,
  nodeAt,
  replaced,
  rootOf,
  withItemAt,
  withMembers,
  withoutMark,
  withoutMember,
} from './json-nodes.ts';

export { pathText, valueAt } from '../../json/path.ts';

export type DataPath = readonly (string | number)[];

export interface Parsed {
  readonly value: unknown;
  readonly isSound: boolean;
}

/** Of a broken text, what can be read of it. */
export function parseText(text: string): Parsed {
  const bare = withoutMark(text);
  try {
    const value: unknown = JSON.parse(bare);
    return { value, isSound: typeof value === 'object' && value !== null };
  } catch {
    return { value: valueOfBroken(bare), isSound: false };
  }
}

function valueOfBroken(text: string): unknown {
  try {
    return parse(text, [], { disallowComments: true, allowTrailingComma: false });
  } catch (error) {
    // Nested deeper than any data.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** `order` are the names of the fields of the record, for the place of one that was not there. */
export function withValue(text: string, path: DataPath, value: unknown, order: readonly string[] = []): string {
  const root = rootOf(text);
  const node = nodeAt(root, path);
  if (node !== undefined) return replaced(text, node.offset, endOf(node), inPlaceOf(text, node, value));
  const name = path.at(-1);
  const outer = path.slice(0, -1);
  const around = nodeAt(root, outer);
  if (name === undefined) return text;
  // What is not there is made around its first value.
  if (around === undefined) return withValue(text, outer, typeof name === 'number' ? [value] : { [name]: value });
  if (typeof name === 'number')
    return around.type === 'array' ? withMembers(text, around, name, [{ value }]) : withValue(text, outer, [value]);
  if (around.type !== 'object') return withValue(text, outer, { [name]: value });
  const { children = [] } = around;
  const after = order.indexOf(name);
  const later = children.findIndex((each) => order.indexOf(String(each.children?.[0]?.value)) > after);
  return withMembers(text, around, after < 0 || later < 0 ? children.length : later, [{ name, value }]);
}

export function withItem(text: string, list: DataPath, index: number, value: unknown): string {
  const around = nodeAt(rootOf(text), list);
  return around?.type === 'array' ? withMembers(text, around, index, [{ value }]) : withValue(text, list, [value]);
}

/** Puts items after the last one, all at once: a text of many rows is read a single time. */
export function withItems(text: string, list: DataPath, values: readonly unknown[]): string {
  const around = nodeAt(rootOf(text), list);
  if (values.length === 0) return text;
  if (around?.type !== 'array') return withValue(text, list, values);
  const members = values.map((value) => ({ value }));
  return withMembers(text, around, around.children?.length ?? 0, members);
}

export function without(text: string, path: DataPath): string {
  const node = nodeAt(rootOf(text), path);
  const member = node?.parent?.type === 'property' ? node.parent : node;
  const around = member?.parent;
  if (member === undefined || around === undefined) return text;
  const made = withoutMember(text, around, around.children?.indexOf(member) ?? -1);
  // A name that is given twice is not there any more only without both.
  return typeof path.at(-1) === 'string' ? without(made, path) : made;
}

/** An item of a list at another place of it. */
export function withMoved(text: string, list: DataPath, from: number, to: number): string {
  const around = nodeAt(rootOf(text), list);
  return around?.type === 'array' ? withItemAt(text, around, from, to) : text;
}

/** Gives the field of a path another name; its value and its place stay. */
export function withName(text: string, path: DataPath, name: string): string {
  const value = nodeAt(rootOf(text), path);
  const [key] = value?.parent?.type === 'property' ? (value.parent.children ?? []) : [];
  return key === undefined ? text : replaced(text, key.offset, endOf(key), JSON.stringify(name));
}

/** A path that is written, as its steps; empty for a text that is none. */
export function pathOf(text: string): DataPath {
  return (stepsOf(text) ?? []) as DataPath;
}
