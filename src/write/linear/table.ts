/** A table as lines: what its columns are called, then each row as a list of its cells, each behind the heads of its columns. */
import { languageOf } from '../../language/languages.ts';
import type { Blocks } from '../../model/document.ts';
import type { Cell, Row, Table } from '../../model/table.ts';
import { headsOver, type PlacedRow, placed } from '../heads.ts';
import { inside, type LinearContext } from './context.ts';
import type { LinearLine, LinearNote, LinearRun } from './line.ts';

/** How blocks become lines, whatever they stand in. */
type Lines = (blocks: Blocks, context: LinearContext) => readonly LinearLine[];

export function tableLines(table: Table, context: LinearContext, lines: Lines): LinearLine[] {
  const { columns, body, foot } = table;
  const cellOf = (cell: Cell, row: Row) => together(lines(cell.blocks, inside(cell, inside(row, context))), context);
  const comma: LinearRun = { type: 'text', text: ', ', lang: context.lang };
  // What spans several columns calls each of them, with its notes and addresses once.
  const names = headsOver(table, ({ cell, row }) => cellOf(cell, row)).map((heads) =>
    joined(
      heads.map(({ words, isFirst }) => (isFirst ? words : namesIn(words))),
      comma,
    ),
  );
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
