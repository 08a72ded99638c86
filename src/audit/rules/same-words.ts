import { bare } from '../figures.ts';
import { sharedBy, type WebLink, webLinksOf } from '../links.ts';
import type { DocumentRule } from '../rule.ts';

export const sameWords: DocumentRule = {
  code: 'same-words',
  title: 'Same words for two targets',
  why: 'In a list of links nobody can tell which one leads where.',
  applies: 'Links.',
  severity: 'warning',
  says: 'Two links with the same words lead to different places.',
  mend: 'Say in each where it leads.',
  clause: 'WCAG 2.2, 2.4.4',
  *check({ document }) {
    const seen = new Map<string, WebLink>();
    for (const link of webLinksOf(document)) {
      const words = bare(link.words);
      const before = seen.get(words);
      if (words === '') continue;
      if (before === undefined) seen.set(words, link);
      else if (targetOf(before) !== targetOf(link)) {
        const related = [{ at: before.at, message: `This one leads to ${before.href}.` }];
        const message = `Two links have the words ‘${link.words}’, and this one leads to ${link.href}.`;
        yield { at: link.at, message, hints: ['Say in each where it leads.'], related, ...sharedBy(link) };
      }
    }
  },
};

/** An address without what leads to the same page. */
function targetOf({ href }: WebLink): string {
  return href
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/\/$/, '');
}
