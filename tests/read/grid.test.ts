/** What is said of rows that do not fill the grid: the cell or row at fault, what it meets, and what to do. */
import { expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics.ts';
import { read } from './kit.ts';

async function findings(rows: string): Promise<readonly Diagnostic[]> {
  const table = `<table><caption>c</caption><head><row><th scope="col">A</th><th scope="col">B</th></row></head><body>\n${rows}</body></table>`;
  const { report } = await read(
    `<document><cover><title>T</title></cover><section id="s"><h>s</h>${table}</section></document>`,
  );
  return report.diagnostics.filter(({ code }) => ['row-width', 'cells-overlap', 'span-outside'].includes(code));
}
const row = (...cells: readonly string[]) => `<row>${cells.join('')}</row>\n`;

it.each([
  [row('<th>a</th>'), 'The row takes 1 column, and the table has 2 columns.', 'Add cells for 1 column'],
  [
    row('<th>a</th>', '<td>b</td>', '<td>c</td>', '<td>d</td>'),
    'The row takes 4 columns,',
    'Take out cells for 2 columns',
  ],
  [
    row('<th>a</th>', '<td colspan="2">b</td>'),
    'The row takes 3 columns, spans counted,',
    'Take out cells for 1 column',
  ],
])('%s', async (rows, message, hint) => {
  const found = await findings(rows);
  expect(found.map(({ code }) => code)).toEqual(['row-width']);
  expect(found[0]?.message).toContain(message);
  expect(found[0]?.hints[0]).toContain(hint);
});

it('one row out of step is told of, not those below it', async () => {
  expect(await findings(row('<th rowspan="2">a</th>') + row('<td>b</td>') + row('<th>c</th>'))).toHaveLength(1);
});

it('a cell that hangs out below is named, once, whatever it spans', async () => {
  const found = await findings(row('<th>a</th>', '<td>b</td>') + row('<th colspan="2" rowspan="3">c</th>'));
  expect(found.map(({ code, at }) => [code, at?.line])).toEqual([['span-outside', 3]]);
  expect(found[0]?.hints[0]).toContain('fewer rows');
  expect(await findings(row('<th rowspan="2">a</th>', '<td>b</td>') + row('<td>c</td>'))).toEqual([]);
});

it('a row that cells from above take whole leads to each of them, once', async () => {
  const found = await findings(row('<th rowspan="2">a</th>', '<td rowspan="2">b</td>') + row('<th>c</th>'));
  expect(found.map(({ code, at }) => [code, at?.line])).toEqual([['row-width', 3]]);
  expect(found[0]?.related).toHaveLength(2);
  const wide = await findings(row('<th colspan="2" rowspan="2">a</th>') + row('<th>c</th>'));
  expect(wide[0]?.related).toHaveLength(1);
  // With no cells of its own it is what the cells from above are for.
  expect(await findings(row('<th colspan="2" rowspan="2">a</th>') + row())).not.toEqual(
    expect.arrayContaining([expect.objectContaining({ code: 'cells-overlap' })]),
  );
});
