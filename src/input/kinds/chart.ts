/** A chart in free text: what it shows is its data, and the words are written from them. */
import * as z from 'zod';
import { moneyDecimals, sharedDecimals } from './decimals.ts';
import { complete } from './derive.ts';
import { type Fields, optional } from './fields.ts';
import { fileOfRows, inPlace, orFile, part, sharingDecimals } from './parts.ts';
import { captionIn } from './table.ts';
import { currency, day, decimals, number } from './values.ts';

export function chartIn(fields: Fields) {
  const span = z
    .strictObject({ start: day('The first day'), end: day('The last day') })
    .describe('A time from one day to another');
  const series = z
    .strictObject({
      name: fields.texts('The name of the series'),
      from: optional(z.string().min(1).describe('With "data", the name of its column in the file (default: its name)')),
      values: optional(z.array(number('A value').nullable()).min(1).describe('One for each category; null for none')),
      spans: optional(z.array(span.nullable()).min(1).describe('One for each task of a Gantt chart; null for none')),
    })
    .describe('One series');
  const chart = part(
    'chart',
    sharingDecimals(
      z
        .strictObject({
          type: z.literal('chart').describe('A chart'),
          ...captionIn(fields),
          chart: z.enum(['bar', 'stacked', 'line', 'share', 'gantt']).describe('How it is drawn'),
          unit: z.enum(['number', 'percent', 'money']).default('number').describe('What its values are'),
          currency: optional(currency),
          decimals,
          today: optional(day('The day to mark in a Gantt chart')),
          total: optional(number('The sum of all values, if the text gives it: it is checked')),
          showTable: optional(z.literal(true).describe('true to show its numbers beside it as a table')),
          axis: optional(fields.texts('What the categories are: months, regions')),
          data: optional(
            orFile(
              fileOfRows(
                'In the place of categories and series: a CSV or XLSX file; the column named as the axis, or the first one, has the categories, each other one, or each that "series" names, is a series',
              ),
            ),
          ),
          categories: fields.list('The names along the axis, in order', 'One name'),
          series: inPlace(z.array(series).min(1).max(4).describe('Its series')),
        })
        .describe('A chart'),
    ),
  );
  return complete(chart, (record) => {
    const values = record.series.flatMap((one) => one.values ?? []);
    const { unit, decimals, currency } = record;
    const asked = values.flatMap((value) => (value === null ? [] : [{ value, decimals }]));
    const own = unit === 'money' ? moneyDecimals(asked, currency ?? '') : sharedDecimals(values, decimals);
    return { ...record, decimals: own };
  });
}
