/**
 * Where links lead. Programs for Markdown (GitHub, GitLab, editors) make a fragment of the words of each heading; what has none
 * says its own.
 */
import type { Document, Id, Section } from '../../model/document.ts';
import type { CaptionedBlock } from '../../model/kinds.ts';
import { captionedIn, descend, plain } from '../../model/walk.ts';

export interface Fragment {
  readonly name: string;
  /** Whether the page has to say it. */
  readonly anchored: boolean;
}

/** Of every section, and of every caption with words. */
export function placesOf(document: Document): ReadonlyMap<Id, Fragment> {
  const places = new Map<Id, Fragment>();
  const used = new Map<string, number>();
  /** What programs make of headings of the same words is a name, too. */
  const given = new Set<string>();
  const take = (words: string): string => {
    const slug = slugOf(words);
    const count = used.get(slug) ?? 0;
    used.set(slug, count + 1);
    const name = count === 0 ? slug : `${slug}-${count}`;
    given.add(name);
    return name;
  };
  const unused = (name: string): string => (given.has(name) ? unused(`${name}-`) : name);
  const own = (id: Id): void => {
    const name = unused(id);
    given.add(name);
    places.set(id, { name, anchored: true });
  };
  take(plain(document.cover.title.children));
  const sections = descend(document.body).filter((block): block is Section => block.type === 'section');
  for (const { id, number, title } of sections) {
    const slug = take(`${number === null ? '' : `${number} `}${plain(title)}`);
    if (/[\p{L}\p{N}]/u.test(slug)) places.set(id.value, { name: slug, anchored: false });
  }
  for (const { id } of sections) if (!places.has(id.value)) own(id.value);
  for (const block of captionedIn(document)) if (block.id !== null && isSaid(block)) own(block.id.value);
  return places;
}

function isSaid(block: CaptionedBlock): boolean {
  const words = [block.caption, block.type === 'figure' ? block.credit : block.summary];
  return block.number !== null || words.some((part) => part !== null && plain(part).trim() !== '');
}

function slugOf(words: string): string {
  return words
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}
