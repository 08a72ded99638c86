/**
 * Our notation against CommonMark itself, over all short texts of marks: what is read as marks is what CommonMark reads, but
 * for the two differences that docs/markup.md tells, and no sign is swallowed.
 */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { notedInlines } from '../../src/read/notation.ts';
import type { Child } from '../../src/read/parse.ts';

const at = { file: 'test.json', line: 1, column: 1 };

/** What a text says, its marks written anew; null where it is refused. */
function ours(text: string): string | null {
  const report = new Report();
  const children = notedInlines([{ kind: 'run', value: text, at, from: at }], report);
  return report.failed ? null : children.map(written).join('');
}

const tags: Readonly<Record<string, string>> = { strong: 's', em: 'e', a: 'a', ref: 'a' };

function written(child: Child): string {
  if (child.kind === 'run') return child.value;
  const tag = tags[child.name] ?? child.name;
  return `<${tag}>${child.children.map(written).join('')}</${tag}>`;
}

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

function theirs(text: string): string {
  const said = ({ type, value, children = [] }: Node): string => {
    const inside = children.map(said).join('');
    if (type === 'strong') return `<s>${inside}</s>`;
    if (type === 'emphasis') return `<e>${inside}</e>`;
    if (type === 'link') return `<a>${inside}</a>`;
    return value ?? inside;
  };
  const options = { extensions: [{ disable: { null: ['list', 'thematicBreak'] } }] };
  return said(fromMarkdown(text, options) as Node);
}

/** The text that would be written for what was read. */
const typed = (read: string): string =>
  read
    .replace(/<\/?s>/g, '**')
    .replace(/<\/?e>/g, '*')
    .replaceAll('<a>', '[')
    .replaceAll('</a>', '](#x)');

function* texts(tokens: readonly string[], most: number): Generator<string> {
  if (most === 0) return;
  for (const token of tokens) {
    yield token;
    for (const rest of texts(tokens, most - 1)) yield token + rest;
  }
}

describe('all short texts of marks', () => {
  // Each as it is written, and with words at its ends, so that all kinds of neighbours meet.
  const all = [
    ...new Set([...texts(['*', '**', 'a', ' ', '.'], 6), ...texts(['*', '**', '***', 'a', '[', '](#x)', ' '], 5)]),
  ].filter((text) => text.trim() === text && !/\*{4}/.test(text));

  it('lose no sign', () => {
    const swallowed = all.filter((text) => {
      const read = ours(text);
      return read !== null && typed(read) !== text;
    });
    expect(all.length).toBeGreaterThan(10_000);
    expect(swallowed).toEqual([]);
  });

  it('say what CommonMark says they say, where all of their stars are marks', () => {
    // A star alone in or after a word is a star: 2*3*4 (docs/markup.md). Punctuation beside stars is judged for Georgian.
    const other = all.filter((text) => {
      if (/[a-z]\*(?!\*)(?!$)|[.[\]]/.test(text) || /\*{2,}/.test(theirs(text))) return false;
      const read = ours(text);
      return read !== theirs(text);
    });
    expect(other).toEqual([]);
  });
});
