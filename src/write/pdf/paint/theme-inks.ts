/** The inks of a theme's colours, settled for one press: those that the theme states, and those that are computed for it. */
import type { Report } from '../../../diagnostics.ts';
import type { Cmyk } from '../../../finished/pdf/paint/colour.ts';
import { inksOfColors } from '../../../picture/ink-colors.ts';
import { mostInk } from '../../../picture/press.ts';
import type { Profile } from '../../../picture/profile.ts';
import type { Color, Theme } from '../../../theme/theme.ts';

/** A colour with its inks. */
export type InkedColor = Color & { readonly cmyk: Cmyk };
export type InkedColors = Readonly<Record<string, InkedColor>>;

type Named = readonly [name: string, color: InkedColor];

/**
 * Colours without inks get them through the profile: the warning `ink-computed` tells what they got. Two names of one colour
 * whose inks differ are the warning `inks-differ`. Errors: `too-much-ink` where the profile's answer is more than paper takes,
 * `spot-differs` where two colours would print one spot ink and not agree what stands in for it.
 */
export async function settleInks(
  { colors }: Pick<Theme, 'colors'>,
  profile: Profile,
  report: Report,
  limit: number = mostInk,
): Promise<InkedColors> {
  const bare = [
    ...new Set(
      Object.values(colors)
        .filter(({ cmyk }) => cmyk === null)
        .map(({ light }) => light),
    ),
  ];
  const computed = bare.length === 0 ? [] : await inksOfColors(bare, profile);
  const inksOf = (light: string): Cmyk => computed[bare.indexOf(light)] ?? [0, 0, 0, 0];
  const inked = Object.entries(colors).map(([name, color]): Named => {
    return [name, { ...color, cmyk: color.cmyk ?? inksOf(color.light) }];
  });
  for (const named of inked) if (colors[named[0]]?.cmyk === null) tellComputed(named, profile, report, limit);
  tellDifferences(inked, report);
  return Object.fromEntries(inked);
}

function tellComputed([name, { light, cmyk, at }]: Named, profile: Profile, report: Report, limit: number): void {
  const [inks, sum] = [cmyk.join('/'), cmyk.reduce((all, ink) => all + ink, 0)];
  const through = profile.name === '' ? 'the profile' : `"${profile.name}"`;
  const hint = `Write "cmyk": [${cmyk.join(', ')}], or the inks of your brand book, to settle it; black text is [0, 0, 0, 100].`;
  const message = `The colour "${name}", ${light}, has no inks of its own: ${through} makes it ${inks}`;
  if (sum <= limit) report.warning('ink-computed', at, `${message}.`, { hints: [hint] });
  else {
    const hints = [`Write "cmyk" for it, at most ${limit} % in all.`];
    report.error('too-much-ink', at, `${message}, ${sum} % of ink, and paper takes ${limit} %.`, { hints });
  }
}

function tellDifferences(inked: readonly Named[], report: Report): void {
  const byLight = new Map<string, Named>();
  const bySpot = new Map<string, Named>();
  for (const named of inked) {
    const [name, color] = named;
    const [other, first] = byLight.get(color.light) ?? named;
    byLight.set(color.light, [other, first]);
    if (inkText(first) !== inkText(color)) {
      const message = `"${other}" and "${name}" are both ${color.light} and have different inks: ${inkText(first)} and ${inkText(color)}; pages print the first.`;
      const related = [{ at: first.at, message: `"${other}" is here.` }];
      report.warning('inks-differ', color.at, message, { hints: ['Give both the same inks.'], related });
    }
    if (color.spot === null) continue;
    const [spotOther, spotFirst] = bySpot.get(color.spot.name) ?? named;
    bySpot.set(color.spot.name, [spotOther, spotFirst]);
    if (spotFirst.cmyk.join() === color.cmyk.join()) continue;
    const message = `"${spotOther}" and "${name}" print one ink, "${color.spot.name}", and differ in the inks that replace it: ${spotFirst.cmyk.join('/')} and ${color.cmyk.join('/')}.`;
    const related = [{ at: spotFirst.at, message: `"${spotOther}" is here.` }];
    report.error('spot-differs', color.at, message, { hints: ['Give both the same "cmyk".'], related });
  }
}

function inkText({ cmyk, spot }: InkedColor): string {
  return spot === null ? cmyk.join('/') : `${spot.name} (${cmyk.join('/')})`;
}
