import { peopleIn } from '../check/people.ts';
import type { DataRule } from '../check/rule.ts';

export const consentMissing: DataRule = {
  code: 'consent-missing',
  severity: 'error',
  says: 'A person who can be recognized, tells a story or is quoted has not agreed to it in writing.',
  mend: 'Add "consent" with the reference of the signed form, or remove the picture, story or quotation.',
  clause: 'IOM Data Protection Principles, consent',
  *check(sheet) {
    for (const { path, what, consent, person } of peopleIn(sheet)) {
      if (!person || consent !== null) continue;
      const message = `The ${what} of a person does not have a consent.`;
      yield { at: path, message, hints: ['Add "consent" with the reference of the signed form, or remove it.'] };
    }
  },
};
