/**
 * A theme in somebody's own one or two colours: its hues are turned to theirs, lightness stays, and what cannot be seen is made
 * lighter or darker until every pair that the theme draws has its contrast, light and dark.
 */
import { inksOfColors } from '../picture/ink-colors.ts';
import { mostInk } from '../picture/press.ts';
import type { Profile } from '../picture/profile.ts';
import { contrast } from '../theme/contrast.ts';
import { nearestShade } from '../theme/shade.ts';
import { type ColorName, type Colors, colorOf, type Theme } from '../theme/theme.ts';
import { standsOf } from './stands.ts';

export interface Recolored {
  /** The palette with its names and places, in new colours and with inks for the press. */
  readonly colors: Colors;
  /** Those of the given colours that could not stay as they were given. */
  readonly changed: readonly Changed[];
}

export interface Changed {
  readonly asked: string;
  /** What is in its place; null where the theme has none for a second colour. */
  readonly used: string | null;
  /** Lightness in OKLCH, percent. */
  readonly from: number;
  readonly to: number | null;
}

type Modes = { light: string; dark: string };
type Mode = keyof Modes;
type Palette = Record<string, Modes>;

interface Hue {
  readonly l: number;
  readonly c: number;
  readonly h: number;
}

/** Less chroma is a grey to the eye, and has no hue that matters. */
const grey = 0.012;
/** What a second colour is where none is given, and what it is where that would look like the first. */
const accents = { clay: { l: 0.52, c: 0.13, h: 45 }, blue: { l: 0.45, c: 0.12, h: 250 } };

/** @param asked one or two colours `#rrggbb`; the first is that of covers, headings and links, the second that of attention */
export async function recolor(theme: Theme, asked: readonly string[], profile: Profile): Promise<Recolored> {
  const { clampChroma, converter, formatHex } = await import('culori');
  const toHue = converter('oklch');
  const hueOf = (hex: string): Hue => {
    const { l = 0, c = 0, h = 0 } = toHue(hex) ?? {};
    return { l, c, h };
  };
  const hexOf = ({ l, c, h }: Hue) => formatHex(clampChroma({ mode: 'oklch', l, c, h }, 'oklch', 'rgb')).toUpperCase();
  const [main, second] = asked.map(hueOf);
  if (main === undefined) throw new Error('no colour was given');
  const own = { main, second: second ?? secondFor(main) };
  const base = {
    main: hueOf(colorOf(theme, theme.roles.link).light),
    second: hueOf(colorOf(theme, theme.roles.attention).light),
  };
  const turned = (hex: string): string => {
    const hue = hueOf(hex);
    if (hue.c < grey || hue.l > 0.995) return hex.toUpperCase();
    const isSecond = base.second.c > 3 * grey && apart(hue.h, base.second.h) < apart(hue.h, base.main.h);
    const [from, to] = isSecond ? [base.second, own.second] : [base.main, own.main];
    const share = Math.min(to.c / Math.max(from.c, grey), 1.3);
    return hexOf({ l: hue.l, c: hue.c * share, h: to.h });
  };
  const palette: Palette = Object.fromEntries(
    Object.entries(theme.colors).map(([name, { light, dark }]) => [name, { light: turned(light), dark: turned(dark) }]),
  );
  place(theme, palette, { asked, own, hexOf });
  await settle(theme, palette);
  return {
    colors: await withInks(theme, palette, profile),
    changed: changedOf(theme, asked, palette, (hex) => hueOf(hex).l),
  };
}

function secondFor(main: Hue): Hue {
  return main.c > 2 * grey && apart(main.h, accents.clay.h) < 55 ? accents.blue : accents.clay;
}

function apart(one: number, other: number): number {
  const far = Math.abs(one - other) % 360;
  return Math.min(far, 360 - far);
}

interface Given {
  readonly asked: readonly string[];
  readonly own: { readonly main: Hue; readonly second: Hue };
  readonly hexOf: (hue: Hue) => string;
}

