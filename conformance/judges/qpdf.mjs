/** qpdf reads a file's syntax to the last stream: cross-references, lengths, filters. */
import { missing, run } from '../process.mjs';

/** @type {import('../judges.mjs').Judge} */
export const qpdf = {
  name: 'qpdf',
  format: 'pdf',
  available: () => missing({ programs: ['qpdf'] }),
  judge: (files) => Promise.all(files.map(check)),
};

/** @param {string} file */
async function check(file) {
  const { code, stdout, stderr } = await run('qpdf', ['--check', file]);
  return code === 0 ? [] : [{ rule: `exit ${code}`, message: stderr.trim() || stdout.trim() }];
}
