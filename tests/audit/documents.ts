/** Small documents for fixtures. Every place is a line of the template or, for text, the same line of the data. */
import type { Place } from '../../src/diagnostics.ts';
import { href, id, lang, look, words } from '../../src/model/build.ts';
import type { ChartKind } from '../../src/model/chart.ts';
import type {
  Aside,
  Block,
  Blocks,
  Chart,
  Columns,
  Document,
  Figure,
  Imprint,
  Inline,
  Inlines,
  Link,
  List,
  ListItem,
  Look,
  Paragraph,
  Section,
  Sourced,
  Target,
  Terms,
  Text,
  Words,
} from '../../src/model/document.ts';
import type { Picture } from '../../src/model/picture.ts';
import type { Cell, Row, Table } from '../../src/model/table.ts';

export function must<T>(value: T | null): T {
  if (value === null) throw new Error('the fixture is wrong');
  return value;
}

const template = (line: number): Place => ({ file: 'document.hbs', line, column: 1 });
const data = (line: number): Place => ({ file: 'data.json', line, column: 3 });

export const ka = must(lang('ka'));
export const en = must(lang('en'));
export const ru = must(lang('ru'));
export const el = must(lang('el'));
export const hy = must(lang('hy'));

interface Options {
  readonly line?: number;
  readonly look?: string;
  readonly lang?: typeof ka;
}

function base({ line = 1, lang: own }: Options = {}) {
  return { at: template(line), from: data(line), lang: own ?? null };
}
function lookOf({ look: name }: Options): Look | null {
  return name === undefined ? null : must(look(name));
}
function sourced<T>(value: T, line = 1): Sourced<T> {
  return { value, from: data(line) };
}
export function said(text: string, line = 1): Sourced<Words> {
  return sourced(must(words(text)), line);
}

export function text(value: string, line = 1): Text {
  return { type: 'text', value, ...base({ line }) };
}
function inlines(content: string | Inlines, line = 1): Inlines {
  return typeof content === 'string' ? [text(content, line)] : content;
}
export function link(target: Target, words: string, line = 1): Link {
  return { type: 'link', target, children: inlines(words, line), ...base({ line }) };
}
export function toWeb(address: string, line = 1): Target {
  return { type: 'web', href: sourced(must(href(address)), line) };
}
export function toSection(name: string, line = 1): Target {
  return { type: 'place', id: sourced(must(id(name)), line) };
}
export function toEdition(tag: string, line = 1): Target {
  return { type: 'edition', edition: sourced(must(lang(tag)), line) };
}

export function p(content: string | Inlines, options: Options = {}): Paragraph {
  return { type: 'paragraph', look: lookOf(options), children: inlines(content, options.line), ...base(options) };
}
export function li(blocks: Blocks, options: Options = {}): ListItem {
  return { look: lookOf(options), share: null, blocks, ...base(options) };
}
export function ul(items: readonly ListItem[], options: Options & { readonly ordered?: boolean } = {}): List {
  return { type: 'list', ordered: options.ordered ?? false, look: lookOf(options), items, ...base(options) };
}
export function aside(label: Sourced<Words> | null, blocks: Blocks, options: Options = {}): Aside {
  return { type: 'aside', look: lookOf(options), label, blocks, ...base(options) };
}
export function section(name: string, title: string, blocks: Blocks, options: Options = {}): Section {
  const { line } = options;
  const own = {
    id: sourced(must(id(name)), line),
    look: lookOf(options),
    number: null,
    title: inlines(title, line),
    blocks,
  };
  return { type: 'section', ...own, ...base(options) };
}
export function figure(alt: Sourced<Words> | null, options: Options = {}): Figure {
  const picture = { file: 'a.png', format: 'png', width: 100, height: 80, bytes: new Uint8Array() } as const;
  const image = { picture: sourced(picture, options.line), alt };
  return {
    type: 'figure',
    look: lookOf(options),
    image,
    placing: null,
    id: null,
    number: null,
    caption: null,
    credit: null,
    description: null,
    ...base(options),
  };
}

/** A table of one row, as wide as there are words. */
export function table(
  cells: readonly string[],
  { caption = 'ცხრილის სათაური', name, wide = false, ...options }: Options & TableOptions = {},
): Table {
  const row: Row = {
    look: null,
    cells: cells.map((words, index) => ({
      scope: index === 0 ? 'row' : null,
      columnSpan: 1,
      rowSpan: 1,
      look: null,
      blocks: [p(words, options)],
      ...base(options),
    })),
    ...base(options),
  };
  return {
    type: 'table',
    id: name === undefined ? null : sourced(must(id(name)), options.line),
    look: lookOf(options),
    number: null,
    caption: caption === '' ? null : inlines(caption, options.line),
    summary: null,
    source: null,
    columns: cells.map(() => ({ align: 'start', share: 1 / cells.length })),
    head: [],
    body: [row],
    foot: [],
    wide,
    ...base(options),
  };
}

interface TableOptions {
  readonly caption?: string;
  readonly name?: string;
  readonly wide?: boolean;
}

