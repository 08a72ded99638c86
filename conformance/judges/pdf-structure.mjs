/** Our own reading of a tagged PDF with pikepdf: see `conformance/pdf/structure.py`. */
import { join } from 'node:path';
import { conformance, python } from '../places.mjs';
import { missing, run } from '../process.mjs';

/** @type {import('../judges.mjs').Judge} */
export const pdfStructure = {
  name: 'pdf-structure',
  format: 'pdf',
  available: () => missing({ files: [python] }),
  judge: async (files) => {
    const { code, stdout, stderr } = await run(python, ['-B', join(conformance, 'pdf', 'structure.py'), ...files]);
    if (code !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
  },
};
