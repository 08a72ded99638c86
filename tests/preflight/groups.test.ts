/**
 * What two paints leave on the plates where they overlap, in each kind of group and with overprint (ISO 32000-1, 11.4, 11.7.4):
 * cyan, magenta, yellow, black and a spot ink, as Ghostscript 10 prints them, but for two that it gets wrong and that are marked.
 */
import { describe, expect, it } from 'vitest';
import { inspect } from '../../src/preflight/preflight.ts';
import { image, type PrintPdf, printPdf, stream } from './make.ts';

const spot = (program: string) => `/DeviceCMYK << /FunctionType 2 /Domain [0 1] /N 1 ${program} >>]`;
const red = spot('/C0 [0 0 0 0] /C1 [0 1 1 0]');
const spaces = `/ColorSpace << /S [/Separation /Spot ${red} /N [/Separation /None ${red} /D [/DeviceN [/Cyan /Spot] /DeviceCMYK 60 0 R] >>`;
const states =
  '/ExtGState << /H << /ca 0.5 /CA 0.5 >> /M << /BM /Multiply >> /O << /OP true /op true /OPM 1 >> /O0 << /OP true /op true /OPM 0 >> /Sc << /BM /Screen >> >>';
const resources = `/Resources << /Font << /F1 4 0 R >> ${states} ${spaces} /XObject << /A 58 0 R /B 59 0 R /Im 50 0 R >> /Shading << /Sh 51 0 R >> >>`;
const transform = stream('{ 0 exch 0 }', '/FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1 0 1]');
const form = (content: string, group: string): string =>
  stream(
    content,
    `/Type /XObject /Subtype /Form /BBox [0 0 400 400] /Group << /S /Transparency ${group} >> ${resources}`,
  );

/** On a third of cyan; the lower square lies from 60 to 120, the upper one from 80 to 140. */
const page = (content: string, objects: Readonly<Record<number, string>> = {}, more = ''): PrintPdf => ({
  content: `0.3 0 0 0 k 0 0 400 400 re f ${content}`,
  page: `${resources} ${more}`,
  objects: { 60: transform, ...objects },
});
const lower = '1 1 0 0 k 60 60 60 60 re f';
const upper = '0 0 1 1 k 80 80 60 60 re f';
const within = (group: string, state: string, around = ''): PrintPdf =>
  page(`${around} /A Do`, { 58: form(`${state} ${lower} ${upper}`, group) });
const onSpot = (content: string, objects: Readonly<Record<number, string>> = {}): PrintPdf =>
  page(`/S cs 1 scn 60 60 60 60 re f ${content}`, objects);

type Case = readonly [what: string, pdf: PrintPdf, lower: string, both: string, upper: string];

