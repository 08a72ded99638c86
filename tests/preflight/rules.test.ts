/** Each rule on a file that is wrong in one thing, and on one that nearly is. */
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { preflight } from '../../src/preflight/preflight.ts';
import { profiles } from '../../src/preflight/profile.ts';
import {
  codesOf,
  font,
  good,
  image,
  mm,
  type PrintPdf,
  printPdf,
  profile,
  screenProfile,
  sheet,
  stream,
  trim,
  withImage,
  xmpOf,
} from './make.ts';

type Case = readonly [what: string, pdf: PrintPdf];

const and = (content: string): PrintPdf => ({ content: `${good}\n${content}` });
const text = (setup: string, size = 10, x = 60, y = 180, words = 'Words'): PrintPdf =>
  and(`q ${setup} BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${words}) Tj ET Q`);
const [w, h] = [sheet.width, sheet.height];
const white = 'ffffff';

/** A space of spot colours with their look in CMYK. */
const spot = (name: string, look = '[1 0.5 0 0]') =>
  `/ColorSpace << /Sp [/Separation /${name} /DeviceCMYK << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 ${look} /N 1 >>] >>`;
const inkSet = '/ColorSpace << /Dn [/DeviceN [/Cyan /Black /Gold] /DeviceCMYK 60 0 R] >>';
/** Small text on a ground of one ink. */
const onSpot = (look: string, colour: string): PrintPdf => ({
  ...and(`/Sp cs 1 sc 50 170 90 30 re f q ${colour} BT /F1 7.5 Tf 1 0 0 1 60 180 Tm (Words) Tj ET Q`),
  resources: spot('Ground', look),
});
/** Two spaces of one ink, with the look of the second. */
const spots = (one: string, other: string, look = '[1 0.5 0 0]'): PrintPdf => {
  const tint = (end: string) => `<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 ${end} /N 1 >>`;
  const spaces = `/A ${one} /DeviceCMYK ${tint('[1 0.5 0 0]')}] /B ${other} /DeviceCMYK ${tint(look)}]`;
  return { ...and('/A cs 1 sc 60 150 9 9 re f /B cs 1 sc 80 150 9 9 re f'), resources: `/ColorSpace << ${spaces} >>` };
};
const misshown = (look: string): PrintPdf => ({
  ...and('/Sp cs 1 sc 60 150 9 9 re f'),
  resources: spot('Cyan', look),
});
const screen = Buffer.from(screenProfile).toString('latin1');
const nothing = { 60: '<< /FunctionType 4 >>' };

const form = (content: string, entries = '') =>
  stream(content, `/Type /XObject /Subtype /Form /BBox [0 0 1000 1000] ${entries}`);
const forms = (content: string, entries = ''): PrintPdf => ({
  ...and('/Fm Do'),
  resources: '/XObject << /Fm 50 0 R >>',
  objects: { 50: form(content, entries) },
});

/** An area that is filled with a cell again and again, and what the cell may draw. */
const tiling = (cell: string, picture?: string): PrintPdf => ({
  ...and('/Pattern cs /P scn 60 150 60 30 re f'),
  resources: '/Pattern << /P 60 0 R >>',
  objects: {
    ...(picture === undefined ? {} : { 61: picture }),
    60: stream(
      cell,
      '/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 36 36] /XStep 36 /YStep 36 /Resources << /XObject << /Im 61 0 R >> >>',
    ),
  },
});

/** Forms in forms, so many. */
const nested = (count: number) => ({
  resources: '/XObject << /Fm0 100 0 R >>',
  objects: Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      100 + at,
      form(
        at < count - 1 ? '/Fm Do' : '0 0 0 0.1 k 60 150 9 9 re f',
        `/Resources << /XObject << /Fm ${101 + at} 0 R >> >>`,
      ),
    ]),
  ),
});

/** As much of a JPEG 2000 file as says that it is one, and that it ends. */
const jpeg2000 = (bytes: string, entries: string) =>
  stream(
    `\0\0\0\fjP  \r\n\x87\n${bytes}\xff\xd9`,
    `/Type /XObject /Subtype /Image /Width 50 /Height 50 /Filter /JPXDecode ${entries}`,
  );

const pictureHead = '/Type /XObject /Subtype /Image /Width 50 /Height 50 /BitsPerComponent 8 /ColorSpace /DeviceCMYK';
/** A picture in cyan with fewer rows than it says. */
const cutImage = (width: number, height: number, rows: number) =>
  image(width, rows, '10000000').replace(`/Height ${rows}`, `/Height ${height}`);

const reference = '<< /URLs [<< /FS /URL /F (https://example.org/x.icc) >>] /ProfileCS (CMYK) >>';
const elsewhere = (to: string) => `<< /S /GTS_PDFX /OutputConditionIdentifier (x) /DestOutputProfileRef ${to} >>`;

