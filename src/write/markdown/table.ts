/** A table of GFM: one line of heads, a cell a line of words. What spans several columns or rows is in the first of them; a head, in all. */
import type { Block, Blocks, Lang } from '../../model/document.ts';
import { isComposed, madeOf } from '../../model/kinds.ts';
import type { Row, Table } from '../../model/table.ts';
import { innerBlocks } from '../../model/walk.ts';
import { placed } from '../heads.ts';
import { inside, type MarkdownSetting } from './setting.ts';

type Write = (blocks: Blocks, setting: MarkdownSetting) => readonly string[];

export function setTable({ columns, head, body, foot }: Table, setting: MarkdownSetting, write: Write): string {
  const width = columns.length;
  const rowsOf = (rows: readonly Row[]) =>
    placed(rows, width).map(({ row, cells }) => {
      const line = Array.from({ length: width }, () => '');
      for (const { cell, column } of cells)
        line[column] = setCell(cell.blocks, inside(cell, inside(row, setting)), write);
      return line;
    });
  const rules = columns.map(({ align }) => ({ start: '---', center: ':-:', end: '--:' })[align]);
  const rows = [headsOf(head, width, setting, write), rules, ...rowsOf(body), ...rowsOf(foot)];
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** What each column is called, by all rows of heads; notes are called where a head begins. */
function headsOf(head: readonly Row[], width: number, setting: MarkdownSetting, write: Write): readonly string[] {
  const names = Array.from({ length: width }, (): string[] => []);
  for (const { row, cells } of placed(head, width))
    for (const { cell, column } of cells) {
      const name = setCell(cell.blocks, inside(cell, inside(row, setting)), write);
      const again = name.replace(/(?<!\\)\[\^\d+\]/g, '');
      for (let at = column; name !== '' && at < column + cell.columnSpan; at += 1)
        names[at]?.push(at === column ? name : again);
    }
  return names.map((parts) => parts.filter((name) => name !== '').join('<br>'));
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
