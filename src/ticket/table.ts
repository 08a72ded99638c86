/**
 * Tables of the ticket. A narrow one fits every window. A wide one scrolls by itself where the window is narrow, and is a
 * named region that the keyboard reaches only there: a page without scripts cannot measure itself, so widths are reckoned.
 */
import { safe } from './safe.ts';

/** Rem: a letter at the size of tables (FiraGO's Georgian averages 0.574 em), bold ones too, and the space after a cell. */
const letter = 0.6;
const padding = 0.9;
const chip = 3;
/** The room of a window of 320 px, and the least widths that wider tables have, one of them each. */
const narrowest = 17;
const steps: readonly number[] = Array.from({ length: 11 }, (_, index) => 20 + 4 * index);
/** Beside the page's own margins, a scroll bar. */
const around = 3.6;

export const tableStyle: string = [
  '.wide{overflow-x:auto}',
  '.wide>table{visibility:visible}',
  ...steps.flatMap((step) => [
    `.w${step}{min-width:${step}rem}`,
    // What is not visible cannot have the focus and is no landmark, while all in it is shown and said.
    `@media screen and (width >= ${step + around}rem){.wide:has(>.w${step}){visibility:hidden}}`,
  ]),
].join('\n');

/**
 * @param rows cells as HTML; the first of each row is its header
 * @param letterWidth rem: more than a letter has on average where single long words decide a column
 */
export function tableOf(
  name: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  numeric: readonly number[] = [],
  letterWidth: number = letter,
): string {
  const right = (index: number) => (numeric.includes(index) ? ' class="n"' : '');
  const head = heads.map((cell, index) => `<th scope="col"${right(index)}>${safe(cell)}</th>`).join('');
  const body = rows.map(([first = '', ...cells]) => {
    const rest = cells.map((cell, index) => `<td${right(index + 1)}>${cell}</td>`).join('');
    return `<tr><th scope="row"${right(0)}>${first}</th>${rest}</tr>`;
  });
  const inner = `<thead><tr>${head}</tr></thead><tbody>\n${body.join('\n')}\n</tbody>`;
  const width = leastWidth([heads.map(safe), ...rows], letterWidth);
  if (width <= narrowest) return `<table class="narrow" aria-label="${safe(name)}">${inner}</table>`;
  const step = steps.find((each) => each >= width) ?? steps.at(-1);
  return `<div class="wide" role="region" tabindex="0" aria-label="${safe(name)}"><table class="w${step}">${inner}</table></div>`;
}

/** Rem: each column has room for its longest word. */
function leastWidth(rows: readonly (readonly string[])[], letterWidth: number): number {
  const columns =
    rows[0]?.map((_, index) => Math.max(...rows.map((row) => widestOf(row[index] ?? '', letterWidth)))) ?? [];
  return columns.reduce((sum, width) => sum + width + padding, 0);
}

function widestOf(cell: string, letterWidth: number): number {
  const words = cell.replace(/<[^<>]*>/g, ' ').split(/\s/);
  const longest = words.reduce((most, word) => Math.max(most, word.length), 0) * letterWidth;
  return cell.includes('class="chip"') ? longest + chip : longest;
}
