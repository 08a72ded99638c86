/** What the readers of spreadsheets make: rows of cells that know their places, whichever file they are from. */
import type { Place } from '../../diagnostics.ts';

export interface SheetCell {
  /** As it is shown; of a day its date in ISO 8601. */
  readonly text: string;
  /** By which its sheet knows its place. */
  readonly offset: number;
  /** Whether some of its words, and not all, are in bold or italics. */
  readonly isStressed?: true;
  /** Its text with marks for that, where it can be written so. */
  readonly marked?: string;
  /** The address that the cell leads to. */
  readonly link?: string;
  /** Where the file holds a number and not its digits: of a percentage the number before the sign. */
  readonly number?: number;
  /** Of a number that was typed, how many decimals its format shows, where it says so. */
  readonly decimals?: number;
  /** The currency that the file shows a number in: its sign or its code. */
  readonly currency?: string;
  /** How it is written, for those who take it as a text. */
  readonly shown?: ShownNumber;
  /** ISO 8601, where the file holds a day. */
  readonly day?: string;
  /** How much of the day is shown, where it is not all. */
  readonly form?: DayForm;
  /** Hours and minutes, where the file holds them with a day. */
  readonly time?: string;
  /** Where the file holds true or false. */
  readonly truth?: boolean;
  /** Why it has no value; told where it is asked for. */
  readonly fault?: CellFault;
}

export interface ShownNumber {
  /** Null where as many are shown as it has. */
  readonly decimals: number | null;
  /** So many of them at least, be they zeros. */
  readonly least: number;
  /** Whether thousands are parted. */
  readonly grouped: boolean;
  /** Words around it, with its currency. */
  readonly before: string;
  readonly after: string;
}

/** 5 March 2026, March 2026, 2026, 5 March or March. */
export type DayForm = 'day' | 'month' | 'year' | 'day-month' | 'month-name';

export type SheetRow = readonly SheetCell[];

export interface CellFault {
  readonly message: string;
  readonly hint: string;
}

/** As the data names it: `"courses.xlsx"`, or with the sheet and the cells that are meant. */
export interface NamedFile {
  readonly file: string;
  readonly sheet: string | null;
  readonly range: string | null;
}

/** A file that was read, with all that it has. */
export interface GridFile {
  /** As findings name it. */
  readonly name: string;
  readonly rows: readonly SheetRow[];
  /** Which sign parts the decimals of numbers that are written in digits; null where either may. */
  readonly decimal: ',' | '.' | null;
  /** Columns that the file hides: told where one of them is asked for. */
  readonly hidden: readonly string[];
  readonly isWorkbook: boolean;
  /** Cells that have comments: told once, they are left out. */
  readonly commented: readonly Pick<SheetCell, 'offset'>[];
  place(offset: number): Place;
}

/** The rows below the one that names the columns. */
export interface FileSheet extends Omit<GridFile, 'rows'> {
  readonly head: SheetRow;
  readonly rows: readonly SheetRow[];
  /** Of the document. */
  readonly languages: readonly string[];
}

export function placeOf({ offset }: Pick<SheetCell, 'offset'>, sheet: Pick<GridFile, 'place'>): Place {
  return sheet.place(offset);
}

/** The first rows among which the names of the columns are looked for: people write a title above them. */
const searched = 20;

/** The row that names most of the columns; the first one where none does. */
export function headOf(rows: readonly SheetRow[], isName: (text: string) => boolean): number {
  const counts = rows
    .slice(0, searched)
    .map((row) => row.filter(({ text }) => isName(text.trim().toLowerCase())).length);
  return Math.max(0, counts.indexOf(Math.max(1, ...counts)));
}
