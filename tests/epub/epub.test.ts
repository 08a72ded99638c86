/** A book: what its container, package and navigation say, and where its pages, notes and languages lead. */
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import { Report } from '../../src/diagnostics.ts';
import type { Output } from '../../src/engine.ts';
import { type Book, openBook } from '../../src/finished/epub/book.ts';
import { attribute, elementsOf, type HtmlElement, textIn } from '../../src/finished/html/tree.ts';
import { languageOf } from '../../src/language/languages.ts';
import type { Document } from '../../src/model/document.ts';
import type { Table } from '../../src/model/table.ts';
import { readPagedText } from '../../src/outline/pdf/pages.ts';
import { packageRoot } from '../../src/world.ts';
import { epub } from '../../src/write/epub/epub.ts';
import type { Job } from '../../src/write/targets.ts';
import { everything, theme } from '../html/page.ts';
import { report } from '../html/report.ts';
import * as make from '../make.ts';
import { heavy } from '../tier.ts';

const job = (document: Document, more: Partial<Job> = {}): Job => ({
  theme,
  language: languageOf(document.lang),
  name: 'test',
  created: new Date(0),
  report: new Report(),
  ...more,
});

const all = (element: HtmlElement): HtmlElement[] => [element, ...elementsOf(element).flatMap(all)];
const filesOf = (bytes: Uint8Array) => new Map(Object.entries(unzipSync(bytes)));
const letters = (text: string) => text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '');

