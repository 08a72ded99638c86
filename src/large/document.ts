/** The tree of a document in large print: what stood side by side stands one under the other, wide tables are records. */
import { languageOf } from '../language/languages.ts';
import { look } from '../model/build.ts';
import type { Aside, Block, Blocks, Document, Inlines, Lang, Paragraph } from '../model/document.ts';
import { madeOf } from '../model/kinds.ts';
import type { Table } from '../model/table.ts';
import { textArea } from '../theme/page-size.ts';
import type { Theme } from '../theme/theme.ts';
import { withChanged } from './blocks.ts';
import { leastColumns, lineColumns } from './fits.ts';
import { asRecords } from './records.ts';

/** Tables of more columns are records. */
const mostColumns = 3;

export function largeDocument(document: Document, theme: Theme): Document {
  const reflowed = (block: Block): Blocks => {
    if (block.type === 'columns') return madeOf(block, document.lang);
    return block.type === 'table' ? [reflowedTable(block, document.lang, theme)] : [block];
  };
  return withCover(withChanged(document, reflowed));
}

/** In the width of the page, where it has room there. */
function reflowedTable(table: Table, lang: Lang, theme: Theme): Table {
  const room = textArea(theme.page).width;
  const least = leastColumns(table, lang, theme).reduce((sum, column) => sum + column, 0);
  if (table.columns.length <= mostColumns && least <= room) return { ...table, wide: false };
  const records = asRecords(table, { words: languageOf(lang).chrome.data, lang });
  return { ...records, columns: wideEnough(records, lang, theme, room) };
}

/** Two columns with the shares that they have, or as near to those as leaves all lines whole, where they may be, else all words. */
function wideEnough(records: Table, lang: Lang, theme: Theme, room: number): Table['columns'] {
  const [first, second] = records.columns;
  if (first === undefined || second === undefined || records.columns.length !== 2) return records.columns;
  const [line = 0, secondLine = 0] = lineColumns(records, lang, theme);
  const least = line + secondLine + 2 * hair <= room ? [line, secondLine] : leastColumns(records, lang, theme);
  const [one = 0, other = 0] = least.map((width) => (width + hair) / room);
  const share = one + other > 1 ? one / (one + other) : Math.min(Math.max(first.share, one), 1 - other);
  return [
    { ...first, share },
    { ...second, share: 1 - share },
  ];
}

/** For sums in floating point. */
const hair = 0.5;

/** It has a cover, even where the document is a sheet, which says that it is large print and how to get other editions. */
function withCover(document: Document): Document {
  const { lang, metadata } = document;
  const { chrome } = languageOf(lang);
  const badged = withBadge(document, chrome.largePrint, 'kind');
  const { cover } = badged;
  // Before facts, which may go on in the next page.
  const facts = cover.after.findIndex(({ type }) => type === 'terms');
  const at = facts < 0 ? cover.after.length : facts;
  const others = paragraph(cover, null, chrome.otherEditions.replace('{author}', metadata.author));
  return { ...badged, cover: { ...cover, look: null, after: cover.after.toSpliced(at, 0, others) } };
}

/** With a few words, in a look, that say which edition it is: under the emblems, over the kind and the title of the document. */
export function withBadge(document: Document, words: string, name: string | null = null): Document {
  const { cover } = document;
  const badge = aside(cover, 'edition', [paragraph(cover, name, words)]);
  const end = cover.before.findLastIndex(({ type }) => type === 'emblems' || type === 'languages') + 1;
  return {
    ...document,
    cover: { ...cover, before: [...cover.before.slice(0, end), badge, ...cover.before.slice(end)] },
  };
}

type Base = Pick<Block, 'at' | 'from'>;

function aside({ at, from }: Base, name: string, blocks: Blocks): Aside {
  return { type: 'aside', at, from, lang: null, look: look(name), label: null, blocks };
}

function paragraph({ at, from }: Base, name: string | null, value: string): Paragraph {
  const children: Inlines = [{ type: 'text', at, from, lang: null, value }];
  return { type: 'paragraph', at, from, lang: null, look: name === null ? null : look(name), children };
}
