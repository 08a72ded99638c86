/** Rows and cells: parts, spans, scopes. */

import { attribute, closest, elementsOf, type HtmlElement, parentOf } from '../../finished/html/tree.ts';
import type { Scope, TablePart } from '../outline.ts';

const parts: Readonly<Record<string, TablePart>> = { thead: 'head', tfoot: 'foot' };

export function partOf(row: HtmlElement): TablePart {
  return parts[parentOf(row)?.tagName ?? ''] ?? 'body';
}

export function cellOf(cell: HtmlElement): { header: boolean; scope: Scope | null; rowSpan: number; colSpan: number } {
  const header = isHeader(cell);
  return {
    header,
    scope: header ? scopeOf(cell) : null,
    rowSpan: span(cell, 'rowspan'),
    colSpan: span(cell, 'colspan'),
  };
}

const roleOfCell = (cell: HtmlElement): string => attribute(cell, 'role')?.trim().toLowerCase() ?? '';

/** By its role where it has one, whatever its tag. */
function isHeader(cell: HtmlElement): boolean {
  const role = roleOfCell(cell);
  if (role === 'cell' || role === 'gridcell') return false;
  return role === 'columnheader' || role === 'rowheader' || cell.tagName === 'th';
}

/** The scope as written, or as HTML finds it (4.9.12.2): a column's if the whole row is of headers, else the row's. */
function scopeOf(cell: HtmlElement): Scope {
  const role = roleOfCell(cell);
  if (role === 'columnheader' || role === 'rowheader') return role === 'rowheader' ? 'row' : 'column';
  const written = attribute(cell, 'scope')?.toLowerCase() ?? '';
  if (written.startsWith('col')) return 'column';
  if (written.startsWith('row')) return 'row';
  const row = closest(cell, 'tr');
  return (row !== null && isOfHeaders(row)) || closest(cell, 'thead') !== null ? 'column' : 'row';
}

const ofHeaders = new WeakMap<HtmlElement, boolean>();

/** Whether a row has nothing but headers; looked at once, not again for each of them. */
function isOfHeaders(row: HtmlElement): boolean {
  const known = ofHeaders.get(row);
  if (known !== undefined) return known;
  const found = elementsOf(row).every(isHeader);
  ofHeaders.set(row, found);
  return found;
}

function span(cell: HtmlElement, name: string): number {
  const count = Number.parseInt(attribute(cell, name) ?? attribute(cell, `aria-${name}`) ?? '1', 10);
  return count > 0 ? count : 1;
}
