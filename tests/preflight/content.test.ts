/** What is read out of content streams: places, sizes, colours, and what lies on what. */

import { deflateSync } from 'node:zlib';
import { PDFContext, PDFRawStream } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cmyk, inks, isPaper, lay, none, sum, totalOf } from '../../src/finished/pdf/paint/colour.ts';
import type { Sheet } from '../../src/finished/pdf/paint/file.ts';
import { type Matrix, mm } from '../../src/finished/pdf/paint/geometry.ts';
import { resolutionOf } from '../../src/finished/pdf/paint/images.ts';
import type { Paint } from '../../src/finished/pdf/paint/paint.ts';
import { contains, inside, PathBuilder } from '../../src/finished/pdf/paint/path.ts';
import { inspect, preflight } from '../../src/preflight/preflight.ts';
import { font, image, type PrintPdf, printPdf, sheet, stream, trim, withImage } from './make.ts';

const seed = 20261127;

async function sheetOf(pdf: PrintPdf): Promise<Sheet> {
  const [first] = (await inspect(printPdf(pdf))).file.sheets;
  if (first === undefined) throw new Error('no sheet');
  return first;
}

async function paintsOf(content: string, more: PrintPdf = {}): Promise<readonly Paint[]> {
  return (await sheetOf({ content, ...more })).paints;
}

const edges = ({ box }: Paint) =>
  [box.left, box.bottom, box.right, box.top].map((edge) => Math.round(edge * 100) / 100);

describe('text', () => {
  it.each([
    ['a size', 'BT /F1 10 Tf 50 60 Td (abcd) Tj ET', [50, 58, 70, 69], 10],
    ['a matrix that makes larger', 'BT /F1 1 Tf 20 0 0 20 50 60 Tm (ab) Tj ET', [50, 56, 70, 78], 20],
    [
      'a page that is turned over',
      '1 0 0 -1 0 200 cm BT /F1 10 Tf 1 0 0 -1 50 60 Tm (ab) Tj ET',
      [50, 138, 60, 149],
      10,
    ],
    ['spaces between letters', 'BT /F1 10 Tf 2 Tc 50 60 Td (ab) Tj ET', [50, 58, 62, 69], 10],
    ['wider spaces', 'BT /F1 10 Tf 5 Tw 50 60 Td (a b) Tj ET', [50, 58, 70, 69], 10],
    ['narrow letters', 'BT /F1 10 Tf 50 Tz 50 60 Td (abcd) Tj ET', [50, 58, 60, 69], 10],
    ['raised letters', 'BT /F1 10 Tf 3 Ts 50 60 Td (ab) Tj ET', [50, 61, 60, 72], 10],
    ['kerning', 'BT /F1 10 Tf 50 60 Td [(a) -1000 (b)] TJ ET', [50, 58, 70, 69], 10],
    ['blanks around, which are not seen', 'BT /F1 10 Tf 50 60 Td (  ab  ) Tj ET', [60, 58, 70, 69], 10],
    ['a next line', "BT /F1 10 Tf 12 TL 50 72 Td (ab) ' ET", [50, 58, 60, 69], 10],
  ])('%s', async (_, content, box, size) => {
    const paints = await paintsOf(content);
    expect(paints.map(edges)).toEqual([box]);
    expect(paints.map((paint) => paint.type === 'text' && paint.size)).toEqual([size]);
  });

  it('goes on after what was shown', async () => {
    const paints = await paintsOf('BT /F1 10 Tf 50 60 Td (ab) Tj (cd) Tj T* ET');
    expect(paints.map(edges)).toEqual([
      [50, 58, 60, 69],
      [60, 58, 70, 69],
    ]);
  });

  it('has the widths of a composite font, by number and by range', async () => {
    const cid =
      '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /G /DW 2000 /W [1 [600 400] 5 7 250] /FontDescriptor << /FontFile2 6 0 R >> >>';
    const fonts = `/F2 << /Type /Font /Subtype /Type0 /BaseFont /G /Encoding /Identity-H /DescendantFonts [${cid}] /ToUnicode 50 0 R >>`;
    const cmap = stream('1 beginbfrange <0000> <00FF> <0041> endbfrange');
    const objects = { 50: cmap };
    const paints = await paintsOf('BT /F2 10 Tf 50 60 Td <000100020006> Tj ET', { fonts, objects });
    expect(paints.map((paint) => paint.type === 'text' && paint.text)).toEqual(['BCG']);
    expect(paints.map((paint) => edges(paint)[2])).toEqual([62.5]);
    expect(paints.map((paint) => paint.type === 'text' && paint.font.embedded)).toEqual([true]);
  });
});

