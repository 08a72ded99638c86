/** The value before the project of the parts of an indicator: each that the data has is shown, and none is made up. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { tablesOf, textOf } from '../../src/audit/tables.ts';
import { makeDocuments } from './documents.ts';

type Json = Record<string, never>;

interface Baselines {
  readonly whole: number;
  readonly sex: readonly (number | undefined)[];
  readonly age: readonly (number | undefined)[];
}

const file = path.join(import.meta.dirname, '../fixtures/data/pass/report.json');
const picture = readFileSync(path.join(import.meta.dirname, '../fixtures/data/picture.svg'));

/** Rows of the tables of results and of parts, as they are read. */
async function rowsWith({ whole, sex, age }: Baselines) {
  const data: Json = JSON.parse(readFileSync(file, 'utf8').replaceAll('../picture.svg', 'picture.svg'));
  const [indicator] = Object(data).results.levels[0].indicators;
  indicator.baseline.value = whole;
  for (const [list, values] of [sex, age].entries())
    for (const [index, value] of values.entries()) indicator.disaggregation[list].parts[index].baseline = value;
  const { documents, said } = await makeDocuments(data, { 'picture.svg': picture });
  const [document] = documents;
  const tables = document === undefined ? [] : [...tablesOf(document)];
  const rows = (id: string) => {
    const { head, body } = tables.find((table) => table.id?.value === id) ?? { head: [], body: [] };
    return [...head, ...body].map(({ cells }) => cells.map(textOf));
  };
  const sums = said.filter((line) => line.startsWith('disaggregation-sum'));
  return { results: rows('table-results'), parts: rows('table-parts'), sums };
}

const row = (rows: readonly (readonly string[])[], name: string) => rows.find(([first]) => first === name);

test('the table of parts has the baseline of each', async () => {
  const { parts, sums } = await rowsWith({ whole: 120, sex: [70, 50], age: [40, 70, 10] });
  expect(sums).toEqual([]);
  expect(row(parts, 'Indicator')).toEqual(['Indicator', 'Baseline', 'Target', 'Actual', '% of total']);
  expect(row(parts, '45 and over')?.slice(1, 4)).toEqual(['10', '–', '88']);
});

test('where all begins at nothing, so do the parts, and the table of parts does not repeat it', async () => {
  const { results, parts } = await rowsWith({ whole: 0, sex: [], age: [] });
  expect(row(results, 'women')?.slice(1)).toEqual(['0', '192', '181', '94%', '']);
  expect(row(parts, 'Indicator')).toEqual(['Indicator', 'Target', 'Actual', '% of total']);
});

test('a baseline that nobody has given is missing, and no way is computed from it', async () => {
  const { results, parts } = await rowsWith({ whole: 120, sex: [70, undefined], age: [] });
  expect(row(results, 'women')?.slice(1)).toEqual(['70', '192', '181', '91%', '']);
  expect(row(results, 'men')?.slice(1)).toEqual(['–', '288', '231', '–', '']);
  expect(row(parts, '18–29')?.slice(1, 3)).toEqual(['–', '–']);
});

test('baselines that do not add up to that of the whole are an error', async () => {
  const { sums } = await rowsWith({ whole: 120, sex: [70, 51], age: [] });
  expect(sums).toEqual([
    'disaggregation-sum $.results.levels[0].indicators[0].disaggregation[0].parts Disaggregated by sex, the baselines add up to 121, not to 120.',
  ]);
});
