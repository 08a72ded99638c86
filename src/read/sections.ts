/** Sections, and the order in which they and other blocks stand. */
import type { Block, Inlines, Lang, Section } from '../model/document.ts';
import { readId } from './captioned.ts';
import { readTitle } from './inlines.ts';
import type { Element } from './parse.ts';
import { type Around, elementsOf, forTemplates, lookOf, type Reading } from './reading.ts';

/** HTML has six levels of headings, and the title takes the first. */
export const sectionLimit = 5;

export function readSection(
  element: Element,
  base: Pick<Block, 'at' | 'from' | 'lang'>,
  around: Around,
  reading: Reading,
): Section | null {
  const within = { ...around, sections: around.sections + 1 };
  if (within.sections === sectionLimit + 1)
    reading.fault('too-deep', element, `Sections are nested more than ${sectionLimit} levels deep.`, [
      'Move it one level up, or make it a list.',
    ]);
  const elements = elementsOf(element.children);
  const title = readHeading(element, elements, around.lang, reading);
  checkOrder(elements, reading);
  const blocks = reading.blocks(elements, within);
  const id = readId(element, reading);
  const look = lookOf(element, reading);
  const number = reading.survey.numberOf(element);
  return title === null || id === null ? null : { type: 'section', ...base, id, look, number, title, blocks };
}

function readHeading(section: Element, elements: readonly Element[], around: Lang, reading: Reading): Inlines | null {
  const { report } = reading;
  const [heading, second] = elements.filter(({ name }) => name === 'h');
  if (heading === undefined) {
    reading.fault('missing-heading', section, 'The section does not have a heading.', [
      'Give it one.',
      ...forTemplates(section, 'Start it with an <h>.'),
    ]);
    return null;
  }
  if (heading !== elements[0])
    report.error('misplaced-element', heading.at, 'The heading is not first in its section.');
  if (second !== undefined)
    report.error('second-heading', second.at, 'The section has a second heading.', {
      hints: ['Put it in its own <section>.'],
    });
  return readTitle(heading, around, reading);
}

/** What follows a nested section would be read as part of it. */
export function checkOrder(elements: readonly Element[], { report }: Reading): void {
  const first = elements.findIndex(holdsSection);
  if (first < 0) return;
  const stray = elements.slice(first).find((element) => !holdsSection(element));
  if (stray !== undefined)
    report.error('misplaced-element', stray.at, `<${stray.name}> comes after a nested section.`, {
      hints: ['Put it before the nested sections or into one of them.'],
    });
}

function holdsSection({ name, children }: Element): boolean {
  if (name !== 'columns' && name !== 'column') return name === 'section';
  return elementsOf(children).some(holdsSection);
}
