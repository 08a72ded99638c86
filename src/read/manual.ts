/** The page that documents the markup, from the vocabulary itself. */
import { depthLimit } from './parse.ts';
import { type ElementRule, parentsOf, vocabulary } from './vocabulary.ts';

const opening = `# The markup that templates write

Made from \`src/read/vocabulary.ts\`; do not edit it here (\`UPDATE_GOLDEN=1 npx vitest run tests/read\` writes it again).

A template is Handlebars that writes XML of the elements below, and of no others. What it writes is read strictly: an
element that is unclosed, unknown or misplaced is an error with its place, and is never corrected.

- Texts of data are always texts: \`{{summary}}\` cannot write an element, an attribute or a reference, whatever it holds.
- Data that is \`null\` writes nothing. An optional attribute with an empty value counts as absent; a required one is missing.
- White space folds as in HTML: runs of spaces and line breaks to one space, and to none at the edges of a paragraph, title or item.
  No-break spaces stay. References: \`&amp; &lt; &gt; &quot; &apos; &nbsp; &shy;\` and numbers such as \`&#8212;\`.
- \`lang\` says that a part is in another language, and is allowed on every element with words.
- Elements are nested ${depthLimit} levels deep at most.
- Comments are Handlebars' own: \`{{! … }}\`.

## What Handlebars may do here

\`{{path}}\`, \`{{#if}}\`, \`{{#unless}}\`, \`{{#each}}\`, \`{{#with}}\` (each with \`{{else}}\`), \`{{> partial context name=value}}\` from
the template's own \`partials\` folder, and the functions \`(eq a b)\`, \`(not a)\`, \`(and a b …)\`, \`(or a b …)\`, \`(lookup list index)\`.
In \`{{#each}}\` also \`@index\`, \`@first\`, \`@last\`; everywhere \`@root\`. A condition is false for null, false, 0, an empty text and an empty list.

Numbers, dates and words in the language of the document. Each gives a text with the place of its first argument, and nothing
for null; each may be inside another, as in \`{{money (sum lines "spent") currency}}\`.

| helper | ka | en |
|---|---|---|
| \`{{number 25000.5}}\`, \`{{number n decimals=1}}\` | 25 000,5 | 25,000.5 |
| \`{{percent part whole}}\`, also \`decimals\`; decimals by itself only where 0 % or 100 % would be untrue | 86 % | 86% |
| \`{{percent 12.5}}\`, a percentage of the data, also \`decimals\` | 12,5 % | 12.5% |
| \`{{money 25000.5 "GEL"}}\`, also \`decimals\`; whole amounts have none | 25 000,50 ₾ | GEL 25,000.50 |
| \`{{date "2026-11-22"}}\` | 22 ნოემბერი, 2026 | 22 November 2026 |
| \`{{date d form="month"}}\`, \`"short"\`, \`"axis"\`, \`"year"\` | ნოემბერი, 2026 · 22.11.2026 · ნოემ. · 2026 | November 2026 · 22 Nov 2026 · Nov · 2026 |
| \`{{period from to}}\` | 5 იანვარი – 31 მარტი, 2026 | 5 January – 31 March 2026 |
| \`{{period from to form="month"}}\`, \`"year"\` | იანვარი–მარტი, 2026 | January–March 2026 |
| \`{{period from to form="span"}}\`: months if they are whole, days if not | 2–5 მარტი, 2026 | 2–5 March 2026 |
| \`{{share part whole}}\`, \`{{machine n}}\`: for attributes | 0.8583 | 0.8583 |
| \`{{sum list}}\`, \`{{sum list "field"}}\` | a number | a number |
| \`{{t "key"}}\`, \`{{t "status" value count=n}}\` | the template's own words | |

The words of \`{{t}}\` are in \`messages.ka.json\` and \`messages.en.json\` beside \`document.hbs\`, as texts or groups of texts:
\`{{t "status" value}}\` with the value \`behind\` is \`{ "status": { "behind": … } }\`. \`{count}\` in a text is the value that is given
as \`count=…\`. All files have the same keys; a key that is not there is an error before anything is filled, as far as it is written out.

Refused: \`{{{raw}}}\` and \`{{&raw}}\`, bare sections \`{{#path}}\`, unknown helpers, names of elements or attributes made of data,
partials chosen by data, partials that include themselves, partials with blocks, decorators, raw blocks. Every path is held
against the schema of the document's kind before anything is filled.

## Marks in texts of data

A text of data that is in \`<rich>\` may have marks. They are a small part of CommonMark, and nothing else of it is read: no
headings, code, pictures, HTML or references such as \`&amp;\`.

| written | is |
|---|---|
| \`**words**\` | words of weight |
| \`*words*\` | words with stress |
| \`[words](https://…)\`, \`[words](#id)\` | a link, by the rules of \`a\` |
| \`[](#id)\` | a cross reference, as of \`ref\`: “Table 3” |
| \`[words]{lang=en}\`, \`[words](https://…){lang=en}\` | words, or a link, in another language |
| \`words^[a footnote]\` | a footnote, as of \`note\`; it may have marks itself |
| \`\\*\`, \`\\[\` | the sign itself |

A number or a day that a text takes from the data, \`{value=project.start}\` (docs/kinds.md), is in the text before it is read: digits
and words of a day, never a mark.

Marks may be inside one another in any order; only a link must not contain a link. Stars open where no space is after them, and close where no
space is before them, so that \`**„სათაური“**და\` has its weight. One star alone opens nothing after a letter or digit: \`2*3*4\` has
its stars. A star that marks nothing is a star. \`**\`, \`](\`, \`]{\` and \`^[\` that mark nothing are errors: something was left open.

With \`<rich block="true">\`, where blocks are allowed, blank lines separate paragraphs, and lines that start with \`- \` or \`1. \` make
lists, which nest by indentation. A numbered list starts with 1.

## Numbers and references

\`<document numbering="sections captions">\` numbers all sections of the body (3, 3.2; annexes by letters) and all tables, figures and charts that
have a caption; \`number\` on an element decides for itself. The reader writes „ცხრილი 3“, „სურათი 2“, „დიაგრამა 1“, “Table 3”,
“Figure 2”, “Chart 1”, each kind counted on its own, and \`ref\` says the same as a link: also „თავი 3“, „ქვეთავი 3.2“, „დანართი ა“,
“Section 3.2”, “Annex A”, or the title in quotation marks where there is no number. \`contents\` lists what is numbered, and sections in any case;
an unnumbered section is left out of the contents that it holds.
Footnotes are counted from 1 through the document, in reading order: of a table the caption first, its source last.

## Charts

The reader writes a chart's alternative text from its data, in the document's language, and its table. Points hold the value twice:
for machines, and as people read it: \`<point value="{{machine n}}">{{number n}}</point>\`.
`;

