/**
 * What each kind of block holds: one entry a kind. All ways over the tree derive from it (`walk.ts`), so that a new kind is
 * seen by every rule as soon as it has its entry, without which it does not compile.
 */
import type { Place } from '../diagnostics.ts';
import type {
  Block,
  Blocks,
  Captioned,
  Composed,
  Edition,
  Emblem,
  Image,
  Inline,
  Inlines,
  Lang,
  Languages,
  Look,
  Said,
  Sourced,
} from './document.ts';
import { paragraph, shown, text } from './nodes.ts';
import type { Picture } from './picture.ts';
import type { Row, Table } from './table.ts';

/** What a block holds, in the order in which it is read. */
export type Held =
  /** Words with marks in them. */
  | { readonly type: 'inlines'; readonly inlines: Inlines }
  | { readonly type: 'blocks'; readonly blocks: Blocks }
  | { readonly type: 'picture'; readonly picture: Sourced<Picture> }
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
  /** The same block with each list of blocks in it changed. Of one that holds none, itself. */
  changed?(block: B, change: (blocks: Blocks) => Blocks): B;
}

interface ComposedKind<B extends Composed> extends Kind<B> {
  /**
   * Other blocks that say the same one after the other, for formats that are lines alone and for what a finished file has to say.
   * `lang` is the document's language.
   */
  madeOf(block: B, lang: Lang): Blocks;
}

type KindOf<B extends Block> = B extends Composed ? ComposedKind<B> : Kind<B>;

const kinds: { readonly [Type in Block['type']]: KindOf<Extract<Block, { readonly type: Type }>> } = {
  section: {
    element: () => 'section',
    held: ({ title, blocks }) => [inlines(title), inner(blocks)],
    changed: (section, change) => ({ ...section, blocks: change(section.blocks) }),
  },
  paragraph: {
    element: () => 'p',
    held: ({ children }) => [inlines(children)],
  },
  list: {
    element: ({ ordered }) => (ordered ? 'ol' : 'ul'),
    held: ({ items }) => items.map((item) => part('li', item, [inner(item.blocks)])),
    changed: (list, change) => ({
      ...list,
      items: list.items.map((item) => ({ ...item, blocks: change(item.blocks) })),
    }),
  },
  terms: {
    element: () => 'dl',
    held: ({ items }) => items.flatMap(({ term, details }) => [inlines(term), inner(details)]),
    changed: (terms, change) => ({
      ...terms,
      items: terms.items.map((item) => ({ ...item, details: change(item.details) })),
    }),
  },
  aside: {
    element: () => 'aside',
    held: ({ label, blocks }) => [...(label === null ? [] : [words(label)]), inner(blocks)],
    changed: (aside, change) => ({ ...aside, blocks: change(aside.blocks) }),
  },
  figure: {
    element: () => 'figure',
    held: (figure) => [
      { type: 'picture', picture: figure.image.picture },
      ...alternative(figure.image),
      ...number(figure),
      inlines(figure.caption),
      inlines(figure.credit),
      inner(figure.description ?? []),
    ],
    changed: (figure, change) => ({ ...figure, description: figure.description && change(figure.description) }),
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
    changed: tableChanged,
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
    changed: (chart, change) => ({ ...chart, table: tableChanged(chart.table, change) }),
  },
  quote: {
    element: () => 'quote',
    held: ({ blocks, source }) => [inner(blocks), inlines(source)],
    changed: (quote, change) => ({ ...quote, blocks: change(quote.blocks) }),
  },
  // Its entries quote the titles that they lead to.
  contents: { element: () => 'contents', held: () => [] },
  columns: {
    element: () => 'columns',
    held: ({ columns }) => columns.map(inner),
    changed: (columns, change) => ({ ...columns, columns: columns.columns.map(change) }),
    madeOf: ({ columns }) => columns.flat(),
  },
  emblems: {
    element: () => 'emblems',
    held: ({ items }) => items.map((emblem) => part('emblem', { ...emblem, look: null }, emblemHeld(emblem))),
    madeOf: ({ items }) => items.map(emblemBlock),
  },
  languages: {
    element: () => 'languages',
    held: ({ editions, from }) => editions.map(({ name, lang }) => words({ value: name, from, lang })),
    madeOf: (languages, lang) => [
      paragraph(
        languages,
        languages.editions.flatMap((edition, index) => [
          ...(index === 0 ? [] : [text(' | ', languages)]),
          editionName(edition, languages, lang),
        ]),
      ),
    ],
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

/** What is counted under a caption. Asked for by name: a kind to come may call a field of its own `number` or `caption`. */
const captioned = ['figure', 'table', 'chart'] as const satisfies readonly Extract<Block, Captioned>['type'][];

export type CaptionedBlock = Extract<Block, { readonly type: (typeof captioned)[number] }>;

export function isCaptioned(block: Block): block is CaptionedBlock {
  return captioned.some((type) => type === block.type);
}

export function isComposed(block: Block): block is Composed {
  return 'madeOf' in kindOf(block);
}

/** Other blocks that say what it says, in its language. `lang` is the document's. */
export function madeOf(block: Composed, lang: Lang): Blocks {
  const { madeOf } = kindOf(block) as unknown as ComposedKind<Composed>;
  const blocks = madeOf(block, lang);
  return block.lang === null ? blocks : blocks.map((made) => ({ ...made, lang: made.lang ?? block.lang }));
}

/** The same block with each list of blocks in it changed. */
export function withBlocks<B extends Block>(block: B, change: (blocks: Blocks) => Blocks): B {
  return (kindOf(block).changed?.(block, change) ?? block) as B;
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

function tableChanged(table: Table, change: (blocks: Blocks) => Blocks): Table {
  const within = (all: readonly Row[]): readonly Row[] =>
    all.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, blocks: change(cell.blocks) })) }));
  return { ...table, head: within(table.head), body: within(table.body), foot: within(table.foot) };
}

function emblemHeld({ name, picture }: Emblem): readonly Held[] {
  return picture === null ? [words(name)] : [{ type: 'picture', picture }, unpainted(name)];
}

/** The owner's name, or a picture that says it. */
function emblemBlock({ name, picture, ...base }: Emblem): Block {
  if (picture === null) return { type: 'paragraph', ...base, look: null, children: shown(name) };
  const image = { picture, alt: name };
  const captioned = { id: null, look: null, number: null, caption: null };
  return { type: 'figure', ...base, ...captioned, image, placing: null, credit: null, description: null };
}

/** A language by its own name, a link but for the document's own. */
function editionName({ lang, name }: Edition, node: Languages, own: Lang): Inline {
  const named = text(name, node, lang);
  if (lang === own) return named;
  const { at, from } = node;
  const target = { type: 'edition', edition: { value: lang, from } } as const;
  return { type: 'link', at, from, lang, target, children: [named] };
}
