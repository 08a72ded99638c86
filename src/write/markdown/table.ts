/**
 * A table of GFM: one line of heads, a cell a line of words. What spans several rows is in each of them, or those after the first
 * would look empty, but for pictures; what spans several columns is in the first, a head in all.
 */
import type { Block, Blocks, Lang } from '../../model/document.ts';
import { isComposed, madeOf } from '../../model/kinds.ts';
import type { Row, Table } from '../../model/table.ts';
import { innerBlocks } from '../../model/walk.ts';
import { type CellInGrid, headsOver, placed } from '../heads.ts';
import { inside, type MarkdownSetting } from './setting.ts';

type Write = (blocks: Blocks, setting: MarkdownSetting) => readonly string[];

export function setTable(table: Table, setting: MarkdownSetting, write: Write): string {
  const { columns, body, foot } = table;
  const width = columns.length;
  const rowsOf = (rows: readonly Row[]) =>
    placed(rows, width).map(({ cells, reaching }) => {
      const line = Array.from({ length: width }, () => '');
      const put = ({ row, cell, column }: CellInGrid, begins: boolean) => {
        if (!begins && hasPicture(cell.blocks, setting.document.lang)) return;
        // What a copy calls is not gathered again.
        const within = begins ? setting : { ...setting, notes: [] };
        const words = setCell(cell.blocks, inside(cell, inside(row, within)), write);
        const step = begins && row.look === 'sub' && cell.scope === 'row' ? partStep : '';
        line[column] = step + (begins ? words : uncalled(words));
      };
      for (const each of reaching) put(each, false);
      for (const each of cells) put(each, true);
      return line;
    });
  const rules = columns.map(({ align }) => ({ start: '---', center: ':-:', end: '--:' })[align]);
  const rows = [namesIn(table, setting, write), rules, ...rowsOf(body), ...rowsOf(foot)];
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** What each column is called; notes are called where a head begins. */
function namesIn(table: Table, setting: MarkdownSetting, write: Write): readonly string[] {
  const heads = headsOver(table, ({ row, cell }) => setCell(cell.blocks, inside(cell, inside(row, setting)), write));
  return heads.map((over) => {
    const names = over.map(({ words, isFirst }) => (isFirst ? words : uncalled(words)));
    return names.filter((name) => name !== '').join('<br>');
  });
}

/** Before the name of a row that is a part of the row above: “women” of those trained are not all women. */
const partStep = '\u00A0\u00A0';

/** Words that are there again: they call no notes, which are called where the words are first. */
function uncalled(words: string): string {
  return words.replace(/(?<!\\)\[\^\d+\]/g, '');
}

function hasPicture(blocks: Blocks, lang: Lang): boolean {
  return leaves(blocks, lang).some(({ type }) => type === 'figure');
}

/** The words of all blocks, each on a line of its own. */
function setCell(blocks: Blocks, setting: MarkdownSetting, write: Write): string {
  return leaves(blocks, setting.document.lang)
    .flatMap((block) => write([block], inside(block, setting)))
    .map((text) => text.replace(/\\\n/g, ' '))
    .join('<br>');
}

/** Blocks that hold words alone: what a list or box holds, one after the other. */
function leaves(blocks: Blocks, lang: Lang): readonly Block[] {
  return blocks.flatMap((block) => {
    if (isComposed(block)) return leaves(madeOf(block, lang), lang);
    return block.type === 'list' || block.type === 'aside' ? leaves(innerBlocks(block), lang) : [block];
  });
}
