/** Jobs for print shops by CIP4's own schema: see `conformance/xjdf/xjdf.py`. */
import { join } from 'node:path';
import { conformance, python, xjdfJar } from '../places.mjs';
import { missing, run } from '../process.mjs';

/** @type {import('../judges.mjs').Judge} */
export const xjdf = {
  name: 'xjdf',
  format: 'xjdf',
  available: () => missing({ files: [python, xjdfJar] }),
  judge: async (files) => {
    const { code, stdout, stderr } = await run(python, ['-B', join(conformance, 'xjdf', 'xjdf.py'), xjdfJar, ...files]);
    if (code !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
  },
};
