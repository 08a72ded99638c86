import { webLinksOf } from '../links.ts';
import type { DocumentRule } from '../rule.ts';

const doubled = /^(?:https?:\/\/)(?:https?(?::|\/\/|%3a)|www\.https?)|^mailto:(?:https?:|mailto:)|^tel:tel:/i;

export const doubledScheme: DocumentRule = {
  code: 'doubled-scheme',
  title: 'Address that begins twice',
  why: 'The link cannot be opened.',
  applies: 'Links to the web.',
  severity: 'error',
  says: 'An address begins twice, so that it cannot be opened.',
  mend: 'Remove the second beginning.',
  *check({ document }) {
    for (const { href, from } of webLinksOf(document)) {
      if (!doubled.test(href)) continue;
      const [, rest = href] = /^(?:https?:\/\/|mailto:|tel:)(.*)$/is.exec(href) ?? [];
      const message = `The address begins twice, so that it cannot be opened: ${href}`;
      yield { at: from, message: `${message}.`, hints: [`Write ${rest.replace(/^(https?)(?::?\/\/)/i, '$1://')}`] };
    }
  },
};
