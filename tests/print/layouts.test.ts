/** Folded sheets, booklets and imposed sheets, read with a library that the writer of pages does not use. */
import path from 'node:path';
import { type PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import type { BuildResult } from '../../src/engine.ts';
import type { Outline } from '../../src/outline/outline.ts';
import { outlineOf } from '../../src/outline/read.ts';
import { inspect } from '../../src/preflight/preflight.ts';
import { edgesOf, foldOf, foldsOf } from '../../src/write/pdf/lay/fold.ts';
import { saddleOrder } from '../../src/write/pdf/press/forms.ts';
import type { PrintOptions } from '../../src/write/targets.ts';
import { gza } from '../theme/gza.ts';
import { isNamed, offPaper, readPress, unlinked } from './reading.ts';

const root = path.resolve(import.meta.dirname, '../..');
const engine = createEngine({ root });
const brochure = 'data/brochure/brochure.json';
const mm = 72 / 25.4;
const theme = await gza();

async function build(lang: string, print: PrintOptions = {}, file = brochure): Promise<BuildResult> {
  return engine.build(file, { formats: ['print'], languages: [lang], print });
}

async function made(lang: string, print: PrintOptions = {}, file = brochure): Promise<readonly Uint8Array[]> {
  const { outputs, diagnostics } = await build(lang, print, file);
  expect(diagnostics).toEqual([]);
  return outputs.filter(({ name }) => name.endsWith('.pdf')).map(({ bytes }) => bytes);
}

const first = async (...asked: Parameters<typeof made>): Promise<Uint8Array> =>
  (await made(...asked))[0] ?? new Uint8Array();

const screens = new Map<string, Promise<Outline>>();
/** What the accessible PDF of the brochure says. */
function screenOf(lang: string): Promise<Outline> {
  const made =
    screens.get(lang) ??
    engine.build(brochure, { formats: ['pdf'], languages: [lang] }).then(({ outputs: [accessible] }) => {
      if (accessible === undefined) throw new Error('no PDF');
      return outlineOf(accessible.bytes, 'pdf');
    });
  screens.set(lang, made);
  return made;
}

describe('a factsheet that is folded', () => {
  it.each(['tri-fold', 'z-fold', 'gate-fold'] as const)('as a %s fits, with addresses whole', async (layout) => {
    for (const lang of ['en', 'ka']) {
      const [bytes = new Uint8Array()] = await made(lang, { layout }, 'data/factsheet/factsheet.json');
      const { file } = await inspect(bytes);
      const texts = file.sheets.flatMap(({ paints }) =>
        paints.flatMap((paint) => (paint.type === 'text' ? [paint.text.trim()] : [])),
      );
      // Its code's address was torn in a column of 40 mm, and the whole sheet refused in the theme of lanes.
      expect(texts).toContain('georgia.iom.int');
    }
  });
});

describe('folds', () => {
  it('have panels that make the sheet, read once each, the cover first and the back last', () => {
    for (const layout of ['tri-fold', 'z-fold', 'gate-fold'] as const) {
      const fold = foldOf(layout, theme.print);
      if (fold === null) throw new Error('no fold');
      const panels = fold.sides.flat().sort((a, b) => a.order - b.order);
      expect(panels.map(({ order }) => order)).toEqual(panels.map((_, index) => index));
      expect([panels[0]?.role, panels.at(-1)?.role]).toEqual(['cover', 'back']);
      const [outside, inside] = fold.sides;
      for (const side of fold.sides) expect(edgesOf(side).at(-1)).toBeCloseTo(297 * mm, 2);
      // Turned over sideways, the folds of both sides are the same.
      const mirrored = foldsOf(inside).map((x) => fold.width - x);
      expect(foldsOf(outside).map((x) => x / mm)).toEqual(mirrored.reverse().map((x) => expect.closeTo(x / mm, 2)));
    }
  });

  it('of a brochure are 97, 100 and 100 mm outside', () => {
    expect(
      foldOf('tri-fold', theme.print)?.sides.map((side) => side.map(({ width }) => Math.round(width / mm))),
    ).toEqual([
      [97, 100, 100],
      [100, 100, 97],
    ]);
  });
});

describe.each(['tri-fold', 'z-fold', 'gate-fold'] as const)('a %s', (layout) => {
  it.each(['ka', 'en'])('has two sides and says what the accessible PDF says, but for links (%s)', async (lang) => {
    const bytes = await first(lang, { layout });
    const { file } = await readPress(bytes);
    expect(file.getPageCount()).toBe(2);
    for (const { node } of file.getPages()) {
      expect(node.TrimBox()?.asRectangle().width).toBeCloseTo(297 * mm, 2);
      expect(node.MediaBox().asRectangle().width).toBeCloseTo(317 * mm, 2);
      expect(node.BleedBox()?.asRectangle().width).toBeCloseTo(303 * mm, 2);
    }
    const screen = await screenOf(lang);
    expect(offPaper(await outlineOf(bytes, 'pdf'), screen)).toEqual(unlinked(screen));
  });
});

/** How many separations are on all plates. */
function registrations({ context }: PDFDocument): number {
  return context.enumerateIndirectObjects().filter(([, object]) => object.toString().includes('/Separation /All'))
    .length;
}

describe('marks', () => {
  it('are in the registration colour', async () => {
    const names = async (print: PrintOptions) => registrations((await readPress(await first('en', print))).file);
    expect(await names({ marks: 'folds' })).toBe(1);
    expect(await names({ marks: 'all' })).toBe(1);
  });

  it('ask for no more paper than the bleed where there are none, and for no such colour', async () => {
    const { file } = await readPress(await first('en', { marks: 'none' }));
    expect(registrations(file)).toBe(0);
    expect(file.getPage(0).node.MediaBox().asRectangle().width).toBeCloseTo(303 * mm, 2);
  });
});

describe('a booklet', () => {
  it.each(['booklet', 'a5-booklet'] as const)('has whole sheets: %s', async (layout) => {
    const { file } = await readPress(await first('ka', { layout }));
    expect(file.getPageCount() % 4).toBe(0);
    const wide = layout === 'booklet' ? 210 : 148;
    for (const page of file.getPages()) expect(page.getTrimBox().width).toBeCloseTo(wide * mm, 2);
  });

  it('is what a report becomes, with no more empty pages than whole sheets need and all pages upright', async () => {
    const bytes = await first('en', {}, 'data/report/interim-2026.json');
    const { file } = await readPress(bytes);
    expect(file.getPageCount() % 4).toBe(0);
    for (const page of file.getPages()) expect(page.getTrimBox().height).toBeGreaterThan(page.getTrimBox().width);
    expect((await chapterPages(bytes)).length).toBeGreaterThan(8);
    const empty = file.getPages().filter((page) => page.node.get(PDFName.of('StructParents')) === undefined);
    expect(empty.length).toBeLessThan(4);
  });
});

describe('saddle stitch', () => {
  it('puts the pages so that folded sheets read on', () => {
    expect(saddleOrder(8).map((pair) => pair.map((page) => page + 1))).toEqual([
      [8, 1],
      [2, 7],
      [6, 3],
      [4, 5],
    ]);
  });

  it('writes sheets of two pages, all cut alike, and claims no more than it is', async () => {
    const [pages, sheets] = await made('ka', { layout: 'a5-booklet', impose: 'saddle', creep: 0.5 });
    if (pages === undefined || sheets === undefined) throw new Error('no sheets');
    const { file, dictionaries } = await readPress(sheets);
    expect(file.getPageCount()).toBe((await readPress(pages)).file.getPageCount() / 2);
    const widths = file.getPages().map((page) => page.getTrimBox().width / mm);
    expect(widths).toEqual([296, 296, 296, 296].map((width) => expect.closeTo(width, 2)));
    expect(dictionaries.filter((dict) => isNamed(dict, 'Type', 'StructElem'))).toEqual([]);
    expect(file.catalog.has(PDFName.of('StructTreeRoot'))).toBe(false);
    const text = Buffer.from(sheets).toString('latin1');
    expect(text.startsWith('%PDF-1.6')).toBe(true);
    expect(text).toContain('PDF/X-4');
    expect(text).not.toMatch(/pdfaid:part|pdfuaid:part|GTS_PDFA1/);
  });

  it('has the same bytes each time', async () => {
    const print = { layout: 'a5-booklet', impose: 'saddle' } as const;
    const [[, one], [, two]] = [await made('en', print), await made('en', print)];
    expect(Buffer.compare(Buffer.from(one ?? []), Buffer.from(two ?? []))).toBe(0);
  });

  it('is not for folded sheets', async () => {
    const { outputs, diagnostics } = await build('en', { impose: 'saddle' });
    expect(outputs).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['impose-no-booklet']);
  });
});

/** The pages, from 1, on which numbered chapters begin: where the bookmarks of the first level lead. */
async function chapterPages(bytes: Uint8Array): Promise<number[]> {
  const { file, dictionaries } = await readPress(bytes);
  const refs = file.getPages().map(({ ref }) => ref.toString());
  return dictionaries.flatMap((dict) => {
    const [title, place] = [dict.get(PDFName.of('Title')), dict.lookup(PDFName.of('Dest'))];
    if (title === undefined || place === undefined || !dict.has(PDFName.of('Parent'))) return [];
    const text = 'decodeText' in title ? (title as unknown as { decodeText(): string }).decodeText() : '';
    if (!/^\d+ /.test(text)) return [];
    return [refs.indexOf((place as unknown as { get(index: number): object }).get(0).toString()) + 1];
  });
}
