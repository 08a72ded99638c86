/** The lists of sections, tables and figures that stand in a document's text. */
import type { Block, Contents, ContentsEntry, Inlines, Section } from '../../model/document.ts';
import { element, type Html, lines } from './element.ts';
import { setInlines } from './inlines.ts';
import { languageAttributes } from './language.ts';
import type { BlockContext } from './setting.ts';

/** A section that is nothing but a list of sections. */
export function isContents({ blocks, number }: Section): boolean {
  return number === null && blocks.length === 1 && blocks.every(isListOfSections);
}

export function isListOfSections(block: Block): block is Contents {
  return block.type === 'contents' && block.of === 'sections';
}

/** The list of sections, tables or figures where a document has it in its text. */
export function setContents(contents: Contents, setting: BlockContext): Html {
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
      'aria-label': nameOf(contents, setting),
      ...languageAttributes(contents.lang),
    },
    lines(setEntries(contents.entries, setting)),
    '\n',
  );
}

/** Landmarks are told by their names: a second list of the same has a number behind its name. */
function nameOf({ of }: Contents, { language, page }: BlockContext): string {
  const name = language.chrome.listOf[of];
  let own: string = name;
  for (let count = 2; page.regions.has(own); count += 1) own = `${name} (${count})`;
  page.regions.add(own);
  return own;
}

/** Entries of deeper levels stand in the item of the entry that they follow. */
function setEntries(entries: readonly ContentsEntry[], setting: BlockContext): Html {
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
  return element('ol', {}, lines(items), '\n');
}

/** Chapters have their number in a ring, annexes a letter; parts of them, tables and figures neither. */
export function kindOf(number: string | null): string | null {
  if (number === null) return null;
  if (/^\d+$/.test(number)) return 'counted';
  return /^\p{L}+$/u.test(number) ? 'lettered' : null;
}

export function setWay(
  { id, number, title }: { readonly id: string; readonly number: string | null; readonly title: Inlines },
  setting: BlockContext,
): Html {
  const words = setInlines(title, setting);
  const parts = number === null ? [words] : [element('span', { class: 'number' }, number), ' ', words];
  return element('a', { href: setting.addresses.place(id) }, ...parts);
}
