/** Runs Ace on a file, in a process of its own since it keeps state: `node ace.cjs NODE_MODULES FILE FOLDER` writes FOLDER/report.json. */
const { createRequire } = require('node:module');
const { join } = require('node:path');

const [modules = '', file = '', outdir = ''] = process.argv.slice(2);
const load = createRequire(join(modules, 'package.json'));
const ace = load('@daisy/ace-core');
const runner = load('@daisy/ace-axe-runner-puppeteer');

ace(file, { cwd: process.cwd(), outdir, silent: true, lang: 'en' }, runner).then(
  () => process.exit(0),
  (/** @type {unknown} */ error) => {
    console.error(error instanceof Error ? error.stack : error);
    process.exit(1);
  },
);
