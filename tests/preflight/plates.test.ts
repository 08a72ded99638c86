/** Inks as the press prints them: each kind of paint that hides, adds or mixes, beside what Ghostscript's plates show for it. */
import { describe, expect, it } from 'vitest';
import { preflight } from '../../src/preflight/preflight.ts';
import { image, type PrintPdf, printPdf, sheet, stream } from './make.ts';

const ground = `0.3 0 0 0 k 0 0 ${sheet.width} 400 re f`;
const on = (content: string, more: PrintPdf = {}): PrintPdf => ({ ...more, content: `${ground} ${content}` });
const states = (entries: string): string =>
  `/Resources << /Font << /F1 4 0 R >> /ExtGState << /G << ${entries} >> >> /XObject << /Im 50 0 R >> /Shading << /Sh 51 0 R >> /Pattern << /P 52 0 R >> >>`;
const form = (content: string, entries: string): string =>
  stream(content, `/Type /XObject /Subtype /Form /BBox [0 0 400 400] ${entries}`);
const grey = '/Group << /S /Transparency /CS /DeviceGray >>';
const cmyk = (value: string): string => image(20, 20, value);

/** A triangle in one colour, as a mesh of type 4 has it: flag, place of 16 bits each, four inks. */
const mesh = stream(
  '0000000000ffffffff 00ffff0000ffffffff 000000ffffffffffff>',
  '/ShadingType 4 /ColorSpace /DeviceCMYK /BitsPerCoordinate 16 /BitsPerComponent 8 /BitsPerFlag 8 /Decode [60 160 60 160 0 1 0 1 0 1 0 1] /Filter /ASCIIHexDecode',
);
const program = stream('{ pop dup dup dup }', '/FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1 0 1]');

/** Whichever branch is taken, four inks of a fifth each. */
const branches = (count: number): string =>
  count === 0
    ? 'pop 0.2 0.2 0.2 0.2'
    : `dup ${count / 100} ge { pop 0.2 0.2 0.2 0.2 } { ${branches(count - 1)} } ifelse`;

