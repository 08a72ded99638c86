/** What stands before and after the text of reports and documents: cover and imprint. */
import * as z from 'zod';
import { qrIn } from './blocks.ts';
import { type Fields, link, optional } from './fields.ts';
import { part } from './parts.ts';

export function coverIn({ texts, emblem }: Fields) {
  const fact = z.strictObject({ term: texts('Its name'), details: texts('What it is') }).describe('A fact');
  return z
    .strictObject({
      emblems: optional(z.array(emblem).min(1).describe('Emblems and logos, or slots for them')),
      kind: texts('The kind of publication: an interim report, a guide'),
      notice: optional(texts('What readers must know first, such as: the figures are illustrative')),
      facts: optional(z.array(fact).min(1).max(3).describe('Period, funding, edition')),
    })
    .describe('The cover');
}

export function imprintIn({ texts, noteless, emblem }: Fields) {
  return z
    .strictObject({
      emblems: optional(z.array(emblem).min(1).describe('Donors and partners')),
      statements: optional(
        z.array(noteless('One statement')).min(1).describe('Statements that donors, partners and the law require'),
      ),
      number: optional(z.string().min(1).describe('The publication number')),
      isbn: optional(part('isbn', z.string().min(1).describe('The ISBN'))),
      licence: optional(noteless('The licence')),
      citation: optional(noteless('The suggested citation')),
      accessibility: optional(noteless('How the document was made accessible, and whom to inform of barriers')),
      copyright: texts('The copyright line'),
    })
    .describe('The imprint');
}

/** Where to ask, and where to tell what went wrong. */
export function contactIn(fields: Fields) {
  const { texts, rich } = fields;
  const contact = z
    .strictObject({
      label: texts('What it is: e-mail, telephone, web'),
      href: link,
      text: texts('The address as people read it'),
    })
    .describe('One contact');
  return z
    .strictObject({
      title: texts('The heading'),
      text: optional(rich('Who answers')),
      ways: optional(z.array(contact).min(1).describe('The contacts')),
      code: optional(qrIn(fields)),
    })
    .describe('Where to ask');
}
