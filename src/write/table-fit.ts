/**
 * How a table becomes as narrow as its page, alike in every format that has pages: words divided, smaller type, less space
 * at the sides of cells. A column narrower than its numbers would show other numbers, so what fits in no way is refused.
 */
import type { Place, Report } from '../diagnostics.ts';
import { textPlace } from '../model/place.ts';
import type { Table } from '../model/table.ts';
import { plain } from '../model/walk.ts';
import { mm } from '../theme/measure.ts';
import { textArea } from '../theme/page-size.ts';
import type { Theme } from '../theme/theme.ts';

export interface Fitting {
  /** Whether words may be divided, with a hyphen, where their language divides them. */
  readonly divided: boolean;
  /** Of the type. */
  readonly scale: number;
  /** At each side of the words of a cell, in points. */
  readonly padding: number;
}

/** As the theme has tables set, and as close as their words may stand: the smallest type is some 7.5 points. */
export function fittings({ looks, large }: Pick<Theme, 'looks' | 'large'>): {
  readonly plainly: Fitting;
  readonly closest: Fitting;
} {
  const { side, close } = looks.table.padding;
  return {
    plainly: { divided: false, scale: 1, padding: side.page },
    // Large print has no smaller type and no divided words.
    closest: { divided: large === null, scale: large === null ? closestScale : 1, padding: close.page },
  };
}

export const closestScale = 0.88;

/** The width that the words of a cell need, and the columns that it stands in. In points. */
export interface Need {
  readonly column: number;
  readonly columnSpan: number;
  readonly width: number;
}

/** The least width of each column: of its own cells, then for those that reach over several, which share what they lack. */
export function leastWidths(columns: number, needs: readonly Need[]): number[] {
  const least = Array.from({ length: columns }, () => 0);
  for (const { column, width } of needs.filter(({ columnSpan }) => columnSpan === 1))
    least[column] = Math.max(least[column] ?? 0, width);
  for (const { column, columnSpan, width } of needs) {
    const lack = width - sum(least.slice(column, column + columnSpan));
    if (lack <= 0) continue;
    for (let at = column; at < column + columnSpan; at += 1) least[at] = (least[at] ?? 0) + lack / columnSpan;
  }
  return least;
}

/** The first way in which the table fits, else the last; with the least widths of its columns. */
export function fitted<Way>(
  ways: readonly Way[],
  width: number,
  leastIn: (attempt: Way) => readonly number[],
): { readonly attempt: Way; readonly least: readonly number[]; readonly fits: boolean } {
  const [first, ...others] = ways;
  if (first === undefined) throw new Error('no way to set a table');
  const least = leastIn(first);
  const fits = sum(least) <= width;
  return fits || others.length === 0 ? { attempt: first, least, fits } : fitted(others, width, leastIn);
}

/** Widths by parts of the whole, no column narrower than its longest word where there is room for it. */
export function columnWidths(shares: readonly number[], least: readonly number[], whole: number): number[] {
  const planned = shares.map((share) => share * whole);
  // Where not all words fit, none may have the room of all the others.
  const fits = sum(least) <= whole;
  const needs = planned.map((width, i) =>
    Math.max(width, fits ? (least[i] ?? 0) : Math.min(least[i] ?? 0, whole * 0.5)),
  );
  const over = sum(needs) - whole;
  if (over <= 0.001) return planned;
  const slack = needs.map((width, i) => Math.max(0, width - Math.min(least[i] ?? 0, width)));
  const free = sum(slack);
  if (free >= over) return needs.map((width, i) => width - (over * (slack[i] ?? 0)) / free);
  const all = sum(needs);
  return needs.map((width) => (width * whole) / all);
}

const code = 'table-too-wide';

/** Says once for all formats what a table lacks; widths in points. */
export function refuseWide(
  table: Table,
  least: readonly number[],
  width: number,
  { theme, report }: { readonly theme: Pick<Theme, 'page'>; readonly report: Report },
): void {
  // One column alone is too wide: no other table can hold its word either.
  const alone = Math.max(...least) > Math.max(width, theme.page.height - theme.page.left - theme.page.right);
  // A chart cannot be turned or parted for the table of its numbers.
  const ofChart = table.caption === null;
  const lone = alone || ofChart;
  const at = (lone ? longestIn(table) : null) ?? placeOf(table);
  if (report.diagnostics.some((found) => found.code === code && found.at === at)) return;
  const need = sum(least);
  const [needed, given] = [Math.ceil(need / mm), Math.floor(width / mm)];
  const { page } = theme;
  const text = textArea(page).width;
  // In columns and boxes.
  const narrowed = !table.wide && width < text - 1;
  const turned = !narrowed && !table.wide && need <= page.height - page.left - page.right;
  const count = table.columns.length;
  const columns = ofChart ? `The ${count} columns of the chart’s table` : `The table’s ${count} columns`;
  report.error(
    code,
    at,
    `${columns} need ${needed} mm so that no number or word is broken. ${narrowed ? 'There are' : 'The page has'} ${given} mm: ${needed - given} mm are missing.`,
    {
      hints: [
        lone
          ? 'Shorten the longest word or number of this cell.'
          : narrowed
            ? 'Move the table out of what makes it so narrow, such as columns.'
            : turned
              ? 'Set the table’s "wide" to true: it gets a page in landscape.'
              : `Make ${tablesFor(least, Math.max(width, page.height - page.left - page.right))} tables of it, each with the same first column${table.wide ? '' : ' and "wide" set to true'}.`,
      ],
    },
  );
}

/** How many tables the columns make in a width, if each has the first column too and the others go on in their order. */
function tablesFor([first = 0, ...others]: readonly number[], width: number): number {
  let count = 1;
  let used = first;
  for (const column of others) {
    if (used + column > width) {
      count += 1;
      used = first;
    }
    used += column;
  }
  return count;
}

/** Where the longest word of the table is. */
function longestIn({ head, body, foot }: Table): Place | null {
  const cells = [...head, ...body, ...foot].flatMap((row) => row.cells);
  const paragraphs = cells.flatMap(({ blocks }) => blocks).filter((block) => block.type === 'paragraph');
  const words = paragraphs.map(({ children }) => ({
    place: textPlace(children),
    length: Math.max(
      ...plain(children)
        .split(' ')
        .map((word) => word.length),
    ),
  }));
  return words.toSorted((one, other) => other.length - one.length)[0]?.place ?? null;
}

/** Where the table's first words are. */
function placeOf(table: Table): Place {
  for (const { cells } of [...table.head, ...table.body]) {
    for (const block of cells.flatMap(({ blocks }) => blocks)) {
      const text = block.type === 'paragraph' ? block.children.find(({ type }) => type === 'text') : undefined;
      if (text?.type === 'text') return text.from;
    }
  }
  return table.at;
}

function sum(widths: readonly number[]): number {
  return widths.reduce((all, width) => all + width, 0);
}
