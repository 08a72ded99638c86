/** The view for translators: missing, stale, copied, out to XLIFF and back, tried with longer words. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { conformance, python, xliffJar } from '../places.mjs';
import { missing, run as program } from '../process.mjs';
import { check, judge, noSideways, opened, run, saved, withExample } from './steps.mjs';

const file = 'data/brochure/brochure.json';

/** @param {any} browser */
export async function translate(browser) {
  withExample('brochure');
  const page = await opened(browser, {});
  const on = (/** @type {string} */ view) => `${run.address}#/${view}/${encodeURIComponent(file)}/about`;
  await page.goto(on('edit'));
  const told = page.waitForResponse((/** @type {any} */ answer) => answer.url().includes('api/translations'));
  await page.reload();
  await told;
  await page.goto(on('translate'));
  await page.waitForSelector('.translation-row');
  const title = (await page.textContent('#form h1')) ?? '';
  const [source, target] = /^Georgian/.test(title) ? ['ka', 'en'] : ['en', 'ka'];
  check(/^(?:English into Georgian|Georgian into English)$/.test(title), `the view says what is translated: ${title}`);
  await judge(page, 'translate');
  const box = page.locator(`.translation-row [data-path="$.about.title.${target}"]`);
  const row = page.locator('.translation-row', { has: page.locator(`[data-path="$.about.title.${target}"]`) });
  const before = await box.inputValue();
  await box.fill('');
  await row.getByText('Missing').waitFor();
  await row.getByRole('button', { name: /Copy the/ }).click();
  await row.getByText('Not translated').waitFor();
  check((await box.inputValue()).startsWith(`[${source}] `), 'a copy is marked as not translated');
  const kept = page.waitForResponse(
    (/** @type {any} */ answer) =>
      answer.url().includes('api/translations') && (answer.request().postData() ?? '').includes('about.title'),
  );
  await box.fill(before);
  await row.getByText('Done', { exact: true }).waitFor();
  check(true, 'missing, copied and done are said in words');

  // Another program changes the source, once it is kept that both agree.
  await kept;
  await saved(page);
  const path = join(run.folder, file);
  const data = JSON.parse(readFileSync(path, 'utf8'));
  data.about.title[source] += ' 2026';
  writeFileSync(path, `${JSON.stringify(data, null, 2)}\n`);
  await row.getByText('Source changed').waitFor({ timeout: 60_000 });
  await row.getByText('What changed?').click();
  check((await row.locator('ins').textContent())?.trim() === '2026', 'what has changed in the source is shown');
  await judge(page, 'translate, source changed');
  await row.getByText('Still right').click();
  await row.getByText('Done', { exact: true }).waitFor();
  check(true, '“Still right” renews what is kept');

  const download = page.waitForEvent('download');
  await page.click('text=Export XLIFF');
  const exported = await (await download).path();
  const xliff = readFileSync(exported, 'utf8');
  check(xliff.includes('name="$.about.title"') && xliff.includes('version="2.1"'), 'XLIFF names each text by its path');
  const [, unit = ''] = /(<unit id="about\.title"[\s\S]*?<\/unit>)/.exec(xliff) ?? [];
  await bySchema(exported, xliff);
  const changed = xliff.replace(unit, unit.replace(/<target>[^<]*/, '<target>Came back'));
  const chooser = page.waitForEvent('filechooser');
  await page.click('text=Import XLIFF…');
  await (await chooser).setFiles({ name: 'a.xlf', mimeType: 'application/xml', buffer: Buffer.from(changed) });
  await page.waitForFunction(() => document.querySelector('[role=status].paste-strip')?.textContent?.includes('taken'));
  check((await box.inputValue()) === 'Came back', 'XLIFF comes back');
  await row.getByText('Done', { exact: true }).waitFor();
  check(true, 'a translation that comes back agrees with its source');
  const bring = async (/** @type {string} */ name, /** @type {string} */ text) => {
    const choosing = page.waitForEvent('filechooser');
    await page.click('text=Import XLIFF…');
    await (await choosing).setFiles({ name, mimeType: 'application/xml', buffer: Buffer.from(text) });
  };
  await bring('b.xlf', changed.replace('Came back', 'Came broken').slice(0, -40));
  await page.waitForFunction(() => document.querySelector('[role=status].paste-strip')?.textContent?.includes('whole'));
  check((await box.inputValue()) === 'Came back', 'of a file that is not whole nothing is taken');
  const memory =
    '<mtc:matches xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"><mtc:match ref="#x"><source>Memory</source><target>Memory</target></mtc:match></mtc:matches>';
  const [, again = ''] = /(<unit id="about\.title"[\s\S]*?<\/unit>)/.exec(changed) ?? [];
  await bring(
    'c.xlf',
    changed.replace(again, again.replace(/(<unit [^>]*>)/, `$1${memory}`).replace('Came back', 'Twice')),
  );
  await page.waitForFunction(() =>
    document.querySelector('[role=status].paste-strip')?.textContent?.includes('taken: 1'),
  );
  check((await box.inputValue()) === 'Twice', 'what a translation memory offered is not read');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await page.goto(on('translate'));
  check((await box.inputValue()) === before, 'one step undoes it');

  await page.setViewportSize({ width: 320, height: 640 });
  await noSideways(page, 'translate, 320 px');
  await judge(page, 'translate, 320 px');
  await page.context().close();
}

/** The file by the schemas of OASIS; and whether they find what is planted. @param {string} file @param {string} text */
async function bySchema(file, text) {
  const lacks = await missing({ files: [python, xliffJar] });
  if (lacks !== null) return check(false, `XLIFF is not judged: ${lacks}`);
  const faults = [
    text.replace(' version="2.1"', ''),
    text.replace('<segment state="', '<segment state="x'),
    text.replaceAll(/<unit id="[^"]*"/g, '<unit id="one"'),
    text.replace('xml:space="preserve"', ''),
    text.slice(0, -20),
  ].map((fault, index) => {
    const place = join(run.folder, `fault-${index}.xlf`);
    writeFileSync(place, fault);
    return place;
  });
  const args = ['-B', join(conformance, 'xliff', 'xliff.py'), xliffJar, file, ...faults];
  const { code, stdout, stderr } = await program(python, args);
  const [found = [], ...planted] = code === 0 ? JSON.parse(stdout) : [[{ message: stderr }]];
  check(
    found.length === 0,
    `XLIFF is valid by the schemas of OASIS${found.length === 0 ? '' : `: ${found[0].message}`}`,
  );
  check(
    planted.length === faults.length && planted.every((/** @type {unknown[]} */ each) => each.length > 0),
    'and what is planted in it is found',
  );
}