const wrong: Readonly<Record<string, readonly Case[]>> = {
  'no-trim-box': [
    ['no TrimBox', { trimBox: null }],
    ['a TrimBox without extent', { trimBox: '[9 9 9 9]' }],
  ],
  'bleed-too-small': [
    ['no bleed', { bleedBox: `[${Object.values(trim).join(' ')}]` }],
    ['2 mm on the left', { bleedBox: `[${mm} 0 ${w} ${h}]` }],
    ['a bleed beyond the sheet', { bleedBox: `[-20 -20 ${w + 20} ${h + 20}]` }],
  ],
  'bleed-unfilled': [
    ['a field that ends at the trim', and(`0.5 0 0 0 k ${trim.left} 150 ${100 * mm} 20 re f`)],
    ['one that ends half-way in the bleed', and(`0.5 0 0 0 k ${trim.left - mm} 150 ${trim.right} 20 re f`)],
    ['a picture', withImage(image(1400, 140, '10000000'), trim.right - 60, (trim.right - 60) / 10)],
    [
      'a picture that is white at the left trim and not at the lower one',
      {
        ...withImage(
          stream(
            `${`${'00000000'.repeat(100)}${'10000000'.repeat(100)}`.repeat(200)}>`,
            '/Type /XObject /Subtype /Image /Width 200 /Height 200 /ColorSpace /DeviceCMYK /BitsPerComponent 8 /Filter /ASCIIHexDecode',
          ),
          40,
          40,
        ),
        content: `${good} q 40 0 0 40 ${trim.left} ${trim.bottom} cm /Im Do Q`,
      },
    ],
    ['a field that a clip cuts', and(`q ${trim.left} 0 500 500 re W n 0.5 0 0 0 k 0 150 100 20 re f Q`)],
    ['one of whose two parts one ends at the trim', and(`0.5 0 0 0 k 0 110 20 20 re ${trim.left} 110 20 100 re f`)],
    ['a ground with white over the bleed of one side', and(`0 0 0 0 k 0 0 ${w} ${trim.bottom} re f`)],
    ['a field under a white one', and(`0.5 0 0 0 k ${trim.left} 150 100 20 re f 0 0 0 0 k 0 150 ${trim.left} 20 re f`)],
  ],
  'tiny-text': [['3 pt', text('/Over gs 0 0 0 1 k', 3)]],
  'annotation-in-bleed': [['a link', { page: '/Annots [<< /Subtype /Link /Rect [20 20 60 40] >>]' }]],
  script: [
    ['an action at opening', { catalog: '/OpenAction << /S /JavaScript /JS (app.beep\\(\\)) >>' }],
    ['named scripts', { catalog: '/Names << /JavaScript << /Names [] >> >>' }],
  ],
  'not-pdf-x': [['no claim', { xmp: '<x:xmpmeta/>' }]],
  'output-intent': [
    ['none', { intent: null }],
    [
      'one for archives only',
      { intent: '<< /S /GTS_PDFA1 /OutputConditionIdentifier (x) /DestOutputProfile 8 0 R >>' },
    ],
    ['no profile', { intent: '<< /S /GTS_PDFX /OutputConditionIdentifier (x) >>' }],
    ['a profile elsewhere in PDF/X-4', { intent: elsewhere(reference) }],
    ['an empty reference', { intent: elsewhere('<< >>') }],
    ['a profile in PDF/X-4p', { xmp: xmpOf({ version: 'PDF/X-4p' }) }],
    ['no name', { intent: '<< /S /GTS_PDFX /DestOutputProfile 8 0 R >>' }],
    [
      'the name of another condition than that of its profile',
      { intent: '<< /S /GTS_PDFX /OutputConditionIdentifier (FOGRA51) /DestOutputProfile 8 0 R >>' },
    ],
    ['a cut profile', { icc: profile.subarray(0, 9000) }],
    ['a profile of a screen', { icc: changed(16, 'RGB ') }],
    ['a profile of a scanner', { icc: changed(12, 'scnr') }],
    ['another number of inks', { objects: { 8: stream(profile.toString('latin1'), '/N 3') } }],
  ],
  'font-not-embedded': [['a font by its name', { objects: { 4: font('') } }]],
  'registration-colour': [
    ['a tint of text', { ...text('/Over gs /Sp cs 0.2 sc', 10), resources: spot('All') }],
    ['a line', { ...and('/Over gs /Sp CS 0.5 SC 60 150 m 90 150 l S'), resources: spot('All') }],
    [
      'a picture',
      withImage(
        image(
          50,
          50,
          '80',
          '/ColorSpace [/Separation /All /DeviceGray << /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [0] /N 1 >>]',
        ),
        10,
        10,
      ),
    ],
  ],
  'font-damaged': [
    ['what is no font', { objects: { 6: stream('not a font at all') } }],
    ['one whose tables are not there', { objects: { 6: stream(`\0\x01\0\0\0\x09${'\0'.repeat(20)}`) } }],
    ['one that cannot be unpacked', { objects: { 6: stream('x', '/Filter /FlateDecode') } }],
  ],
  'no-media-box': [
    [
      'none on the page and above it',
      { objects: { 2: '<< /Type /Pages /Kids [20 0 R] /Count 1 /Resources 3 0 R >>' } },
    ],
  ],
  'resource-missing': [
    ['a drawing', and('/Nope Do')],
    ['a state', and('/Nope gs')],
    ['a font', and('BT /Nope 9 Tf (x) Tj ET')],
    ['a colour space', and('/Nope cs')],
    ['a pattern', and('/Pattern cs /Nope scn')],
    ['a gradient', and('/Nope sh')],
    ['the size of a picture', withImage(stream('x', '/Subtype /Image'), 10, 10)],
    ['in a drawing', forms('/Nope gs')],
  ],
  'font-type-3': [
    [
      'drawn glyphs',
      {
        ...text('/Over gs 0 0 0 1 k /F3 10 Tf'),
        content: `${good} q /Over gs 0 0 0 1 k BT /F3 10 Tf 60 150 Td (a) Tj ET Q`,
        fonts:
          '/F3 << /Type /Font /Subtype /Type3 /FontMatrix [0.001 0 0 0.001 0 0] /FontBBox [0 0 1 1] /FirstChar 97 /LastChar 97 /Widths [500] /CharProcs << >> /Encoding << /Differences [97 /a] >> >>',
      },
    ],
  ],
  'picture-damaged': [
    [
      'what is no Flate',
      withImage(
        stream(
          'x',
          '/Type /XObject /Subtype /Image /Width 50 /Height 50 /BitsPerComponent 8 /ColorSpace /DeviceCMYK /Filter /FlateDecode',
        ),
        10,
        10,
      ),
    ],
    ['one that ends too early', withImage(cutImage(50, 50, 20), 10, 10)],
    ['what is no JPEG', withImage(stream('x', `${pictureHead} /Filter /DCTDecode`), 10, 10)],
    ['what is no JPEG 2000', withImage(stream('x', `${pictureHead} /Filter /JPXDecode`), 10, 10)],
  ],
  'ink-unread': [
    ['a JPEG 2000 picture in several inks', withImage(jpeg2000('x', '/ColorSpace /DeviceCMYK'), 10, 10)],
    [
      'the mask of a picture',
      {
        ...withImage(image(50, 50, '10000000', '/ColorSpace /DeviceCMYK /SMask 51 0 R'), 10, 10),
        objects: {
          50: image(50, 50, '10000000', '/ColorSpace /DeviceCMYK /SMask 51 0 R'),
          51: jpeg2000('x', '/ColorSpace /DeviceGray'),
        },
      },
    ],
    [
      'a gradient whose function is none',
      {
        ...and('q 60 150 9 9 re W n /Sh sh Q'),
        resources:
          '/Shading << /Sh << /ShadingType 2 /ColorSpace /DeviceCMYK /Coords [60 150 70 150] /Function << /FunctionType 4 >> >> >>',
      },
    ],
    [
      'a picture in a pattern',
      {
        ...and('/Pattern cs /P scn 60 150 20 20 re f'),
        resources: '/Pattern << /P 60 0 R >>',
        objects: {
          50: jpeg2000('x', '/ColorSpace /DeviceCMYK'),
          60: stream(
            'q 9 0 0 9 0 0 cm /Im Do Q',
            '/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << /XObject << /Im 50 0 R >> >>',
          ),
        },
      },
    ],
    [
      'the mask of what a pattern paints',
      {
        ...and('/Pattern cs /P scn 60 150 20 20 re f'),
        resources: '/Pattern << /P 60 0 R >>',
        objects: {
          50: jpeg2000('x', '/ColorSpace /DeviceCMYK'),
          60: stream(
            '/G gs 0 0 0 0.1 k 0 0 9 9 re f',
            '/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << /ExtGState << /G << /SMask << /S /Luminosity /G 61 0 R >> >> >> >>',
          ),
          61: form(
            'q 9 0 0 9 0 0 cm /Im Do Q',
            '/Group << /S /Transparency /CS /DeviceGray >> /Resources << /XObject << /Im 50 0 R >> >>',
          ),
        },
      },
    ],
    ['forms in too many others', { ...and('/Fm0 Do'), ...nested(20) }],
  ],
  'rgb-color': [
    ['areas', and('1 0 0 rg 60 150 20 20 re f')],
    ['lines', and('1 0 0 RG 60 150 m 90 150 l S')],
    ['text', text('1 0 0 rg')],
    ['pictures', withImage(image(50, 50, white, '/ColorSpace /DeviceRGB'), 10, 10)],
    ['a table of colours', withImage(image(50, 50, '00', '/ColorSpace [/Indexed /DeviceRGB 0 <ff0000>]'), 10, 10)],
    [
      'inline pictures',
      and(`q 10 0 0 10 60 150 cm BI /W 50 /H 50 /BPC 8 /CS /RGB /F /AHx ID ${white.repeat(2500)}> EI Q`),
    ],
    [
      'a gradient',
      {
        ...and('q 60 150 9 9 re W n /Sh sh Q'),
        resources:
          '/Shading << /Sh << /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 9 9] /Function << /FunctionType 2 /Domain [0 1] /N 1 /C0 [0 0 0] /C1 [1 1 1] >> >> >>',
      },
    ],
    ['what a form paints', forms('1 0 0 rg 60 150 9 9 re f')],
    [
      'a tiling',
      {
        ...and('/Pattern cs /P scn 60 150 20 20 re f'),
        resources: '/Pattern << /P 50 0 R >>',
        objects: {
          50: stream(
            '1 0 0 rg 0 0 5 5 re f',
            '/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << >>',
          ),
        },
      },
    ],
  ],
  'rgb-profile': [
    [
      'a profile',
      {
        ...and('/Cs cs 1 0 0 sc 60 150 9 9 re f'),
        resources: '/ColorSpace << /Cs [/ICCBased 50 0 R] >>',
        objects: { 50: stream(screen, '/N 3') },
      },
    ],
    [
      'calibrated light',
      { ...and('/Cs cs 1 0 0 sc 60 150 9 9 re f'), resources: '/ColorSpace << /Cs [/CalRGB << >>] >>' },
    ],
    [
      'light of a device that the page has a profile for',
      { ...and('1 0 0 rg 60 150 9 9 re f'), resources: '/ColorSpace << /DefaultRGB [/CalRGB << >>] >>' },
    ],
  ],
  'grey-profile': [
    [
      'a profile',
      {
        ...and('/Cs cs 0.2 sc 60 150 9 9 re f'),
        resources: '/ColorSpace << /Cs [/ICCBased 50 0 R] >>',
        objects: { 50: stream(screen.replace('RGB ', 'GRAY'), '/N 1') },
      },
    ],
    [
      'a curve, in a picture',
      withImage(image(20, 20, '80', '/ColorSpace [/CalGray << /WhitePoint [0.95 1 1.09] /Gamma 2.2 >>]'), 4, 4),
    ],
  ],
  'picture-fine': [['a picture at 2,057 ppi', withImage(image(80, 80, '10101010'), 2.8, 2.8)]],
  'blend-space': [
    ['a group', forms('', '/Group << /S /Transparency /CS /DeviceRGB >>')],
    ['the page as a group', { page: '/Group << /S /Transparency /CS /DeviceRGB >>' }],
  ],
  'crop-box': [['a CropBox within the trim', { page: `/CropBox [${trim.left + 9} 0 ${w} ${h}]` }]],
  'user-unit': [['a unit', { page: '/UserUnit 1.5' }]],
  repaired: [['a table of objects that leads nowhere', { shift: 20 }]],
  'spot-alternate-rgb': [
    [
      'an ink in RGB',
      {
        ...and('/Sp cs 1 sc 60 150 9 9 re f'),
        resources:
          '/ColorSpace << /Sp [/Separation /Gold /DeviceRGB << /FunctionType 2 /Domain [0 1] /C0 [1 1 1] /C1 [0.8 0.7 0] /N 1 >>] >>',
      },
    ],
  ],
  'spot-names': [
    ['a blank', spots('[/Separation /PANTONE#20286#20C', '[/Separation /PANTONE#20286C')],
    ['capitals', spots('[/Separation /Gold', '[/Separation /GOLD')],
    ['one ink on two papers', spots('[/Separation /PANTONE#20300#20C', '[/Separation /PANTONE#20300#20U')],
    ['PMS and its suffix', spots('[/Separation /PMS#20286', '[/Separation /Pantone#20286')],
  ],
  'spot-alternates': [
    ['two looks of one ink', spots('[/Separation /Gold', '[/Separation /Gold', '[1 0.6 0 0]')],
    ['Cyan as magenta', misshown('[0 1 0 0]')],
  ],
  'finish-knocks-out': [
    ['a varnish', { ...and('/Sp cs 1 sc 60 20 9 9 re f'), resources: spot('Varnish') }],
    ['a cut line', { ...and('/Sp CS 1 SC 60 20 9 9 re S'), resources: spot('CutContour') }],
    ['white ink', { ...and('/Sp cs 1 sc 60 20 9 9 re f'), resources: spot('White') }],
  ],
  'overprint-mode': [
    [
      'an area in mode 0',
      {
        ...and('/Mode0 gs 0.5 0 0 0 k 60 20 9 9 re f'),
        page: '/Resources << /Font << /F1 4 0 R >> /ExtGState << /Over << /op true /OPM 1 >> /Mode0 << /op true /OPM 0 >> >> >>',
      },
    ],
  ],
  'thin-line-inks': [['0.4 pt in two inks', and('0.9 0.6 0 0 K 0.4 w 60 150 m 90 150 l S')]],
  'ink-total': [
    ['an area', and('1 1 1 0.01 k 60 150 20 20 re f')],
    ['a line', and('1 1 1 0.5 K 60 150 m 90 150 l S')],
    ['large text', text('1 1 1 0.1 k', 30)],
    [
      'black that overprints a full ground',
      and('1 0.9 0.8 0 k 60 120 60 60 re f /Over gs BT /F1 12 Tf 0 0 0 1 k 70 140 Td (Over) Tj ET'),
    ],
    ['ink multiplied by ink', and('1 1 0 0 k 60 120 60 60 re f /Multiply gs 0 0 1 0.2 k 70 130 9 9 re f')],
    [
      'a spot over a full ground',
      { ...and('1 1 0.5 0 k 60 120 60 60 re f /Over gs /Sp cs 1 sc 70 130 9 9 re f'), resources: spot('Gold') },
    ],
    ['all inks at once', and('1 1 1 1 k 60 150 9 9 re f')],
    ['a picture', withImage(image(50, 50, 'ffffff80'), 10, 10)],
    [
      'a picture of a table of colours',
      withImage(image(50, 50, '01', '/ColorSpace [/Indexed /DeviceCMYK 1 <00000000ffffff80>]'), 10, 10),
    ],
    [
      'a picture turned round',
      withImage(image(50, 50, '00000000', '/ColorSpace /DeviceCMYK /Decode [1 0 1 0 1 0 1 0]'), 10, 10),
    ],
  ],
  'white-overprints': [
    ['text', text('/Over gs 0 0 0 0 k')],
    ['areas', and('/Over gs 0 0 0 0 k 60 20 9 9 re f')],
    ['no tint of a spot', { ...and('/Over gs /Sp cs 0 sc 60 20 9 9 re f'), resources: spot('Gold') }],
  ],
  'rich-black-text': [['four inks', text('0.4 0.3 0.3 1 k')]],
  'black-knocks-out': [
    ['without overprint', text('0 0 0 1 k')],
    [
      'in mode 0',
      {
        ...text('/Mode0 gs 0 0 0 1 k'),
        page: '/Resources << /Font << /F1 4 0 R >> /ExtGState << /Over << /op true /OPM 1 >> /Mode0 << /op true /OPM 0 >> >> >>',
      },
    ],
    ['told as grey', text('/Over gs 0 g')],
  ],
  'picture-too-coarse': [
    ['100 ppi', withImage(image(50, 50, '10000000'), 36, 36)],
    ['100 ppi one way, by a hair', withImage(image(51, 49, '10000000'), 36, 36)],
    ['in a tiling', tiling('36 0 0 36 0 0 cm /Im Do', image(50, 50, '10000000'))],
    ['lines at 400 ppi', withImage(image(400, 200, '00', '/ImageMask true /BitsPerComponent 1'), 72, 36)],
    [
      'in a form',
      {
        ...withImage(image(50, 50, '10000000'), 36, 36),
        resources: '/XObject << /Fm 51 0 R >>',
        content: `${good} /Fm Do`,
        objects: {
          50: image(50, 50, '10000000'),
          51: form('36 0 0 36 60 120 cm /Im Do', '/Resources << /XObject << /Im 50 0 R >> >>'),
        },
      },
    ],
  ],
  'picture-distorted': [['twice as wide', withImage(image(100, 100, '10000000'), 30, 15)]],
  'picture-coarse': [['200 ppi', withImage(image(100, 100, '10000000'), 36, 36)]],
  hairline: [
    ['0.2 pt', and('0 0 0 1 K 0.2 w 60 150 m 90 150 l S')],
    ['a scaled pen', and('q 0.1 0 0 0.1 0 0 cm 0 0 0 1 K 2 w 600 1500 m 900 1500 l S Q')],
    ['a white one on inks', and('0 0 0 0 K 0.1 w 60 50 m 90 50 l S')],
    ['no width', and('0 0 0 1 K 0 w 60 150 m 90 150 l S')],
    ['a bar', and('0 0 0 1 k 60 150 40 0.15 re f')],
    ['a pen that a matrix flattens, along the paper', and('q 1 0 0 0.1 0 0 cm 0 0 0 1 K 1 w 60 1500 m 90 1500 l S Q')],
    ['in a hatching', tiling('0 0 0 1 K 0.1 w 0 4 m 8 4 l S')],
    ['a slanting bar', and('0 0 0 1 k 60 150 m 90 180 l 90.1 179.9 l 60.1 149.9 l h f')],
  ],
  'small-text-inks': [
    ['two inks', text('0.9 0.6 0 0 k', 7.5)],
    ['two inks on a light spot ink', onSpot('[0 0 0.6 0]', '0.34 0.14 0 0 k')],
    ['white in four inks', text('0 0 0 0 k', 6, 60, 40)],
    ['a small matrix', and('q 0.9 0.6 0 0 k BT /F1 1 Tf 6 0 0 6 60 180 Tm (Words) Tj ET Q')],
  ],
  'safe-area': [
    ['3 mm from the trim', text('/Over gs 0 0 0 1 k', 10, trim.left + 3 * mm, 180)],
    ['over the trim', text('/Over gs 0 0 0 1 k', 10, trim.right - 8, 180)],
    ['too high', text('/Over gs 0 0 0 1 k', 10, 60, trim.top - 15)],
  ],
  'content-damaged': [['a stream that is no Flate', { objects: { 21: stream('nonsense', '/Filter /FlateDecode') } }]],
};

