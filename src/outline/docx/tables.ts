/** Tables (ECMA-376, 17.4): spans over columns and rows, header rows. */

import { child, isOn, propertyOf, type Xml } from '../../finished/docx/package.ts';
import type { UnsettledNode } from '../settle.ts';

type CellPart = Extract<UnsettledNode, { role: 'cell' }>;
interface GrowingCell extends Omit<CellPart, 'rowSpan'> {
  rowSpan: number;
}

/** Word marks rows as headers, never columns: a header cell of a DOCX is always its column's. */
export function readTable(table: Xml, read: (cell: Xml) => UnsettledNode[]): UnsettledNode {
  /** The cell that goes on downward, by the column of the grid that it starts in. */
  const growing = new Map<number, GrowingCell>();
  const rows = members(table, 'w:tr').map((row): UnsettledNode => {
    const header = isOn(child(row, 'w:trPr'), 'w:tblHeader');
    let column = Number(propertyOf(child(row, 'w:trPr'), 'w:gridBefore') ?? 0);
    const cells = members(row, 'w:tc').flatMap((element): GrowingCell[] => {
      const properties = child(element, 'w:tcPr');
      const colSpan = Math.max(1, Number(propertyOf(properties, 'w:gridSpan') ?? 1) || 1);
      const start = column;
      column += colSpan;
      const merge = child(properties, 'w:vMerge');
      const above = growing.get(start);
      if (merge !== null && merge.attributes.get('w:val') !== 'restart' && above !== undefined) {
        above.rowSpan += 1;
        return [];
      }
      const cell: GrowingCell = {
        role: 'cell',
        header,
        scope: header ? 'column' : null,
        rowSpan: 1,
        colSpan,
        parts: read(element),
      };
      if (merge === null) growing.delete(start);
      else growing.set(start, cell);
      return [cell];
    });
    return { role: 'row', part: header ? 'head' : 'body', parts: cells };
  });
  return { role: 'table', parts: rows };
}

/** Rows or cells, also those within content controls and marked changes. */
function members(element: Xml, name: string): Xml[] {
  return element.children.flatMap((inner) => {
    if (inner.name === name) return [inner];
    return ['w:sdt', 'w:sdtContent', 'w:ins', 'w:customXml'].includes(inner.name) ? members(inner, name) : [];
  });
}
