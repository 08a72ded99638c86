/** Every piece of text of a document, in reading order, with its place and its language. */

import type { Place } from '../diagnostics.ts';
import type { Blocks, Document, Inlines, Lang, Said } from '../model/document.ts';
import { childrenOf, type Held, heldBy } from '../model/kinds.ts';
import { shown } from '../model/nodes.ts';
import { onceEach } from '../once.ts';
import { type AskedScript, scriptsIn } from './letters.ts';

export interface AuditedText extends FoundText {
  /** Whose letters it has. */
  readonly scripts: ReadonlySet<AskedScript>;
}

interface FoundText {
  readonly value: string;
  readonly from: Place;
  readonly lang: Lang;
  /** Said or kept with the file, never painted: no font is asked for it. */
  readonly unpainted?: true;
  /** Says, or may say, words of several languages: its marks were taken off, or it quotes other texts. */
  readonly mixed?: true;
}

/** What a template writes is its own; its author is no reader of findings on words. */
export function isOfData({ file }: Place): boolean {
  return !file.endsWith('.hbs');
}

/** Shown text, words in attributes, and of the metadata what is said nowhere else. Collected once: every rule asks. */
export const textsOf = onceEach((document: Document): readonly AuditedText[] =>
  [...textsIn(document)].map((piece) => ({ ...piece, scripts: scriptsIn(piece.value) })),
);

function* textsIn(document: Document): Generator<FoundText> {
  const covered = new Set<string>();
  for (const piece of shownIn(document)) {
    covered.add(piece.value);
    yield piece;
  }
  const { title, description, author, keywords, mixed } = document.metadata;
  // Title and author stand in the heads and feet of pages.
  const painted: ReadonlySet<string> = new Set([title, author]);
  for (const value of new Set([title, description, author, ...keywords])) {
    if (covered.has(value)) continue;
    const from = document.metadata.places.get(value) ?? document.from;
    const only = {
      ...(painted.has(value) ? {} : { unpainted: true as const }),
      ...(mixed?.has(value) === true ? { mixed: true as const } : {}),
    };
    yield { value, from, lang: document.lang, ...only };
  }
}

function* shownIn({ cover, body, imprint, lang }: Document): Generator<FoundText> {
  const within = cover.lang ?? lang;
  yield* inBlocks(cover.before, within);
  yield* inInlines(cover.title.children, cover.title.lang ?? within);
  yield* inBlocks(cover.after, within);
  yield* inBlocks(body, lang);
  if (imprint !== null) yield* inBlocks(imprint.blocks, imprint.lang ?? lang);
}

function* inBlocks(blocks: Blocks, lang: Lang): Generator<FoundText> {
  for (const block of blocks) yield* inHeld(heldBy(block), block.lang ?? lang);
}

function* inHeld(all: readonly Held[], lang: Lang): Generator<FoundText> {
  for (const held of all) {
    if (held.type === 'inlines') yield* inInlines(held.inlines, lang);
    else if (held.type === 'blocks') yield* inBlocks(held.blocks, lang);
    else if (held.type === 'part') yield* inHeld(held.held, held.part.lang ?? lang);
    else if (held.type === 'words') {
      const { words, unpainted, mixed } = held;
      for (const piece of inWords(words, lang))
        yield { ...piece, ...(unpainted && { unpainted }), ...(mixed && { mixed }) };
    }
  }
}

function* inInlines(inlines: Inlines, lang: Lang): Generator<FoundText> {
  for (const node of inlines) {
    const own = node.lang ?? lang;
    if (node.type === 'text') yield { value: node.value, from: node.from, lang: own };
    // What a reference quotes is told where it stands.
    else if (node.type !== 'link' || !node.quotes) yield* inInlines(childrenOf(node), own);
    if (node.type === 'abbreviation' && !node.quotes)
      for (const piece of inWords(node.expansion, own)) yield { ...piece, unpainted: true };
  }
}

function* inWords(words: Said, lang: Lang): Generator<FoundText> {
  yield* inInlines(shown(words), words.lang ?? lang);
}

/** The words around an offset, for messages: `…გამოწვევებს 🙂 და…`. */
export function excerpt(text: string, offset: number, length: number): string {
  const reach = 18;
  const start = Math.max(0, offset - reach);
  const end = Math.min(text.length, offset + length + reach);
  const part = text.slice(start, end).replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');
  return `${start > 0 ? '…' : ''}${part}${end < text.length ? '…' : ''}`;
}
