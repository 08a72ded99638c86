/**
 * The shape of a theme file: design tokens (DTCG format 2025.10) whose values are for screens, and in `$extensions` what
 * that format has no place for: inks, dark values, type and geometry of pages. Each schema also settles units.
 */
import * as z from 'zod';
import { Kept } from '../kept.ts';
import { words } from '../model/build.ts';
import { mostInk } from '../picture/press.ts';
import { drawingsSchema } from './drawings.ts';
import { type FoldName, impossible } from './folds.ts';
import { wrongInkName } from './ink-names.ts';
import { looksSchema } from './looks.ts';
import { stepsSchema } from './process-steps.ts';
import { type ColorName, type Role, roleNames, styleNames } from './theme.ts';

/** Settings of a browser make one rem 16 px by default; tokens in px are turned into rem with it. */
const remPx = 16;

const dimension = z
  .strictObject({ value: z.number(), unit: z.enum(['px', 'rem']) })
  .transform(({ value, unit }) => (unit === 'rem' ? value : value / remPx));

const part = z.number().min(0).max(1);
const hex = z.string().regex(/^#[0-9A-Fa-f]{6}$/, 'must be a colour such as "#0E2F6B"');

/** A colour in components, as the format of design tokens has it. `hex`, where it is given, must say the same. */
const components = z
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

/** A colour as `#RRGGBB`: written so, or in components. */
const color = z.preprocess((value, context) => {
  if (typeof value !== 'string') return value;
  if (hex.safeParse(value).success)
    return {
      colorSpace: 'srgb',
      components: [1, 3, 5].map((at) => Number.parseInt(value.slice(at, at + 2), 16) / 255),
    };
  context.addIssue({ code: 'custom', message: 'must be a colour such as "#0E2F6B"' });
  return z.NEVER;
}, components);

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

const cmyk = z.tuple([percent, percent, percent, percent]).superRefine((inks, context) => {
  const sum = inks.reduce((all, ink) => all + ink, 0);
  const message = `must not sum to more than ${mostInk} % of ink, the most that coated paper takes: it sums to ${round(sum)} %`;
  if (sum > mostInk) context.addIssue({ code: 'custom', message });
});

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** An ink of its own plate, by the name that its maker gave it. */
const spot = z.strictObject({
  name: z.string().superRefine((name, context) => {
    const wrong = wrongInkName(name);
    if (wrong !== null) context.addIssue({ code: 'custom', message: wrong });
  }),
});

export const colorExtension = z.strictObject({
  dark: hex.transform((value) => value.toUpperCase()),
  /** Cyan, magenta, yellow and black; else the print edition computes them through its profile, and says so. */
  cmyk: cmyk.optional(),
  /** Printed with an ink of its own; `cmyk` is then what stands in for it on screens and in proofs. */
  spot: spot.optional(),
});

const space = z.number().min(0);

/** Type of a page: lengths in points, tracking in percent of the size. */
const pageType = z.strictObject({
  size: z.number().positive(),
  leading: z.number().positive(),
  before: space,
  after: space,
  tracking: z.number().min(-2, 'must be −2 % or more').max(5),
});

/** What a style of text says beside its token; `colors` are the names of the palette. */
export function styleExtension(colors: readonly string[]) {
  return z.strictObject({
    color: z
      .enum(colors.map((name) => `{color.${name}}`))
      .transform((alias) => alias.slice('{color.'.length, -1) as ColorName),
    /** In rem. */
    screen: z.strictObject({ narrow: z.number().positive(), before: space, after: space }),
    page: pageType,
    /** On the panels of a folded sheet; else as on pages, a little smaller. */
    panel: pageType.optional(),
  });
}

const millimetres = z.number().positive();
const bleed = z.number().min(3, 'must be 3 mm or more: what shops ask for at least').max(10, 'must be 10 mm or less');

/** On narrower panels no line of text fits; no sheet is larger. */
const fold = (name: FoldName) =>
  z.strictObject({
    height: z.number().min(180, 'must be 180 mm or more: the cover needs it').max(450, 'must be 450 mm or less'),
    panels: z
      .array(z.number().min(60, 'must be 60 mm or more').max(300, 'must be 300 mm or less'))
      .superRefine((panels, context) => {
        const reason = impossible(name, panels);
        if (reason !== null) context.addIssue({ code: 'custom', message: `must be a sheet that folds: ${reason}` });
      }),
  });

/** How a theme goes to the press. */
const print = z.strictObject({
  /** How far what touches the page's edge goes on beyond it, in millimetres; else 3. */
  bleed: bleed.optional(),
  /** The ICC profile of the press and its paper, relative to the project or to Etrati, as fonts are; else FOGRA39. */
  profile: z.string().min(1, 'must name a file').optional(),
  /** The sheets that are folded, trimmed: their height and their outer panels from left to right, in millimetres. */
  folds: z
    .strictObject({
      'tri-fold': fold('tri-fold').optional(),
      'z-fold': fold('z-fold').optional(),
      'gate-fold': fold('gate-fold').optional(),
    })
    .optional(),
  /** White ink, varnish and cuts. */
  steps: stepsSchema.optional(),
});

/** Word shows a family's name, and asks it of the machine where a file has lost its fonts. */
const family = z
  .string()
  .trim()
  .min(1, 'must be a name')
  .max(31, 'must have at most 31 characters: Word takes no more');

const fonts = z
  .array(
    z.strictObject({
      file: z.string().min(1),
      weight: fontWeight,
      italic: z.boolean(),
      /** Of a second family, such as that of titles; else the family of running text. */
      family: family.optional(),
    }),
  )
  .min(1, 'must name a font');

/** A family that sets what the theme's own lacks. */
const fallback = z.strictObject({ family, fonts });

/** What a theme says beside its tokens; `colors` are the names of its palette. */
function themeExtension(colors: readonly string[]) {
  const tint = z.enum(colors).transform((name) => name as ColorName);
  const roles = Object.fromEntries(roleNames.map((role) => [role, tint])) as Record<Role, typeof tint>;
  return z.strictObject({
    title: z.string().transform((text, context) => {
      const title = words(text);
      if (title !== null) return title;
      context.addIssue({ code: 'custom', message: 'must not be empty' });
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
    /** `code`: what QR codes are printed in; else black ink alone. */
    print: print.extend({ code: tint.optional() }).optional(),
    /** Whether what is stressed leans where its language has it lean, or is heavier in all. */
    stress: z.enum(['language', 'weight']),
    roles: z.strictObject(roles),
    /** Whether lanes run through its documents. */
    lanes: z.boolean(),
    /** What is drawn of them, and where text keeps clear of it. */
    drawings: drawingsSchema(colors).default({}),
    looks: looksSchema(colors),
    fonts,
    /** Families for other scripts and for signs, in the order in which they are asked; those of `fallbacks.ts` are asked after them. */
    fallbacks: z.array(fallback).max(16, 'must be 16 families or fewer').default([]),
  });
}
type ThemeExtensionSchema = ReturnType<typeof themeExtension>;
export type ThemeExtension = z.infer<ThemeExtensionSchema>;

/** Themes with colours of the same names have one: to make it takes longer than to read a theme by it. */
const schemas = new Kept<ThemeExtensionSchema>(1e4, () => 0);

/** What a theme says besides its tokens, by the names of its colours. */
export function themeExtensionOf(colors: readonly string[]): ThemeExtensionSchema {
  return schemas.get(JSON.stringify(colors), () => themeExtension(colors));
}
export type Fallback = z.infer<typeof fallback>;
export type FontEntry = ThemeExtension['fonts'][number];

/** The groups whose names are settled; those of colours are the theme's own. */
export const groups: Readonly<Record<string, readonly string[]>> = { type: styleNames };
