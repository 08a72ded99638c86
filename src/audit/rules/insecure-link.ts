import { webLinksOf } from '../links.ts';
import type { DocumentRule } from '../rule.ts';

export const insecureLink: DocumentRule = {
  code: 'insecure-link',
  title: 'Link without encryption',
  why: 'Browsers warn of the page, and others can read and change what readers see.',
  applies: 'Links to the web.',
  severity: 'warning',
  says: 'A link leads to a page without encryption, which browsers warn of.',
  mend: 'Write https:// if the site has it; almost every site does.',
  *check({ document }) {
    for (const { href, from } of webLinksOf(document)) {
      if (!/^http:/i.test(href)) continue;
      const message = `The address begins with http://, and browsers warn of such pages: ${href}.`;
      yield { at: from, message, hints: ['Write https:// if the site has it; almost every site does.'] };
    }
  },
};
