/** A table's cells in their places: Word writes a cell that reaches over rows once in each of them. */
import { designTable, type RowDesign, type TableDesign } from '../../design/tables.ts';
import type { Cell, Row, Table } from '../../model/table.ts';
import type { Theme } from '../../theme/theme.ts';
import type { TableRule } from './table-styles.ts';

type Rules = Theme['looks']['table']['rules'];

export interface TableGridRow {
  readonly row: Row;
  readonly part: 'head' | 'body' | 'foot';
  readonly design: RowDesign;
  readonly cells: readonly TableGridCell[];
}
export interface TableGridCell {
  /** Null where a cell of a row before goes on. */
  readonly cell: Cell | null;
  readonly column: number;
  readonly columnSpan: number;
  readonly merge: 'restart' | 'continue' | null;
  /** Where the edge is another than the table's own; null for none. */
  readonly above?: TableRule | null;
  readonly below?: TableRule | null;
}

/** A cell that reaches into the rows to come. */
interface Reach {
  readonly column: number;
  readonly columnSpan: number;
  /** How many rows are left. */
  rows: number;
}

export function gridOf({ head, body, foot }: Table, theme: Theme): TableGridRow[] {
  const design = designTable(theme);
  return [
    ...partOf(head, 'head', false, design),
    ...partOf(body, 'body', foot.length > 0, design),
    ...partOf(foot, 'foot', false, design),
  ];
}

function partOf(
  rows: readonly Row[],
  part: TableGridRow['part'],
  goesOn: boolean,
  { rows: designed, look: { rules } }: TableDesign,
): TableGridRow[] {
  let reaches: Reach[] = [];
  return designed(rows, part).map(({ row, design }, index) => {
    const places: TableGridCell[] = [];
    const next = rows[index + 1];
    const edges = (goingOn: boolean) => edgesOf(part, row, next, index, goesOn, goingOn, rules);
    const before = reaches;
    for (const reach of before) reach.rows -= 1;
    reaches = before.filter(({ rows }) => rows > 0);
    let column = 0;
    const passReaches = () => {
      for (
        let reach = before.find((r) => r.column === column);
        reach;
        reach = before.find((r) => r.column === column)
      ) {
        places.push({ cell: null, ...spanOf(reach), merge: 'continue', above: null, ...edges(reach.rows > 0) });
        column += reach.columnSpan;
      }
    };
    for (const cell of row.cells) {
      passReaches();
      const { columnSpan, rowSpan } = cell;
      const merges = rowSpan > 1;
      places.push({ cell, column, columnSpan, merge: merges ? 'restart' : null, ...edges(merges) });
      if (merges) reaches.push({ column, columnSpan, rows: rowSpan - 1 });
      column += columnSpan;
    }
    passReaches();
    return { row, part, design, cells: places };
  });
}

function spanOf({ column, columnSpan }: Reach): { column: number; columnSpan: number } {
  return { column, columnSpan };
}

/** The edges of a cell where they are not hairlines: deep ones around parts, lines above groups, none before sub-rows. */
function edgesOf(
  part: TableGridRow['part'],
  row: Row,
  next: Row | undefined,
  index: number,
  goesOn: boolean,
  merged: boolean,
  rules: Rules,
): Pick<TableGridCell, 'above' | 'below'> {
  const above =
    row.look === 'sub'
      ? { above: null }
      : row.look === 'group' && index > 0
        ? { above: rules.group }
        : row.look === 'record' && index > 0
          ? { above: rules.head }
          : {};
  if (merged) return { ...above, below: null };
  if (next === undefined)
    return { ...above, below: part === 'body' && goesOn ? rules.group : part === 'head' ? rules.head : rules.edge };
  if (next.look === 'sub') return { ...above, below: null };
  if (next.look === 'record') return { ...above, below: rules.head };
  return {
    ...above,
    ...(next.look === 'group' ? { below: rules.group } : part === 'head' ? { below: rules.hair } : {}),
  };
}
