/** What files say of the editions that are made with them; and all that is made of a document says the same. */
import { beforeAll, describe, expect, it } from 'vitest';
import { compareFiles, createEngine, type Output, outlineFile } from '../../src/index.ts';
import type { OutlineFormat } from '../../src/outline/formats.ts';
import { packageRoot } from '../../src/world.ts';
import { brochure } from '../cli/project.ts';

const build = createEngine({ root: packageRoot, env: {} }).build;
const textOf = (output: Output | undefined) => new TextDecoder().decode(output?.bytes);
const line = 'Editions of this document';

describe('all editions of a document together', () => {
  let outputs: readonly Output[] = [];
  const named = (name: string) => outputs.find((output) => output.name === name);

  beforeAll(async () => {
    const made = await build(brochure, {
      formats: ['pdf', 'docx', 'html', 'epub', 'txt', 'md', 'brf'],
      editions: ['standard', 'large', 'plain'],
    });
    expect(made.diagnostics).toEqual([]);
    outputs = made.outputs;
  }, 120_000);

  it('are named in each page, with a link to all but itself', () => {
    const pages = outputs.filter(({ format }) => format === 'html');
    expect(pages.map(({ name }) => name)).toContain('brochure.plain.ka.html');
    for (const page of pages) {
      const said = textOf(page)
        .split('\n')
        .findLast((each) => each.includes('.pdf">PDF</a>'));
      const targets = [...(said ?? '').matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href);
      expect(targets).toHaveLength(8);
      for (const target of targets) expect(named(target)?.lang).toBe(page.lang);
      expect(targets).not.toContain(page.name);
    }
  });

  it('are named in books and braille without addresses, and in plain text with them', () => {
    expect(textOf(named('brochure.en.txt')).replaceAll('\n', ' ')).toContain(
      'plain text, Markdown <brochure.en.md>, braille <brochure.en.brf>',
    );
    expect(textOf(named('brochure.en.md'))).toContain('[large print](brochure.large.en.html)');
    // A reader of Markdown is led to Markdown, and no edition to itself.
    expect(textOf(named('brochure.en.md'))).toContain('[easy to read](brochure.plain.en.md)');
    expect(textOf(named('brochure.plain.en.md'))).toContain(', easy to read.');
    expect(textOf(named('brochure.en.brf'))).not.toMatch(/brochure\.large/i);
  });

  it('say the same, each format and every other', async () => {
    const readable = outputs.filter(({ format }) => format !== 'brf' && !/\.svg$|\.png$|\.jpg$/.test(''));
    for (const edition of ['standard', 'large', 'plain'])
      for (const lang of ['en', 'ka']) {
        const files = readable.filter(
          (output) => output.edition === edition && output.lang === lang && output.name.endsWith(`.${output.format}`),
        );
        expect(files.length).toBe(edition === 'large' ? 3 : 6);
        const outlined = [];
        for (const { name, format, bytes } of files)
          outlined.push(await outlineFile({ name, format: format as OutlineFormat, bytes }));
        for (const first of outlined)
          for (const { name, differences } of compareFiles([first, ...outlined.filter((other) => other !== first)]))
            expect([first.name, name, differences]).toEqual([first.name, name, []]);
      }
  }, 60_000);
});

it('says nothing of editions where there are none but those that are always made', async () => {
  const { outputs } = await build(brochure, { formats: ['html', 'docx'], languages: ['en'] });
  expect(textOf(outputs.find(({ format }) => format === 'html'))).not.toContain(line);
  const alone = await build(brochure, { formats: ['txt'], languages: ['en'] });
  expect(textOf(alone.outputs[0])).not.toContain(line);
});

it('says the same where some of the formats are made elsewhere', async () => {
  const whole = await build(brochure, { formats: ['html', 'txt'], languages: ['en'] });
  const part = await build(brochure, { formats: ['html'], alongside: ['html', 'txt'], languages: ['en'] });
  expect(textOf(part.outputs[0])).toContain(line);
  expect(textOf(part.outputs[0])).toBe(textOf(whole.outputs.find(({ format }) => format === 'html')));
});

it('says the same where some of the editions are made elsewhere', async () => {
  const made = { formats: ['html'], languages: ['en'] } as const;
  const editions = ['standard', 'large', 'plain'] as const;
  const whole = await build(brochure, { ...made, editions });
  const part = await build(brochure, { ...made, editions: ['standard'], alongsideEditions: editions });
  expect(part.outputs.map(({ name }) => name)).toEqual(['brochure.en.html']);
  expect(textOf(part.outputs[0])).toContain('href="brochure.plain.en.html"');
  expect(textOf(part.outputs[0])).toBe(textOf(whole.outputs.find(({ name }) => name === 'brochure.en.html')));
});

it('says in what has no pages to stamp that it is a draft', async () => {
  const { outputs, proofs } = await build(brochure, {
    formats: ['txt', 'md', 'epub', 'brf'],
    draft: true,
    languages: ['en'],
    prove: true,
  });
  expect(proofs.flatMap(({ differences }) => differences)).toEqual([]);
  expect(proofs).toHaveLength(3);
  expect(textOf(outputs.find(({ format }) => format === 'txt'))).toMatch(/^Draft$/m);
  expect(textOf(outputs.find(({ name }) => name.endsWith('.md')))).toMatch(/^> Draft$/m);
  expect(textOf(outputs.find(({ format }) => format === 'brf'))).toContain(',DRAFT');
});

it('names the book of all languages, one for each edition', async () => {
  const { outputs } = await build(brochure, {
    formats: ['html', 'epub'],
    editions: ['standard', 'plain'],
    bilingual: true,
  });
  const books = outputs.filter(({ format }) => format === 'epub');
  expect(books.map(({ name }) => name)).toEqual(['brochure.en-ka.epub', 'brochure.plain.en-ka.epub']);
  expect(textOf(outputs.find(({ name }) => name === 'brochure.ka.html'))).toContain('href="brochure.en-ka.epub"');
});
