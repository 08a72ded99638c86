/** What the reader writes and counts at its edges, with the hints of what it refuses: labels, lists, titles, sections. */
import { describe, expect, test } from 'vitest';
import { inlinesOf, plain } from '../../src/model/walk.ts';
import { around, read } from './kit.ts';

/** The code of each finding, and its hints. */
async function refused(blocks: string): Promise<readonly string[]> {
  const { report } = await read(around(blocks));
  return report.diagnostics.map(({ code, hints }) => [code, ...hints].join(' | '));
}

async function found(blocks: string, languages: readonly string[] = ['en', 'ka']) {
  const { document, report } = await read(around(blocks), { languages });
  expect(report.diagnostics).toEqual([]);
  return document?.body[0]?.blocks ?? [];
}

describe('labels', () => {
  test.each([
    ['http://a.ge/x/', 'a.ge/x'],
    ['https://a.ge/?to=https://b.ge/', 'a.ge/?to=https://b.ge'],
    ['https://a.ge/x/y', 'a.ge/x/y'],
    ['mailto:a@b.ge', 'a@b.ge'],
    ['tel:+995322252216', '+995322252216'],
  ])('a code that leads to %s', async (href, says) => {
    const [block] = await found(`<figure><qr href="${href}"/></figure>`);
    expect(block?.type === 'figure' && block.image.alt?.value).toBe(`QR code: ${says}`);
  });

  test.each([
    [26, 'AA'],
    [26 + 26 * 26 - 1, 'ZZ'],
    [26 + 26 * 26, 'AAA'],
  ])('of %i annexes the next is %s', async (before, letter) => {
    const annex = (index: number) => `<section id="s${index}" number="annex"><h>a</h><p>b</p></section>`;
    const all = Array.from({ length: before + 1 }, (_, index) => annex(index)).join('');
    const { document } = await read(`<document><cover><title>T</title></cover>${all}</document>`);
    expect(document?.body.at(-1)?.number).toBe(letter);
  });
});

describe('lists', () => {
  const nested = (depth: number): string =>
    depth === 0 ? 'a' : `<ul><li>${depth === 1 ? '' : 'a'}${nested(depth - 1)}</li></ul>`;

  test('nest up to nine deep, and are told of once', async () => {
    await found(nested(9));
    expect(await refused(nested(10))).toEqual(['too-deep | Use fewer levels.']);
    expect(await refused(nested(12))).toEqual(['too-deep | Use fewer levels.']);
  });

  test('of which nothing or more than all is done', async () => {
    const [list] = await found('<ul look="figures"><li share="0">a</li><li share="1.2">b</li><li>c</li></ul>');
    expect(list?.type === 'list' && list.items.map(({ share }) => share)).toEqual([0, 1.2, null]);
    expect(await refused('<ul><li share="-0.1">a</li></ul>')).toEqual(['bad-value | Write a number from 0 up.']);
  });

  test('the state of an item is said once, at the end of its first paragraph, in the language of that', async () => {
    const [list] = await found(
      '<ol look="timeline"><li look="done"><p lang="ka">ა</p><p>b</p></li><li look="ahead" lang="ka">გ</li><li look="focus">d</li><li look="done"><ul><li>e</li></ul></li></ol>',
    );
    const items = list?.type === 'list' ? list.items : [];
    expect(items.map(({ blocks }) => blocks.map((block) => plain(inlinesOf(block))))).toEqual([
      ['ა (დასრულებულია)', 'b'],
      ['გ (დაგეგმილია)'],
      ['d'],
      [''],
    ]);
  });

  test('a term without its meaning, and a meaning without its term', async () => {
    expect(await refused('<dl><dt>a</dt><dt>b</dt><dd>c</dd><dd>d</dd></dl>')).toEqual([
      'term-without-details | Put a <dd> after each <dt>.',
      'details-without-term | Put a <dt> before each <dd>.',
    ]);
  });

  test('what a term means in another language is in that language, but for what has one of its own', async () => {
    const [terms] = await found('<dl><dt>a</dt><dd lang="ka"><p>ა</p><p lang="en">b</p></dd></dl>');
    const [item] = terms?.type === 'terms' ? terms.items : [];
    expect(item?.details.map(({ lang }) => lang)).toEqual(['ka', 'en']);
  });
});

describe('titles', () => {
  const quoted = async (title: string) => {
    const [list] = await found(`<contents/><section id="x"><h>${title}</h><p>a</p></section>`);
    const entry = list?.type === 'contents' ? list.entries.at(-1) : undefined;
    return entry?.title.map((node) => plain([node]));
  };

  test.each([
    ['\n  One <em> and </em> two \n', ['One and two']],
    ['mi&shy;gra&shy;tion', ['migration']],
    ['cafe&#x301;', ['café']],
    ['One<br/>two', ['One two']],
    ['One <br/> two', ['One two']],
    ['<em>One </em><strong> </strong>', ['One']],
    ['One <a href="https://a.ge">two</a> <abbr title="x">T</abbr>', ['One two T']],
    ['One <span lang="ka">ორი</span> <span lang="ka">სამი</span> four', ['One ', 'ორი', ' ', 'სამი', ' four']],
    ['<span lang="ka">ორი</span><span lang="ka"> სამი</span>', ['ორი სამი']],
  ])('%j as contents have it', async (title, expected) => expect(await quoted(title)).toEqual(expected));
});

describe('sections', () => {
  const nested = (depth: number, from = 1): string =>
    depth === 0 ? '' : `<section id="s${from}"><h>a</h><p>b</p>${nested(depth - 1, from + 1)}</section>`;

  test('nest up to five deep, and are told of once', async () => {
    await found(nested(4));
    expect(await refused(nested(5))).toEqual(['too-deep | Move it one level up, or make it a list.']);
    expect(await refused(nested(7))).toEqual(['too-deep | Move it one level up, or make it a list.']);
  });

  test('have one heading, first', async () => {
    expect(await refused('<section id="x"><p>a</p></section>')).toEqual([
      'missing-heading | Give it one. | In the template: Start it with an <h>.',
    ]);
    expect(await refused('<section id="x"><p>a</p><h>b</h></section>')).toEqual(['misplaced-element']);
    expect(await refused('<section id="x"><h>a</h><h>b</h><p>c</p></section>')).toEqual([
      'second-heading | Put it in its own <section>.',
    ]);
  });

  const late = 'misplaced-element | Put it before the nested sections or into one of them.';
  test.each([
    ['<columns><column><section id="x"><h>a</h><p>b</p></section></column></columns><p>c</p>', [late]],
    ['<columns><column><p>a</p></column><column>b</column></columns>', null],
    ['<section id="x"><h>a</h><p>b</p></section><section id="y"><h>a</h><p>b</p></section>', []],
    ['<section id="x"><h>a</h><p>b</p></section><p>c</p><ul><li>d</li></ul>', [late]],
    ['<columns><column><p>a</p></column></columns><p>b</p>', []],
  ])('what comes after them: %s', async (blocks, expected) => {
    if (expected !== null) expect(await refused(blocks)).toEqual(expected);
  });
});
