/** Plain values: days, counts, amounts, names for places. */
import * as z from 'zod';
import { decimalsLimit, isCurrency } from '../../language/numerals.ts';
import { id as idOf } from '../../model/build.ts';
import { date } from './days.ts';
import { type IssueParams, optional } from './fields.ts';

/** A day, ISO 8601. */
export const day = (description: string) => date.describe(`${description}: year-month-day, such as 2026-06-30`);

export const count = (description: string) => z.int().min(0).describe(description);

/** How many columns something takes, and how many rows: as many as a table may have. */
export const columnSpan = (description: string) => z.int().min(1).max(63).describe(description);
export const rowSpan = (description: string) => z.int().min(1).max(10_000).describe(description);

export const number = (description: string) => z.number().describe(description);

export const amount = (description: string) => z.number().min(0).describe(description);

/** Null where the data does not say: then numbers keep those that they have. */
export const decimals = optional(
  z
    .int()
    .min(0)
    .max(decimalsLimit)
    .describe('How many decimals its numbers are written with (default: as many as they have)'),
);

/** Signs that one currency alone has. */
const signs: Readonly<Record<string, string>> = { '€': 'EUR', '₾': 'GEL', '£': 'GBP' };

/** ISO 4217. */
export const currency = z
  .string()
  .superRefine((code, context) => {
    if (isCurrency(code)) return;
    const meant = signs[code.trim()] ?? code.trim().toUpperCase();
    const params: IssueParams = isCurrency(meant)
      ? { code: 'bad-value', message: 'There is no such currency.', hint: `Did you mean "${meant}"?`, meant }
      : {
          code: 'bad-value',
          message: 'There is no such currency.',
          hint: 'Write its three letters (ISO 4217), such as EUR, USD or GEL.',
        };
    context.addIssue({ code: 'custom', params: { ...params } });
  })
  .describe('The currency, ISO 4217: EUR, USD, GEL…');

/** A name that links and references lead to. */
export const place = (description: string) =>
  z
    .string()
    .refine((name) => idOf(name) !== null, {
      params: {
        code: 'bad-value',
        message: 'This is not an allowed name for a place.',
        hint: 'Write a small Latin letter, then small Latin letters, digits and hyphens, 64 characters at most.',
      } satisfies IssueParams,
    })
    .describe(`${description}: small Latin letters, digits and hyphens`);

export const code = (description: string) => z.string().min(1).describe(description);
