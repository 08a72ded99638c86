/**
 * Labels that a file has among its text, as LibreOffice and Word write them: the bullets and numbers of items, the numbers of
 * notes. What reads them aloud says them, and they are no words of the item.
 */
import { textOfPart, type UnsettledNode } from '../settle.ts';

const bullet = /^(?:[•◦▪‣–—*-]|\p{Co}|o)$/u;
const number = /^[[(]?(?:\d{1,3}|[a-z]|[ivxlc]{1,6})[.)\]]{0,2}$/i;
const noteSign = /^[[(]?(?:\d{1,3}|[*†‡§])[.)\]]?$/;

/** Whether labels are numbers, so that their list has an order though it does not say so. */
export function areNumbers(labels: readonly string[]): boolean {
  return labels.length > 0 && labels.every((label) => number.test(label.trim()) && !bullet.test(label.trim()));
}

/** The numbers that labels say, by digits or letters; null where one of them says none. */
export function numbersIn(labels: readonly string[]): readonly number[] | null {
  const isRoman = /^[[(]?i[.)\]]/i.test(labels[0]?.trim() ?? '');
  const numbers = labels.map((label) => {
    const digits = /(\d{1,9})\D{0,3}$/.exec(label.trim())?.[1];
    const letters = /^[[(]?([a-z]{1,6})[.)\]]{0,2}$/i.exec(label.trim())?.[1]?.toLowerCase();
    if (digits !== undefined) return Number(digits);
    if (letters === undefined) return null;
    return isRoman ? romanNumber(letters) : letters.length === 1 ? letters.charCodeAt(0) - 96 : null;
  });
  return numbers.every((number) => number !== null) ? numbers : null;
}

const numerals: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

function romanNumber(letters: string): number | null {
  const values = [...letters].map((letter) => numerals[letter] ?? 0);
  if (values.includes(0)) return null;
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}

/** Items with their numbers, where there is one for each of them. */
export function withNumbers(items: readonly UnsettledNode[], numbers: readonly number[] | null): UnsettledNode[] {
  const count = items.filter(({ role }) => role === 'item').length;
  if (numbers === null || numbers.length !== count) return [...items];
  let next = 0;
  return items.map((item) => {
    const number = item.role === 'item' ? numbers[next++] : undefined;
    return item.role === 'item' && number !== undefined ? { ...item, number } : item;
  });
}

/** The items of a list without the labels that open their texts, where all have one, and whether these are numbers. */
export function unlabelled(items: readonly UnsettledNode[]): {
  readonly parts: UnsettledNode[];
  readonly numbered: boolean;
} {
  const labels = items.flatMap((item) => (item.role === 'item' ? [openingOf([item])?.text.trim() ?? ''] : []));
  const isLabelled = labels.length > 0 && labels.every((label) => bullet.test(label) || number.test(label));
  if (!isLabelled) return { parts: [...items], numbered: false };
  const numbered = areNumbers(labels);
  const parts = items.map((item) => (item.role === 'item' ? withoutOpening(item) : item));
  return { parts: withNumbers(parts, numbered ? numbersIn(labels) : null), numbered };
}

/** The sign that opens the text of a note without a label, and the note’s parts without it. */
export function signOf(
  parts: readonly UnsettledNode[],
): { readonly sign: string; readonly parts: UnsettledNode[] } | null {
  const sign = openingOf(parts)?.text.trim() ?? '';
  if (!noteSign.test(sign)) return null;
  let isFound = false;
  const rest = parts.map((part) => {
    if (isFound || textOfPart(part) === '') return part;
    isFound = true;
    return withoutOpening(part);
  });
  return { sign, parts: rest };
}

/** Calls that are but the number of a note whose own number stood in its text; any other is a link. */
export function withCalls(
  parts: readonly UnsettledNode[],
  calls: ReadonlySet<UnsettledNode>,
  signs: ReadonlySet<string>,
): UnsettledNode[] {
  return parts.flatMap((part): UnsettledNode[] => {
    if (!('parts' in part)) return [part];
    const inner = withCalls(part.parts, calls, signs);
    if (!calls.has(part)) return [{ ...part, parts: inner }];
    return signs.has(textOfPart(part).trim()) ? [{ role: 'reference', certain: true, parts: inner }] : inner;
  });
}

/** Whether words may call a note. */
export const mayCall = (text: string): boolean => noteSign.test(text.trim());

type TextPart = Extract<UnsettledNode, { role: 'text' }>;

/**
 * The first piece of text, which may be a label; null where it is all that there is, or all of its paragraph: a number that has a
 * paragraph for itself is what the item says, as key figures are.
 */
function openingOf(parts: readonly UnsettledNode[]): TextPart | null {
  const texts = textsIn(parts);
  const first = texts.next().value;
  if (first === undefined || texts.next().done === true) return null;
  const paragraph = paragraphOf(first, parts);
  return paragraph !== null && textOfPart(paragraph).trim() === first.text.trim() ? null : first;
}

function paragraphOf(text: TextPart, parts: readonly UnsettledNode[]): UnsettledNode | null {
  for (const part of parts) {
    if (!('parts' in part)) continue;
    if (part.role === 'paragraph' && [...textsIn([part])].includes(text)) return part;
    const inner = paragraphOf(text, part.parts);
    if (inner !== null) return inner;
  }
  return null;
}

function* textsIn(parts: readonly UnsettledNode[]): Generator<TextPart, undefined> {
  for (const part of parts) {
    if ('parts' in part) yield* textsIn(part.parts);
    else if (part.role === 'text' && part.text.trim() !== '') yield part;
  }
  return undefined;
}

function withoutOpening(part: UnsettledNode): UnsettledNode {
  const opening = openingOf([part]);
  const without = (node: UnsettledNode): UnsettledNode =>
    node === opening ? { ...opening, text: '' } : 'parts' in node ? { ...node, parts: node.parts.map(without) } : node;
  return without(part);
}