/** The page, Markdown, a line feed at its end. */
export function manual(): string {
  const elements = Object.entries(vocabulary).map(([name, rule]) => describe(name, rule));
  return `${[opening, '## Elements', ...elements].join('\n')}\n`;
}

function describe(key: string, rule: ElementRule): string {
  const parents = parentsOf(key);
  const { example = [] } = rule;
  const content = [...(rule.text ? ['text'] : []), ...rule.children.map((child) => `\`${child}\``)];
  return [
    `\n### ${titleOf(key)}\n`,
    `${rule.says}\n`,
    `- becomes: ${rule.becomes}`,
    `- is in: ${parents.length === 0 ? standsNowhere(key) : parents.map(titleOf).join(', ')}`,
    `- holds: ${content.length === 0 ? 'nothing' : content.join(', ')}`,
    ...(rule.never.length === 0 ? [] : [`- never holds, however deep: ${rule.never.map(titleOf).join(', ')}`]),
    ...Object.entries(rule.attributes).map(
      ([attribute, { required, says }]) => `- \`${attribute}\`${required ? ' (required)' : ''}: ${says}`,
    ),
    ...(example.length === 0 ? [] : ['', '```xml', ...example, '```']),
  ].join('\n');
}

/** `columns` in `table` for `table columns`. */
function titleOf(key: string): string {
  return key
    .split(' ')
    .toReversed()
    .map((name) => `\`${name}\``)
    .join(' in ');
}

function standsNowhere(key: string): string {
  return key === 'document' ? 'nothing; it is the root' : 'nothing';
}
