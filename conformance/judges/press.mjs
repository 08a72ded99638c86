/** Our own reading of a file for the press with pikepdf: see `conformance/pdf/press.py`. */
import { join } from 'node:path';
import { conformance, python } from '../places.mjs';
import { missing, run } from '../process.mjs';

/** @type {import('../judges.mjs').Judge} */
export const press = {
  name: 'press',
  format: 'print.pdf',
  available: () => missing({ files: [python] }),
  judge: async (files) => {
    const { code, stdout, stderr } = await run(python, ['-B', join(conformance, 'pdf', 'press.py'), ...files]);
    if (code !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
  },
};
