/** Pages as pictures: drawn, crisp, named, turned by keys, clicked; the fold and the cut; and that the judge would see their faults. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check, focused, judge, noSideways, opened, run, violations, withBrochure, withExample } from './steps.mjs';

const brochure = encodeURIComponent('data/brochure/pages.json');
const report = encodeURIComponent('data/report/interim-2026.json');

/** @param {any} browser */
export async function paper(browser) {
  withBrochure('pages');
  withExample('report');
  await pagesOfPdf(browser);
  await foldedSheet(browser);
  await longDocument(browser);
  await longerWords(browser);
  await otherViews(browser);
}

/** Until a page is drawn and no older one is there. @param {any} page @param {string} medium */
async function shown(page, medium) {
  await page.click(`#preview >> text="${medium}"`);
  await page.waitForSelector('.sheet-picture[data-drawn]', { timeout: 120_000 });
}

/** The first picture: its name, how many pixels it has for one of the page, and whether something is drawn on it. @param {any} page */
function picture(page) {
  return page.evaluate(() => {
    const place = document.querySelector('.sheet-picture');
    const canvas = place?.querySelector('canvas');
    const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    const colours = new Set();
    for (let at = 0; at < pixels.length; at += 4 * 97) colours.add(`${pixels[at]} ${pixels[at + 1]} ${pixels[at + 2]}`);
    return {
      name: place?.getAttribute('aria-label'),
      role: place?.getAttribute('role'),
      density: (canvas?.width ?? 0) / (place?.clientWidth ?? 1),
      isDrawn: colours.size > 3,
    };
  });
}

/** @param {any} browser */
async function pagesOfPdf(browser) {
  const page = await opened(browser, { deviceScaleFactor: 2 });
  /** @type {string[]} */
  const asked = [];
  page.on('request', (/** @type {any} */ request) => asked.push(request.url()));
  page.on('console', (/** @type {any} */ { type, text }) => {
    if (type() === 'error') check(false, `the browser tells of an error: ${text()}`);
  });
  await page.goto(`${run.address}#/edit/${brochure}/overview`);
  await page.locator('#form [data-path="$.overview.lead.en"]').waitFor();
  check(!asked.some((url) => url.includes('pdf.worker')), 'what draws pages is not loaded before it is needed');
  await shown(page, 'PDF');
  check(
    asked.every((url) => url.startsWith(run.address) || url.startsWith('data:')),
    'nothing is fetched from elsewhere',
  );
  const first = await picture(page);
  check(first.role === 'img' && first.name === 'Page 1 of 5', `a page says which it is: ${first.name}`);
  check(first.isDrawn, 'the page is drawn');
  check(Math.abs(first.density - 2) < 0.05, `two pixels for one on a fine screen: ${first.density.toFixed(2)}`);
  await page.waitForFunction(() => document.getElementById('live-polite')?.textContent?.includes('Pages: 5'));
  check(true, 'those who listen hear how many pages there are');
  await judge(page, 'edit, pages of the PDF');

  await page.locator('.sheets').focus();
  await page.keyboard.press('PageDown');
  await page.waitForFunction(() => document.getElementById('live-polite')?.textContent?.includes('Page 2 of 5'));
  check((await page.locator('.page-field input').inputValue()) === '2', 'Page Down goes to the next page, and says so');
  const field = page.locator('.page-field input');
  await field.fill('4');
  await field.press('Enter');
  await page.waitForFunction(() => {
    const [list, item] = [document.querySelector('.sheets'), document.querySelector('[data-page="4"]')];
    return Math.abs((item?.getBoundingClientRect().top ?? 0) - (list?.getBoundingClientRect().top ?? 0)) < 40;
  });
  check(true, 'a number in the field goes to its page');
  await field.fill('99');
  await field.press('Enter');
  check((await field.inputValue()) === '4', 'a page that is not there is not gone to');

  // From a word to its field, and from a field to its words.
  const word = page.locator('.word[data-from="$.overview.lead.en"]').first();
  await page.locator('#form [data-path="$.overview.title.en"]').focus();
  await page.waitForSelector('.sheet-picture .marked', { state: 'attached' });
  check(true, 'the field that one is in is marked on its page');
  await word.click();
  await page.waitForFunction(() => document.activeElement?.getAttribute('data-path') === '$.overview.lead.en');
  check((await focused(page)) === '$.overview.lead.en', 'a click on words of a picture opens their field');

  const box = page.locator('#form [data-path="$.overview.lead.en"]');
  const before = await box.inputValue();
  const started = Date.now();
  await box.fill(`${before} Indeed.`);
  await page.waitForSelector('.changed-bar', { state: 'attached', timeout: 60_000 });
  console.log(`        the pages followed after ${Date.now() - started} ms`);
  check(true, 'what has changed on the pages has a bar');
  await page.waitForFunction(() => document.querySelector('.changed-bar') === null);
  check(true, 'and loses it again');
  await box.fill(before);

  // The judge itself: what it must not let pass.
  await page.evaluate(() => document.querySelector('.sheet-picture')?.removeAttribute('aria-label'));
  check(
    (await violations(page)).some((each) => each.startsWith('role-img-alt')),
    'planted: a picture without a name is found',
  );
  await page.evaluate(() => {
    const canvas = document.querySelector('.sheet-picture canvas');
    if (canvas instanceof HTMLCanvasElement) canvas.width = 300;
  });
  const blank = await picture(page);
  check(!blank.isDrawn && blank.density < 1, 'planted: a page that is not drawn, or coarsely, is found');
  await page.context().close();
}

