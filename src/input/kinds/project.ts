/** What IATI says of an activity: its name, time, places, themes and organisations. */
import * as z from 'zod';
import { type Fields, link, optional, text } from './fields.ts';
import { part } from './parts.ts';
import { code, day, number } from './values.ts';

/** The time that all dates of a document are held against. */
export function timeIn({ texts }: Fields) {
  return part(
    'project',
    z
      .strictObject({
        ...nameOf(texts),
        start: day('The first day (IATI activity-date 2, actual start)'),
        end: day('The last day (IATI activity-date 3, planned end)'),
        period: optional(periodIn()),
      })
      .describe('The project'),
  );
}

/** The project as a report tells it. */
export function projectIn({ texts }: Fields) {
  const location = z
    .strictObject({
      name: texts('Its name'),
      code: code('ISO 3166: the country (GE) or its part (GE-AJ)'),
    })
    .describe('A place');
  const sector = z
    .strictObject({
      name: texts('Its name'),
      code: code('The OECD DAC purpose code, such as 15190'),
      percentage: number('Its share of the budget, in per cent; all shares add up to 100').min(0).max(100),
    })
    .describe('A sector');
  const organisation = z
    .strictObject({
      name: texts('Its name'),
      role: z
        .enum(['funding', 'accountable', 'extending', 'implementing'])
        .describe('Its role (IATI organisation role)'),
      task: texts('Its task in the project'),
      href: optional(link),
    })
    .describe('An organization');
  return part(
    'project',
    z
      .strictObject({
        ...nameOf(texts),
        status: optional(
          z.enum(['pipeline', 'implementation', 'finalisation', 'closed']).describe('IATI activity status'),
        ),
        start: day('The first day (IATI activity-date 2, actual start)'),
        end: day('The last day (IATI activity-date 3, planned end)'),
        period: optional(periodIn()),
        targetGroups: optional(texts('Whom it is for')),
        locations: optional(z.array(location).min(1).describe('Where it works')),
        sectors: optional(part('sectors', z.array(sector).min(1).describe('What it is about (IATI sector)'))),
        organisations: optional(z.array(organisation).min(1).describe('Who takes part (IATI participating-org)')),
      })
      .describe('The project'),
  );
}

function nameOf(texts: Fields['texts']) {
  return {
    identifier: text.describe('The IATI identifier, or the organization’s own code'),
    name: texts('The project’s name, for catalogues (IATI title); the document shows its own title'),
  };
}

function periodIn() {
  return z.strictObject({ start: day('Its first day'), end: day('Its last day') }).describe('The reporting period');
}
