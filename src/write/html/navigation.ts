/** Ways to the parts of a page: the contents beside it, and the lists that stand in its text. */
import type { Block, Contents, ContentsEntry, Inlines, Section } from '../../model/document.ts';
import { descend, quotable } from '../../model/walk.ts';
import { element, type Html, lines } from '../xhtml/element.ts';
import { setInlines } from '../xhtml/inlines.ts';
import { languageAttributes } from '../xhtml/language.ts';
import type { Setting } from '../xhtml/setting.ts';

const titleId = '_contents';

/**
 * A way to each section, and in a document with numbered sections to those inside of them; with one section there is
 * nothing to choose. Where the text has a list of sections, this is that list: wide windows show it here, narrow ones there.
 */
export function setSideContents(sections: readonly Section[], setting: Setting): Html | null {
  if (!hasSideContents(sections)) return null;
  const listed = listsOfSections(sections).flatMap(({ entries }) => entries.map(({ level }) => level));
  const numbered = sections.some(({ number }) => number !== null);
  const depth = listed.length > 0 ? Math.max(...listed) : numbered ? 2 : 1;
  const shown = sections.filter((section) => !isContents(section));
  return element(
    'nav',
    {
      class: ['contents', numbered ? 'rings' : '', listed.length > 0 ? 'twice' : ''].filter(Boolean).join(' '),
      'aria-labelledby': titleId,
    },
    lines(
      element('p', { id: titleId }, setting.job.language.chrome.contents),
      element('ol', {}, lines(...shown.map((section) => setEntry(section, depth, setting))), '\n'),
    ),
    '\n',
  );
}

export function hasSideContents(sections: readonly Section[]): boolean {
  return sections.length > 1;
}

function listsOfSections(sections: readonly Section[]): readonly Contents[] {
  return [...descend(sections)].filter(isListOfSections);
}

/** A section that is nothing but a list of sections. */
export function isContents({ blocks, number }: Section): boolean {
  return number === null && blocks.length === 1 && blocks.every(isListOfSections);
}

function isListOfSections(block: Block): block is Contents {
  return block.type === 'contents' && block.of === 'sections';
}

function setEntry(section: Section, depth: number, setting: Setting): Html {
  const { id, number, title, lang } = section;
  const inner = depth > 1 ? section.blocks.filter((block) => block.type === 'section') : [];
  const list =
    inner.length === 0
      ? null
      : lines(element('ol', {}, lines(...inner.map((sub) => setEntry(sub, depth - 1, setting))), '\n'));
  const way = setWay({ id: id.value, number, title: quotable(title) }, setting);
  return element('li', { class: kindOf(number), ...languageAttributes(lang) }, way, list);
}

/** The list of sections, tables or figures where a document has it in its text. */
export function setContents(contents: Contents, setting: Setting): Html {
  return element(
    'nav',
    {
      class: [
        'toc',
        contents.entries.some(({ number }) => kindOf(number) === 'counted') ? 'rings' : '',
        contents.of,
        contents.of === 'sections' && setting.page.beside ? 'twice' : '',
      ]
        .filter(Boolean)
        .join(' '),
      'aria-label': setting.job.language.chrome.listOf[contents.of],
      ...languageAttributes(contents.lang),
    },
    lines(setEntries(contents.entries, setting)),
    '\n',
  );
}

/** Entries of deeper levels stand in the item of the entry that they follow. */
function setEntries(entries: readonly ContentsEntry[], setting: Setting): Html {
  const items: Html[] = [];
  const least = Math.min(...entries.map(({ level }) => level));
  for (let from = 0; from < entries.length; ) {
    const entry = entries[from];
    if (entry === undefined) break;
    const next = entries.findIndex(({ level }, index) => index > from && level <= Math.max(entry.level, least));
    const inner = entries.slice(from + 1, next < 0 ? entries.length : next);
    const list = inner.length === 0 ? null : lines(setEntries(inner, setting));
    items.push(element('li', { class: kindOf(entry.number) }, setWay(entry, setting), list));
    from += 1 + inner.length;
  }
  return element('ol', {}, lines(...items), '\n');
}

/** Chapters have their number in a ring, annexes a letter; parts of them, tables and figures neither. */
function kindOf(number: string | null): string | null {
  if (number === null) return null;
  if (/^\d+$/.test(number)) return 'counted';
  return /^\p{L}+$/u.test(number) ? 'lettered' : null;
}

function setWay(
  { id, number, title }: { readonly id: string; readonly number: string | null; readonly title: Inlines },
  setting: Setting,
): Html {
  const words = setInlines(title, setting);
  const parts = number === null ? [words] : [element('span', { class: 'number' }, number), ' ', words];
  return element('a', { href: `#${id}` }, ...parts);
}
