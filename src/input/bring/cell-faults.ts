/** What is wrong with the cells of a file: errors of one code, counted; and what is told once for a whole column. */
import type { Place, Report } from '../../diagnostics.ts';
import { type LeftOut, leftOutOf } from './cell-marks.ts';
import type { NumberPlace } from './number.ts';
import type { CellFault, SheetCell } from './sheet.ts';

interface RoundedCell {
  readonly at: Place;
  readonly held: number;
  readonly taken: number;
  /** Where the data may ask for decimals. */
  readonly field: NumberPlace['unitField'];
}

interface PercentCell {
  readonly at: Place;
  readonly text: string;
  readonly number: number;
}

interface LeftOutCell extends LeftOut {
  readonly at: Place;
}

/** Columns are known by their objects. */
export class CellFaults {
  failed = false;
  readonly #report: Report;
  readonly #percents = new Map<object, { signed?: PercentCell; plain?: PercentCell }>();
  readonly #rounded = new Map<object, RoundedCell[]>();
  readonly #leftOut = new Map<object, Map<string, LeftOutCell[]>>();
  constructor(report: Report) {
    this.#report = report;
  }
  /** A number of a column of percentages. */
  percents(column: object, cell: PercentCell): void {
    if (cell.number === 0) return;
    const kinds = this.#percents.get(column) ?? {};
    this.#percents.set(column, kinds);
    if (cell.text.endsWith('%')) kinds.signed ??= cell;
    else kinds.plain ??= cell;
  }
  /** A number that was typed with more decimals than its cell shows. */
  rounds(column: object, cell: RoundedCell): void {
    const cells = this.#rounded.get(column) ?? [];
    this.#rounded.set(column, cells);
    cells.push(cell);
  }
  /** A cell whose words are taken, with marks or without. */
  leaves(column: object, at: Place, { cell, isRich }: { readonly cell: SheetCell; readonly isRich: boolean }): void {
    for (const left of leftOutOf(cell, isRich)) {
      const kinds = this.#leftOut.get(column) ?? new Map<string, LeftOutCell[]>();
      this.#leftOut.set(column, kinds);
      const cells = kinds.get(left.code) ?? [];
      kinds.set(left.code, cells);
      cells.push({ ...left, at });
    }
  }
  /** A number with more digits than a number can have. */
  warn(at: Place, text: string, read: number): void {
    this.#report.warning('number-precision', at, `${text} has too many digits: it is read as ${read}.`, {
      hints: ['Write it with 15 digits or fewer, or as text where the column takes text.'],
    });
  }
  end(): void {
    for (const { signed, plain } of this.#percents.values())
      if (signed !== undefined && plain !== undefined) mixed(signed, plain, this.#report);
    for (const cells of this.#rounded.values()) tellRounded(cells, this.#report);
    for (const kinds of this.#leftOut.values()) for (const cells of kinds.values()) tellLeftOut(cells, this.#report);
  }
  error(at: Place, message: string, hint: string): void {
    this.failed = true;
    this.#report.error('bad-cell', at, message, { hints: [hint] });
  }
}

function mixed(signed: PercentCell, { at, text, number }: PercentCell, report: Report): void {
  const message = `${text} has no percentage sign, and ${signed.text} in its column has one: it is taken as ${number}%.`;
  const hint = `Give it the sign: ${number}%. In Excel, give the cells of the column one format, and look at what they show.`;
  report.warning('mixed-percent', at, message, { hints: [hint] });
}

export function tellRounded(cells: readonly RoundedCell[], report: Report): void {
  const [first] = cells;
  if (first === undefined) return;
  const { at, held, taken, field } = first;
  const others = othersOf(cells);
  const where = field === 'as' ? 'column' : 'chart';
  const ask = field === null ? '' : `, or write the "decimals" of the ${where} in the data`;
  report.warning('rounded-cell', at, `${held} is taken as ${taken}, as its cell shows it${others}.`, {
    hints: [`Show all decimals of the cells in Excel (Increase Decimal)${ask}.`],
  });
}

export function tellLeftOut(cells: readonly LeftOutCell[], report: Report): void {
  const [first] = cells;
  if (first === undefined) return;
  const { at, code, message, hint } = first;
  report.warning(code, at, `${message}${othersOf(cells)}.`, { hints: [hint] });
}

function othersOf({ length }: readonly unknown[]): string {
  return length === 1 ? '' : length === 2 ? ', and one more of its column' : `, and ${length - 1} more of its column`;
}

/** A day in the place of a code or a name: spreadsheets make one of 1.2 and of 3-5 as they are typed. */
export function dayForCode(day: string): CellFault {
  return {
    message: `The cell holds the day ${day}, and no day is asked for here.`,
    hint: 'If a code such as 1.2 became a day as it was typed, give the cell the format Text in Excel, and type the code again.',
  };
}