const right: readonly Case[] = [
  ['two triangles tip to tip', and('0 0 0 1 k 60 150 m 90 180 l 90 150 l 60 180 l f')],
  [
    'a picture that is white where it is cut',
    withImage(image(1400, 140, '00000000'), trim.right - 60, (trim.right - 60) / 10),
  ],
  ['Cyan as a separation of its own', misshown('[1 0 0 0]')],
  ['words of a scan in RGB that are not to be seen', and('q BT /F1 9 Tf 3 Tr 1 0 0 rg 60 180 Td (Scan) Tj ET Q')],
  ['a picture at 450 ppi', withImage(image(100, 100, '10101010'), 16, 16)],
  [
    'a picture that is larger elsewhere on the page',
    {
      ...withImage(image(100, 100, '10101010'), 16, 16),
      content: `${good} q 16 0 0 16 60 120 cm /Im Do Q q 4 0 0 4 90 120 cm /Im Do Q`,
    },
  ],
  ['a flattened pen across, where it is not thin', and('q 1 0 0 0.1 0 0 cm 0 0 0 1 K 1 w 60 1200 m 60 1900 l S Q')],
  ['a white thin line in a hatching', tiling('0 0 0 0 K 0.1 w 0 4 m 8 4 l S')],
  [
    'a hatching of a few pixels',
    tiling('8 0 0 8 0 0 cm /Im Do', image(8, 8, '00', '/ImageMask true /BitsPerComponent 1')),
  ],
  ['a fine strip of a few pixels', withImage(image(200, 4, '10101010'), 20, 0.4)],
  [
    'Lab, which tells what is meant',
    {
      ...and('/Cs cs 50 0 0 sc 60 150 9 9 re f'),
      resources: '/ColorSpace << /Cs [/Lab << /WhitePoint [0.96 1 0.82] >>] >>',
    },
  ],
  ['a picture without any height', withImage(image(100, 100, '10000000'), 36, 0)],
  [
    'small light text in a dark spot ink, whose edge is the only one that shows',
    onSpot('[1 0.75 0 0.2]', '0.34 0.14 0 0 k'),
  ],
  ['the page itself', {}],
  [
    'a condition by its data, with a letter behind',
    { intent: '<< /S /GTS_PDFX /OutputConditionIdentifier (FOGRA39L) /DestOutputProfile 8 0 R >>' },
  ],
  ['a mark of the press', { page: '/Annots [<< /Subtype /PrinterMark /Rect [20 20 60 40] >>]' }],
  ['a profile elsewhere', { intent: elsewhere(reference), xmp: xmpOf({ version: 'PDF/X-4p' }) }],
  [
    'the claim of PDF/X-4 as an attribute',
    { xmp: xmpOf({ version: '', attributes: 'pdfxid:GTS_PDFXVersion="PDF/X-4"' }) },
  ],
  ['an ArtBox alone', { trimBox: null, page: `/ArtBox [${Object.values(trim).join(' ')}]` }],
  ['a blank page whose stream is empty', { more: [''], objects: { 23: stream('', '/Filter /FlateDecode') } }],
  ['a CropBox around the trim', { page: `/CropBox [0 0 ${w} ${h}]` }],
  ['a varnish that overprints', { ...and('/Over gs /Sp cs 1 sc 60 20 9 9 re f'), resources: spot('Varnish') }],
  ['a cut line on bare paper', { ...and('/Sp CS 1 SC 60 150 9 9 re S'), resources: spot('CutContour') }],
  [
    'a spot ink that is called after a colour',
    { ...and('/Sp cs 1 sc 60 20 9 9 re f'), resources: spot('Off#20White') },
  ],
  ['0.5 pt in two inks', and('0.9 0.6 0 0 K 0.5 w 60 150 m 90 150 l S')],
  [
    'what lies beyond the bleed',
    {
      ...and(
        '1 0 0 rg -40 60 20 20 re f 1 1 1 1 k -40 90 20 20 re f 0.1 w 0 0 0 1 K -40 120 m -20 120 l S 0 0 0 1 k BT /F1 4 Tf -40 140 Td (x) Tj ET',
      ),
      page: `/MediaBox [-60 -60 ${w + 60} ${h + 60}]`,
      bleedBox: `[0 0 ${w} ${h}]`,
    },
  ],
  [
    'a font that only hides text',
    { content: `${good} BT 3 Tr /F9 10 Tf 60 150 Td (scan) Tj ET`, fonts: `/F9 ${font('')}` },
  ],
  ['a field that fills the bleed', and(`0.5 0 0 0 k 0 150 ${w} 20 re f`)],
  ['a slanting lane', and(`0.5 0 0 0 k 0 120 m 20 140 l 20 150 l 0 130 l h f`)],
  ['a field within the page', and('0.5 0 0 0 k 60 150 40 20 re f')],
  ['white at the trim', and(`0 0 0 0 k ${trim.left} 150 ${100 * mm} 20 re f`)],
  [
    'a field that another one goes on with',
    and(`0.5 0 0 0 k ${trim.left} 150 40 20 re f 0 150 ${trim.left + 1} 20 re f`),
  ],
  ['marks outside the trim', { ...and(`0 0 0 1 K 0.5 w 1 150 m ${trim.left - 1} 150 l S`) }],
  ['words outside the trim', text('/Over gs 0 0 0 1 k', 5, 60, -2)],
  ['300 ppi', withImage(image(150, 150, '10000000'), 36, 36)],
  ['one pixel as a field', withImage(image(1, 1, '10000000'), 36, 36)],
  ['300 %', and('1 1 1 0 k 60 150 20 20 re f')],
  [
    '300 % and black over it',
    and('0.8 0.7 0.5 0.9 k 60 120 60 60 re f /Over gs BT /F1 12 Tf 0 0 0 1 k 70 140 Td (Over) Tj ET'),
  ],
  [
    'a few pixels of too much ink',
    withImage(
      stream(
        `${'10000000'.repeat(2490)}${'ffffffff'.repeat(10)}>`,
        '/Type /XObject /Subtype /Image /Width 50 /Height 50 /ColorSpace /DeviceCMYK /BitsPerComponent 8 /Filter /ASCIIHexDecode',
      ),
      10,
      10,
    ),
  ],
  [
    'registration marks beside the bleed',
    {
      ...and('/Sp cs 1 sc -40 150 9 9 re f'),
      resources: spot('All'),
      page: `/MediaBox [-60 -60 ${w + 60} ${h + 60}]`,
      bleedBox: `[0 0 ${w} ${h}]`,
    },
  ],
  ['a thin white line on paper', and('0 0 0 0 K 0.1 w 60 150 m 90 150 l S')],
  ['4 pt', text('/Over gs 0 0 0 1 k', 4)],
  ['0.25 pt', and('0 0 0 1 K 0.25 w 60 150 m 90 150 l S')],
  ['a dot', and('0 0 0 1 k 60 150 0.2 0.2 re f')],
  ['small text in one ink', text('/Over gs 0 0 0 1 k', 5)],
  ['white text of 7 pt', text('0 0 0 0 k', 7, 60, 40)],
  ['text in a spot colour', { ...text('/Sp cs 1 sc', 6), resources: spot('Gold') }],
  [
    'black as a spot colour that overprints',
    { ...text('/Over gs /Sp cs 1 sc'), resources: spot('Black', '[0 0 0 1]') },
  ],
  ['inks by their names', { ...and('/Dn cs 0.5 1 1 sc 60 150 9 9 re f'), resources: inkSet, objects: nothing }],
  [
    'registration marks all around, drawn as one',
    {
      ...and(`/Sp CS 1 SC 0.5 w -40 60 m -10 60 l ${w + 10} 60 m ${w + 40} 60 l 60 -40 m 60 -10 l S`),
      resources: spot('All'),
      page: `/MediaBox [-60 -60 ${w + 60} ${h + 60}]`,
      bleedBox: `[0 0 ${w} ${h}]`,
    },
  ],
  [
    'a layer that is off',
    {
      ...and('/OC /L BDC 1 0 0 rg 60 150 9 9 re f EMC'),
      resources: '/Properties << /L 70 0 R >>',
      catalog: '/OCProperties << /OCGs [70 0 R] /D << /OFF [70 0 R] >> >>',
      objects: { 70: '<< /Type /OCG /Name (x) >>' },
    },
  ],
  ['4 mm from the trim', text('/Over gs 0 0 0 1 k', 10, trim.left + 4 * mm, 180)],
  [
    'Lab',
    {
      ...and('/Cs cs 50 0 0 sc 60 150 9 9 re f'),
      resources: '/ColorSpace << /Cs [/Lab << /WhitePoint [0.96 1 0.82] >>] >>',
    },
  ],
];

