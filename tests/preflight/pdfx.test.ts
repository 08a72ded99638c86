/** The clauses of PDF/X-4: each on a file that breaks it alone, and asked of those that claim it alone. */
import { describe, expect, it } from 'vitest';
import { clauses } from '../../src/preflight/pdfx.ts';
import { preflight } from '../../src/preflight/preflight.ts';
import { profiles } from '../../src/preflight/profile.ts';
import {
  codesOf,
  good,
  image,
  type PrintPdf,
  printPdf,
  profile,
  screenProfile,
  stream,
  trim,
  withImage,
  xmpOf,
} from './make.ts';

const intent = (identifier: string) =>
  `<< /Type /OutputIntent /S /GTS_PDFX /OutputConditionIdentifier (${identifier}) /DestOutputProfile 8 0 R >>`;
const state = (entries: string): PrintPdf => ({
  content: `${good} /X gs`,
  page: `/Resources << /Font << /F1 4 0 R >> /ExtGState << /Over << /OP true /op true /OPM 1 >> /X << ${entries} >> >> >>`,
});
const halftone = (entries = ''): string => `<< /Type /Halftone /HalftoneType 1 ${entries} >>`;
const object = (value: string): PrintPdf => ({ objects: { 50: value } });
const form = (entries: string) => stream('', `/Type /XObject /Subtype /Form /BBox [0 0 9 9] ${entries}`);
const edges = Object.values(trim).join(' ');
const icc = (bytes: Uint8Array, n: number): PrintPdf => ({
  content: `${good} /Cs cs ${'0 '.repeat(n)} sc 60 150 9 9 re f`,
  resources: '/ColorSpace << /Cs [/ICCBased 50 0 R] >>',
  objects: { 50: stream(Buffer.from(bytes).toString('latin1'), `/N ${n}`) },
});
const info = (entries: string): PrintPdf => ({
  trailer: '/ID [<01> <01>] /Info 60 0 R',
  objects: { 60: `<< ${entries} >>` },
});

