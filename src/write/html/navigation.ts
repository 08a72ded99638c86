/** Ways to the parts of a page: the contents beside it, and the lists that stand in its text. */
import type { Contents, ContentsEntry, Section } from '../../model/document.ts';
import { plain } from '../../model/walk.ts';
import { element, type Html, lines } from './element.ts';
import { setInlines } from './inlines.ts';
import { languageOf } from './language.ts';
import type { Setting } from './setting.ts';

const titleId = '_contents';

/**
 * A way to each section, and in a document with numbered sections to those inside of them; with one section there is
 * nothing to choose.
 */
export function setSideContents(sections: readonly Section[], setting: Setting): Html | null {
  if (sections.length < 2) return null;
  const deep = sections.some(({ number }) => number !== null);
  // A list of sections in the text does the same in narrow windows.
  const twice = sections.some(({ blocks }) =>
    blocks.some((block) => block.type === 'contents' && block.of === 'sections'),
  );
  return element(
    'nav',
    { class: ['contents', deep ? 'rings' : '', twice ? 'twice' : ''].join(' ').trim(), 'aria-labelledby': titleId },
    lines(
      element('p', { id: titleId }, setting.job.chrome.contents),
      element('ol', {}, lines(...sections.map((section) => setEntry(section, deep, setting))), '\n'),
    ),
    '\n',
  );
}

function setEntry(section: Section, deep: boolean, setting: Setting): Html {
  const { id, number, title, lang } = section;
  const inner = deep ? section.blocks.filter((block) => block.type === 'section') : [];
  const list =
    inner.length === 0
      ? null
      : lines(element('ol', {}, lines(...inner.map((sub) => setEntry(sub, false, setting))), '\n'));
  const way = setWay({ id: id.value, number, title: plain(title) }, setting);
  return element('li', { class: kindOf(number), ...languageOf(lang) }, way, list);
}

/** The list of sections, tables or figures where a document has it in its text. */
export function setContents(contents: Contents, setting: Setting): Html {
  return element(
    'nav',
    {
      class: contents.entries.some(({ number }) => kindOf(number) === 'counted')
        ? `toc rings ${contents.of}`
        : `toc ${contents.of}`,
      'aria-label': setting.job.chrome.listOf[contents.of],
      ...languageOf(contents.lang),
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
  { id, number, title }: { readonly id: string; readonly number: string | null; readonly title: string },
  setting: Setting,
): Html {
  const at = { file: '', line: 1, column: 1 };
  const words = setInlines([{ type: 'text', value: title, from: at, at, lang: null }], setting);
  const parts = number === null ? [words] : [element('span', { class: 'number' }, number), ' ', words];
  return element('a', { href: `#${id}` }, ...parts);
}
