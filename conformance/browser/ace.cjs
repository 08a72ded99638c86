/**
 * Runs Ace on books, all in one process and one browser, which take longer to start than most books to judge:
 * `node ace.cjs NODE_MODULES FOLDER BOOKS…` writes FOLDER/0.json for the first of them and so on: its report, or why there is none.
 */
const { mkdir, writeFile } = require('node:fs/promises');
const { createRequire } = require('node:module');
const { join } = require('node:path');
const { AceRunner } = require('./ace-runner.cjs');

const [modules = '', folder = '', ...books] = process.argv.slice(2);
const load = createRequire(join(modules, 'package.json'));
const ace = load('@daisy/ace-core');
const runner = new AceRunner(load('puppeteer'));

/** What Ace lists of pictures, sound and the like is for its own report: no rule reads it. */
const settings = { cwd: process.cwd(), silent: true, lang: 'en', doNotReportMedia: true };

/** @param {string} book @param {string} outdir */
async function resultOf(book, outdir) {
  try {
    await mkdir(outdir);
    const [, report] = await ace(book, { ...settings, outdir }, runner);
    return { report };
  } catch (error) {
    return { reason: error instanceof Error ? error.stack : String(error) };
  }
}

async function main() {
  for (const [index, book] of books.entries()) {
    const result = await resultOf(book, join(folder, `${index}`));
    await writeFile(join(folder, `${index}.json`), JSON.stringify(result));
  }
  await runner.end();
}

main().then(
  () => process.exit(0),
  (/** @type {unknown} */ error) => {
    console.error(error instanceof Error ? error.stack : error);
    process.exit(1);
  },
);
