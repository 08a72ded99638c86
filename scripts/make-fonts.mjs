/**
 * Cuts the faces of fonts/ from development dependencies: `node scripts/make-fonts.mjs`. The same packages give the same
 * bytes. TrueType, because pdfkit reads WOFF2 wrongly.
 *
 * The first family is the theme's, and holds what every document needs. The others are its fallbacks: a document that needs
 * none of them carries none of them.
 */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import * as fontkit from 'fontkit';
import subsetFont from 'subset-font';

const packages = new URL('../node_modules/@fontsource/', import.meta.url);
const fonts = new URL('../fonts/', import.meta.url);

/** What documents in Georgian and in the languages of Latin script need; of it the font's own part is taken. */
const basic = [
  [0x20, 0x7e], // Basic Latin
  [0xa0, 0x17f], // Latin-1, Latin Extended-A
  [0x218, 0x21b], // Romanian with the comma below
  [0x2bb, 0x2bc], // the apostrophes that are letters
  [0x300, 0x328], // combining marks, for what has no composed form
  [0x10d0, 0x10ff], // Georgian, Mkhedruli
  [0x1e9e, 0x1e9e], // capital sharp s
  [0x2010, 0x205e], // dashes, quotation marks, dots, daggers
  [0x2070, 0x209f], // superscripts and subscripts
  [0x20a0, 0x20bf], // currencies, with the lari
  [0x2100, 0x215f], // letter-like signs (the numero), fractions
  [0x2190, 0x21ff], // arrows
  [0x2200, 0x22ff], // the commoner operators
  [0x25a0, 0x25ff], // geometric shapes
  [0x2b58, 0x2b58], // the ring that lists are marked with in Word
];

/** Marks that stand on letters; a letter and its marks are of one font. */
const marks = [0x300, 0x36f];

/** Names of people and places in other scripts, and in more of the Latin one. A document pays for those that it has. */
const latin = [
  [0x41, 0x5a], // letters that a rare mark stands on
  [0x61, 0x7a],
  [0x180, 0x24f], // Latin Extended-B: Azerbaijani, Croatian digraphs, Pinyin
  [0x250, 0x2ff], // ə of Azerbaijani, and what linguists write
  marks,
  [0x1e00, 0x1eff], // Latin Extended Additional: Vietnamese, transliterations
];
const cyrillic = [[0x400, 0x52f], marks]; // Russian, Ukrainian, Abkhaz, Ossetian…
/** A line of words is shown in one font, with the spaces between them. */
const spaces = [
  [0x20, 0x20],
  [0xa0, 0xa0],
];
const hebrew = [...spaces, [0x591, 0x5f4]]; // with the points of vowels
const arabic = [...spaces, [0x600, 0x6ff], [0x200c, 0x200d]]; // Persian and Urdu too
const greek = [[0x370, 0x3ff], marks, [0x1f00, 0x1fff]]; // with polytonic

/** Signs that officers write and FiraGO has not: ticks, boxes, stars, telephones, arrows of lists. Pictures are none of them. */
const signs = [
  [0x25a0, 0x25ff], // geometric shapes
  [0x2605, 0x2606],
  [0x260e, 0x260f],
  [0x2610, 0x2612],
  [0x2660, 0x2667],
  [0x2709, 0x2709],
  [0x2713, 0x2718],
  [0x2756, 0x2756],
  [0x2776, 0x27be], // numbers in rings, arrows
];

function firago(part, wanted) {
  const named = (face) => ['FiraGO', part, face].filter((each) => each !== '').join('-');
  const faces = {
    [named('Regular')]: 'firago-latin-400-normal', // "latin" is the whole font
    [named('Italic')]: 'firago-latin-400-italic',
    [named('Medium')]: 'firago-latin-500-normal',
    [named('SemiBold')]: 'firago-latin-600-normal',
    [named('SemiBoldItalic')]: 'firago-latin-600-italic',
  };
  return { folder: 'firago', source: 'firago', wanted, faces };
}

