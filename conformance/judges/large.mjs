/**
 * Large print: 18 points for all that is read, one column, no word divided, nothing that leans (UKAAF G003, APH). In PDF by what is
 * painted (`conformance/pdf/large.py`), in Word by what parts and styles set, in HTML by what Chromium computes.
 */
import { join } from 'node:path';
import { noChromium, open, views, withChromium } from '../browser/chromium.mjs';
import { largeFaults } from '../browser/large.mjs';
import { conformance, python } from '../places.mjs';
import { missing, run } from '../process.mjs';

/** @param {string} format @param {string} script */
const byScript = (format, script) => ({
  name: `large-${format}`,
  format: /** @type {import('../judges.mjs').Format} */ (format),
  files: /\.large\.[^/]*$/,
  available: () => missing({ files: [python] }),
  judge: async (/** @type {readonly string[]} */ files) => {
    const { code, stdout, stderr } = await run(python, ['-B', join(conformance, script), ...files]);
    if (code !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
  },
});

/** @type {readonly import('../judges.mjs').Judge[]} */
export const large = [
  byScript('pdf', 'pdf/large.py'),
  byScript('docx', 'docx/large.py'),
  {
    name: 'large-html',
    format: 'html',
    files: /\.large\.(?![^/]*ticket)[^/]*$/,
    available: () => noChromium(),
    judge: (files) =>
      withChromium(async (browser) => {
        const found = [];
        for (const file of files) {
          const own = [];
          for (const view of ['1280 light', '320 light']) {
            const { page } = await open(browser, file, views[/** @type {keyof typeof views} */ (view)]);
            for (const fault of await page.evaluate(largeFaults))
              own.push({ ...fault, where: `${fault.where} (${view})` });
            await page.context().close();
          }
          found.push(own);
        }
        return found;
      }),
  },
];
