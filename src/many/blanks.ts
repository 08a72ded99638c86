/** What the rows of a table leave empty: in a column that nearly all others fill, the base has the value of another record. */
import type { Place, Report } from '../diagnostics.ts';
import type { SheetRow } from '../input/bring/sheet.ts';
import type { ManifestColumn } from './columns.ts';

interface Filled {
  rows: number;
  /** By column. */
  readonly counts: number[];
}

/** Fewer rows have no habit that one of them may break. */
const fewest = 5;
/** One row in so many may leave a column empty that is called filled. */
const share = 5;
/** Data files that rows change. */
const mostBases = 1000;

export class Blanks {
  readonly #columns: readonly ManifestColumn[];
  readonly #bases = new Map<string, Filled>();

  constructor(columns: readonly ManifestColumn[]) {
    this.#columns = columns;
  }

  /** Counts a row; those that change nothing are notes more often than records. */
  see(row: SheetRow): void {
    const base = this.#baseOf(row);
    if (base === null || !this.#columns.some((_, index) => this.#isPath(index) && isFilled(row, index))) return;
    const known = this.#bases.get(base) ?? { rows: 0, counts: this.#columns.map(() => 0) };
    if (this.#bases.size < mostBases) this.#bases.set(base, known);
    known.rows += 1;
    for (const index of known.counts.keys())
      if (isFilled(row, index)) known.counts[index] = (known.counts[index] ?? 0) + 1;
  }

  /** The names of the columns that a row leaves empty and nearly all others of its base fill. */
  of(row: SheetRow): readonly string[] {
    const known = this.#bases.get(this.#baseOf(row) ?? '');
    if (known === undefined || known.rows < fewest) return [];
    const { rows, counts } = known;
    return this.#columns.flatMap(({ name }, index) => {
      const empty = rows - (counts[index] ?? 0);
      const isUsual = empty <= Math.max(1, Math.floor(rows / share));
      return this.#isPath(index) && isUsual && !isFilled(row, index) ? [name] : [];
    });
  }

  /** As the row names it; null for one that is made of a whole data file. */
  #baseOf(row: SheetRow): string | null {
    const textIn = (field: string) => {
      const index = this.#columns.findIndex(({ use }) => use.type === 'field' && use.field === field);
      return row[index]?.text.trim() ?? '';
    };
    return textIn('data') === '' ? textIn('base') : null;
  }

  #isPath(index: number): boolean {
    return this.#columns[index]?.use.type === 'path';
  }
}

function isFilled(row: SheetRow, index: number): boolean {
  const cell = row[index];
  return cell !== undefined && (cell.text.trim() !== '' || cell.fault !== undefined);
}

/** @param names of the columns that a row leaves empty */
export function warnOfBlanks(names: readonly string[], at: Place, report: Report): void {
  if (names.length === 0) return;
  const shown = names.slice(0, 3).map((name) => `"${name}"`);
  const rest = names.length - shown.length;
  const last = rest > 0 ? `${rest} more` : shown.pop();
  const cells = shown.length === 0 ? last : `${shown.join(', ')} and ${last}`;
  const message =
    names.length === 1
      ? `The cell of ${cells} is empty, and nearly all other rows fill it: the document keeps what the base has.`
      : `The cells of ${cells} are empty, and nearly all other rows fill them: the document keeps what the base has.`;
  report.warning('row-keeps-base', at, message, {
    hints: ['Fill them, also where the base is right. If the row is a total or a note, delete it.'],
  });
}
