/** The system's Chromium, driven through playwright-core, which brings no browser of its own. */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { ofPackage } from '../places.mjs';
import { find, missing } from '../process.mjs';
import { defineLines } from './layout.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome'];

/** @param {...string} packages that a judge needs besides */
export async function noChromium(...packages) {
  if ((await find(...names)) === null) return 'chromium is not installed';
  return missing({ files: ['playwright-core/package.json', ...packages].map(ofPackage) });
}

/**
 * Lends a browser to some work and closes it after.
 *
 * @template Result
 * @param {(browser: any) => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function withChromium(work) {
  const { chromium } = createRequire(import.meta.url)(ofPackage('playwright-core'));
  const browser = await chromium.launch({
    executablePath: await find(...names),
    // Chromium's sandbox refuses to start as root, which CI is; the pages are our own, without scripts and network.
    args: ['--no-sandbox', '--font-render-hinting=none'],
  });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** The ways in which a page is looked at. 320 CSS pixels is a 1280 pixel window at 400 % (WCAG 2.2, 1.4.10). */
const wide = { width: 1280, height: 1024 };
const zoomed = { width: 320, height: 256 };
export const views = {
  '1280 light': { viewport: wide, colorScheme: 'light' },
  '1280 dark': { viewport: wide, colorScheme: 'dark' },
  '320 light': { viewport: zoomed, colorScheme: 'light' },
  '320 dark': { viewport: zoomed, colorScheme: 'dark' },
};

/**
 * Opens a file in a fresh context. Whatever it asks for besides itself is refused and noted in `asked`.
 *
 * @param {any} browser
 * @param {string} file
 * @param {object} [settings] of the context
 * @returns {Promise<{ page: any, asked: string[] }>}
 */
export async function open(browser, file, settings = views['1280 light']) {
  const address = pathToFileURL(file).href;
  /** @type {string[]} */
  const asked = [];
  const context = await browser.newContext({ reducedMotion: 'reduce', ...settings });
  await context.route('**/*', (/** @type {any} */ route) => {
    const url = route.request().url();
    if (url === address) return route.continue();
    asked.push(url);
    return route.abort();
  });
  const page = await context.newPage();
  await page.addInitScript(defineLines);
  await page.goto(address, { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready.then(() => null));
  return { page, asked };
}
