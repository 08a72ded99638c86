/** What several cells say, as the blocks of one: words in one paragraph, each in its language; what is no paragraph as it is. */
import type { Blocks, Inline, Inlines, Lang, Paragraph } from '../model/document.ts';
import { paragraph, text } from '../model/nodes.ts';
import type { Cell } from '../model/table.ts';
import { plain } from '../model/walk.ts';
import { withoutNotes } from './blocks.ts';

type Base = Pick<Cell, 'at' | 'from'>;

/** Blocks that keep their language wherever they stand. */
export function inLanguage(blocks: Blocks, lang: Lang | null): Blocks {
  return lang === null ? blocks : blocks.map((block) => (block.lang === null ? { ...block, lang } : block));
}

export function together(parts: readonly Blocks[], base: Base): Blocks {
  const full = parts.map((blocks) => blocks.filter(saysSomething)).filter((blocks) => blocks.length > 0);
  const [only] = full;
  if (full.length < 2) return only ?? [];
  const all = full.flat();
  return all.every(isParagraph) ? [paragraph(base, joined(all.map(wordsOf), base))] : all;
}

/** Words that are said once more: without the notes in them, each of which is called once. */
export function again(blocks: Blocks): Blocks {
  return blocks.filter(isParagraph).map((block) => ({ ...block, children: withoutNotes(block.children) }));
}

/** Each text once. */
export function unique(all: readonly Blocks[]): readonly Blocks[] {
  const seen = new Set<string>();
  return all.filter((blocks) => {
    const words = blocks.every(isParagraph) ? blocks.map(({ children }) => plain(children)).join(' ') : null;
    if (words === null) return true;
    if (words === '' || seen.has(words)) return false;
    seen.add(words);
    return true;
  });
}

function isParagraph(block: Blocks[number]): block is Paragraph {
  return block.type === 'paragraph';
}

const saysSomething = (block: Blocks[number]): boolean => !isParagraph(block) || block.children.length > 0;

function wordsOf({ at, from, lang, children }: Paragraph): Inlines {
  return lang === null ? children : [{ type: 'span', at, from, lang, children }];
}

function joined(parts: readonly Inlines[], base: Base): Inlines {
  const comma: Inline = text(', ', base);
  return parts.flatMap((words, index) => (index === 0 ? words : [comma, ...words]));
}
