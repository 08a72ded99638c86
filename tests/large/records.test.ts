/** Tables of many columns as records: each value keeps what heads it, and nothing of the table is lost. */
import { describe, expect, it } from 'vitest';
import { asRecords } from '../../src/large/records.ts';
import type { Row, Table } from '../../src/model/table.ts';
import { descend, descendInlines, inlinesOf, plain } from '../../src/model/walk.ts';
import { headsOf } from '../../src/write/heads.ts';
import { bodyRow, figure, headRow, l, lookedRow, note, p, restart, spanning, square, table, text } from '../make.ts';

/** The words of each row's cells. */
const rowsOf = (rows: readonly Row[]) =>
  rows.map(({ cells }) =>
    cells.map(({ blocks }) =>
      descend(blocks)
        .map((block) => plain(inlinesOf(block)))
        .join(' '),
    ),
  );

const numbersOf = ({ head, body, foot }: Table) =>
  [...head, ...body, ...foot]
    .flatMap(({ cells }) => cells.flatMap(({ blocks }) => descend(blocks)))
    .flatMap((block) => descendInlines(inlinesOf(block)))
    .flatMap((inline) => (inline.type === 'note' ? [inline.number] : []));

const notesOf = (made: Table) => numbersOf(made).length;

const data = { words: 'Data', lang: l('en') };

describe('a table as records', () => {
  const made = asRecords(
    table(
      [headRow('# Indicator', '# Baseline', '# Target', '# Actual')],
      [
        lookedRow('group', spanning('Outcome', { columnSpan: 4, scope: 'row-group' })),
        bodyRow('# Officers trained', '0', '480', '412'),
        lookedRow('sub', '# women', '0', '192', '181'),
        lookedRow('total', '# All', '0', '672', '593'),
      ],
    ),
    data,
  );

  it('has a row for the name of each row, and under it one for each value with its head', () => {
    expect(rowsOf(made.head)).toEqual([['Indicator', 'Data']]);
    expect(rowsOf(made.body)).toEqual([
      ['Outcome'],
      ['Officers trained'],
      ['Baseline', '0'],
      ['Target', '480'],
      ['Actual', '412'],
      ['Officers trained, women'],
      ['Baseline', '0'],
      ['Target', '192'],
      ['Actual', '181'],
      ['All'],
      ['Baseline', '0'],
      ['Target', '672'],
      ['Actual', '593'],
    ]);
    expect(made.body.map(({ look }) => look).slice(0, 4)).toEqual(['group', 'record', 'field', 'field']);
  });

  it('names for each value its group, its record and its own head', () => {
    const heads = headsOf(made);
    const value = made.body[4]?.cells[1];
    const names = (value === undefined ? [] : (heads.get(value) ?? [])).map(({ blocks }) =>
      blocks.map((block) => plain(inlinesOf(block))).join(' '),
    );
    expect(names).toEqual(expect.arrayContaining(['Outcome', 'Officers trained', 'Actual']));
    expect(names).not.toContain('women');
  });
});

it('keeps heads over several columns, cells over several rows, and each note once', () => {
  restart();
  const town = spanning('# Town', { rowSpan: 2 });
  const people = {
    ...spanning('# People', { columnSpan: 2, scope: 'column-group' }),
    blocks: [p([text('People'), note('Counted once.')])],
  };
  const all = spanning('# All', { rowSpan: 2 });
  const made = asRecords(
    table(
      [headRow(town, people, all), headRow('# Women', '# Men')],
      [bodyRow('# Batumi', '132', '108', spanning('515', { rowSpan: 2 })), bodyRow('# Kutaisi', '118', '92')],
    ),
    data,
  );
  expect(rowsOf(made.body)).toEqual([
    ['Batumi'],
    ['People, Women', '132'],
    ['People, Men', '108'],
    ['All', '515'],
    ['Kutaisi'],
    ['People, Women', '118'],
    ['People, Men', '92'],
    ['All', '515'],
  ]);
  expect(notesOf(made)).toBe(1);
});

it('numbers notes as they are read: those of the heads of columns behind those of a name', () => {
  restart();
  const noted = (words: string) => ({ ...spanning(`# ${words}`, {}), blocks: [p([text(words), note(words)])] });
  const [town, women, men, all] = ['Town', 'Women', 'Men', 'All'].map(noted);
  const batumi = noted('Batumi');
  if (!town || !women || !men || !all) throw new Error('heads');
  const made = asRecords(
    table([headRow(town, women, men, all)], [bodyRow({ ...batumi, scope: 'row' }, '132', '108', '240')]),
    data,
  );
  expect(numbersOf(made)).toEqual([1, 2, 3, 4, 5]);
  expect(rowsOf(made.body)).toEqual([['Batumi'], ['Women', '132'], ['Men', '108'], ['All', '240']]);
});

it('has a head over its values though nothing headed the names: in Word it is a table only with a header row', () => {
  const made = asRecords(
    table([headRow('', '# Planned', '# Actual', '# State')], [bodyRow('# Maps', '1', '2', '3')]),
    data,
  );
  expect(rowsOf(made.head)).toEqual([['', 'Data']]);
  expect(made.head[0]?.cells.map(({ scope, columnSpan }) => [scope, columnSpan])).toEqual([
    [null, 1],
    ['column', 1],
  ]);
});

it('loses nothing of names and heads that are more than words, and leaves each its language', () => {
  restart();
  const picture = { ...spanning('', {}), scope: 'row' as const, blocks: [figure(square, 'A bridge')] };
  const named = { ...spanning('', {}), lang: l('ka'), scope: 'row' as const, blocks: [p([text('ბათუმი'), note('n')])] };
  const head = { ...spanning('# Town', {}), lang: l('ka') };
  const made = asRecords(table([headRow('', '', head, '# All')], [bodyRow(picture, named, '132', '240')]), data);
  const [record, field] = made.body;
  expect(record?.cells[0]?.blocks.map(({ type, lang }) => [type, lang])).toEqual([
    ['figure', null],
    ['paragraph', 'ka'],
  ]);
  expect(notesOf(made)).toBe(1);
  expect(field?.cells[0]?.blocks.map(({ lang }) => lang)).toEqual(['ka']);
});

it('sets values beside their names, however short: the same in every language', () => {
  const heads = headRow('# Town', '# Women', '# Men', '# State');
  for (const value of ['7', 'as had been planned in spring']) {
    const made = asRecords(table([heads], [bodyRow('# Batumi', value, value, value)]), data);
    expect(made.columns.map(({ align }) => align)).toEqual(['start', 'start']);
  }
});
