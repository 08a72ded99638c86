/** Every piece of text of a document, in reading order, with its place and its language. */
import type { Place } from '../diagnostics.ts';
import type { Block, Blocks, Chart, Document, Image, Inlines, Lang, Said, Table } from '../model/document.ts';
import { shown } from '../model/walk.ts';

export interface Piece {
  readonly value: string;
  readonly from: Place;
  readonly lang: Lang;
  /** Said or kept with the file, never painted: no font is asked for it. */
  readonly unpainted?: true;
  /** Says, or may say, words of several languages: its marks were taken off, or it quotes other texts. */
  readonly mixed?: true;
}

/** Shown text, words in attributes, and of the metadata what is said nowhere else. */
export function* textsOf(document: Document): Generator<Piece> {
  const said = new Set<string>();
  for (const piece of shownIn(document)) {
    said.add(piece.value);
    yield piece;
  }
  const { title, description, author, keywords, mixed } = document.metadata;
  // Title and author stand in the heads and feet of pages.
  const painted: ReadonlySet<string> = new Set([title, author]);
  for (const value of new Set([title, description, author, ...keywords])) {
    if (said.has(value)) continue;
    const from = document.metadata.places.get(value) ?? document.from;
    const only = {
      ...(painted.has(value) ? {} : { unpainted: true as const }),
      ...(mixed?.has(value) === true ? { mixed: true as const } : {}),
    };
    yield { value, from, lang: document.lang, ...only };
  }
}

function* shownIn({ cover, body, imprint, lang }: Document): Generator<Piece> {
  const within = cover.lang ?? lang;
  yield* inBlocks(cover.before, within);
  yield* inInlines(cover.title.children, cover.title.lang ?? within);
  yield* inBlocks(cover.after, within);
  yield* inBlocks(body, lang);
  if (imprint !== null) yield* inBlocks(imprint.blocks, imprint.lang ?? lang);
}

function* inBlocks(blocks: Blocks, lang: Lang): Generator<Piece> {
  for (const block of blocks) yield* inBlock(block, block.lang ?? lang);
}

function* inBlock(block: Block, lang: Lang): Generator<Piece> {
  switch (block.type) {
    case 'section':
      yield* inInlines(block.title, lang);
      yield* inBlocks(block.blocks, lang);
      break;
    case 'paragraph':
      yield* inInlines(block.children, lang);
      break;
    case 'list':
      for (const item of block.items) yield* inBlocks(item.blocks, item.lang ?? lang);
      break;
    case 'aside':
      if (block.label !== null) yield* inWords(block.label, lang);
      yield* inBlocks(block.blocks, lang);
      break;
    case 'figure':
      yield* inImage(block.image, lang);
      yield* inInlines(block.caption ?? [], lang);
      yield* inInlines(block.credit ?? [], lang);
      if (block.number !== null) yield { value: block.number, from: block.from, lang };
      yield* inBlocks(block.description ?? [], lang);
      break;
    case 'table':
      yield* inTable(block, lang);
      break;
    case 'chart':
      yield { value: block.alt, from: block.from, lang, unpainted: true, mixed: true };
      yield* inTable(block.table, lang);
      yield* inCaptioned(block, lang);
      break;
    case 'quote':
      yield* inBlocks(block.blocks, lang);
      yield* inInlines(block.source ?? [], lang);
      break;
    case 'terms':
      for (const { term, details } of block.items) {
        yield* inInlines(term, lang);
        yield* inBlocks(details, lang);
      }
      break;
    case 'columns':
      for (const column of block.columns) yield* inBlocks(column, lang);
      break;
    case 'contents':
      break;
    case 'emblems':
      for (const emblem of block.items) {
        const names = inWords(emblem.name, emblem.lang ?? lang);
        yield* emblem.picture === null ? names : unpainted(names);
      }
      break;
    case 'languages':
      for (const { name, lang: own } of block.editions) yield { value: name, from: block.from, lang: own };
      break;
    default:
      block satisfies never;
  }
}

function* inTable(table: Table, lang: Lang): Generator<Piece> {
  yield* inCaptioned(table, lang);
  for (const row of [...table.head, ...table.body, ...table.foot]) {
    for (const cell of row.cells) yield* inBlocks(cell.blocks, cell.lang ?? row.lang ?? lang);
  }
}

function* inCaptioned({ number, caption, summary, source, from }: Table | Chart, lang: Lang): Generator<Piece> {
  if (number !== null) yield { value: number, from, lang };
  yield* inInlines([...(caption ?? []), ...(summary ?? []), ...(source ?? [])], lang);
}

function* inImage({ alt }: Image, lang: Lang): Generator<Piece> {
  if (alt !== null) yield* unpainted(inWords(alt, lang));
}

function* inInlines(inlines: Inlines, lang: Lang): Generator<Piece> {
  for (const node of inlines) {
    const own = node.lang ?? lang;
    if (node.type === 'text') yield { value: node.value, from: node.from, lang: own };
    // What a reference quotes is told where it stands.
    else if (node.type !== 'lineBreak' && !(node.type === 'link' && node.quotes)) yield* inInlines(node.children, own);
    if (node.type === 'abbreviation' && !node.quotes) yield* unpainted(inWords(node.expansion, own));
  }
}

function* inWords(said: Said, lang: Lang): Generator<Piece> {
  yield* inInlines(shown(said), said.lang ?? lang);
}

function* unpainted(pieces: Iterable<Piece>): Generator<Piece> {
  for (const piece of pieces) yield { ...piece, unpainted: true };
}

/** Whether a language is Georgian, in whatever region or script tag. */
export function isGeorgian(lang: Lang): boolean {
  return lang === 'ka' || lang.startsWith('ka-');
}

/** The words around an offset, for messages: `…გამოწვევებს 🙂 და…`. */
export function excerpt(text: string, offset: number, length: number): string {
  const reach = 18;
  const start = Math.max(0, offset - reach);
  const end = Math.min(text.length, offset + length + reach);
  const part = text.slice(start, end).replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');
  return `${start > 0 ? '…' : ''}${part}${end < text.length ? '…' : ''}`;
}
