/** What runs in a sentence. */
import { type ElementRule, empty, optional, phrase, required } from './rule.ts';

/** What stands in titles and terms: all but footnotes. */
export const inlineNames: readonly string[] = [
  'strong',
  'em',
  'span',
  'abbr',
  'a',
  'ref',
  'br',
  'note',
  'missing',
  'rich',
];

export const inlineRules: Readonly<Record<string, ElementRule>> = {
  strong: phrase('strong', 'Important words.', inlineNames),
  em: phrase('emphasis', 'Words with stress.', inlineNames),
  span: phrase('span', 'Words that only carry a language.', inlineNames),
  abbr: phrase('abbreviation', 'A short form, with its full form (WCAG 2.2, 3.1.4).', ['strong', 'em', 'rich'], {
    title: required('The full form.'),
  }),
  a: phrase(
    'link',
    'A link. It must have words, and either an href or an edition.',
    inlineNames.filter((name) => name !== 'a'),
    {
      href: optional('An http, https, mailto or tel address, or # and the id of a section, table, figure or chart.'),
      edition: optional('A language of the document: leads to this document in it.'),
    },
    ['a', 'ref', 'note'],
  ),
  ref: empty(
    'link to a place',
    'A cross reference. Its words are made from what it leads to: “Table 3”, „ცხრილი 3“, “Section 3.2”; the title if there is no number.',
    { to: required('The id of a section, table, figure or chart of the document.') },
  ),
  note: phrase(
    'note',
    'A footnote, written where it is referred to. The reader counts them through the document.',
    inlineNames.filter((name) => name !== 'note'),
    {},
    ['note'],
  ),
  rich: {
    becomes: 'what its text says',
    says: 'A text of data in the notation for inline marks, which is described above. It must contain only text.',
    attributes: {
      block: optional('"true" where blocks are allowed: then blank lines separate paragraphs, and lists are read.'),
    },
    children: [],
    text: true,
    never: [],
  },
  missing: empty(
    'missing value',
    'A value that there is none of: “–” for the eye, “no data” or „მონაცემი არ არის“ for the ear.',
  ),
  br: empty('line break', 'A new line in the same paragraph.'),
};
