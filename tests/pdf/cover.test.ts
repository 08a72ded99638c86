/** However long the texts of an opening page are: they stand whole between its lanes, or are refused. Read from finished files. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { readFile } from '../../src/finished/pdf/paint/file.ts';
import type { PaintedText } from '../../src/finished/pdf/paint/paint.ts';
import { languageOf } from '../../src/language/languages.ts';
import type { Document } from '../../src/model/document.ts';
import { pdf } from '../../src/write/pdf/pdf.ts';
import { aside, document, l, lookOf, p, terms } from '../make.ts';
import { gza } from '../theme/gza.ts';

const theme = await gza();
const mm = 72 / 25.4;
/** From the top, as the picture of the look has them: the paper over the field, and the field under its lanes. */
const paper = [10 * mm, 158 * mm] as const;
const field = [222 * mm, 290 * mm] as const;
/** The navy head of a sheet, over its lanes. */
const head = [8 * mm, 69 * mm] as const;

interface Opening {
  readonly codes: readonly string[];
  readonly texts: readonly PaintedText[];
  /** Of the page, in points. */
  readonly height: number;
}

async function write(own: Document): Promise<Opening> {
  const report = new Report();
  const job = { theme, language: languageOf(l('en')), name: 'test', created: new Date(0), report };
  const [sheet] = (await readFile(await pdf.write(own, job))).sheets;
  const texts = (sheet?.paints ?? []).filter((paint) => paint.type === 'text');
  return { codes: report.diagnostics.map(({ code }) => code), texts, height: sheet?.media.top ?? 0 };
}

/** The texts that stand, even in part, outside all of these bands. */
function astray({ texts, height }: Opening, bands: readonly (readonly [number, number])[]): string[] {
  const stands = ({ box }: PaintedText) =>
    bands.some(([top, bottom]) => height - box.top >= top && height - box.bottom <= bottom);
  return texts.filter((text) => !stands(text)).map(({ text }) => text);
}

const sentence = 'Words that an officer may write on the opening page of a report, and more of them. ';
const long = (length: number) =>
  sentence
    .repeat(Math.ceil(length / sentence.length))
    .slice(0, length)
    .trim();
const lengths = fc.oneof(fc.integer({ min: 4, max: 80 }), fc.integer({ min: 4, max: 900 }));
const told = (opening: Opening) => opening.codes.includes('cover-overflow');
/** All letters, without blanks: lines may break anywhere between words. */
const letters = (texts: readonly string[]) => texts.join('').replace(/\s/g, '');

function cover(parts: { title: string; kind: string; notice: string; details: string; facts: number }): Document {
  return document({
    title: parts.title,
    before: [p(parts.kind, 'kind')],
    after: [
      aside([p(parts.notice)], 'notice'),
      terms(
        Array.from({ length: parts.facts }, () => ['Period', parts.details] as const),
        'cover',
      ),
    ],
  });
}

it('sets the texts of a cover whole and clear of the lanes, or refuses them', async () => {
  const parts = fc.record({
    title: lengths.map(long),
    kind: lengths.map(long),
    notice: lengths.map(long),
    details: fc.integer({ min: 4, max: 300 }).map(long),
    facts: fc.integer({ min: 1, max: 3 }),
  });
  const clear = fc.asyncProperty(parts, async (random) => {
    const opening = await write(cover(random));
    if (told(opening)) return;
    expect(astray(opening, [paper, field])).toEqual([]);
    const shown = letters(opening.texts.map(({ text }) => text));
    for (const words of [random.title, random.kind, random.notice]) expect(shown).toContain(letters([words]));
  });
  await fc.assert(clear, { seed: 2026, numRuns: Number(process.env.FC_RUNS ?? 12), endOnFailure: true });
});

it('sets short texts, and shrinks a long title, before it refuses anything', async () => {
  const short = { title: 'Title', kind: 'Report', notice: long(300), details: 'June', facts: 3 };
  expect(told(await write(cover(short)))).toBe(false);
  expect(told(await write(cover({ ...short, title: long(600) })))).toBe(false);
});

it.each([
  ['notice', { notice: long(900) }],
  ['kind', { kind: long(900) }],
  ['details', { details: long(400) }],
] as const)('refuses a cover with too long a text: %s', async (_, texts) => {
  const parts = { title: 'Title', kind: 'Report', notice: 'Sample', details: 'June', facts: 3, ...texts };
  expect(told(await write(cover(parts)))).toBe(true);
});

it('sets the head of a sheet over its lanes, or refuses it', async () => {
  const sheetOf = (kind: string): Document => {
    const own = document({ title: long(120), before: [p(kind, 'kind')], body: [] });
    return { ...own, cover: { ...own.cover, look: lookOf('head') } };
  };
  const opening = await write(sheetOf('Factsheet'));
  expect(opening.codes).toEqual([]);
  const atHead = opening.texts.filter(({ box }) => opening.height - box.top < 93 * mm);
  expect(atHead.length).toBeGreaterThan(0);
  expect(astray({ ...opening, texts: atHead }, [head])).toEqual([]);
  expect(told(await write(sheetOf(long(900))))).toBe(true);
});
