import { printedAddress } from '../../model/address.ts';
import { sharedBy, type WebLink, webLinksOf } from '../links.ts';
import type { DocumentRule } from '../rule.ts';

export const otherSite: DocumentRule = {
  code: 'other-site',
  title: 'Link to another site than it names',
  why: 'Readers are led to a site that they have not chosen; that is how they are deceived.',
  applies: 'Links whose words are an address, a mail address or a telephone number.',
  severity: 'error',
  says: 'The words of a link name one address, and it leads to another.',
  mend: 'Correct the words or the address.',
  clause: 'WCAG 2.2, 2.4.4',
  *check({ document }) {
    for (const link of webLinksOf(document)) {
      const named = namedIn(link);
      if (named === null) continue;
      const message = `The words of the link name ${named}, and it leads to ${printedAddress(link.href)}.`;
      yield { at: link.at, message, hints: ['Correct the words or the address.'], ...sharedBy(link) };
    }
  },
};

const host = /^(?:https?:\/\/)?(?:www\.)?((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})(?::\d+)?(?:[/?#]\S*)?$/iu;
const mail = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/;

/** What the words name and the address is not; null where they agree, or name nothing. */
function namedIn({ words, href }: WebLink): string | null {
  const text = words.replace(/[.,;:]$/, '');
  if (/^https?:/i.test(href)) {
    if (mail.test(text)) return text;
    const [, name] = host.exec(text) ?? [];
    const [, own] = host.exec(href) ?? [];
    if (name === undefined || own === undefined || isFile(text) || name.split('.').some((label) => label.length > 63))
      return null;
    return sameSite(name.toLowerCase(), own.toLowerCase()) ? null : name;
  }
  if (/^mailto:/i.test(href)) {
    const boxes = printedAddress(href).toLowerCase();
    return mail.test(text) && !boxes.split(', ').includes(text.toLowerCase()) ? text : null;
  }
  if (!/^\+?[\d\s().\u00a0\u2011–-]{5,}$/.test(text)) return null;
  const digits = (text: string) => text.replace(/\D/g, '');
  const [one, two] = [digits(text), digits(href)];
  // A number may be text without the code of its country.
  return two.endsWith(one.replace(/^0+/, '')) || one.endsWith(two) ? null : text;
}

/** report.pdf names a file and no site. */
function isFile(words: string): boolean {
  return /^[^/]+\.(?:pdf|docx?|xlsx?|pptx?|csv|json|html?|txt|zip|png|jpe?g)$/i.test(words);
}

/** Whether one is the other, or a part of it. */
function sameSite(one: string, other: string): boolean {
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);
}
