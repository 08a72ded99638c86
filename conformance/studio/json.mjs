/** The JSON text beside the form: both ways in step, left by Tab, its findings at their places, mended, undone; and what is left of the file as it was. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check, judge, noSideways, opened, run, saved, withExample } from './steps.mjs';

const file = 'data/factsheet/factsheet.json';

/** @param {any} browser */
export async function json(browser) {
  withExample('factsheet');
  const path = join(run.folder, file);
  // Of Windows, and with blanks of its own: what is not touched stays.
  const before = readFileSync(path, 'utf8').replace('"kind":', '"kind"  :').replaceAll('\n', '\r\n');
  writeFileSync(path, before);
  const page = await opened(browser, {});
  const address = `${run.address}#/json/${encodeURIComponent(file)}/`;
  await page.goto(address);
  await page.reload();
  const editor = page.locator('.cm-content');
  await editor.waitFor();
  check((await page.evaluate(() => document.activeElement?.textContent)) === 'JSON', 'the heading has the focus');
  check((await editor.getAttribute('aria-label')) === `JSON of ${file}`, 'the box says whose text it is');
  check(
    await page.evaluate(() => document.querySelector('.cm-content [lang="ka"]') !== null),
    'texts in the editor have their language',
  );
  await judge(page, 'json beside the form');
  await noSideways(page, 'json beside the form');

  // By keyboard: Tab goes in and out.
  await editor.focus();
  await page.keyboard.press('Tab');
  check(
    await page.evaluate(() => !document.activeElement?.closest('.cm-content')),
    'Tab leaves the editor and writes nothing',
  );
  await page.keyboard.press('Shift+Tab');
  check(await page.evaluate(() => document.activeElement?.matches('.cm-content')), 'Shift+Tab goes back into it');
  check(readFileSync(path, 'utf8') === before, 'nothing was written');

  // From the form to the text, and back.
  const title = page.locator('#form [data-path="$.title.en"]');
  const was = await title.inputValue();
  await title.fill(`${was} and more`);
  await page.waitForFunction(
    (/** @type {string} */ words) => document.querySelector('.cm-content')?.textContent?.includes(words),
    `${was} and more`,
  );
  check(true, 'what is written in the form is in the text');
  check(
    await page.evaluate(() =>
      [...document.querySelectorAll('.cm-framed')]
        .map(({ textContent }) => textContent)
        .join('')
        .includes('and more'),
    ),
    'the field that one is in is framed in the text',
  );
  await saved(page);
  const now = readFileSync(path, 'utf8');
  check(now === before.replace(was, `${was} and more`), 'blanks, order and line ends of all else are as they were');

  await editor.focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+f');
  await page.locator('.cm-search [name=search]').waitFor();
  await judge(page, 'json, finding words');
  await page.keyboard.type(' and more');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.type(',a b');
  await page.waitForFunction(
    (/** @type {string} */ words) =>
      /** @type {any} */ (document.querySelector('#form [data-path="$.title.en"]'))?.value === words,
    `${was},a b`,
  );
  check(true, 'what is written in the text is in the form');
  await page.locator('.cm-lintRange').first().waitFor({ timeout: 60_000 });
  check(true, 'a finding is marked at its place');
  await judge(page, 'json, a finding');
  await page.keyboard.press('F8');
  await page.waitForFunction(() =>
    /^Line \d+, column \d+: /.test(document.getElementById('live-polite')?.textContent ?? ''),
  );
  check(true, 'F8 goes to a finding and says line, column and what it is');
  await page.locator('.json-findings .fix').first().click();
  await page.waitForFunction(
    (/** @type {string} */ words) =>
      /** @type {any} */ (document.querySelector('#form [data-path="$.title.en"]'))?.value === words,
    `${was}, a b`,
  );
  check(true, 'a mend is written by its button');
  await editor.focus();
  for (let count = 0; count < 12 && (await title.inputValue()) !== was; count += 1)
    await page.keyboard.press('Control+z');
  check((await title.inputValue()) === was, 'Ctrl+Z in the text takes back what was written in either');
  check(await page.evaluate(() => document.activeElement?.matches('.cm-content')), 'and stays in the text');
  await saved(page);
  check(readFileSync(path, 'utf8') === before, 'the file is the same as at first, sign for sign');

  // A field of one's own, whose name is no word of a form: the step back from it finds its way.
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('"extra": {"my own key": "value"}, ');
  await page.waitForTimeout(1300);
  for (let count = 0; count < 6; count += 1) await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('more ');
  const back = page.getByRole('button', { name: 'Undo' });
  await back.press('Enter');
  await page.waitForFunction(() => document.activeElement?.matches('#form h1'), null, { timeout: 10_000 });
  check(
    (await editor.textContent())?.includes('"my own key": "value"') === true,
    'one step takes back what was typed in a field whose name has blanks, and the page goes on',
  );
  await editor.focus();
  while ((await back.getAttribute('aria-disabled')) !== 'true') await page.keyboard.press('Control+z');
  await saved(page);
  check(readFileSync(path, 'utf8') === before, 'and the file is again as at first');

  // A text that is broken: said at its place; the form waits.
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('x');
  await page.locator('.cm-lintRange-error').first().waitFor({ timeout: 60_000 });
  check(
    await title.evaluate((/** @type {HTMLTextAreaElement} */ box) => box.readOnly),
    'the form of a broken text waits',
  );
  await judge(page, 'json, broken');
  await page.keyboard.press('Backspace');
  await page.waitForFunction(() => document.querySelector('.cm-lintRange-error') === null, null, { timeout: 60_000 });
  await saved(page);

  // Another program writes the file.
  writeFileSync(path, before.replace(was, `${was} elsewhere`));
  await page.waitForFunction(() => document.querySelector('.cm-content')?.textContent?.includes(' elsewhere'));
  check(true, 'what another program writes is in the text');
  await page.context().close();

  for (const [name, settings] of Object.entries({
    'forced colours': { forcedColors: 'active' },
    'Georgian, dark': { locale: 'ka', colorScheme: 'dark' },
    'Georgian, 320 px': { locale: 'ka', viewport: { width: 320, height: 640 } },
  })) {
    const other = await opened(browser, settings);
    await other.goto(address);
    await other.locator('.cm-content').click();
    await other.keyboard.press('Control+f');
    await other.locator('.cm-search').waitFor();
    await judge(other, `json, ${name}`);
    await noSideways(other, `json, ${name}`);
    await other.context().close();
  }
}
