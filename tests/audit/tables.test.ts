/** Which cells stand over and in each column, whatever they span. */
import { expect, it } from 'vitest';
import { columnsOf, dataCellsOf, headsOf, textOf } from '../../src/audit/tables.ts';
import { bodyRow, document, headRow, section, spanning, table } from '../make.ts';

const spanned = table(
  [
    headRow(
      spanning('Place', { rowSpan: 2, scope: 'column' }),
      spanning('People', { columnSpan: 2, scope: 'column' }),
      '# Cost',
    ),
    headRow('# Women', '# Men', '# EUR'),
  ],
  [
    bodyRow(spanning('Batumi', { rowSpan: 2 }), '1', '2', '3'),
    bodyRow('4', spanning('both', { columnSpan: 2 })),
    bodyRow('Poti', '5', '6', '7'),
  ],
  { foot: [bodyRow('All', '', '', '10')] },
);
const texts = (columns: ReturnType<typeof headsOf>) => columns.map((cells) => cells.map(textOf));

it('heads stand over all columns and rows that they span', () => {
  expect(texts(headsOf(spanned))).toEqual([
    ['Place', 'Place'],
    ['People', 'Women'],
    ['People', 'Men'],
    ['Cost', 'EUR'],
  ]);
});

it('cells of the body are in the column that they start in, beside those that reach down from above', () => {
  expect(texts(columnsOf(spanned))).toEqual([
    ['Batumi', 'Poti'],
    ['1', '4', '5'],
    ['2', 'both', '6'],
    ['3', '7'],
  ]);
});

it('cells of data are those of bodies and feet', () => {
  const found = [...dataCellsOf(document({ body: [section('one', 'One', [spanned])] }))].map(textOf);
  expect(found).toEqual(['Batumi', '1', '2', '3', '4', 'both', 'Poti', '5', '6', '7', 'All', '', '', '10']);
});

it('a cell that spans both ways keeps all of its columns in the rows below', () => {
  const wide = table(
    [headRow('# One', '# Two', '# Three')],
    [bodyRow('a', spanning('block', { columnSpan: 2, rowSpan: 2 })), bodyRow('b'), bodyRow('c', 'd', 'e')],
  );
  expect(texts(columnsOf(wide))).toEqual([['a', 'b', 'c'], ['block', 'd'], ['e']]);
});

it('the text of a cell has no space around it', () => {
  const [cell] = [...dataCellsOf(document({ body: [section('one', 'One', [table([], [bodyRow(' a ')])])] }))];
  expect(cell === undefined ? null : textOf(cell)).toBe('a');
});
