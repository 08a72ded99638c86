/** Grounds: the shaded, barred paragraphs of asides. Paragraphs of one ground that follow each other make one box. */
import { BorderStyle, type IBordersOptions, type IShadingAttributesProperties, ShadingType } from 'docx';
import type { ColorName, Theme } from '../../theme/theme.ts';
import { hex } from './units.ts';

export type Ground = 'panel' | 'callout';

const palette: Readonly<Record<Ground, { readonly name: string; readonly fill: ColorName; readonly bar: ColorName }>> =
  {
    panel: { name: 'Panel', fill: 'sky', bar: 'blue' },
    callout: { name: 'Callout', fill: 'parch', bar: 'clay' },
  };

/** Look, "Callout": a bar of 1.4 mm; in points. */
const bar = 4;
const padding = { side: 12, top: 9 };

/** How far a ground's text stands in from the edges of the column, in points. Borders are drawn outside the indent. */
export const insets = { left: bar + padding.side, right: padding.side };

export function groundOf(look: string | null): Ground {
  return look === 'callout' ? 'callout' : 'panel';
}

export function groundName(ground: Ground): string {
  return palette[ground].name;
}

/** Border and shading of one ground; the same for each of its paragraphs, or Word would draw a box around each. */
export function groundFormat(
  theme: Theme,
  ground: Ground,
): { readonly border: IBordersOptions; readonly shading: IShadingAttributesProperties } {
  const fill = hex(theme, palette[ground].fill);
  const edge = (space: number) => ({ style: BorderStyle.SINGLE, size: 4, color: fill, space });
  const color = hex(theme, palette[ground].bar);
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
