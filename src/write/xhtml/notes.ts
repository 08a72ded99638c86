/** The footnotes of a page: together at the end of its text, in the same file, each with a way back to its place. */
import { element, type Html, lines } from './element.ts';
import { backIcon } from './icons.ts';
import { noteId, referenceId, setInlines } from './inlines.ts';
import { languageAttributes } from './language.ts';
import type { BlockContext, FoundNote } from './setting.ts';

const titleId = '_notes';

/**
 * Rule of a style sheet: a space for the ear before the mark of a note. Without it the name of a header cell, which is read with each
 * cell of its row, is “GelatiNote 3”: names join what is in a line (accname 1.2, 4.3.2). It takes no room, and no line ends at it.
 */
export const spaceBeforeMarks = String.raw`sup::before{content:"\a0";font-size:0}`;

/** Null without notes. DPUB-ARIA 1.1: `doc-endnotes` is the list of them, its items need no role of their own. */
export function setNotes(notes: readonly FoundNote[], setting: BlockContext): Html | null {
  if (notes.length === 0) return null;
  const inOrder = [...notes].sort((a, b) => a.note.number - b.note.number);
  return element(
    'section',
    { class: 'notes', role: 'doc-endnotes', 'aria-labelledby': titleId },
    lines(
      element('h2', { id: titleId }, setting.language.chrome.notes),
      element('ol', {}, lines(inOrder.map((found, index) => setNote(found, index + 1, setting))), '\n'),
    ),
    '\n',
  );
}

function setNote({ note, lang }: FoundNote, expected: number, setting: BlockContext): Html {
  const { language, page } = setting;
  const own = note.lang ?? lang;
  const back = element(
    'a',
    {
      href: `#${referenceId(note)}`,
      role: 'doc-backlink',
      'aria-label': language.chrome.backToText,
    },
    backIcon,
  );
  const words = setInlines(note.children, { ...setting, lang: own });
  return element(
    'li',
    {
      id: noteId(note),
      value: note.number === expected ? null : note.number,
      ...languageAttributes(own === page.lang ? null : own),
    },
    element('p', {}, words, ' ', back),
  );
}
