/** What every walk through the studio needs: a page that is open, keys, and what is judged of it. */
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ofPackage, root } from '../places.mjs';

const axeSource = readFileSync(ofPackage('axe-core/axe.min.js'), 'utf8');

/** @type {{ address: string, folder: string, shots: string | null, slowness: number, passed: number, failures: string[] }} */
export const run = { address: '', folder: '', shots: null, slowness: 1, passed: 0, failures: [] };

/** Puts an example of ours into the project, unless it has documents of the kind. @param {string} kind */
export function withExample(kind) {
  const folder = join(run.folder, 'data', kind);
  if (existsSync(folder)) return;
  mkdirSync(join(run.folder, 'data'), { recursive: true });
  cpSync(join(root, 'data', kind), folder, { recursive: true });
}

/** Puts the brochure of ours into the project under another name: whatever others have made there. @param {string} name */
export function withBrochure(name) {
  const [from, to] = [join(root, 'data/brochure'), join(run.folder, 'data/brochure')];
  const main = join(from, 'brochure.json');
  cpSync(from, to, { recursive: true, force: false, filter: (file) => file !== main });
  cpSync(main, join(to, `${name}.json`));
}

/** @param {boolean} isTrue @param {string} what */
export function check(isTrue, what) {
  if (isTrue) run.passed += 1;
  else run.failures.push(what);
  console.log(`${isTrue ? 'passed' : 'FAILED'}  ${what}`);
}

/** @param {any} browser @param {object} settings */
export async function opened(browser, settings) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 922 },
    locale: 'en',
    reducedMotion: 'reduce',
    acceptDownloads: true,
    ...settings,
  });
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: run.slowness });
  // Choosers are caught from the start: asked for at the moment of the key, they come too late now and then.
  page.on('filechooser', () => undefined);
  page.on('pageerror', (/** @type {Error} */ error) => check(false, `a script failed: ${error.message}`));
  page.on('console', (/** @type {any} */ message) => {
    if (/Content Security Policy/.test(message.text())) check(false, `the policy forbids: ${message.text()}`);
  });
  await page.addInitScript(() => {
    /** @type {any} */
    const own = globalThis;
    own.frameBody = () => document.querySelector('iframe')?.contentDocument?.body;
    own.frameText = () => own.frameBody()?.textContent ?? '';
  });
  await page.goto(run.address);
  await page.waitForSelector('h1');
  await page.waitForFunction(() => document.querySelector('main'));
  return page;
}

/** Until the page of the document stands in its frame. @param {any} page */
export async function drawn(page) {
  await page.waitForFunction(
    () => document.querySelector('iframe')?.contentDocument?.querySelector('main') != null,
    null,
    {
      timeout: 60_000,
    },
  );
}

/** Until the text stands on the disk as it is written here, in whichever language it is said. @param {any} page */
export async function saved(page) {
  await page.waitForFunction(() => document.querySelector('.save-state:not(.needs) svg') !== null);
}

/** Presses Tab until the element has the focus. @param {any} page @param {Function} isIt */
export async function tabTo(page, isIt) {
  for (let count = 0; count < 400; count += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(`(${isIt})(document.activeElement)`)) return;
  }
  throw new Error(`Tab never reaches ${isIt}`);
}

/** @param {string} path */
export function at(path) {
  return new Function('element', `return element.getAttribute('data-path') === ${JSON.stringify(path)}`);
}

/** @param {any} page @returns {Promise<string | null>} */
export function focused(page) {
  return page.evaluate(() => document.activeElement?.getAttribute('data-path') ?? null);
}

/** @param {any} page @param {string} path @returns {Promise<string>} */
export function boxText(page, path) {
  return page.evaluate((/** @type {string} */ name) => {
    const box = document.querySelector(`[data-path="${CSS.escape(name)}"]`);
    return box instanceof HTMLTextAreaElement ? box.value : '';
  }, path);
}

/** @param {any} page @param {string} where */
export async function noSideways(page, where) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  check(over <= 0, `no sideways scroll: ${where}${over > 0 ? ` (${over} px)` : ''}`);
}

/** @param {any} page @param {string} where */
export async function judge(page, where) {
  await page.waitForTimeout(300);
  if (run.shots !== null) await page.screenshot({ path: join(run.shots, `${where.replace(/\W+/g, '-')}.png`) });
  const found = await violations(page);
  check(found.length === 0, `axe: ${where}${found.length === 0 ? '' : ` – ${found.join('; ')}`}`);
}

/** What axe-core finds in the page, each with its first places. @param {any} page @returns {Promise<string[]>} */
export async function violations(page) {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    /** @type {any} */
    const { axe } = globalThis;
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    // The document in the preview is judged by the judge `axe`.
    const { violations: found } = await axe.run(
      { exclude: ['iframe'] },
      { runOnly: { type: 'tag', values: tags }, iframes: false },
    );
    return found.map(
      (/** @type {any} */ { id, nodes }) =>
        `${id}: ${nodes
          .map((/** @type {any} */ node) => node.target.join(' '))
          .slice(0, 3)
          .join(', ')}`,
    );
  });
}
