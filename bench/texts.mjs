/**
 * Documents of any length for the table of the bench, in both languages: chapters and sections with paragraphs, runs in the
 * other language, lists, tables, pictures, links and references, as reports have them; and brochures of two pages.
 * `node bench/texts.mjs PAGES FOLDER` writes `FOLDER/text-PAGES-0.json` and the pictures that it names.
 */
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * @typedef {{ ka: string, en: string }} Text
 * @typedef {{ name: string, data: any, pictures: ReadonlyMap<string, string> }} Material a document, and its pictures by file name
 */

const examples = ['brochure/brochure', 'report/interim-2026', 'factsheet/factsheet', 'document/guide'];
/** About so many sections fill a page of A4 in the theme "gza"; the cover and the contents are pages too. */
const sectionsPerPage = 0.84;
const sectionsPerChapter = 3;

/**
 * Texts of one paragraph, without marks; none begins with a digit, so that each may be a title.
 *
 * @param {unknown} value @returns {Text[]}
 */
function textsIn(value) {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  const { ka, en } = /** @type {Partial<Text>} */ (value);
  const whole = typeof ka === 'string' && typeof en === 'string';
  if (whole) return [ka, en].every((text) => text.length > 60 && !/^\d|[[\]\n^*]/.test(text)) ? [{ ka, en }] : [];
  return Object.values(value).flatMap(textsIn);
}

const sentences = examples.flatMap((name) =>
  textsIn(JSON.parse(readFileSync(join(import.meta.dirname, `../data/${name}.json`), 'utf8'))),
);

const both = (/** @type {(lang: 'ka' | 'en') => string} */ write) => ({ ka: write('ka'), en: write('en') });
const joined = (/** @type {Text[]} */ texts, by = ' ') => both((lang) => texts.map((text) => text[lang]).join(by));

/**
 * Sentences, each with a number of its own: no two texts are alike, nor are those of two variants, so that no tool is measured
 * by what it remembers.
 */
class Sentences {
  /** @param {number} variant */
  constructor(variant) {
    this.count = variant * 7919;
  }

  next() {
    const text = /** @type {Text} */ (sentences[this.count % sentences.length]);
    this.count += 1;
    return both((lang) => text[lang].replace(/(\.?)$/, ` ${this.count}$1`));
  }

  some(/** @type {number} */ count) {
    return joined(Array.from({ length: count }, () => this.next()));
  }

