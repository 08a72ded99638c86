/** What pages are put together to for a press, beside the single pages they were made of: see `conformance/pdf/sheets.py`. */
import { join } from 'node:path';
import { conformance, python } from '../places.mjs';
import { missing, run } from '../process.mjs';

/** One for each kind of file, as faults are planted in one sample a judge. @type {readonly import('../judges.mjs').Judge[]} */
export const sheets = ['saddle', '2-up', 'cover'].map((kind) => ({
  name: `sheets-${kind}`,
  format: /** @type {const} */ ('print.pdf'),
  files: new RegExp(`\\.${kind}\\.pdf$`),
  available: () => missing({ files: [python] }),
  judge: async (/** @type {readonly string[]} */ files) => {
    const { code, stdout, stderr } = await run(python, ['-B', join(conformance, 'pdf', 'sheets.py'), ...files]);
    if (code !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
  },
}));
