/** Links on paper: each address of the data is read there, each reference has its page, and nothing looks as if it led on. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import { Report } from '../../src/diagnostics.ts';
import { languageOf } from '../../src/language/languages.ts';
import { printedAddress, saysAddress } from '../../src/model/address.ts';
import type { Document } from '../../src/model/document.ts';
import { printOutline } from '../../src/outline/print.ts';
import { outlineOf } from '../../src/outline/read.ts';
import { pdf } from '../../src/write/pdf/pdf.ts';
import { print } from '../../src/write/pdf/print.ts';
import type { PrintLayout } from '../../src/write/targets.ts';
import { bodyRow, document, emphasis, headRow, l, link, note, p, section, strong, table, text, ul } from '../make.ts';
import { gza } from '../theme/gza.ts';
import { heavy } from '../tier.ts';
import { readPress } from './reading.ts';

const root = path.resolve(import.meta.dirname, '../..');
const theme = await gza();

async function write(content: Document, layout: PrintLayout): Promise<Uint8Array> {
  const report = new Report();
  const job = { theme, language: languageOf(content.lang), name: 'test', created: new Date(0), report };
  const [made] = await print.write(content, { ...job, print: { layout } });
  // These texts are too short for a sheet, and are told so.
  expect(report.diagnostics.filter(({ code }) => code !== 'panels-empty')).toEqual([]);
  return made?.bytes ?? new Uint8Array();
}

/** What a file says, a line a node. */
const linesOf = async (bytes: Uint8Array): Promise<string[]> =>
  printOutline(await outlineOf(bytes, 'pdf'))
    .split('\n')
    .map((line) => line.trim());

const long = 'https://etrati.example/reports/2026/interim/annex-b-indicators.pdf?version=3';
const filler = Array.from({ length: 12 }, () => p('Plain words that fill the page. '.repeat(40).trim()));
const body = (one: ReturnType<typeof p>, rest: readonly ReturnType<typeof p>[] = []) => [
  section('one', 'One', [one, ...rest]),
  section('two', 'Two', [p('The end.')]),
];

describe('what follows the words of a link', () => {
  it.each([
    ['a short address', [link('https://etrati.example/', 'our site'), text('.')], 'our site (etrati.example).'],
    ['nothing where the words are it', [link('https://www.etrati.example/', 'etrati.example')], 'etrati.example'],
    [
      'nothing where the sentence says it',
      [link('mailto:a@b.example', 'us'), text(' (a@b.example)')],
      'us (a@b.example)',
    ],
    ['a number for a long one', [link(long, 'Annex B'), text('.')], 'Annex B [1].'],
    ['a mailbox', [link('mailto:a@b.example?subject=x', 'us')], 'us (a@b.example)'],
    ['a telephone number', [link('tel:+995320000000', 'us')], 'us (+995320000000)'],
    ['no number twice', [link('tel:+995320000000', '+995 32 000 00 00')], '+995 32 000 00 00'],
    ['a page', [text('See '), link('#two', 'the end'), text('!')], 'See the end (p. 2)!'],
    ['all within brackets', [text('('), link('#two', 'Two'), text(')')], '(Two, p. 2)'],
    ['a word goes on', [link('#two', 'Two'), emphasis('’s'), text(' end')], 'Two’s (p. 2) end'],
    ['within stress', [strong([link('https://etrati.example', 'Etrati')]), text('.')], 'Etrati (etrati.example).'],
    ['Georgian letters', [link('https://მაგალითი.გე/ა', 'ბმული')], 'ბმული (მაგალითი.გე/ა)'],
    ['letters that no face has, as ASCII', [link('https://例え.example/', 'site')], 'site (xn--r8jz45g.example)'],
  ])('%s', async (_, inlines, expected) => {
    const lines = await linesOf(await write(document({ body: body(p(inlines)) }), 'sheets'));
    const plain = lines.map((line) => line.replaceAll('\u00A0', ' '));
    expect(plain).toContain(`paragraph  ${expected}`);
    expect(plain.includes('heading 2  Addresses of links')).toBe(expected.includes('[1]'));
  });

  it('numbers of pages with one digit and with two, in notes and cells too', async () => {
    const cell = table([headRow('# A', '# B')], [bodyRow('# a', 'b')]);
    const content = document({
      lang: 'ka',
      body: [
        section('one', 'One', [
          p([link('#three', 'x'), text(' '), link('#one', 'y'), note([link('#three', 'z')])]),
          ...filler,
        ]),
        section('two', 'Two', [...filler, ...filler, cell]),
        section('three', 'Three', [p('The end.')]),
      ],
    });
    const bytes = await write(content, 'booklet');
    const said = (await linesOf(bytes)).join('\n').replaceAll('\u00A0', ' ');
    const page = /x \(გვ\. (\d+)\) y \(გვ\. (\d+)\)/.exec(said);
    const { pages } = { pages: (await readPress(bytes)).file.getPageCount() };
    expect(Number(page?.[1])).toBeGreaterThan(9);
    expect(Number(page?.[1])).toBeLessThanOrEqual(pages);
    expect(page?.[2]).toBe('2');
    expect(said).toContain(`z (გვ. ${page?.[1]})`);
  });
});

