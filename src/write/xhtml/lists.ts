/** Lists, and terms with what they mean. */
import type { List, ListItem, Terms } from '../../model/document.ts';
import { element, type Html, lines } from './element.ts';
import { progress } from './icons.ts';
import { setInlines } from './inlines.ts';
import { languageAttributes } from './language.ts';
import { type BlockContext, inside, setContent } from './setting.ts';

export function setList(list: List, setting: BlockContext): Html {
  return element(
    list.ordered ? 'ol' : 'ul',
    { 'data-look': list.look, ...languageAttributes(list.lang) },
    lines(list.items.map((item) => setItem(item, setting))),
    '\n',
  );
}

/**
 * The items that a text develops or a project has come to have a filled stop; `aria-current` says the same without adding
 * words of ours to the document's: "represents the current item within a set of related elements" (WAI-ARIA 1.2).
 */
const current: Readonly<Record<string, string>> = { focus: 'true', today: 'step' };

function setItem(item: ListItem, outer: BlockContext): Html {
  const setting = inside(item, outer);
  const { theme } = setting.page;
  // The bar of what is done stands after the number, or after what it counts too.
  const at = theme.looks.figures.bar.stands === 'above' ? 1 : 2;
  const [over, under] = [item.blocks.slice(0, at), item.blocks.slice(at)];
  const blocks =
    item.share === null || over.length === 0
      ? [setting.page.blocks(item.blocks, setting)]
      : [setting.page.blocks(over, setting), lines(progress(item.share, theme)), setting.page.blocks(under, setting)];
  const look = item.look;
  const mark = look === null ? null : (current[look] ?? null);
  return element('li', { 'data-look': look, 'aria-current': mark, ...languageAttributes(item.lang) }, ...blocks, '\n');
}

export function setTerms(terms: Terms, setting: BlockContext): Html {
  const items = terms.items.map(({ term, details }) =>
    element('div', {}, element('dt', {}, setInlines(term, setting)), element('dd', {}, setContent(details, setting))),
  );
  return element('dl', { 'data-look': terms.look, ...languageAttributes(terms.lang) }, lines(items), '\n');
}
