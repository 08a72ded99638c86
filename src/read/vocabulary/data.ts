/** Tables and charts. */
import { broad, captioned, prose } from './blocks.ts';
import { inlineNames } from './inlines.ts';
import { container, type ElementRule, empty, look, optional, phrase, required, shown } from './rule.ts';

const around = ['caption', 'summary', 'source'];
const spans = {
  colspan: optional('The number of columns that it spans.'),
  rowspan: optional('The number of rows that it spans, within its part of the table.'),
};
const cell = [...inlineNames, ...prose, 'figure'];
/** What a list would let into a cell. */
const crowding = [...broad, 'dl'];

export const dataRules: Readonly<Record<string, ElementRule>> = {
  table: shown(
    container(
      'table',
      'Data in rows and columns, never layout. Every row is as wide as the columns, spans counted; some cells are headers.',
      [...around, 'columns', 'head', 'body', 'foot'],
      {
        wide: optional('"true" if it has too many columns for a portrait page: it gets a page in landscape.'),
        ...captioned,
      },
    ),
    '<table number="auto">',
    '  <caption>Roads by region</caption>',
    '  <head><row><th>Region</th><th>Kilometres</th></row></head>',
    '  <body><row><th>Adjara</th><td>12</td></row></body>',
    '  <source>The Ministry of Roads</source>',
    '</table>',
  ),
  summary: phrase('the summary', 'What is counted, under the caption. An empty one is not written.', inlineNames),
  source: phrase(
    'the source',
    'Where the data is from; whose the words are. An empty one is not written.',
    inlineNames,
  ),
  'table columns': container('the columns', 'The widths and the alignment of the columns (default: all the same).', [
    'column',
  ]),
  'table columns column': empty('column', 'A column.', {
    align: optional('"start" (the default), "center", or "end", which is for numbers.'),
    share: optional('Its share of the width, relative to the other columns (default: 1).'),
  }),
  head: container('rows', 'The rows that are repeated on every page.', ['row']),
  body: container('rows', 'The rows; at least one.', ['row']),
  foot: container('rows', 'Totals.', ['row']),
  row: container('row', 'A row.', ['th', 'td'], look),
  th: phrase(
    'cell',
    'A header cell. It must have words: an empty corner is a <td>.',
    cell,
    {
      scope: optional(
        '"column", "row", "column-group" or "row-group"; (default: in <head> "column", or "column-group" if it spans columns; "row" in other places).',
      ),
      ...spans,
      ...look,
    },
    crowding,
  ),
  td: phrase(
    'cell',
    'A cell: text, which becomes one paragraph, then blocks if there are any. It may be empty.',
    cell,
    { ...spans, ...look },
    crowding,
  ),
  chart: shown(
    container(
      'chart',
      'A chart. The reader writes its alternative text and a table from its data.',
      [...around, 'category', 'series'],
      {
        kind: required('"bar", "stacked", "line", "share" or "gantt".'),
        axis: optional('What the categories are, such as “Month”: the corner of the table.'),
        today: optional('Gantt only: the day of the report, year-month-day.'),
        table: optional('"show" puts the table beside the chart; "fold" (the default) puts it under details in HTML.'),
        ...captioned,
      },
    ),
    '<chart kind="bar" axis="Region">',
    '  <caption>Roads by region</caption>',
    '  <category>Adjara</category>',
    '  <series name="Kilometres"><point value="12">12</point></series>',
    '</chart>',
  ),
  category: phrase('a category', 'A name along the axis, in order: a month, a line of a budget, a task.', [
    'rich',
    'span',
  ]),
  series: container('a series', 'A row of points, one for each category.', ['point'], {
    name: required('Its name.'),
  }),
  point: phrase('a point', 'A value, as people read it; empty if there is none.', ['rich'], {
    value: optional('The number, for machines: 1234.5.'),
    start: optional('Gantt: the first day, year-month-day.'),
    end: optional('Gantt: the last day.'),
  }),
};
