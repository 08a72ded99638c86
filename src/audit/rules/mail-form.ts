import { decoded } from '../../model/address.ts';
import { webLinksOf } from '../links.ts';
import type { DocumentRule } from '../rule.ts';

const atom = /^[\p{L}\p{N}!#$&'*+/=?^_`{|}~%-]+(?:\.[\p{L}\p{N}!#$&'*+/=?^_`{|}~%-]+)*$/u;
const domain = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}{2,63}$/u;

export const mailForm: DocumentRule = {
  code: 'mail-form',
  title: 'Mail address that cannot be one',
  why: 'Mail to it comes back, or goes to a stranger.',
  applies: 'Links to mail addresses.',
  severity: 'error',
  says: 'A mail address cannot be one: mail to it comes back.',
  mend: 'Correct the address: name@organization.org.',
  clause: 'RFC 5321, 4.1.2',
  *check({ document }) {
    for (const { href, from } of webLinksOf(document)) {
      const [, boxes] = /^mailto:([^?#]*)/i.exec(href) ?? [];
      for (const box of boxes?.split(',') ?? []) {
        const [, name = '', host = ''] = /^(.*)@([^@]*)$/s.exec(decoded(box)) ?? [];
        if (atom.test(name) && (domain.test(host) || /^xn--/i.test(host) || /\.xn--/i.test(host))) continue;
        const message = `‘${box}’ cannot be a mail address.`;
        yield { at: from, message, hints: ['Correct the address: name@organization.org.'] };
      }
    }
  },
};
