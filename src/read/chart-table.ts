/** The table of a chart: a row for each category, a column for each series. */
import { words } from '../model/build.ts';
import type { Cell, ChartData, ChartKind, Inlines, Lang, Row, Sourced, Table, Words } from '../model/document.ts';
import { missingValue } from './labels.ts';
import { type Element, given } from './parse.ts';

/** `axis` names the categories; without it the corner of the table is empty. */
export function tableOf(
  chart: Element,
  kind: ChartKind,
  data: ChartData,
  { axis, lang }: { readonly axis: Sourced<Words> | null; readonly lang: Lang },
): Table {
  const sources = sourcesOf(chart);
  const { at, from } = chart;
  const cell = (text: Words | null, places: Places = { at, from }, scope: Cell['scope']) =>
    cellOf(text === null ? [missingValue(lang, places)] : textIn(text, places), places, scope);
  const names = data.series.map(({ name }, index) => cell(name, sources.series[index], 'column'));
  const head: Row = { at, from, lang: null, look: null, cells: [cornerOf(chart, axis), ...names] };
  const body = data.categories.map((category, row): Row => {
    const points = data.series.map(({ points }, column) =>
      cell(points[row]?.text ?? null, sources.points[column]?.[row], null),
    );
    const name = cell(category, sources.categories[row], 'row');
    return { ...(sources.categories[row] ?? { at, from }), lang: null, look: null, cells: [name, ...points] };
  });
  const share = 1 / (data.series.length + 2);
  const align = kind === 'gantt' ? 'start' : 'end';
  const columns = data.series.map(() => ({ align, share }) as const);
  return {
    type: 'table',
    at,
    from,
    lang: null,
    id: null,
    look: null,
    number: null,
    caption: null,
    summary: null,
    source: null,
    // Names are longer than numbers.
    columns: [{ align: 'start', share: 2 * share }, ...columns],
    head: [head],
    body,
    foot: [],
    wide: false,
  };
}

/** Where a text stands in the template, and where it is from. */
type Places = Pick<Sourced<string>, 'from'> & Pick<Element, 'at'>;

function sourcesOf(chart: Element) {
  const elements = chart.children.filter((child) => child.kind === 'element');
  const series = elements.filter(({ name }) => name === 'series');
  const pointsOf = ({ children }: Element) =>
    children.filter((child) => child.kind === 'element').map((point) => placesOf(point));
  return {
    categories: elements.filter(({ name }) => name === 'category').map((category) => placesOf(category)),
    series: series.map((one) => ({ at: one.at, from: given(one, 'name')?.from ?? one.from })),
    points: series.map(pointsOf),
  };
}

function placesOf(element: Element): Places {
  const said = element.children.find((child) => child.kind === 'run' && words(child.value) !== null);
  return { at: element.at, from: said?.kind === 'run' ? said.from : element.from };
}

function cornerOf(chart: Element, axis: Sourced<Words> | null): Cell {
  const { at, from } = chart;
  if (axis === null) return cellOf([], { at, from }, null);
  const places = { at, from: axis.from };
  return cellOf(textIn(axis.value, places), places, 'column');
}

function textIn(text: Words, { at, from }: Places): Inlines {
  return [{ type: 'text', at, lang: null, value: text, from }];
}

function cellOf(content: Inlines, { at, from }: Places, scope: Cell['scope']): Cell {
  return {
    at,
    from,
    lang: null,
    scope,
    columnSpan: 1,
    rowSpan: 1,
    look: null,
    blocks: content.length === 0 ? [] : [{ type: 'paragraph', at, from, lang: null, look: null, children: content }],
  };
}
