/** Block nodes as HTML. A look is written as `data-look`, which the style sheet reads; it never changes an element. */
import type {
  Aside,
  Block,
  Blocks,
  Emblem,
  Emblems,
  Figure,
  Image,
  Languages,
  List,
  ListItem,
  Paragraph,
  Picture,
  Section,
} from '../../model/document.ts';
import type { Job } from '../targets.ts';
import { element, type Html, lines } from './element.ts';
import { type Context, editionAddress, setInlines } from './inlines.ts';
import { direction, languageOf } from './language.ts';

/** Where a block stands. */
export interface Setting extends Context {
  readonly job: Job;
  /** Sections around it: a heading of depth 1 is an h2, below the title. */
  readonly depth: number;
  /** Whether paragraphs are running text, whose words may be divided. */
  readonly running: boolean;
}

export function setBlocks(blocks: Blocks, setting: Setting): Html {
  return lines(
    ...blocks.map((block) => setBlock(block, block.lang === null ? setting : { ...setting, lang: block.lang })),
  );
}

function setBlock(block: Block, setting: Setting): Html {
  switch (block.type) {
    case 'section':
      return setSection(block, setting);
    case 'paragraph':
      return setParagraph(block, setting);
    case 'list':
      return setList(block, setting);
    case 'aside':
      return setAside(block, setting);
    case 'figure':
      return setFigure(block, setting);
    case 'emblems':
      return setEmblems(block, setting);
    case 'languages':
      return setLanguages(block, setting);
    default:
      throw new Error(`no HTML of ${block.type}`);
  }
}

function setSection(section: Section, outer: Setting): Html {
  const setting = { ...outer, depth: outer.depth + 1 };
  const level = setting.depth + 1;
  const beyond = level > 6 ? { role: 'heading', 'aria-level': level } : {};
  return element(
    'section',
    { id: section.id.value, 'data-look': section.look, ...languageOf(section.lang) },
    lines(element(`h${Math.min(level, 6)}`, beyond, setInlines(section.title, setting))),
    setBlocks(section.blocks, setting),
    '\n',
  );
}

function setParagraph(paragraph: Paragraph, setting: Setting): Html {
  const { look, lang, children } = paragraph;
  const divided = setting.running && look === null;
  return element('p', { 'data-look': look, ...languageOf(lang) }, setInlines(children, setting, divided));
}

function setList(list: List, setting: Setting): Html {
  return element(
    list.ordered ? 'ol' : 'ul',
    { 'data-look': list.look, ...languageOf(list.lang) },
    lines(...list.items.map((item) => setItem(item, setting))),
    '\n',
  );
}

/**
 * The item that the text develops has a filled stop; `aria-current` says the same without adding words of ours to the
 * document's: "represents the current item within a set of related elements" (WAI-ARIA 1.2).
 */
function setItem(item: ListItem, outer: Setting): Html {
  const setting = { ...outer, running: false, lang: item.lang ?? outer.lang };
  const focus = item.look === 'focus' ? 'true' : null;
  return element(
    'li',
    { 'data-look': item.look, 'aria-current': focus, ...languageOf(item.lang) },
    setBlocks(item.blocks, setting),
    '\n',
  );
}

/**
 * A named aside is a region of the page. Not the `complementary` of its element: that belongs beside `main`, not in it,
 * and an aside of ours is part of the reading order.
 */
function setAside(aside: Aside, setting: Setting): Html {
  const label = aside.label?.value ?? null;
  return element(
    'aside',
    {
      role: label === null ? 'note' : 'region',
      'aria-label': label,
      'data-look': aside.look,
      ...languageOf(aside.lang),
    },
    setBlocks(aside.blocks, setting),
    '\n',
  );
}

function setFigure(figure: Figure, setting: Setting): Html {
  const { caption, credit } = figure;
  const words = [
    caption === null ? null : setInlines(caption, setting),
    caption === null || credit === null ? null : ' ',
    credit === null ? null : element('small', {}, setInlines(credit, setting)),
  ];
  return element(
    'figure',
    { 'data-look': figure.look, ...languageOf(figure.lang) },
    lines(setImage(figure.image), caption === null && credit === null ? null : element('figcaption', {}, ...words)),
    '\n',
  );
}

function setImage({ picture, alt }: Image): Html {
  const { width, height } = picture.value;
  return element('img', { src: dataAddress(picture.value), alt: alt?.value ?? '', width, height });
}

function setEmblems(emblems: Emblems, setting: Setting): Html {
  return element(
    'div',
    { class: 'emblems', ...languageOf(emblems.lang) },
    lines(...emblems.items.map((emblem) => setEmblem(emblem, setting))),
    '\n',
  );
}

function setEmblem({ name, picture, lang }: Emblem, setting: Setting): Html {
  const words = { type: 'text', value: name.value, from: name.from, at: name.from, lang: null } as const;
  return picture === null
    ? element('p', { class: 'slot', ...languageOf(lang) }, setInlines([words], setting))
    : element('p', { class: 'emblem', ...languageOf(lang) }, setImage({ picture, alt: name }));
}

function setLanguages({ editions }: Languages, { lang, job }: Setting): Html {
  const names = editions.map((edition, index) => {
    const attributes = { lang: edition.lang, dir: direction(edition.lang) === 'rtl' ? 'rtl' : null };
    const name =
      edition.lang === lang
        ? element('strong', { ...attributes, 'aria-current': 'true' }, edition.name)
        : element(
            'a',
            { href: editionAddress(job, edition.lang), hreflang: edition.lang, ...attributes },
            edition.name,
          );
    return index === 0 ? [name] : [' | ', name];
  });
  return element('nav', { class: 'languages', 'aria-label': job.chrome.languages }, element('p', {}, ...names.flat()));
}

const mediaTypes: Readonly<Record<Picture['format'], string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  svg: 'image/svg+xml',
};

/** The picture itself, as RFC 2397 says. As an image, an SVG runs no script and loads nothing. */
function dataAddress({ format, bytes }: Picture): string {
  return `data:${mediaTypes[format]};base64,${Buffer.from(bytes).toString('base64')}`;
}
