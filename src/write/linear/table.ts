/** A table as lines: what its columns are called, then each row as a list of its cells, each behind the heads of its columns. */
import type { Blocks } from '../../model/document.ts';
import type { Cell, Row, Table } from '../../model/table.ts';
import { placed } from '../heads.ts';
import { inside, type LinearContext } from './context.ts';
import type { LinearLine, LinearNote, LinearRun } from './line.ts';

/** How blocks become lines, whatever they stand in. */
type Lines = (blocks: Blocks, context: LinearContext) => readonly LinearLine[];

export function tableLines({ columns, head, body, foot }: Table, context: LinearContext, lines: Lines): LinearLine[] {
  const cellOf = (cell: Cell, row: Row) => together(lines(cell.blocks, inside(cell, inside(row, context))), context);
  const names = headsOf(head, columns.length, (cell, row) => nameOf(cellOf(cell, row).runs));
  const base = { level: 0, depth: context.depth, place: null, apart: false };
  const headLines = head.map(({ cells, ...row }): LinearLine => {
    const found = together(
      cells.map((cell) => cellOf(cell, { cells, ...row })),
      context,
    );
    return { ...base, type: 'columns', label: null, apart: true, ...found };
  });
  const rows = [...placed(body, columns.length), ...placed(foot, columns.length)].flatMap(({ row, cells }) => {
    const found = cells
      .map(({ cell, column }) => ({ cell, column, ...cellOf(cell, row) }))
      .filter(({ runs }) => runs.length > 0);
    return found.map(({ cell, column, runs, notes }, index): LinearLine => {
      const whole = cell.columnSpan === columns.length;
      const heads = index === 0 || whole ? [] : names.slice(column, column + cell.columnSpan);
      return { ...base, type: index === 0 ? 'row' : 'cell', label: labelOf(heads, context), runs, notes };
    });
  });
  return [...headLines, ...rows];
}

function labelOf(heads: readonly string[], { lang }: LinearContext): LinearRun | null {
  const names = [...new Set(heads)].filter((name) => name !== '');
  return names.length === 0 ? null : { type: 'text', text: `${names.join(', ')}:`, lang };
}

/** What each column is called, by all rows of heads. */
function headsOf(head: readonly Row[], width: number, name: (cell: Cell, row: Row) => string): readonly string[] {
  const names = Array.from({ length: width }, (): string[] => []);
  for (const { row, cells } of placed(head, width))
    for (const { cell, column } of cells) {
      const called = name(cell, row);
      for (let at = column; called !== '' && at < column + cell.columnSpan; at += 1) names[at]?.push(called);
    }
  return names.map((parts) => parts.join(', '));
}

/** Words to call a column by, without notes and addresses. */
function nameOf(runs: readonly LinearRun[]): string {
  return runs
    .map(({ type, text }) => (type === 'text' || type === 'break' ? text : ''))
    .join('')
    .replace(/ {2,}/g, ' ')
    .trim();
}

type Said = Pick<LinearLine, 'runs' | 'notes'>;

/** What several lines say, as one. */
function together(all: readonly Said[], { lang }: LinearContext): Said {
  const notes: LinearNote[] = [];
  const runs: LinearRun[] = [];
  for (const each of all) {
    if (each.runs.length === 0) continue;
    if (runs.length > 0) runs.push({ type: 'text', text: '; ', lang });
    runs.push(...each.runs);
    notes.push(...each.notes);
  }
  return { runs, notes };
}
