/** The table of a chart: a row for each category, a column for each series. */
import { words } from '../model/build.ts';
import type { ChartData, ChartKind } from '../model/chart.ts';
import type { Inlines, Lang, Sourced, Words } from '../model/document.ts';
import { hasLanguages } from '../model/marks.ts';
import type { Cell, Row, Table } from '../model/table.ts';
import { readInlines } from './inlines.ts';
import { missingValue } from './labels.ts';
import type { Attribute, Child, Element } from './parse.ts';
import { notedLanguages } from './plain.ts';
import type { Reading } from './reading.ts';

/** `axis` names the categories; without it the corner of the table is empty. `lang` is the language that the chart stands in. */
export function tableOf(
  chart: Element,
  kind: ChartKind,
  data: ChartData,
  { axis, lang, reading }: { readonly axis: Sourced<Words> | null; readonly lang: Lang; readonly reading: Reading },
): Table {
  const sources = sourcesOf(chart, reading);
  const { at, from } = chart;
  const cell = (text: Words | null, source: Source = { at, from, marked: [] }, scope: Cell['scope']) => {
    const { marked, ...places } = source;
    const rendered = text === null || marked.length === 0 ? [] : readInlines(marked, lang, reading);
    const plain = text === null ? [missingValue(lang, places)] : textIn(text, places);
    return cellOf(rendered.length === 0 ? plain : rendered, places, scope);
  };
  const names = data.series.map(({ name }, index) => cell(name, sources.series[index], 'column'));
  const corner =
    axis === null ? cellOf([], { at, from }, null) : cell(axis.value, namedIn(chart, 'axis', reading), 'column');
  const head: Row = { at, from, lang: null, look: null, cells: [corner, ...names] };
  const body = data.categories.map((category, row): Row => {
    const points = data.series.map(({ points }, column) =>
      cell(points[row]?.text ?? null, sources.points[column]?.[row], null),
    );
    const name = cell(category, sources.categories[row], 'row');
    return { at: name.at, from: name.from, lang: null, look: null, cells: [name, ...points] };
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

interface Source extends Places {
  /** What it says, where marks of language are in it; else nothing, for its words say all. */
  readonly marked: readonly Child[];
}

function sourcesOf(chart: Element, reading: Reading) {
  const elements = chart.children.filter((child) => child.kind === 'element');
  const series = elements.filter(({ name }) => name === 'series');
  const pointsOf = ({ children }: Element) =>
    children.filter((child) => child.kind === 'element').map((point) => sourceOf(point));
  return {
    categories: elements.filter(({ name }) => name === 'category').map((category) => sourceOf(category)),
    series: series.map((one) => namedIn(one, 'name', reading)),
    points: series.map(pointsOf),
  };
}

function sourceOf(element: Element): Source {
  const marked = element.children.some(({ kind }) => kind === 'element') ? element.children : [];
  const run = element.children.find((child) => child.kind === 'run' && words(child.value) !== null);
  return { at: element.at, from: run?.kind === 'run' ? run.from : element.from, marked };
}

/** What an attribute says; its marks are those of language. */
function namedIn({ at, from, attributes }: Element, name: string, { report }: Reading): Source {
  const attribute: Attribute | undefined = attributes.get(name);
  if (attribute === undefined) return { at, from, marked: [] };
  const { value, from: source } = attribute;
  const marked = hasLanguages(value) ? notedLanguages({ kind: 'run', value, at, from: source }, report) : [];
  return { at, from: source, marked };
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
