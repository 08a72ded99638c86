/**
 * The closed vocabulary: all that a template may write. Checking (`check.ts`), the page that documents the markup
 * (`docs/markup.md`, made by `manual.ts`) and the hints of errors come from this one table.
 */

export interface AttributeRule {
  readonly required: boolean;
  /** Says for the page of the markup what the value is. */
  readonly says: string;
}
export interface ElementRule {
  /** The node of the tree that it becomes. */
  readonly becomes: string;
  readonly says: string;
  readonly attributes: Readonly<Record<string, AttributeRule>>;
  readonly children: readonly string[];
  /** Whether text may stand in it. */
  readonly text: boolean;
}

const inlines = ['strong', 'em', 'span', 'a', 'br'];
/** What stands wherever text flows, in columns as wide as a page or as narrow as a callout. */
const flow = ['p', 'ul', 'ol', 'figure'];

const look = { look: { required: false, says: 'A key of the theme; layout and colour are the theme’s work.' } };
const lang = { lang: { required: false, says: 'The language of this part, BCP 47, where it is another.' } };

function optional(says: string): AttributeRule {
  return { required: false, says };
}
function required(says: string): AttributeRule {
  return { required: true, says };
}
function container(becomes: string, says: string, children: readonly string[], attributes = {}): ElementRule {
  return { becomes, says, attributes: { ...attributes, ...lang }, children, text: false };
}
function phrase(becomes: string, says: string, children: readonly string[], attributes = {}): ElementRule {
  return { becomes, says, attributes: { ...attributes, ...lang }, children, text: true };
}

export const vocabulary: Readonly<Record<string, ElementRule>> = {
  document: {
    becomes: 'document',
    says: 'The whole: a cover, then sections, then an imprint if there is one. Its language is the edition’s.',
    attributes: {},
    children: ['cover', 'section', 'imprint'],
    text: false,
  },
  cover: container(
    'cover',
    'The opening page. It holds the title and what stands before and after it.',
    ['title', 'emblems', 'languages', ...flow],
    look,
  ),
  title: phrase('title', 'The title of the document, exactly one.', inlines),
  section: container(
    'section',
    'A part with a heading. Its level is its depth: sections nest up to five deep. Nested sections come last in it.',
    ['h', ...flow, 'aside', 'emblems', 'languages', 'section'],
    { id: required('A name for links: a small letter, then small letters, digits and hyphens.'), ...look },
  ),
  h: phrase('the section’s title', 'The heading of a section, first in it.', inlines),
  p: phrase('paragraph', 'A paragraph. An empty one is an error: put it in {{#if …}}.', inlines, look),
  ul: container('list', 'A list whose order says nothing. Lists nest up to nine deep.', ['li'], look),
  ol: container('list, ordered', 'A list whose order matters: steps, stages, ranks.', ['li'], look),
  li: phrase(
    'list item',
    'An item: text, which becomes one paragraph, then blocks if there are any.',
    [...inlines, ...flow],
    look,
  ),
  aside: container('aside', 'A part beside the flow: a callout or a panel.', flow, {
    label: optional('Its name for those who list regions; not shown.'),
    ...look,
  }),
  figure: container('figure', 'A picture with its caption and credit.', ['img', 'caption', 'credit'], look),
  img: {
    becomes: 'the figure’s image',
    says: 'The picture. It has words (alt) or says openly that it is decorative (WCAG 2.2, 1.1.1).',
    attributes: {
      src: required('The file, PNG, JPEG or SVG, relative to the file that names it.'),
      alt: optional('What the picture tells, in words.'),
      decorative: optional('"true" if the picture tells nothing; then there is no alt.'),
    },
    children: [],
    text: false,
  },
  caption: phrase('the figure’s caption', 'What the picture shows. An empty one is left out.', inlines),
  credit: phrase('the figure’s credit', 'Who made it and whose it is. An empty one is left out.', inlines),
  emblems: container('emblems', 'A row of emblems.', ['emblem']),
  emblem: {
    becomes: 'emblem',
    says: 'An emblem; without a picture a slot, a frame with the name in it.',
    attributes: {
      name: required('The owner’s name: the picture’s alternative text, or the words in the slot.'),
      src: optional('The file, relative to the file that names it.'),
      ...lang,
    },
    children: [],
    text: false,
  },
  languages: {
    becomes: 'languages',
    says: 'Links to the document’s other languages. Nothing where it has only one.',
    attributes: {},
    children: [],
    text: false,
  },
  imprint: container('imprint', 'The closing matter: donors, copyright, statements.', [
    'emblems',
    'languages',
    ...flow,
  ]),
  strong: phrase('strong', 'Words of weight.', inlines),
  em: phrase('emphasis', 'Words with stress.', inlines),
  span: phrase('span', 'Words that only carry a language.', inlines),
  a: phrase(
    'link',
    'A link. It has words, and either an href or an edition.',
    inlines.filter((name) => name !== 'a'),
    {
      href: optional('An http, https, mailto or tel address, or # and the id of a section.'),
      edition: optional('A language of the document: leads to this document in it.'),
    },
  ),
  br: { becomes: 'line break', says: 'A new line in the same paragraph.', attributes: {}, children: [], text: false },
};

/** The elements that may hold this one. */
export function parentsOf(name: string): readonly string[] {
  return Object.keys(vocabulary).filter((parent) => vocabulary[parent]?.children.includes(name));
}

/** Whether an element is part of a sentence. */
export function isInline(name: string): boolean {
  return inlines.includes(name);
}

/** What people write who think of HTML. */
export const meant: Readonly<Record<string, string>> = {
  h1: 'A heading is <h>; its level is the depth of its <section>. The document’s title is <title>.',
  h2: 'A heading is <h>; its level is the depth of its <section>.',
  h3: 'A heading is <h>; its level is the depth of its <section>.',
  h4: 'A heading is <h>; its level is the depth of its <section>.',
  h5: 'A heading is <h>; its level is the depth of its <section>.',
  h6: 'A heading is <h>; its level is the depth of its <section>.',
  b: 'Did you mean <strong>?',
  i: 'Did you mean <em>?',
  div: 'Parts are <section>, <aside> or <figure>; layout is the theme’s work.',
  html: 'The whole is <document>.',
  body: 'The whole is <document>.',
  figcaption: 'Did you mean <caption>?',
  class: 'Did you mean "look"?',
  style: 'Layout is the theme’s work: name a "look".',
};
