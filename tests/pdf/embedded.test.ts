/** Codes of the fonts in one document. */
import * as fontkit from 'fontkit';
import pdfDocumentModule from 'pdfmake/js/PDFDocument.js';
import { expect, it } from 'vitest';
import type { Glyph } from '../../src/theme/glyph.ts';
import { type ShapedText, shaperOf } from '../../src/theme/shaping.ts';
import type { FontFace } from '../../src/theme/theme.ts';
import { EmbeddedFont, readingsOf } from '../../src/write/pdf/paint/embedded.ts';
import { Glyphs } from '../../src/write/pdf/paint/glyphs.ts';
import { type SubsetGlyph, subsetOf } from '../../src/write/pdf/paint/subset.ts';
import { faceIn } from './faces.ts';

const greek = faceIn('firago/FiraGO-Greek-Regular.ttf');
const latin = faceIn('firago/FiraGO-Latin-Regular.ttf');

const pdf = () => new pdfDocumentModule.default({}, {}, {}, {}, { autoFirstPage: false, font: null }, null);
const shaped = (text: string, face: FontFace): ShapedText => shaperOf(face).shape(text);

it('has a code for each reading of an outline', () => {
  const font = new EmbeddedFont(pdf(), greek);
  const [withAccent, without] = [shaped('ΈΛΑ', greek).glyphs[0], shaped('ΕΛΑ', greek).glyphs[0]] as [Glyph, Glyph];
  expect(withAccent.id).toBe(without.id);
  expect(font.codesOf(withAccent, false)).not.toEqual(font.codesOf(without, false));
  expect(font.codesOf(withAccent, false)).toEqual(font.codesOf({ ...withAccent }, false));
});

it('reads what it was given, of whatever outlines', () => {
  const glyphs = new Glyphs(pdf());
  for (const text of ['ΈΛΛΗΝ', 'Ελένη']) expect(glyphs.take(shaped(text, greek)).says).toBe(text);
  for (const text of ['Kɨrɨnd', 'x̂y', 'ɨ̂', 'office']) expect(glyphs.take(shaped(text, latin)).says).toBe(text);
});

it('tracks letters, and not the marks that follow them unseen', () => {
  const glyphs = new Glyphs(pdf());
  const operators = (text: string, tracking: number) =>
    glyphs.show([glyphs.take(shaped(text, latin))], { size: 10, tracking }).map((each) => each.operators);
  const [plain = ''] = operators('x̂y', 0);
  expect(plain).not.toMatch(/\d/);
  // Two points of tracking, taken back by 200 thousandths of ten points.
  const [tracked = ''] = operators('x̂y', 2);
  expect(tracked.match(/ 200 /g)).toHaveLength(1);
  expect(operators('xy', 2).join()).not.toMatch(/ 200 /);
});

it('opens another font of a face when one is full', () => {
  const glyphs = new Glyphs(pdf());
  const [letter] = shaped('a', latin).glyphs;
  if (letter === undefined) throw new Error('no letter');
  const reading = (codePoint: number): ShapedText => ({
    text: String.fromCodePoint(codePoint),
    glyphs: [{ ...letter, codePoints: [codePoint] }],
    backwards: false,
    width: letter.xAdvance,
    trimmed: null,
  });
  const ids = Array.from({ length: 0x8000 }, (_, count) => glyphs.take(reading(0x1_0000 + count)).plain?.font.id);
  // One code is of what is not defined.
  expect([ids.indexOf('F2'), new Set(ids)]).toEqual([0x7fff, new Set(['F1', 'F2'])]);
  // The first is still asked for what it has.
  expect(glyphs.take(reading(0x1_0000)).plain?.font.id).toBe('F1');
});

function pathsOf(file: Uint8Array): readonly { readonly path: string; readonly advance: number }[] {
  const font = fontkit.create(Buffer.from(file));
  if (!('layout' in font)) throw new Error('a collection');
  return Array.from({ length: font.numGlyphs }, (_, id) => {
    const { path, advanceWidth } = font.getGlyph(id);
    return { path: path.toSVG(), advance: advanceWidth };
  });
}

it('draws a letter of several outlines as one, its parts where they were placed', () => {
  const { font } = shaperOf(latin);
  const ids = ['a', 'Å'].map((each) => font.glyphForCodePoint(each.codePointAt(0) ?? 0).id);
  const [simple = 0, compound = 0] = ids;
  const parts = [
    { id: compound, x: 0, y: 0 },
    { id: simple, x: -120, y: 340 },
  ];
  const paths = pathsOf(subsetOf(latin, [0, simple, { parts, advance: 700 }, { parts: [], advance: 0 }]));
  const moved = parts.map(({ id, x, y }) => font.getGlyph(id).path.translate(x, y).toSVG()).join('');
  expect(paths[2]).toEqual({ path: moved, advance: 700 });
  expect(paths[3]).toEqual({ path: '', advance: 0 });
  expect(paths[1]?.path).toBe(font.getGlyph(simple).path.toSVG());
});

it('tells places in 32 bits where outlines are more than 16 can tell', () => {
  const { font } = shaperOf(latin);
  const { id } = font.glyphForCodePoint(0x40);
  const many: readonly SubsetGlyph[] = [0, ...Array.from({ length: 1000 }, () => id)];
  const paths = pathsOf(subsetOf(latin, many));
  expect(paths).toHaveLength(1001);
  expect(paths.at(-1)?.path).toBe(font.getGlyph(id).path.toSVG());
});

it('has codes read as text one by one, in blocks of a hundred: Ghostscript reads lists of texts byte by byte', () => {
  const map = readingsOf([
    [0xfffd],
    ...Array.from({ length: 149 }, (_, at) => [0x10d0 + (at % 30)]),
    [0x66, 0x69],
    [0x1f600],
  ]);
  expect(map).not.toContain('bfrange');
  expect(map.match(/\d+ beginbfchar/g)).toEqual(['100 beginbfchar', '52 beginbfchar']);
  expect(map.match(/^<\w{4}> <\w+>$/gm)).toHaveLength(152);
  for (const line of ['<0001> <10d0>', '<0096> <00660069>', '<0097> <d83dde00>']) expect(map).toContain(`${line}\n`);
});
