/** The page that documents the markup, from the vocabulary itself. */
import { depthLimit } from './parse.ts';
import { type ElementRule, parentsOf, vocabulary } from './vocabulary.ts';

const opening = `# The markup that templates write

Made from \`src/read/vocabulary.ts\`; do not edit it here (\`UPDATE_GOLDEN=1 npx vitest run tests/read\` writes it anew).

A template is Handlebars that writes XML of the elements below, and of no others. What it writes is read strictly: an
element that is unclosed, unknown or misplaced is an error with its place, never mended.

- Texts of data are always texts: \`{{summary}}\` cannot write an element, an attribute or a reference, whatever it holds.
- Data that is \`null\` writes nothing. An optional attribute with an empty value counts as absent; a required one is missing.
- White space folds as in HTML: runs of spaces and line breaks to one space, and to none at the edges of a paragraph, title or item.
  No-break spaces stay. References: \`&amp; &lt; &gt; &quot; &apos; &nbsp; &shy;\` and numbers such as \`&#8212;\`.
- \`lang\` says that a part is in another language, and may stand on all that holds words.
- Elements stand ${depthLimit} deep inside of one another at most.
- Comments are Handlebars' own: \`{{! … }}\`.

## What Handlebars may do here

\`{{path}}\`, \`{{#if}}\`, \`{{#unless}}\`, \`{{#each}}\`, \`{{#with}}\` (each with \`{{else}}\`), \`{{> partial context name=value}}\` from
the template's own \`partials\` folder, and the functions \`(eq a b)\`, \`(not a)\`, \`(and a b …)\`, \`(or a b …)\`, \`(lookup list index)\`.
In \`{{#each}}\` also \`@index\`, \`@first\`, \`@last\`; everywhere \`@root\`. A condition is no for null, false, 0, an empty text and an empty list.

Refused: \`{{{raw}}}\` and \`{{&raw}}\`, bare sections \`{{#path}}\`, unknown helpers, names of elements or attributes made of data,
partials chosen by data, partials that include themselves, partials with blocks, decorators, raw blocks. Every path is held
against the schema of the document's kind before anything is filled.
`;

/** The page, Markdown, a line feed at its end. */
export function manual(): string {
  const elements = Object.entries(vocabulary).map(([name, rule]) => describe(name, rule));
  return `${[opening, '## Elements', ...elements].join('\n')}\n`;
}

function describe(name: string, rule: ElementRule): string {
  const parents = parentsOf(name);
  const content = [...(rule.text ? ['text'] : []), ...rule.children.map((child) => `\`${child}\``)];
  return [
    `\n### \`${name}\`\n`,
    `${rule.says}\n`,
    `- becomes: ${rule.becomes}`,
    `- stands in: ${parents.length === 0 ? 'nothing; it is the root' : parents.map((each) => `\`${each}\``).join(', ')}`,
    `- holds: ${content.length === 0 ? 'nothing' : content.join(', ')}`,
    ...Object.entries(rule.attributes).map(
      ([attribute, { required, says }]) => `- \`${attribute}\`${required ? ' (required)' : ''}: ${says}`,
    ),
  ].join('\n');
}
