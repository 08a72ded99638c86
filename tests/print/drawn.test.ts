/** Colours of drawings on the press. */
import { PDFArray, type PDFDict, PDFName, type PDFNumber } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { languageOf } from '../../src/language/languages.ts';
import type { Picture } from '../../src/model/picture.ts';
import { inksOfColors } from '../../src/picture/ink-colors.ts';
import { fogra39 } from '../../src/picture/open-profile.ts';
import { readSvg } from '../../src/picture/svg.ts';
import { print } from '../../src/write/pdf/print.ts';
import type { PrintLayout } from '../../src/write/targets.ts';
import { at, document, figure, l, p, section } from '../make.ts';
import { gza } from '../theme/gza.ts';
import { type Reading, readPress } from './reading.ts';

const theme = await gza();
const job = { theme, language: languageOf(l('en')), name: 'test', created: new Date('2026-11-22T00:00:00Z') };

async function drawn(body: string, layout: PrintLayout = 'sheets'): Promise<Reading> {
  const file = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">${body}</svg>`);
  const picture: Picture = { file: 'a.svg', ...(await readSvg(file, { name: 'a.svg', at })) };
  const content = document({ body: [section('one', 'One', [p('Words'), figure(picture, 'A drawing')])] });
  const [made] = await print.write(content, { ...job, report: new Report(), print: { layout } });
  return readPress(made?.bytes ?? new Uint8Array());
}

const said = (inks: readonly number[] | undefined): string => (inks ?? []).map((percent) => percent / 100).join(' ');
const red = '#cc0000';
const square = 'M0 0h20v20h-20z';

describe('colours of drawings', () => {
  it('are separated by the profile, greys as the black that looks like them, what hides as it is', async () => {
    const [inks, grey] = await inksOfColors([red, '#808080'], fogra39());
    const { contents } = await drawn(
      `<mask id="m"><path d="${square}" fill="#808080"/></mask><path d="${square}" fill="${red}"/>` +
        `<path d="${square}" fill="#808080"/><path mask="url(#m)" d="${square}" fill="${red}"/>`,
    );
    const text = contents.join('\n');
    expect(text).toContain(`${said(inks)} k`);
    expect(text).not.toContain('0 0.8 0.8 0.2 k');
    const blacks = [...text.matchAll(/^0 0 0 ([\d.]+) k$/gm)].map(([, black]) => Number(black));
    // The grey that is seen; and that of the mask, of which half hides half.
    const shown = (grey?.[3] ?? 0) / 100;
    expect(shown).toBeGreaterThan(0.55);
    for (const wanted of [shown, 0.498]) expect(blacks.some((black) => Math.abs(black - wanted) < 0.005)).toBe(true);
  });

  it('have no more ink than paper takes', async () => {
    const { contents } = await drawn(`<path d="${square}" fill="#0a0005"/>`);
    for (const [, ...inks] of contents.join('\n').matchAll(/^([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) k$/gm))
      expect(inks.reduce((sum, ink) => sum + Number(ink), 0)).toBeLessThanOrEqual(3.001);
  });

  it('go from stop to stop by those between, each in its inks; opacities along them are black', async () => {
    const stops = `<stop stop-color="#006699"/><stop offset="1" stop-color="#ffcc00" stop-opacity=".4"/>`;
    const { dictionaries } = await drawn(
      `<linearGradient id="g">${stops}</linearGradient><path d="${square}" fill="url(#g)"/>`,
    );
    const ends = dictionaries
      .filter((dict) => dict.get(PDFName.of('FunctionType'))?.toString() === '2' && dict.has(PDFName.of('C1')))
      .map((dict) => (dict.lookup(PDFName.of('C1')) as PDFArray).size());
    expect(ends).toHaveLength(16);
    expect(new Set(ends)).toEqual(new Set([4]));
    const spaces = dictionaries.filter((dict) => dict.get(PDFName.of('S'))?.toString() === '/Transparency');
    expect(spaces.map((dict) => dict.get(PDFName.of('CS'))?.toString())).not.toContain('/DeviceGray');
  });

  it.each(['sheets', 'booklet'] as const)('gradients lie where their shapes are: %s', async (layout) => {
    const stops = `<stop stop-color="#006699"/><stop offset="1" stop-color="#ffcc00"/>`;
    const { dictionaries } = await drawn(
      `<linearGradient id="g">${stops}</linearGradient><path d="M0 0h40v20h-40z" fill="url(#g)"/>`,
      layout,
    );
    const numbers = (dict: PDFDict | undefined, key: string): number[] => {
      const list = dict?.lookup(PDFName.of(key));
      return list instanceof PDFArray ? list.asArray().map((each) => (each as PDFNumber).asNumber()) : [];
    };
    const pattern = dictionaries.find((dict) => dict.get(PDFName.of('PatternType'))?.toString() === '2');
    const place = dictionaries.find((dict) => dict.has(PDFName.of('BBox')) && dict.has(PDFName.of('Placement')));
    const [wide, , , , left] = numbers(pattern, 'Matrix');
    const [from = 0, , to = 0] = numbers(place, 'BBox');
    expect(left).toBeCloseTo(from, 1);
    expect(wide).toBeCloseTo(to - from, 1);
  });
});
