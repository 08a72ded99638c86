/** A table as lines: what its columns are called, then each row as a list of its cells, each behind the heads of its columns. */
import { languageOf } from '../../language/languages.ts';
import type { Blocks } from '../../model/document.ts';
import type { Cell, Row, Table } from '../../model/table.ts';
import { type PlacedRow, placed } from '../heads.ts';
import { inside, type LinearContext } from './context.ts';
import type { LinearLine, LinearNote, LinearRun } from './line.ts';

/** How blocks become lines, whatever they stand in. */
type Lines = (blocks: Blocks, context: LinearContext) => readonly LinearLine[];

export function tableLines({ columns, head, body, foot }: Table, context: LinearContext, lines: Lines): LinearLine[] {
  const cellOf = (cell: Cell, row: Row) => together(lines(cell.blocks, inside(cell, inside(row, context))), context);
  const names = headsOf(head, columns.length, cellOf, context);
  const base = { level: 0, depth: context.depth, place: null, apart: false, opens: false };
  const called = together(names, context);
  const headLine: LinearLine = { ...base, type: 'columns', label: null, apart: true, opens: true, ...called };
  const empty = `[${languageOf(context.document.lang).chrome.emptyCell}]`;
  const rows = [...placed(body, columns.length), ...placed(foot, columns.length)].flatMap((record) =>
    wholeRecord(record).map(({ row, cell, column }, index): LinearLine => {
      const isOwn = row === record.row;
      const { runs, notes } = isOwn ? cellOf(cell, row) : namesIn(cellOf(cell, row));
      const whole = cell.columnSpan === columns.length;
      const heads = index === 0 || whole ? [] : names.slice(column, column + cell.columnSpan);
      return {
        ...base,
        // A part of the row before: “women” by itself would be all women.
        depth: record.row.look === 'sub' ? context.depth + 1 : context.depth,
        type: index === 0 ? 'row' : 'cell',
        label: labelOf(heads.map(nameOf), context),
        // Nobody who reads one line after the other sees that a place is empty.
        runs: runs.length > 0 ? runs : [{ type: 'text', text: empty, lang: context.document.lang }],
        notes,
      };
    }),
  );
  return called.runs.length === 0 ? rows : [headLine, ...rows];
}

/**
 * A row with the cells that reach into it from rows above: a list shows no place that they share. One without a cell of its own
 * says nothing that the row above does not say.
 */
function wholeRecord({ cells, reaching }: PlacedRow): PlacedRow['cells'] {
  return cells.length === 0 ? [] : [...reaching, ...cells].sort((one, other) => one.column - other.column);
}

function labelOf(heads: readonly string[], { lang }: LinearContext): LinearRun | null {
  const names = [...new Set(heads)].filter((name) => name !== '');
  return names.length === 0 ? null : { type: 'text', text: `${names.join(', ')}:`, lang };
}

/** What each column is called, by all rows of heads; what spans several calls each, with its notes and addresses once. */
function headsOf(
  head: readonly Row[],
  width: number,
  saidIn: (cell: Cell, row: Row) => Said,
  { lang }: LinearContext,
): readonly Said[] {
  const columns = Array.from({ length: width }, (): Said[] => []);
  for (const { row, cells } of placed(head, width))
    for (const { cell, column } of cells) {
      const called = saidIn(cell, row);
      const again = namesIn(called);
      for (let at = column; at < column + cell.columnSpan; at += 1) columns[at]?.push(at === column ? called : again);
    }
  return columns.map((parts) => joined(parts, { type: 'text', text: ', ', lang }));
}

const isName = ({ type }: LinearRun): boolean => type === 'text' || type === 'break';

/** What is said once more, without notes and addresses. */
function namesIn({ runs }: Said): Said {
  return { runs: runs.filter(isName), notes: [] };
}

/** Words to call a column by, without notes and addresses. */
function nameOf({ runs }: Said): string {
  return runs
    .filter(isName)
    .map(({ text }) => text)
    .join('')
    .replace(/ {2,}/g, ' ')
    .trim();
}

type Said = Pick<LinearLine, 'runs' | 'notes'>;

/** What several lines say, as one. */
function together(all: readonly Said[], { lang }: LinearContext): Said {
  return joined(all, { type: 'text', text: '; ', lang });
}

function joined(all: readonly Said[], between: LinearRun): Said {
  const notes: LinearNote[] = [];
  const runs: LinearRun[] = [];
  for (const each of all) {
    if (each.runs.length === 0) continue;
    if (runs.length > 0) runs.push(between);
    runs.push(...each.runs);
    notes.push(...each.notes);
  }
  return { runs, notes };
}
