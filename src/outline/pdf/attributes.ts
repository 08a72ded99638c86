/** Attributes of structure elements (ISO 32000-1, 14.7.5 and 14.8.5), their own or through a class. */
import { PDFArray, type PDFDict, PDFName, PDFNumber, type PDFObject } from '@cantoo/pdf-lib';
import { dictionaryAt, dictionaryOf, lookup, membersAt, nameAt, numbersOf } from '../../finished/pdf/objects.ts';
import type { Scope } from '../outline.ts';

/** The value of an attribute of an owner such as `Table`. */
function attribute(element: PDFDict, root: PDFDict, owner: string, key: string): PDFObject | undefined {
  const classes = dictionaryAt(root, 'ClassMap');
  const named = membersAt(element, 'C').flatMap((name) =>
    name instanceof PDFName && classes ? membersAt(classes, name.decodeText()) : [],
  );
  for (const member of [...membersAt(element, 'A'), ...named]) {
    const attributes = dictionaryOf(element.context.lookup(member));
    const value = attributes && nameAt(attributes, 'O') === owner ? lookup(attributes, key) : undefined;
    if (value !== undefined) return value;
  }
  return undefined;
}

const unordered = new Set(['None', 'Unordered', 'Disc', 'Circle', 'Square', 'Description']);

/** Table 347: without ListNumbering a list has no order. */
export function isOrdered(list: PDFDict, root: PDFDict): boolean {
  const numbering = numberingOf(list, root);
  return numbering !== null && !unordered.has(numbering);
}

/** Whether a list says what numbering it has. */
export const statesOrder = (list: PDFDict, root: PDFDict): boolean => numberingOf(list, root) !== null;

/** What labels say of their items: in a list without numbering they are words of their own, no bullets. */
export function saysLabels(list: PDFDict, root: PDFDict): boolean {
  const numbering = numberingOf(list, root);
  return numbering === 'None' || numbering === 'Description';
}

function numberingOf(list: PDFDict, root: PDFDict): string | null {
  const numbering = attribute(list, root, 'List', 'ListNumbering');
  return numbering instanceof PDFName ? numbering.decodeText() : null;
}

/** The left and the upper edge of what is painted, in the page's space (table 344). */
export function cornerOf(element: PDFDict, root: PDFDict): readonly [left: number, top: number] | null {
  const box = attribute(element, root, 'Layout', 'BBox');
  if (!(box instanceof PDFArray)) return null;
  const [left = 0, , , top = 0] = numbersOf(box);
  return [left, top];
}

const scopes: Readonly<Record<string, Scope>> = { Row: 'row', Column: 'column', Both: 'both' };

export function scopeOf(cell: PDFDict, root: PDFDict): Scope | null {
  const scope = attribute(cell, root, 'Table', 'Scope');
  return scope instanceof PDFName ? (scopes[scope.decodeText()] ?? null) : null;
}

export function spanOf(cell: PDFDict, root: PDFDict): { rowSpan: number; colSpan: number } {
  const count = (key: string) => {
    const value = attribute(cell, root, 'Table', key);
    return value instanceof PDFNumber && value.asNumber() > 0 ? value.asNumber() : 1;
  };
  return { rowSpan: count('RowSpan'), colSpan: count('ColSpan') };
}
