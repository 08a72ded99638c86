/** Charts: data, words and table; what cannot be drawn. Blocks start on line 2. */
import { describe, expect, test } from 'vitest';
import type { Chart } from '../../src/model/document.ts';
import { around, blocks, type ReadSetup, read } from './kit.ts';

async function chart(text: string, setup: ReadSetup = {}): Promise<Chart> {
  const { document, report } = await read(around(text), setup);
  const [block] = document?.body[0]?.blocks ?? [];
  if (block?.type !== 'chart') throw new Error(JSON.stringify(report.diagnostics));
  return block;
}
const inGeorgian = { languages: ['ka', 'en'] };

const months = ['იანვ.', 'თებ.', 'მარ.', 'აპრ.', 'მაისი', 'ივნ.'];
const monthly = (
  kind: string,
) => `<chart kind="${kind}">${months.map((name) => `<category>${name}</category>`).join('')}
  <series name="ქალი">${[82, 96, 110, 124, 138, 150].map((n) => `<point value="${n}">${n}</point>`).join('')}</series>
  <series name="კაცი">${[70, 78, 88, 98, 108, 118].map((n) => `<point value="${n}">${n}</point>`).join('')}</series>
  <series name="სულ"><point/><point/><point/><point/><point/><point value="268">268</point></series></chart>`;
const pair = '<category>A</category><category>B</category>';
const points = '<point value="1">1</point><point value="2">2</point>';

describe('read', () => {
  test('data, and a table with the places of the data', async () => {
    const text =
      '<chart kind="bar" axis="Month" table="show"><category>{{a}}</category><series name="S"><point value="{{n}}">{{said}}</point></series></chart>';
    const found = await chart(text, { data: { a: 'Jan', n: 1234.5, said: '1,234.5' } });
    expect(found.data).toEqual({
      categories: ['Jan'],
      series: [{ name: 'S', points: [{ type: 'number', value: 1234.5, text: '1,234.5' }] }],
      today: null,
    });
    expect(found.showTable).toBe(true);
    const [head, row] = [...found.table.head, ...found.table.body];
    const words = (cells = row?.cells) =>
      (cells ?? []).map(({ scope, blocks: [first] }) => {
        const [text] = first?.type === 'paragraph' ? first.children : [];
        return text?.type === 'text' ? [scope, text.value, text.from.path] : [scope];
      });
    expect(words(head?.cells)).toEqual([
      ['column', 'Month', undefined],
      ['column', 'S', undefined],
    ]);
    expect(words()).toEqual([
      ['row', 'Jan', '$.a'],
      [null, '1,234.5', '$.said'],
    ]);
  });
  test('without an axis the corner is an empty cell', async () => {
    const found = await chart(`<chart kind="bar">${pair}<series name="S">${points}</series></chart>`);
    expect(found.table.head[0]?.cells[0]).toMatchObject({ scope: null, blocks: [] });
    expect(found.table.columns).toEqual([
      { align: 'start', share: 2 / 3 },
      { align: 'end', share: 1 / 3 },
    ]);
  });
});

test.each([
  ['en', {}, 'no data'],
  ['ka', inGeorgian, 'მონაცემი არ არის'],
] as const)('a point that is not there is a dash and says so: %s', async (_, setup, said) => {
  const found = await chart(
    `<chart kind="bar">${pair}<series name="S"><point value="1">1</point><point/></series></chart>`,
    setup,
  );
  const [block] = found.table.body[1]?.cells[1]?.blocks ?? [];
  expect(block).toMatchObject({ children: [{ type: 'missing', words: said, children: [{ value: '–' }] }] });
});

const many = ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => `<category>${name}</category>`).join('');
const valued = (...values: readonly number[]) =>
  values.map((value) => `<point value="${value}">${value}</point>`).join('');

