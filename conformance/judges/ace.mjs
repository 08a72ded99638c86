/** Ace by DAISY: EPUB Accessibility 1.1 and axe-core's rules in each file of a book, in Chromium. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noChromium } from '../browser/chromium.mjs';
import { ofPackage } from '../places.mjs';
import { find, run } from '../process.mjs';

const packages = ['@daisy/ace-core/package.json', '@daisy/ace-axe-runner-puppeteer/package.json'];
const program = new URL('../browser/ace.cjs', import.meta.url).pathname;

/** @type {import('../judges.mjs').Judge} */
export const ace = {
  name: 'ace',
  format: 'epub',
  available: () => noChromium(...packages),
  judge: async (files) => {
    const found = [];
    for (const file of files) found.push(await judged(file));
    return found;
  },
};

/** A page that is not there in its time may be so when the machine is less busy. @param {string} file */
async function judged(file) {
  const first = await report(file);
  const { assertions } = typeof first === 'string' ? await secondTime(file, first) : first;
  return assertions.flatMap((/** @type {any} */ { assertions: own, 'earl:testSubject': subject }) =>
    own.map((/** @type {any} */ { 'earl:test': test, 'earl:result': result }) => ({
      rule: test['dct:title'],
      message: String(result['dct:description']).replace(/\s+/g, ' '),
      where: `${subject.url} ${String(result['earl:pointer']?.css ?? '')}`,
    })),
  );
}

/** @param {string} file @param {string} reason */
async function secondTime(file, reason) {
  if (!/time(?:d )?-?out/i.test(reason)) throw new Error(reason);
  const again = await report(file);
  if (typeof again === 'string') throw new Error(again);
  return again;
}

/** What it reports, or why it broke off. @param {string} file @returns {Promise<any>} */
async function report(file) {
  const folder = await mkdtemp(join(tmpdir(), 'etrati-ace-'));
  try {
    const chromium = (await find('chromium', 'chromium-browser', 'google-chrome')) ?? '';
    // Milliseconds that a page may take to be there.
    const env = { PUPPETEER_EXECUTABLE_PATH: chromium, ACE_TIMEOUT_INITIAL: '60000' };
    const { code, stdout, stderr } = await run(process.execPath, [program, ofPackage(''), file, folder], { env });
    if (code !== 0) return `${stdout}${stderr}`;
    return createRequire(import.meta.url)(join(folder, 'report.json'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