  /** The first words of one. */
  words(/** @type {number} */ count) {
    const { ka, en } = this.next();
    const start = (/** @type {string} */ text) =>
      text
        .replace(/[„“”"().,:;]/g, '')
        .split(' ')
        .slice(0, count)
        .join(' ');
    return { ka: `${start(ka)} ${this.count}`, en: `${start(en)} ${this.count}` };
  }

  /** Some that end with words in the other language, and an address. */
  mixed(/** @type {number} */ count) {
    const text = this.some(count);
    const { ka, en } = this.words(5);
    const address = `georgia.iom.int/${this.count}`;
    return both((lang) => {
      const run = lang === 'ka' ? `[${en}]{lang=en}` : `[${ka}]{lang=ka}`;
      return `${text[lang]} (${run}, [${address}](https://${address}))`;
    });
  }

  items(/** @type {number} */ count) {
    return Array.from({ length: count }, () => this.next());
  }

  /** So many rows of five columns, with their heads. */
  table(/** @type {string} */ id, /** @type {number} */ rows) {
    const head = (/** @type {Text} */ text, share = 1, align = 'start') => ({ head: text, share, align });
    return {
      type: 'table',
      id,
      caption: this.words(7),
      source: both((lang) =>
        lang === 'ka' ? 'წყარო: პროექტის მონიტორინგის ბაზა' : 'Source: the project’s monitoring database',
      ),
      columns: [
        head({ ka: 'მაჩვენებელი', en: 'Indicator' }, 3),
        ...[2024, 2025, 2026].map((year) => head({ ka: `${year}`, en: `${year}` }, 1, 'end')),
        head({ ka: 'შენიშვნა', en: 'Note' }, 2),
      ],
      rows: Array.from({ length: rows }, (_, row) => ({
        cells: [
          { text: this.words(4) },
          ...[1, 2, 3].map((step) => ({ number: ((this.count * 37 + row * 11) % 900) + 40 * step })),
          { text: this.words(3) },
        ],
      })),
    };
  }

  /** A picture whose drawing is no other's; `pictures` takes it. */
  picture(/** @type {string} */ id, /** @type {Map<string, string>} */ pictures) {
    const caption = this.next();
    const src = `picture-${this.count}.svg`;
    pictures.set(src, drawingOf(this.count));
    const alt = both((lang) =>
      lang === 'ka' ? `ნახატი ${this.count}: გზა რგოლებს შორის.` : `Drawing ${this.count}: a road between rings.`,
    );
    return {
      type: 'picture',
      id,
      src,
      alt,
      caption,
      credit: { ka: '© IOM 2026/ილუსტრაცია', en: '© IOM 2026/Illustration' },
    };
  }
}

/** Rings, bars and a road, each number its own. @param {number} n */
function drawingOf(n) {
  const part = (/** @type {number} */ step, /** @type {number} */ most) => ((n * 31 + step * 17) % (most * 10)) / 10;
  const bars = Array.from({ length: 10 }, (_, i) => {
    const height = 6 + part(i, 30);
    return `<rect fill="${i % 2 === 0 ? '#A9C7EE' : '#3E78CC'}" x="${4 + i * 11}" y="${58 - height}" width="8" height="${height}"/>`;
  });
  const rings = Array.from(
    { length: 4 },
    (_, i) =>
      `<circle fill="none" stroke="#1F5CB5" stroke-width="2" cx="${140 + part(i, 20)}" cy="${14 + i * 9}" r="${5 + part(i, 6)}"/>`,
  );
  const road = `M0 ${30 + part(1, 10)}C60 ${part(2, 20)} 90 ${40 + part(3, 10)} 178 ${10 + part(4, 20)}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 178 58" width="712" height="232"><path fill="#E9F1FA" d="M0 0H178V58H0Z"/>${bars.join('')}${rings.join('')}<path fill="none" stroke="#A8451F" stroke-width="2.4" d="${road}"/></svg>`;
}

const shared = {
  languages: ['ka', 'en'],
  date: '2026-11-23',
  author: { ka: 'ეტრატი', en: 'Etrati' },
  keywords: [{ ka: 'ნიმუში', en: 'sample' }],
};

/**
 * A document of so many pages: every second section has a table, every fourth a picture, and chapters have a lead.
 *
 * @param {number} pages @param {number} [variant] @returns {Material}
 */
export function textDocument(pages, variant = 0) {
  const words = new Sentences(variant);
  /** @type {Map<string, string>} */
  const pictures = new Map();
  const text = (/** @type {Text} */ value) => ({ type: 'text', text: value });
  const refer = (/** @type {string} */ id) => text(joined([words.next(), { ka: `([](#${id}))`, en: `([](#${id}))` }]));
  const section = (/** @type {number} */ n) => {
    /** @type {unknown[]} */
    const blocks = [
      text(joined([words.mixed(3), words.next()], '\n\n')),
      n % 4 === 3
        ? { type: 'list', ordered: true, items: words.items(3) }
        : text(
            joined(
              words.items(3).map((item) => both((lang) => `- ${item[lang]}`)),
              '\n',
            ),
          ),
    ];
    if (n % 2 === 1) blocks.push(words.table(`table-${n}`, 6), refer(`table-${n}`));
    if (n % 4 === 1) blocks.push(words.picture(`picture-${n}`, pictures));
    blocks.push(refer(`section-${Math.max(1, n - 2)}`));
    return { id: `section-${n}`, title: words.words(4), blocks };
  };
  const count = Math.max(1, Math.round((pages - 2) * sectionsPerPage));
  const chapters = Array.from({ length: Math.ceil(count / sectionsPerChapter) }, (_, index) => ({
    id: `chapter-${index + 1}`,
    title: words.words(3),
    lead: words.next(),
    sections: Array.from({ length: Math.min(sectionsPerChapter, count - index * sectionsPerChapter) }, (_, each) =>
      section(index * sectionsPerChapter + each + 1),
    ),
  }));
  const data = {
    ...shared,
    kind: 'document',
    title: { ka: `ტექსტი, გვერდები: ${pages}`, en: `Text, pages: ${pages}` },
    description: { ka: 'გასაზომი ტექსტი.', en: 'A text to measure.' },
    cover: { kind: { ka: 'ნიმუში', en: 'Sample' } },
    contents: true,
    numbering: true,
    sections: chapters,
    imprint: {
      statements: [{ ka: 'ეს დოკუმენტი ნიმუშია.', en: 'This document is a sample.' }],
      copyright: { ka: '© ეტრატი, 2026', en: '© Etrati, 2026' },
    },
  };
  return { name: `text-${pages}-${variant}`, data, pictures };
}

/**
 * A brochure of two pages, the cover one of them.
 *
 * @param {number} variant @returns {Material}
 */
export function twoPages(variant) {
  const words = new Sentences(variant);
  /** @type {Map<string, string>} */
  const pictures = new Map();
  const data = {
    ...shared,
    kind: 'brochure',
    title: words.words(6),
    description: words.next(),
    emblems: { cover: [{ name: { ka: 'IOM-ის ლოგო', en: 'IOM logo' } }] },
    implementer: { label: { ka: 'პროექტს ახორციელებს', en: 'The project is implemented by' }, name: words.words(4) },
    sections: [
      {
        id: 'what',
        title: words.words(2),
        blocks: [
          { type: 'text', text: words.mixed(1) },
          { ...words.picture('picture', pictures), width: 'half' },
          words.table('table', 3),
          { type: 'aside', look: 'panel', title: words.words(3), text: words.words(7) },
        ],
      },
    ],
    imprint: {
      statements: [words.words(6)],
      copyright: { ka: '© ეტრატი, 2026', en: '© Etrati, 2026' },
    },
  };
  return { name: `brochure-${variant}`, data, pictures };
}

/** @param {Material} material @param {string} folder */
export async function writeMaterial({ name, data, pictures }, folder) {
  await writeFile(join(folder, `${name}.json`), JSON.stringify(data));
  for (const [file, drawing] of pictures) await writeFile(join(folder, file), drawing);
}

if (process.argv[1] === import.meta.filename) {
  const [pages = '100', folder = '.'] = process.argv.slice(2);
  await writeMaterial(textDocument(Number(pages)), folder);
}
