/** The XML reader's complaints in the words of our markup. */
import type { Code } from '../codes.ts';

interface Explanation {
  readonly code: Code<'error'>;
  readonly message: string;
  readonly hints: readonly string[];
}

type SyntaxFault = readonly [pattern: RegExp, code: Code<'error'>, message: string, ...hints: readonly string[]];

const rows: readonly SyntaxFault[] = [
  [/^unmatched closing tag: (.*)\.$/, 'unopened-element', '</$1> closes an element that is not open.'],
  [/^duplicate attribute: (.*)\.$/, 'duplicate-attribute', 'The attribute "$1" is given twice.', 'Remove one of them.'],
  [
    /^undefined entity/,
    'unknown-entity',
    'This is not a known reference.',
    'Known: &amp; &lt; &gt; &quot; &apos; &nbsp; &shy; and numbers such as &#8212;.',
  ],
  [/^malformed character entity/, 'unknown-entity', 'This number is not a character that is allowed in XML.'],
  [
    /^unquoted attribute value/,
    'unquoted-value',
    'The value of an attribute must be in quotation marks.',
    'Write name="value".',
  ],
  [
    /^attribute without value/,
    'attribute-without-value',
    'The value of an attribute is missing.',
    'Write name="value".',
  ],
  [/^no whitespace between attributes/, 'attribute-syntax', 'A space is missing between two attributes.'],
  [/in attribute name/, 'attribute-syntax', 'This is not an allowed name for an attribute.', 'Write name="value".'],
  [
    /in tag name|^weird empty close tag/,
    'element-syntax',
    'This is not an allowed name for an element.',
    'Write < as &lt;.',
  ],
  [/in closing tag|^forward-slash/, 'element-syntax', 'The tag does not end as it should.'],
  [/^text data outside/, 'misplaced-text', 'There is text outside <document>.'],
  [/only one root/, 'second-root', 'Put everything into one <document>.'],
  [/^document must contain/, 'no-document', 'The template does not write a <document>.'],
  [/^unexpected end/, 'unclosed-tag', 'The template ends inside a tag.'],
  [/^disallowed character/, 'forbidden-character', 'This character is not allowed here in XML.', 'Write < as &lt;.'],
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
