import { webLinksOf } from '../links.ts';
import type { DocumentRule } from '../rule.ts';

/** Characters. A short address such as iom.int may be read out; a path of letters and signs says nothing. */
const longest = 40;

export const bareAddress: DocumentRule = {
  code: 'bare-address',
  title: 'Address as the words of a link',
  why: 'A screen reader reads an address letter by letter, and in a list of links nobody can tell where it leads.',
  applies: 'Links to the web.',
  severity: 'warning',
  says: 'A link is on its own address, which is read out letter by letter.',
  mend: 'Write in words what the link leads to.',
  clause: 'WCAG 2.2, 2.4.4',
  *check({ document }) {
    for (const { words, at } of webLinksOf(document)) {
      if (/\s/.test(words)) continue;
      const isWhole = /^https?:\/\//i.test(words);
      if (!isWhole && !(words.length > longest && /^[\w-]+(?:\.[\w-]+)+[/?#]/.test(words))) continue;
      const message = `The link is on its own address, ‘${words}’, which is read out letter by letter.`;
      const hint = 'Write in words what the link leads to; on paper the address is printed beside them.';
      yield { at, message, hints: [hint] };
    }
  },
};