function changed(at: number, word: string): Uint8Array {
  const icc = Buffer.from(profile);
  icc.write(word, at, 'latin1');
  return icc;
}

describe('finds what is wrong, and that only', () => {
  const cases = Object.entries(wrong).flatMap(([code, all]) => all.map(([what, pdf]) => [code, what, pdf] as const));
  it.each(cases)('%s: %s', async (code, _, pdf) => {
    expect(await codesOf(pdf)).toEqual([code]);
  });

  it('holds a stretched picture against the axis with fewer pixels', async () => {
    const stretched = withImage(image(200, 50, '10000000'), 36, 36);
    expect((await codesOf(stretched)).toSorted()).toEqual(['picture-distorted', 'picture-too-coarse']);
  });
});

describe('inks that cannot be read', () => {
  it('are told beside the colours of light of a JPEG 2000 picture', async () => {
    const pdf = withImage(jpeg2000('colr\u0001\0\0\0\0\0\u0010', ''), 10, 10);
    expect((await codesOf(pdf)).toSorted()).toEqual(['ink-unread', 'rgb-color']);
  });

  it('are of a whole JPEG 2000 picture, packed once more or with boxes behind its codestream', async () => {
    const head = '/Type /XObject /Subtype /Image /Width 50 /Height 50 /ColorSpace /DeviceCMYK';
    const bytes = '\0\0\0\fjP  \r\n\x87\nx\xff\xd9';
    const digits = `${Buffer.from(bytes, 'latin1').toString('hex')}>`;
    const boxes = stream(bytes + '\0'.repeat(90), `${head} /Filter /JPXDecode`);
    const packed = stream(digits, `${head} /Filter [/ASCIIHexDecode /JPXDecode]`);
    for (const picture of [boxes, packed])
      expect(await codesOf(withImage(picture, 10, 10))).not.toContain('picture-damaged');
  });

  it('are named in the facts, and are nothing where no limit is asked', async () => {
    const pdf = printPdf(withImage(jpeg2000('x', '/ColorSpace /DeviceCMYK'), 10, 10));
    expect((await preflight(pdf)).facts.inksUnread).toEqual(['a picture in JPEG 2000']);
    expect((await preflight(pdf, profiles.x4)).diagnostics.map(({ code }) => code)).not.toContain('ink-unread');
  });
});