const wrong: Readonly<Record<string, readonly (readonly [what: string, pdf: PrintPdf])[]>> = {
  'pdfx-version': [['PDF/X-99', { xmp: xmpOf({ version: 'PDF/X-99' }) }]],
  'pdfx-identification': [
    ['in the Info dictionary alone', { xmp: xmpOf({ version: '' }), ...info('/GTS_PDFXVersion (PDF/X-4)') }],
    [
      'metadata that are no XMP',
      { xmp: '<rdf:Description pdfxid:GTS_PDFXVersion="PDF/X-4"/>', ...info('/Trapped /False') },
    ],
  ],
  'pdfx-metadata': [
    ['no date', { xmp: xmpOf({ created: '' }) }],
    ['a date that is none', { xmp: xmpOf({ created: 'yesterday' }) }],
  ],
  'pdfx-dates': [['another day in the Info dictionary', info('/CreationDate (D:20250101000000Z) /Trapped /False')]],
  'pdfx-trapped': [
    ['unknown', { xmp: xmpOf({ trapped: 'Unknown' }) }],
    ['not told', { xmp: xmpOf({ trapped: '' }) }],
    ['told in two ways', info('/Trapped /True')],
    ['a text and no name', info('/Trapped (False)')],
    ['a text alone', { xmp: xmpOf({ trapped: '' }), ...info('/Trapped (False)') }],
  ],
  'pdfx-intents': [['two', { intent: `${intent('FOGRA39')} ${intent('FOGRA51')}` }]],
  'pdfx-pdf-version': [['PDF 2.0', { header: '2.0' }]],
  'pdfx-file-id': [['none', { trailer: '' }]],
  'pdfx-boxes': [['TrimBox and ArtBox', { page: `/ArtBox [${edges}]` }]],
  'pdfx-profiles': [
    ['a damaged one', icc(profile.subarray(0, 500), 4)],
    ['another number of colours', icc(screenProfile, 4)],
    ['that of the press itself', icc(profile, 4)],
  ],
  'pdfx-blend-modes': [['one that nobody knows', state('/BM /Burn')]],
  'pdfx-transfer': [
    ['TR', state('/TR /Identity')],
    ['TR2', state('/TR2 << /FunctionType 2 /N 1 /Domain [0 1] >>')],
    ['that of a halftone', state(`/HT ${halftone('/TransferFunction /Identity')}`)],
    [
      'that of a halftone of an ink of the press',
      state(`/HT << /HalftoneType 5 /Default ${halftone()} /Cyan ${halftone('/TransferFunction /Identity')} >>`),
    ],
    [
      'that of one elsewhere in the file',
      {
        ...state(`/HT << /HalftoneType 5 /Default ${halftone()} /Black 60 0 R >>`),
        objects: { 60: halftone('/TransferFunction /Identity') },
      },
    ],
  ],
  'pdfx-halftones': [
    ['type 6', state('/HT << /Type /Halftone /HalftoneType 6 >>')],
    ['a name', state('/HT << /Type /Halftone /HalftoneType 1 /HalftoneName (x) >>')],
    ['a phase', state('/HTP [0 0]')],
  ],
  'pdfx-alternates': [
    [
      'one for printing',
      withImage(
        image(50, 50, '10000000', '/ColorSpace /DeviceCMYK /Alternates [<< /Image 50 0 R /DefaultForPrinting true >>]'),
        10,
        10,
      ),
    ],
  ],
  'pdfx-opi': [['a form', object(form('/OPI << /2.0 << /Type /OPI >> >>'))]],
  'pdfx-postscript': [
    ['an XObject', object(stream('showpage', '/Type /XObject /Subtype /PS'))],
    ['a form', object(form('/Subtype2 /PS'))],
  ],
  'pdfx-reference': [['a page of another file', object(form('/Ref << /F (other.pdf) /Page 0 >>'))]],
  'pdfx-external': [['a stream', object(stream('', '/F (other.bin)'))]],
  'pdfx-xfa': [['a form', { catalog: '/AcroForm << /Fields [] /XFA [] >>' }]],
  'pdfx-actions': [
    ['at opening', { catalog: '/OpenAction << /S /Launch /F (x) >>' }],
    ['of the document', { catalog: '/AA << /WC << /S /Named /N /Print >> >>' }],
    [
      'of a link beyond the bleed',
      { page: '/Annots [<< /Subtype /Link /Rect [900 900 999 999] /A << /S /URI /URI (x) >> >>]' },
    ],
  ],
  'pdfx-embedded-files': [['an attachment', { catalog: '/Names << /EmbeddedFiles << /Names [] >> >>' }]],
  'pdfx-layers': [['layers that switch themselves', { catalog: '/OCProperties << /OCGs [] /D << /AS [] >> >>' }]],
};

const right: readonly (readonly [string, PrintPdf])[] = [
  [
    'resources whose names are those of entries elsewhere',
    {
      content: `${good} /TR gs /TR2 gs /HTP gs /BM gs /HalftoneType gs`,
      page: '/Resources << /Font << /F1 4 0 R >> /ExtGState << /Over << /OP true /op true /OPM 1 >> /TR << >> /TR2 << >> /HTP << >> /BM << >> /HalftoneType << >> >> >>',
    },
  ],
  ['Trapped in the Info dictionary alone', { xmp: xmpOf({ trapped: '' }), ...info('/Trapped /True') }],
  ['the same day in another zone', info("/CreationDate (D:20260101040000+04'00') /Trapped /False")],
  ['a destination at opening', { catalog: '/OpenAction [20 0 R /Fit]' }],
  [
    'an intent for archives beside that of the press',
    { intent: `${intent('FOGRA39')} ${intent('x').replace('GTS_PDFX', 'GTS_PDFA1')}` },
  ],
  ['TR2 at its default', state('/TR2 /Default')],
  [
    'a transfer function for a spot ink, which must have one, and for the rest',
    state(
      `/HT << /HalftoneType 5 /Default ${halftone('/TransferFunction /Identity')} /Cyan ${halftone()} /Gold ${halftone('/TransferFunction /Identity')} >>`,
    ),
  ],
  ['a halftone of type 1', state('/HT << /Type /Halftone /HalftoneType 1 >>')],
  [
    'an alternate image for screens',
    withImage(image(50, 50, '10000000', '/ColorSpace /DeviceCMYK /Alternates [<< /Image 50 0 R >>]'), 10, 10),
  ],
  ['blend modes of the standard', state('/BM [/Luminosity /Normal]')],
];