describe('colours', () => {
  const spaces =
    '/ColorSpace << /Black [/Separation /Black /DeviceCMYK 60 0 R] /Two [/DeviceN [/Magenta /Gold] /DeviceCMYK 61 0 R] /Icc [/ICCBased 62 0 R] >>';
  const objects = {
    60: '<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 0 0 1] /N 1 >>',
    61: '<< /FunctionType 4 >>',
    62: stream('', '/N 4'),
  };
  it.each([
    ['0.2 g', [0, 0, 0, 80], []],
    ['0.1 0.2 0.3 0.4 k', [10, 20, 30, 40], []],
    ['/DeviceCMYK cs', [0, 0, 0, 100], []],
    ['/Black cs', [0, 0, 0, 100], []],
    ['/Black cs 0.25 sc', [0, 0, 0, 25], []],
    ['/Two cs 0.5 0.75 scn', [0, 50, 0, 0], [{ name: 'Gold', tint: 75 }]],
    ['/Icc cs 0.1 0.2 0.3 0.4 sc', [10, 20, 30, 40], []],
    ['q 1 0 0 rg Q', [0, 0, 0, 100], []],
    ['2 -1 0 0 k', [100, 0, 0, 0], []],
  ])('%s', async (operators, cmyk, spots) => {
    const [paint] = await paintsOf(`${operators} 50 50 9 9 re f`, { resources: spaces, objects });
    const colour = paint?.colour?.type === 'inks' ? paint.colour : null;
    expect(colour?.cmyk.map((percent) => Math.round(percent * 100) / 100)).toEqual(cmyk);
    expect(colour?.spots).toEqual(spots);
  });

  it('a gradient has the colours along it', async () => {
    const resources =
      '/Shading << /Sh << /ShadingType 2 /ColorSpace /DeviceCMYK /Coords [60 60 69 69] /Function << /FunctionType 3 /Domain [0 1] /Bounds [0.5] /Encode [0 1 0 1] /Functions [50 0 R 50 0 R] >> >> >>';
    const half = '<< /FunctionType 2 /Domain [0 1] /N 1 /C0 [0 0 0 0] /C1 [1 1 1 1] >>';
    const { facts } = await preflight(
      printPdf({ content: '60 60 9 9 re W n /Sh sh', resources, objects: { 50: half } }),
    );
    // The middle of a dot is near its darkest end.
    expect(facts.inkMaximum.vector).toBeGreaterThan(360);
  });

  it('inks of spaces that a page does not paint with are no inks of the file', async () => {
    const { facts } = await preflight(
      printPdf({ content: '/Two cs 0 1 scn 60 60 9 9 re f', resources: spaces, objects }),
    );
    expect(facts.inks).toEqual(['Gold']);
  });
});

describe('pictures', () => {
  it('have the resolution of their printed size, however they are turned', () => {
    const size = fc.double({ min: 1, max: 2000, noNaN: true });
    const pixels = fc.integer({ min: 1, max: 9000 });
    const turn = fc.double({ min: 0, max: 7, noNaN: true });
    fc.assert(
      fc.property(pixels, pixels, size, size, turn, (width, height, across, up, angle) => {
        const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
        const matrix: Matrix = [across * cos, across * sin, -up * sin, up * cos, 7, 9];
        const picture = {
          width,
          height,
          bits: 8,
          space: null,
          isStencil: false,
          decode: null,
          filters: [],
          stream: PDFRawStream.of(PDFContext.create().obj({}), new Uint8Array()),
        };
        const expected = 72 * Math.min(width / across, height / up);
        expect(resolutionOf(picture, matrix) / expected).toBeCloseTo(1, 6);
      }),
      { seed },
    );
  });

  it('are told in the facts', async () => {
    const { facts } = await preflight(printPdf(withImage(image(150, 75, '10203040'), 36, 18)));
    expect(facts.pictures).toEqual([{ page: 1, pixels: [150, 75], ppi: 300, space: 'DeviceCMYK', ink: 63 }]);
    expect(facts.inkMaximum.pictures).toBe(63);
  });

  it('are unpacked with predictors', async () => {
    // Each row but the first says: as the row above.
    const rows = Array.from({ length: 50 }, (_, y) => [2, ...Array.from({ length: 200 }, () => (y === 0 ? 255 : 0))]);
    const packed = deflateSync(Uint8Array.from(rows.flat())).toString('latin1');
    const entries =
      '/Type /XObject /Subtype /Image /Width 50 /Height 50 /ColorSpace /DeviceCMYK /BitsPerComponent 8 /Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors 4 /Columns 50 >>';
    const { facts } = await preflight(printPdf(withImage(stream(packed, entries), 10, 10)));
    expect(facts.inkMaximum.pictures).toBe(400);
  });
});

