/** Lengths of a theme: one for all formats, or one for each where they differ. */
import * as z from 'zod';

/** A length as each medium counts it: points on pages and in Word, rem on screens. */
export interface Measure {
  readonly page: number;
  readonly word: number;
  readonly screen: number;
}

/** Points in a millimetre. */
export const mm = 72 / 25.4;

/** Points in each unit. A rem is 17 CSS pixels, of 96 to the inch. */
const points = { mm, pt: 1, rem: (17 * 72) / 96 } as const;
type Unit = keyof typeof points;

const pattern = /^(-?\d+(?:\.\d+)?)(mm|pt|rem)$/;
const text = z.string().regex(pattern, 'must be a length such as "1.4mm", "3pt" or "0.25rem"');

interface Parsed {
  readonly value: number;
  readonly unit: Unit;
}

function parsed(length: string): Parsed {
  const [, value = '0', unit = 'pt'] = pattern.exec(length) ?? [];
  return { value: Number(value), unit: unit as Unit };
}

function inPoints({ value, unit }: Parsed): number {
  return value * points[unit];
}

/** To a hundredth, as style sheets are written. */
function inRem({ value, unit }: Parsed): number {
  return unit === 'rem' ? value : Math.round((value * points[unit] * 100) / points.rem) / 100;
}

/** A length on pages alone, in points. */
export const pageLength = text.transform((length) => inPoints(parsed(length)));

/** Lengths on pages, by their names. */
export function lengths<Name extends string>(...names: readonly Name[]) {
  return z.strictObject(Object.fromEntries(names.map((name) => [name, pageLength])) as Record<Name, typeof pageLength>);
}

/** A length on screens alone, in rem. */
export const screenLength = text.transform((length) => inRem(parsed(length)));

/** One length for all, or `page` with what differs from it. */
export const measure = z
  .union([text, z.strictObject({ page: text, word: text.optional(), screen: text.optional() })], {
    error: 'must be a length such as "1.4mm", or lengths by "page", "word" and "screen"',
  })
  .transform((given): Measure => {
    const { page, word = page, screen = page } = typeof given === 'string' ? { page: given } : given;
    return { page: inPoints(parsed(page)), word: inPoints(parsed(word)), screen: inRem(parsed(screen)) };
  });

/** The same in all media. */
export function byAll<T extends string>(value: T): Readonly<Record<keyof Measure, T>> {
  return { page: value, word: value, screen: value };
}

/** One value for all media, or `page` with what differs from it. */
export function byMedium<T extends string>(values: z.ZodType<T>) {
  return z
    .union([values, z.strictObject({ page: values, word: values.optional(), screen: values.optional() })])
    .transform((given): Readonly<Record<keyof Measure, T>> => {
      if (typeof given === 'string') return byAll(given);
      const { page, word = page, screen = page } = given as { page: T; word?: T; screen?: T };
      return { page, word, screen };
    });
}