/** By folder: the package, the faces by file name, and what is taken. */
const families = [
  firago('', basic),
  firago('Latin', latin),
  firago('Cyrillic', cyrillic),
  firago('Greek', greek),
  firago('Hebrew', hebrew),
  firago('Arabic', arabic),
  {
    folder: 'noto-sans-armenian',
    source: 'noto-sans-armenian',
    wanted: [
      [0x531, 0x58f],
      [0xfb13, 0xfb17],
    ],
    faces: {
      'NotoSansArmenian-Regular': 'noto-sans-armenian-armenian-400-normal',
      'NotoSansArmenian-SemiBold': 'noto-sans-armenian-armenian-600-normal',
      'NotoSansArmenian-Bold': 'noto-sans-armenian-armenian-700-normal',
    },
  },
  {
    folder: 'noto-sans',
    source: 'noto-sans',
    wanted: [[0x2032, 0x2033]], // minutes and seconds, feet and inches
    faces: {
      'NotoSans-Regular': 'noto-sans-latin-400-normal',
      'NotoSans-Italic': 'noto-sans-latin-400-italic',
      'NotoSans-Bold': 'noto-sans-latin-700-normal',
    },
  },
  {
    folder: 'noto-sans-symbols-2',
    source: 'noto-sans-symbols-2',
    wanted: signs,
    faces: { 'NotoSansSymbols2-Regular': 'noto-sans-symbols-2-symbols-400-normal' },
  },
];

/** Kerning, marks, ligatures, figures; small capitals and stylistic sets would double the file. */
const features = [
  'kern',
  'mark',
  'mkmk',
  'ccmp',
  'locl',
  'liga',
  'rlig',
  'calt',
  'case',
  'lnum',
  'pnum',
  'tnum',
  'sups',
  'subs',
  'ordn',
  // Letters of Arabic join.
  'init',
  'medi',
  'fina',
  'isol',
];

/** All that names the font, its makers and its licence (name table of OpenType, 0 to 17). */
const names = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 16, 17];

function textOf(bytes, wanted) {
  const has = new Set(fontkit.create(bytes).characterSet);
  const points = wanted.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i));
  return String.fromCodePoint(...points.filter((point) => has.has(point)));
}

/** The height of FiraGO's lines, in thousandths: a word in another family moves no line apart in Word, which asks the font. */
const [ascent, descent] = [935, 265];

/** OpenType: hhea (ascender, descender, line gap) and OS/2 (the same, and Windows' own), then the checksums. */
function withLineHeight(font) {
  const copy = Buffer.from(font);
  const records = Array.from({ length: copy.readUInt16BE(4) }, (_, index) => 12 + index * 16);
  const record = (tag) => records.find((at) => copy.toString('latin1', at, at + 4) === tag);
  const tableAt = (tag) => copy.readUInt32BE(record(tag) + 8);
  if (copy.readUInt16BE(tableAt('head') + 18) !== 1000) throw new Error('not in thousandths');
  const set = (at, values) => {
    for (const [index, value] of values.entries()) copy.writeInt16BE(value, at + 2 * index);
  };
  set(tableAt('hhea') + 4, [ascent, -descent, 0]);
  set(tableAt('OS/2') + 68, [ascent, -descent, 0, ascent, descent]);
  copy.writeUInt32BE(0, tableAt('head') + 8);
  const sum = (from, length) => {
    let total = 0;
    for (let at = from; at < from + length; at += 4) total = (total + copy.readUInt32BE(at)) >>> 0;
    return total;
  };
  for (const at of records)
    copy.writeUInt32BE(sum(copy.readUInt32BE(at + 8), Math.ceil(copy.readUInt32BE(at + 12) / 4) * 4), at + 4);
  copy.writeUInt32BE((0xb1b0afba - sum(0, copy.length)) >>> 0, tableAt('head') + 8);
  return copy;
}

for (const { folder, source, wanted, faces } of families) {
  const [from, to] = [new URL(`${source}/`, packages), new URL(`${folder}/`, fonts)];
  await mkdir(to, { recursive: true });
  await copyFile(new URL('LICENSE', from), new URL('LICENSE', to));
  for (const [name, part] of Object.entries(faces)) {
    const whole = await readFile(new URL(`files/${part}.woff2`, from));
    const cut = await subsetFont(whole, textOf(whole, wanted), {
      targetFormat: 'sfnt',
      keepFeatures: features,
      preserveNameIds: names,
    });
    const file = folder === 'firago' ? cut : withLineHeight(cut);
    await writeFile(new URL(`${name}.ttf`, to), file);
    console.log(`${folder}/${name}.ttf  ${file.length} bytes`);
  }
}