const cases: readonly (readonly [what: string, pdf: PrintPdf, vector: number, pictures: number | null])[] = [
  ['a mesh', on('/Sh sh', { page: states(''), objects: { 51: mesh } }), 400, null],
  [
    'a picture in the content itself, its samples packed and its words short',
    on('q 90 0 0 90 60 60 cm BI /W 1 /H 1 /BPC 8 /CS /CMYK /F /AHx ID ffffffff> EI Q'),
    30,
    400,
  ],
  [
    'one with a table of colours',
    on('q 90 0 0 90 60 60 cm BI /W 1 /H 1 /BPC 8 /CS [/I /CMYK 1 <00000000ffffffcc>] /F [/AHx] ID 01> EI Q'),
    30,
    380,
  ],
  [
    'a gradient by a program, in both ways',
    on('60 60 90 90 re W n /Sh sh', {
      page: states(''),
      objects: {
        51: '<< /ShadingType 1 /ColorSpace /DeviceCMYK /Domain [0 1 0 1] /Matrix [100 0 0 100 60 60] /Function 53 0 R >>',
        53: program,
      },
    }),
    359,
    null,
  ],
  [
    'what a mask of a fifth lets through',
    on('/G gs 1 0.9 0.9 0.9 k 60 60 90 90 re f', {
      page: states('/SMask << /S /Luminosity /G 54 0 R >>'),
      objects: { 54: form('0.2 g 0 0 400 400 re f', grey) },
    }),
    98,
    null,
  ],
  [
    'nothing of what a mask hides',
    on('/G gs 1 1 1 1 k 60 60 90 90 re f', {
      page: states('/SMask << /S /Alpha /G 54 0 R >>'),
      objects: { 54: form('0.2 g 300 300 9 9 re f', grey) },
    }),
    30,
    null,
  ],
  ['what lies under opaque white', on('1 0.9 0.9 0.9 k 60 60 90 90 re f 0 0 0 0 k 50 50 120 120 re f'), 30, null],
  [
    'a picture that is multiplied on its ground',
    on('1 1 0 0 k 50 50 120 120 re f /G gs q 60 0 0 60 60 60 cm /Im Do Q', {
      page: states('/BM /Multiply'),
      objects: { 50: cmyk('a0a0a050') },
    }),
    200,
    294,
  ],
  [
    'a picture of which a mask shows half',
    on('q 60 0 0 60 60 60 cm /Im Do Q', {
      page: states(''),
      objects: {
        50: image(20, 20, 'ffffffff', '/ColorSpace /DeviceCMYK /SMask 55 0 R'),
        55: image(20, 20, '80', '/ColorSpace /DeviceGray'),
      },
    }),
    30,
    216,
  ],
  [
    'a tiling',
    on('/Pattern cs /P scn 60 60 90 90 re f', {
      page: states(''),
      objects: {
        52: stream(
          '1 1 1 0.5 k 0 0 9 9 re f',
          '/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << >>',
        ),
      },
    }),
    350,
    null,
  ],
  [
    'a tiling of letters, as bars',
    on('/Pattern cs /P scn 60 60 90 90 re f', {
      page: states(''),
      objects: {
        52: stream(
          'BT /F1 20 Tf 1 1 1 0.5 k 0 2 Td (MM) Tj ET',
          '/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 20 20] /XStep 20 /YStep 20 /Resources << /Font << /F1 4 0 R >> >>',
        ),
      },
    }),
    350,
    null,
  ],
  [
    'a group that is half seen: what it hides itself, and half of the rest',
    on('0.5 0.5 0 0 k 60 60 90 90 re f /G gs /Fm Do', {
      page: states('/ca 0.5').replace('/Im 50 0 R', '/Fm 58 0 R'),
      objects: {
        58: form('1 1 0 0 k 60 60 60 60 re f 0 0 1 0 k 70 70 60 60 re f', '/Group << /S /Transparency /I true >>'),
      },
    }),
    150,
    null,
  ],
  [
    'Multiply within a half-seen group: not with what is under the group',
    on('1 0 0 0 k 60 60 90 90 re f /G gs /Fm Do', {
      page: states('/ca 0.5').replace('/Im 50 0 R', '/Fm 58 0 R'),
      objects: {
        58: form(
          '/M gs 0 1 0 0 k 70 70 60 60 re f 0 0 1 0 k 70 70 30 30 re f',
          '/Group << /S /Transparency /I true >> /Resources << /ExtGState << /M << /BM /Multiply >> >> >>',
        ),
      },
    }),
    150,
    null,
  ],
  [
    'a group that is blended in light',
    on('0.5 g 60 60 90 90 re f /Fm Do', {
      page: states('').replace('/Im 50 0 R', '/Fm 58 0 R'),
      objects: {
        58: form(
          '/M gs 1 0.5 0.5 rg 70 70 60 60 re f 0.5 1 0.5 rg 70 70 30 30 re f',
          '/Group << /S /Transparency /I true /CS /DeviceRGB >> /Resources << /ExtGState << /M << /BM /Multiply >> >> >>',
        ),
      },
    }),
    158,
    null,
  ],
  [
    'a sweep by a program with a branch for each colour',
    on('60 60 90 90 re W n /Sh sh', {
      page: states(''),
      objects: {
        51: '<< /ShadingType 1 /ColorSpace /DeviceCMYK /Domain [0 1 0 1] /Matrix [100 0 0 100 60 60] /Function 53 0 R >>',
        53: stream(`{ pop ${branches(90)} }`, '/FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1 0 1]'),
      },
    }),
    80,
    null,
  ],
  [
    'a pattern of pictures',
    on('/Pattern cs /P scn 60 60 90 90 re f', {
      page: states(''),
      objects: {
        50: cmyk('ff80ff00'),
        52: stream(
          'q 9 0 0 9 0 0 cm /Im Do Q',
          '/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << /XObject << /Im 50 0 R >> >>',
        ),
      },
    }),
    250,
    null,
  ],
  [
    'the drawing of a glyph',
    on('BT /F3 40 Tf 80 80 Td (a) Tj ET', {
      page: '/Resources << /Font << /F3 56 0 R >> >>',
      objects: {
        56: '<< /Type /Font /Subtype /Type3 /FontMatrix [0.001 0 0 0.001 0 0] /FontBBox [0 0 500 500] /FirstChar 97 /LastChar 97 /Widths [500] /CharProcs << /a 57 0 R >> /Encoding << /Differences [97 /a] >> /Resources << >> >>',
        57: stream('500 0 d0 1 1 1 0.5 k 0 0 500 500 re f'),
      },
    }),
    350,
    null,
  ],
  [
    'Hue, with the black of the ground',
    on('0.6 0.2 0.2 0.5 k 60 60 90 90 re f /G gs 0 0 0 0 k 60 60 90 90 re f', { page: states('/BM /Hue') }),
    146,
    null,
  ],
  [
    'Luminosity, with that of what is laid on it',
    on('0.6 0.2 0.2 0.5 k 60 60 90 90 re f /G gs 0 0 0 0 k 60 60 90 90 re f', { page: states('/BM /Luminosity') }),
    30,
    null,
  ],
  [
    'a calibrated colour without a gamma, which is 1',
    on('/Cal cs 0.2 0.2 0.2 sc 60 60 90 90 re f', {
      page: '/Resources << /ColorSpace << /Cal [/CalRGB << /WhitePoint [0.9505 1 1.089] >>] >> >>',
    }),
    109,
    null,
  ],
];

describe('the most ink on one place', () => {
  it.each(cases)('%s', async (_, pdf, vector, pictures) => {
    const { facts } = await preflight(printPdf(pdf));
    expect(Math.abs(facts.inkMaximum.vector - vector), `${facts.inkMaximum.vector} for ${vector}`).toBeLessThanOrEqual(
      2,
    );
    if (pictures === null) expect(facts.inkMaximum.pictures).toBeNull();
    else
      expect(Math.abs((facts.inkMaximum.pictures ?? 0) - pictures), `${facts.inkMaximum.pictures}`).toBeLessThanOrEqual(
        2,
      );
  });
});
