/**
 * Grounds: what paragraphs stand on other than the page with its rail. Asides have shaded, barred paragraphs; paragraphs of
 * one ground that follow each other make one box. In a column there is no rail to stand in from.
 */
import { BorderStyle, type IBordersOptions, type IShadingAttributesProperties, ShadingType } from 'docx';
import { type Drawing, disc, rectangle, ring } from '../../theme/lanes.ts';
import type { ColorName, Theme } from '../../theme/theme.ts';
import { hex } from './units.ts';

type Box = 'panel' | 'callout' | 'notice';
export type Ground = Box | 'column' | `column-${Box}`;

interface Paint {
  readonly name: string;
  readonly fill: ColorName;
  readonly bar: ColorName;
  /** Of all text on it; null where each style keeps its own. */
  readonly text: ColorName | null;
}

const paints: Readonly<Record<Box, Paint>> = {
  panel: { name: 'Panel', fill: 'sky', bar: 'blue', text: null },
  callout: { name: 'Callout', fill: 'parch', bar: 'clay', text: null },
  notice: { name: 'Notice', fill: 'field', bar: 'clayL', text: 'white' },
};

/** Look, "Callout": a bar of 1.4 mm; in points. */
const bar = 4;
const padding = { side: 12, top: 9 };

/** The ground of an aside in a flow on `outer`. A notice is for the navy field of a cover, the only place it has. */
export function groundOf(look: string | null, outer: Ground | null, cover: boolean): Ground {
  const box: Box = look === 'callout' ? 'callout' : look === 'notice' && cover ? 'notice' : 'panel';
  return outer?.startsWith('column') && !cover ? `column-${box}` : box;
}

export function groundName(ground: Ground): string {
  const box = boxOf(ground);
  return [ground.startsWith('column') ? 'Column' : '', box === null ? '' : paints[box].name].filter(Boolean).join(' ');
}

function boxOf(ground: Ground): Box | null {
  const box = ground.replace(/^column-?/, '');
  return box === '' ? null : (box as Box);
}

/** The colour of text on a ground where styles don't keep their own. */
export function textOn(ground: Ground): ColorName | null {
  const box = boxOf(ground);
  return box === null ? null : paints[box].text;
}

/** How far text stands in from the edges of its column, in points. Borders are drawn outside the indent. */
export function insetsOf(theme: Theme, ground: Ground | null): { readonly left: number; readonly right: number } {
  const rail = ground?.startsWith('column') || ground === 'notice' ? 0 : theme.page.rail;
  if (ground === null || boxOf(ground) === null) return { left: rail, right: 0 };
  return { left: rail + bar + padding.side, right: padding.side };
}

/** Border and shading of one ground; the same for each of its paragraphs, or Word would draw a box around each. */
export function groundFormat(
  theme: Theme,
  ground: Ground,
): { readonly border?: IBordersOptions; readonly shading?: IShadingAttributesProperties } {
  const box = boxOf(ground);
  if (box === null) return {};
  const fill = hex(theme, paints[box].fill);
  const edge = (space: number) => ({ style: BorderStyle.SINGLE, size: 4, color: fill, space });
  const color = hex(theme, paints[box].bar);
  return {
    border: {
      top: edge(padding.top),
      left: { style: BorderStyle.SINGLE, size: bar * 8, color, space: padding.side },
      bottom: edge(padding.top),
      right: edge(padding.side),
    },
    shading: { type: ShadingType.CLEAR, color: 'auto', fill },
  };
}

/** Look, "Callout": a ring around an exclamation mark. */
export function alertArt(): Drawing {
  const [size, middle] = [11, 5.5];
  const mark = [rectangle(middle - 0.7, 2.4, 1.4, 3.9, 'clay'), disc([middle, 7.9], 0.85, 'clay')];
  return { width: size, height: size, shapes: [ring([middle, middle], middle, 1.2, 'clay', null), ...mark] };
}
