/** Days in data, and the years that they may be of. */
import * as z from 'zod';
import type { IssueParams } from './fields.ts';

/** ISO 8601; the years that a ZIP entry, and so a DOCX, can name. */
export const date = dayFrom(1980, 'Check the year; files cannot carry others.').describe(
  'The date of the publication: year-month-day, such as 2026-11-23',
);

/** A day of any past that has a date, such as that on which an organization was founded. */
export const pastDay = dayFrom(1000, 'Check the year; write an earlier one as a text.');

function dayFrom(year: number, hint: string) {
  const params: IssueParams = { code: 'bad-date', message: `The year is not between ${year} and 2099.`, hint };
  return z.iso
    .date({ abort: true })
    .refine((value) => value >= String(year) && value < '2100', { params: { ...params } });
}
