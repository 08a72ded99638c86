/** The XML reader's complaints in the words of our markup. */

interface Explanation {
  readonly code: string;
  readonly message: string;
  readonly hints: readonly string[];
}

type Row = readonly [pattern: RegExp, code: string, message: string, ...hints: readonly string[]];

const rows: readonly Row[] = [
  [/^unmatched closing tag: (.*)\.$/, 'unopened-element', '</$1> closes an element that is not open.'],
  [/^duplicate attribute: (.*)\.$/, 'duplicate-attribute', 'The attribute "$1" stands twice.', 'Keep one of them.'],
  [
    /^undefined entity/,
    'unknown-entity',
    'This is no reference that is known here.',
    'Known: &amp; &lt; &gt; &quot; &apos; &nbsp; &shy; and numbers such as &#8212;.',
  ],
  [/^malformed character entity/, 'unknown-entity', 'This number names no character that XML can hold.'],
  [/^unquoted attribute value/, 'unquoted-value', 'The value of an attribute stands in quotes.', 'Write name="value".'],
  [/^attribute without value/, 'attribute-without-value', 'An attribute has a value.', 'Write name="value".'],
  [/^no whitespace between attributes/, 'attribute-syntax', 'A space is missing between two attributes.'],
  [/in attribute name/, 'attribute-syntax', 'An attribute cannot be named so.', 'Write name="value".'],
  [/in tag name|^weird empty close tag/, 'element-syntax', 'An element cannot be named so.', 'Write < as &lt;.'],
  [/in closing tag|^forward-slash/, 'element-syntax', 'The tag does not end as it should.'],
  [/^text data outside/, 'misplaced-text', 'Text stands outside of <document>.'],
  [/only one root/, 'second-root', 'All stands in one <document>.'],
  [/^document must contain/, 'no-document', 'The template gives no <document>.'],
  [/^unexpected end/, 'unclosed-tag', 'The template ends inside of a tag.'],
  [/^disallowed character/, 'forbidden-character', 'XML cannot hold this character here.', 'Write < as &lt;.'],
  [/"\]\]>"/, 'forbidden-character', 'XML forbids "]]>" in text.', 'Write > as &gt;.'],
];

/** What a message of saxes means; a message that we do not know is given as it is. */
export function explain(reason: string): Explanation {
  for (const [pattern, code, message, ...hints] of rows) {
    const match = pattern.exec(reason);
    if (match) return { code, message: message.replace('$1', match[1] ?? ''), hints };
  }
  return { code: 'template-markup', message: `The markup is not well-formed: ${reason}`, hints: [] };
}