describe('pages that are turned or scaled', () => {
  const content = 'BT /F1 10 Tf 1 0 0 1 20 100 Tm (Words) Tj ET';
  it('are told as they are seen', async () => {
    const upright = await preflight(printPdf({ content }));
    const turned = await preflight(printPdf({ content, page: '/Rotate 90' }));
    expect(upright.facts.pages[0]?.trim).toEqual({ width: 100, height: 80 });
    expect(turned.facts.pages[0]?.trim).toEqual({ width: 80, height: 100 });
    const safe = ({ diagnostics }: typeof turned) =>
      diagnostics.find(({ code }) => code === 'black-knocks-out')?.message;
    expect(safe(upright)).toContain('4 mm from the left and 45 mm from the top');
    // Turned clockwise, the line runs down, near the upper edge: its left is now above.
    expect(safe(turned)).toContain('4 mm from the top');
  });

  it('count user units', async () => {
    const { facts } = await preflight(printPdf({ content, page: '/UserUnit 2' }));
    expect(facts.pages[0]?.trim).toEqual({ width: 200, height: 160 });
  });
});

describe('what lies on what', () => {
  const cmyk = fc.tuple(...[0, 1, 2, 3].map(() => fc.integer({ min: 0, max: 100 }))) as fc.Arbitrary<number[]>;
  const colour = cmyk.map(([c = 0, m = 0, y = 0, k = 0]) => [c, m, y, k] as Cmyk);

  it('an opaque colour is all there is, an overprinting one leaves the inks that it does not use', () => {
    fc.assert(
      fc.property(colour, colour, (ground, over) => {
        const [under, ink] = [inks(ground, 'told'), inks(over, 'told')];
        expect(lay(under, ink, 'nothing').cmyk).toEqual(over);
        expect(lay(under, ink, 'others').cmyk).toEqual(over.map((percent, index) => percent || ground[index]));
        expect(totalOf(lay(under, inks(none, 'told'), 'others'))).toBe(sum(ground));
      }),
      { seed },
    );
  });

  it('what is half transparent lies between, what multiplies never takes ink away', () => {
    fc.assert(
      fc.property(colour, colour, (ground, over) => {
        const [under, ink] = [inks(ground, 'told'), inks(over, 'told')];
        expect(totalOf(lay(under, ink, 'nothing', 0.5))).toBeCloseTo((sum(ground) + sum(over)) / 2, 6);
        const multiplied = lay(under, ink, 'nothing', 1, true);
        for (const [index, percent] of multiplied.cmyk.entries()) {
          expect(percent).toBeGreaterThanOrEqual(Math.max(ground[index] ?? 0, over[index] ?? 0) - 1e-9);
          expect(percent).toBeLessThanOrEqual(100);
        }
      }),
      { seed },
    );
  });

  it('paper is no ink at all', () => {
    expect(isPaper(inks(none, 'told'))).toBe(true);
    expect(isPaper(inks(none, ['Gold'], [{ name: 'Gold', tint: 1 }]))).toBe(false);
  });
});

