/** Our own print files pass, and real faults in them are found. */
import { PDFDict, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { preflight } from '../../src/preflight/preflight.ts';
import { type Plant, planted, printFiles, rewrite, setBox } from './print-files.ts';

const data = 'data/brochure/brochure.json';
const pages = await printFiles([data], { layout: 'sheets' });
const kinds = {
  'as they are by themselves': await printFiles([data, 'data/factsheet/factsheet.json']),
  'folded twice, with all marks': await printFiles([data], { layout: 'gate-fold', marks: 'all' }),
  'a booklet and its sheets, with all marks': await printFiles([data], {
    layout: 'a5-booklet',
    marks: 'all',
    impose: 'saddle',
  }),
};
const files = Object.entries(kinds).flatMap(([kind, made]) =>
  made.map(({ name, bytes }) => ({ name: `${name}, ${kind}`, bytes })),
);
const brochure = pages.find(({ lang }) => lang === 'ka')?.bytes ?? new Uint8Array();

it('makes files for the press to judge', () => {
  expect(files.length).toBe(10);
});

describe.each(files.map((file) => [file.name, file.bytes] as const))('%s', (_, bytes) => {
  it('has no error', async () => {
    const { diagnostics, facts } = await preflight(bytes);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(facts.standard).toBe('PDF/X-4');
    expect(facts.intent).toEqual({ identifier: 'FOGRA39', profile: expect.stringContaining('FOGRA39') });
    expect(facts.inks).toEqual(['Cyan', 'Magenta', 'Yellow', 'Black']);
    expect(facts.inkMaximum.vector).toBeGreaterThan(200);
    expect(facts.inkMaximum.vector).toBeLessThanOrEqual(300);
    expect(facts.fonts.every(({ embedded, subset }) => embedded && subset)).toBe(true);
    expect(facts.pages.every(({ trim, bleed }) => (bleed?.width ?? 0) - (trim?.width ?? 0) === 6)).toBe(true);
  });
});

const fonts: Plant = (document) => {
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('FontDescriptor')) {
      for (const key of ['FontFile', 'FontFile2', 'FontFile3']) object.delete(PDFName.of(key));
    }
  }
};
const field = '1 0.82 0.1 0.34 k\n-8.504';

const faults: readonly (readonly [code: string, plant: Plant])[] = [
  ['no-trim-box', (document) => document.getPage(0).node.delete(PDFName.of('TrimBox'))],
  [
    'bleed-too-small',
    (document) =>
      setBox(document, 1, 'BleedBox', document.getPage(1).node.TrimBox()?.asRectangle() ? trimOf(document, 1) : []),
  ],
  ['bleed-unfilled', (document) => rewrite(document, 0, (content) => content.replaceAll(/(^|\n)-8\.504 /g, '$10 '))],
  ['ink-total', (document) => rewrite(document, 0, (content) => content.replace(field, '1 1 0.8 0.34 k\n-8.504'))],
  ['rgb-color', (document) => rewrite(document, 0, (content) => content.replace(field, '0 0 0.5 rg\n-8.504'))],
  [
    'rich-black-text',
    (document) => rewrite(document, 1, (content) => content.replaceAll('0 0 0 1 k', '0.5 0.4 0.4 1 k')),
  ],
  ['black-knocks-out', (document) => rewrite(document, 1, (content) => content.replaceAll(/\/\w+ gs\b/g, ''))],
  ['hairline', (document) => rewrite(document, 0, (content) => content.replaceAll('12.472 w', '0.1 w'))],
  ['safe-area', (document) => setBox(document, 1, 'TrimBox', [60, 40, 540, 820])],
  ['small-text-inks', (document) => rewrite(document, 1, (content) => content.replaceAll(' 13 Tf', ' 6 Tf'))],
  ['font-not-embedded', fonts],
  ['output-intent', (document) => document.catalog.delete(PDFName.of('OutputIntents'))],
  ['not-pdf-x', (document) => document.catalog.delete(PDFName.of('Metadata'))],
  ['script', (document) => document.addJavaScript('greet', 'app.alert("hello")')],
  [
    'annotation-in-bleed',
    (document) => {
      const link = document.context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [100, 100, 200, 120] });
      document.getPage(0).node.addAnnot(document.context.register(link));
    },
  ],
];

function trimOf(document: Parameters<Plant>[0], page: number): readonly number[] {
  const { x, y, width, height } = document.getPage(page).getTrimBox();
  return [x, y, x + width, y + height];
}

describe('faults planted into the brochure', () => {
  it.each(faults)('%s', async (code, plant) => {
    const { diagnostics } = await preflight(await planted(brochure, plant));
    expect(diagnostics.map((found) => found.code)).toContain(code);
  });
});
