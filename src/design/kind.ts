/** What a kind of block brings so that it is drawn, and held to what it draws: one record a kind, in the file of its design. */
import type { Look } from '../model/document.ts';
import type { ColorName, StyleName, Theme } from '../theme/theme.ts';
import type { DesignPlace, TextDesign } from './place.ts';

/** What of a theme is drawn. */
export type Drawn = Pick<Theme, 'looks' | 'styles' | 'roles'>;

export type GroundName = 'page' | 'box' | 'row' | 'field';

/** `page` is PDF and Word, which are light only; `screen` is HTML, light and dark. */
export type Medium = 'page' | 'screen';

/** What stands on the ground around it, or on one of its own. */
export interface Seen {
  readonly front: ColorName;
  /** What is painted so, to be read after "for". */
  readonly use: string;
  /** Null of graphics. */
  readonly text: TextDesign | null;
  readonly media?: readonly Medium[];
  readonly ground?: ColorName | null;
  /** Whether it keeps its light colour in a dark page. */
  readonly fixed?: true;
  /** In points, where it is set smaller than its style says. */
  readonly size?: number;
}

export interface KindDesign<Deciding extends object, Design> {
  /** How a block is drawn where it stands, by what of it decides that. */
  design(block: Deciding, place: DesignPlace, theme: Drawn): Design;
  /** Where it may stand, as the markup allows it. */
  readonly on: readonly GroundName[];
  /** One in each look that a theme may have drawn. */
  samples(looks: Theme['looks']): readonly Deciding[];
  /** What has to be seen of it; lines and grounds that say nothing are left out. */
  seen(design: Design, theme: Drawn, place: DesignPlace): readonly Seen[];
}

/** A record with its types found. */
export function kindDesign<Deciding extends object, Design>(
  kind: KindDesign<Deciding, Design>,
): KindDesign<Deciding, Design> {
  return kind;
}

/** The only sample of a kind that nothing decides. */
export const plainSample = (): readonly object[] => [{}];

/** All looks of an element, and the one of what names none. */
export function looksIn(looks: object): readonly (Look | null)[] {
  return [null, ...Object.keys(looks).map((name) => name as Look)];
}

export function words(text: TextDesign, use: string, more: Partial<Seen> = {}): Seen {
  return { front: text.color, use, text, ...more };
}

export function shape(front: ColorName, use: string, more: Partial<Seen> = {}): Seen {
  return { front, use, text: null, ...more };
}

export function inStyle(style: StyleName, theme: Drawn): TextDesign {
  return { style, color: theme.styles[style].color, weight: null };
}
