/**
 * The studio, used: by keyboard alone from an empty folder to downloaded files, then by pointer, at 400 % and 320 pixels, in
 * forced colours, light and dark, in both languages, with axe-core at every state.
 *
 *   npm run build && node conformance/studio.mjs [--only WALK] [--pictures FOLDER] [--slow TIMES] [--require]
 *
 * Its last line is `N passed, N failed`. Without a browser it does not run, and says so; with `--require` that is a failure.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noChromium, withChromium } from './browser/chromium.mjs';
import { root } from './places.mjs';
import { json } from './studio/json.mjs';
import { listen } from './studio/listen.mjs';
import { paper } from './studio/paper.mjs';
import { places } from './studio/places.mjs';
import { sheet } from './studio/sheet.mjs';
import {
  at,
  boxText,
  check,
  drawn,
  focused,
  judge,
  noSideways,
  opened,
  run,
  tabTo,
  withExample,
} from './studio/steps.mjs';
import { translate } from './studio/translate.mjs';
import { versions } from './studio/versions.mjs';

const reason = await noChromium('axe-core/axe.min.js');
if (reason !== null) {
  console.error(`studio: not run, because ${reason}.`);
  process.exit(process.argv.includes('--require') ? 1 : 0);
}
const { argv } = process;
/** @param {string} name */
const option = (name) => (argv.includes(name) ? (argv[argv.indexOf(name) + 1] ?? null) : null);
run.shots = option('--pictures');
/** Times as slow a browser: what holds here does not hang on how quick the machine is. */
run.slowness = Number(option('--slow') ?? 1);
/** One walk alone, by its name. */
const only = option('--only');

/** In this order: the first makes the document that the others use. */
const walks = { byKeyboard, otherViews, byPointer, places, sheet, listen, translate, paper, versions, json };
if (only !== null && !(only in walks)) throw new Error(`no walk "${only}"; there are ${Object.keys(walks).join(', ')}`);

