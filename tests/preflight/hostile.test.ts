/** Files that are damaged, or made to harm: refused with words, or judged, and never a throw of another kind. */
import { deflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refused } from '../../src/diagnostics.ts';
import { preflight } from '../../src/preflight/preflight.ts';
import { codesOf, good, printPdf, stream } from './make.ts';

async function refusalOf(bytes: Uint8Array): Promise<string | null> {
  try {
    await preflight(bytes);
    return null;
  } catch (error) {
    if (error instanceof Refused) return error.diagnostics.map(({ code }) => code).join(' ');
    throw error;
  }
}

const form = (content: string, forms: string) =>
  stream(content, `/Type /XObject /Subtype /Form /BBox [0 0 999 999] /Resources << /XObject << ${forms} >> >>`);

describe('what is refused', () => {
  it.each([
    ['nothing', '', 'not-a-pdf'],
    ['text', 'Dear print shop', 'not-a-pdf'],
    ['a header alone', '%PDF-1.7\n', 'pdf-damaged'],
    [
      'a catalogue without pages',
      '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>',
      'pdf-damaged',
    ],
    [
      'no pages',
      '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\ntrailer\n<< /Root 1 0 R >>',
      'pdf-damaged',
    ],
    [
      'arrays in arrays',
      `%PDF-1.7\n1 0 obj\n${'['.repeat(200_000)}\nendobj\ntrailer\n<< /Root 1 0 R >>`,
      'pdf-damaged',
    ],
  ])('%s', async (_, text, code) => {
    expect(await refusalOf(Buffer.from(text, 'latin1'))).toBe(code);
  });

  it('an encrypted file', async () => {
    const document = await PDFDocument.load(printPdf(), { updateMetadata: false });
    document.encrypt({ userPassword: 'secret', ownerPassword: 'secret' });
    expect(await refusalOf(await document.save())).toBe('encrypted');
  });

  it('forms that paint forms, a hundred each, without end', async () => {
    const content = '/A Do '.repeat(100);
    const pdf = printPdf({
      content: '/A Do',
      resources: '/XObject << /A 50 0 R >>',
      objects: { 50: form(content, '/A 50 0 R') },
    });
    expect(await refusalOf(pdf)).toBe('preflight-too-large');
  });
});

