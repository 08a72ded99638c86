/** The pictures of a document with the words that stand for them. */
import type { Document, Figure, Lang, Said } from '../model/document.ts';
import { blocksOf } from '../model/walk.ts';

/** All figures in reading order. */
export function* figuresOf(document: Document): Generator<Figure> {
  for (const block of blocksOf(document)) if (block.type === 'figure') yield block;
}

interface Described {
  readonly figure: Figure;
  readonly alt: Said;
  /** Of the alternative text. */
  readonly lang: Lang;
}

/** Those with an alternative text. */
export function* describedOf(document: Document): Generator<Described> {
  for (const figure of figuresOf(document)) {
    const { alt } = figure.image;
    if (alt !== null) yield { figure, alt, lang: alt.lang ?? figure.lang ?? document.lang };
  }
}

/** Words without what differs in writing only, for comparing them. */
export function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s]+/gu, ' ')
    .trim();
}
