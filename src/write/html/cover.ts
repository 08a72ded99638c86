/** The head of a page: the cover of its document. */
import type { Block, Cover } from '../../model/document.ts';
import type { Theme } from '../../theme/theme.ts';
import { element, type Html, lines, sequence } from '../xhtml/element.ts';
import { setInlines } from '../xhtml/inlines.ts';
import { languageAttributes } from '../xhtml/language.ts';
import { type BlockContext, inside } from '../xhtml/setting.ts';
import { crossing, masthead } from './masthead.ts';

/** Brochures and factsheets have a navy masthead; what says its kind over its title has the cover of a report. */
export function setCover(cover: Cover, theme: Theme, outer: BlockContext): Html {
  const setting = inside(cover, outer);
  const { arrangement } = cover.look === 'head' ? theme.looks.cover.head : theme.looks.cover.plain;
  if (arrangement === 'plain') return setPlain(cover, setting);
  const parted =
    cover.look === null && cover.before.some((block) => block.type === 'paragraph' && block.look === 'kind');
  return element(
    'header',
    { class: parted ? 'masthead parted' : 'masthead', 'data-look': cover.look, ...languageAttributes(cover.lang) },
    ...(parted ? setParted(cover, theme, setting) : setMasthead(cover, theme, setting)),
    '\n',
  );
}

/** All on the page's own ground. */
function setPlain(cover: Cover, setting: BlockContext): Html {
  const attributes = { class: 'masthead', 'data-look': cover.look, ...languageAttributes(cover.lang) };
  const after = setting.page.blocks(cover.after, setting);
  return element(
    'header',
    attributes,
    lines(element('div', { class: 'shell' }, setOpening(cover, setting), after, '\n')),
    '\n',
  );
}

function setMasthead(cover: Cover, theme: Theme, setting: BlockContext): readonly Html[] {
  const shell = element(
    'div',
    { class: 'shell' },
    setOpening(cover, setting),
    setting.page.blocks(cover.after, setting),
    '\n',
  );
  return [lines(shell, masthead(theme))];
}

/** Title on the page's own ground, facts on navy, and the lanes that cross from one to the other. */
function setParted(cover: Cover, theme: Theme, setting: BlockContext): readonly Html[] {
  const shell = (...children: readonly Html[]) => lines(element('div', { class: 'shell' }, ...children, '\n'));
  return [
    lines(
      element('div', { class: 'ground' }, shell(setOpening(cover, setting)), '\n'),
      element(
        'div',
        { class: 'field' },
        lines(crossing(theme)),
        shell(setting.page.blocks(cover.after, setting)),
        '\n',
      ),
    ),
  ];
}

function setOpening({ before, title }: Cover, setting: BlockContext): Html {
  const inBar = (block: Block) => block.type === 'emblems' || block.type === 'languages';
  // Only those that stand first, so that the order is the document's.
  const end = before.findIndex((block) => !inBar(block));
  const [bar, over] = end < 0 ? [before, []] : [before.slice(0, end), before.slice(end)];
  return sequence(
    bar.length === 0 ? null : lines(element('div', { class: 'bar' }, setting.page.blocks(bar, setting), '\n')),
    setting.page.blocks(over, setting),
    lines(element('h1', languageAttributes(title.lang), setInlines(title.children, inside(title, setting)))),
  );
}
