/** Tokens settled into a theme: every name there, every value of its type, every unit turned into points or rem. */
import type * as z from 'zod';
import { pathText } from '../json/path.ts';
import { nameHints } from '../suggestion.ts';
import { complain, example, parse, type ThemeReading } from './findings.ts';
import { type FoldName, usualFolds } from './folds.ts';
import { stepsOf } from './process-steps.ts';
import { colorExtension, groups, styleExtension, type ThemeExtension, valueSchemas } from './schema.ts';
import {
  type Color,
  type Colors,
  type PageGrid,
  type PageType,
  type PrintSettings,
  type StyleName,
  styleNames,
  type TextStyle,
} from './theme.ts';
import { isFields, resolve, type Token, type Tokens } from './tokens.ts';

type TokenType = keyof typeof valueSchemas;

/** Names of the settled groups: `unknown-token` for one too many, `missing-token` for one too few. */
export function checkNames(tokens: Tokens, reading: ThemeReading): void {
  for (const [group, known] of Object.entries(groups)) {
    for (const { path } of tokens.values()) {
      const [first, ...rest] = path;
      const name = rest.join('.');
      if (first !== group || known.includes(name)) continue;
      const at = reading.json.placeOfName(pathText(path));
      const hints = nameHints(name, known, `names in "${group}"`);
      reading.report.error('unknown-token', at, `No format uses "${group}.${name}".`, { hints });
    }
    for (const name of known) {
      if (tokens.has(`${group}.${name}`)) continue;
      complain(reading, 'missing-token', [group], `"${group}.${name}" is missing in the theme.`, [example]);
    }
  }
}

/** The names of the theme's colours, in its order. */
export function colorNamesOf(tokens: Tokens): readonly string[] {
  return [...tokens.values()].filter(({ path }) => path[0] === 'color').map(({ path }) => path.slice(1).join('.'));
}

/** `unknown-token` for each colour that nothing is drawn in; `used` are those that something is. */
export function checkUsed(tokens: Tokens, used: ReadonlySet<string>, reading: ThemeReading): void {
  const aliased = new Set(
    JSON.stringify([...tokens.values()].map(({ value }) => value)).match(/(?<=\{color\.)[^{}]+(?=\})/g),
  );
  for (const name of colorNamesOf(tokens)) {
    if (used.has(name) || aliased.has(name)) continue;
    const at = reading.json.placeOfName(pathText(['color', ...name.split('.')]));
    const hints = ['Use it in a role, a look, a drawing or a style, or leave it out.'];
    reading.report.error('unknown-token', at, `Nothing of the theme is drawn in "color.${name}".`, { hints });
  }
}

/** Tokens outside the settled groups are free, but right by their own type: `unknown-token-type`, or as `parse`. */
export function checkOthers(tokens: Tokens, reading: ThemeReading): void {
  for (const token of tokens.values()) {
    const [group] = token.path;
    if (group === 'color' || (group !== undefined && group in groups)) continue;
    const types = Object.keys(valueSchemas);
    const type = types.find((name) => name === token.type) as TokenType | undefined;
    if (type !== undefined) settledValue<unknown>(token, type, valueSchemas[type], tokens, reading);
    else {
      const hints = nameHints(String(token.type), types, 'types');
      complain(
        reading,
        'unknown-token-type',
        token.path,
        `The $type of "${token.name}" is missing or not a known one.`,
        hints,
      );
    }
  }
}

/** Null if a colour is wrong, which is then reported. */
export function colorsOf(tokens: Tokens, reading: ThemeReading): Colors | null {
  return record(colorNamesOf(tokens), (name): Color | null => {
    const token = tokens.get(`color.${name}`);
    const light = token && settledValue(token, 'color', valueSchemas.color, tokens, reading);
    const extension = token && extensionOf(token.extensions, token.path, colorExtension, reading);
    if (!light || !extension) return null;
    const { dark, cmyk = null, spot = null } = extension;
    return { light, dark, cmyk, spot, at: reading.json.placeOfName(pathText(token.path)) };
  });
}