describe('an annotation that is printed', () => {
  const mark = (flags: number): PrintPdf => ({
    page: `/Annots [<< /Subtype /PrinterMark /Rect [60 100 160 200] /F ${flags} /AP << /N 50 0 R >> >>]`,
    objects: { 50: stream('1 0 0 rg 0 0 10 10 re f', '/Type /XObject /Subtype /Form /BBox [0 0 10 10]') },
  });

  it('is judged as what is on the page, at its place', async () => {
    const { diagnostics } = await preflight(printPdf(mark(4)));
    expect(diagnostics.map(({ message }) => message)).toEqual([
      expect.stringContaining('coloured in DeviceRGB (page 1'),
    ]);
  });

  it('and no other', async () => {
    expect(await codesOf(mark(0))).toEqual([]);
    expect(await codesOf(mark(6))).toEqual([]);
  });
});

describe('pictures that are lost', () => {
  it('are told, and that the totals are without them', async () => {
    const within: PrintPdf = {
      ...and('/Pattern cs /P scn 60 150 9 9 re f'),
      resources: '/Pattern << /P 50 0 R >>',
      objects: {
        50: stream(
          'q 3 0 0 3 0 0 cm /Im Do Q',
          '/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 3 3] /XStep 3 /YStep 3 /Resources << /XObject << /Im 51 0 R >> >>',
        ),
        51: cutImage(50, 50, 20),
      },
    };
    expect(await codesOf(within)).toEqual(['picture-damaged', 'ink-unread']);
    const nameless = withImage(image(50, 50, '10', '/ColorSpace /Nope'), 10, 10);
    expect(await codesOf(nameless)).toEqual(['resource-missing', 'ink-unread']);
  });
});

