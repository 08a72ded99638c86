import { peopleIn } from '../check/people.ts';
import type { DataRule } from '../check/rule.ts';

export const consentExpired: DataRule = {
  code: 'consent-expired',
  title: 'Consent that has ended',
  why: 'The person has not agreed that the picture or the story is still published.',
  applies: 'Pictures, stories and quotations with a consent that ends.',
  severity: 'error',
  says: 'A consent ended before the day of the publication.',
  mend: 'Ask the person for a new consent, or remove what it was given for.',
  clause: 'IOM Data Protection Principles, consent',
  *check(sheet) {
    for (const { path, what, consent } of peopleIn(sheet)) {
      if (consent === null || consent.expires >= sheet.data.date) continue;
      const message = `The consent to the ${what} ended on ${consent.expires}, before the publication.`;
      yield {
        at: [...path, 'consent', 'expires'],
        message,
        hints: ['Ask the person for a new consent, or remove it.'],
      };
    }
  },
};