describe('alternative text', () => {
  test.each([
    [
      'two points',
      `<chart kind="bar">${pair}<series name="S">${points}</series></chart>`,
      'Bar chart: 2 categories, 1 series. S: highest – 2 (B); lowest – 1 (A). All values are in the table of the chart.',
      'სვეტოვანი დიაგრამა: კატეგორია – 2, მონაცემთა რიგი – 1. S: უდიდესი – 2 (B); უმცირესი – 1 (A). ყველა მნიშვნელობა მოცემულია დიაგრამის ცხრილში.',
    ],
    [
      'many points of a line',
      monthly('line'),
      'Line chart: 6 categories, 3 series. ქალი: first – 82 (იანვ.); last – 150 (ივნ.); highest – 150 (ივნ.); lowest – 82 (იანვ.). კაცი: first – 70 (იანვ.); last – 118 (ივნ.); highest – 118 (ივნ.); lowest – 70 (იანვ.). სულ: 268 (ივნ.); no data for 5 of 6 categories. All values are in the table of the chart.',
      'ხაზოვანი დიაგრამა: კატეგორია – 6, მონაცემთა რიგი – 3. ქალი: პირველი – 82 (იანვ.); ბოლო – 150 (ივნ.); უდიდესი – 150 (ივნ.); უმცირესი – 82 (იანვ.). კაცი: პირველი – 70 (იანვ.); ბოლო – 118 (ივნ.); უდიდესი – 118 (ივნ.); უმცირესი – 70 (იანვ.). სულ: 268 (ივნ.); მონაცემი არ არის – 6 კატეგორიიდან 5. ყველა მნიშვნელობა მოცემულია დიაგრამის ცხრილში.',
    ],
    [
      'values that several have',
      `<chart kind="bar">${many}<series name="S">${valued(1, 2, 1, 2, 2, 2)}</series><series name="T">${valued(3, 3, 3, 3, 3, 3)}</series></chart>`,
      'Bar chart: 6 categories, 2 series. S: highest – 2 (4 of 6 categories); lowest – 1 (A, C). T: all – 3. All values are in the table of the chart.',
      'სვეტოვანი დიაგრამა: კატეგორია – 6, მონაცემთა რიგი – 2. S: უდიდესი – 2 (6 კატეგორიიდან 4); უმცირესი – 1 (A, C). T: ყველა – 3. ყველა მნიშვნელობა მოცემულია დიაგრამის ცხრილში.',
    ],
    [
      'a plan whose parts begin on one day',
      '<chart kind="gantt"><category>A</category><category>B</category><category>C</category><series name="P"><point start="2026-01-01" end="2026-03-31">Q1</point><point start="2026-01-01" end="2026-06-30">half</point><point start="2026-04-01" end="2026-06-30">Q2</point></series></chart>',
      'Gantt chart: 3 categories, 1 series. P: first – Q1 (A), half (B); last – half (B), Q2 (C). All values are in the table of the chart.',
      'განტის დიაგრამა: კატეგორია – 3, მონაცემთა რიგი – 1. P: პირველი – Q1 (A), half (B); ბოლო – half (B), Q2 (C). ყველა მნიშვნელობა მოცემულია დიაგრამის ცხრილში.',
    ],
    [
      'shares',
      `<chart kind="share"><category>ქალი</category><category>კაცი</category><series name="სულ"><point value="700">700</point><point value="560">560</point></series></chart>`,
      'Chart of shares: 2 categories, 1 series. სულ: highest – 700, 56% (ქალი); lowest – 560, 44% (კაცი). All values are in the table of the chart.',
      'წილების დიაგრამა: კატეგორია – 2, მონაცემთა რიგი – 1. სულ: უდიდესი – 700, 56\u00A0% (ქალი); უმცირესი – 560, 44\u00A0% (კაცი). ყველა მნიშვნელობა მოცემულია დიაგრამის ცხრილში.',
    ],
    [
      'money, as it is read aloud',
      '<chart kind="bar"><category>A</category><series name="S"><point value="25000.5">25&nbsp;000,50&nbsp;₾</point></series><series name="T"><point value="1234">GEL&nbsp;1,234</point></series></chart>',
      'Bar chart: 1 category, 2 series. S: 25\u00A0000,50\u00A0₾ (A). T: 1,234 lari (A). All values are in the table of the chart.',
      'სვეტოვანი დიაგრამა: კატეგორია – 1, მონაცემთა რიგი – 2. S: 25000,50 ლარი (A). T: GEL\u00A01,234 (A). ყველა მნიშვნელობა მოცემულია დიაგრამის ცხრილში.',
    ],
    [
      'a plan',
      '<chart kind="gantt" today="2026-06-30"><category>A</category><category>B</category><series name="P"><point start="2026-01-01" end="2026-03-31">Q1</point><point start="2026-04-01" end="2026-06-30">Q2</point></series></chart>',
      'Gantt chart: 2 categories, 1 series. P: first – Q1 (A); last – Q2 (B). The day of the report is 30 June 2026. All values are in the table of the chart.',
      'განტის დიაგრამა: კატეგორია – 2, მონაცემთა რიგი – 1. P: პირველი – Q1 (A); ბოლო – Q2 (B). ანგარიშის დღე – 30 ივნისი, 2026. ყველა მნიშვნელობა მოცემულია დიაგრამის ცხრილში.',
    ],
    [
      'a long plan',
      `<chart kind="gantt">${'<category>A</category>'.repeat(13)}<series name="P">${'<point start="2026-01-01" end="2026-03-31">Q1</point>'.repeat(12)}<point start="2025-01-01" end="2027-03-31">all</point></series></chart>`,
      'Gantt chart: 13 categories, 1 series. P: longest – all (A). All values are in the table of the chart.',
      'განტის დიაგრამა: კატეგორია – 13, მონაცემთა რიგი – 1. P: ყველაზე ხანგრძლივი – all (A). ყველა მნიშვნელობა მოცემულია დიაგრამის ცხრილში.',
    ],
    [
      'many series',
      `<chart kind="bar">${pair}${`<series name="S">${points}</series>`.repeat(8)}</chart>`,
      `Bar chart: 2 categories, 8 series. ${'S: highest – 2 (B); lowest – 1 (A). '.repeat(4)}4 more series. All values are in the table of the chart.`,
      `სვეტოვანი დიაგრამა: კატეგორია – 2, მონაცემთა რიგი – 8. ${'S: უდიდესი – 2 (B); უმცირესი – 1 (A). '.repeat(4)}კიდევ 4 რიგი. ყველა მნიშვნელობა მოცემულია დიაგრამის ცხრილში.`,
    ],
  ])('of %s', async (_, text, english, georgian) => {
    expect((await chart(text)).alt).toBe(english);
    expect((await chart(text, inGeorgian)).alt).toBe(georgian);
  });
});

