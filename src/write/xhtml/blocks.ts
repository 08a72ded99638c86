/** Block nodes as HTML. A look is written as `data-look`, which the style sheet reads; it never changes an element. */
import type {
  Aside,
  Block,
  Blocks,
  Columns,
  Composed,
  Emblem,
  Emblems,
  Languages,
  Paragraph,
  Section,
} from '../../model/document.ts';
import { madeOf } from '../../model/kinds.ts';
import { shown } from '../../model/nodes.ts';
import { headingOf } from '../../model/walk.ts';
import { isContents, setContents } from './contents.ts';
import { element, type Html, lines, sequence } from './element.ts';
import { asideIcon } from './icons.ts';
import { setInlines } from './inlines.ts';
import { languageAttributes } from './language.ts';
import { setList, setTerms } from './lists.ts';
import { setChart, setFigure, setImage, setQuote } from './pictures.ts';
import { type BlockContext, inside } from './setting.ts';
import { setTable } from './tables.ts';

export function setBlocks(blocks: Blocks, setting: BlockContext): Html {
  return lines(blocks.map((block) => setBlock(block, inside(block, setting))));
}

function setBlock(block: Block, setting: BlockContext): Html {
  switch (block.type) {
    case 'section':
      return setSection(block, setting);
    case 'paragraph':
      return setParagraph(block, setting);
    case 'list':
      return setList(block, setting);
    case 'terms':
      return setTerms(block, setting);
    case 'aside':
      return setAside(block, setting);
    case 'figure':
      return setFigure(block, setting);
    case 'table':
      return setTable(block, setting);
    case 'chart':
      return setChart(block, setting);
    case 'quote':
      return setQuote(block, setting);
    case 'contents':
      return setContents(block, setting);
    case 'columns':
      return setColumns(block, setting);
    case 'emblems':
      return setEmblems(block, setting);
    case 'languages':
      return setLanguages(block, setting);
    default:
      return setMade(block satisfies Composed, setting);
  }
}

/** What has no element of its own is what it is made of. */
function setMade(block: Composed, setting: BlockContext): Html {
  const blocks = madeOf(block, setting.page.lang).map((made) => setBlock(made, inside(made, setting)));
  return sequence(blocks.flatMap((made, index) => (index === 0 ? [made] : ['\n', made])));
}

function setSection(section: Section, outer: BlockContext): Html {
  const setting = { ...outer, depth: outer.depth + 1 };
  const { id, look, number, title, lang, blocks } = section;
  const level = setting.depth + 1;
  const beyond = level > 6 ? { role: 'heading', 'aria-level': level } : {};
  const words = setInlines(title, setting);
  return element(
    'section',
    {
      id: id.value,
      class: setting.page.beside && isContents(section) ? 'twice' : null,
      'data-look': look,
      ...languageAttributes(lang),
    },
    lines(
      element(
        `h${Math.min(level, 6)}`,
        { class: number === null ? null : 'numbered', ...beyond },
        ...(number === null ? [words] : [element('span', { class: 'number' }, number), ' ', words]),
      ),
    ),
    setting.page.blocks(blocks, setting),
    '\n',
  );
}

function setParagraph(
  paragraph: Paragraph,
  setting: BlockContext,
  { icon, id }: { readonly icon: Html | null; readonly id: string | null } = { icon: null, id: null },
): Html {
  const { look, lang, children } = paragraph;
  // A key figure looks like a heading, and a `p` that does so is taken for one that lacks its element.
  const name = look === 'figure' ? 'div' : 'p';
  return element(name, { id, 'data-look': look, ...languageAttributes(lang) }, icon, setInlines(children, setting));
}

/**
 * An aside that is named, by a label or by the heading that it begins with, is a region of the page. Not the `complementary` of its element: that belongs beside `main`, not in it,
 * and an aside of ours is part of the reading order.
 */
function setAside(aside: Aside, setting: BlockContext): Html {
  const label = aside.label?.value ?? null;
  const heading = label === null && headingOf(aside) !== null ? setting.page.name('aside') : null;
  const [first, ...rest] = aside.blocks;
  const icon = asideIcon(aside, setting.page.theme);
  const isRegion = heading !== null || (label !== null && !setting.page.regions.has(label));
  if (label !== null) setting.page.regions.add(label);
  return element(
    'aside',
    {
      role: isRegion ? 'region' : 'note',
      'aria-label': label,
      'aria-labelledby': heading,
      'data-look': aside.look,
      ...languageAttributes(aside.lang),
    },
    first?.type === 'paragraph' && (icon !== null || heading !== null)
      ? sequence(
          lines(setParagraph(first, inside(first, setting), { icon, id: heading })),
          setting.page.blocks(rest, setting),
        )
      : setting.page.blocks(aside.blocks, setting),
    '\n',
  );
}

function setColumns(columns: Columns, setting: BlockContext): Html {
  return element(
    'div',
    { class: 'columns', 'data-look': columns.look, ...languageAttributes(columns.lang) },
    lines(columns.columns.map((blocks) => element('div', {}, setting.page.blocks(blocks, setting), '\n'))),
    '\n',
  );
}

function setEmblems(emblems: Emblems, setting: BlockContext): Html {
  return element(
    'div',
    { class: 'emblems', ...languageAttributes(emblems.lang) },
    lines(emblems.items.map((emblem) => setEmblem(emblem, inside(emblem, setting)))),
    '\n',
  );
}

function setEmblem({ name, picture, lang }: Emblem, setting: BlockContext): Html {
  return picture === null
    ? element('p', { class: 'slot', ...languageAttributes(lang) }, setInlines(shown(name), setting))
    : element('p', { class: 'emblem', ...languageAttributes(lang) }, setImage({ picture, alt: name }, setting));
}

function setLanguages({ editions }: Languages, { page, addresses, language }: BlockContext): Html {
  const names = editions.map((edition, index) => {
    const attributes = languageAttributes(edition.lang);
    const name =
      edition.lang === page.lang
        ? element('strong', { ...attributes, 'aria-current': 'true' }, edition.name)
        : element('a', { href: addresses.edition(edition.lang), hreflang: edition.lang, ...attributes }, edition.name);
    return index === 0 ? [name] : [' | ', name];
  });
  return element(
    'nav',
    { class: 'languages', 'aria-label': language.chrome.languages },
    element('p', {}, ...names.flat()),
  );
}
