/** The document and what its parts are made of. */
import { inlineNames } from './inlines.ts';
import { container, type ElementRule, empty, look, optional, phrase, required, shown } from './rule.ts';

/** What text is made of, in columns as narrow as a cell. */
export const prose: readonly string[] = ['p', 'ul', 'ol', 'rich'];
const narrow = [...prose, 'dl', 'figure'];
/** What is as wide as the page. */
export const broad: readonly string[] = ['table', 'chart', 'quote'];
const marks = ['emblems', 'languages'];

/** What figures, tables and charts share. */
export const captioned = {
  id: optional('A name for references (default: made by the reader for what is numbered).'),
  number: optional(
    '"auto" counts it (it needs a caption), "none" does not (default: by the `numbering` of the document).',
  ),
  ...look,
};

export const blockRules: Readonly<Record<string, ElementRule>> = {
  document: {
    becomes: 'document',
    says: 'The whole document: a cover, then sections, then an imprint if there is one. Its language is that of the edition.',
    attributes: {
      numbering: optional(
        'What is numbered by default: "sections", "captions" (tables, figures and charts with a caption) or both.',
      ),
    },
    children: ['cover', 'section', 'imprint'],
    text: false,
    never: [],
  },
  cover: container(
    'cover',
    'The opening page. It contains the title and what is before and after it.',
    ['title', ...marks, ...narrow, 'aside', 'columns'],
    look,
    ['section', 'contents', 'note', ...broad],
  ),
  title: phrase('title', 'The title of the document, exactly one.', inlineNames, {}, ['note']),
  section: shown(
    container(
      'section',
      'A part with a heading. Its level is its depth: sections nest up to five deep. Nested sections come last in it.',
      ['h', ...narrow, ...broad, 'aside', ...marks, 'contents', 'columns', 'section'],
      {
        id: required('A name for links: a small letter, then small letters, digits and hyphens.'),
        number: optional(
          '"auto" counts it (3, 3.2), "annex" by letters (ა, ბ; A, B; only sections of the body), "none" does not (default: as the outer section, or by the `numbering` of the document).',
        ),
        ...look,
      },
    ),
    '<section id="roads">',
    '  <h>Roads</h>',
    '  <p>Two of three are open.</p>',
    '</section>',
  ),
  h: phrase('the section’s title', 'The heading of a section, first in it.', inlineNames, {}, ['note']),
  p: shown(
    phrase('paragraph', 'A paragraph. An empty one is an error: put it in {{#if …}}.', inlineNames, look),
    '<p>The bridge was opened in <strong>May</strong>.</p>',
  ),
  ul: shown(
    container('list', 'A list in any order. Lists nest up to nine deep.', ['li'], look),
    '<ul>',
    '  <li>Roads</li>',
    '  <li>Bridges<ul><li>of wood</li></ul></li>',
    '</ul>',
  ),
  ol: shown(
    container('list, ordered', 'A list whose order matters: steps, stages, ranks.', ['li'], look),
    '<ol>',
    '  <li>Fill in the form.</li>',
    '  <li>Sign it.</li>',
    '</ol>',
  ),
  li: phrase(
    'list item',
    'An item: text, which becomes one paragraph, then blocks if there are any.',
    [...inlineNames, ...narrow, ...broad],
    {
      share: optional('How much is done, 0 to 1 and beyond, for the bar of a key figure. The text says it too.'),
      ...look,
    },
  ),
  dl: shown(
    container(
      'terms',
      'Terms and what they mean; facts and their values. Each <dt> is followed by its <dd>.',
      ['dt', 'dd'],
      look,
    ),
    '<dl look="facts">',
    '  <dt>Donor</dt>',
    '  <dd>European Union</dd>',
    '</dl>',
  ),
  dt: phrase('the term', 'A term.', inlineNames, {}, ['note']),
  dd: phrase(
    'its details',
    'What a term means: text, which becomes one paragraph, then blocks if there are any.',
    [...inlineNames, ...prose],
    {},
    [...broad, 'figure'],
  ),
  aside: shown(
    container(
      'aside',
      'A part beside the main text: a callout or a panel.',
      narrow,
      { label: optional('Its name for those who list regions; not shown.'), ...look },
      broad,
    ),
    '<aside look="callout">',
    '  <p look="lead">The office has moved</p>',
    '  <p>It is in the building of the library now.</p>',
    '</aside>',
  ),
  quote: shown(
    container('quote', 'A quotation, and who said it.', [...prose, 'source'], {}, [...broad, 'figure', 'dl']),
    '<quote>',
    '  <p>We built the bridge ourselves.</p>',
    '  <source>A teacher of the village</source>',
    '</quote>',
  ),
  columns: shown(
    container(
      'columns',
      'Parts side by side where there is room; one after the other for a screen reader.',
      ['column'],
      look,
      ['columns'],
    ),
    '<columns>',
    '  <column><p>What was planned.</p></column>',
    '  <column><p>What was done.</p></column>',
    '</columns>',
  ),
  column: container('one of the columns', 'One of the parts.', [
    ...narrow,
    ...broad,
    'aside',
    ...marks,
    'contents',
    'section',
  ]),
  contents: shown(
    empty(
      'contents',
      'A list of the document’s parts, made by the reader. PDF adds page numbers, Word when its fields are updated.',
      {
        of: optional('"sections" (the default), "tables", or "figures": figures and charts.'),
        depth: optional('How many levels of sections are listed, 1 to 5 (default: 2).'),
      },
    ),
    '<contents of="tables"/>',
  ),
  figure: shown(
    container(
      'figure',
      'A picture, or a QR code, with its caption and credit.',
      ['img', 'qr', 'caption', 'credit', 'description'],
      {
        ...captioned,
        width: optional(
          'Its part of the text’s width: "third", "half" or "two-thirds", with the caption beside it (default: as wide as there is room).',
        ),
        side: optional('The side of the text where it is then: "left" (default) or "right".'),
      },
    ),
    '<figure>',
    '  <img src="bridge.svg" alt="A bridge of wood across a river."/>',
    '  <caption>The bridge at the school.</caption>',
    '</figure>',
  ),
  img: empty(
    'the figure’s image',
    'The picture. It must have an alternative text (alt) or be marked as decorative (WCAG 2.2, 1.1.1).',
    {
      src: required('The file, PNG, JPEG, WebP, AVIF, TIFF or SVG, relative to the file that names it.'),
      alt: optional('The alternative text: what the picture shows.'),
      crop: optional('The ratio that it is cut to, width by height, such as "16:9".'),
      focus: optional(
        'With `crop`: what must stay, from the left and from the top, such as "0.5 0.3" (default: the middle).',
      ),
      decorative: optional('"true" if the picture is only decoration; then alt must be missing.'),
    },
  ),
  qr: empty(
    'the figure’s image',
    'A QR code that leads to an address, made by the reader. Print the address beside it.',
    {
      href: required('An http, https, mailto or tel address.'),
      alt: optional('Its alternative text (default: “QR code: …” with the address, in the language of the document).'),
    },
  ),
  caption: phrase('the caption', 'What is shown. An empty one is not written.', inlineNames),
  credit: phrase('the figure’s credit', 'Who made it and whose it is. An empty one is not written.', inlineNames, {}, [
    'note',
  ]),
  description: container(
    'the figure’s description',
    'What a map or a diagram shows, if an alternative text is too short for it. An empty one is not written.',
    prose,
    {},
    [...broad, 'figure'],
  ),
  emblems: shown(
    container('emblems', 'A row of emblems.', ['emblem']),
    '<emblems>',
    '  <emblem name="Ministry of Roads"/>',
    '</emblems>',
  ),
  emblem: {
    ...container('emblem', 'An emblem; without a picture a slot, a frame with the name in it.', [], {
      name: required('The owner’s name: the picture’s alternative text, or the words in the slot.'),
      src: optional('The file, relative to the file that names it.'),
    }),
  },
  languages: shown(
    empty('languages', 'Links to the document’s other languages. Nothing is written if it has only one.'),
    '<languages/>',
  ),
  imprint: container('imprint', 'The imprint: donors, copyright, statements.', [...marks, ...narrow, 'columns'], {}, [
    'section',
    'contents',
    'note',
    ...broad,
  ]),
};
