/** Word's accessibility checker as a program: see `conformance/docx/accessibility.py`. */
import { join } from 'node:path';
import { conformance, python } from '../places.mjs';
import { missing, run } from '../process.mjs';

/** @type {import('../judges.mjs').Judge} */
export const docxAccessibility = {
  name: 'docx-accessibility',
  format: 'docx',
  available: () => missing({ files: [python] }),
  judge: async (files) => {
    const { code, stdout, stderr } = await run(python, ['-B', join(conformance, 'docx', 'accessibility.py'), ...files]);
    if (code !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
  },
};
