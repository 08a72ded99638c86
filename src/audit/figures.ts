/** The pictures of a document with the words that stand for them. */
import type { Document, Figure, Said } from '../model/document.ts';
import { blocksOf } from '../model/walk.ts';

/** All figures in reading order. */
export function* figuresOf(document: Document): Generator<Figure> {
  for (const block of blocksOf(document)) if (block.type === 'figure') yield block;
}

/** Those with an alternative text. */
export function* describedOf(document: Document): Generator<{ readonly figure: Figure; readonly alt: Said }> {
  for (const figure of figuresOf(document)) {
    const { alt } = figure.image;
    if (alt !== null) yield { figure, alt };
  }
}

/** Words without what differs in writing only, for comparing them. */
export function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s]+/gu, ' ')
    .trim();
}