const folder = mkdtempSync(join(tmpdir(), 'etrati-studio-'));
const server = spawn(process.execPath, [join(root, 'dist/cli.cjs'), 'studio', folder, '--no-open'], {
  stdio: ['ignore', 'pipe', 'ignore'],
});
const address = await new Promise((resolve) => server.stdout.once('data', (data) => resolve(String(data).trim())));
run.address = address;
run.folder = folder;
try {
  await withChromium(async (browser) => {
    for (const [name, walk] of Object.entries(walks)) {
      if (only !== null && only !== name) continue;
      const started = Date.now();
      try {
        await walk(browser);
      } catch (error) {
        // The others are walked all the same.
        check(false, `${name} ended before its time: ${error instanceof Error ? error.stack : error}`);
      }
      console.log(`        ${name}: ${Math.round((Date.now() - started) / 1000)} s`);
    }
  });
} finally {
  server.kill('SIGINT');
  await new Promise((resolve) => server.once('close', resolve));
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${run.passed} passed, ${run.failures.length} failed`);
process.exitCode = run.failures.length === 0 ? 0 : 1;

/** @param {any} browser */
async function byKeyboard(browser) {
  const page = await opened(browser, {});
  await judge(page, 'start, empty');
  await tabTo(page, (/** @type {Element} */ element) => element.getAttribute('aria-label') === 'Start: Brochure');
  await page.keyboard.press('Enter');
  await drawn(page);
  await judge(page, 'edit, document details');

  // To a part, by its link; its heading gets the focus.
  await tabTo(page, (/** @type {Element} */ element) => element.textContent === 'About the organization');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
  check(
    (await page.evaluate(() => document.activeElement?.textContent)) === 'About the organization',
    'focus is on the heading of the part',
  );

  await tabTo(page, at('$.about.lead.en'));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('We work for people,families and towns:');
  const started = Date.now();
  // As a function: a text would have to be evaluated, which the page forbids.
  await page.waitForFunction(() => /** @type {any} */ (globalThis).frameText().includes('people,families'), null, {
    timeout: 60_000,
  });
  console.log(`        the preview followed after ${Date.now() - started} ms`);
  await page.waitForSelector('.box .fix');
  check((await focused(page)) === '$.about.lead.en', 'drawing again leaves the focus in the field');
  await judge(page, 'edit, a warning with its fix');
  await tabTo(page, (/** @type {Element} */ element) => element.matches('.box .fix'));
  await page.keyboard.press('Enter');
  check((await boxText(page, '$.about.lead.en')) === 'We work for people, families and towns:', 'the fix is written');
  await page.keyboard.press('Control+z');
  check((await boxText(page, '$.about.lead.en')) === 'We work for people,families and towns:', 'Ctrl+Z takes it back');
  await page.keyboard.press('Control+y');
  check((await boxText(page, '$.about.lead.en')) === 'We work for people, families and towns:', 'Ctrl+Y does it again');

  // A list: added, moved, removed; focus goes along.
  await tabTo(page, (/** @type {Element} */ element) => element.textContent?.trim() === 'Add: Aim');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.getAttribute('data-path') === '$.about.aims[2].en');
  check(true, 'a new item takes the focus');
  await page.keyboard.type('help where help is needed');
  await page.keyboard.press('Tab');
  await page.keyboard.type('დავეხმაროთ იქ, სადაც საჭიროა');
  await page.keyboard.press('Alt+ArrowUp');
  await page.waitForFunction(() =>
    /** @type {any} */ (document.querySelector('[data-path="$.about.aims[1].en"]'))?.value.startsWith('help'),
  );
  // It is drawn first.
  await page.waitForFunction(() => document.activeElement?.getAttribute('data-path') === '$.about.aims[1].ka');
  check(true, 'the text of an item that is moved keeps the focus');
  await page.waitForFunction(() => document.getElementById('live-polite')?.textContent?.includes('moved'));
  check(true, 'those who listen hear that it was moved');

  // A picture, described at once.
  await tabTo(page, (/** @type {Element} */ element) => element.textContent === 'Sections of your own');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.textContent === 'Sections of your own');
  await tabTo(page, (/** @type {Element} */ element) => element.matches('#form .add.choose select'));
  await page.keyboard.type('Picture');
  await tabTo(page, (/** @type {Element} */ element) => element.textContent?.trim() === 'Add: Picture');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.matches('input[type=file]'));
  const chosen = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  await (await chosen).setFiles(join(root, 'data/brochure/route.svg'));
  await page.waitForFunction(() => document.activeElement?.getAttribute('data-path')?.endsWith('.alt.en'));
  check(true, 'a picture that was chosen asks for its alternative text');
  await judge(page, 'edit, a picture without words');
  const words = [
    ['A road that crosses a border.', 'გზა, რომელიც საზღვარს კვეთს.'],
    ['The road over the border.', 'გზა საზღვარზე.'],
    ['© IOM 2026/Illustration', '© IOM 2026/ილუსტრაცია'],
  ];
  for (const [index, name] of ['alt', 'caption', 'credit'].entries())
    for (const [other, tag] of ['en', 'ka'].entries()) {
      await tabTo(
        page,
        new Function('element', `return (element.getAttribute('data-path') ?? '').endsWith('[3].${name}.${tag}')`),
      );
      await page.keyboard.type(words[index]?.[other] ?? '');
    }
  await page.waitForFunction(() => document.querySelectorAll('.finding.error').length === 0, null, { timeout: 60_000 });
  check(true, 'the brochure has no errors');

  await page.keyboard.press('F6');
  check((await page.evaluate(() => document.activeElement?.textContent)) === 'Preview', 'F6 goes to the next pane');
  await page.keyboard.press('F8');
  await page.waitForFunction(() => document.activeElement?.hasAttribute('data-path'));
  check(true, 'F8 goes to a finding');

  await tabTo(page, (/** @type {Element} */ element) => element.textContent === 'Make files');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.textContent === 'Files');
  await judge(page, 'files, none yet');
  await tabTo(page, (/** @type {Element} */ element) => element.textContent === 'Make 6 files');
  await page.keyboard.press('Enter');
  await page.waitForSelector('table.made', { timeout: 240_000 });
  await judge(page, 'files, made');
  check(existsSync(join(folder, 'output/brochure.ka.pdf')), 'the files are in the output folder');
  await tabTo(
    page,
    (/** @type {Element} */ element) => element.getAttribute('aria-label') === 'Download: brochure.ka.pdf',
  );
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  check((await download).suggestedFilename() === 'brochure.ka.pdf', 'a file is downloaded');
  await page.context().close();
}

/** Narrow, zoomed, forced colours, dark, Georgian. @param {any} browser */
async function otherViews(browser) {
  const views = {
    '320 px': { viewport: { width: 320, height: 640 } },
    dark: { colorScheme: 'dark' },
    'forced colours': { forcedColors: 'active' },
    Georgian: { locale: 'ka' },
    'Georgian, 320 px, dark': { viewport: { width: 320, height: 640 }, colorScheme: 'dark', locale: 'ka' },
  };
  withExample('brochure');
  for (const [name, settings] of Object.entries(views)) {
    const page = await opened(browser, settings);
    await judge(page, `start, ${name}`);
    await noSideways(page, `start, ${name}`);
    for (const view of ['edit', 'check', 'translate', 'files', 'json']) {
      await page.goto(`${address}#/${view}/${encodeURIComponent('data/brochure/brochure.json')}/about`);
      await page.waitForSelector('#form h1');
      if (view === 'edit' || view === 'check') await drawn(page);
      await judge(page, `${view}, ${name}`);
      await noSideways(page, `${view}, ${name}`);
    }
    if (name === '320 px') await byDock(page);
    await page.context().close();
  }
}

