/** Documents by hand, for tests of writers and readers: the least that the model asks, with places that mean nothing. */
import type { Place } from '../src/diagnostics.ts';
import { href, id, lang, look, words } from '../src/model/build.ts';
import type {
  Block,
  Blocks,
  Chart,
  Columns,
  Contents,
  Document,
  Figure,
  Inline,
  Inlines,
  Lang,
  List,
  ListItem,
  Paragraph,
  Quote,
  Section,
  Sourced,
  Terms,
  Words,
} from '../src/model/document.ts';
import type { Picture } from '../src/model/picture.ts';
import type { Cell, Row, Table } from '../src/model/table.ts';

export const at: Place = { file: 'test.hbs', line: 1, column: 1 };
const base = { at, from: at, lang: null };

function made<T>(value: T | null, what: string): T {
  if (value === null) throw new Error(`not ${what}`);
  return value;
}
export const from = <T>(value: T): Sourced<T> => ({ value, from: at });
export const w = (text: string): Words => made(words(text), `words: ${text}`);
export const l = (tag: string): Lang => made(lang(tag), `a language: ${tag}`);

export const text = (value: string): Inline => ({ ...base, type: 'text', value, from: at });
const inlines = (content: string | Inlines): Inlines => (typeof content === 'string' ? [text(content)] : content);
export const strong = (content: string | Inlines): Inline => ({ ...base, type: 'strong', children: inlines(content) });
export const emphasis = (content: string | Inlines): Inline => ({
  ...base,
  type: 'emphasis',
  children: inlines(content),
});
export const span = (tag: string, content: string | Inlines): Inline => ({
  at,
  from: at,
  lang: l(tag),
  type: 'span',
  children: inlines(content),
});
export const lineBreak = (): Inline => ({ ...base, type: 'lineBreak' });
export const link = (address: string, content: string | Inlines): Inline => ({
  ...base,
  type: 'link',
  target: address.startsWith('#')
    ? { type: 'place', id: from(made(id(address.slice(1)), 'an id')) }
    : { type: 'web', href: from(made(href(address), 'an address')) },
  children: inlines(content),
});

export const lookOf = (name: string | null) => (name === null ? null : made(look(name), 'a look'));

export const p = (content: string | Inlines, name: string | null = null): Paragraph => ({
  ...base,
  type: 'paragraph',
  look: lookOf(name),
  children: inlines(content),
});
export const li = (content: string | Blocks, name: string | null = null): ListItem => ({
  ...base,
  look: lookOf(name),
  share: null,
  blocks: typeof content === 'string' ? [p(content)] : content,
});
const list = (ordered: boolean, items: readonly (string | ListItem)[], name: string | null): List => ({
  ...base,
  type: 'list',
  ordered,
  look: lookOf(name),
  items: items.map((item) => (typeof item === 'string' ? li(item) : item)),
});
export const ul = (items: readonly (string | ListItem)[], name: string | null = null): List => list(false, items, name);
export const ol = (items: readonly (string | ListItem)[], name: string | null = null): List => list(true, items, name);
export const aside = (blocks: Blocks, name = 'panel', label: string | null = null): Block => ({
  ...base,
  type: 'aside',
  look: lookOf(name),
  label: label === null ? null : from(w(label)),
  blocks,
});
export const figure = (picture: Picture, alt: string | null, caption: string | null = null): Figure => ({
  ...base,
  type: 'figure',
  look: null,
  image: { picture: from(picture), alt: alt === null ? null : from(w(alt)) },
  placing: null,
  caption: caption === null ? null : [text(caption)],
  credit: null,
  id: null,
  number: null,
  description: null,
});
export const section = (name: string, title: string | Inlines, blocks: Blocks): Section => ({
  ...base,
  type: 'section',
  id: from(made(id(name), 'an id')),
  look: null,
  number: null,
  title: inlines(title),
  blocks,
});

let notes = 0;
/** A footnote; numbered as they are made, from `restart` on. */
export const note = (content: string | Inlines): Inline => ({
  ...base,
  type: 'note',
  number: ++notes,
  children: inlines(content),
});
export const restart = (): void => {
  notes = 0;
};
export const abbreviation = (short: string, expansion: string): Inline => ({
  ...base,
  type: 'abbreviation',
  expansion: from(w(expansion)),
  children: [text(short)],
});
export const quote = (blocks: Blocks, source: string | null = null): Quote => ({
  ...base,
  type: 'quote',
  blocks,
  source: source === null ? null : [text(source)],
});
export const terms = (items: readonly (readonly [string, string])[], name: string | null = null): Terms => ({
  ...base,
  type: 'terms',
  look: lookOf(name),
  items: items.map(([term, details]) => ({ term: [text(term)], details: [p(details)] })),
});
export const columns = (...parts: readonly Blocks[]): Columns => ({
  ...base,
  type: 'columns',
  look: null,
  columns: parts,
});
export const contents = (
  of: Contents['of'],
  entries: readonly (readonly [level: number, name: string, number: string | null, title: string | Inlines])[],
): Contents => ({
  ...base,
  type: 'contents',
  of,
  entries: entries.map(([level, name, number, title]) => ({
    level,
    id: made(id(name), 'an id'),
    number: number === null ? null : w(number),
    title: inlines(title),
  })),
});