/** Null if a style is missing or wrong, which is then reported. */
export function stylesOf(tokens: Tokens, reading: ThemeReading): Readonly<Record<StyleName, TextStyle>> | null {
  const schema = styleExtension(colorNamesOf(tokens));
  return record(styleNames, (name) => {
    const token = tokens.get(`type.${name}`);
    const type = token && settledValue(token, 'typography', valueSchemas.typography, tokens, reading);
    const extension = token && extensionOf(token.extensions, token.path, schema, reading);
    if (!type || !extension) return null;
    const { fontFamily: family, fontSize: size, fontWeight: weight, lineHeight: leading } = type;
    const { color, page, screen, panel = smaller(page) } = extension;
    const onPaper = (own: typeof page) => ({ ...own, weight, tracking: (own.size * own.tracking) / 100 });
    return {
      color,
      family,
      page: onPaper(page),
      panel: onPaper(panel),
      screen: { ...screen, size, weight, leading, tracking: round(type.letterSpacing / size) },
    };
  });
}

/** Columns of a panel are half as wide as a page's: type of 10.5 points becomes 9. */
function smaller<T extends Omit<PageType, 'weight'>>(page: T): T {
  const { size, leading, before, after } = page;
  const by = (length: number) => Math.round(length * (9 / 10.5) * 10) / 10;
  return { ...page, size: by(size), leading: by(leading), before: by(before), after: by(after) };
}

/** The family that all faces of the theme belong to: the token `font.body`. Null if missing or wrong. */
export function familyOf(tokens: Tokens, reading: ThemeReading): string | null {
  const token = tokens.get('font.body');
  if (token !== undefined) return settledValue(token, 'fontFamily', valueSchemas.fontFamily, tokens, reading);
  complain(reading, 'missing-token', ['font'], '"font.body" is missing in the theme.', [example]);
  return null;
}

/** Millimetres to points. */
export function pageOf(page: ThemeExtension['page']): PageGrid {
  const { width, height, left, right, top, bottom, rail } = page;
  return {
    width: points(width),
    height: points(height),
    left: points(left),
    right: points(right),
    top: points(top),
    bottom: points(bottom),
    rail: points(rail),
  };
}

/** Print shops ask for 3 mm on each side. */
const usualBleed = 3;

/** Millimetres to points, the place that names the profile, and the usual sheets where the theme has none of its own. */
export function printOf(
  { bleed = usualBleed, profile, code, folds = {}, steps }: ThemeExtension['print'] = {},
  { json }: ThemeReading,
): PrintSettings {
  const placeIn = (...path: readonly string[]) => json.placeOf(pathText(['$extensions', 'etrati', 'print', ...path]));
  const sheetOf = (name: FoldName) => {
    const { height, panels } = folds[name] ?? usualFolds[name];
    return { height: points(height), panels: panels.map(points) };
  };
  return {
    bleed: points(bleed),
    profile: profile === undefined ? null : { file: profile, at: placeIn('profile') },
    code: code ?? null,
    folds: { 'tri-fold': sheetOf('tri-fold'), 'z-fold': sheetOf('z-fold'), 'gate-fold': sheetOf('gate-fold') },
    steps: stepsOf(steps, { placeOf: (step) => placeIn('steps', step), points }),
  };
}

/** What `$extensions` says for us, read by a schema; null if it is missing or wrong. */
export function extensionOf<T>(
  extensions: unknown,
  path: readonly PropertyKey[],
  schema: z.ZodType<T>,
  reading: ThemeReading,
): T | null {
  const own = isFields(extensions) ? extensions.etrati : undefined;
  if (own !== undefined) return parse(schema, own, [...path, '$extensions', 'etrati'], reading);
  complain(reading, 'missing-extension', path, `"$extensions": { "etrati": … } is missing in ${pathText(path)}.`, [
    example,
  ]);
  return null;
}

function settledValue<T>(
  token: Token,
  type: TokenType,
  schema: z.ZodType<T>,
  tokens: Tokens,
  reading: ThemeReading,
): T | null {
  if (token.type !== type) {
    complain(reading, 'wrong-token-type', token.path, `"${token.name}" must be of $type "${type}".`, [example]);
    return null;
  }
  const value = resolve(token, tokens, reading);
  return value === undefined ? null : parse(schema, value, [...token.path, '$value'], reading);
}

function record<Name extends string, T>(
  names: readonly Name[],
  make: (name: Name) => T | null | undefined,
): Readonly<Record<Name, T>> | null {
  const entries = names.map((name) => [name, make(name)] as const);
  const whole = entries.every(([, value]) => value !== null && value !== undefined);
  return whole ? (Object.fromEntries(entries) as Record<Name, T>) : null;
}

function points(millimetres: number): number {
  return round((millimetres * 72) / 25.4);
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
