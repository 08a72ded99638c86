/** Places in a JSON text, and values written as the text around them is. */
import { type Node, parseTree } from 'jsonc-parser';
import type { DataPath } from './edits.ts';

/** A text that begins with the mark of UTF-8 has its places as if a blank stood there. */
export function withoutMark(text: string): string {
  return text.replace(/^\ufeff/, ' ');
}

export function rootOf(text: string): Node | undefined {
  return parseTree(withoutMark(text));
}

/** The value at a path; of fields with one name the last, as reading does. */
export function nodeAt(root: Node | undefined, path: DataPath): Node | undefined {
  return path.reduce<Node | undefined>((node, step) => {
    if (node?.type === 'array' && typeof step === 'number') return node.children?.[step];
    if (node?.type !== 'object' || typeof step !== 'string') return undefined;
    return node.children?.findLast(({ children }) => children?.[0]?.value === step)?.children?.[1];
  }, root);
}

export function endOf({ offset, length }: Node): number {
  return offset + length;
}

function sourceOf(text: string, node: Node): string {
  return text.slice(node.offset, endOf(node));
}

function eolOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** What a level is moved in by. */
function unitOf(text: string): string {
  return /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
}

/** The blanks that the line of a place begins with. */
function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  return `{${Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .map(([name, inner]) => `${JSON.stringify(name)}: ${oneLine(inner)}`)
    .join(', ')}}`;
}

function manyLines(text: string, value: unknown, indent: string): string {
  return JSON.stringify(value, null, unitOf(text)).replaceAll('\n', `${eolOf(text)}${indent}`);
}

/** A value in the place of another one: on one line where that, or all around it, stands on one. */
export function inPlaceOf(text: string, node: Node, value: unknown): string {
  const isOneLine = [node, node.parent?.type === 'property' ? node.parent.parent : node.parent].some(
    (each) => (each?.children?.length ?? 0) > 0 && each !== undefined && !sourceOf(text, each).includes('\n'),
  );
  return isOneLine ? oneLine(value) : manyLines(text, value, indentAt(text, node.offset));
}

/** A field of a record, or an item of a list where it has no name. */
export interface Member {
  readonly name?: string;
  readonly value: unknown;
}

/** Puts members into a record or a list before the one with this index, set apart as those that are there. */
export function withMembers(text: string, around: Node, index: number, members: readonly Member[]): string {
  const { children = [] } = around;
  const write = (indent: string | null) =>
    members.map(({ name, value }) => {
      const made = indent === null ? oneLine(value) : manyLines(text, value, indent);
      return name === undefined ? made : `${JSON.stringify(name)}: ${made}`;
    });
  const [first] = children;
  if (first === undefined) {
    if (!text.includes('\n')) return replaced(text, around.offset + 1, endOf(around) - 1, write(null).join(', '));
    const [eol, outer] = [eolOf(text), indentAt(text, around.offset)];
    const inner = `${outer}${unitOf(text)}`;
    const made = write(inner).map((member) => `${eol}${inner}${member}`);
    return replaced(text, around.offset + 1, endOf(around) - 1, `${made.join(',')}${eol}${outer}`);
  }
  const gap = gapAt(text, around, Math.min(index, children.length - 1));
  const indent = gap.includes('\n') ? lastBlanks(gap) : null;
  const before = index === 0 ? undefined : children[Math.min(index, children.length) - 1];
  const made = write(indent);
  return before === undefined
    ? replaced(text, first.offset, first.offset, made.map((member) => `${member}${gap}`).join(''))
    : replaced(text, endOf(before), endOf(before), made.map((member) => `${gap}${member}`).join(''));
}

/** The blanks at the end of what stands between two members: those of its last line. */
function lastBlanks(gap: string): string {
  const blanks = gap.slice(gap.trimEnd().length);
  return blanks.slice(Math.max(blanks.lastIndexOf('\n'), blanks.lastIndexOf('\r')) + 1);
}

/** What stands between two members, of which one is at this index. */
function gapAt(text: string, around: Node, index: number): string {
  const { children = [] } = around;
  const [one, other] = index === 0 ? children : children.slice(index - 1);
  if (one !== undefined && other !== undefined) return text.slice(endOf(one), other.offset);
  const lead = one === undefined ? '' : text.slice(around.offset + 1, one.offset);
  return lead.includes('\n') ? `,${lead.replace(/^[^\n\r]*/, '')}` : ', ';
}

/** Cuts a member out with the comma that set it apart. */
export function withoutMember(text: string, around: Node, index: number): string {
  const { children = [] } = around;
  const [before, member, after] = [index === 0 ? undefined : children[index - 1], children[index], children[index + 1]];
  if (member === undefined) return text;
  if (after !== undefined) return replaced(text, member.offset, after.offset, '');
  if (before !== undefined) return replaced(text, endOf(before), endOf(member), '');
  return replaced(text, around.offset + 1, endOf(around) - 1, '');
}

/** An item takes another place in its list; each is written as it was, and what stands between places stays. */
export function withItemAt(text: string, list: Node, from: number, to: number): string {
  const places = list.children ?? [];
  const sources = places.map((item) => sourceOf(text, item));
  sources.splice(to, 0, ...sources.splice(from, 1));
  return places.reduceRight(
    (made, place, index) => replaced(made, place.offset, endOf(place), sources[index] ?? ''),
    text,
  );
}

export function replaced(text: string, start: number, end: number, by: string): string {
  return `${text.slice(0, start)}${by}${text.slice(end)}`;
}
