/** The cells of a sheet (18.3.1.4), row by row, out of the events of its part. */
import type { CellFault, SheetCell } from '../sheet.ts';
import { hides } from './format-code.ts';
import { numberShown } from './formats.ts';
import { type CellRange, cellNamed } from './names.ts';
import { type PartAttributes, Unreadable, unescaped } from './parts.ts';
import { StringReader, struckThrough, type TextItem } from './texts.ts';
import { isTrue, type Workbook } from './workbook.ts';

/** Without its place, which its row and column say. */
type Value = Omit<SheetCell, 'offset'>;

export interface PlacedCell {
  readonly column: number;
  readonly cell: Value;
}

/** Rows and columns: far more than any table that is printed. */
export const limits = { rows: 5000, columns: 100 };
const mostCells = limits.rows * limits.columns;

type Give = (cells: readonly PlacedCell[], row: number, isHidden: boolean) => void;

interface Open {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  /** Null where it has none. */
  formula: string | null;
  /** The formula that it shares with others, by its number. */
  shared: string | undefined;
  value: string | null;
}

/** Characters of a formula that are looked at. */
const longestFormula = 4000;

export class CellReader {
  readonly #book: Workbook;
  readonly #range: CellRange | null;
  readonly #give: Give;
  readonly #most: number;
  readonly #text = new StringReader();
  #row = 0;
  #isHidden = false;
  #column = 0;
  #count = 0;
  #cells: PlacedCell[] = [];
  #open: Open | null = null;
  #isInValue = false;
  #isInFormula = false;
  /** Those that others share, if they are links. */
  readonly #shared = new Map<string, string>();

  /**
   * @param give gets the cells of each row that have something in them
   * @param most how many cells are read; those who let go of rows need no bound
   */
  constructor(book: Workbook, range: CellRange | null, give: Give, most = mostCells) {
    this.#most = most;
    this.#book = book;
    this.#range = range;
    this.#give = give;
  }

  open(name: string, attribute: PartAttributes): void {
    if (name === 'row') {
      this.#row = Number(attribute('r') ?? this.#row + 1);
      this.#isHidden = isTrue(attribute('hidden'));
      this.#column = 0;
      this.#cells = [];
    } else if (name === 'c') {
      this.#column = cellNamed(attribute('r') ?? '')?.column ?? this.#column + 1;
      const [type, style] = [attribute('t') ?? 'n', Number(attribute('s') ?? 0)];
      this.#open = { column: this.#column, type, style, formula: null, shared: undefined, value: null };
    } else if (this.#open !== null) {
      if (name === 'f') {
        this.#isInFormula = true;
        this.#open.formula = '';
        this.#open.shared = attribute('si');
      }
      if (name === 'v') {
        this.#isInValue = true;
        this.#open.value = '';
      }
      this.#text.open(name, attribute);
    }
  }

  text(text: string): void {
    if (this.#open === null) return;
    if (this.#isInValue) this.#open.value += text;
    else if (this.#isInFormula) this.#open.formula = `${this.#open.formula}${text}`.slice(0, longestFormula);
    else this.#text.text(text);
  }

  close(name: string): void {
    this.#text.close(name);
    if (name === 'v') this.#isInValue = false;
    if (name === 'f') this.#isInFormula = false;
    if (name === 'c' && this.#open !== null) this.#finish(this.#open);
    if (name === 'row') this.#give(this.#cells, this.#row, this.#isHidden);
  }

  #finish(open: Open): void {
    this.#open = null;
    const inline = this.#text.take();
    const link = this.#linkOf(open);
    if (!this.#isAsked(open.column)) return;
    const value = this.#valueOf(open, inline);
    if (value === null) return;
    const isStruck = this.#book.struck[open.style] === true && value.text.trim() !== '';
    const isHidden = hides(this.#book.formats[open.style] ?? 'General', value.number ?? value.text);
    const fault = value.fault ?? (isStruck ? struckThrough : isHidden ? unseen : undefined);
    const own = value.isStressed === true && this.#book.stressed[open.style] === true ? unstressed(value) : value;
    // Nearly all cells of long sheets are as they are: no copy of each.
    const cell =
      link === null && fault === value.fault
        ? own
        : { ...own, ...(link !== null && { link }), ...(fault && { fault }) };
    this.#count += 1;
    if (this.#count > this.#most)
      throw new Unreadable(
        `The sheet has more than ${this.#most.toLocaleString('en')} cells.`,
        'Name the cells that are needed, such as "range": "A3:F20".',
      );
    this.#cells.push({ column: open.column, cell });
  }

  /** Of a formula HYPERLINK(address, words); where the address is computed, the formula. */
  #linkOf({ formula, shared }: Open): string | null {
    if (formula === null) return null;
    const whole = formula === '' && shared !== undefined ? (this.#shared.get(shared) ?? '') : formula;
    if (!/^\s*HYPERLINK\s*\(/i.test(whole)) return null;
    if (shared !== undefined) this.#shared.set(shared, whole);
    const [, address] = /^\s*HYPERLINK\s*\(\s*"((?:[^"]|"")*)"\s*[,)]/i.exec(whole) ?? [];
    return address?.replaceAll('""', '"') ?? whole;
  }

  #isAsked(column: number): boolean {
    const range = this.#range;
    if (range === null) return true;
    return this.#row >= range.top && this.#row <= range.bottom && column >= range.left && column <= range.right;
  }

  /** Null for a cell without anything in it. */
  #valueOf({ type, style, formula, value }: Open, inline: TextItem): Value | null {
    const isComputed = formula !== null;
    if (type === 'inlineStr') return inline;
    if (value === null || (value === '' && type !== 'str')) return isComputed ? faulty('', uncomputed) : null;
    switch (type) {
      case 's':
        return this.#book.texts[Number(value)] ?? faulty('', lost);
      case 'str':
        return { text: unescaped(value) };
      case 'b':
        return { text: isTrue(value) ? 'true' : 'false', truth: isTrue(value) };
      case 'e':
        return faulty(value, errorOf(value));
      case 'd':
        return /^\d{4}-\d\d-\d\d(?:T00:00|$)/.test(value) ? dayOf(value.slice(0, 10)) : { text: value };
      default: {
        const number = Number(value);
        if (!Number.isFinite(number)) return { text: value };
        const { formats, from1904 } = this.#book;
        return numberShown(number, formats[style] ?? 'General', { isComputed, from1904 });
      }
    }
  }
}

function unstressed({ isStressed, marked, ...plain }: Value): Value {
  return plain;
}

function dayOf(iso: string): Value {
  return { text: iso, day: iso };
}

function faulty(text: string, fault: CellFault): Value {
  return { text, fault };
}

const unseen: CellFault = {
  message: 'The cell holds a value, and its format shows nothing of it.',
  hint: 'Give it the format General in Excel (Ctrl+Shift+~) if readers may see it; if not, empty it.',
};

const lost: CellFault = {
  message: 'The text of the cell is not in the file.',
  hint: 'Open the file in Excel or LibreOffice, save it, and build again.',
};

const uncomputed: CellFault = {
  message: 'The cell has a formula whose result is not in the file.',
  hint: 'Open the file in Excel or LibreOffice, save it, and build again.',
};

function errorOf(value: string): CellFault {
  return {
    message: `The cell has the error ${value.slice(0, 20)}.`,
    hint: 'Correct its formula in Excel, and save the file.',
  };
}
