/** A table as a sheet: moved in by arrows, typed over, pasted into, undone. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check, focused, judge, noSideways, opened, run, withBrochure, withExample } from './steps.mjs';

const brochure = 'new-table';
const file = 'data/report/interim-2026.json';
const cell = '$.budget.money.categories[0].lines[0].spent';
const below = '$.budget.money.categories[0].lines[1].spent';

/** @param {any} page @param {string} path @returns {Promise<string>} */
function shown(page, path) {
  return page.evaluate(
    (/** @type {string} */ name) =>
      document.querySelector(`[role=grid] [data-path="${CSS.escape(name)}"]`)?.textContent ?? '',
    path,
  );
}

/** Without the word for what was found of it before. @param {any} page @param {string} path */
async function bare(page, path) {
  return (await shown(page, path)).replace(/^Error\. /, '');
}

/** Into what has the focus, as from the clipboard. @param {any} page @param {string} cells */
function pasted(page, cells) {
  return page.evaluate((/** @type {string} */ text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, cells);
}

/** A table that was just added gets its columns from Excel. @param {any} page */
async function newTable(page) {
  const path = join(run.folder, `data/brochure/${brochure}.json`);
  const blank = { ka: '', en: '' };
  const table = { type: 'table', caption: blank, columns: [{ head: blank }], rows: [{ cells: [{}] }] };
  const data = JSON.parse(readFileSync(path, 'utf8'));
  data.sections = [{ id: 'own', title: { ka: 'საკუთარი', en: 'Own' }, blocks: [table] }];
  writeFileSync(path, JSON.stringify(data, null, 2));
  await page.setViewportSize({ width: 1440, height: 922 });
  await page.goto(`${run.address}#/edit/${encodeURIComponent(`data/brochure/${brochure}.json`)}/sections`);
  await page.locator('[role=grid] [data-column="0"]').first().focus({ timeout: 20_000 });
  await pasted(page, 'Town\tkg\tShare\n"Green" Gori\t1 250,5\t12,5 %\nTelavi\t7 000\t8 %\n');
  await page.waitForSelector('.paste-strip');
  const heads = await page.locator('[role=grid] thead th').allTextContents();
  check(/^Town, \S+ Town, \S+ kg Share$/.test(heads.join(' ')), `a new table takes the columns of Excel: ${heads}`);
  check(
    (await page.locator('[role=grid] tbody tr').first().textContent())?.includes('1,250.5') === true,
    'with its numbers as numbers',
  );
  await judge(page, 'sheet, a new table pasted');
  await page.click('text=Undo paste');
  check((await page.locator('[role=grid] tbody tr').count()) === 1, 'and one step takes them back');
}

/** @param {any} browser */
export async function sheet(browser) {
  withExample('report');
  withBrochure(brochure);
  const page = await opened(browser, {});
  await page.goto(`${run.address}#/edit/${encodeURIComponent(file)}/budget`);
  await page.locator(`[role=grid] [data-path="${cell}"]`).focus();
  check((await bare(page, cell)) === '128,400', 'a sheet shows numbers as they are read');
  const under = await bare(page, below);
  await page.keyboard.press('Shift+ArrowDown');
  check(
    (await page.locator(`[role=grid]:has([data-path="${cell}"]) [aria-selected=true]`).count()) === 2,
    'Shift and an arrow choose two cells',
  );
  await page.keyboard.press('Control+d');
  check((await bare(page, below)) === '128,400', 'Ctrl+D fills down');
  check((await page.locator('.sheet-sums dd').count()) > 0, 'the sums of the columns are shown');
  await judge(page, 'sheet, several cells');
  await page.locator(`[role=grid] [data-path="${below}"]`).focus();
  await page.keyboard.press('Control+z');
  check((await bare(page, below)) === under, 'one step undoes it');
  await page.locator(`[role=grid] [data-path="${cell}"]`).focus();
  await page.keyboard.type('12.5');
  await page.keyboard.press('Escape');
  check((await bare(page, cell)) === '128,400', 'Escape brings the old value back');
  check((await focused(page)) === cell, 'and the focus stays in the cell');
  await page.keyboard.type('101,6OO');
  await page.keyboard.press('Enter');
  check((await focused(page)) === below, 'Enter saves and goes down');
  await page.keyboard.press('ArrowUp');
  await page.waitForSelector('[role=grid] [aria-invalid=true]', { timeout: 60_000 });
  check((await shown(page, cell)).startsWith('Error.'), 'what is no number stays in sight as an error');
  await judge(page, 'sheet, an error');
  await page.keyboard.press('Control+z');
  await page.waitForFunction(
    (/** @type {string} */ name) => document.activeElement?.getAttribute('data-path') === name,
    cell,
  );
  check((await bare(page, cell)) === '128,400', 'Ctrl+Z undoes it, with the focus in the cell');

  await pasted(page, '1 250,50\tSpent early\n7 000\tAs planned\n3\tNew line\n');
  await page.waitForSelector('.paste-strip');
  check(
    (await bare(page, cell)) === '1,250.5',
    'a block from Excel is pasted, with its numbers as that Excel writes them',
  );
  check(
    (await page.locator('[data-path="$.budget.money.categories[0].lines[2].spent"]').count()) > 0,
    'a row that was not there is added',
  );
  await page.waitForFunction(() => document.getElementById('live-polite')?.textContent?.startsWith('Pasted: 3 rows'));
  check(true, 'those who listen hear what came');
  await judge(page, 'sheet, pasted');
  await page.click('text=Undo paste');
  check((await bare(page, cell)) === '128,400', 'one step undoes the paste');

  await page.locator(`[role=grid] [data-path="${cell}"]`).focus();
  await page.keyboard.press('Control+Home');
  check((await focused(page)) === '$.budget.money.categories[0].lines[0].code', 'Ctrl+Home goes to the first cell');
  await page.keyboard.press('Tab');
  check(
    await page.evaluate(() => document.activeElement?.closest('[role=grid]') === null),
    'Tab leaves the sheet when nothing is edited',
  );
  const names = await page.locator('[role=grid]', { has: page.locator(`[data-path="${cell}"]`) }).ariaSnapshot();
  check(
    /columnheader "Spent this period"/.test(names) && /rowheader/.test(names),
    'cells have a column and a row by name',
  );
  await page.setViewportSize({ width: 320, height: 640 });
  await page.waitForFunction(() => document.querySelector('[role=grid]') === null);
  await noSideways(page, 'a table at 320 px: a form for each row');
  await newTable(page);
  await page.context().close();
}
