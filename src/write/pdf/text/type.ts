/** The theme's type for pages, as runs use it. */
import type { ColorName, FontFace, PageType, StyleName, Theme } from '../../../theme/theme.ts';
import type { RunStyle } from './inlines.ts';

/** Points in a millimetre. */
export const mm = 72 / 25.4;

/** In smaller type, in points, the inks of a colour do not meet sharply (GWG 2015). */
const smallestMixed = 8;
/** The dark colours, which are text on paper and made of several inks. */
const mixed: readonly ColorName[] = ['deep', 'field', 'blue', 'mid', 'clay', 'line', 'l5', 'l6'];

interface Change {
  readonly weight?: number;
  readonly italic?: boolean;
  readonly color?: ColorName;
}

export class Type {
  readonly theme: Theme;
  readonly #scale: number;
  readonly #printed: boolean;

  /**
   * @param scale type is set this much larger or smaller than the theme says: a sheet is a little smaller (look.md, factsheet)
   * @param printed whether it is for paper, where small type of several inks is not sharp
   */
  constructor(theme: Theme, { scale = 1, printed = false } = {}) {
    this.theme = theme;
    this.#scale = scale;
    this.#printed = printed;
  }

  color(name: ColorName): string {
    return this.theme.colors[name].light;
  }

  style(name: StyleName, change: Change = {}): RunStyle {
    const { page, color } = this.theme.styles[name];
    const size = page.size * this.#scale;
    return {
      face: this.face(change.weight ?? page.weight, change.italic ?? false),
      size,
      leading: page.leading * this.#scale,
      tracking: page.tracking * this.#scale,
      color: this.#ink(change.color ?? color, size),
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
      color: change.color === undefined ? style.color : this.#ink(change.color, style.size),
    };
  }

  #ink(name: ColorName, size: number): string {
    return this.color(this.#printed && size < smallestMixed && mixed.includes(name) ? 'ink' : name);
  }

  /** The face nearest in weight, of the slope asked for if there is one. */
  face(weight: number, italic: boolean): FontFace {
    const distance = (face: FontFace): number => Math.abs(face.weight - weight) + (face.italic === italic ? 0 : 1000);
    return this.theme.faces.reduce((best, face) => (distance(face) < distance(best) ? face : best));
  }
}

/** The theme's styles with its type for panels in place of that for pages, this much larger or smaller. */
export function panelStyles({ styles }: Pick<Theme, 'styles'>, by = 1): Theme['styles'] {
  const changed = Object.entries(styles).map(([name, style]) => [name, { ...style, page: scaled(style.panel, by) }]);
  return Object.fromEntries(changed) as Theme['styles'];
}

/** In points: white text on navy closes up when it is smaller. */
const smallest = 7;

function scaled({ size, leading, before, after, tracking, weight }: PageType, by: number): PageType {
  return {
    size: Math.max(size * by, Math.min(size, smallest)),
    leading: leading * by,
    before: before * by,
    after: after * by,
    tracking: tracking * by,
    weight,
  };
}
