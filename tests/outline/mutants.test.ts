/**
 * Finished files that say something else than their document: a mutant of each kind in each format. What no format says cannot
 * be lost in it (Word has no scope and no header cells of rows), so the lists differ.
 */
import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFString } from '@cantoo/pdf-lib';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { languageOf } from '../../src/language/languages.ts';
import type { Document } from '../../src/model/document.ts';
import { compareFiles, outlineFile } from '../../src/outline/comparison.ts';
import type { OutlineFormat } from '../../src/outline/formats.ts';
import { failureOf, prove } from '../../src/prove.ts';
import { docx } from '../../src/write/docx/docx.ts';
import { epub } from '../../src/write/epub/epub.ts';
import { html } from '../../src/write/html/html.ts';
import { pdf } from '../../src/write/pdf/pdf.ts';
import { text as txt } from '../../src/write/text/text.ts';
import {
  aside,
  bodyRow,
  document,
  figure,
  headRow,
  link,
  note,
  ol,
  p,
  quote,
  restart,
  section,
  span,
  square,
  table,
  text,
  ul,
} from '../make.ts';
import { gza } from '../theme/gza.ts';

/** Its note is the first, whatever tests have made others in this process. */
const body = () => {
  restart();
  return [
    section('one', 'One', [
      p('First words.'),
      p([
        text('See '),
        link('https://iom.int/', 'our site'),
        text(' and '),
        span('ka', 'აქ'),
        note('A note.'),
        text('.'),
      ]),
      ul(['Red', 'Green', 'Blue']),
      ol(['Knock', 'Enter']),
    ]),
    section('two', 'Two', [
      figure(square, 'A road', 'The road'),
      table([headRow('# Town', '# People')], [bodyRow('# Batumi', '7'), bodyRow('# Gori', '9')], {
        caption: [text('Towns')],
      }),
      quote([p('We stay.')], 'Nino'),
      aside([p('Beside')], 'panel', 'Box'),
      p([link('#one', 'Back')]),
    ]),
  ];
};

const targets = { html, docx, pdf, epub, txt } as const;
type Mutated = keyof typeof targets;
const formats = Object.keys(targets) as readonly Mutated[];
const files = new Map<OutlineFormat, Uint8Array>();
let made: Document;

beforeAll(async () => {
  made = document({ title: 'Title', body: body() });
  const theme = await gza();
  for (const format of formats) {
    const job = { theme, language: languageOf('en'), name: 'test', created: new Date(0), report: new Report() };
    files.set(format, await targets[format].write(made, job));
  }
}, 120_000);

type Mutate = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/** A change of a text that must be there, once or as often as it is. */
function changed(source: string, from: string | RegExp, to: string): string {
  const mutant = source.replace(from, to);
  if (mutant === source) throw new Error(`nothing to change: ${from}`);
  return mutant;
}

const inHtml =
  (from: string | RegExp, to: string): Mutate =>
  (bytes) =>
    Buffer.from(changed(Buffer.from(bytes).toString('utf8'), from, to));

/** In all documents of a book, of which one at least must have it. */
const inEpub =
  (from: string | RegExp, to: string): Mutate =>
  (bytes) => {
    const parts = unzipSync(bytes);
    const pages = Object.keys(parts).filter((name) => name.endsWith('.xhtml') && !name.endsWith('nav.xhtml'));
    const all = pages.map((name) => strFromU8(parts[name] ?? new Uint8Array()));
    const mutants = all.map((page) => page.replace(from, to));
    if (mutants.every((page, index) => page === all[index])) throw new Error(`nothing to change: ${from}`);
    return zipSync({
      ...parts,
      ...Object.fromEntries(pages.map((name, index) => [name, strToU8(mutants[index] ?? '')])),
    });
  };

const inText = inHtml;

const inDocx =
  (from: string | RegExp, to: string, part = 'word/document.xml'): Mutate =>
  (bytes) => {
    const parts = unzipSync(bytes);
    const xml = parts[part];
    if (xml === undefined) throw new Error(`no ${part}`);
    return zipSync({ ...parts, [part]: strToU8(changed(strFromU8(xml), from, to)) });
  };

