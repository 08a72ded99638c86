/** Attributes of structure elements (ISO 32000-1, 14.7.5 and 14.8.5), their own or through a class. */
import { type PDFDict, PDFName, PDFNumber, type PDFObject } from '@cantoo/pdf-lib';
import type { Scope } from '../outline.ts';
import { dictionaryAt, dictionaryOf, lookup, membersAt, nameAt } from './objects.ts';

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

const unordered = new Set(['None', 'Unordered', 'Disc', 'Circle', 'Square']);

/** Table 347: without ListNumbering a list has no order. */
export function isOrdered(list: PDFDict, root: PDFDict): boolean {
  const numbering = attribute(list, root, 'List', 'ListNumbering');
  return numbering instanceof PDFName && !unordered.has(numbering.decodeText());
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
