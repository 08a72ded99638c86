/** Whatever document a person may write, each format says it: same roles, texts, languages, alternative texts, targets, in order. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { compareOutlines } from '../../src/outline/compare.ts';
import { expectedOutline } from '../../src/outline/expected.ts';
import { projections } from '../../src/outline/projection.ts';
import { outlineOf } from '../../src/outline/read.ts';
import { chromeOf } from '../../src/write/chrome.ts';
import { docx } from '../../src/write/docx/docx.ts';
import { html } from '../../src/write/html/html.ts';
import { pdf } from '../../src/write/pdf/pdf.ts';
import { gza } from '../theme/gza.ts';
import { documents } from './documents.ts';

const runs = Number(process.env.RANDOM_DOCUMENTS ?? 10);
const theme = await gza();

it.each([html, docx, pdf])(
  '$format',
  async (target) => {
    const says = fc.asyncProperty(documents, async (document) => {
      const job = { theme, chrome: chromeOf(document.lang), name: 'test', created: new Date(0), report: new Report() };
      const found = await outlineOf(await target.write(document, job), target.format);
      const expected = expectedOutline(document, { name: 'test', extension: target.extension });
      expect(compareOutlines(expected, found, projections[target.format])).toBeNull();
    });
    await fc.assert(says, { seed: 2026, numRuns: runs, endOnFailure: false });
  },
  300_000,
);