interface Element {
  readonly dict: PDFDict;
  readonly kids: PDFArray;
  readonly index: number;
}

/** All elements of a type in the order of the tree, each with the array that it stands in. */
function elementsOf(pdfDocument: PDFDocument, type: string): Element[] {
  const found: Element[] = [];
  const walk = (dict: PDFDict): void => {
    const held = dict.lookup(PDFName.of('K'));
    const kids = held instanceof PDFArray ? held : null;
    const all: (PDFObject | undefined)[] =
      kids === null ? [held] : kids.asArray().map((_, index) => kids.lookup(index));
    for (const [index, kid] of all.entries()) {
      if (!(kid instanceof PDFDict) || !kid.has(PDFName.of('S'))) continue;
      if (kid.lookup(PDFName.of('S')) === PDFName.of(type))
        found.push({ dict: kid, kids: kids ?? pdfDocument.context.obj([]), index });
      walk(kid);
    }
  };
  walk(pdfDocument.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict));
  return found;
}

const inPdf =
  (type: string, which: number, change: (element: Element, file: PDFDocument) => void): Mutate =>
  async (bytes) => {
    const file = await PDFDocument.load(bytes, { updateMetadata: false });
    const element = elementsOf(file, type)[which];
    if (element === undefined) throw new Error(`no ${type} ${which}`);
    change(element, file);
    return file.save({ useObjectStreams: false });
  };

const drop = ({ kids, index }: Element): void => kids.remove(index);
const retype =
  (type: string) =>
  ({ dict }: Element): void =>
    dict.set(PDFName.of('S'), PDFName.of(type));
const swap = ({ kids, index }: Element): void => {
  const [one, two] = [kids.get(index), kids.get(index + 1)];
  kids.set(index, two);
  kids.set(index + 1, one);
};
const speak =
  (lang: string) =>
  ({ dict }: Element): void =>
    dict.set(PDFName.of('Lang'), PDFString.of(lang));
/** An attribute of an element, whichever of its dictionaries has it. */
const attribute =
  (name: string, value: string) =>
  ({ dict }: Element): void => {
    const held = dict.lookup(PDFName.of('A'));
    const all = held instanceof PDFArray ? held.asArray().map((_, index) => held.lookup(index)) : [held];
    for (const one of all)
      if (one instanceof PDFDict && one.has(PDFName.of(name))) {
        one.set(PDFName.of(name), PDFName.of(value));
        return;
      }
    throw new Error(`no ${name}`);
  };

interface Mutant {
  readonly name: string;
  /** The kinds of difference that tell it; the first is the first that is told. */
  readonly kinds: readonly string[];
  readonly html?: Mutate;
  readonly docx?: Mutate;
  readonly pdf?: Mutate;
  readonly epub?: Mutate;
  readonly txt?: Mutate;
}

const wordParagraph = (words: string) => new RegExp(`<w:p>(?:(?!<w:p>).)*?${words}.*?</w:p>`);

