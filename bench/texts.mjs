/**
 * Documents of text alone, of as many pages as is asked, in both languages: what our peers can set too, word for word.
 * `node bench/texts.mjs PAGES FOLDER` writes `FOLDER/text-PAGES.json`.
 */
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { preamble, quoted } from './typst.mjs';

/** @typedef {{ ka: string, en: string }} Text */

const examples = ['brochure/brochure', 'report/interim-2026', 'factsheet/factsheet', 'document/guide'];
/** About so many sections fill a page of A4 in the theme "gza". */
const sectionsPerPage = 1.35;

/**
 * Texts of one paragraph, without marks that need other parts of their document.
 *
 * @param {unknown} value @returns {Text[]}
 */
function textsIn(value) {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  const { ka, en } = /** @type {Partial<Text>} */ (value);
  const whole = typeof ka === 'string' && typeof en === 'string';
  if (whole) return [ka, en].every((text) => text.length > 60 && !/[[\]\n^]/.test(text)) ? [{ ka, en }] : [];
  return Object.values(value).flatMap(textsIn);
}

const sentences = examples.flatMap((name) =>
  textsIn(JSON.parse(readFileSync(join(import.meta.dirname, `../data/${name}.json`), 'utf8'))),
);

/**
 * The data of a document of so many pages. No two texts are alike, nor are those of two variants: no tool is measured by
 * what it remembers.
 *
 * @param {number} pages @param {number} [variant]
 */
export function textDocument(pages, variant = 0) {
  let count = variant * 7919;
  const sentence = () => {
    const { ka, en } = /** @type {Text} */ (sentences[count % sentences.length]);
    count += 1;
    return { ka: numbered(ka, count), en: numbered(en, count) };
  };
  const joined = (/** @type {Text[]} */ texts, by = ' ') => ({
    ka: texts.map(({ ka }) => ka).join(by),
    en: texts.map(({ en }) => en).join(by),
  });
  const section = (/** @type {number} */ index) => ({
    id: `section-${index}`,
    title: { ka: `ნაწილი ${index}: რა გაკეთდა`, en: `Part ${index}: what was done` },
    blocks: [
      { type: 'text', text: joined([joined([sentence(), sentence(), sentence()]), sentence()], '\n\n') },
      {
        type: 'text',
        text: joined(
          [sentence(), sentence(), sentence()].map(({ ka, en }) => ({ ka: `- ${ka}`, en: `- ${en}` })),
          '\n',
        ),
      },
      { type: 'text', text: joined([sentence(), sentence()]) },
    ],
  });
  return {
    kind: 'document',
    languages: ['ka', 'en'],
    date: '2026-11-23',
    title: { ka: `ტექსტი, გვერდები: ${pages}`, en: `Text, pages: ${pages}` },
    description: { ka: 'გასაზომი ტექსტი.', en: 'A text to measure.' },
    author: { ka: 'ეტრატი', en: 'Etrati' },
    keywords: [{ ka: 'ნიმუში', en: 'sample' }],
    cover: { kind: { ka: 'ნიმუში', en: 'Sample' } },
    contents: true,
    sections: Array.from({ length: Math.max(1, Math.round((pages - 2) * sectionsPerPage)) }, (_, index) =>
      section(index + 1),
    ),
    imprint: {
      statements: [{ ka: 'ეს დოკუმენტი ნიმუშია.', en: 'This document is a sample.' }],
      copyright: { ka: '© ეტრატი, 2026', en: '© Etrati, 2026' },
    },
  };
}

/** What the sections say in one language, part by part. @param {any} document @param {'ka' | 'en'} lang */
export function partsOf(document, lang) {
  return document.sections.map((/** @type {any} */ { id, title, blocks }) => ({
    id,
    title: title[lang],
    parts: blocks.flatMap((/** @type {any} */ { text }) => {
      const paragraphs = text[lang].split('\n\n');
      return paragraphs.map((/** @type {string} */ each) =>
        each.startsWith('- ') ? { items: each.split('\n').map((item) => item.slice(2)) } : { text: each },
      );
    }),
  }));
}

/** The same document as a Typst source, with its contents. @param {any} document @param {'ka' | 'en'} lang */
export function typstText(document, lang) {
  const sections = partsOf(document, lang).map((/** @type {any} */ { id, title, parts }) => {
    const said = parts.map((/** @type {any} */ { text, items }) =>
      items === undefined ? `#par(${quoted(text)})` : `#list(${items.map(quoted).join(', ')})`,
    );
    return `#heading(level: 2, ${quoted(title)}) #label(${quoted(id)})\n${said.join('\n')}`;
  });
  return [
    preamble,
    `#set document(title: ${quoted(document.title[lang])}, author: ${quoted(document.author[lang])}, date: none)`,
    `#set text(lang: ${quoted(lang)})`,
    `#heading(level: 1, text(size: 31pt, ${quoted(document.title[lang])}))`,
    '#pagebreak()',
    '#outline(title: none)',
    '#pagebreak()',
    ...sections,
    `#par(${quoted(document.imprint.copyright[lang])})`,
  ].join('\n');
}

/** @param {string} text @param {number} n */
function numbered(text, n) {
  return text.replace(/(\.?)$/, ` ${n}$1`);
}

if (process.argv[1] === import.meta.filename) {
  const [pages = '100', folder = '.'] = process.argv.slice(2);
  await writeFile(join(folder, `text-${pages}.json`), JSON.stringify(textDocument(Number(pages))));
}
