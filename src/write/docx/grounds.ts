/**
 * Grounds: what paragraphs stand on other than the page with its rail. Asides have shaded, barred paragraphs; paragraphs of
 * one ground that follow each other make one box. In a column there is no rail to stand in from.
 */
import { BorderStyle, type IBordersOptions, type IShadingAttributesProperties, ShadingType } from 'docx';
import { type AsideDesign, designAside } from '../../design/parts.ts';
import { onPage } from '../../design/place.ts';
import type { Look } from '../../model/document.ts';
import { type Drawing, disc, rectangle, ring } from '../../theme/lanes.ts';
import type { ColorName, Theme } from '../../theme/theme.ts';
import { hex } from './units.ts';

/** A box is an aside's look by its name; `column-` stands before it within a column. */
export type GroundStyle = string & { readonly ground?: never };

/** The ground of an aside in a flow on `outer`. A line beside a bar is for the field of a cover; elsewhere it has the plain box. */
export function groundOf(
  look: string | null,
  outer: GroundStyle | null,
  cover: boolean,
  { looks }: Theme,
): GroundStyle {
  const own = look === null || !Object.hasOwn(looks.aside, look) ? null : looks.aside[look];
  const name = look === null || !own || (own.ground === null && !cover) ? plainBox(looks) : look;
  return outer?.startsWith('column') && !cover ? `column-${name}` : name;
}

/** The box of an aside without a look: that of a panel where a theme has it, whose name says more than "plain". */
function plainBox({ aside }: Theme['looks']): string {
  return Object.hasOwn(aside, 'panel') ? 'panel' : 'plain';
}

export function groundName(ground: GroundStyle): string {
  const name = ground.replace(/^column-?/, '');
  return [ground.startsWith('column') ? 'Column' : '', titled(name)].filter(Boolean).join(' ');
}

/** A look's name as styles are called: `callout` is "Callout". */
export function titled(name: string): string {
  return name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}

/** The box that a ground is; null for a column's own. */
export function boxOf(ground: GroundStyle, theme: Theme): AsideDesign | null {
  const name = ground.replace(/^column-?/, '');
  const look = name as Look;
  // What has no ground of its own has been put on the field of the cover, or it would be a plain box.
  const onField = theme.looks.aside[name]?.ground === null;
  return name === '' ? null : designAside({ look }, { ...onPage, onField }, theme);
}

/** The colour of text on a ground where styles don't keep their own: on the field of a cover. */
export function textOn(ground: GroundStyle, theme: Theme): ColorName | null {
  return boxOf(ground, theme)?.words ?? null;
}

/** How far running text stands in from the edges of its column, in points. Borders are drawn outside the indent. */
export function insetsOf(theme: Theme, ground: GroundStyle | null): { readonly left: number; readonly right: number } {
  const box = ground === null ? null : boxOf(ground, theme);
  const inFlow = !ground?.startsWith('column') && box?.ground !== null;
  const left = inFlow ? theme.page.rail : 0;
  const right = inFlow && box?.wide !== true ? theme.looks.page.word.textRight : 0;
  if (box === null) return { left, right };
  const side = box.padding.side.word;
  return { left: left + (box.bar?.width.word ?? 0) + side, right: right + side };
}

/** Border and shading of one ground; the same for each of its paragraphs, or Word would draw a box around each. */
export function groundFormat(
  theme: Theme,
  ground: GroundStyle,
): { readonly border?: IBordersOptions; readonly shading?: IShadingAttributesProperties } {
  const box = boxOf(ground, theme);
  if (box === null) return {};
  const { bar, border, padding } = box;
  const fill = hex(theme, box.ground ?? theme.roles.field);
  const [size, color] = border === null ? [4, fill] : [Math.round(border.width.word * 8), hex(theme, border.color)];
  const edge = (space: number) => ({ style: BorderStyle.SINGLE, size, color, space });
  const side = padding.side.word;
  const left =
    bar === null
      ? edge(side)
      : {
          style: BorderStyle.SINGLE,
          size: Math.round(bar.width.word * 8),
          color: hex(theme, bar.color),
          space: side,
        };
  return {
    border: { top: edge(padding.top.word), left, bottom: edge(padding.bottom.word), right: edge(side) },
    shading: { type: ShadingType.CLEAR, color: 'auto', fill },
  };
}

/** A ring around an exclamation mark, or around an i, which stands the other way up. */
export function iconArt(icon: 'attention' | 'information', color: ColorName, size: number): Drawing {
  const [unit, middle] = [size / 11, size / 2];
  const [stemTop, dot] = icon === 'attention' ? [2.4, 7.9] : [4.7, 3.1];
  const stem = rectangle(middle - 0.7 * unit, stemTop * unit, 1.4 * unit, 3.9 * unit, color);
  const mark = [stem, disc([middle, dot * unit], 0.85 * unit, color)];
  return { width: size, height: size, shapes: [ring([middle, middle], middle, 1.2 * unit, color, null), ...mark] };
}
