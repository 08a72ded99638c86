/**
 * Work grows with the input, not with its square. Each case is measured at two sizes in one run, in the time that this process
 * has the processor, so that a busy machine does not count. Only the ratio does: sixteen times the input may take 64 times as
 * long, where its square would take 256; what takes less than 20 ms is too little to tell.
 */
import { describe, expect, it } from 'vitest';
import { missingFrom, numbersIn, partsIn } from '../../src/input/check/tokens.ts';
import { en } from '../../src/language/en.ts';
import { ka } from '../../src/language/ka.ts';
import { readDocx } from '../../src/outline/docx/docx.ts';
import { readHtml } from '../../src/outline/html/html.ts';
import { readBlocks } from '../../src/read/blocks-of-lines.ts';
import { readParagraph } from '../../src/read/paragraph.ts';
import { p, r, rawDocx } from '../outline/raw-docx.ts';

const page = (body: string) =>
  new TextEncoder().encode(`<!doctype html><html lang="en"><title>T</title><body>${body}</body></html>`);

function notes(count: number): Uint8Array {
  const all = Array.from({ length: count }, (_, id) => id);
  return rawDocx({
    body: all.map((id) => `<w:p><w:r><w:footnoteReference w:id="${id}"/></w:r></w:p>`).join(''),
    footnotes: all.map((id) => `<w:footnote w:id="${id}">${p('n')}</w:footnote>`).join(''),
  });
}

/** Milliseconds of the processor. */
function timeOf(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** The least of three runs, and of fewer once one is short enough: collecting garbage falls into some of them only. */
function least(work: () => void, enough = 0): number {
  let time = timeOf(work);
  for (let run = 1; run < 3 && time >= enough; run += 1) time = Math.min(time, timeOf(work));
  return time;
}

describe('sixteen times the input is not 64 times the work', () => {
  const cases: readonly (readonly [name: string, size: number, work: (size: number) => void])[] = [
    ['line ends in a text', 40_000, (size) => void numbersIn('\n'.repeat(size), en)],
    ['blanks at the start of a line', 40_000, (size) => void numbersIn(' '.repeat(size), en)],
    ['digits', 40_000, (size) => void numbersIn('1'.repeat(size), ka)],
    ['links that are left open', 40_000, (size) => void numbersIn(']('.repeat(size), en)],
    ['blank lines', 40_000, (size) => void partsIn('\n \n'.repeat(size))],
    [
      'numbers of two texts',
      5000,
      (size) => {
        const all = Array.from({ length: size }, (_, index) => String(index));
        missingFrom(all, all.toReversed());
      },
    ],
    ...[
      ...['*a', 'a*', '**a', 'a**b', '*a**', '***a* ', '(**a****a******a*a*a*a', '\\', '[', ']', '[]', '[a]('],
      ...['[a](b)', '[a](b (', '[a](b "', '[a](b " \'', '[a](<', '[a](((', '[a] (*', '[*a](b) *', '*[a', '[a**](b) **'],
    ].map(
      (text) =>
        [
          `the marks of ${text}`,
          3000,
          (size: number) => void readParagraph(text.repeat(size), { start: 0, end: text.length * size }),
        ] as const,
    ),
    ...['- a\n', '- ', '\n', '- a\n  - b\n', '1. a\nb\n', '\t', ' \n', '- - - - a\n\n', '-\n\n', 'a - '].map(
      (text) =>
        [
          `the lines of ${JSON.stringify(text)}`,
          3000,
          (size: number) => void readBlocks(text.repeat(size), 11),
        ] as const,
    ),
    ['paragraphs of a page', 1500, (size) => void readHtml(page('<p>a</p>'.repeat(size)))],
    ['links within a page, before all else', 1500, (size) => void readHtml(page('<a href="#a">a</a>'.repeat(size)))],
    [
      'descriptions of a page',
      1000,
      (size) => void readHtml(page('<details><summary>a</summary>b</details>'.repeat(size))),
    ],
    ['rows of a page', 1000, (size) => void readHtml(page(`<table>${'<tr><td>a<td>b'.repeat(size)}</table>`))],
    ['cells of a row', 1000, (size) => void readHtml(page(`<table><tr>${'<td>a'.repeat(size)}</table>`))],
    ['header cells of a row', 1000, (size) => void readHtml(page(`<table><tr>${'<th>a'.repeat(size)}</table>`))],
    [
      'regions of a page that nothing names',
      20,
      (size) => void readHtml(page(`${'<aside aria-labelledby="no">'.repeat(size)}${'<p>a</p>'.repeat(50 * size)}`)),
    ],
    [
      'captions of a page without headings',
      500,
      (size) => void readHtml(page('<table><caption>a</caption><tr><td id="b">c</table><p id="d">e</p>'.repeat(size))),
    ],
    ['runs of a paragraph', 1500, (size) => void readDocx(rawDocx({ body: `<w:p>${r('a').repeat(size)}</w:p>` }))],
    ['notes of a file', 500, (size) => void readDocx(notes(size))],
    ['lists without items', 400, (size) => void readHtml(page(`<ul><li>a${'</li><p>b</p>'.repeat(size)}</ul>`))],
  ];
  it.each(cases)('%s', (_, size, work) => {
    // Once before, so that none is timed while it is compiled.
    work(size);
    const most =
      64 *
      Math.max(
        least(() => work(size)),
        20,
      );
    expect(least(() => work(16 * size), most)).toBeLessThan(most);
  });
});
