/** Blend modes (ISO 32000-1, 11.3.5), told in what takes light away: 100 is all of an ink, or no light. */

/** What comes of an ink over another, both in percent. Those that mix hue and lightness apart are laid over. */
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
