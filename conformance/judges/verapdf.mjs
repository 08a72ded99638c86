/** veraPDF, the PDF Association's reference validator: both standards that each of our files claims. */
import { veraPdfJar } from '../places.mjs';
import { missing, run } from '../process.mjs';

const flavours = ['ua1', '2a'];

/** @type {import('../judges.mjs').Judge} */
export const veraPdf = {
  name: 'verapdf',
  format: 'pdf',
  available: () => missing({ programs: ['java'], files: [veraPdfJar] }),
  judge: async (files) => {
    const { stdout, stderr } = await run('java', ['-jar', veraPdfJar, '--flavours', flavours.join(','), ...files]);
    const results = stdout.trim().split('\n').map(parse);
    return files.map((file) => {
      const own = results.filter((result) => result.file === file);
      if (own.length !== flavours.length) throw new Error(`no verdict on ${file}: ${stderr}`);
      return own.flatMap(findings);
    });
  },
};

/** @param {string} line @returns {Result} */
function parse(line) {
  return JSON.parse(line);
}

/**
 * @typedef {{ clause: string, test: number, count: number, description: string, contexts: string[] }} Failure
 * @typedef {{ file: string, flavour: string, compliant: boolean, unreadable?: string, failures: Failure[] }} Result
 *
 * @param {Result} result
 * @returns {import('../judges.mjs').Finding[]}
 */
function findings({ flavour, compliant, unreadable, failures }) {
  const found = failures.map(({ clause, test, count, description, contexts }) => ({
    rule: `${flavour} ${clause}-${test}`,
    message: description,
    where: contexts.slice(0, 2).join('\n'),
    count,
  }));
  if (compliant || found.length > 0) return found;
  return [{ rule: `${flavour} unreadable`, message: unreadable ?? 'not compliant' }];
}
