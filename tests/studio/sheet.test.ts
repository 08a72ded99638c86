import { describe, expect, it } from 'vitest';
import { kinds } from '../../src/input/kinds.ts';
import { formOf } from '../../src/studio/form.ts';
import { parseText, withItems } from '../../src/studio/page/edits.ts';
import { nodeOf } from '../../src/studio/page/form-model.ts';
import { withBlock, withCell } from '../../src/studio/page/sheet/cells.ts';
import {
  columnsOf,
  columnsOfTable,
  contentOf,
  headOf,
  isOpen,
  type SheetColumn,
} from '../../src/studio/page/sheet/columns.ts';
import { cellAfter, isTyped } from '../../src/studio/page/sheet/keys.ts';
import { withPasted } from '../../src/studio/page/sheet/new-table.ts';
import { countOpen, decimalOf, readBlock, readNumber } from '../../src/studio/page/sheet/pasted.ts';
import { cellsOf, isIn, rangeOf, repeated, sizeOf, tabbed } from '../../src/studio/page/sheet/range.ts';
import { sumsOf } from '../../src/studio/page/sheet/sum.ts';

const words = { language: 'en', languages: ['en', 'ka'] } as const;

describe('what is pasted', () => {
  it('keeps quotation marks that are of the text, as other programs copy them', () => {
    expect(readBlock('"Green" schools\t1\n"Green"\t"open')).toEqual([
      ['"Green" schools', '1'],
      ['"Green"', '"open'],
    ]);
    expect(readBlock('a\t\n\t"x ""y"""')).toEqual([
      ['a', ''],
      ['', 'x "y"'],
    ]);
    const start = performance.now();
    for (const cell of ['"a\t', '""\t', '"a""\t', '"""\t']) readBlock(cell.repeat(20_000));
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it('is cells of Excel, with line ends and quotation marks inside, blank rows too', () => {
    expect(readBlock('a\t"b\nc ""d"""\r\n\t\r\n1,5\t2\r\n')).toEqual([
      ['a', 'b\nc "d"'],
      ['', ''],
      ['1,5', '2'],
    ]);
    expect(readBlock('a;b\n1,5;2')).toEqual([
      ['a', 'b'],
      ['1,5', '2'],
    ]);
    expect(readBlock('"a,b\nc')).toHaveProperty('message');
    // One cell that has a comma, and marks that belong to a name.
    expect(readBlock('Staff, local')).toEqual([['Staff, local']]);
    expect(readBlock('"Green" schools\t"Dawn"\n"open\t5"x\n')).toEqual([
      ['"Green" schools', '"Dawn"'],
      ['"open', '5"x'],
    ]);
  });

  it('has numbers of which one tells how all are written', () => {
    expect(decimalOf([['25,000.50', '1']])).toBe('.');
    expect(decimalOf([['25 000,50'], ['1.234.567']])).toBe(',');
    expect(decimalOf([['25,000'], ['12']])).toBeNull();
    expect(countOpen([['25,000', '1.250', '12', '0.125']])).toBe(2);
  });

  it.each([
    ['25,000.50', '.', 25000.5],
    ['25 000,50', ',', 25000.5],
    ['25\u00a0000', ',', 25000],
    ['25.000', ',', 25000],
    ['25.000', '.', 25],
    ['−12', '.', -12],
    ['€ 1,000', '.', 1000],
    ['1,000 EUR', '.', 1000],
    ['$ 5', '.', null],
    ['12 %', '.', null],
    ['101,6OO', '.', null],
    ['1,00,0', '.', null],
    ['', '.', null],
    ['12,5', null, 12.5],
    ['1250,125', null, 1250.125],
  ] as const)('%j with %j before decimals is %j', (text, decimal, number) => {
    expect(readNumber(text, { decimal, currency: 'EUR', isPercent: false })).toBe(number);
  });
});

describe('keys', () => {
  const size = { rows: 3, columns: 4 };
  const key = (name: string, ctrlKey = false) => ({ key: name, ctrlKey });
  it('lead from cell to cell and stop at the ends', () => {
    expect(cellAfter(key('ArrowRight'), { row: 0, column: 3 }, size)).toEqual({ row: 0, column: 3 });
    expect(cellAfter(key('ArrowDown'), { row: 0, column: 3 }, size)).toEqual({ row: 1, column: 3 });
    expect(cellAfter(key('Home'), { row: 1, column: 3 }, size)).toEqual({ row: 1, column: 0 });
    expect(cellAfter(key('Home', true), { row: 1, column: 3 }, size)).toEqual({ row: 0, column: 0 });
    expect(cellAfter(key('End', true), { row: 0, column: 0 }, size)).toEqual({ row: 2, column: 3 });
    expect(cellAfter(key('a'), { row: 0, column: 0 }, size)).toBeNull();
  });
  it('that are signs are typed, Georgian ones too', () => {
    expect(isTyped({ ...key('ა'), altKey: false })).toBe(true);
    expect(isTyped({ ...key('v', true), altKey: false })).toBe(false);
    expect(isTyped({ ...key('Enter'), altKey: false })).toBe(false);
  });
});

const report = kinds.report ?? null;
const form = report === null ? null : formOf(report, ['en', 'ka']);

/** The columns of the budget’s lines. */
function budgetColumns(): readonly SheetColumn[] {
  if (form === null) throw new Error('no form');
  const found = form.nodes.flatMap((node) => {
    const item = node.type === 'list' ? nodeOf(form, node.item) : null;
    const names = item?.type === 'record' ? item.fields.map(({ name }) => name) : [];
    return node.type === 'list' && names.includes('before') ? [node.item] : [];
  });
  const columns = found[0] === undefined ? null : columnsOf(form, found[0], words);
  if (columns === null) throw new Error('no columns');
  return columns;
}

const text = `{
  "other": { "b" : 1,   "a": [1,2] },
  "lines": [
    { "code": "1.1", "title": { "en": "Staff", "ka": "პერსონალი" }, "budget": 100, "before": 10, "spent": 5 },
    {
      "code": "1.2",
      "title": { "en": "Cars", "ka": "მანქანები" },
      "budget": 200,
      "before": 20,
      "spent": 6
    }
  ]
}
`;
const rowsOf = (of: string): readonly unknown[] => Reflect.get(Object(parseText(of).value), 'lines');
const place = {
  path: ['lines'],
  languages: ['en', 'ka'],
  currency: 'EUR',
  blank: () => ({ code: '', title: { en: '', ka: '' }, budget: 0, before: 0, spent: 0 }),
  heads: null,
};

describe('a sheet of records', () => {
  it('has a column for each field and language', () => {
    const labels = budgetColumns().map(({ label }) => label);
    expect(labels.length).toBeGreaterThanOrEqual(7);
    expect(labels.some((label) => label.endsWith(', Georgian'))).toBe(true);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('calls its rows by their words, not by their numbers', () => {
    const columns = budgetColumns();
    const numbersFirst = columns.toSorted(
      (one, other) => Number(other.kind === 'number') - Number(one.kind === 'number'),
    );
    expect(numbersFirst[0]?.kind).toBe('number');
    expect(headOf(numbersFirst)?.kind).toBe('text');
  });

  it('writes one cell and leaves all else as it is written', () => {
    const columns = budgetColumns();
    const spent = columns.find(({ path }) => path[0] === 'spent') as SheetColumn;
    const row = rowsOf(text)[0];
    const changed = withCell(text, { path: ['lines', 0], row }, { column: spent, content: '7,5' }, place);
    expect(changed).toBe(text.replace('"spent": 5', '"spent": 7.5'));
    expect(withCell(text, { path: ['lines', 0], row }, { column: spent, content: '5' }, place)).toBe(text);
    // What is no number stays to be seen, and a finding says so.
    const wrong = withCell(text, { path: ['lines', 0], row }, { column: spent, content: '1O' }, place);
    expect(wrong).toBe(text.replace('"spent": 5', '"spent": "1O"'));
  });

  it('takes a block over the end, adds rows, and counts what is no number and what has no place', () => {
    const columns = budgetColumns();
    const first = columns.findIndex(({ path }) => path[0] === 'budget');
    const block = [
      ['1 000,50', '2', '3'],
      ['x', '', '4'],
      ['5', '6', '7'],
    ];
    const at = { row: 1, column: first };
    const pasted = withBlock(text, { list: rowsOf(text), columns, block, at, place, decimal: ',' });
    expect(pasted).toMatchObject({ rows: 3, columns: 3, notNumbers: 1, left: 0, closed: 0 });
    const { value, isSound } = parseText(pasted.text);
    expect(isSound).toBe(true);
    expect(value).toMatchObject({
      lines: [
        { budget: 100 },
        { code: '1.2', budget: 1000.5, before: 2, spent: 3 },
        { budget: 'x', before: null, spent: 4 },
        { budget: 5, before: 6, spent: 7 },
      ],
    });
    expect(pasted.text.split('\n').slice(0, 4)).toEqual(text.split('\n').slice(0, 4));
    const wide = withBlock(text, {
      ...{ list: rowsOf(text), columns, place, decimal: null },
      ...{ block: [['1', '2']], at: { row: 0, column: columns.length - 1 } },
    });
    expect(wide.left).toBe(1);
  });

  it('takes hundreds of rows', () => {
    const columns = budgetColumns();
    const block = Array.from({ length: 400 }, (_, index) => [`${index}`, 'Line', 'მუხლი', '1', '2', '3']);
    const pasted = withBlock(text, {
      list: rowsOf(text),
      columns,
      block,
      at: { row: 0, column: 0 },
      place,
      decimal: '.',
    });
    expect(rowsOf(pasted.text)).toHaveLength(400);
  });
});

describe('a table in free text', () => {
  const document = kinds.document ?? null;
  const free = document === null ? null : formOf(document, ['en', 'ka']);
  const heads = [{ head: { en: 'Region', ka: 'მხარე' } }, { head: { en: 'Cost', ka: 'ხარჯი' }, align: 'end' }];
  const rows = [
    { look: 'group', cells: [{ text: { en: 'East', ka: 'აღმოსავლეთი' } }] },
    { cells: [{ text: { en: 'First', ka: 'პირველი' } }, { money: 48000 }] },
    { cells: [{ text: { en: 'Second', ka: 'მეორე' } }, {}] },
  ];
  it('has the texts of a column in each language, and its numbers', () => {
    const item = free?.nodes.findIndex(
      (node) => node.type === 'record' && node.fields.some(({ name }) => name === 'cells'),
    );
    if (free === null || item === undefined) throw new Error('no rows');
    const columns = columnsOfTable(free, item, { heads, rows }, words) ?? [];
    expect(columns.map(({ label, kind }) => [label, kind])).toEqual([
      ['Region, English', 'text'],
      ['Region, Georgian', 'text'],
      ['Cost', 'number'],
    ]);
    const cost = columns[2] as SheetColumn;
    expect(rows.map((row) => isOpen(row, cost))).toEqual([false, true, true]);
    expect(contentOf(rows[1], cost)).toBe('48000');
    const source = JSON.stringify({ rows });
    const change = { column: cost, content: '12' };
    const made = withCell(source, { path: ['rows', 2], row: rows[2] }, change, { languages: [], currency: null });
    expect(JSON.parse(made).rows[2].cells[1]).toEqual({ money: 12 });
  });
});

describe('a new table', () => {
  const document = kinds.document ?? null;
  const free = document === null ? null : formOf(document, ['ka', 'en']);
  const blankText = { ka: '', en: '' };
  const languages = ['ka', 'en'];
  const pasted = (source: string, heads: readonly object[], rows: readonly object[]) => {
    const item = free?.nodes.findIndex(
      (node) => node.type === 'record' && node.fields.some(({ name }) => name === 'cells'),
    );
    if (free === null || item === undefined) throw new Error('no rows');
    const columns = columnsOfTable(free, item, { heads, rows }, { language: 'en', languages }) ?? [];
    const block = readBlock(source);
    if ('message' in block) throw new Error(block.message);
    const place = { path: ['rows'], languages, currency: null, blank: () => ({ cells: [] }), heads };
    const made = withPasted(JSON.stringify({ columns: heads, rows }), {
      ...{ list: rows, columns, block, at: { row: 0, column: 0 }, place, decimal: decimalOf(block) },
    });
    return { ...made, value: JSON.parse(made.text) };
  };
  const heads = [{ head: blankText }];
  const rows = [{ cells: [{}] }];

  it('gets the columns that are pasted: headings, texts in the language that is written, numbers', () => {
    const made = pasted(
      'ქალაქი\tკგ\tწილი\tწელი\tNo\nთბილისი\t1 250,5\t12 %\t2025\t007\nგორი\t\t8 %\t2026\t010\n',
      heads,
      rows,
    );
    expect(made).toMatchObject({ rows: 3, columns: 5, left: 0, notNumbers: 0, withHeads: true });
    const text = (ka: string) => ({ text: { ka, en: '' } });
    expect(made.value.columns).toEqual([
      { head: { ka: 'ქალაქი', en: '' } },
      { head: { ka: 'კგ', en: '' }, align: 'end' },
      { head: { ka: 'წილი', en: '' }, align: 'end' },
      { head: { ka: 'წელი', en: '' } },
      { head: { ka: 'No', en: '' } },
    ]);
    expect(made.value.rows).toEqual([
      { cells: [text('თბილისი'), { number: 1250.5 }, { percent: 12 }, text('2025'), text('007')] },
      { cells: [text('გორი'), {}, { percent: 8 }, text('2026'), text('010')] },
    ]);
  });

  it('keeps the headings that are written, and takes rows of data as such', () => {
    const written = [{ head: { ka: 'ქალაქი', en: 'Town' } }, { head: blankText }, { head: blankText }];
    const made = pasted('თბილისი\t5\nგორი\t6', written, [{ cells: [{ text: blankText }, {}, {}] }]);
    expect(made.withHeads).toBe(false);
    expect(made.value.columns).toEqual([written[0], { head: blankText, align: 'end' }, { head: blankText }]);
    expect(made.value.rows[1].cells).toEqual([{ text: { ka: 'გორი', en: '' } }, { number: 6 }, {}]);
    expect(pasted('a\t5\nb\t6', heads, rows).withHeads).toBe(false);
    expect(pasted('a\t2024\nb\t6', heads, rows).withHeads).toBe(true);
  });

  it('is written once: what has words in its rows is pasted into as it stands', () => {
    const full = [{ cells: [{ text: { ka: 'ა', en: 'a' } }] }];
    expect(pasted('a\tb\tc', heads, full)).toMatchObject({ left: 1, withHeads: false });
  });
});

describe('items put after the last', () => {
  it.each([
    ['[]', [1]],
    ['[0]', [0, 1]],
    ['[\r\n\t0\r\n]', [0, 1]],
  ])('of %j', (list, all) => {
    expect(JSON.parse(withItems(`{"l":${list}}`, ['l'], [1]))).toEqual({ l: all });
  });
});

describe('several cells', () => {
  const column = (name: string, kind: SheetColumn['kind']) =>
    ({ path: [name], label: name, kind, lang: null, needed: false, order: [], values: [] }) as unknown as SheetColumn;
  const columns = [column('name', 'text'), column('spent', 'number'), column('share', 'percent')];
  const rows = [
    { name: 'a\tb', spent: 0.1, share: 1 },
    { name: 'say "x"', spent: 0.2, share: 2 },
    { name: 'c', spent: null, share: 3 },
  ];

  it('are those between two, whichever comes first', () => {
    const range = rangeOf({ row: 2, column: 0 }, { row: 1, column: 1 });
    expect(sizeOf(range)).toEqual({ rows: 2, columns: 2 });
    expect(isIn(range, { row: 1, column: 0 })).toBe(true);
    expect(isIn(range, { row: 0, column: 0 })).toBe(false);
  });

  it('are copied as Excel takes them, and come back the same', () => {
    const cells = cellsOf(rows, columns, rangeOf({ row: 0, column: 0 }, { row: 2, column: 1 }));
    expect(tabbed(cells)).toBe('"a\tb"\t0.1\n"say ""x"""\t0.2\nc\t');
    expect(readBlock(tabbed(cells))).toEqual(cells);
    expect(repeated(['x'], 2)).toEqual([['x'], ['x']]);
  });

  it('of numbers add up as they are written; percentages, and one number alone, do not', () => {
    expect(sumsOf(rows, columns).map(({ column: { label }, sum }) => [label, sum])).toEqual([['spent', 0.3]]);
    expect(sumsOf(rows.slice(1), columns)).toEqual([]);
  });
});
