/** Colours of drawings in the inks of a press, by its profile as those of photographs are. */
import type { Cmyk } from '../../../finished/pdf/paint/colour.ts';
import { inksOfColors } from '../../../picture/ink-colors.ts';
import { inkVeil } from '../../../picture/press.ts';
import type { Profile } from '../../../picture/profile.ts';
import { matchesIn } from '../../../text.ts';
import { hexOf, partsOf } from '../paint/inks.ts';
import type { Side } from '../paint/sheet.ts';
import type { InkedColors } from '../paint/theme-inks.ts';

interface Drawing {
  svg: string;
}

/**
 * The inks of all colours on these sides that are none of the theme's. The drawings are changed where inks behave otherwise than
 * light: greys become those whose part of black the press shows as the grey that was meant, and gradients get stops between their
 * stops, as inks do not mix to the colour between. Masks keep their greys, which tell what is to be seen; pictures in them become
 * black ink.
 */
export async function inkDrawings(
  sides: readonly Pick<Side, 'placed'>[],
  theme: InkedColors,
  profile: Pick<Profile, 'file' | 'bytes'> & { readonly limit: number },
): Promise<ReadonlyMap<string, Cmyk>> {
  const drawings = drawingsOn(sides);
  for (const drawing of drawings) drawing.svg = changed(await veiled(drawing.svg), { gradient: stepped });
  const known = new Set(Object.values(theme).map(({ light }) => light.toUpperCase()));
  const found = drawings.flatMap(({ svg }) => [...matchesIn(svg, colorValue)].map(([, color = '']) => color));
  const colors = [...new Set(found.map((color) => color.toUpperCase()))].filter((color) => !known.has(color));
  if (colors.length === 0) return new Map();
  const inks = await inksOfColors(colors, profile);
  const all = colors.map((color, index) => [color, dried(inks[index] ?? [0, 0, 0, 0], profile.limit)] as const);
  const shades = new Map(all.filter(([color]) => isGrey(color)).map(([color, [, , , black]]) => [color, shade(black)]));
  const shaded = (markup: string): string =>
    markup.replace(colorValue, (whole, color: string) => {
      const other = shades.get(color.toUpperCase());
      return other === undefined ? whole : `"${other}"`;
    });
  for (const drawing of drawings) drawing.svg = changed(drawing.svg, { gradient: shaded, shown: shaded });
  return new Map(all.filter(([color]) => !isGrey(color)));
}

const colorValue = /"(#[0-9a-f]{6})"/gi;

function drawingsOn(sides: readonly Pick<Side, 'placed'>[]): Drawing[] {
  const items = sides.flatMap(({ placed }) => placed.flatMap(({ page }) => page.items));
  return [...new Set(items.flatMap(({ type, item }) => (type === 'svg' ? [item as Drawing] : [])))];
}

const isGrey = (color: string): boolean => /^#(..)\1\1$/.test(color);

/** The grey that comes out as so many percent of black. */
function shade(black: number): string {
  const part = Math.round(255 * (1 - black / 100));
  return `#${part.toString(16).padStart(2, '0').repeat(3)}`;
}

/** As much as paper takes; black, which draws the shadow, stays. */
function dried([cyan, magenta, yellow, black]: Cmyk, limit: number): Cmyk {
  const part = Math.min(1, (limit - black) / Math.max(1, cyan + magenta + yellow));
  return [Math.floor(cyan * part), Math.floor(magenta * part), Math.floor(yellow * part), black];
}

interface Change {
  /** Of the gradients that paint what is shown. */
  readonly gradient: (markup: string) => string;
  readonly shown?: (markup: string) => string;
}

/** What a drawing writes before the rest is masks, clips, and gradients for all. */
function changed(svg: string, { gradient, shown: change = (markup) => markup }: Change): string {
  const [definitions = '', shown] = svg.split('</defs>');
  if (shown === undefined) return change(svg);
  const gradients = definitions.replace(/<(\w+Gradient) id="([^"]+)".*?<\/\1>/gs, (whole, _, id: string) => {
    const reference = `url(#${id})`;
    return shown.includes(reference) && !definitions.includes(reference) ? gradient(whole) : whole;
  });
  return `${gradients}</defs>${change(shown)}`;
}

/** Pictures of a drawing's own that stand as they are are those of masks: all others have a name. */
async function veiled(svg: string): Promise<string> {
  let inked = svg;
  for (const [address, , data = ''] of matchesIn(svg, /data:image\/(png|jpeg);base64,([^"]*)/g)) {
    const jpeg = Buffer.from(await inkVeil(Buffer.from(data, 'base64'))).toString('base64');
    inked = inked.replace(address, `data:image/jpeg;base64,${jpeg}`);
  }
  return inked;
}

/** Parts that the way from stop to stop is divided into. */
const steps = 8;

function stepped(gradient: string): string {
  const stops = [
    ...matchesIn(gradient, /<stop offset="([^"]+)" stop-color="(#[0-9a-f]{6})"(?: stop-opacity="([^"]+)")?\/>/gi),
  ];
  const read = stops.map(([, offset, color = '', opacity = '1']) => [
    Number(offset),
    ...partsOf(color),
    Number(opacity),
  ]);
  const written = read.flatMap((stop, index) => {
    const next = read[index + 1];
    if (next === undefined) return [stopOf(stop)];
    const isOneColor = stop.slice(1, 4).join() === next.slice(1, 4).join();
    return Array.from({ length: isOneColor || stop[0] === next[0] ? 1 : steps }, (_, step) =>
      stopOf(stop.map((value, part) => value + (((next[part] ?? 0) - value) * step) / steps)),
    );
  });
  return gradient.replace(/<stop .*\/>/s, written.join(''));
}

function stopOf([offset = 0, red = 0, green = 0, blue = 0, opacity = 1]: readonly number[]): string {
  return `<stop offset="${offset}" stop-color="${hexOf([red, green, blue])}" stop-opacity="${opacity}"/>`;
}
