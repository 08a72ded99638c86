import { peopleIn } from '../check/people.ts';
import type { Rule } from '../check/rule.ts';

export const consentExpired: Rule = {
  code: 'consent-expired',
  severity: 'error',
  says: 'A consent is valid on the day of the publication.',
  clause: 'IOM Data Protection Principles, consent',
  *check(sheet) {
    for (const { path, what, consent } of peopleIn(sheet)) {
      if (consent === null || consent.expires >= sheet.data.date) continue;
      const message = `The consent to the ${what} ended on ${consent.expires}, before the publication.`;
      yield { path: [...path, 'consent', 'expires'], message, hint: 'Ask the person for a new consent, or remove it.' };
    }
  },
};
