/**
 * Tables: data, in a region of its own that a narrow window can scroll, so that the page itself never does. Where nothing scrolls,
 * rows may stand as blocks, each value behind the heads of its column.
 */
import { type Cell, groupsOf, type Row, type Table } from '../../model/table.ts';
import { descend, inlinesOf, plain } from '../../model/walk.ts';
import { type Heads, headsOf, headsOver } from '../heads.ts';
import { setFinding, setSource, spaced } from './captions.ts';
import { element, type Html, lines } from './element.ts';
import { stateIcon } from './icons.ts';
import { languageAttributes } from './language.ts';
import { type BlockContext, inside, setContent } from './setting.ts';
import { leastWidth, wordsWidth } from './table-width.ts';

/** `named` is the id of words that name a table without a caption. */
export function setTable(table: Table, outer: BlockContext, named: string | null = null): Html {
  const setting = inside(table, outer);
  const captioned = table.caption !== null || table.number !== null || table.summary !== null;
  const title = captioned ? setting.page.name('table') : named;
  const { scrolls, theme } = setting.page;
  const leastOf = scrolls ? leastWidth : mayStack(table) ? wordsWidth : () => null;
  const least = leastOf(table, setting.lang, theme);
  if (least !== null) setting.page.tableWidths.add(least);
  const region = element(
    'div',
    { class: 'table', ...(scrolls && least !== null ? scrollable(title, setting) : {}) },
    lines(
      element(
        'table',
        {
          class: least === null ? 'fits' : `t${least}`,
          'data-look': table.look,
          'aria-labelledby': captioned ? null : named,
        },
        captioned
          ? lines(element('caption', {}, element('div', {}, ...spaced(setFinding(table, title, setting)))))
          : null,
        setColumns(table, setting),
        lines(setRows(table, { isStacked: !scrolls && least !== null }, setting)),
        '\n',
      ),
    ),
    '\n',
  );
  const { id, wide, lang } = table;
  return element(
    'div',
    { class: wide ? 'tabled wide' : 'tabled', id: id?.value ?? null, ...languageAttributes(lang) },
    lines(region, setSource(table.source, setting)),
    '\n',
  );
}

/** A cell that reaches into other rows says nothing in them once they are blocks. */
const mayStack = ({ body, foot }: Table): boolean =>
  [...body, ...foot].every(({ cells }) => cells.every(({ rowSpan }) => rowSpan === 1));

/** The words over each column. */
function columnNames(table: Table): readonly string[] {
  const heads = headsOver(table, ({ cell }) =>
    descend(cell.blocks)
      .map((block) => plain(inlinesOf(block)))
      .join(' '),
  );
  return heads.map((over) => over.flatMap(({ words }) => (words.trim() === '' ? [] : words)).join(', '));
}

/**
 * Who has no mouse scrolls it with the arrow keys, once it can have the focus; a region is something that has a name. The
 * sheet takes both from it where the table has its room.
 */
function scrollable(title: string | null, { language }: BlockContext) {
  return title === null
    ? { role: 'region', tabindex: 0, 'aria-label': language.chrome.chartData }
    : { role: 'region', tabindex: 0, 'aria-labelledby': title };
}

function setColumns({ columns }: Table, { page }: BlockContext): Html {
  const cols = columns.map(({ share }) => {
    const width = Math.max(1, Math.round(share * 100));
    page.columnWidths.add(width);
    return element('col', { class: `c${width}` });
  });
  return lines(element('colgroup', {}, ...cols));
}

function setRows(table: Table, { isStacked }: { readonly isStacked: boolean }, setting: BlockContext): Html[] {
  const heads = headsOf(table);
  const named = new Set([...heads.values()].flat());
  const names = new Map([...named].map((cell) => [cell, setting.page.name('head')]));
  const marks = { heads, names, columns: isStacked ? columnNames(table) : null };
  const parts: readonly (readonly [string, readonly Row[]])[] = [
    ['thead', table.head],
    // HTML, 4.9.12: the scope `rowgroup` ends with its `tbody`.
    ...groupsOf(table.body).map((rows) => ['tbody', rows] as const),
    ['tfoot', table.foot],
  ];
  return parts
    .filter(([, rows]) => rows.length > 0)
    .map(([name, rows]) => element(name, {}, lines(setGroup(table, rows, marks, setting)), '\n'));
}

/** The heads of cells, and the ids by which cells name them. */
interface HeadMarks {
  readonly heads: Heads;
  readonly names: ReadonlyMap<Cell, string>;
  /** What each column is called where rows may stand as blocks. */
  readonly columns: readonly string[] | null;
}

function setGroup({ columns }: Table, rows: readonly Row[], marks: HeadMarks, outer: BlockContext): Html[] {
  // For each column, how many more rows the cell above reaches into.
  const reach = columns.map(() => 0);
  return rows.map((row, index) => {
    const setting = inside(row, outer);
    let column = 0;
    const cells = row.cells.map((cell) => {
      while ((reach[column] ?? 0) > 0) column += 1;
      const align = cell.columnSpan === 1 ? (columns[column]?.align ?? 'start') : 'start';
      const name = cell.scope === null && cell.blocks.length > 0 ? (marks.columns?.[column] ?? '') : '';
      reach.fill(cell.rowSpan, column, column + cell.columnSpan);
      column += cell.columnSpan;
      return setCell(cell, { align, name, stays: cell.columnSpan === columns.length, marks }, setting);
    });
    reach.forEach((rest, at) => {
      reach[at] = Math.max(0, rest - 1);
    });
    // No line parts a row from its own parts.
    const joined = rows[index + 1]?.look === 'sub' ? 'joined' : null;
    return element('tr', { class: joined, 'data-look': row.look, ...languageAttributes(row.lang) }, ...cells);
  });
}

const scopes = { column: 'col', row: 'row', 'column-group': 'colgroup', 'row-group': 'rowgroup' } as const;

interface CellPlace {
  readonly align: string;
  /** What its column is called, where the cell may stand away from it. */
  readonly name: string;
  readonly stays: boolean;
  readonly marks: HeadMarks;
}

/** What stands over all columns stays in sight however far the table is scrolled. */
function setCell(cell: Cell, { align, name, stays, marks }: CellPlace, outer: BlockContext): Html {
  const { scope, columnSpan, rowSpan, look, blocks, lang } = cell;
  const heads = (marks.heads.get(cell) ?? []).flatMap((head) => marks.names.get(head) ?? []);
  const attributes = {
    id: marks.names.get(cell) ?? null,
    scope: scope === null ? null : scopes[scope],
    headers: heads.length === 0 ? null : heads.join(' '),
    colspan: columnSpan === 1 ? null : columnSpan,
    rowspan: rowSpan === 1 ? null : rowSpan,
    'data-look': look,
    'data-align': align === 'start' ? null : align,
    'data-column': name === '' ? null : name,
    ...languageAttributes(lang),
  };
  const content = setContent(blocks, inside(cell, outer));
  const tag = scope === null ? 'td' : 'th';
  return stays && columnSpan > 1
    ? element(tag, attributes, element('div', { class: 'stay' }, content))
    : element(tag, attributes, stateIcon(look, outer.page.theme), content);
}
