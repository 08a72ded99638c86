/**
 * What each kind of block holds: one entry a kind. All ways over the tree derive from it (`walk.ts`), so that a new kind is
 * seen by every rule as soon as it has its entry, without which it does not compile.
 */
import type { Place } from '../diagnostics.ts';
import type { Block, Blocks, Captioned, Image, Inline, Inlines, Lang, Look, Said } from './document.ts';
import type { Row, Table } from './table.ts';

/** What a block holds, in the order in which it is read. */
export type Held =
  /** Words with marks in them. */
  | { readonly type: 'inlines'; readonly inlines: Inlines }
  | { readonly type: 'blocks'; readonly blocks: Blocks }
  /** Words as a whole; `unpainted` where they are said and never drawn, `mixed` where they quote several languages. */
  | { readonly type: 'words'; readonly words: Said; readonly unpainted?: true; readonly mixed?: true }
  /** A part that is no block: an item, a row, a cell. */
  | { readonly type: 'part'; readonly part: MarkupPart; readonly held: readonly Held[] };

/** The markup element of a part, with what it says of itself. */
export interface MarkupPart {
  readonly element: 'li' | 'row' | 'cell' | 'table' | 'emblem';
  readonly look: Look | null;
  readonly lang: Lang | null;
  readonly at: Place;
}

interface Kind<B extends Block> {
  /** The markup element that it is written as. */
  element(block: B): string;
  held(block: B): readonly Held[];
}

const kinds: { readonly [Type in Block['type']]: Kind<Extract<Block, { readonly type: Type }>> } = {
  section: {
    element: () => 'section',
    held: ({ title, blocks }) => [inlines(title), inner(blocks)],
  },
  paragraph: {
    element: () => 'p',
    held: ({ children }) => [inlines(children)],
  },
  list: {
    element: ({ ordered }) => (ordered ? 'ol' : 'ul'),
    held: ({ items }) => items.map((item) => part('li', item, [inner(item.blocks)])),
  },
  terms: {
    element: () => 'dl',
    held: ({ items }) => items.flatMap(({ term, details }) => [inlines(term), inner(details)]),
  },
  aside: {
    element: () => 'aside',
    held: ({ label, blocks }) => [...(label === null ? [] : [words(label)]), inner(blocks)],
  },
  figure: {
    element: () => 'figure',
    held: (figure) => [
      ...alternative(figure.image),
      ...number(figure),
      inlines(figure.caption),
      inlines(figure.credit),
      inner(figure.description ?? []),
    ],
  },
  table: {
    element: () => 'table',
    held: (table) => [
      ...number(table),
      inlines(table.caption),
      inlines(table.summary),
      ...rows(table),
      inlines(table.source),
    ],
  },
  chart: {
    element: () => 'chart',
    held: (chart) => [
      ...number(chart),
      inlines(chart.caption),
      inlines(chart.summary),
      // Its alternative text quotes the names in its data.
      { type: 'words', words: { value: chart.alt, from: chart.from }, unpainted: true, mixed: true },
      part('table', chart.table, kinds.table.held(chart.table)),
      inlines(chart.source),
    ],
  },
  quote: {
    element: () => 'quote',
    held: ({ blocks, source }) => [inner(blocks), inlines(source)],
  },
  // Its entries quote the titles that they lead to.
  contents: { element: () => 'contents', held: () => [] },
  columns: {
    element: () => 'columns',
    held: ({ columns }) => columns.map(inner),
  },
  emblems: {
    element: () => 'emblems',
    held: ({ items }) =>
      items.map((emblem) =>
        part('emblem', { ...emblem, look: null }, [
          emblem.picture === null ? words(emblem.name) : unpainted(emblem.name),
        ]),
      ),
  },
  languages: {
    element: () => 'languages',
    held: ({ editions, from }) => editions.map(({ name, lang }) => words({ value: name, from, lang })),
  },
};

/** The kinds of blocks that there are. */
export const blockTypes = Object.keys(kinds) as readonly Block['type'][];

export function heldBy(block: Block): readonly Held[] {
  return kindOf(block).held(block);
}

/** The markup element that a block is written as. */
export function elementOf(block: Block): string {
  return kindOf(block).element(block);
}

/** TypeScript does not see that a kind's entry takes the blocks of that kind. */
function kindOf(block: Block): Kind<Block> {
  return kinds[block.type] as unknown as Kind<Block>;
}

/** What an inline holds within. */
export function childrenOf(inline: Inline): Inlines {
  return 'children' in inline ? inline.children : [];
}

function inlines(all: Inlines | null): Held {
  return { type: 'inlines', inlines: all ?? [] };
}

function inner(blocks: Blocks): Held {
  return { type: 'blocks', blocks };
}

function words(value: Said): Held {
  return { type: 'words', words: value };
}

function unpainted(value: Said): Held {
  return { type: 'words', words: value, unpainted: true };
}

function part(element: MarkupPart['element'], node: Omit<MarkupPart, 'element'>, held: readonly Held[]): Held {
  const { look, lang, at } = node;
  return { type: 'part', part: { element, look, lang, at }, held };
}

function alternative({ alt }: Image): readonly Held[] {
  return alt === null ? [] : [unpainted(alt)];
}

function number(block: Captioned): readonly Held[] {
  return block.number === null ? [] : [words({ value: block.number, from: block.from })];
}

function rows({ head, body, foot }: Table): readonly Held[] {
  const cells = (row: Row) => row.cells.map((cell) => part('cell', cell, [inner(cell.blocks)]));
  return [...head, ...body, ...foot].map((row) => part('row', row, cells(row)));
}