describe('refused', () => {
  const one = (attributes: string, inside: string) => `<chart ${attributes}>${inside}</chart>`;
  test.each([
    ['no kind', one('', `${pair}<series name="S">${points}</series>`), 'missing-attribute :2:1 <chart> lacks "kind".'],
    [
      'unknown kind',
      one('kind="pie"', `${pair}<series name="S">${points}</series>`),
      'bad-value :2:8 "pie" is not an allowed value for "kind" of <chart>.',
    ],
    ['no categories', one('kind="bar"', '<series name="S"/>'), 'empty-element :2:1 The chart has no categories.'],
    ['no series', one('kind="bar"', pair), 'empty-element :2:1 The chart has no series.'],
    [
      'an empty category',
      one('kind="bar"', '<category> </category><series name="S"><point/></series>'),
      'empty-element :2:19 The category of the chart is empty.',
    ],
    [
      'points too few',
      one('kind="bar"', `${pair}<series name="S"><point/></series>`),
      'series-length :2:63 The series has 1 point, and the chart 2 categories.',
    ],
    [
      'only empty points',
      one('kind="bar"', `${pair}<series name="S"><point/><point/></series>`),
      'empty-element :2:1 The chart has no points.',
    ],
    [
      'a value that nobody can read',
      one('kind="bar"', '<category>A</category><series name="S"><point value="1"/></series>'),
      'empty-element :2:58 The value of the chart is empty.',
    ],
    [
      'a text without a value',
      one('kind="bar"', '<category>A</category><series name="S"><point>1</point></series>'),
      'missing-attribute :2:58 The point of the chart lacks value.',
    ],
    [
      'a value that is written for people',
      one('kind="bar"', '<category>A</category><series name="S"><point value="1,5">1,5</point></series>'),
      'bad-value :2:65 "1,5" is not an allowed value for "value" of <point>.',
    ],
    [
      'shares of several series',
      one('kind="share"', `${pair}<series name="S">${points}</series><series name="T">${points}</series>`),
      'chart-data :2:1 A chart of shares has one series.',
    ],
    [
      'a share below nothing',
      one('kind="stacked"', '<category>A</category><series name="S"><point value="-1">1</point></series>'),
      'chart-data :2:1 A share must not be less than zero.',
    ],
    [
      'shares of zero',
      one('kind="share"', '<category>A</category><series name="S"><point value="0">0</point></series>'),
      'chart-data :2:1 All shares are zero.',
    ],
    [
      'a plan without days',
      one('kind="gantt"', '<category>A</category><series name="S"><point value="1">1</point></series>'),
      'missing-attribute :2:60 The point of the chart lacks start and end.',
    ],
    [
      'a day that is none',
      one(
        'kind="gantt"',
        '<category>A</category><series name="S"><point start="2026-02-30" end="2026-03-01">F</point></series>',
      ),
      'bad-value :2:67 "2026-02-30" is not a day of the calendar.',
    ],
    [
      'a plan that runs backwards',
      one(
        'kind="gantt"',
        '<category>A</category><series name="S"><point start="2026-03-30" end="2026-03-01">F</point></series>',
      ),
      'bad-period :2:60 The period ends before it starts.',
    ],
    [
      'today without a plan',
      one('kind="bar" today="2026-06-30"', `${pair}<series name="S">${points}</series>`),
      'bad-value :2:19 Only a Gantt chart can have "today".',
    ],
  ])('%s', async (_, text, finding) => {
    const found = await blocks(text);
    expect(found.split('\n').length, found).toBe(1);
    expect(found.startsWith(finding), found).toBe(true);
  });
});
