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
  return fits ? { ...table, wide: false } : asRecords(table);
}

/** It has a cover, even where the document is a sheet, which says that it is large print and how to get other editions. */
function withCover(document: Document): Document {
  const { cover, lang, metadata } = document;
  const { chrome } = languageOf(lang);
  const badge = aside(cover, 'edition', [paragraph(cover, 'kind', chrome.largePrint)]);
  const others = paragraph(cover, null, chrome.otherEditions.replace('{author}', metadata.author));
  return {
    ...document,
    cover: { ...cover, look: null, before: withBadge(cover.before, badge), after: [...cover.after, others] },
  };
}

/** Under the emblems, over the kind and the title of the document. */
function withBadge(before: Blocks, badge: Aside): Blocks {
  const end = before.findLastIndex(({ type }) => type === 'emblems' || type === 'languages') + 1;
  return [...before.slice(0, end), badge, ...before.slice(end)];
}

type Base = Pick<Block, 'at' | 'from'>;

function aside({ at, from }: Base, name: string, blocks: Blocks): Aside {
  return { type: 'aside', at, from, lang: null, look: look(name), label: null, blocks };
}

function paragraph({ at, from }: Base, name: string | null, value: string): Paragraph {
  const children: Inlines = [{ type: 'text', at, from, lang: null, value }];
  return { type: 'paragraph', at, from, lang: null, look: name === null ? null : look(name), children };
}
