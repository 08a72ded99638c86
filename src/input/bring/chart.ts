/** The data of a chart out of a file: the names along its axis from one column, a series from each of the others. */
import type { Place } from '../../diagnostics.ts';
import { stepTo } from '../../json/path.ts';
import { decimalsShown } from './decimals-shown.ts';
import { type AskedColumn, type AskedNumbers, bringRows, type RowContext } from './rows.ts';
import { type FileSheet, placeOf, type SheetCell } from './sheet.ts';

interface Around extends RowContext {
  /** The chart's path. */
  readonly at: string;
  /** Where the data names the file, and where a path of the data is. */
  readonly named: Place;
  readonly placeIn: (path: string) => Place;
  /** Gets the place of what was brought, by its path. */
  readonly places: Map<string, Place>;
}

type Fields = Readonly<Record<string, unknown>>;

/** Names by which a chart's own fields ask for a column. */
export function namesOf(field: unknown): readonly string[] {
  const { from, name } = Object(field) as Fields;
  return typeof from === 'string' ? [from.trim()] : textsOf(name);
}

export function textsOf(texts: unknown): readonly string[] {
  return typeof texts === 'string' ? [texts] : Object.values(Object(texts)).filter((each) => typeof each === 'string');
}

/** The chart with its categories and series in the place of its file; null with errors. */
export function bringChart(chart: Fields, context: Around): Fields | null {
  const { sheet, at, places } = context;
  const numbers = numbersOf(chart);
  const category: AskedColumn = {
    names: axisNames(chart.axis, sheet),
    as: 'text',
    isRich: false,
    numbers,
    at: context.named,
  };
  const asked = Array.isArray(chart.series) ? chart.series.map((one) => askedOf(one)) : others(sheet, category.names);
  const columns = asked.map(({ names }, index): AskedColumn => {
    const place = Array.isArray(chart.series) ? context.placeIn(stepTo(stepTo(at, 'series'), index)) : context.named;
    return { names, as: 'number', isRich: false, numbers, at: place };
  });
  const rows = bringRows([category, ...columns], context);
  if (rows === null) return null;
  const put = (path: string, cell: SheetCell) => places.set(path, placeOf(cell, sheet));
  const categories = rows.flatMap(([first], row) => {
    if (first === undefined) return [];
    put(stepTo(stepTo(at, 'categories'), row), first.cell);
    return [first.value.text ?? {}];
  });
  const series = asked.map(({ fields }, index) => {
    const here = stepTo(stepTo(at, 'series'), index);
    const values = rows.map((cells, row) => {
      const brought = cells[index + 1];
      if (brought !== undefined) put(stepTo(stepTo(here, 'values'), row), brought.cell);
      return brought?.value.number ?? null;
    });
    return { ...fields, values };
  });
  const { data: _, ...rest } = chart;
  const cells = rows.flatMap(([, ...own]) => own.map(({ cell, value }) => ({ cell, value: value.number })));
  const decimals = decimalsShown({ ...rest, series }, cells);
  return { ...rest, ...(decimals !== null && { decimals }), categories, series };
}

function numbersOf({ unit, currency, decimals }: Fields): AskedNumbers {
  const ofMoney = { currency: typeof currency === 'string' ? currency : null };
  return {
    unit: unit === 'money' ? ofMoney : unit === 'percent' ? unit : 'number',
    decimals: typeof decimals === 'number' ? decimals : null,
    unitField: 'unit',
  };
}

interface AskedSeries {
  readonly names: readonly string[];
  readonly fields: Fields;
}

function askedOf(one: unknown): AskedSeries {
  return { names: namesOf(one), fields: Object(one) as Fields };
}

/** The heading of the column of names: what the axis is called, else that of the first column, in whatever languages. */
function axisNames(axis: unknown, { head, languages }: FileSheet): readonly string[] {
  const heads = head.map(({ text }) => text.trim());
  const own = textsOf(axis).filter((name) => heads.some((each) => without(each, languages) === name.toLowerCase()));
  const [first = ''] = heads;
  return own.length > 0
    ? own
    : [languages.reduce((name, lang) => name.replace(new RegExp(`\\.${lang}$`, 'i'), ''), first)];
}

function without(head: string, languages: readonly string[]): string {
  return languages.reduce((name, lang) => name.replace(new RegExp(`\\.${lang}$`), ''), head.toLowerCase());
}

/** Where the chart names no series: each column beside that of the names, called as the file calls it. */
function others({ head, languages }: FileSheet, names: readonly string[]): readonly AskedSeries[] {
  const taken = new Set(names.map((name) => name.toLowerCase()));
  const heads = head.map(({ text }) => text.trim());
  return heads
    .filter((text) => text !== '' && !taken.has(without(text, languages)))
    .map((text) => ({ names: [text], fields: { name: Object.fromEntries(languages.map((lang) => [lang, text])) } }));
}