describe('a clause that a file breaks', () => {
  const cases = Object.entries(wrong).flatMap(([code, all]) => all.map(([what, pdf]) => [code, what, pdf] as const));
  it.each(cases)('%s: %s', async (code, _, pdf) => {
    expect(await codesOf(pdf)).toEqual([code]);
  });
  it.each(right)('but not: %s', async (_, pdf) => {
    expect(await codesOf(pdf)).toEqual([]);
  });
  it('is told by every clause that files that claim PDF/X are asked', () => {
    expect(clauses.filter((code) => code.startsWith('pdfx-') && wrong[code] === undefined)).toEqual([]);
  });
});

describe('what is said of a file', () => {
  it('is how many clauses were checked, and which do not hold', async () => {
    const { facts } = await preflight(printPdf({ xmp: xmpOf({ trapped: 'Unknown' }) }));
    expect(facts.conformance).toEqual({ checked: clauses.length, broken: ['pdfx-trapped'] });
    expect((await preflight(printPdf())).facts.conformance?.broken).toEqual([]);
  });
  it('is nothing of PDF/X where it claims none, unless that is asked', async () => {
    const pdf = printPdf({ xmp: xmpOf({ version: '', trapped: 'Unknown' }), intent: null });
    const { diagnostics, facts } = await preflight(pdf);
    expect([facts.conformance, diagnostics.map(({ code }) => code)]).toEqual([null, ['output-intent', 'not-pdf-x']]);
    const strict = await preflight(pdf, profiles.x4);
    expect(strict.diagnostics.map(({ code }) => code)).toEqual([
      'output-intent',
      'not-pdf-x',
      'pdfx-identification',
      'pdfx-trapped',
    ]);
  });
});

describe('profiles', () => {
  const codes = async (pdf: PrintPdf, name: string) =>
    (await preflight(printPdf(pdf), profiles[name])).diagnostics.map(({ code }) => code);
  it.each([
    ['default', ['rgb-profile']],
    ['x4', []],
    ['gwg2015-sheetcmyk', ['rgb-color']],
    ['gwg2015-sheetcmyk-rgb', []],
  ])('take RGB with a profile: %s', async (name, expected) => {
    expect(await codes(icc(screenProfile, 3), name)).toEqual(expected);
  });
  const lab = {
    content: `${good} /Cs cs 50 0 0 sc 60 150 9 9 re f /Gy cs 0.5 sc 80 150 9 9 re f`,
    resources:
      '/ColorSpace << /Cs [/Lab << /WhitePoint [0.96 1 0.82] >>] /Gy [/CalGray << /WhitePoint [0.95 1 1.09] >>] >>',
  };
  it.each([
    ['default', ['grey-profile']],
    ['x4', []],
    ['gwg2015-sheetcmyk', ['profile-color']],
    ['gwg2022-sheetcmyk-rgb', []],
  ])('take Lab, and greys that a profile tells: %s', async (name, expected) => {
    expect(await codes(lab, name)).toEqual(expected);
  });
  it('say how many pixels are too many: ours, and a shop’s own', async () => {
    const fine = withImage(image(80, 80, '10101010'), 6, 6);
    expect(await codes(fine, 'default')).toEqual(['picture-fine']);
    expect(await codes(fine, 'gwg2022-sheetcmyk')).toEqual([]);
    expect(await codes(fine, 'x4')).toEqual([]);
  });
  it('ask X-4 alone of its standard', async () => {
    const pdf = {
      content: `${good} 1 1 1 1 k 60 150 9 9 re f 0.05 w 0 0 0 1 K 60 170 m 90 170 l S`,
      bleedBox: `[${edges}]`,
    };
    expect(await codes(pdf, 'x4')).toEqual([]);
    expect(await codes(pdf, 'default')).toEqual(['bleed-too-small', 'ink-total', 'hairline']);
  });
  it('take spot inks or not', async () => {
    const space =
      '/ColorSpace << /Sp [/Separation /Gold /DeviceCMYK << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 0 1 0] /N 1 >>] >>';
    const pdf = { content: `${good} /Sp cs 1 sc 60 150 9 9 re f`, resources: space };
    expect(await codes(pdf, 'gwg2015-sheetcmyk')).toEqual(['spot-count']);
    expect(await codes(pdf, 'gwg2015-sheetspot')).toEqual([]);
  });
});