const cases: readonly Case[] = [
  ['a plain group, half seen', within('', '/H gs'), '65 50 0 0', '33 25 50 50', '15 0 50 50'],
  ['one that knocks out', within('/K true', '/H gs'), '65 50 0 0', '15 0 50 50', '15 0 50 50'],
  ['one that is isolated too', within('/I true /K true', '/H gs'), '65 50 0 0', '15 0 50 50', '15 0 50 50'],
  ['one that is half seen itself', within('/K true', '/H gs', '/H gs'), '48 25 0 0', '23 0 25 25', '23 0 25 25'],
  ['Multiply that knocks out', within('/K true', '/M gs'), '100 100 0 0', '30 0 100 100', '30 0 100 100'],
  ['the same, isolated', within('/I true /K true', '/M gs'), '100 100 0 0', '0 0 100 100', '0 0 100 100'],
  ['overprint that knocks out', within('/K true', '/O gs'), '100 100 0 0', '30 0 100 100', '30 0 100 100'],
  // Ghostscript has all of all inks on both squares.
  ['the same, isolated', within('/I true /K true', '/O gs'), '100 100 0 0', '0 0 100 100', '0 0 100 100'],
  ['overprint in an isolated group', within('/I true', '/O gs'), '100 100 0 0', '100 100 100 100', '0 0 100 100'],
  ['overprint in a plain group', within('', '/O gs'), '100 100 0 0', '100 100 100 100', '30 0 100 100'],
  ['the same, half seen', within('', '/O gs', '/H gs'), '65 50 0 0', '65 50 50 50', '30 0 50 50'],
  ['Multiply of a group', within('', '/H gs', '/M gs'), '65 50 0 0', '48 25 50 50', '30 0 50 50'],
  ['Multiply in a group of Multiply', within('', '/M gs', '/M gs'), '100 100 0 0', '100 100 100 100', '51 0 100 100'],
  ['the same, isolated', within('/I true', '/M gs', '/M gs'), '100 100 0 0', '100 100 100 100', '30 0 100 100'],
  [
    'a group in a group that knocks out',
    page('/A Do', { 58: form(`${lower} /H gs /B Do`, '/K true'), 59: form(`/M gs ${upper}`, '') }),
    '100 100 0 0',
    '30 0 50 50',
    '30 0 50 50',
  ],
  [
    'an isolated one in it',
    page('/A Do', { 58: form(`${lower} /H gs /B Do`, '/K true'), 59: form(`/M gs ${upper}`, '/I true') }),
    '100 100 0 0',
    '15 0 50 50',
    '15 0 50 50',
  ],
  [
    'a page that knocks out',
    page(`/H gs ${lower} ${upper}`, {}, '/Group << /S /Transparency /K true /I true /CS /DeviceCMYK >>'),
    '50 50 0 0',
    '0 0 50 50',
    '0 0 50 50',
  ],
  [
    'the line of a half-seen area replaces it',
    page('/H gs 0 0 1 0 k 1 1 0 0 K 40 w 100 100 60 60 re B'),
    '30 0 0 0',
    '65 50 0 0',
    '15 0 50 0',
  ],
  // Ghostscript loses the area.
  [
    'one that overprints comes over it',
    page('/O gs /H gs 0 0 1 0 k 0 1 0 0 K 40 w 100 100 60 60 re B'),
    '30 0 0 0',
    '30 50 50 0',
    '30 0 50 0',
  ],
  ['grey leaves spots', onSpot('/O gs 0.5 g 80 80 60 60 re f'), '0 0 0 0 100', '0 0 0 50 100', '0 0 0 50'],
  ['CMYK in mode 0', onSpot('/O0 gs 0 1 0 0 k 80 80 60 60 re f'), '0 0 0 0 100', '0 100 0 0 100', '0 100 0 0'],
  ['CMYK in mode 1', onSpot('/O gs 0 1 0 0 k 80 80 60 60 re f'), '0 0 0 0 100', '0 100 0 0 100', '30 100 0 0'],
  [
    'a picture in CMYK',
    onSpot('/O gs q 60 0 0 60 80 80 cm /Im Do Q', { 50: image(20, 20, '00ff0000') }),
    '0 0 0 0 100',
    '0 100 0 0 100',
    '0 100 0 0',
  ],
  [
    'a picture in a spot ink',
    page(`${lower} /O gs q 60 0 0 60 80 80 cm /Im Do Q`, {
      50: image(20, 20, 'ff', `/ColorSpace [/Separation /Spot ${red}`),
    }),
    '100 100 0 0',
    '100 100 0 0 100',
    '30 0 0 0 100',
  ],
  [
    'a gradient in a spot ink',
    page(`${lower} /O gs q 80 80 60 60 re W n /Sh sh Q`, {
      51: `<< /ShadingType 2 /ColorSpace [/Separation /Spot ${red} /Coords [80 0 140 0] /Function << /FunctionType 2 /Domain [0 1] /N 1 /C0 [1] /C1 [1] >> >>`,
    }),
    '100 100 0 0',
    '100 100 0 0 100',
    '30 0 0 0 100',
  ],
  ['no tint of a spot ink erases it', onSpot('/O gs 0 scn 80 80 60 60 re f'), '0 0 0 0 100', '0 0 0 0', '30 0 0 0'],
  [
    'inks named with nothing of them',
    page(`${lower} /O gs /D cs 0 0.5 scn 80 80 60 60 re f`),
    '100 100 0 0',
    '0 100 0 0 50',
    '0 0 0 0 50',
  ],
  ['the ink None', page(`${lower} /N cs 1 scn 80 80 60 60 re f`), '100 100 0 0', '100 100 0 0', '30 0 0 0'],
  [
    'Multiply of what overprints blends all inks',
    page(`${lower} /O gs /M gs 0 0 1 0 k 80 80 60 60 re f`),
    '100 100 0 0',
    '100 100 100 0',
    '51 0 100 0',
  ],
  ['Screen on the page', page(`/Sc gs ${lower}`), '30 0 0 0', '30 0 0 0', '30 0 0 0'],
];

const places = [
  [70, 70],
  [100, 100],
  [130, 130],
] as const;

async function platesAt(pdf: PrintPdf, points: typeof places): Promise<readonly string[]> {
  const { file, plates } = await inspect(printPdf(pdf));
  const [first] = file.sheets;
  if (first === undefined) return [];
  const { frame, planes } = plates(first, 'fine');
  return points.map(([x, y]) => {
    const [column, row] = [
      Math.floor((x - frame.box.left) * frame.scale),
      Math.floor((frame.box.top - y) * frame.scale),
    ];
    const inks = planes.map((plane) => Math.round(plane[row * frame.width + column] ?? 0));
    while (inks.length > 4 && inks.at(-1) === 0) inks.pop();
    return inks.join(' ');
  });
}

describe('where two paints overlap', () => {
  it.each(cases)('%s', async (_, pdf, below, both, above) => {
    expect(await platesAt(pdf, places)).toEqual([below, both, above]);
  });

  it('a page begins from nothing: a mode that needs a ground paints its colour on bare paper (11.4.7)', async () => {
    for (const mode of ['Screen', 'Difference', 'ColorDodge', 'Luminosity']) {
      const content = `/G gs 0.2 0.6 0.4 0.1 k 60 60 90 90 re f`;
      const pdf = { content, page: `/Resources << /ExtGState << /G << /BM /${mode} >> >> >>` };
      expect((await platesAt(pdf, places))[0], mode).toBe('20 60 40 10');
    }
  });

  it('text that an isolated group hides adds no ink', async () => {
    const text = '1 1 1 1 k BT /F1 40 Tf 80 100 Td (HHHH) Tj ET';
    const pdf = page(`${text} /A Do`, { 58: form('/M gs 0 1 0 0 k 60 60 150 150 re f', '/I true') });
    expect((await inspect(printPdf(pdf))).facts.inkMaximum.vector).toBe(100);
  });
});
