/** Cells of a batch: the unit that a cell shows is kept by the words of its record, or refused; what is hidden is told. */
import { expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { type ChangedCell, valueOfCell } from '../../src/input/changed-cells.ts';
import { type Kind, kinds, schemaOf } from '../../src/input/kinds.ts';

const place = { file: 'a.xlsx', line: 2, column: 1, offset: 0 };
const languages = ['ka', 'en'] as const;
const figures = [
  { value: 1, label: { ka: 'ადამიანი', en: 'people' } },
  { value: 1, label: { ka: 'ქალები, %', en: '% of women' } },
];
const base = {
  sections: [
    {
      blocks: [
        { type: 'figures', figures },
        { type: 'chart', unit: 'percent', series: [{ values: [1] }] },
      ],
    },
  ],
};

function valueIn(cell: Partial<ChangedCell>, path: ChangedCell['path']) {
  const report = new Report();
  const whole = { text: '', name: '', path, at: place, head: place, ...cell };
  const value = valueOfCell(whole, {
    schema: schemaOf(kinds.document as Kind, languages),
    languages,
    decimal: null,
    base,
    report,
  });
  return { value, said: report.diagnostics.map(({ severity, code, message }) => `${severity} ${code}: ${message}`) };
}

const figure = (index: number) => ['sections', 0, 'blocks', 0, 'figures', index, 'value'];
const percent = { text: '12%', number: 12, decimals: 0 };

it.each([
  ['a percentage of people', percent, figure(0), undefined, /^error bad-cell: "12%" has a percentage sign/],
  ['one whose words have the sign', percent, figure(1), 12, null],
  ['one of a chart of percentages', percent, ['sections', 0, 'blocks', 1, 'series', 0, 'values', 0], 12, null],
  ['a number that hides digits', { text: '2.4', number: 2.449, decimals: 1 }, figure(0), 2.4, /^warning rounded-cell/],
  [
    'a number as a text',
    { text: '1234.50', number: 1234.5, shown: { decimals: 2, least: 2, grouped: true, before: '', after: '' } },
    ['title', 'ka'],
    '1\u00A0234,50',
    null,
  ],
  ['a code that looks like a day', { text: '12.05.2026' }, ['imprint', 'number'], '12.05.2026', null],
  ['a day as people write it', { text: '12.05.2026' }, ['date'], '2026-05-12', null],
  ['a day of a workbook', { text: '2026-05-12', day: '2026-05-12' }, ['date'], '2026-05-12', null],
  [
    'a code that became a day',
    { text: '2026-02-01', day: '2026-02-01' },
    ['imprint', 'number'],
    undefined,
    /^error bad-cell: The cell holds the day 2026-02-01/,
  ],
] as const)('%s', (_, cell, path, value, said) => {
  const found = valueIn(cell, path);
  expect(found.value).toBe(value);
  expect(found.said).toEqual(said === null ? [] : [expect.stringMatching(said)]);
});