/** A chart of so many series over so many categories. */
export function chart(
  kind: ChartKind,
  [series, categories]: readonly [number, number],
  options: Options & TableOptions = {},
): Chart {
  const names = (count: number) => Array.from({ length: count }, (_, index) => must(words(`რიგი ${index + 1}`)));
  const points = names(categories).map(() => ({ type: 'number', value: 1, text: must(words('1')) }) as const);
  const { caption, summary, source, number, id: name, look: own } = table(['ა'], options);
  return {
    type: 'chart',
    kind,
    id: name,
    look: own,
    number,
    caption,
    summary,
    source,
    data: { categories: names(categories), series: names(series).map((each) => ({ name: each, points })), today: null },
    alt: must(words('დიაგრამა')),
    table: table(['ა', '1'], options),
    showTable: false,
    ...base(options),
  };
}

export function columns(...parts: readonly Blocks[]): Columns {
  return { type: 'columns', look: null, columns: parts, ...base() };
}

interface Parts {
  readonly lang?: typeof ka;
  readonly title?: string;
  readonly keyword?: string;
  readonly after?: readonly Block[];
  readonly body?: readonly Section[];
  readonly imprint?: Blocks;
}

/** A document in Georgian and English that no rule finds fault with, but for the parts that are given. */
export function documentOf({
  lang: own = ka,
  title = 'სათაური',
  keyword,
  after = [],
  body = [],
  imprint,
}: Parts): Document {
  const name = must(words('სათაური'));
  const keywords = keyword === undefined ? [] : [must(words(keyword))];
  const closing: Imprint | null = imprint === undefined ? null : { blocks: imprint, ...base() };
  return {
    kind: 'brochure',
    metadata: { title: name, description: name, author: name, keywords, date: '2026-11-23', places: new Map() },
    editions: [
      { lang: ka, name: must(words('ქართული')) },
      { lang: en, name: must(words('English')) },
    ],
    cover: { look: null, before: [], title: { children: inlines(title), ...base() }, after, ...base() },
    body,
    imprint: closing,
    ...base(),
    lang: own,
  };
}

/** Words all in bold. */
export function bold(words: string | Inlines, line = 1): Inline {
  return { type: 'strong', children: inlines(words, line), ...base({ line }) };
}
/** A footnote. */
export function note(words: string, line = 1): Inline {
  return { type: 'note', number: 1, children: inlines(words, line), ...base({ line }) };
}
export const br: Inline = { type: 'lineBreak', ...base() };
/** Words that are marked as of a language. */
export function marked(words: string, tag: typeof ka, line = 1): Inline {
  return { type: 'span', children: inlines(words, line), ...base({ line, lang: tag }) };
}
/** As the reader counts it. */
export function numbered(of: Table): Table {
  return { ...of, number: must(words('ცხრილი 1')) };
}
/** A table with these heads over a row of as many numbers. */
export function headed(heads: readonly string[], line = 1): Table {
  const whole = table([...heads.keys()].map((index) => String(index + 1)));
  const [row] = table(heads, { line }).body;
  const head = must(row ?? null);
  return { ...whole, head: [{ ...head, cells: head.cells.map((cell) => ({ ...cell, scope: 'column' })) }] };
}
/** The same without header cells. */
export function bare(of: Table): Table {
  const body = of.body.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, scope: null })) }));
  return { ...of, body };
}
/** A table of a name and a cell with these lines. */
export function stacked(lines: readonly string[], line = 1): Table {
  const whole = table(['ა', 'ბ'], { line });
  const children = lines.flatMap((words, index): Inlines => (index === 0 ? [text(words)] : [br, text(words)]));
  const fill = (cell: Cell, index: number) => (index === 0 ? cell : { ...cell, blocks: [p(children)] });
  return { ...whole, body: whole.body.map((row) => ({ ...row, cells: row.cells.map(fill) })) };
}
/** A table of two columns: names and these words, each on its line of the data. */
export function column(cells: readonly string[], head = 'სულ'): Table {
  const body = cells.flatMap((words, index) => table([`ა${index}`, words], { line: index + 2 }).body);
  return { ...headed(['სახელი', head]), body };
}
/** A chart of shares with these values. */
export function shares(values: readonly number[], caption: string, line = 1): Chart {
  const made = chart('share', [1, values.length], { caption, line });
  const points = values.map((value) => ({ type: 'number', value, text: must(words(String(value))) }) as const);
  return { ...made, data: { ...made.data, series: made.data.series.map((each) => ({ ...each, points })) } };
}
/** With another picture file, of another size, or with a drawing in it. */
export function other(of: Figure): Figure {
  return withPicture(of, { file: 'b.png' });
}
export function sized(of: Figure, pixels: number): Figure {
  return withPicture(of, { width: pixels, height: pixels });
}
/** A drawing with these words as outlines; null for one without. */
export function drawn(outlined: string | null, line = 1): Figure {
  return withPicture(figure(said('გეგმა'), { line }), { format: 'svg', ...(outlined !== null && { outlined }) });
}
function withPicture(of: Figure, change: Partial<Picture>): Figure {
  const { picture } = of.image;
  return { ...of, image: { ...of.image, picture: { ...picture, value: { ...picture.value, ...change } } } };
}

/** The list of abbreviations, each on its line of the data from the second on. */
export function abbreviations(all: readonly (readonly [short: string, long: string])[]): Terms {
  const items = all.map(([short, long], index) => ({ term: inlines(short, index + 2), details: [p(long)] }));
  return { type: 'terms', look: lookOf({ look: 'abbreviations' }), items, ...base() };
}
/** A paragraph whose text is from a field of the data. */
export function inData(words: string, line = 1): Paragraph {
  const from = { ...data(line), path: '$.sections[0].blocks[0].text.ka' };
  return { ...p(words), children: [{ ...text(words), from }] };
}
