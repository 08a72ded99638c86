/** What a table's words need to stand whole in its columns, or its cells on one line, in the type of large print. In points. */

import { strongWeight } from '../design/place.ts';
import type { Blocks, Lang } from '../model/document.ts';
import type { Row, Table } from '../model/table.ts';
import { descend, descendInlines, inlinesOf, plain } from '../model/walk.ts';
import { shaperOf } from '../theme/shaping.ts';
import { faceOf, type Theme } from '../theme/theme.ts';
import { placed } from '../write/heads.ts';
import { fittings, leastWidths, type Need } from '../write/table-fit.ts';
import { joins } from '../write/typesetting.ts';

/** The width that each column of a table needs so that no word and no number of it is parted. */
export function leastColumns(table: Table, lang: Lang, theme: Theme): readonly number[] {
  return leastWidths(table.columns.length, needsIn(table, lang, theme, wordsOf));
}

/** The width that each column of a table needs so that each of its own cells stands on one line. */
export function lineColumns(table: Table, lang: Lang, theme: Theme): readonly number[] {
  const needs = needsIn(table, lang, theme, (text) => [text]);
  const own = needs.filter(({ columnSpan }) => columnSpan === 1);
  return leastWidths(table.columns.length, own);
}

/** A text as the parts of it that stand on one line. */
type Parted = (text: string, lang: Lang) => readonly string[];

function needsIn(table: Table, lang: Lang, theme: Theme, parted: Parted): readonly Need[] {
  const { head, body, foot, columns } = table;
  const parts = [
    { rows: head, bold: true },
    { rows: body, bold: false },
    { rows: foot, bold: true },
  ];
  return parts.flatMap(({ rows, bold }) =>
    needsOf(rows, columns.length, { bold, lang: table.lang ?? lang, theme, parted }),
  );
}

interface CellType {
  readonly bold: boolean;
  readonly lang: Lang;
  readonly theme: Theme;
  readonly parted: Parted;
}

/** The looks of rows whose words are bold. */
const heavyRows: readonly string[] = ['group', 'total', 'record'];

function needsOf(rows: readonly Row[], columns: number, { bold, lang, theme, parted }: CellType): readonly Need[] {
  const { table } = theme.looks;
  const { closest } = fittings(theme);
  return placed(rows, columns).flatMap(({ row, cells }) =>
    cells.map(({ cell, column }): Need => {
      const heavy = bold || (row.look !== null && heavyRows.includes(row.look));
      const words = widestOf(cell.blocks, { bold: heavy, lang: cell.lang ?? row.lang ?? lang, theme, parted });
      const state = cell.look === null ? 0 : table.sign.room.page;
      const step = row.look === 'sub' ? table.indent.page : 0;
      const beside = table.beside.page;
      return { column, columnSpan: cell.columnSpan, width: words + 2 * closest.padding + state + step + beside };
    }),
  );
}

function widestOf(blocks: Blocks, { bold, lang, theme, parted }: CellType): number {
  const texts = descend(blocks).map(inlinesOf);
  return texts.reduce((most, inlines) => {
    const strong = bold || descendInlines(inlines).some(({ type }) => type === 'strong' || type === 'emphasis');
    const { family, page } = theme.styles.table;
    const shaper = shaperOf(faceOf(theme, family, strong ? strongWeight : page.weight, false));
    const widths = parted(plain(inlines), lang).map((word) => (shaper.shape(word, ['tnum']).width * page.size) / 1000);
    return Math.max(most, ...widths);
  }, 0);
}

/** What stands on one line: words, and what setting keeps together. */
function wordsOf(text: string, lang: Lang): readonly string[] {
  const bound = new Set(joins(text, lang));
  const words: string[] = [''];
  for (const [index, letter] of [...text].entries())
    if (letter === ' ' && !bound.has(index)) words.push('');
    else words[words.length - 1] += letter;
  return words;
}
