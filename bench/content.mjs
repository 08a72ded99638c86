/** What is in the files that are compared, as Poppler reads them: two that say the same have about the same number of words. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/**
 * Pages, and words with a letter or digit (dots of contents are none); nothing where there is no Poppler.
 *
 * @param {string} file
 */
export async function contentOf(file) {
  const run = async (/** @type {string} */ program, /** @type {readonly string[]} */ args) =>
    (await execute(program, args, { maxBuffer: 1 << 28 })).stdout;
  try {
    const pages = Number(/^Pages:\s+(\d+)/m.exec(await run('pdfinfo', [file]))?.[1]);
    const words = (await run('pdftotext', [file, '-'])).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
    return { pages, words };
  } catch {
    return {};
  }
}
