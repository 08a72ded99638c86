/** Sides of paper and what stands on them: a page as it was laid out, or several beside each other. Lengths in points. */
import type { PageItems } from 'pdfmake/js/LayoutBuilder.js';
import type { Theme } from '../../../theme/theme.ts';
import type { ShownPanel } from '../../targets.ts';
import { type Attached, attachedTo } from '../page/attached.ts';
import { type Furniture, type PageNumbering, shiftOf } from '../page/furniture.ts';
import type { LaidOut } from '../set/node.ts';
import type { Canvas } from './canvas.ts';
import type { ShownParts } from './shown.ts';

export interface PlacedPage {
  readonly page: PageItems;
  readonly attached: Attached;
  /** Where its left edge stands on the side. */
  readonly x: number;
}

export interface Side {
  readonly width: number;
  readonly height: number;
  readonly furniture: Furniture;
  readonly placed: readonly PlacedPage[];
  /** Paints what is told of the side besides its colours, over all of it. */
  readonly finish?: { paint(canvas: Canvas, shown: ShownParts): void };
  /** Paints what stands outside the side and its bleed, which then ends all else. */
  readonly marks: { readonly bleed: number; paint(canvas: Canvas): void } | null;
  /** From left to right, of a side that is folded. */
  readonly panels?: readonly ShownPanel[];
  /** Whether what stands on it was set on a page that lies, and is turned to the left to stand. */
  readonly turned: boolean;
  /** Whether a draft is not stamped here: its pages, which come onto it, are. */
  readonly unstamped?: boolean;
}

/** Each page on a side of its own. */
export function sidesOf(
  laid: LaidOut,
  furniture: readonly Furniture[],
  theme: Pick<Theme, 'page' | 'colors' | 'looks'>,
  numbering: PageNumbering | null = null,
): Side[] {
  const attached = attachedTo(laid, theme);
  return laid.pages.flatMap((page, index) => {
    const [around, own] = [furniture[index], attached[index]];
    if (around === undefined || own === undefined) return [];
    const { width, height } = page.pageSize;
    const x = numbering === null ? 0 : shiftOf(index, numbering);
    return [{ width, height, furniture: around, placed: [{ page, attached: own, x }], marks: null, turned: false }];
  });
}
