/** To what was found, and to what comes back: the place itself has the focus, never the button of something else. */
import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check, focused, judge, opened, run, withBrochure } from './steps.mjs';

const name = 'places';
const blocks = '$.sections[0].blocks';

/**
 * Whether the focus comes to a place: a path of its own, one that its heading is of, or a heading's words. It is waited for, so that
 * the next key is not pressed before a slow machine has brought it there. @param {any} page @param {string} place @param {string} what
 */
async function reaches(page, place, what) {
  const has = (/** @type {string} */ wanted) => {
    const at = document.activeElement;
    return [at?.getAttribute('data-path'), at?.getAttribute('data-heading'), at?.textContent].includes(wanted);
  };
  const isThere = await page.waitForFunction(has, place, { timeout: 10_000 }).then(
    () => true,
    () => false,
  );
  check(isThere, what);
}

/** @param {any} browser */
export async function places(browser) {
  withBrochure(name);
  const path = join(run.folder, `data/brochure/${name}.json`);
  const data = JSON.parse(readFileSync(path, 'utf8'));
  /** @param {string} words */
  const text = (words) => ({ ka: 'სიტყვა', en: words });
  const picture = {
    type: 'picture',
    src: 'photo.png',
    alt: text('A'),
    caption: text('B'),
    credit: text('© IOM 2026/C'),
  };
  data.languages = ['ka', 'en'];
  data.sections = [
    {
      id: 'own',
      title: text('Own'),
      blocks: [{ type: 'text', text: text('One.') }, { type: 'text', text: text('Two.') }, picture],
    },
  ];
  writeFileSync(path, JSON.stringify(data, null, 2));
  const noFile = join(run.folder, 'data/brochure/folder.json');
  mkdirSync(noFile);
  const page = await opened(browser, {});
  await page.getByRole('row', { name: 'folder.json' }).getByText('cannot be read').waitFor({ timeout: 30_000 });
  check(true, 'a document that cannot be read is said to be so in the list');
  rmdirSync(noFile);
  await page.goto(`${run.address}#/edit/${encodeURIComponent(`data/brochure/${name}.json`)}/sections`);

  const finding = page.locator('#findings .finding', { hasText: 'recognized in the photograph' });
  await finding.waitFor();
  check(
    (await finding.locator('.as-link').textContent()).includes('What it shows'),
    'the place of what is missing is called as the form calls it',
  );
  await finding.locator('.as-link').click();
  await page.waitForFunction(() => document.activeElement?.closest('#form'));
  check((await focused(page)) === `${blocks}[2].shows`, 'from what was found one comes to the item itself');
  await judge(page, 'places, a field that is missing');
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    (/** @type {string} */ path) => document.activeElement?.getAttribute('data-path') === path,
    `${blocks}[2].shows.face`,
  );
  check(
    (await page.locator(`[data-path="${blocks}[2].shows.face"]`).inputValue()) === '-1',
    'whom a photograph shows is asked, not taken for granted',
  );

  check(
    await page.evaluate(() => document.documentElement.scrollHeight <= document.documentElement.clientHeight),
    'the page does not scroll where its panes do',
  );
  await page.locator('#form .add.choose select').selectOption({ label: 'Table' });
  await page.getByRole('button', { name: 'Add: Table' }).press('Enter');
  await page.waitForFunction(() => document.activeElement?.matches('#form textarea'));
  check((await focused(page)) === `${blocks}[3].caption.ka`, 'a new block asks first for what it needs');
  await page.keyboard.press('Control+z');
  await reaches(page, blocks, 'what is undone leads to where it was');

  // Undone, a move and a removal lead to what came back.
  await page.locator(`[aria-label^="Move down: Text 1"]`).press('Enter');
  await page.keyboard.press('Control+z');
  await reaches(page, `${blocks}[0]`, 'a move that is undone leads to its item');
  await page.locator(`[aria-label^="Remove: Text 2"]`).press('Enter');
  await page.keyboard.press('Control+z');
  await reaches(page, `${blocks}[1]`, 'what was removed is where undoing it leads to');
  await page.getByRole('button', { name: 'Remove this part' }).press('Enter');
  await page.keyboard.press('Control+z');
  await reaches(page, 'Sections of your own', 'a part that came back has the focus on its heading');
  await page
    .getByRole('button', { name: 'Make files' })
    .or(page.getByRole('link', { name: 'Make files' }))
    .press('Enter');
  await page.waitForFunction(() => document.activeElement?.id === 'error-summary');
  check(true, 'what keeps files from being made has the focus before them');
  await page.context().close();
}