/** @param {any} browser */
async function foldedSheet(browser) {
  const page = await opened(browser, {});
  await page.goto(`${run.address}#/edit/${brochure}/overview`);
  await page.waitForSelector('#form h1');
  await shown(page, 'Tri-fold');
  const { name, isDrawn } = await picture(page);
  check(isDrawn, 'the sheet is drawn');
  check(
    name ===
      'Side 1 of 2, from the left: Text 1, 97 mm; Back cover, 100 mm; Front cover, 100 mm. Folds from the left edge: 97 mm, 197 mm.',
    `a side says its panels and folds: ${name}`,
  );
  check((await page.locator('[data-page="1"] .fold-line').count()) === 2, 'each side shows where it is folded');
  await judge(page, 'edit, tri-fold');
  await page.click('text=With bleed');
  await page.waitForSelector('.cut-line', { state: 'attached' });
  check(true, 'what is cut off is shown');
  await judge(page, 'edit, tri-fold with bleed');
  await page.context().close();
}

/** Only what is near is drawn, and it gives its room back. @param {any} browser */
async function longDocument(browser) {
  const page = await opened(browser, {});
  await page.goto(`${run.address}#/edit/${report}/summary`);
  await page.waitForSelector('#form h1');
  await shown(page, 'PDF');
  const [all, drawn] = await counts(page);
  check(all > 20 && drawn <= 4, `of ${all} pages ${drawn} are drawn`);
  await page.locator('.page-field input').fill(String(all));
  await page.locator('.page-field input').press('Enter');
  await page.waitForFunction(
    (/** @type {number} */ last) => document.querySelector(`[data-page="${last}"] canvas`) !== null,
    all,
  );
  await page.waitForFunction(() => document.querySelector('[data-page="1"] canvas') === null);
  check(true, 'a page that is far away gives its picture back');
  await page.context().close();
}

/** A text that fits its panels just so: with longer words it does not, and that is said. @param {any} browser */
async function longerWords(browser) {
  const file = join(run.folder, 'data/brochure/pages.json');
  const data = JSON.parse(readFileSync(file, 'utf8'));
  const text = 'A sentence that is read by nobody but fills its panel to the last line. '.repeat(12).trim();
  data.about.paragraphs = [0, 1].map(() => ({ en: text, ka: 'აბზაცი.' }));
  writeFileSync(file, JSON.stringify(data, null, 2));
  const page = await opened(browser, {});
  await page.goto(`${run.address}#/translate/${brochure}/`);
  await page.locator('.translate-bar input[type=checkbox]').check();
  await page.click('#preview >> text="EN"');
  await page.click('#preview >> text="Tri-fold"');
  await page.waitForFunction(
    () => document.querySelector('.preview-state')?.textContent?.includes('With longer words it cannot be drawn'),
    null,
    { timeout: 60_000 },
  );
  check(true, 'what longer words keep from being drawn is said');
  await judge(page, 'translate, longer words that do not fit');
  await page.context().close();
}

/** @param {any} page @returns {Promise<[number, number]>} */
async function counts(page) {
  return [await page.locator('.sheet-picture').count(), await page.locator('.sheet-picture canvas').count()];
}

/** @param {any} browser */
async function otherViews(browser) {
  const narrow = { viewport: { width: 320, height: 640 } };
  const views = {
    'Georgian, 320 px, dark': { ...narrow, colorScheme: 'dark', locale: 'ka' },
    'Georgian, forced colours': { forcedColors: 'active', locale: 'ka' },
    dark: { colorScheme: 'dark' },
  };
  for (const [name, settings] of Object.entries(views)) {
    const page = await opened(browser, settings);
    await page.goto(`${run.address}#/edit/${brochure}/overview`);
    await page.waitForSelector('#form h1');
    await shown(page, name.startsWith('Georgian') ? 'სამკეცა' : 'Tri-fold');
    await page.locator('#preview').scrollIntoViewIfNeeded();
    await judge(page, `edit, tri-fold, ${name}`);
    await noSideways(page, `edit, tri-fold, ${name}`);
    await page.context().close();
  }
}
