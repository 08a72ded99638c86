/** The theme's type for pages, as runs use it. */
import type { ColorName, FontFace, StyleName, Theme } from '../../theme/theme.ts';
import type { RunStyle } from './inlines.ts';

/** Points in a millimetre. */
export const mm = 72 / 25.4;

interface Change {
  readonly weight?: number;
  readonly italic?: boolean;
  readonly color?: ColorName;
}

export class Type {
  readonly theme: Theme;
  /** A sheet is set a little smaller than a report (look.md, factsheet). */
  readonly #scale: number;
  constructor(theme: Theme, scale = 1) {
    this.theme = theme;
    this.#scale = scale;
  }

  color(name: ColorName): string {
    return this.theme.colors[name].light;
  }

  style(name: StyleName, change: Change = {}): RunStyle {
    const { page, color } = this.theme.styles[name];
    return {
      face: this.face(change.weight ?? page.weight, change.italic ?? false),
      size: page.size * this.#scale,
      leading: page.leading * this.#scale,
      tracking: page.tracking * this.#scale,
      color: this.color(change.color ?? color),
      underline: false,
      rise: 0,
      tabular: false,
    };
  }

  /** The same style in another weight, slope or colour. */
  change(style: RunStyle, change: Change): RunStyle {
    return {
      ...style,
      face: this.face(change.weight ?? style.face.weight, change.italic ?? style.face.italic),
      color: change.color === undefined ? style.color : this.color(change.color),
    };
  }

  /** The face nearest in weight, of the slope asked for if there is one. */
  face(weight: number, italic: boolean): FontFace {
    const distance = (face: FontFace): number => Math.abs(face.weight - weight) + (face.italic === italic ? 0 : 1000);
    return this.theme.faces.reduce((best, face) => (distance(face) < distance(best) ? face : best));
  }
}
