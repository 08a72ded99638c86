/** What the parts of the lowering know of each other. */
import type { Budget } from './budget.ts';
import type { Sense } from './color.ts';
import type { Viewport } from './outline.ts';
import type { Plain, SvgPaint } from './plain.ts';
import type { References } from './reference.ts';
import type { SvgStyle, SvgStyles } from './style.ts';
import type { SvgElement } from './xml.ts';

/** Where an element is painted: by where it stands, or by what repeats it. */
export interface PaintPosition {
  readonly viewport: Viewport;
  readonly sense: Sense;
  /** Blended groups around it. */
  readonly layers: number;
  /** Elements around it, those that repeat it included. */
  readonly depth: number;
  /** Referred elements that are being painted, each within the one before. */
  readonly trail: readonly SvgElement[];
  /** What `context-fill` and `context-stroke` are, within a marker. */
  readonly context: { readonly fill: SvgPaint | null; readonly stroke: SvgPaint | null } | null;
}

/** A picture inside the drawing, read before the drawing is lowered. */
export interface Inner {
  readonly format: 'png' | 'jpeg';
  readonly width: number;
  readonly height: number;
  /** Without what is see-through, which `veil` tells. */
  readonly bytes: Uint8Array;
  /** How much of each pixel is to be seen, as a grey PNG; null where all is. */
  readonly veil: Uint8Array | null;
  /** How light each pixel is, as a grey PNG; for masks. */
  readonly light: Uint8Array;
}

/** One drawing being lowered. */
export interface SvgContext {
  readonly references: References;
  readonly styles: SvgStyles;
  readonly budget: Budget;
  readonly inner: ReadonlyMap<SvgElement, Inner>;
  /** The language that `systemLanguage` is held against. */
  readonly lang: string;
  /** Paints the children of an element, each by its own style within this one. */
  children(node: SvgElement, style: SvgStyle, place: PaintPosition): readonly Plain[];
}

/** Charges what is painted several times. */
export function charge(
  drawing: SvgContext,
  weight: { elements: number; points: number; layers: number },
  times: number,
  node: SvgElement,
): void {
  drawing.budget.spend('elements', weight.elements * times, node);
  drawing.budget.spend('points', weight.points * times, node);
  drawing.budget.spend('layers', weight.layers * times, node);
}