describe('leaves alone what is right', () => {
  it.each(right)('%s', async (_, pdf) => {
    expect((await preflight(printPdf(pdf))).diagnostics.map(({ message }) => message)).toEqual([]);
  });
});

describe('pages of several sizes', () => {
  it('are told, once for each size', async () => {
    const pdf = printPdf({
      more: [good],
      objects: {
        22: `<< /Type /Page /Parent 2 0 R /Contents 23 0 R /MediaBox [0 0 ${w} ${h + 50}] /BleedBox [0 0 ${w} ${h + 50}] /TrimBox [${trim.left} ${trim.bottom} ${trim.right} ${trim.top + 50}] >>`,
      },
    });
    const { diagnostics } = await preflight(pdf);
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['page-count', 'The page is 100 × 97.64 mm, the first one 100 × 80 mm (page 2).'],
    ]);
  });
});

describe('a CMYK JPEG as Adobe writes it', () => {
  const jpeg = async (entries: string) => {
    const paper = sharp({ create: { width: 64, height: 64, channels: 3, background: '#ffffff' } });
    const bytes = await paper.toColourspace('cmyk').jpeg().toBuffer();
    const dictionary = `/Type /XObject /Subtype /Image /Width 64 /Height 64 /ColorSpace /DeviceCMYK /BitsPerComponent 8 /Filter /DCTDecode ${entries}`;
    return withImage(stream(bytes.toString('latin1'), dictionary), 10, 10);
  };
  it('is its own negative without a Decode array: white paper in all inks', async () => {
    expect(await codesOf(await jpeg(''))).toEqual(['ink-total']);
  });
  it('is right with one', async () => {
    expect(await codesOf(await jpeg('/Decode [1 0 1 0 1 0 1 0]'))).toEqual([]);
  });
});