/** Puts the given colours where they are seen first: on covers, in links or headings, and in what asks for attention. */
function place({ roles }: Theme, palette: Palette, { asked, own, hexOf }: Given): void {
  const [first = '', second] = asked.map((hex) => hex.toUpperCase());
  const put = (role: ColorName, light: string) => {
    const modes = palette[role];
    if (modes !== undefined) modes.light = light;
  };
  const { l, c, h } = own.main;
  if (roles.field !== roles.page) put(roles.field, first);
  put(roles.link, l < 0.36 ? hexOf({ l: l + 0.14, c, h }) : first);
  if (roles.strong !== roles.text) put(roles.strong, l < 0.42 ? first : hexOf({ l: Math.min(0.34, l - 0.13), c, h }));
  if (second !== undefined && roles.attention !== roles.text) put(roles.attention, second);
}

interface Need {
  readonly front: string;
  readonly frontMode: Mode;
  readonly ground: string;
  readonly groundMode: Mode;
  readonly needs: number;
}

/** Moves what fails: the fields of covers first, which their texts have to be seen on, then all that stands on a ground. */
async function settle(theme: Theme, palette: Palette): Promise<void> {
  const needs = standsOf(theme).flatMap(({ front, ground, medium, fixed, needs }): Need[] => [
    { front, ground, needs, frontMode: 'light', groundMode: 'light' },
    ...(medium === 'screen'
      ? [{ front, ground, needs, frontMode: fixed ? 'light' : 'dark', groundMode: 'dark' } as const]
      : []),
  ]);
  const { field, page, fieldText } = theme.roles;
  for (const mode of ['light', 'dark'] as const)
    if (field !== page)
      await move(palette, field, mode, (hex) => contrast(palette[fieldText]?.[mode] ?? '', hex) >= 5.5);
  for (const mode of ['light', 'dark'] as const)
    for (const name of Object.keys(palette)) {
      const own = needs.filter((each) => each.front === name && each.frontMode === mode);
      const passes = (hex: string) =>
        own.every(
          ({ ground, groundMode, needs: least }) => contrast(hex, palette[ground]?.[groundMode] ?? '') >= least,
        );
      await move(palette, name, mode, passes);
    }
  const low = needs.filter(
    ({ front, frontMode, ground, groundMode, needs: least }) =>
      contrast(palette[front]?.[frontMode] ?? '', palette[ground]?.[groundMode] ?? '') < least,
  );
  if (low.length > 0)
    throw new Error(`no shade for ${low.map(({ front, ground }) => `${front} on ${ground}`).join(', ')}`);
}

async function move(palette: Palette, name: string, mode: Mode, passes: (hex: string) => boolean): Promise<void> {
  const modes = palette[name];
  if (modes === undefined || passes(modes[mode])) return;
  modes[mode] = (await nearestShade(modes[mode], passes)) ?? modes[mode];
}

/** The palette with inks of the press: what prints as black alone in the theme still does, so that small text stays sharp. */
async function withInks(theme: Theme, palette: Palette, profile: Profile): Promise<Colors> {
  const names = Object.keys(palette);
  const inks = await inksOfColors(
    names.map((name) => palette[name]?.light ?? ''),
    profile,
  );
  const entries = names.map((name, index) => {
    const before = colorOf(theme, name as ColorName);
    const { light, dark } = palette[name] ?? before;
    const black = before.cmyk !== null && before.cmyk[0] + before.cmyk[1] + before.cmyk[2] === 0;
    const kept = light === before.light || black;
    const cmyk = kept ? before.cmyk : within(inks[index] ?? [0, 0, 0, 0]);
    return [name, { ...before, light, dark, cmyk, spot: kept ? before.spot : null }] as const;
  });
  return Object.fromEntries(entries);
}

/** No more ink than paper takes: colours give way to black. */
function within([c, m, y, k]: readonly [number, number, number, number]): [number, number, number, number] {
  const share = Math.min(1, (mostInk - k) / Math.max(c + m + y, 1));
  return [Math.floor(c * share), Math.floor(m * share), Math.floor(y * share), k];
}

function changedOf(
  { roles }: Theme,
  asked: readonly string[],
  palette: Palette,
  lightness: (hex: string) => number,
): readonly Changed[] {
  const places = [
    roles.field === roles.page ? roles.link : roles.field,
    roles.attention === roles.text ? null : roles.attention,
  ];
  return asked.flatMap((given, index) => {
    const [hex, place] = [given.toUpperCase(), places[index] ?? null];
    const used = place === null ? null : (palette[place]?.light ?? null);
    const percent = (value: string) => Math.round(lightness(value) * 100);
    if (used === hex) return [];
    return [{ asked: hex, used, from: percent(hex), to: used === null ? null : percent(used) }];
  });
}
