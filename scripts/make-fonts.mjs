/**
 * Cuts the faces of fonts/firago/ from the development dependency @fontsource/firago, whose "latin" WOFF2 is the whole
 * font: `node scripts/make-fonts.mjs`. The same package gives the same bytes. TrueType, because pdfkit reads WOFF2 wrongly.
 */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import * as fontkit from 'fontkit';
import subsetFont from 'subset-font';

const source = new URL('../node_modules/@fontsource/firago/', import.meta.url);
const target = new URL('../fonts/firago/', import.meta.url);

const faces = {
  'FiraGO-Regular': '400-normal',
  'FiraGO-Italic': '400-italic',
  'FiraGO-Medium': '500-normal',
  'FiraGO-SemiBold': '600-normal',
  'FiraGO-SemiBoldItalic': '600-italic',
};

/** What documents in Georgian and in the languages of Latin script need; of it the font's own part is taken. */
const wanted = [
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
];

/** All that names the font, its makers and its licence (name table of OpenType, 0 to 17). */
const names = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 16, 17];

function textOf(bytes) {
  const has = new Set(fontkit.create(bytes).characterSet);
  const points = wanted.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i));
  return String.fromCodePoint(...points.filter((point) => has.has(point)));
}

await mkdir(target, { recursive: true });
await copyFile(new URL('LICENSE', source), new URL('LICENSE', target));
for (const [name, part] of Object.entries(faces)) {
  const whole = await readFile(new URL(`files/firago-latin-${part}.woff2`, source));
  const cut = await subsetFont(whole, textOf(whole), {
    targetFormat: 'sfnt',
    keepFeatures: features,
    preserveNameIds: names,
  });
  await writeFile(new URL(`${name}.ttf`, target), cut);
  console.log(`${name}.ttf  ${cut.length} bytes`);
}
