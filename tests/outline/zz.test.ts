import fc from 'fast-check';
import { it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { compareOutlines } from '../../src/outline/compare.ts';
import { expectedOutline } from '../../src/outline/expected.ts';
import { projections } from '../../src/outline/projection.ts';
import { outlineOf } from '../../src/outline/read.ts';
import { chromeOf } from '../../src/write/chrome.ts';
import { dump } from '../../src/model/dump.ts';
import { pdf } from '../../src/write/pdf/pdf.ts';
import { gza } from '../theme/gza.ts';
import { documents } from './documents.ts';
import { writeFileSync, appendFileSync } from 'node:fs';
it('x', async () => {
  const theme = await gza();
  const all = fc.sample(documents, { seed: 2026, numRuns: 300 });
  for (const [i, doc] of all.entries()) {
    const t = Date.now();
    appendFileSync('/tmp/zz.log', `${i} start\n`);
    writeFileSync('/tmp/zz.doc', dump(doc));
    let said = '';
    try {
      const job = { theme, chrome: chromeOf(doc.lang), name: 'test', created: new Date(0), report: new Report() };
      const bytes = await pdf.write(doc, job);
      const d = compareOutlines(expectedOutline(doc, { name: 'test', extension: 'pdf' }), await outlineOf(bytes, 'pdf'), projections.pdf);
      if (d) said = JSON.stringify(d);
    } catch (e) { said = String((e as Error).stack); }
    if (said) { writeFileSync(`/tmp/zz-${i}.txt`, dump(doc)); }
    appendFileSync('/tmp/zz.log', `${i} ${Date.now() - t} ms ${said}\n`);
  }
}, 590_000);
