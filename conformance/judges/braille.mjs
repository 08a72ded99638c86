/** Cells as liblouis has them, pages that hold, PEF by its schema: see `conformance/braille/braille.py`. */
import { join } from 'node:path';
import { conformance, python } from '../places.mjs';
import { missing, run } from '../process.mjs';

/** @param {'brf' | 'pef'} format @returns {import('../judges.mjs').Judge} */
const judgeOf = (format) => ({
  name: `liblouis-${format}`,
  format,
  available: () => missing({ files: [python], programs: ['lou_translate'] }),
  judge: async (files) => {
    const { code, stdout, stderr } = await run(python, ['-B', join(conformance, 'braille', 'braille.py'), ...files]);
    if (code !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
  },
});

export const braille = [judgeOf('brf'), judgeOf('pef')];
