/** Paragraphs and lists that are read line by line, against micromark: the same blocks at the same places. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type LineBlock, readBlocks } from '../../src/read/blocks-of-lines.ts';
import { shadowOf } from '../../src/read/shadow.ts';
import { type MdastNode, parsedBlocks, spanOf } from './oracle.ts';

/** Blanks at the end of a paragraph are none of its text. */
function theirs(node: MdastNode, text: string): unknown {
  const { start, end } = spanOf(node);
  if (node.type === 'paragraph') return { type: 'p', start, end: text.slice(0, end).replace(/[ \t]+$/, '').length };
  if (node.type !== 'list') return { type: node.type };
  const items = node.children.map((each) => ({
    start: spanOf(each).start,
    blocks: each.children.map((child) => theirs(child, text)),
  }));
  return { type: node.ordered === true ? 'ol' : 'ul', start, items };
}

/** What both read of a text; forms of ours are letters by then. */
function compare(written: string): readonly LineBlock[] {
  const text = shadowOf(written, true).shadow;
  const { blocks } = readBlocks(text, 100);
  expect(blocks, JSON.stringify(text)).toEqual(parsedBlocks(text).map((node) => theirs(node, text)));
  return blocks;
}

const ends = ['\n', '\n', '\n\n', '\n \n', '\r\n', '\r', '\n\n\n'];
const marks = ['- ', '- ', '-', '1. ', '2. ', '1.', '10. ', '-\t', '1.\t', '-  ', '-     ', '001. ', '1234567890. '];
const spaces = [' ', '  ', '   ', '    ', '     ', '\t', '\u00A0', '\u2028'];
const words = ['ა', 'word', 'Two words.', '*a*', '[a](b)', '[a\nb]{lang=en}', '\\'];
const others = ['+ ', '* ', '7) ', '# ', '> ', '---', '===', '```', '_a_', '<b>', '&amp;', '|', '[a]: b', '***', '5*'];

it.each([
  ['lists', [...ends, ...marks, ...spaces, 'a', 'a'], 3000],
  ['marks and ends of lines', ['\n', '- ', '-', '1. ', '  ', 'a'], 3000],
  ['all', [...ends, ...ends, ...marks, ...spaces, ...words, ...others], 3000],
])('what is made of %s', (_, pieces, numRuns) => {
  let lists = 0;
  const property = fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 20 }), (text) => {
    if (compare(text.join('')).some(({ type }) => type !== 'p')) lists += 1;
  });
  fc.assert(property, { seed: 12, numRuns });
  expect(lists).toBeGreaterThan(numRuns / 10);
});

it.each([
  'One.\n\n- first\n- second\n\nTwo\nlines.',
  'What it has:\n- a\n- b',
  '1. one\n2. two\n\n- a\n\n1. one',
  '\n\nText\n\n',
  '',
  '- a\n\n- b',
  '- a\nb',
  '- a\n  b\n\n  c\n- d',
  '- a\n\nb',
  'a\n1. b',
  'a\n2. b',
  'a\n-\nb',
  'a\n- 2. b',
  '- - a\n  - b\n- c',
  '-\n\n  a',
  '-\n  a',
  '-\ta\n\n\tb',
  '- a\n1. b',
])('%j', (text) => {
  compare(text);
});

it('says where lists are nested too deep', () => {
  expect(readBlocks('a\n\n- - - b', 3).tooDeepAt).toBeNull();
  expect(readBlocks('a\n\n- - - b', 2).tooDeepAt).toBe(7);
  expect(readBlocks('- a\n  - b\n    - c', 2).tooDeepAt).toBe(14);
});
