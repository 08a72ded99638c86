/** The fragments by which Markdown's programs (GitHub, GitLab, editors) lead to headings: made of their words. */
import type { Document, Id, Section } from '../../model/document.ts';
import { descend, plain } from '../../model/walk.ts';

export function slugsOf(document: Document): ReadonlyMap<Id, string> {
  const slugs = new Map<Id, string>();
  const used = new Map<string, number>();
  const take = (words: string): string => {
    const slug = slugOf(words);
    const count = used.get(slug) ?? 0;
    used.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  };
  take(plain(document.cover.title.children));
  const sections = [...descend(document.body)].filter((block): block is Section => block.type === 'section');
  for (const { id, number, title } of sections) {
    const slug = take(`${number === null ? '' : `${number} `}${plain(title)}`);
    if (slug !== '') slugs.set(id.value, slug);
  }
  return slugs;
}

function slugOf(words: string): string {
  return words
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}
