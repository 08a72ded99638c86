/** Sides of paper and what stands on them: a page as it was laid out, or several beside each other. Lengths in points. */
import type { PageItems } from 'pdfmake/js/LayoutBuilder.js';
import type { Canvas } from './canvas.ts';
import type { Furniture } from './furniture.ts';
import type { Art } from './ornament.ts';

export interface Placed {
  readonly page: PageItems;
  readonly furniture: Furniture;
  /** Where its left edge stands on the side. */
  readonly x: number;
}

export interface Side {
  readonly width: number;
  readonly height: number;
  /** What lies under all of it. */
  readonly art: readonly Art[];
  readonly placed: readonly Placed[];
  /** Paints what stands outside the side. */
  readonly marks: ((canvas: Canvas) => void) | null;
}

/** Each page on a side of its own. */
export function sidesOf(pages: readonly PageItems[], furniture: readonly Furniture[]): Side[] {
  return pages.flatMap((page, index) => {
    const around = furniture[index];
    if (around === undefined) return [];
    const { width, height } = page.pageSize;
    return [{ width, height, art: [], placed: [{ page, furniture: around, x: 0 }], marks: null }];
  });
}
