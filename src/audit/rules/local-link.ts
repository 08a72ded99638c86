import { webLinksOf } from '../links.ts';
import type { DocumentRule } from '../rule.ts';

/** This machine, networks of one house (RFC 1918, RFC 6762), names that no network has (RFC 2606 without its examples). */
const local =
  /^https?:\/\/(?:[^/@]*@)?(?:localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1\]|10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}|[^/:]+\.(?:local|localhost|internal|lan|test|invalid))(?=[:/?#]|$)/i;

export const localLink: DocumentRule = {
  code: 'local-link',
  title: 'Link to a machine of one’s own',
  why: 'Nobody else can open it.',
  applies: 'Links to the web.',
  severity: 'error',
  says: 'A link leads to a machine that readers cannot reach.',
  mend: 'Write the public address of the page.',
  *check({ document }) {
    for (const { href, from } of webLinksOf(document)) {
      if (!local.test(href)) continue;
      const message = `The address is of a machine that readers cannot reach: ${href}.`;
      yield { at: from, message, hints: ['Write the public address of the page.'] };
    }
  },
};
