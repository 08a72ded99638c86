import { peopleIn } from '../check/people.ts';
import type { DataRule } from '../check/rule.ts';

export const consentMissing: DataRule = {
  code: 'consent-missing',
  title: 'Person without a consent',
  why: 'Whoever can be recognized can be harmed, and has a right to be asked.',
  applies: 'Pictures of persons, stories and quotations.',
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