describe('what is judged all the same', () => {
  it('a form that paints itself', async () => {
    const pdf = {
      content: `${good} /A Do`,
      resources: '/XObject << /A 50 0 R >>',
      objects: { 50: form('/A Do', '/A 50 0 R') },
    };
    expect(await codesOf(pdf)).toEqual([]);
  });

  it('a tiling that is painted with itself, a mask of itself', async () => {
    const tiling = stream(
      '/Pattern cs /P scn 0 0 9 9 re f',
      '/PatternType 1 /PaintType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << /Pattern << /P 50 0 R >> >>',
    );
    const pdf = {
      content: `${good} /Pattern cs /P scn 60 150 9 9 re f /M gs`,
      resources: '/Pattern << /P 50 0 R >>',
      objects: { 50: tiling },
    };
    expect(await codesOf(pdf)).toEqual(['resource-missing']);
  });

  it('numbers beyond all sheets', async () => {
    const content =
      '1e308 1e308 1e308 1e308 1e308 1e308 cm 0 0 1e300 1e300 re f 99999999 0 0 99999999 0 0 cm 0 0 9 9 re S BT /F1 99999999 Tf (x) Tj ET';
    expect(await codesOf({ content: `${good} q ${content} Q` })).toEqual([]);
  });

  it('a saved state a hundred thousand times, and restored more often', async () => {
    expect(await codesOf({ content: `${'q '.repeat(100_000)} ${good} ${'Q '.repeat(200_000)}` })).toEqual([]);
  });

  it('a page within a page, and a page tree that is its own branch', async () => {
    const pages = {
      2: '<< /Type /Pages /Kids [2 0 R 20 0 R] /Count 2 /Parent 2 0 R /MediaBox [0 0 400 400] /Resources 3 0 R >>',
    };
    expect(await codesOf({ objects: pages })).toEqual(['repaired']);
    const parents = { 20: '<< /Type /Page /Parent 20 0 R /Contents 21 0 R >>' };
    await refusalOf(printPdf({ objects: parents }));
  });

  it('ten thousand clips within clips, and words over a thousand shapes of a thousand corners', async () => {
    const clips = `0 0 300 ${'240 re W n 0 0 300 '.repeat(10_000)}240 re W n 0 0 0 0 k 0 0 9 9 re f`;
    expect(await codesOf({ content: `q ${clips} Q ${good}` })).toEqual([]);
    const shape = `60 60 m ${'90 61 l 60 62 l '.repeat(500)} h f`;
    const words = 'BT /F1 12 Tf 0 0 0 0 k 65 65 Td (x) Tj ET ';
    const content = `1 0.8 0 0 k ${`${shape} `.repeat(200)} ${words.repeat(2000)}`;
    expect(await codesOf({ content })).toEqual([]);
  });

  it('groups of the whole page, each for two dots in its corners', async () => {
    const knockout = stream(
      '0.1 0 0 0 k 0 0 2 2 re f 290 230 2 2 re f',
      '/Type /XObject /Subtype /Form /BBox [0 0 1000 1000] /Group << /S /Transparency /K true >>',
    );
    const pdf = { content: `${good} ${'/Fm Do '.repeat(10_000)}`, resources: '/XObject << /Fm 50 0 R >>' };
    expect(await codesOf({ ...pdf, objects: { 50: knockout } })).not.toContain('ink-total');
  });

  it('a font that maps each code a thousand times', async () => {
    const ranges = '<0000> <FFFF> <0041> '.repeat(30_000);
    const fonts =
      '/F2 << /Type /Font /Subtype /Type0 /BaseFont /G /Encoding /Identity-H /DescendantFonts [] /ToUnicode 50 0 R >>';
    const content = `${good} /Over gs BT 0 0 0 1 k /F2 10 Tf 60 150 Td <0001> Tj ET`;
    expect(await codesOf({ content, fonts, objects: { 50: stream(`1 beginbfrange ${ranges} endbfrange`) } })).toEqual([
      'font-not-embedded',
    ]);
  });

  it('a stream that unpacks to too much', async () => {
    const bomb = deflateSync(Buffer.alloc(300 * 2 ** 20)).toString('latin1');
    expect(await codesOf({ objects: { 21: stream(bomb, '/Filter /FlateDecode') } })).toEqual(['content-damaged']);
  });

  it('spaces, functions and fonts that are not what they should be', async () => {
    const resources =
      '/ColorSpace << /A [/Indexed [/Indexed [/Indexed 4 5 6] 7 <00>] 9 <00>] /B [/Separation] /C [/ICCBased 4 0 R] /D 51 0 R >> /Shading << /S << /ShadingType 9 /ColorSpace /B >> >>';
    const content = `${good} /A cs 1 sc 60 150 9 9 re f /B cs 1 sc 60 150 9 9 re f /C cs /D cs 1 scn /S sh /Nope gs /Nope Do /Pattern cs /Nope scn 60 150 9 9 re f BT /Nope 9 Tf (x) Tj ET`;
    expect(await codesOf({ content, resources, objects: { 51: '[/DeviceN 51 0 R 51 0 R 51 0 R]' } })).not.toContain(
      'content-damaged',
    );
  });
});

it.each([
  ['[50 0 R 50 0 R]', 'an array'],
  [`<< /FunctionType 3 /Functions [${'50 0 R '.repeat(256)}] >>`, 'a stitched function'],
])('a tint that is made of itself: %s', async (object, _) => {
  const bytes = printPdf({
    resources: '/ColorSpace << /C [/Separation /Foo /DeviceCMYK 50 0 R] >>',
    content: '/C cs 1 scn 9 9 9 9 re f',
    objects: { 50: object },
  });
  expect(await refusalOf(bytes)).toBeNull();
});

describe('a print file that lost or changed bytes', () => {
  // A stub for the profile: 300 kB that no reader looks into would take the time of the test.
  const whole = printPdf({ more: [good], icc: new Uint8Array(200) });
  it('is refused or judged', async () => {
    const at = fc.integer({ min: 0, max: whole.length - 1 });
    const changes = fc.array(fc.tuple(at, fc.integer({ min: 0, max: 255 })), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(at, changes, fc.boolean(), async (end, spots, cut) => {
        const bytes = Uint8Array.from(cut ? whole.subarray(0, end) : whole);
        for (const [place, value] of spots) if (place < bytes.length) bytes[place] = value;
        await refusalOf(bytes);
      }),
      { numRuns: 150, seed: 20261127 },
    );
  });

  it('is refused or judged, whatever its content', async () => {
    const words = fc.constantFrom(
      ...'q Q cm w re m l c v y h W n f B S gs Do sh BT ET Tf Tj TJ Td TD Tm Tr Tz cs scn k rg g K d BI ID EI /F1 /Over /Sp (a) <00> [ ] << >> 0 1 -1 0.5 1e9 300'.split(
        ' ',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(words, { maxLength: 60 }), async (content) => {
        await refusalOf(printPdf({ content: content.join(' '), icc: new Uint8Array(200) }));
      }),
      { numRuns: 150, seed: 20261127 },
    );
  });
});