it('the list of addresses has each once, in the order of the text, with the numbers of the text', async () => {
  const other = `${long}&lang=en`;
  const content = document({
    body: body(p([link(long, 'a'), text(', '), link(other, 'b'), text(', '), link(long, 'c')])),
    imprint: [p([link(`${other}#x`, 'd')])],
  });
  const lines = (await linesOf(await write(content, 'booklet'))).map((line) => line.replaceAll('\u00A0', ' '));
  const at = lines.indexOf('heading 2  Addresses of links');
  expect(lines).toContain('paragraph  a [1], b [2], c [1]');
  expect(lines.slice(at + 1).filter((line) => line.includes('etrati'))).toEqual(
    [long, other, `${other}#x`].map((address) => `paragraph  ${address.replace('https://', '')}`),
  );
});

it('on a folded sheet stands with the end of the text; a reference needs no page there', async () => {
  const content = document({ body: body(p([link(long, 'a'), text(' and '), link('#two', 'the end')])) });
  const lines = await linesOf(await write(content, 'tri-fold'));
  expect(lines.map((line) => line.replaceAll('\u00A0', ' '))).toContain('paragraph  a [1] and the end');
  expect(lines).toContain(`paragraph  ${long.replace('https://', '')}`);
});

it('nothing has the colour or the line of a link', async () => {
  const entries = ul([], 'links');
  const content = document({
    before: [
      {
        ...entries,
        type: 'languages',
        editions: ['ka', 'en'].map((tag) => ({ lang: l(tag), name: languageOf(l(tag)).name })),
      } as never,
    ],
    body: [section('a', 'A', [p([text('See '), link('https://example.org/', 'the page')])])],
  });
  const operators = async (bytes: Uint8Array, operator: RegExp) =>
    (await readPress(bytes)).contents.flatMap((page) => page.match(operator) ?? []).length;
  const job = { theme, language: languageOf(l('en')), name: 'test', created: new Date(0), report: new Report() };
  // The line under words of 10.5 points is 0.525 points thick.
  expect(await operators(await pdf.write(content, job), /RG 0\.525 w/g)).toBe(1);
  const paper = await write(content, 'sheets');
  expect(await operators(paper, /K 0\.525 w/g)).toBe(0);
  expect(await operators(paper, /0\.92 0\.66 0 0 k \/F\d+ 10\.5 Tf/g)).toBe(0);
  expect((await linesOf(paper)).join('\n')).not.toContain('ქართული');
});

heavy.each(['data/brochure/brochure.json', 'data/report/interim-2026.json', 'data/document/guide.json'])(
  'every address of %s is read in its print file',
  async (file) => {
    const addresses = readFileSync(path.join(root, file), 'utf8').match(/(?:https?:\/\/|mailto:|tel:)[^\s")]+/g) ?? [];
    const { outputs } = await createEngine({ root }).build(file, { formats: ['print'], languages: ['en'] });
    const bytes = outputs.find(({ name }) => name.endsWith('.pdf'))?.bytes ?? new Uint8Array();
    const said = (await linesOf(bytes)).join('\n');
    expect(addresses.length).toBeGreaterThan(1);
    const unsaid = addresses.filter((address) => !address.includes('schema') && !saysAddress(said, address));
    expect(unsaid.filter((address) => !said.includes(printedAddress(address)))).toEqual([]);
  },
  60_000,
);