describe.each([
  ['everything', everything],
  ['a report', report],
])('%s', (_, document) => {
  let bytes: Uint8Array;
  let files: ReadonlyMap<string, Uint8Array>;
  let book: Book;

  beforeAll(async () => {
    bytes = await epub.write(document, job(document));
    files = filesOf(bytes);
    book = openBook(bytes);
  }, 120_000);

  it('has its type first and stored, and no time of this machine', async () => {
    expect(Buffer.from(bytes.subarray(30, 58)).toString('latin1')).toBe('mimetypeapplication/epub+zip');
    expect([bytes[8], bytes[9]]).toEqual([0, 0]);
    expect(Buffer.from(await epub.write(document, job(document))).equals(Buffer.from(bytes))).toBe(true);
  });

  it('lists all its files, each by its type, and says which have drawings', () => {
    const opf = strFromU8(files.get('EPUB/package.opf') ?? new Uint8Array());
    const items = [...opf.matchAll(/<item id="[^"]*" href="([^"]*)" media-type="([^"]*)"(?: properties="([^"]*)")?/g)];
    const listed = items.map(([, href]) => `EPUB/${href}`);
    const frame = ['mimetype', 'META-INF/container.xml', 'EPUB/package.opf'];
    expect([...listed, ...frame].sort()).toEqual([...files.keys()].sort());
    for (const [, href = '', type, properties = ''] of items) {
      const drawn =
        type === 'application/xhtml+xml' && strFromU8(files.get(`EPUB/${href}`) ?? new Uint8Array()).includes('<svg');
      expect([href, properties.split(' ').includes('svg')]).toEqual([href, drawn]);
    }
  });

  it('leads nowhere but to places in it and to the web', () => {
    const roots = [...book.spine, ...(book.navigation === null ? [] : [book.navigation])];
    const ids = new Map(
      roots.map(({ path, root }) => [path, new Set(all(root).map((element) => attribute(element, 'id')))]),
    );
    const wrong = roots.flatMap(({ path, root }) =>
      all(root).flatMap((element) => {
        const href = attribute(element, 'href') ?? attribute(element, 'src');
        if (href === null || /^(?:https?|mailto|tel):/.test(href)) return [];
        const [file = '', id] = href.split('#');
        const target = new URL(file, `epub:/${path}`).pathname.slice(1);
        const there = files.has(target) && (id === undefined || ids.get(target)?.has(id));
        return there ? [] : [`${path}: ${href}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('names languages twice, and has no element that old readers take for open', () => {
    for (const { path } of book.spine) {
      const text = strFromU8(files.get(path) ?? new Uint8Array());
      expect(text).not.toMatch(/ lang="([^"]*)"(?![^>]* xml:lang="\1")/);
      expect(text).not.toMatch(/<(?!img|br|col|meta|link|hr|wbr|path|rect|circle|g\b)[a-z0-9]+(?: [^>]*)?\/>/);
      expect(text).not.toContain('<style');
      expect(text).not.toContain('charset');
    }
  });

  it('has for each reference a note that leads back to it', () => {
    for (const { root } of book.spine) {
      const found = all(root);
      const references = found.filter((element) => attribute(element, 'epub:type') === 'noteref');
      const notes = found.filter((element) => attribute(element, 'epub:type') === 'footnote');
      expect(references.map((element) => attribute(element, 'href'))).toEqual(
        notes.map((note) => `#${attribute(note, 'id')}`),
      );
      const back = notes.flatMap(all).filter((element) => attribute(element, 'role') === 'doc-backlink');
      expect(back.map((element) => attribute(element, 'href'))).toEqual(
        references.map((element) => `#${attribute(element, 'id')}`),
      );
    }
  });

  it('says what it holds to', () => {
    const { metadata } = book;
    expect(metadata.get('dcterms:conformsTo')).toEqual(['EPUB Accessibility 1.1 - WCAG 2.2 Level AA']);
    expect(metadata.get('a11y:certifiedBy')).toEqual([document.metadata.author]);
    expect(metadata.get('schema:accessibilityHazard')).toEqual(['none']);
    expect(metadata.get('schema:accessModeSufficient')).toContain('textual');
    expect(metadata.get('dc:language')).toEqual([document.lang]);
    // Without a PDF there are no pages to name.
    expect(metadata.has('pageBreakSource')).toBe(false);
    expect(metadata.get('schema:accessibilityFeature')).not.toContain('pageBreakMarkers');
  });
});

it('names who vouches for it', async () => {
  const document = make.document({ body: [make.section('one', 'One', [make.p('Words')])] });
  const bytes = await epub.write(
    document,
    job(document, { book: { certifier: 'A & B', report: 'https://example.org/' } }),
  );
  const opf = strFromU8(filesOf(bytes).get('EPUB/package.opf') ?? new Uint8Array());
  expect(openBook(bytes).metadata.get('a11y:certifiedBy')).toEqual(['A & B']);
  expect(opf).toContain('<link rel="a11y:certifierReport" href="https://example.org/"');
});

describe('with its PDF, in both languages', () => {
  let outputs: readonly Output[];
  let together: readonly Output[];

  beforeAll(async () => {
    const engine = createEngine({ root: packageRoot, env: {} });
    const file = 'data/brochure/brochure.json';
    outputs = (await engine.build(file, { formats: ['epub', 'pdf'] })).outputs;
    together = (await engine.build(file, { formats: ['pdf', 'epub'], bilingual: true })).outputs.filter(
      ({ format }) => format === 'epub',
    );
  }, 240_000);

  heavy.each(['ka', 'en'])('marks each page of the PDF before the words that it begins with, in %s', async (lang) => {
    const bytesOf = (format: string) =>
      outputs.find((output) => output.lang === lang && output.format === format)?.bytes ?? new Uint8Array();
    const book = openBook(bytesOf('epub'));
    const { pageCount, pieces } = await readPagedText(bytesOf('pdf'));
    expect(book.metadata.get('pageBreakSource')).toEqual([`brochure.${lang}.pdf`]);
    const list = all(book.navigation?.root as HtmlElement).find((element) => attribute(element, 'id') === 'page-list');
    const listed = list === undefined ? [] : all(list).filter(({ tagName }) => tagName === 'a');
    expect(listed.map(textIn)).toEqual(Array.from({ length: pageCount }, (_, index) => `${index + 1}`));
    const text = book.spine.map(({ root }) => marked(root)).join('');
    for (let page = 2; page <= pageCount; page += 1) {
      const first = letters(pieces.find((piece) => piece.page === page - 1)?.text ?? '').slice(0, 12);
      const after = text.slice(text.indexOf(`<${page}>`)).replace(/<\d+>/g, '');
      expect(after.slice(0, first.length)).toBe(first);
    }
  });

  it('has one book of both languages where that is asked for, with a way from each to the other', () => {
    expect(together.map(({ name }) => name)).toEqual(['brochure.en-ka.epub']);
    const book = openBook(together[0]?.bytes ?? new Uint8Array());
    expect(book.metadata.get('dc:language')).toEqual(['en', 'ka']);
    const links = book.spine.flatMap(({ root }) => all(root)).map((element) => attribute(element, 'hreflang'));
    expect(new Set(links)).toEqual(new Set([null, 'en', 'ka']));
    // Each language has pages and places of its own.
    expect(book.metadata.get('pageBreakSource')).toEqual(['brochure.en.pdf', 'brochure.ka.pdf']);
    const itemsOf = (id: string) => {
      const list = all(book.navigation?.root as HtmlElement).find((element) => attribute(element, 'id') === id);
      return list === undefined ? [] : all(list).filter(({ tagName }) => tagName === 'a');
    };
    const pages = itemsOf('page-list').map(textIn);
    expect(pages).toEqual(expect.arrayContaining(['1 (English)', '1 (ქართული)']));
    expect(new Set(pages).size).toBe(pages.length);
    expect(itemsOf('landmarks').filter((item) => attribute(item, 'epub:type') === 'bodymatter')).toHaveLength(2);
    const toc = all(book.navigation?.root as HtmlElement).find((element) => attribute(element, 'id') === 'toc');
    const top = toc && elementsOf(toc).find(({ tagName }) => tagName === 'ol');
    expect(top && elementsOf(top).map((item) => attribute(item, 'xml:lang'))).toEqual(['en', 'ka']);
  });
});

/** Letters of the body, with `<7>` where a page begins. */
function marked(element: HtmlElement): string {
  if (element.tagName === 'head') return '';
  if (attribute(element, 'role') === 'doc-pagebreak') return `<${attribute(element, 'aria-label')}>`;
  return element.childNodes
    .map((node) => ('tagName' in node ? marked(node) : 'value' in node ? letters(node.value) : ''))
    .join('');
}

heavy(
  'marks no page of the PDF within the words of the one before',
  async () => {
    const file = 'data/document/guide.json';
    const engine = createEngine({ root: packageRoot });
    const { outputs } = await engine.build(file, { formats: ['pdf', 'epub'], languages: ['en'] });
    const bytesOf = (format: string) => outputs.find((output) => output.format === format)?.bytes ?? new Uint8Array();
    const { pageCount, pieces } = await readPagedText(bytesOf('pdf'));
    const text = openBook(bytesOf('epub'))
      .spine.map(({ root }) => marked(root))
      .join('');
    const found = text.replace(/<\d+>/g, '');
    for (let page = 2; page <= pageCount; page += 1) {
      const before = letters(
        pieces
          .filter((piece) => piece.page === page - 2)
          .map((piece) => piece.text)
          .join(''),
      );
      const last = before.slice(-12);
      // What the book has of the last words of a page is before the mark of the next one.
      const mark = text.slice(0, text.indexOf(`<${page}>`)).replace(/<\d+>/g, '').length;
      if (found.indexOf(last) >= 0)
        expect(found.indexOf(last) + last.length, `${page}: ${last}`).toBeLessThanOrEqual(mark);
    }
  },
  240_000,
);

it('says in its summary what there is in it, and no more', async () => {
  const plain = make.document({ title: 'T', body: [make.section('one', 'One', [make.p('A text.')])] });
  const made = openBook(await epub.write(plain, job(plain)));
  expect(made.metadata.get('schema:accessibilitySummary')).toEqual([
    'Headings are marked as such. All can be read with a screen reader, in any size and colours.',
  ]);
});

heavy(
  'has rows of a table that is wider than its page as blocks, each value behind the words over its column',
  async () => {
    const long = 'Uninterruptibly';
    const heads = make.headRow('# Town', ...['A', 'B', 'C', 'D'].map((letter) => `# ${long}${letter}`));
    const row = make.bodyRow('# Batumi', '1', '2', '', '4');
    const filesOfBook = async (table: Table) => {
      const document = make.document({ body: [make.section('one', 'One', [table])] });
      const files = filesOf(await epub.write(document, job(document)));
      return ['EPUB/en/section-1.xhtml', 'EPUB/style.css'].map((path) =>
        strFromU8(files.get(path) ?? new Uint8Array()),
      );
    };
    const [page, sheet] = await filesOfBook(make.table([heads], [row]));
    const [, width] = /<table class="t(\d+)"/.exec(page ?? '') ?? [];
    expect([...(page ?? '').matchAll(/ data-column="(\w+)"/g)].map(([, words]) => words)).toEqual(
      ['A', 'B', 'D'].map((letter) => `${long}${letter}`),
    );
    expect(sheet).toContain(`em){\n.t${width},`);
    // The mark of a note is read apart from the words before it.
    expect(sheet).toContain(String.raw`sup::before{content:"\a0";font-size:0}`);
    // Narrow ones stay tables; and so do those whose cells reach into other rows, where blocks could not say so.
    const reaching = make.bodyRow('# Kutaisi', make.spanning('1', { rowSpan: 2 }), '2', '3', '4');
    for (const table of [
      make.table([make.headRow('# A', '# B')], [make.bodyRow('# c', '1')]),
      make.table([heads], [reaching, make.bodyRow('# Zugdidi', '2', '3', '4')]),
    ]) {
      const [whole] = await filesOfBook(table);
      expect(whole).toContain('<table class="fits">');
      expect(whole).not.toContain('data-column');
    }
  },
);
