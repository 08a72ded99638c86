/**
 * The shape of a theme file: design tokens (DTCG format 2025.10) whose values are for screens, and in `$extensions` what
 * that format has no place for: inks, dark values, type and geometry of pages. Each schema also settles units.
 */
import { z } from 'zod';
import { look, words } from '../model/build.ts';
import { type ColorName, colorNames, styleNames } from './theme.ts';

/** Settings of a browser make one rem 16 px by default; tokens in px are turned into rem with it. */
const remPx = 16;

const dimension = z
  .strictObject({ value: z.number(), unit: z.enum(['px', 'rem']) })
  .transform(({ value, unit }) => (unit === 'rem' ? value : value / remPx));

const part = z.number().min(0).max(1);
const hex = z.string().regex(/^#[0-9A-Fa-f]{6}$/, 'must be a colour such as "#0E2F6B"');

/** A colour as `#RRGGBB`. `hex`, where it is given, must say the same as the components. */
const color = z
  .strictObject({
    colorSpace: z.literal('srgb', 'must be "srgb": the only colour space that all formats share'),
    components: z.tuple([part, part, part]),
    alpha: z.literal(1, 'must be 1: the look has no transparency').optional(),
    hex: hex.optional(),
  })
  .transform(({ components, hex: said }, context) => {
    const computed = `#${components.map((value) => byte(value).toString(16).padStart(2, '0')).join('')}`.toUpperCase();
    if (said !== undefined && said.toUpperCase() !== computed) {
      context.addIssue({
        code: 'custom',
        path: ['hex'],
        message: `must say the same as the components: "${computed}"`,
      });
    }
    return computed;
  });

function byte(value: number): number {
  return Math.round(value * 255);
}

const fontFamily = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]).transform((family) => {
  const [first = ''] = [family].flat();
  return first;
});
const fontWeight = z.number().min(1).max(1000);

const typography = z.strictObject({
  fontFamily,
  fontWeight,
  fontSize: dimension.pipe(z.number().positive()),
  lineHeight: z.number().positive(),
  letterSpacing: dimension,
});

/** The value of a token by its type. */
export const valueSchemas = { color, dimension, fontFamily, fontWeight, typography, number: z.number() } as const;

const percent = z.number().min(0).max(100);

/** ISO 12647-2 papers with FOGRA39 take at most 300 % of ink. */
const cmyk = z
  .tuple([percent, percent, percent, percent])
  .refine((inks) => inks.reduce((sum, ink) => sum + ink, 0) <= 300, 'must not sum to more than 300 % of ink');

export const colorExtension = z.strictObject({
  dark: hex.transform((value) => value.toUpperCase()),
  cmyk,
});

const colorAliases = colorNames.map((name) => `{color.${name}}` as const);
const colorAlias = z.enum(colorAliases).transform((alias) => alias.slice('{color.'.length, -1) as ColorName);

const space = z.number().min(0);

/** Type of a page: lengths in points, tracking in percent of the size. */
const pageType = z.strictObject({
  size: z.number().positive(),
  leading: z.number().positive(),
  before: space,
  after: space,
  tracking: z.number().min(-2, 'must be −2 % or more').max(5),
});

export const styleExtension = z.strictObject({
  color: colorAlias,
  /** In rem. */
  screen: z.strictObject({ narrow: z.number().positive(), before: space, after: space }),
  page: pageType,
  /** On the panels of a folded sheet; else as on pages, a little smaller. */
  panel: pageType.optional(),
});

const millimetres = z.number().positive();
const lookName = z.string().refine((name) => look(name) !== null, 'must be a lower-case name such as "lead"');
/** The elements of the markup that may carry a look. */
const elements = [
  ...['cover', 'section', 'p', 'ul', 'ol', 'li', 'dl', 'aside', 'figure'],
  ...['table', 'row', 'cell', 'chart'],
] as const;

export const themeExtension = z.strictObject({
  title: z.string().transform((text, context) => {
    const title = words(text);
    if (title !== null) return title;
    context.addIssue({ code: 'custom', message: 'must say something' });
    return z.NEVER;
  }),
  /** In millimetres: the page, its margins, and how far text stands in. */
  page: z.strictObject({
    width: millimetres,
    height: millimetres,
    left: millimetres,
    right: millimetres,
    top: millimetres,
    bottom: millimetres,
    rail: z.number().min(0),
  }),
  looks: z.partialRecord(z.enum(elements), z.array(lookName)),
  fonts: z
    .array(z.strictObject({ file: z.string().min(1), weight: fontWeight, italic: z.boolean() }))
    .min(1, 'must name a font'),
});
export type ThemeExtension = z.infer<typeof themeExtension>;
export type FontEntry = ThemeExtension['fonts'][number];

/** The groups whose names are settled. */
export const groups: Readonly<Record<string, readonly string[]>> = { color: colorNames, type: styleNames };