/** A cell: `# text` heads its column or row. */
const cell = (content: string, scope: 'column' | 'row'): Cell => {
  const head = content.startsWith('# ');
  const words = head ? content.slice(2) : content;
  return {
    ...base,
    scope: head ? scope : null,
    columnSpan: 1,
    rowSpan: 1,
    look: null,
    blocks: words === '' ? [] : [p(words)],
  };
};
const row = (cells: readonly (string | Cell)[], scope: 'column' | 'row', name: string | null = null): Row => ({
  ...base,
  look: lookOf(name),
  cells: cells.map((content) => (typeof content === 'string' ? cell(content, scope) : content)),
});
export const headRow = (...cells: readonly (string | Cell)[]): Row => row(cells, 'column');
export const bodyRow = (...cells: readonly (string | Cell)[]): Row => row(cells, 'row');
export const lookedRow = (name: string, ...cells: readonly (string | Cell)[]): Row => row(cells, 'row', name);
export const spanning = (
  content: string,
  spans: Partial<Pick<Cell, 'columnSpan' | 'rowSpan' | 'scope' | 'look'>>,
): Cell => ({
  ...cell(content, 'row'),
  ...spans,
});
export const table = (head: readonly Row[], body: readonly Row[], rest: Partial<Table> = {}): Table => {
  const width = head[0]?.cells.reduce((sum, { columnSpan }) => sum + columnSpan, 0) ?? 1;
  return {
    ...base,
    type: 'table',
    id: null,
    look: null,
    number: null,
    caption: [text('A table')],
    summary: null,
    source: null,
    columns: Array.from({ length: width }, (_, i) => ({ align: i === 0 ? 'start' : 'end', share: 1 / width })),
    head,
    body,
    foot: [],
    wide: false,
    ...rest,
  };
};

/** A bar chart of one series, with its table. */
export const chart = (points: Readonly<Record<string, number>>, rest: Partial<Chart> = {}): Chart => ({
  ...base,
  type: 'chart',
  kind: 'bar',
  id: null,
  look: null,
  number: null,
  caption: [text('A chart')],
  summary: null,
  source: null,
  alt: w('Bars'),
  data: {
    categories: Object.keys(points).map(w),
    series: [
      {
        name: w('All'),
        points: Object.values(points).map((value) => ({ type: 'number', value, text: w(`${value}`) })),
      },
    ],
    today: null,
  },
  table: table(
    [headRow('# Of', '# All')],
    Object.entries(points).map(([name, value]) => bodyRow(`# ${name}`, `${value}`)),
    { caption: null },
  ),
  showTable: true,
  ...rest,
});

/** A small SVG picture that every writer can draw. */
export const square: Picture = {
  file: 'square.svg',
  format: 'svg',
  width: 40,
  height: 20,
  bytes: new TextEncoder().encode(
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20"><path d="M0 0H40V20H0Z" fill="#1F5CB5"/></svg>',
  ),
};

export interface Parts {
  readonly lang?: string;
  readonly title?: string;
  readonly before?: Blocks;
  readonly after?: Blocks;
  readonly body?: readonly Section[];
  readonly imprint?: Blocks | null;
}

export function document(parts: Parts = {}): Document {
  const title = parts.title ?? 'Support to secure borders';
  const imprint = parts.imprint ?? null;
  return {
    at,
    from: at,
    kind: 'brochure',
    lang: l(parts.lang ?? 'en'),
    metadata: {
      title: w(title),
      description: w('A test'),
      author: w('IOM'),
      keywords: [w('migration')],
      date: '2026-11-22',
      places: new Map(),
    },
    editions: [
      { lang: l('ka'), name: w('ქართული') },
      { lang: l('en'), name: w('English') },
    ],
    cover: {
      ...base,
      look: null,
      before: parts.before ?? [],
      title: { ...base, children: [text(title)] },
      after: parts.after ?? [],
    },
    body: parts.body ?? [section('one', 'One', [p('First paragraph.')])],
    imprint: imprint === null ? null : { ...base, blocks: imprint },
  };
}
