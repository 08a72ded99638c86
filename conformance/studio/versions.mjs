/** The versions of a document: listed, compared, looked at, gone back to by keyboard, undone; and what another program writes. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { boxText, check, judge, noSideways, opened, run, saved, tabTo, violations, withBrochure } from './steps.mjs';

const file = 'data/brochure/versions.json';
const named = encodeURIComponent(file);
const path = '$.overview.lead.en';

/** @param {any} browser */
export async function versions(browser) {
  withBrochure('versions');
  await goBack(browser);
  await otherViews(browser);
  await changedElsewhere(browser, {});
  await changedElsewhere(browser, { locale: 'ka' });
}

/** @param {any} browser */
async function goBack(browser) {
  const page = await opened(browser, {});
  await page.goto(`${run.address}#/edit/${named}/overview`);
  const box = page.locator(`#form [data-path="${path}"]`);
  await box.waitFor();
  const before = await boxText(page, path);
  await box.fill('Words of today.');
  await saved(page);
  await tabTo(page, (/** @type {Element} */ element) => element.textContent?.trim() === 'Versions');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.textContent === 'Versions');
  check(true, 'the heading of the versions takes the focus');
  await page.waitForSelector('.version-list li');
  const now = (await page.locator('.version-list li').first().textContent()) ?? '';
  check(/^Now.*First sentence, English/.test(now), `it is said in words what has been changed: ${now}`);
  await judge(page, 'versions');
  await tabTo(page, (/** @type {Element} */ element) => element.matches('.version-list button'));
  await page.keyboard.press('Enter');
  await page.waitForSelector('.differences li');
  check(
    (await page.evaluate(() => document.activeElement?.textContent))?.startsWith('As it stood:') === true,
    'the version that was chosen takes the focus',
  );
  const shown = await page.locator('.differences li').first().textContent();
  check(
    shown.includes('Then') && shown.includes('Words of today.'),
    'what it said then and says now stand beside each other',
  );
  check((await page.locator('.differences dd').first().getAttribute('lang')) === 'en', 'each in its language');
  await judge(page, 'versions, compared');
  await page.click('text=Look at it');
  await page.waitForFunction(
    (/** @type {string} */ words) => /** @type {any} */ (globalThis).frameText().includes(words),
    before.slice(0, 30),
  );
  check(true, 'a version is looked at as a page');
  await judge(page, 'versions, looked at');
  await page.click('.version >> text=Compare');
  await page.waitForSelector('.differences');
  await page.locator('#version-title').focus();
  await tabTo(page, (/** @type {Element} */ element) => element.textContent?.trim() === 'Go back to this version');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.getElementById('live-polite')?.textContent?.includes('Ctrl+Z undoes'));
  check(true, 'those who listen hear that the version is back');
  await saved(page);
  const text = () => readFileSync(join(run.folder, file), 'utf8');
  check(text().includes(before) && !text().includes('Words of today.'), 'the version is the text of the file');
  await page.waitForFunction(() => document.querySelectorAll('.version-list button').length >= 2);
  check(true, 'what was gone back from is a version too');
  await page.keyboard.press('Control+z');
  await page.waitForSelector('.differences li');
  await saved(page);
  check(text().includes('Words of today.'), 'one step undoes it');
  await page.keyboard.press('Control+y');
  await page.waitForFunction(() => document.querySelector('.differences') === null);
  await saved(page);
  check(text().includes(before), 'and it is done again');

  // The judge itself: a list without its buttons’ names is found.
  await page.evaluate(() => {
    for (const button of document.querySelectorAll('.version-list button')) button.textContent = '';
  });
  check(
    (await violations(page)).some((each) => each.startsWith('button-name')),
    'planted: a version without a name is found',
  );
  await page.context().close();
}

