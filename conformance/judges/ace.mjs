/** Ace by DAISY: EPUB Accessibility 1.1 and axe-core's rules in each file of a book, in Chromium. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noChromium } from '../browser/chromium.mjs';
import { ofPackage } from '../places.mjs';
import { find, run } from '../process.mjs';

const packages = ['@daisy/ace-core/package.json', 'puppeteer/package.json'];
const program = new URL('../browser/ace.cjs', import.meta.url).pathname;

/** @type {import('../judges.mjs').Judge} */
export const ace = {
  name: 'ace',
  format: 'epub',
  available: () => noChromium(...packages),
  judge: async (files) => {
    const first = await resultsOf(files);
    // What was not there in its time may be so when the machine is less busy.
    const late = files.filter((_, index) => /time(?:d )?-?out/i.test(first[index]?.reason ?? ''));
    const second = late.length === 0 ? [] : await resultsOf(late);
    return files.map((file, index) =>
      findingsOf(second[late.indexOf(file)] ?? first[index] ?? { reason: 'no result' }),
    );
  },
};

/**
 * @typedef {{ report?: any, reason?: string }} BookResult Ace's report, or why it broke off.
 *
 * @param {BookResult} result
 */
function findingsOf({ report, reason }) {
  if (report === undefined) throw new Error(reason);
  return report.assertions.flatMap((/** @type {any} */ { assertions, 'earl:testSubject': subject }) =>
    assertions.map((/** @type {any} */ { 'earl:test': test, 'earl:result': result }) => ({
      rule: test['dct:title'],
      message: String(result['dct:description']).replace(/\s+/g, ' '),
      where: `${subject.url} ${String(result['earl:pointer']?.css ?? '')}`,
    })),
  );
}

/** @param {readonly string[]} files @returns {Promise<BookResult[]>} */
async function resultsOf(files) {
  const folder = await mkdtemp(join(tmpdir(), 'etrati-ace-'));
  try {
    const chromium = (await find('chromium', 'chromium-browser', 'google-chrome')) ?? '';
    const env = { PUPPETEER_EXECUTABLE_PATH: chromium };
    const { code, stdout, stderr } = await run(process.execPath, [program, ofPackage(''), folder, ...files], {
      env,
      minutes: 15,
    });
    if (code !== 0) throw new Error(`${stdout}${stderr}`);
    const read = async (/** @type {number} */ index) =>
      JSON.parse(await readFile(join(folder, `${index}.json`), 'utf8'));
    return await Promise.all(files.map((_, index) => read(index)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