const mutants: readonly Mutant[] = [
  {
    name: 'a dropped paragraph',
    kinds: ['missing'],
    html: inHtml(/<p[^>]*>(?:(?!<\/p>).)*?First(?:\s|&nbsp;|&#xA0;)*(?:<[^>]*>)*words\.(?:<[^>]*>)*?<\/p>/s, ''),
    docx: inDocx(wordParagraph('First words\\.'), ''),
    pdf: inPdf('LI', 0, drop),
    epub: inEpub(/<p>(?:(?!<\/p>).)*First words\.(?:<[^>]*>)*?<\/p>/s, ''),
    txt: inText('First words.\n', ''),
  },
  {
    name: 'a swapped order',
    kinds: ['order'],
    // By its tags: in the letters of a font the words may come by chance.
    html: inHtml(/>Red(<.*?>)Green</s, '>Green$1Red<'),
    docx: inDocx(/(>)Red(<.*?>)Green(<)/, '$1Green$2Red$3'),
    pdf: inPdf('LI', 0, swap),
    epub: inEpub(/Red(.*?)Green/s, 'Green$1Red'),
    txt: inText(/Red(.*?)Green/s, 'Green$1Red'),
  },
  {
    name: 'a lost alternative text',
    kinds: ['alternative-text', 'missing'],
    html: inHtml('alt="A road"', 'alt=""'),
    docx: inDocx(/descr="A road"/g, ''),
    pdf: inPdf('Figure', 0, ({ dict }) => void dict.delete(PDFName.of('Alt'))),
    epub: inEpub('alt="A road"', 'alt=""'),
  },
  {
    name: 'another alternative text',
    kinds: ['alternative-text'],
    html: inHtml('alt="A road"', 'alt="A roof"'),
    docx: inDocx(/descr="A road"/g, 'descr="A roof"'),
    pdf: inPdf('Figure', 0, ({ dict }) => dict.set(PDFName.of('Alt'), PDFString.of('A roof'))),
    epub: inEpub('alt="A road"', 'alt="A roof"'),
    txt: inText('A road', 'A roof'),
  },
  {
    name: 'a changed language',
    kinds: ['language'],
    html: inHtml('<span lang="ka">', '<span lang="de">'),
    docx: inDocx(/w:val="ka-GE"/, 'w:val="de-DE"'),
    pdf: inPdf('Span', 0, speak('de')),
    epub: inEpub(/lang="ka" xml:lang="ka"/, 'lang="de" xml:lang="de"'),
  },
  {
    name: 'a lost language',
    kinds: ['language'],
    html: inHtml('<span lang="ka">', '<span>'),
    docx: inDocx(/<w:lang [^>]*w:val="ka-GE"[^>]*\/>/, ''),
    pdf: inPdf('Span', 0, ({ dict }) => void dict.delete(PDFName.of('Lang'))),
    epub: inEpub(' lang="ka" xml:lang="ka"', ''),
  },
  {
    name: 'another language of the whole',
    kinds: ['language'],
    html: inHtml('<html lang="en"', '<html lang="de"'),
    docx: inDocx(/w:val="en-GB"/g, 'w:val="de-DE"', 'word/styles.xml'),
    pdf: async (bytes) => {
      const file = await PDFDocument.load(bytes, { updateMetadata: false });
      file.catalog.set(PDFName.of('Lang'), PDFString.of('de'));
      return file.save({ useObjectStreams: false });
    },
    epub: inEpub(/(<html[^>]* )lang="en"([^>]*)xml:lang="en"/, '$1lang="de"$2xml:lang="de"'),
  },
  {
    name: 'a lost header cell of a column',
    kinds: ['properties'],
    html: inHtml(/<th([^>]*)scope="col"([^>]*)>(.*?)<\/th>/s, '<td$1$2>$3</td>'),
    docx: inDocx('<w:tblHeader/>', ''),
    pdf: inPdf('TH', 0, retype('TD')),
    epub: inEpub(/<th([^>]*)scope="col"([^>]*)>(.*?)<\/th>/s, '<td$1$2>$3</td>'),
  },
  {
    name: 'a lost header cell of a row',
    kinds: ['properties'],
    html: inHtml(/<th([^>]*)scope="row"([^>]*)>(.*?)<\/th>/s, '<td$1$2>$3</td>'),
    pdf: inPdf('TH', 2, retype('TD')),
    epub: inEpub(/<th([^>]*)scope="row"([^>]*)>(.*?)<\/th>/s, '<td$1$2>$3</td>'),
  },
  {
    name: 'a wrong scope',
    kinds: ['properties'],
    html: inHtml('scope="row"', 'scope="col"'),
    pdf: inPdf('TH', 2, attribute('Scope', 'Column')),
    epub: inEpub('scope="row"', 'scope="col"'),
  },
  {
    name: 'a lost link',
    kinds: ['target'],
    html: inHtml(/<a href="https:\/\/iom\.int\/"/, '<a'),
    docx: inDocx(/<w:hyperlink [^>]*r:id="[^"]*"[^>]*>(.*?)<\/w:hyperlink>/, '$1'),
    pdf: inPdf('P', 1, ({ dict }, file) => {
      const [first] = elementsOf(file, 'Link').filter((each) => isWithin(each.dict, dict));
      first?.dict.set(PDFName.of('S'), PDFName.of('Span'));
    }),
    epub: inEpub(/<a href="https:\/\/iom\.int\/">(.*?)<\/a>/, '$1'),
  },
  {
    name: 'a heading of another level',
    kinds: ['properties'],
    html: inHtml(
      /<h2([^>]*id="two"[^>]*)>(.*?)<\/h2>|(<section[^>]*id="two"[^>]*>\s*)<h2([^>]*)>(.*?)<\/h2>/s,
      '$3<h3$1$4>$2$5</h3>',
    ),
    docx: inDocx(/w:val="Heading1"(?=(?:(?!w:val="Heading1").)*$)/s, 'w:val="Heading2"'),
    pdf: inPdf('H1', 1, retype('H2')),
    epub: inEpub(/<h2>Two<\/h2>/, '<h3>Two</h3>'),
  },
  {
    name: 'a lost note',
    kinds: ['missing', 'text'],
    html: inHtml(/<section[^>]*doc-endnotes.*?<\/section>/s, ''),
    docx: inDocx(/A note\./, '', 'word/footnotes.xml'),
    pdf: inPdf('Note', 0, drop),
    epub: inEpub(/<div class="footnotes">.*?<\/div>/s, ''),
  },
  {
    name: 'a mark of a note that is lost',
    kinds: ['text'],
    html: inHtml(/<sup>.*?<\/sup>/s, ''),
    pdf: inPdf('Reference', 0, drop),
    epub: inEpub(/<sup>.*?<\/sup>/s, ''),
  },
  {
    name: 'a list without order',
    kinds: ['properties'],
    html: inHtml(/<ol([^>]*)>((?:(?!<ol).)*?Knock.*?)<\/ol>/s, '<ul$1>$2</ul>'),
    pdf: inPdf('L', 1, attribute('ListNumbering', 'Disc')),
    epub: inEpub(/<ol>(.*?)<\/ol>/s, '<ul>$1</ul>'),
  },
  {
    name: 'a quote that is a paragraph',
    kinds: ['missing', 'role', 'extra'],
    html: inHtml(
      /<figure[^>]*>\s*<blockquote[^>]*>(.*?)<\/blockquote>(.*?)<\/figure>|<blockquote[^>]*>(.*?)<\/blockquote>/s,
      '$1$2$3',
    ),
    pdf: inPdf('BlockQuote', 0, retype('Div')),
  },
  {
    name: 'other words of a link for those who listen',
    kinds: ['text'],
    html: inHtml('<a href="https://iom.int/"', '<a aria-label="Buy shoes" href="https://iom.int/"'),
    pdf: inPdf('Link', 0, ({ dict }) => dict.set(PDFName.of('Alt'), PDFString.of('Buy shoes'))),
    epub: inEpub('<a href="https://iom.int/"', '<a aria-label="Buy shoes" href="https://iom.int/"'),
  },
  {
    name: 'other words of a heading for those who listen',
    kinds: ['text', 'target'],
    html: inHtml(/<h2([^>]*)>(?=(?:(?!<\/h2>).)*Two)/s, '<h2$1 aria-label="Nonsense">'),
    pdf: inPdf('H1', 1, ({ dict }) => dict.set(PDFName.of('Alt'), PDFString.of('Nonsense'))),
    epub: inEpub('<h2>Two</h2>', '<h2 aria-label="Nonsense">Two</h2>'),
  },
  {
    name: 'other words of a paragraph for those who listen',
    kinds: ['text', 'missing'],
    pdf: inPdf('P', 1, ({ dict }) => dict.set(PDFName.of('Alt'), PDFString.of('Something else'))),
  },
  {
    name: 'a part that a style sheet hides',
    kinds: ['missing'],
    html: inHtml('</head>', '<style>blockquote{display:none}</style></head>'),
    epub: inEpub('</head>', '<style>blockquote{display:none}</style></head>'),
  },
  {
    name: 'other numbers of items',
    kinds: ['properties'],
    html: inHtml(/<ol(?=[^>]*>(?:(?!<ol).)*?Knock)/s, '<ol start="7"'),
    docx: inDocx(/<w:startOverride w:val="1"\/>/g, '<w:startOverride w:val="7"/>', 'word/numbering.xml'),
    epub: inEpub('<ol>', '<ol start="7">'),
  },
  {
    name: 'another title of the file',
    kinds: ['title'],
    html: inHtml(/<title>[^<]*/, '<title>Other'),
    docx: inDocx(/<dc:title>[^<]*/, '<dc:title>Other', 'docProps/core.xml'),
    pdf: async (bytes) => {
      const file = await PDFDocument.load(bytes, { updateMetadata: false });
      file.catalog.delete(PDFName.of('Metadata'));
      file.setTitle('Other');
      return file.save({ useObjectStreams: false });
    },
  },
];

function isWithin(dict: PDFDict, outer: PDFDict): boolean {
  for (let one: PDFObject | undefined = dict; one instanceof PDFDict; one = one.lookup(PDFName.of('P')))
    if (one === outer) return true;
  return false;
}

describe.each(formats)('%s', (format) => {
  const nameOf = (what: string) => `${what}.${format}`;

  it('agrees with its document and with every other format as it is', async () => {
    const outlined = [];
    for (const [each, bytes] of files)
      outlined.push(await outlineFile({ name: `test.en.${each}`, format: each, bytes }));
    const sorted = [...outlined].sort((one, two) => Number(two.format === format) - Number(one.format === format));
    expect(compareFiles(sorted).flatMap(({ differences }) => differences)).toEqual([]);
  });

  it.each(mutants.filter((mutant) => mutant[format] !== undefined))('tells $name', async ({ kinds, ...mutant }) => {
    const whole = files.get(format) ?? new Uint8Array();
    const bytes = (await mutant[format]?.(whole)) ?? whole;
    const [one, two] = [
      await outlineFile({ name: nameOf('whole'), format, bytes: whole }),
      await outlineFile({ name: nameOf('mutant'), format, bytes }),
    ];
    const found = compareFiles([one, two]).flatMap(({ differences }) => differences);
    expect(found.length, 'nothing was told').toBeGreaterThan(0);
    expect(kinds).toContain(found[0]?.kind);
    const proof = await prove(made, { name: `test.en.${format}`, format, lang: 'en', bytes });
    expect(proof && failureOf(proof)).toContain('does not say what its document says');
  });
});

describe('the bookmarks of a PDF', () => {
  const outline = (file: PDFDocument) => file.catalog.lookup(PDFName.of('Outlines'), PDFDict);
  const last = (file: PDFDocument) => outline(file).lookup(PDFName.of('Last'), PDFDict);
  it.each<[string, (file: PDFDocument) => unknown, string]>([
    ['none at all', (file) => file.catalog.delete(PDFName.of('Outlines')), 'has no bookmark'],
    [
      'one less',
      (file) => last(file).lookup(PDFName.of('Prev'), PDFDict).delete(PDFName.of('Next')),
      'the heading “Two” has no bookmark, expected “Two” at level 1',
    ],
    [
      'another name',
      (file) => last(file).set(PDFName.of('Title'), PDFString.of('Other')),
      'the heading “Two” has the bookmark “Other” at level 1, expected “Two” at level 1',
    ],
    [
      'one more',
      (file) => last(file).set(PDFName.of('Next'), file.context.obj({ Title: PDFString.of('More') })),
      'is of no heading',
    ],
    [
      'a ring',
      (file) => last(file).set(PDFName.of('Next'), outline(file).get(PDFName.of('Last')) ?? PDFName.of('None')),
      '',
    ],
  ])('%s', async (_, change, message) => {
    const file = await PDFDocument.load(files.get('pdf') ?? new Uint8Array(), { updateMetadata: false });
    change(file);
    const bytes = await file.save({ useObjectStreams: false });
    const proof = await prove(made, { name: 'test.en.pdf', format: 'pdf', lang: 'en', bytes });
    const found = proof?.differences.map((each) => `${each.path}: ${each.message}`) ?? [];
    expect(found).toEqual(message === '' ? [] : [expect.stringContaining(message)]);
  });
});
