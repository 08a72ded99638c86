/** Whatever document a person may write, each format says it: same roles, texts, languages, alternative texts, targets, in order. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { languageOf } from '../../src/language/languages.ts';
import { compareOutlines } from '../../src/outline/compare.ts';
import { expectedOutline } from '../../src/outline/expected.ts';
import { projections } from '../../src/outline/projection.ts';
import { outlineOf } from '../../src/outline/read.ts';
import { docx } from '../../src/write/docx/docx.ts';
import { withoutEditions } from '../../src/write/editions.ts';
import { epub } from '../../src/write/epub/epub.ts';
import { html } from '../../src/write/html/html.ts';
import { markdown } from '../../src/write/markdown/markdown.ts';
import { pdf } from '../../src/write/pdf/pdf.ts';
import type { FormatWriter, Job, WrittenFile } from '../../src/write/targets.ts';
import { text } from '../../src/write/text/text.ts';
import { gza } from '../theme/gza.ts';
import { documents } from './documents.ts';
import { readAs } from './read-as.ts';

const runs = Number(process.env.RANDOM_DOCUMENTS ?? 10);
const theme = await gza();

type Target = FormatWriter<Uint8Array | readonly WrittenFile[]>;
const writers: readonly (readonly [name: string, target: Target, options: Pick<Job, 'pdf' | 'text'>])[] = [
  ['html', html, {}],
  ['docx', docx, {}],
  ['epub', epub, {}],
  ['pdf', pdf, {}],
  ['txt', text, {}],
  ['txt, unwrapped', text, { text: { wrap: 0 } }],
  ['txt, narrow', text, { text: { wrap: 20 } }],
  ['md', markdown, {}],
  ['pdf, ua-2', pdf, { pdf: { standard: 'ua-2', source: null } }],
];

it.each(writers)(
  '%s',
  async (_, target, options) => {
    const says = fc.asyncProperty(documents, async (document) => {
      const language = languageOf(document.lang);
      const job = { theme, language, name: 'test', created: new Date(0), report: new Report(), ...options };
      const made = await target.write(document, job);
      const bytes = made instanceof Uint8Array ? made : made[0]?.bytes;
      const found = await outlineOf(bytes ?? new Uint8Array(), readAs(target.format));
      // A book links to no other book.
      const said = target === epub ? withoutEditions(document, () => true) : document;
      const expected = expectedOutline(said, { name: 'test', extension: target.extension });
      expect(compareOutlines(expected, found, projections[readAs(target.format)])).toBeNull();
    });
    await fc.assert(says, { seed: 2026, numRuns: runs });
  },
  300_000,
);
