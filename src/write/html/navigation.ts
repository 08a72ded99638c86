/** The contents beside the page. */
import type { Contents, Section } from '../../model/document.ts';
import { descend, quotable, sectionsIn } from '../../model/walk.ts';
import { isContents, isListOfSections, kindOf, setWay } from '../xhtml/contents.ts';
import { element, type Html, lines } from '../xhtml/element.ts';
import { languageAttributes } from '../xhtml/language.ts';
import type { BlockContext } from '../xhtml/setting.ts';

const titleId = '_contents';

/**
 * A way to each section, and in a document with numbered sections to those inside of them; with one section there is
 * nothing to choose. Where the text has a list of sections, this is that list: wide windows show it here, narrow ones there.
 */
export function setSideContents(sections: readonly Section[], setting: BlockContext): Html | null {
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
      element('p', { id: titleId }, setting.language.chrome.contents),
      element('ol', {}, lines(shown.map((section) => setEntry(section, depth, setting))), '\n'),
    ),
    '\n',
  );
}

export function hasSideContents(sections: readonly Section[]): boolean {
  return sections.length > 1;
}

function listsOfSections(sections: readonly Section[]): readonly Contents[] {
  return descend(sections).filter(isListOfSections);
}

function setEntry(section: Section, depth: number, setting: BlockContext): Html {
  const { id, number, title, lang } = section;
  const inner = depth > 1 ? sectionsIn(section.blocks) : [];
  const list =
    inner.length === 0
      ? null
      : lines(element('ol', {}, lines(inner.map((sub) => setEntry(sub, depth - 1, setting))), '\n'));
  const entry = setWay({ id: id.value, number, title: quotable(title) }, setting);
  return element('li', { class: kindOf(number), ...languageAttributes(lang) }, entry, list);
}
