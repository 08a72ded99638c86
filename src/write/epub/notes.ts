/**
 * The notes of a file, after its text. Reading systems that can show a note over the text do so, and some then leave it out of
 * the text: so each is an aside by itself, without a heading over them.
 */
import { element, type Html, lines } from '../xhtml/element.ts';
import { noteId, referenceId, setInlines } from '../xhtml/inlines.ts';
import { languageAttributes } from '../xhtml/language.ts';
import type { BlockContext, FoundNote } from '../xhtml/setting.ts';

/** Null without notes. */
export function setFootnotes(notes: readonly FoundNote[], setting: BlockContext): Html | null {
  if (notes.length === 0) return null;
  const inOrder = [...notes].sort((a, b) => a.note.number - b.note.number);
  return element('div', { class: 'footnotes' }, lines(inOrder.map((found) => setFootnote(found, setting))), '\n');
}

/** Its number leads back to the text. */
function setFootnote({ note, lang }: FoundNote, setting: BlockContext): Html {
  const { language, page } = setting;
  const own = note.lang ?? lang;
  const name = `${note.number}. ${language.chrome.backToText}`;
  const back = { href: `#${referenceId(note)}`, role: 'doc-backlink', 'aria-label': name, lang: page.lang };
  return element(
    'aside',
    { id: noteId(note), role: 'doc-footnote', ...languageAttributes(own === page.lang ? null : own) },
    element(
      'p',
      {},
      element('a', own === page.lang ? { ...back, lang: null } : back, String(note.number)),
      ' ',
      setInlines(note.children, { ...setting, lang: own }),
    ),
  );
}
