/** What is read line by line, against the parser of CommonMark with our notation: the same blocks at the same places. */
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { expect, it } from 'vitest';
import { type PlainBlock, plainBlocks } from '../../src/read/plain-blocks.ts';
import { shadowOf } from '../../src/read/shadow.ts';
import { blockNotation } from '../../src/read/stress.ts';

type Node = ReturnType<typeof fromMarkdown>['children'][number];

function spanOf({ position }: Node): { start: number; end: number } {
  return { start: position?.start.offset ?? -1, end: position?.end.offset ?? -1 };
}

function parsed(text: string): unknown[] {
  return fromMarkdown(shadowOf(text, true).shadow, blockNotation).children.map((node) => {
    if (node.type === 'paragraph') {
      expect(node.children.map(spanOf), JSON.stringify(text)).toEqual([spanOf(node)]);
      return { type: 'p', span: spanOf(node) };
    }
    if (node.type !== 'list') return { type: node.type };
    const items = node.children.map((each) => ({ span: spanOf(each), words: each.children.map(spanOf) }));
    return { type: node.ordered === true ? 'ol' : 'ul', span: spanOf(node), items };
  });
}

function read(blocks: readonly PlainBlock[]): unknown[] {
  return blocks.map((block) =>
    block.type === 'p' ? block : { ...block, items: block.items.map(({ span, words }) => ({ span, words: [words] })) },
  );
}

const parts = [
  ...[
    'ა',
    'word',
    'Two words.',
    ' ',
    '  ',
    '    ',
    '\u00A0',
    '\u2028',
    '\n',
    '\n',
    '\n\n',
    '- ',
    '- ',
    '-',
    '1. ',
    '2. ',
    '1.',
    '7) ',
  ],
  ...[
    '+ ',
    '+',
    '#',
    '# ',
    '> ',
    '---',
    '===',
    '`x`',
    '```',
    '_a_',
    '<b>',
    '&amp;',
    '!',
    '|',
    ':',
    '~~',
    '\t',
    '\\',
    '[a]: b',
    '*',
    '1234567890. ',
  ],
];

it('reads what it reads as CommonMark does', () => {
  let plain = 0;
  const property = fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 12 }), (pieces) => {
    const text = pieces.join('');
    const blocks = plainBlocks(text);
    if (blocks === null) return;
    plain += 1;
    expect(read(blocks), JSON.stringify(text)).toEqual(parsed(text));
  });
  fc.assert(property, { seed: 12, numRuns: 2000 });
  expect(plain).toBeGreaterThan(150);
});

it.each([
  'One.\n\n- first\n- second\n\nTwo\nlines.',
  'What it has:\n- a\n- b',
  '1. one\n2. two\n\n- a\n\n1. one',
  '\n\nText\n\n',
  '',
])('takes %j', (text) => {
  expect(read(plainBlocks(text) ?? [{ type: 'p', span: { start: -1, end: -1 } }])).toEqual(parsed(text));
});

it.each([
  '**a**',
  '[a](b)',
  '- a\n\n- b',
  '- a\nb',
  '- a\n  b',
  'a\n1. b',
  '- - a',
  '+ a',
  'a  \nb',
  '- a\n1. b',
  'a\tb',
])('leaves %j to the parser', (text) => {
  expect(plainBlocks(text)).toBeNull();
});
