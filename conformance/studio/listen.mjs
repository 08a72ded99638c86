/** The panel that says what a screen reader will say: it follows the field, and leads back to it. */
import { check, focused, judge, opened, run, withExample } from './steps.mjs';

/** A page that does not come is not waited for in silence. @param {any} browser */
async function late(browser) {
  const page = await opened(browser, {});
  await page.clock.install();
  await page.goto(`${run.address}#/edit/${encodeURIComponent('data/brochure/brochure.json')}/about`);
  await page.locator('#form [data-path="$.about.lead.en"]').waitFor();
  await page.route('**/api/listen?*', () => undefined);
  await page.locator('#form [data-path="$.about.lead.en"]').focus();
  await page.keyboard.press('Control+Enter');
  await page.waitForSelector('#listen');
  await page.clock.runFor(31_000);
  const told = await page.evaluate(() => document.getElementById('live-polite')?.textContent);
  check(told?.includes('not ready after half a minute') === true, `those who listen hear that it takes long: ${told}`);
  await page.context().close();
}

/** @param {any} browser */
export async function listen(browser) {
  withExample('brochure');
  const page = await opened(browser, {});
  await page.goto(`${run.address}#/edit/${encodeURIComponent('data/brochure/brochure.json')}/about`);
  const box = page.locator('#form [data-path="$.about.lead.en"]');
  await box.waitFor();
  await box.focus();
  await page.keyboard.press('Control+Enter');
  await page.waitForFunction(() => document.activeElement?.matches('#listen [aria-current]'), null, {
    timeout: 60_000,
  });
  const heard = await page.evaluate(() => document.activeElement?.getAttribute('data-heard'));
  check(heard === '$.about.lead.en', `Ctrl+Enter goes from a field to its line: ${heard}`);
  const first = await page.locator('#listen .heard li').first().textContent();
  check((first ?? '').trim() !== '', `the first line is said: ${first?.trim()}`);
  await judge(page, 'check, with Listen');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.getAttribute('data-path') === '$.about.lead.en');
  check((await focused(page)) === '$.about.lead.en', 'Enter on the line goes back to the field');
  // A line that has words of several fields, and a field of which none are said.
  const onPart = async (/** @type {string} */ part, /** @type {string} */ path) => {
    await page.goto(`${run.address}#/edit/${encodeURIComponent('data/brochure/brochure.json')}/${part}`);
    await page.locator(`#form [data-path="${path}"]`).focus();
    await page.keyboard.press('Control+Enter');
  };
  for (const field of ['text', 'description']) {
    await onPart('contact', `$.contact.links[0].${field}.en`);
    await page.waitForFunction(() => document.activeElement?.matches('#listen [aria-current]'), null, {
      timeout: 20_000,
    });
  }
  check(true, 'Ctrl+Enter goes to a line from each of the fields that it has words of');
  await onPart('', '$.keywords[0].en');
  await page.waitForFunction(
    () => document.getElementById('live-polite')?.textContent?.includes('says nothing of this field'),
    null,
    { timeout: 20_000 },
  );
  check(true, 'those who listen hear that a field is not on the page');
  await page.goto(`${run.address}#/check/${encodeURIComponent('data/brochure/brochure.json')}/`);
  await page.waitForSelector('#listen .heard li');
  await page.click('#listen >> text=Headings');
  const roles = await page.locator('#listen .heard .role').allTextContents();
  check(
    roles.length > 3 && roles.every((/** @type {string} */ role) => /heading/i.test(role)),
    'headings alone are shown',
  );
  await page.context().close();
  await late(browser);
}
