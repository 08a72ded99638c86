/**
 * A theme as the writers see it: every alias followed, every unit settled. `schema.ts` reads it from design tokens.
 */

import type { Place } from '../diagnostics.ts';
import type { Words } from '../model/document.ts';
import type { Drawings } from './drawings.ts';
import type { FoldName, FoldSheet } from './folds.ts';
import type { Looks } from './looks.ts';
import type { ProcessStep } from './process-steps.ts';

declare const brand: unique symbol;

/** A colour of the theme's palette, by its own name for it. Only a theme makes one: a writer names no hue. */
export type ColorName = string & { readonly [brand]: 'ColorName' };

/**
 * What a colour is for, whatever hue a theme gives it. `field` is the ground of covers, with its own text, quiet words, line and
 * mark of attention; `slot` stays light in a dark page.
 */
export const roleNames = [
  ...['page', 'text', 'strong', 'quiet', 'link', 'mark', 'attention', 'line', 'hair', 'rail', 'slot'],
  ...['field', 'fieldText', 'fieldQuiet', 'fieldLine', 'fieldAttention'],
] as const;
export type Role = (typeof roleNames)[number];
export type Roles = Readonly<Record<Role, ColorName>>;

export interface Color {
  /** `#rrggbb`, upper case. */
  readonly light: string;
  /** The same role on a dark ground. */
  readonly dark: string;
  /** Ink in percent: cyan, magenta, yellow, black. Null where the print edition computes it through its profile. */
  readonly cmyk: readonly [number, number, number, number] | null;
  /** The ink of its own plate that this colour is printed with; `cmyk` stands in for it where there is none. */
  readonly spot: SpotColor | null;
  /** Where the theme file names the colour. */
  readonly at: Place;
}

export type Colors = Readonly<Record<string, Color>>;

/** That of paper: a ground of this colour is none. */
export const white = '#FFFFFF';

/** A colour of a theme; each name that the theme gave out is in its palette. */
export function colorOf({ colors }: { readonly colors: Colors }, name: ColorName): Color {
  const color = colors[name];
  if (color === undefined) throw new Error(`the theme has no colour "${name}"`);
  return color;
}

export interface SpotColor {
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
  /** The theme's own for running text, or another of its families. */
  readonly family: string;
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
  /** What QR codes are printed in; null for black ink alone. */
  readonly code: ColorName | null;
  /** The sheets that are folded, in points. */
  readonly folds: Readonly<Record<FoldName, FoldSheet>>;
  /** What the press does besides printing colours, in its order. */
  readonly steps: readonly ProcessStep[];
}

export interface Theme {
  readonly name: string;
  readonly title: Words;
  /** The palette, in the order of the file. */
  readonly colors: Colors;
  readonly roles: Roles;
  /** Whether lanes run through its documents. */
  readonly lanes: boolean;
  readonly drawings: Drawings;
  readonly styles: Readonly<Record<StyleName, TextStyle>>;
  /** How each kind of part is drawn, and the looks that a template may name, by the element that may carry them. */
  readonly looks: Looks;
  /** Of running text. */
  readonly family: string;
  /** Of all its families. */
  readonly faces: readonly FontFace[];
  /** Whether what is stressed leans where its language has it lean, or is heavier in all. */
  readonly stress: 'language' | 'weight';
  readonly page: PageGrid;
  readonly print: PrintSettings;
  /** What large print asks of setting beyond sizes; null in any other edition. */
  readonly large: LargePrint | null;
}

/**
 * Set for those who see little: no word is divided, none is smaller than the least size, nothing stands side by side that can
 * stand one under the other, and bars lie.
 */
export interface LargePrint {
  /** Of all that is read, in points. */
  readonly least: number;
  /** How much larger running text is than in the theme: so much larger are marks, bars and lines. */
  readonly by: number;
  /** How high the drawing at the foot of its cover is, in points; 0 where the theme has none. */
  readonly strip: number;
}

/** The face of a family that is nearest in weight, of the slope asked for if there is one. */
export function faceOf(
  { faces }: { readonly faces: readonly FontFace[] },
  family: string,
  weight: number,
  italic: boolean,
): FontFace {
  const distance = (face: FontFace): number => Math.abs(face.weight - weight) + (face.italic === italic ? 0 : 1000);
  return faces
    .filter((face) => face.family === family)
    .reduce((best, face) => (distance(face) < distance(best) ? face : best));
}

/** A look by its name; of what names none or one that the theme does not draw, the plain one. */
export function lookIn<T>(looks: Readonly<Record<string, T>> & { readonly plain: T }, name: string | null): T {
  return (name !== null && Object.hasOwn(looks, name) ? looks[name] : undefined) ?? looks.plain;
}
