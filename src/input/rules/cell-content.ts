import type { DataFinding, DataRule } from '../check/rule.ts';
import type { DataParts } from '../check/sheet.ts';

type DataRow = DataParts['table']['rows'][number];
type DataCell = DataRow['cells'][number];

const contents = ['text', 'number', 'money', 'percent'] as const;

export const cellContent: DataRule = {
  code: 'cell-content',
  title: 'Cell with more than one content',
  why: 'Only one of them can be shown: the other would be lost without a word.',
  applies: 'Cells of tables.',
  severity: 'error',
  says: 'A cell shows more than one thing, or a group row is not one cell that names the rows after it.',
  mend: 'Keep one of text, number, amount and percentage in the cell; keep one cell in a group row.',
  *check(sheet) {
    for (const { path, value: table } of sheet.parts('table')) {
      for (const list of ['rows', 'foot'] as const) {
        for (const [index, row] of (table[list] ?? []).entries()) {
          const at = [...path, list, index];
          if (row.look === 'group' && list === 'rows') {
            const found = groupFault(row);
            if (found !== null) yield { ...found, at: [...at, 'cells', ...found.at] };
          }
          for (const [order, cell] of row.cells.entries()) {
            const found = faultOf(cell);
            if (found !== null) yield { ...found, at: [...at, 'cells', order, ...found.at] };
          }
        }
      }
    }
  },
};

function faultOf(cell: DataCell): DataFinding | null {
  const given = contents.filter((name) => cell[name] !== null);
  const [first, second] = given;
  if (first === undefined || second === undefined) return null;
  const message = `The cell has ${given.map((name) => `\`${name}\``).join(' and ')}, and a cell shows one of them.`;
  return { at: [second], message, hints: [`Remove "${second}", or move it to a cell of its own.`] };
}

function groupFault({ cells }: DataRow): DataFinding | null {
  const [cell] = cells;
  if (cell === undefined) return null;
  const hint = 'Keep one cell with the name of the group, or remove "look" from the row.';
  if (cells.length > 1)
    return { at: [1], message: `A group row has one cell, and this one has ${cells.length}.`, hints: [hint] };
  if (contents.every((name) => cell[name] === null))
    return {
      at: [0],
      message: 'The cell of a group row names the rows after it, and this one is empty.',
      hints: [hint],
    };
  return null;
}
