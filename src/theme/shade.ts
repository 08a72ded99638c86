/** Shades of a colour: its hue with more or less light. */

/** Steps of OKLCH lightness, 0 to 1: finer than a byte of sRGB. */
const steps = 1000;

/**
 * The shade nearest in OKLCH lightness that passes, as `#RRGGBB`; null if none does. Hue stays, and as much chroma as sRGB
 * holds at that lightness (CSS Color 4, 13.2).
 */
export async function nearestShade(hex: string, passes: (hex: string) => boolean): Promise<string | null> {
  // Imported when a theme fails: it is a hundred modules, and a good theme needs none of them.
  const { clampChroma, converter, formatHex } = await import('culori');
  const color = converter('oklch')(hex);
  if (color === undefined) return null;
  for (let step = 0; step <= steps; step += 1) {
    for (const l of [color.l - step / steps, color.l + step / steps]) {
      if (l < 0 || l > 1) continue;
      const shade = formatHex(clampChroma({ ...color, l }, 'oklch', 'rgb')).toUpperCase();
      if (passes(shade)) return shade;
    }
  }
  return null;
}