describe('what a finding says', () => {
  it('tells page, place from the upper left corner of the trim, first words, and how many more', async () => {
    const { diagnostics } = await preflight(
      printPdf(and('0 0 0 1 k BT /F1 10 Tf 60 180 Td 12 TL (One) Tj T* (Two) Tj T* (Three) Tj ET')),
    );
    expect(diagnostics).toEqual([
      {
        severity: 'warning',
        code: 'black-knocks-out',
        at: null,
        message:
          'The black text ‘One’ does not overprint its background (page 1, 18 mm from the left and 16 mm from the top; 2 more like it on the page).',
        hints: ['Turn on overprint for it, with overprint mode 1, in DeviceCMYK.'],
        related: [],
        clause: 'GWG 2015, Overprint 100% Black Text',
      },
    ]);
  });
  it('tells what is wrong with whole pages once', async () => {
    const { diagnostics } = await preflight(printPdf({ trimBox: null, more: [good, good] }));
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'The TrimBox of the page is missing, so its finished size is not known (page 1 and 2 more pages).',
    ]);
  });
});

it('ink that comes together in one place is not told as that of the last area alone', async () => {
  const laid = and('q 1 1 0 0.9 k 60 150 20 20 re f /Over gs 0 0 1 0 k 60 150 20 20 re f Q');
  const { diagnostics } = await preflight(printPdf(laid));
  const own = and('q 1 1 0.5 0.9 k 60 150 20 20 re f Q');
  const alone = await preflight(printPdf(own));
  expect([...diagnostics, ...alone.diagnostics].map(({ message }) => message.replace(/ \(page.*/, ''))).toEqual([
    'An area in Y100 and what it is laid on have 390 % of ink; the limit is 300 %',
    'An area in C100 M100 Y50 K90 has 340 % of ink; the limit is 300 %',
  ]);
});

it('the ink of a picture stays its own under varnish', async () => {
  const more = { resources: `/XObject << /Im 50 0 R >> ${spot('Varnish')}` };
  const pdf = withImage(image(100, 100, 'aaaaaa00'), 20, 20, more);
  const content = `${pdf.content ?? ''} q /Over gs /Sp cs 1 sc 60 120 20 20 re f Q`;
  const { facts } = await preflight(printPdf({ ...pdf, content }));
  expect([facts.inkMaximum.pictures, facts.pictures[0]?.ink]).toEqual([200, 200]);
});
