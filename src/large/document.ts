/** The tree of a document in large print: what stood side by side stands one under the other, wide tables are records. */
import { languageOf } from '../language/languages.ts';
import { look } from '../model/build.ts';
import type { Aside, Block, Blocks, Document, Inlines, Lang, Paragraph } from '../model/document.ts';
import type { Table } from '../model/table.ts';
import type { Theme } from '../theme/theme.ts';
import { withChanged } from './blocks.ts';
import { leastTable } from './fits.ts';
import { asRecords } from './records.ts';

/** Tables of more columns are records. */
const mostColumns = 3;

export function largeDocument(document: Document, theme: Theme): Document {
  const reflowed = (block: Block): Blocks => {
    if (block.type === 'columns') return withLanguage(block.columns.flat(), block.lang);
    return block.type === 'table' ? [reflowedTable(block, document.lang, theme)] : [block];
  };
  return withCover(withChanged(document, reflowed));
}

function withLanguage(blocks: Blocks, lang: Lang | null): Blocks {
  return lang === null ? blocks : blocks.map((block) => ({ ...block, lang: block.lang ?? lang }));
}

/** In the width of the page, where it has room there. */
function reflowedTable(table: Table, lang: Lang, theme: Theme): Table {
  const { width, left, right } = theme.page;
  const fits = table.columns.length <= mostColumns && leastTable(table, lang, theme) <= width - left - right;
  return fits ? { ...table, wide: false } : asRecords(table, { words: languageOf(lang).chrome.data, lang });
}

/** It has a cover, even where the document is a sheet, which says that it is large print and how to get other editions. */
function withCover(document: Document): Document {
  const { lang, metadata } = document;
  const { chrome } = languageOf(lang);
  const badged = withBadge(document, chrome.largePrint, 'kind');
  const { cover } = badged;
  const others = paragraph(cover, null, chrome.otherEditions.replace('{author}', metadata.author));
  return { ...badged, cover: { ...cover, look: null, after: [...cover.after, others] } };
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