describe('paths', () => {
  const place = fc.integer({ min: 0, max: 50 });
  const extent = fc.integer({ min: 1, max: 30 });
  const rectangles = fc.array(fc.tuple(place, place, extent, extent), { minLength: 1, maxLength: 4 });

  it('enclose what any, or what an odd number, of their rectangles encloses', () => {
    fc.assert(
      fc.property(rectangles, place, place, fc.boolean(), (all, x, y, evenOdd) => {
        const builder = new PathBuilder();
        for (const [left, bottom, width, height] of all)
          builder.rectangle(left, bottom, width, height, [1, 0, 0, 1, 0, 0]);
        const path = builder.take(evenOdd);
        const point = [x + 0.5, y + 0.5] as const;
        const around = all.filter(
          ([l, b, w, h]) => l < point[0] && point[0] < l + w && b < point[1] && point[1] < b + h,
        );
        expect(contains(path, point)).toBe(evenOdd ? around.length % 2 === 1 : around.length > 0);
        const length = inside(path, 1, point[0]).reduce((total, [from, to]) => total + to - from, 0);
        const columns = Array.from({ length: 90 }, (_, row) => contains(path, [point[0], row + 0.5])).filter(Boolean);
        expect(length).toBe(columns.length);
      }),
      { seed },
    );
  });

  it('are cut by clips, until the state is restored', async () => {
    const paints = await paintsOf(
      'q 60 60 20 20 re W n 50 50 40 15 re f Q 50 50 40 15 re f q 500 0 9 9 re W n 0 0 9 9 re f Q',
    );
    expect(paints.map(edges)).toEqual([
      [60, 60, 80, 65],
      [50, 50, 90, 65],
    ]);
  });

  it('are drawn in a form where the form stands, within its box', async () => {
    const form = stream('0 0 50 50 re f', '/Type /XObject /Subtype /Form /BBox [0 0 20 20] /Matrix [2 0 0 2 0 0]');
    const paints = await paintsOf('q 1 0 0 1 60 60 cm /Fm Do Q', {
      resources: '/XObject << /Fm 50 0 R >>',
      objects: { 50: form },
    });
    expect(paints.map(edges)).toEqual([[60, 60, 100, 100]]);
  });
});

describe('facts', () => {
  it('tell boxes, version, claim, fonts and press', async () => {
    const { facts } = await preflight(
      printPdf({
        fonts: `/F2 ${font('').replaceAll('ABCDEF+Sans', 'Serif')}`,
        content: '/Over gs BT /F2 9 Tf 60 60 Td (a) Tj /F1 9 Tf (b) Tj ET',
      }),
    );
    expect(facts).toMatchObject({
      version: '1.6',
      standard: 'PDF/X-4',
      pageCount: 1,
      pages: [
        { trim: { width: 100, height: 80 }, bleed: { width: 106, height: 86 }, media: { width: 106, height: 86 } },
      ],
      fonts: [
        { name: 'Sans', embedded: true, subset: true },
        { name: 'Serif', embedded: false, subset: false },
      ],
      inks: ['Black'],
      lights: [],
      inkMaximum: { vector: 100, pictures: null },
      intent: { identifier: 'FOGRA39' },
      pictures: [],
    });
    expect(trim.left).toBeCloseTo(3 * mm, 6);
    expect(sheet.width / mm).toBeCloseTo(106, 6);
  });
});

describe('glyphs of which the file does not say what they stand for', () => {
  const used = async (fonts: string, shown: string, objects: Readonly<Record<number, string>>) => {
    const content = `0 0 0 1 k BT /F9 20 Tf 60 60 Td ${shown} Tj ET`;
    const { facts } = await preflight(printPdf({ content, fonts, objects }));
    return [facts.inkMaximum.vector, facts.fonts.length];
  };
  const cmap = (ranges: string) => stream(`begincmap ${ranges} endcmap`);

  it('are drawn all the same', async () => {
    const simple = font('/FontFile2 6 0 R').replace('/Encoding', '/ToUnicode 90 0 R /Encoding');
    const map = cmap('1 beginbfrange <00> <ff> [<0041> <0042>] endbfrange 1 beginbfchar <41> <> endbfchar');
    expect(await used('/F9 91 0 R', '(A)', { 90: map, 91: simple })).toEqual([100, 1]);
  });

  it('have one byte each where the CMap in the file says so', async () => {
    const type0 =
      '<< /Type /Font /Subtype /Type0 /BaseFont /Sans /Encoding 92 0 R /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /DW 600 /FontDescriptor << /FontFile2 6 0 R >> >>] >>';
    const ranges = cmap('1 begincodespacerange <00> <ff> endcodespacerange');
    expect(await used('/F9 91 0 R', '<01>', { 91: type0, 92: ranges })).toEqual([100, 1]);
  });

  it('an index beyond its table is the last of it', async () => {
    const resources = '/ColorSpace << /Cs [/Indexed /DeviceCMYK 1 <0000000000ff0000>] >>';
    const { facts } = await preflight(printPdf({ content: '/Cs cs 9 sc 60 60 90 90 re f', resources }));
    expect(facts.inkMaximum.vector).toBe(100);
  });
});
