/**
 * What no rule over elements sees: how a page looks and behaves. Reflow, text spacing, painted contrast, keyboard focus,
 * motion; without scripts and without a network. The clauses are WCAG 2.2's.
 */
import { fileURLToPath } from 'node:url';
import { noChromium, open, views, withChromium } from '../browser/chromium.mjs';
import { contrastFaults } from '../browser/contrast.mjs';
import {
  deadAnchors,
  dividedWords,
  focused,
  layoutFaults,
  neighbours,
  scrollFaults,
  takesStyles,
} from '../browser/layout.mjs';
import { isThere } from '../process.mjs';

/** WCAG 2.2, 1.4.12: nothing may get lost when a reader sets these. */
const textSpacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`;

/** @type {import('../judges.mjs').Judge} */
export const page = {
  name: 'page',
  format: 'html',
  available: () => noChromium(),
  judge: (files) =>
    withChromium(async (browser) => {
      const found = [];
      for (const file of files) found.push(await judgePage(browser, file));
      return found;
    }),
};

/** @param {any} browser @param {string} file */
async function judgePage(browser, file) {
  const found = [];
  for (const [name, view] of Object.entries(views)) found.push(...(await judgeView(browser, file, name, view)));
  found.push(...(await stops(browser, file)));
  return [...found, ...(await readersStyles(browser, file)), ...(await withoutScripts(browser, file))];
}

/** Widths of windows between and beyond those of the views: a table scrolls in some and has its room in others. */
const otherWidths = [768, 1024, 1920];

/** With all details open, without scripts. @param {any} browser @param {string} file */
async function stops(browser, file) {
  const { page } = await open(browser, file, { viewport: { width: otherWidths[0], height: 1024 }, bypassCSP: true });
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  const found = [];
  const looked = [];
  for (const width of otherWidths) {
    await page.setViewportSize({ width, height: 1024 });
    looked.push({ width, plain: await page.evaluate(scrollFaults) });
  }
  await page.addStyleTag({ content: textSpacing });
  for (const { width, plain } of looked) {
    await page.setViewportSize({ width, height: 1024 });
    found.push(...inView(ofAnySpacing(plain, await page.evaluate(scrollFaults)), `${width}`));
  }
  await page.context().close();
  return found;
}

/**
 * A stop at a table that scrolls only for readers who space letters out is no needless one.
 *
 * @param {readonly import('../judges.mjs').Finding[]} plain
 * @param {readonly import('../judges.mjs').Finding[]} spaced
 */
function ofAnySpacing(plain, spaced) {
  const needless = new Set(spaced.filter(({ rule }) => rule === 'needless-stop').map(({ where }) => where));
  return plain.filter(({ rule, where }) => rule !== 'needless-stop' || needless.has(where));
}

/** What does not depend on colours is asked in the light only. @param {any} browser @param {string} file @param {string} name @param {object} view */
async function judgeView(browser, file, name, view) {
  // Its own policy must not stop the style sheets that the judge adds, nor what a fault without it would fetch.
  const { page, asked } = await open(browser, file, { ...view, bypassCSP: true });
  const found = inView(await contrastFaults(page), name);
  if (name === '1280 light') found.push(...(await links(page)), ...(await page.evaluate(dividedWords)));
  if (name === '320 light') found.push(...(await keyboard(page)));
  if (name.endsWith('light')) found.push(...(await layout(page, name)));
  await page.context().close();
  return [
    ...found,
    ...asked.map((url) => ({ rule: 'network', message: 'asks for something besides itself', where: url })),
  ];
}

/** 1.4.10 and 1.4.12, and 2.3.3. @param {any} page @param {string} view */
async function layout(page, view) {
  const plain = await page.evaluate(layoutFaults);
  const scrolling = await page.evaluate(scrollFaults);
  const moving = await page.evaluate(() => document.getAnimations().length);
  await page.addStyleTag({ content: textSpacing });
  const spaced = await page.evaluate(layoutFaults);
  return [
    ...(moving === 0
      ? []
      : [{ rule: 'motion', message: `${moving} animations though the reader wants none`, where: view }]),
    ...inView([...plain, ...ofAnySpacing(scrolling, await page.evaluate(scrollFaults))], view),
    ...inView(spaced, `${view}, text spacing`),
  ];
}

/** @param {readonly import('../judges.mjs').Finding[]} found @param {string} view */
function inView(found, view) {
  return found.map((finding) => ({ ...finding, where: `${finding.where} (${view})` }));
}

/** @param {any} page */
async function links(page) {
  const dead = await page.evaluate(deadAnchors);
  for (const address of new Set(await page.evaluate(neighbours))) {
    const there = await isThere(fileURLToPath(new URL(/** @type {string} */ (address))));
    if (!there) dead.push({ rule: 'dead-link', message: 'leads to a file that is not there', where: address });
  }
  return dead;
}

/** 2.4.1, 2.4.7 and 2.4.11: Tab through the page. @param {any} page */
async function keyboard(page) {
  const stops = [];
  const most = await page.locator('a[href], button, summary, input, [tabindex]').count();
  while (stops.length <= most) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(focused);
    if (stop === null) break;
    stops.push(stop);
  }
  const found = stops.flatMap(({ name, shown, marked }) => [
    ...(shown ? [] : [{ rule: 'focus-hidden', message: 'has the focus and is not in sight', where: name }]),
    ...(marked ? [] : [{ rule: 'focus-unmarked', message: 'has the focus and does not show it', where: name }]),
  ]);
  if (stops[0]?.anchor?.startsWith('#')) return found;
  const where = stops[0]?.name ?? 'body';
  return [...found, { rule: 'skip-link', message: 'the first stop does not skip to the content', where }];
}

/** 1.4.12: the page's own policy lets readers space its text, in the ways in which they do. @param {any} browser @param {string} file */
async function readersStyles(browser, file) {
  const { page } = await open(browser, file, views['1280 light']);
  const taken = await page.evaluate(takesStyles, textSpacing);
  await page.context().close();
  return taken
    ? []
    : [{ rule: 'readers-styles', message: 'the policy keeps out styles that a reader adds', where: 'head' }];
}

/** The same text is there with scripts off. @param {any} browser @param {string} file */
async function withoutScripts(browser, file) {
  const texts = [];
  for (const javaScriptEnabled of [true, false]) {
    const { page } = await open(browser, file, { ...views['1280 light'], javaScriptEnabled });
    texts.push(await page.evaluate(() => document.body.innerText));
    await page.context().close();
  }
  return texts[0] === texts[1] ? [] : [{ rule: 'needs-scripts', message: 'says something else with scripts off' }];
}
