/** Blend modes (ISO 32000-1, 11.3.5), told in what takes light away: 100 is all of an ink, or no light. */

/** What comes of an ink over another, both in percent. Those of whole colours are laid over. */
export function blended(under: number, ink: number, mode: string): number {
  const [dark, darker] = [under / 100, ink / 100];
  switch (mode) {
    case 'Multiply':
      return 100 * screened(dark, darker);
    case 'Screen':
      return 100 * dark * darker;
    case 'Darken':
      return Math.max(under, ink);
    case 'Lighten':
      return Math.min(under, ink);
    case 'Overlay':
      return 100 * hard(darker, dark);
    case 'HardLight':
      return 100 * hard(dark, darker);
    case 'SoftLight':
      return 100 - 100 * soft(1 - dark, 1 - darker);
    case 'ColorDodge':
      return dark === 0 ? 0 : darker === 0 ? 0 : 100 - 100 * Math.min(1, (1 - dark) / darker);
    case 'ColorBurn':
      return dark === 0 ? 0 : darker === 1 ? 100 : 100 * Math.min(1, dark / (1 - darker));
    case 'Difference':
      return 100 - Math.abs(under - ink);
    case 'Exclusion':
      return 100 - 100 * (dark + darker - 2 * dark * darker);
    default:
      return ink;
  }
}

const screened = (dark: number, darker: number): number => dark + darker - dark * darker;

/** Of the upper one's dark half the ground is multiplied, of its light half screened. */
const hard = (dark: number, darker: number): number =>
  darker >= 0.5 ? screened(dark, 2 * darker - 1) : dark * 2 * darker;

function soft(under: number, over: number): number {
  if (over <= 0.5) return under - (1 - 2 * over) * under * (1 - under);
  const bright = under <= 0.25 ? ((16 * under - 12) * under + 4) * under : Math.sqrt(under);
  return under + (2 * over - 1) * (bright - under);
}

/** Modes of whole colours, which mix hue and lightness apart (11.3.5.3). */
const whole = /^(?:Hue|Saturation|Color|Luminosity)$/;

/** Spots keep their plates white where nothing is laid, and are no part of a hue: for them such modes are Normal (11.7.4.2). */
export const modeOfPlate = (mode: string, plate: number): string =>
  plate > 3 && (whole.test(mode) || mode === 'Difference' || mode === 'Exclusion') ? 'Normal' : mode;

/** Cyan, magenta, yellow and black of a mode of whole colours, in percent; null for other modes. Black is of the one or the other. */
export function blendedWhole(under: readonly number[], ink: readonly number[], mode: string): readonly number[] | null {
  if (!whole.test(mode)) return null;
  const [ground, colour] = [lightOf(under), lightOf(ink)];
  const found = {
    Hue: () => withLightness(withSpread(colour, spreadOf(ground)), lightness(ground)),
    Saturation: () => withLightness(withSpread(ground, spreadOf(colour)), lightness(ground)),
    Color: () => withLightness(colour, lightness(ground)),
    Luminosity: () => withLightness(ground, lightness(colour)),
  }[mode as 'Hue' | 'Saturation' | 'Color' | 'Luminosity']();
  return [...found.map((part) => 100 - 100 * part), (mode === 'Luminosity' ? ink : under)[3] ?? 0];
}

const lightOf = (parts: readonly number[]): readonly number[] => [0, 1, 2].map((at) => 1 - (parts[at] ?? 0) / 100);

const lightness = ([red = 0, green = 0, blue = 0]: readonly number[]): number => 0.3 * red + 0.59 * green + 0.11 * blue;

const spreadOf = (colour: readonly number[]): number => Math.max(...colour) - Math.min(...colour);

function withSpread(colour: readonly number[], spread: number): readonly number[] {
  const [least, own] = [Math.min(...colour), spreadOf(colour)];
  return colour.map((part) => (own === 0 ? 0 : ((part - least) * spread) / own));
}

/** Moved to a lightness, and drawn together where it leaves what can be shown. */
function withLightness(colour: readonly number[], asked: number): readonly number[] {
  const moved = colour.map((part) => part + asked - lightness(colour));
  const [middle, least, most] = [lightness(moved), Math.min(...moved), Math.max(...moved)];
  const low = least < 0 ? middle / (middle - least) : 1;
  const high = most > 1 ? (1 - middle) / (most - middle) : 1;
  return moved.map((part) => middle + (part - middle) * Math.min(low, high));
}
