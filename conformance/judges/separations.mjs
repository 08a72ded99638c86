/** The plates that Ghostscript separates a file for the press into: see `conformance/pdf/separations.py`. */
import { join } from 'node:path';
import { conformance, python } from '../places.mjs';
import { missing, run } from '../process.mjs';

/** @type {import('../judges.mjs').Judge} */
export const separations = {
  name: 'separations',
  format: 'print.pdf',
  available: () => missing({ programs: ['gs'], files: [python] }),
  judge: async (files) => {
    const script = join(conformance, 'pdf', 'separations.py');
    const { code, stdout, stderr } = await run(python, ['-B', script, ...files], { minutes: 10 });
    if (code !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
  },
};