/** The ways between the panes of one column, which hide nothing that has the focus. @param {any} page */
async function byDock(page) {
  await page.goto(`${address}#/edit/${encodeURIComponent('data/brochure/brochure.json')}/about`);
  await drawn(page);
  await page.click('.help-button');
  await page.waitForFunction(() => document.activeElement?.id === 'help-title');
  await judge(page, 'help, 320 px');
  await noSideways(page, 'help, 320 px');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.activeElement?.matches('.help-button'));
  check(true, 'the keys are told in a dialog, from which the focus comes back');
  await page.click('.dock >> text=Preview');
  await page.waitForFunction(() => document.activeElement?.id === 'preview-title');
  await page.waitForFunction(() => document.querySelector('.dock [aria-current]')?.textContent?.startsWith('Preview'));
  check(true, 'in one column the dock leads to the preview, and says where one is');
  const covered = await page.evaluate(async () => {
    const found = [];
    for (const box of document.querySelectorAll('#form :is(textarea, input, button, select)')) {
      if (!(box instanceof HTMLElement)) continue;
      box.focus();
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const dock = document.querySelector('.dock')?.getBoundingClientRect();
      if (box.getBoundingClientRect().top >= (dock?.top ?? Number.POSITIVE_INFINITY))
        found.push(box.outerHTML.slice(0, 90));
    }
    return found;
  });
  check(covered.length === 0, `the dock covers nothing that has the focus: ${covered.join(', ')}`);
}

/** @param {any} browser */
async function byPointer(browser) {
  const page = await opened(browser, {});
  await page.click('table.documents th a');
  await drawn(page);
  // A word of the preview leads to its field.
  await page.frameLocator('iframe').locator('main [data-from="$.about.title.en"]').last().click();
  await page.waitForFunction(() => document.activeElement?.getAttribute('data-path') === '$.about.title.en');
  check(true, 'a click on a word of the preview opens its field');
  const word = await page.evaluate(() => {
    const box = document.activeElement;
    return box instanceof HTMLTextAreaElement ? box.value.slice(box.selectionStart, box.selectionEnd) : '';
  });
  check(/^\p{L}+$/u.test(word), `the word is selected there: ${word}`);
  await page.click('text=Dark');
  await page.waitForFunction(
    () =>
      !['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)'].includes(
        getComputedStyle(/** @type {any} */ (globalThis).frameBody()).backgroundColor,
      ),
  );
  check(true, 'the preview is dark');
  // Another program writes the file: it is shown, and what is not saved is never lost.
  await page.context().close();
}
