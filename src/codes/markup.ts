/** Markup: what a template writes. */
import type { Meaning } from './meaning.ts';

export const markup = {
  'no-document': {
    severity: 'error',
    says: 'A template does not write a <document>.',
    mend: 'Put everything into one <document>.',
  },
  'second-root': {
    severity: 'error',
    says: 'A template writes something beside its <document>.',
    mend: 'Put everything into one <document>.',
  },
  'template-markup': {
    severity: 'error',
    says: 'The markup is not well-formed.',
    mend: 'Correct the template at the place of the finding.',
  },
  'unopened-element': {
    severity: 'error',
    says: 'A closing tag closes an element that is not open.',
    mend: 'Remove the closing tag, or open the element.',
  },
  'unclosed-element': {
    severity: 'error',
    says: 'An element is not closed.',
    mend: 'Close it.',
  },
  'unclosed-tag': {
    severity: 'error',
    says: 'A template ends inside a tag.',
    mend: 'End the tag with >.',
  },
  'element-syntax': {
    severity: 'error',
    says: 'A tag is not written correctly.',
    mend: 'Correct the tag; write < in text as &lt;.',
  },
  'attribute-syntax': {
    severity: 'error',
    says: 'An attribute is not written correctly.',
    mend: 'Write name="value".',
  },
  'attribute-without-value': {
    severity: 'error',
    says: 'The value of an attribute is missing.',
    mend: 'Write name="value".',
  },
  'unquoted-value': {
    severity: 'error',
    says: 'The value of an attribute is not in quotation marks.',
    mend: 'Write name="value".',
  },
  'duplicate-attribute': {
    severity: 'error',
    says: 'An attribute is given twice.',
    mend: 'Remove one of them.',
  },
  'bare-ampersand': {
    severity: 'error',
    says: 'An ampersand does not start a reference.',
    mend: 'Write &amp;.',
  },
  'unknown-entity': {
    severity: 'error',
    says: 'A reference such as &name; is not a known one.',
    mend: 'Write the character itself, or its number.',
  },
  'unknown-element': {
    severity: 'error',
    says: 'There is no element with this name.',
    mend: 'Write an element that docs/markup.md lists.',
  },
  'unknown-attribute': {
    severity: 'error',
    says: 'An element does not have an attribute with this name.',
    mend: 'Correct the name, or remove the attribute.',
  },
  'missing-attribute': {
    severity: 'error',
    says: 'A required attribute of an element is missing.',
    mend: 'Add the attribute.',
  },
  'misplaced-element': {
    severity: 'error',
    says: 'An element is not allowed at this place.',
    mend: 'Move it to a place where docs/markup.md allows it.',
  },
  'misplaced-text': {
    severity: 'error',
    says: 'Text is not allowed at this place.',
    mend: 'Put the text into an element that takes text, such as <p>.',
  },
  'second-element': {
    severity: 'error',
    says: 'An element that may be given once is given twice.',
    mend: 'Remove one of them.',
  },
  'empty-element': {
    severity: 'error',
    says: 'A list, a table or a chart is empty.',
    mend: 'Give it contents, or leave it out.',
  },
  'missing-cover': {
    severity: 'error',
    says: 'A document does not have a cover.',
    mend: 'Put a <cover> in it.',
  },
  'missing-title': {
    severity: 'error',
    says: 'The cover does not have a title.',
    mend: 'Put a <title> in it.',
  },
  'second-title': {
    severity: 'error',
    says: 'A document has a second title.',
    mend: 'Remove one of them.',
  },
  'missing-heading': {
    severity: 'error',
    says: 'A section does not have a heading.',
    mend: 'Give it one.',
  },
  'second-heading': {
    severity: 'error',
    says: 'A section has a second heading.',
    mend: 'Put the text after it into a section of its own.',
  },
  'term-without-details': {
    severity: 'error',
    says: 'A term is not followed by its details.',
    mend: 'Write its details after it.',
  },
  'details-without-term': {
    severity: 'error',
    says: 'Details are not after a term.',
    mend: 'Write the term before them.',
  },
  'missing-image': {
    severity: 'error',
    says: 'A figure does not have a picture.',
    mend: 'Give it a picture or a QR code.',
  },
  'missing-alt': {
    severity: 'error',
    says: 'A picture does not have an alternative text, and is not marked as decorative.',
    mend: 'Write what the picture shows, or mark it as decorative if it is only decoration.',
    clause: 'WCAG 2.2, 1.1.1',
  },
  'decorative-with-alt': {
    severity: 'error',
    says: 'A picture is marked as decorative and has an alternative text.',
    mend: 'Remove decorative="true" if the picture has a meaning; if it is only decoration, remove alt.',
    clause: 'WCAG 2.2, 1.1.1',
  },
  'missing-target': {
    severity: 'error',
    says: 'A link does not have an address.',
    mend: 'Give it an address.',
  },
  'two-targets': {
    severity: 'error',
    says: 'A link leads to an address and to an edition.',
    mend: 'Remove one of them.',
  },
  'empty-link': {
    severity: 'error',
    says: 'A link does not have any words.',
    mend: 'Give it words that say where it leads.',
    clause: 'WCAG 2.2, 2.4.4',
  },
  'bad-address': {
    severity: 'error',
    says: 'The address of a link cannot be used.',
    mend: 'Write a whole address (https://…, mailto:…, tel:…), or # and an id of the document.',
  },
  'unknown-reference': {
    severity: 'error',
    says: 'A reference leads to an id that the document does not have.',
    mend: 'Correct the id.',
  },
  'reference-without-words': {
    severity: 'error',
    says: 'A reference leads to something that has neither a number nor a title.',
    mend: 'Write a link with words of your own.',
  },
  'unknown-edition': {
    severity: 'error',
    says: 'A link leads to an edition in a language that the document does not have.',
    mend: 'Choose a language of the document.',
  },
  'number-without-caption': {
    severity: 'error',
    says: 'A table, a figure or a chart is numbered, but its caption is missing.',
    mend: 'Give it a caption, or write number="none".',
  },
  'bad-id': {
    severity: 'error',
    says: 'An id is not an allowed one.',
    mend: 'Write a small letter, then small letters, digits and hyphens, 64 characters at most.',
  },
  'bad-look': {
    severity: 'error',
    says: 'The name of a look is not an allowed one.',
    mend: 'Write small letters, digits and hyphens.',
  },
  'empty-contents': {
    severity: 'error',
    says: 'The document does not have what the contents should list.',
    mend: 'Remove the contents, or add what it lists.',
  },
  'missing-headers': {
    severity: 'error',
    says: 'A table does not have a header cell.',
    mend: 'Mark the cells that name columns or rows as headers.',
    clause: 'WCAG 2.2, 1.3.1',
  },
  'row-width': {
    severity: 'error',
    says: 'A row of a table has more or fewer cells than the table has columns.',
    mend: 'Add empty cells, or remove cells.',
  },
  'cells-overlap': {
    severity: 'error',
    says: 'Two cells of a table overlap.',
    mend: 'Let the cell from the row above span fewer rows, or remove the other cell.',
  },
  'span-outside': {
    severity: 'error',
    says: 'A cell spans more rows than there are in its part of the table.',
    mend: 'Let it span fewer rows.',
  },
  'too-many-columns': {
    severity: 'error',
    says: 'A table has more columns than are allowed.',
    mend: 'Split it into several tables, or make its columns the rows.',
  },
  'series-length': {
    severity: 'error',
    says: 'A series of a chart does not have one point for each category.',
    mend: 'Give each category its point; write null where there is none.',
  },
  'chart-data': {
    severity: 'error',
    says: 'A chart has values that its kind cannot draw.',
    mend: 'Correct the values, or choose another kind of chart.',
  },
  'bad-period': {
    severity: 'error',
    says: 'A period in a chart ends before it starts.',
    mend: 'Swap the days.',
  },
} as const satisfies Readonly<Record<string, Meaning>>;
