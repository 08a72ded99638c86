/** Whatever document a person may write: each layout of the print edition says all of it, or says how much does not fit. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Refused, Report } from '../../src/diagnostics.ts';
import { languageOf } from '../../src/language/languages.ts';
import type { Document } from '../../src/model/document.ts';
import type { Outline } from '../../src/outline/outline.ts';
import { outlineOf } from '../../src/outline/read.ts';
import { pdf } from '../../src/write/pdf/pdf.ts';
import { print } from '../../src/write/pdf/print.ts';
import { type Job, printLayouts } from '../../src/write/targets.ts';
import { aside, document, figure, note, ol, p, restart, section, square, text, ul } from '../make.ts';
import { documents } from '../outline/documents.ts';
import { gza } from '../theme/gza.ts';
import { offPaper, spaceless, unlinked } from './reading.ts';

const runs = Number(process.env.RANDOM_DOCUMENTS ?? 12);
const theme = await gza();
const refusals = ['panel-overflow', 'cover-overflow', 'figure-too-wide', 'layout-of-sheet', 'note-too-long'];

/** Documents as long as a folded sheet holds, more or less. */
const brochures = fc
  .array(
    fc.record({
      paragraphs: fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 3 }),
      items: fc.integer({ min: 0, max: 5 }),
      figure: fc.boolean(),
      panel: fc.boolean(),
      noted: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => {
    restart();
    const sentence =
      'The immigration and border management programme takes innovative approaches to solving problems. ';
    const sections = parts.map(({ paragraphs, items, figure: shown, panel, noted }, index) =>
      section(`s${index}`, `Section ${index}`, [
        ...paragraphs.map((times) => p(sentence.repeat(times).trim())),
        ...(noted ? [p([text('With a note'), note(sentence)])] : []),
        ...(items > 0
          ? [ul(Array.from({ length: items }, (_, item) => `Item ${item}, a little longer than that`))]
          : []),
        ...(shown ? [figure(square, 'A square', 'In few words')] : []),
        ...(panel ? [aside([p('Core areas'), ol(['One', 'Two', 'Three'])])] : []),
      ]),
    );
    return document({ title: 'Safe migration', body: sections });
  });

/** What the accessible PDF of a document says; the seed gives each layout the same documents. */
const accessibles = new Map<string, Promise<Outline>>();
function accessibleOf(content: Document, job: Job): Promise<Outline> {
  const key = JSON.stringify(content);
  const known = accessibles.get(key) ?? pdf.write(content, job).then((bytes) => outlineOf(bytes, 'pdf'));
  accessibles.set(key, known);
  return known;
}

it.each(printLayouts)(
  '%s',
  async (layout) => {
    let written = 0;
    const says = fc.asyncProperty(
      fc.oneof({ weight: 1, arbitrary: documents }, { weight: 4, arbitrary: brochures }),
      async (content) => {
        const job: Job = {
          theme,
          language: languageOf(content.lang),
          name: 'test',
          created: new Date(0),
          report: new Report(),
        };
        const made = await print.write(content, { ...job, print: { layout, marks: 'all' } }).catch((error: unknown) => {
          if (!(error instanceof Refused)) throw error;
          expect(error.diagnostics.map(({ code }) => code).filter((code) => !refusals.includes(code))).toEqual([]);
          for (const { message, hints } of error.diagnostics) expect([message, hints.length]).toEqual([message, 1]);
          return null;
        });
        const file = made?.[0]?.bytes;
        if (file === undefined) return;
        written += 1;
        const accessible = await accessibleOf(content, job);
        expect(spaceless(offPaper(await outlineOf(file, 'pdf'), accessible))).toEqual(spaceless(unlinked(accessible)));
      },
    );
    await fc.assert(says, { seed: 2026, numRuns: runs, endOnFailure: true });
    expect(written).toBeGreaterThan(0);
  },
  300_000,
);
