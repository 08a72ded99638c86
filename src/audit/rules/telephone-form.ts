import { printedAddress } from '../../model/address.ts';
import { webLinksOf } from '../links.ts';
import type { DocumentRule } from '../rule.ts';

/** Behind the code of Georgia there are nine digits. */
const georgian = /^\+995\d{9}$/;

/** Numbers of three to five digits are short numbers, which are dialled inside of a country: 112. */
export const telephoneForm: DocumentRule = {
  code: 'telephone-form',
  title: 'Telephone number that cannot be called',
  why: 'From abroad, and by a tap, nobody can call a number without the code of its country.',
  applies: 'Links to telephone numbers.',
  severity: 'warning',
  says: 'A telephone number has no code of its country, a digit too few or too many, or letters for digits.',
  mend: 'Write tel:+995… with digits only.',
  clause: 'RFC 3966, 5.1.4',
  *check({ document }) {
    for (const { href, words, from, at } of webLinksOf(document)) {
      if (!/^tel:/i.test(href)) continue;
      const number = printedAddress(href);
      if (/\d/.test(words) && /\p{Lu}{3}/u.test(words) && !/[^+\d\s().\p{Lu}-]/u.test(words)) {
        const message = `The telephone number ‘${words}’ has letters for digits, which not every telephone shows.`;
        yield { at, message, hints: ['Write digits only.'] };
      } else if (!number.startsWith('+') && number.replace(/\D/g, '').length > 5) {
        const message = `The telephone number ${number} cannot be called from abroad: the code of its country is missing.`;
        yield {
          at: from,
          message,
          hints: [`Write tel:+995${number.replace(/\D/g, '').replace(/^0+/, '')} if it is in Georgia.`],
        };
      } else if (/^\+995\d/.test(number) && !georgian.test(number.replace(/[\s().-]/g, ''))) {
        const digits = number.replace(/\D/g, '').length - 3;
        const message = `The telephone number ${number} has ${digits} digits behind +995; numbers in Georgia have nine.`;
        yield { at: from, message, hints: ['Check the number: a digit is missing, or one is too many.'] };
      }
    }
  },
};
