/** The theme's type for pages, as runs use it. */
import { contrast } from '../../../theme/contrast.ts';
import { type ColorName, colorOf, faceOf, type StyleName, type Theme } from '../../../theme/theme.ts';
import type { RunStyle } from './inlines.ts';

/** Points in a millimetre. */
export const mm = 72 / 25.4;

/** In smaller type, in points, the inks of a colour do not meet sharply (GWG 2015). */
const smallestMixed = 8;
/** Lighter colours are no text on paper (WCAG 2.2, 1.4.3: the least for any text). */
const darkFrom = 3;

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
   * @param scale type is set this much larger or smaller than the theme says: a sheet is a little smaller
   * @param printed whether it is for paper, where small type of several inks is not sharp
   */
  constructor(theme: Theme, { scale = 1, printed = false } = {}) {
    this.theme = theme;
    this.#scale = scale;
    this.#printed = printed;
  }

  color(name: ColorName): string {
    return colorOf(this.theme, name).light;
  }

  style(name: StyleName, change: Change = {}): RunStyle {
    const { page, color, family } = this.theme.styles[name];
    const size = page.size * this.#scale;
    return {
      face: faceOf(this.theme, family, change.weight ?? page.weight, change.italic ?? false),
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
      face: faceOf(
        this.theme,
        style.face.family,
        change.weight ?? style.face.weight,
        change.italic ?? style.face.italic,
      ),
      color: change.color === undefined ? style.color : this.#ink(change.color, style.size),
    };
  }

  #ink(name: ColorName, size: number): string {
    return this.color(this.#printed && size < smallestMixed && this.#isMixed(name) ? this.theme.roles.text : name);
  }

  /** A dark colour made of several inks. */
  #isMixed(name: ColorName): boolean {
    const { light, cmyk } = colorOf(this.theme, name);
    const inks = cmyk?.filter((ink) => ink > 0).length ?? 4;
    return inks > 1 && contrast(light, this.color(this.theme.roles.page)) >= darkFrom;
  }
}