/** @param {any} browser */
async function otherViews(browser) {
  const narrow = { viewport: { width: 320, height: 640 } };
  const views = {
    'Georgian, 320 px, dark': { ...narrow, colorScheme: 'dark', locale: 'ka' },
    'forced colours': { forcedColors: 'active' },
    dark: { colorScheme: 'dark' },
    Georgian: { locale: 'ka' },
  };
  for (const [name, settings] of Object.entries(views)) {
    const page = await opened(browser, settings);
    await page.goto(`${run.address}#/versions/${named}/`);
    await page.waitForSelector('.version-list button');
    await page.locator('.version-list button').last().click();
    await page.waitForFunction(() => document.activeElement?.id === 'version-title');
    await judge(page, `versions, ${name}`);
    await noSideways(page, `versions, ${name}`);
    await page.context().close();
  }
}

/**
 * Another program writes the file: unsaved words are kept, and the person is asked, in the language of the page.
 * @param {any} browser @param {{ locale?: string }} settings
 */
async function changedElsewhere(browser, settings) {
  const isGeorgian = settings.locale === 'ka';
  const where = isGeorgian ? 'Georgian' : 'English';
  const page = await opened(browser, settings);
  await page.goto(`${run.address}#/edit/${named}/overview`);
  const box = page.locator(`#form [data-path="${path}"]`);
  await box.waitFor();
  const absolute = join(run.folder, file);
  const write = (/** @type {string} */ words) => {
    const data = JSON.parse(readFileSync(absolute, 'utf8'));
    data.overview.lead.en = words;
    writeFileSync(absolute, `${JSON.stringify(data, null, 2)}\n`);
  };
  // Nothing unsaved here: the other text is simply there.
  write(`Written elsewhere, ${where}.`);
  await page.waitForFunction(
    (/** @type {string} */ words) =>
      /** @type {any} */ (document.querySelector('#form [data-path="$.overview.lead.en"]'))?.value === words,
    `Written elsewhere, ${where}.`,
  );
  check(true, `what another program wrote appears (${where})`);
  // Written on both sides: saving waits until the other program has written.
  const theirs = async (/** @type {any} */ route) => {
    if (route.request().method() === 'PUT') write(`Theirs, ${where}.`);
    await route.continue();
  };
  await page.route('**/api/document?*', theirs, { times: 1 });
  await box.fill(`Mine, ${where}.`);
  await page.waitForSelector('.conflict');
  const alarm = await page.evaluate(() => document.getElementById('live-assertive')?.textContent);
  const words = isGeorgian ? 'დოკუმენტი სხვა პროგრამამ შეცვალა' : 'Another program changed this document';
  check(alarm?.includes(words) === true, `those who listen hear of it at once: ${alarm}`);
  check((await boxText(page, path)) === `Mine, ${where}.`, 'what was written here is still here');
  check(
    JSON.parse(readFileSync(absolute, 'utf8')).overview.lead.en === `Theirs, ${where}.`,
    'and theirs is on the disk',
  );
  await page.locator('.conflict summary').click();
  await judge(page, `changed by another program, ${where}`);
  const said = (await page.locator('.conflict').textContent()) ?? '';
  check(
    said.includes(`Mine, ${where}.`) && said.includes(`Theirs, ${where}.`),
    'both texts are shown beside each other',
  );
  await page.locator('.conflict button').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('.conflict') === null);
  await saved(page);
  check(
    JSON.parse(readFileSync(absolute, 'utf8')).overview.lead.en === `Mine, ${where}.`,
    'the one that was chosen is saved',
  );
  const focus = await page.evaluate(() => document.activeElement?.tagName);
  check(focus !== 'BODY', `the focus is not lost with the question: ${focus}`);
  // What was theirs is a version now.
  await page.goto(`${run.address}#/versions/${named}/`);
  await page.locator('.version-list button').first().click();
  await page.waitForSelector('.differences');
  check(
    ((await page.locator('.differences').textContent()) ?? '').includes('Theirs'),
    'the other one is kept as a version',
  );
  await page.context().close();
}
