/** The reader of marks against micromark: the same marks at the same places, whatever a text is made of. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Noted, readParagraph } from '../../src/read/paragraph.ts';
import { type MdastNode, parsedParagraph, spanOf } from './oracle.ts';

interface Read {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly isTitled?: boolean;
  readonly children?: readonly Read[];
}

/**
 * What stands beside the end of a line, which parsers of CommonMark leave out and we fold, counts for neither; nor does where
 * micromark has a break between two texts.
 */
function folded(nodes: readonly Read[], text: string): readonly Read[] {
  const read: Read[] = [];
  for (const node of nodes) {
    const last = read.at(-1);
    if (node.type !== 'text') read.push(node);
    else if (last?.type === 'text') read.splice(-1, 1, { ...last, end: node.end });
    else read.push(node);
  }
  return read.flatMap((node) => {
    if (node.type !== 'text') return [node];
    const words = text.slice(node.start, node.end);
    const start = node.start + (/^[ \t]+(?=\n)/.exec(words)?.[0].length ?? 0);
    const end = node.end - (/\n([ \t]+)$/.exec(words)?.[1]?.length ?? 0);
    return [{ ...node, start, end }];
  });
}

function ours(nodes: readonly Noted[], text: string): readonly Read[] {
  const read = nodes.map((node): Read => {
    const { type, start, end } = node;
    if (node.type === 'text') return { type, start, end };
    const children = ours(node.children, text);
    if (node.type !== 'link') return { type, start, end, children };
    expect(text[node.close]).toBe(']');
    return { type, start, end, isTitled: node.isTitled, children };
  });
  return folded(read, text);
}

function theirs(nodes: readonly MdastNode[], text: string): readonly Read[] {
  const read = nodes.map((node): Read => {
    const span = spanOf(node);
    if (node.type === 'strong') return { type: 'strong', ...span, children: theirs(node.children, text) };
    if (node.type === 'emphasis') return { type: 'em', ...span, children: theirs(node.children, text) };
    if (node.type !== 'link') return { type: 'text', ...span };
    return { type: 'link', ...span, isTitled: (node.title ?? null) !== null, children: theirs(node.children, text) };
  });
  return folded(read, text);
}

/** A text without white space at its edges, which the parser of blocks takes off. */
function compare(pieces: readonly string[]): boolean {
  const text = pieces
    .join('')
    .replace(/\n[ \t]*(?=\n)/g, '')
    .replace(/^[ \t\n]+|[ \t\n]+$/g, '');
  const read = ours(readParagraph(`> ${text}`, { start: 2, end: text.length + 2 }), `> ${text}`);
  const moved = (nodes: readonly Read[]): readonly Read[] =>
    nodes.map(({ start, end, children, ...node }) => ({
      ...node,
      start: start + 2,
      end: end + 2,
      ...(children === undefined ? {} : { children: moved(children) }),
    }));
  expect(read, JSON.stringify(text)).toEqual(moved(theirs(parsedParagraph(text), text)));
  return read.some(({ type }) => type !== 'text');
}

const words = ['ა', 'word', 'Two words.', '5', ' ', ' ', '\n', '\t', '\u00A0', '\u2028', '.', ',', '-', '–', '_', '!'];
const stars = ['*', '*', '**', '**', '***', '****', '*****'];
const links = ['[', '[', ']', ']', '](', '](#s)', '](https://a.ge)', ')', '(', '[]', '[a](b)', '^[', '{lang=en}'];
const quotes = ['„', '“', '”', '«', '»', '(', ')', '"', "'", '{', '\u{1D7CF}', '\uE000', '&amp;', '<b>', '`', '~~'];
const resources = [
  '](<',
  '](',
  '>',
  '<',
  ' "',
  '"',
  " '",
  "'",
  ' (',
  '()',
  ' ""',
  '\\',
  '\\)',
  '\\"',
  '#s',
  '\u007F',
  '  ',
];
const escapes = ['\\', '\\*', '\\[', '\\]', '\\\\', '\\a', '\\('];

describe('marks are read as micromark reads them', () => {
  it.each([
    ['stars alone', [...stars, 'a', ' ', '.'], 3000],
    ['stars', [...stars, ...stars, ...words, ...quotes, ...escapes], 2500],
    ['links', [...links, ...links, ...stars, ...words, ...escapes], 2500],
    ['addresses', [...links, ...resources, ...resources, ...escapes, 'a', ' ', '\n', '*'], 2500],
    ['all', [...stars, ...links, ...words, ...quotes, ...resources, ...escapes], 2000],
  ])('%s', (_, pieces, numRuns) => {
    let marked = 0;
    const property = fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 20 }), (text) => {
      if (compare(text)) marked += 1;
    });
    fc.assert(property, { seed: 12, numRuns });
    expect(marked).toBeGreaterThan(numRuns / 40);
  });

  it.each([
    // What was left over between two is read again, with fewer stars.
    '(**a****a******a*a*a*a',
    '[a [b](c) [d](e) f](g)',
    `[a](${'('.repeat(32)}b${')'.repeat(32)})`,
    `[a](${'('.repeat(33)}b${')'.repeat(33)})`,
    '[a](b "") [a](b \'\') [a](b ())',
    '[a](b (c) [a](b (c)) [a](b (c\\)))',
    '[a](b "c)" d) "e")',
    '[a\n  ](b)',
  ])('%j', (text) => void compare([text]));
});
