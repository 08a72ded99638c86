/**
 * A theme as the writers see it: every alias followed, every unit settled. `schema.ts` reads it from design tokens.
 */

import type { Place } from '../diagnostics.ts';
import type { Words } from '../model/document.ts';
import type { FoldName, FoldSheet } from './folds.ts';

/**
 * `paper` is the ground of a page and `field` the navy of covers; `white` stays white in a dark page (lanes and text on
 * navy, slots), as do `pale` and `clayL`; `rail` joins rings.
 */
export const colorNames = [
  ...[
    'paper',
    'ink',
    'deep',
    'field',
    'blue',
    'mid',
    'l5',
    'l6',
    'pale',
    'white',
    'rail',
    'sky',
    'clay',
    'clayL',
    'parch',
  ],
  ...['muted', 'line', 'hair'],
] as const;
export type ColorName = (typeof colorNames)[number];

export interface Color {
  /** `#rrggbb`, upper case. */
  readonly light: string;
  /** The same role on a dark ground. */
  readonly dark: string;
  /** Ink in percent: cyan, magenta, yellow, black. Null where the print edition computes it through its profile. */
  readonly cmyk: readonly [number, number, number, number] | null;
  /** The ink of its own plate that this colour is printed with; `cmyk` stands in for it where there is none. */
  readonly spot: Spot | null;
  /** Where the theme file names the colour. */
  readonly at: Place;
}

export interface Spot {
  /** As its maker calls it: `PANTONE 287 C`. */
  readonly name: string;
}

/** `folio` is the page number, `contents` and `contents-sub` the entries of the contents, `stop` the number in a ring. */
export const styleNames = [
  ...['title', 'h1', 'h2', 'h3', 'h4', 'lead', 'body', 'small', 'caption', 'byline', 'strong-item', 'slot', 'running'],
  ...['folio', 'contents', 'contents-sub', 'stop'],
  ...['table', 'table-head', 'note', 'quote', 'figure', 'label', 'date', 'event', 'kind'],
] as const;
export type StyleName = (typeof styleNames)[number];

/** Type for pages; lengths in points. */
export interface PageType {
  readonly size: number;
  readonly leading: number;
  readonly weight: number;
  readonly tracking: number;
  readonly before: number;
  readonly after: number;
}
/** Type for screens; lengths in rem, `leading` a bare factor, `tracking` in em, `narrow` the size under 60rem. */
export interface ScreenType {
  readonly size: number;
  readonly narrow: number;
  readonly leading: number;
  readonly weight: number;
  readonly tracking: number;
  readonly before: number;
  readonly after: number;
}
export interface TextStyle {
  readonly page: PageType;
  /** On the panels of a folded sheet. */
  readonly panel: PageType;
  readonly screen: ScreenType;
  readonly color: ColorName;
}

/** One font file. All are TrueType and static; those of the theme's own family have Georgian and Latin. */
export interface FontFace {
  readonly family: string;
  readonly weight: number;
  readonly italic: boolean;
  /** Absolute path, for messages and caches. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Whether the font itself draws this code point. */
  covers(codePoint: number): boolean;
  /** The nearest face of each family that sets what this font lacks, in the order in which they are asked. */
  readonly fallbacks: readonly FontFace[];
}

/** Page geometry in points: the size of the page and its four margins. */
export interface PageGrid {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** How far text stands in from the left margin: the rail. */
  readonly rail: number;
}

/** How a theme goes to the press. */
export interface PrintSettings {
  /** How far what touches the page's edge goes on beyond it, in points. */
  readonly bleed: number;
  /** The ICC profile of the press, relative to the project or to this package, and the place that names it; else FOGRA39. */
  readonly profile: { readonly file: string; readonly at: Place } | null;
  /** The sheets that are folded, in points. */
  readonly folds: Readonly<Record<FoldName, FoldSheet>>;
}

export interface Theme {
  readonly name: string;
  readonly title: Words;
  readonly colors: Readonly<Record<ColorName, Color>>;
  readonly styles: Readonly<Record<StyleName, TextStyle>>;
  /** The looks that a template may name, by the markup element that may carry them: `p`, `ul`, `li`… */
  readonly looks: Readonly<Record<string, readonly string[]>>;
  readonly family: string;
  readonly faces: readonly FontFace[];
  readonly page: PageGrid;
  readonly print: PrintSettings;
}
