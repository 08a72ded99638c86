/** What a page paints, in the order in which it does, in the page's coordinates. */
import type { Point } from '../../../matrix.ts';
import type { Colour, KeptInks } from './colour.ts';
import type { FontFacts } from './fonts.ts';
import type { Evaluate } from './functions.ts';
import type { Box, Matrix } from './geometry.ts';
import type { PdfImage } from './images.ts';
import type { PaintPath } from './path.ts';

/** Paths that all have to let paint through; the innermost first. */
export interface Clip {
  readonly path: PaintPath;
  readonly within: Clip | null;
  /** How many there are, this one included. */
  readonly depth: number;
}

/** What of a paint is to be seen, place by place (11.5): where its group is light, or where it is at all. */
export interface SoftMask {
  readonly kind: 'Luminosity' | 'Alpha';
  readonly paints: readonly Paint[];
  /** How light it is where the group paints nothing, from 0 to 1. */
  readonly backdrop: number;
  readonly transfer: Evaluate | null;
  /** In what the group's colours are blended; null where it does not say. */
  readonly blends: 'inks' | 'light' | null;
  readonly isKnockout: boolean;
}

/** Paints that come onto the page as one (11.4.5), with an opacity and a blending of their own. */
export interface PaintGroup {
  readonly opacity: number;
  readonly mask: SoftMask | null;
  readonly blend: string;
  /** Whether it begins from nothing: else what lies under it is seen by the blending within. */
  readonly isIsolated: boolean;
  /** Whether each paint in it replaces those before it in the group, whatever its opacity and blending (11.4.6). */
  readonly isKnockout: boolean;
  /** In what its colours are blended; null for as around it. */
  readonly blends: 'inks' | 'light' | null;
  readonly within: PaintGroup | null;
}

interface Painted {
  /** What can be seen of it: cut to the box of its clip. */
  readonly box: Box;
  readonly clip: Clip | null;
  /** Which inks under it it leaves; OP, op and OPM and the colour's space decide (8.6.7). */
  readonly keeps: KeptInks;
  /** Whether it was told to, and DeviceCMYK in overprint mode 0 replaces the inks all the same. */
  readonly isOverprintLost: boolean;
  /** From 0 to 1, within its group. */
  readonly opacity: number;
  readonly mask: SoftMask | null;
  /** As the file names it, `Normal` at rest. */
  readonly blend: string;
  readonly group: PaintGroup | null;
}

export interface Area extends Painted {
  readonly type: 'area';
  readonly path: PaintPath;
  readonly colour: Colour;
}

export interface Stroke extends Painted {
  readonly type: 'stroke';
  readonly path: PaintPath;
  readonly colour: Colour;
  /** In points as printed, where it is thinnest; and the greatest width of its pen, which may be wider one way than the other. */
  readonly width: number;
  readonly widest: number;
  readonly dash: readonly number[];
}

export interface PaintedText extends Painted {
  readonly type: 'text';
  readonly text: string;
  /** In points as printed. */
  readonly size: number;
  readonly colour: Colour;
  readonly font: FontFacts;
  /** The corners of the glyphs' line, from the lower left in the direction of writing. */
  readonly corners: readonly Point[];
  /** The text rendering mode (9.3.6): 1 is an outline only, 3 is not to be seen. */
  readonly mode: number;
  /** How wide the pen is that draws around its glyphs, in points as printed; null where they are filled. */
  readonly line: number | null;
}

export interface PaintedPicture extends Painted {
  readonly type: 'picture';
  readonly image: PdfImage;
  /** From the unit square to the page. */
  readonly matrix: Matrix;
  /** Of a stencil (ImageMask), what it is painted in. */
  readonly colour: Colour | null;
}

export type Paint = Area | Stroke | PaintedText | PaintedPicture;

/** With that of the groups around it. */
export function wholeOpacity({ opacity, group }: Paint): number {
  let whole = opacity;
  for (let each = group; each !== null; each = each.within) whole *= each.opacity;
  return whole;
}

/** Its own, or that of the innermost group that is not just laid over. */
export function wholeBlend({ blend, group }: Paint): string {
  let whole = blend;
  for (let each = group; each !== null && whole === 'Normal'; each = each.within) whole = each.blend;
  return whole;
}

export const isSeen = (paint: Paint): boolean => paint.type !== 'text' || (paint.mode !== 3 && paint.mode !== 7);

/** Whether it is the outline of words that are filled as well, which are a paint of their own before it. */
export const isOutlineToo = ({ line, mode }: PaintedText): boolean => line !== null && mode % 4 === 2;
