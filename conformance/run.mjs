/**
 * `npm run conformance`: builds the examples, lets every judge that is installed judge them, and plants a fault for each
 * judge to find, because a judge that can't fail proves nothing. See README.md beside this file.
 */
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { judges } from './judges.mjs';
import { root } from './places.mjs';
import { must } from './process.mjs';
import { count, details, questions, table } from './report.mjs';
import { isCaught, mutantsOf } from './self-test.mjs';

/**
 * @typedef {import('./judges.mjs').Finding} Finding
 * @typedef {import('./judges.mjs').Format} Format
 * @typedef {import('./judges.mjs').Judge} Judge
 * @typedef {import('./judges.mjs').Result} Result
 */

/**
 * The files that each kind of judge gets. Sheets, forms, blocks and covers are for the press alone: no judge of tagged files gets them.
 *
 * @type {Readonly<Record<Format, RegExp>>}
 */
const endings = {
  pdf: /(?<!\.(?:saddle|2-up|block|cover))\.pdf$/,
  'print.pdf': /\.(?:print|saddle|2-up|block|cover)\.pdf$/,
  docx: /\.docx$/,
  html: /\.html$/,
  epub: /\.epub$/,
  brf: /\.brf$/,
  pef: /\.pef$/,
  xjdf: /\.xjdf$/,
};

const options = readOptions();
const work = await mkdtemp(join(tmpdir(), 'etrati-conformance-'));
// What judges leave behind goes with it.
process.env.TMPDIR = work;
try {
  const folder = options.files === undefined ? await buildExamples(join(work, 'examples')) : resolve(options.files);
  await tell(await atOnce(chosen(), async (judge) => judgeAll(judge, await filesIn(folder, judge))));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
} finally {
  // What still runs after a failure may be writing.
  await rm(work, { recursive: true, force: true, maxRetries: 10, retryDelay: 500 });
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: 'string', multiple: true },
        judge: { type: 'string', multiple: true },
        files: { type: 'string' },
        'require-all': { type: 'boolean', default: false },
        'no-self-test': { type: 'boolean', default: false },
        write: { type: 'string' },
      },
    });
    return values;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
}

/**
 * As many judges at once as there are processors, since each waits for one program; what they say stays in their order.
 *
 * @param {readonly Judge[]} waiting
 * @param {(judge: Judge) => Promise<Result[]>} work
 */
async function atOnce(waiting, work) {
  /** @type {Result[][]} */
  const results = [];
  // The slowest first, or the others are done long before it.
  const queue = [...waiting.entries()].sort(([, one], [, other]) => rank(one) - rank(other));
  const lane = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [index, judge] = next;
      const start = performance.now();
      results[index] = await work(judge);
      // Where the time of a run goes.
      console.error(`${judge.name}: ${Math.round((performance.now() - start) / 1000)} s`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
  return results.flat();
}

/** @param {Judge} judge */
function rank({ name }) {
  const slowest = ['libreoffice', 'ace', 'verapdf', 'page', 'axe', 'separations'];
  const place = slowest.indexOf(name);
  return place === -1 ? slowest.length : place;
}

/** The judges that the options name. */
function chosen() {
  const { only, judge: names } = options;
  const found = judges.filter(
    ({ name, format }) => (only?.includes(format) ?? true) && (names?.includes(name) ?? true),
  );
  if (found.length === 0) throw new Error(`no such judge; there are ${judges.map(({ name }) => name).join(', ')}`);
  return found;
}

/** @param {string} folder */
async function buildExamples(folder) {
  const etrati = [process.execPath, join(root, 'dist', 'cli.cjs'), 'build'];
  const print = ['--format', 'print'];
  const english = [...print, '--lang', 'en'];
  const [brochure, guide] = ['data/brochure/brochure.json', 'data/document/guide.json'];
  // Every mark within every other, in every place.
  const marks = 'conformance/inputs/marks.json';
  // Letters that share a glyph, have several, or marks.
  const letters = 'conformance/inputs/letters.json';
  const drawn = [
    'tests/fixtures/drawings/data/document/drawings.json',
    'conformance/inputs/pictures/drawings-few.json',
  ];
  const small = ['conformance/inputs/pictures/rasters.json', 'conformance/inputs/pictures/rasters-few.json'];
  const saddle = ['--impose', 'saddle', '--marks', 'all'];
  const ua2 = ['--format', 'pdf', '--pdf-standard', 'ua-2'];
  const waiting = [
    [...etrati, '--format', 'pdf,docx,html,brf,pef', '--out', folder],
    [...etrati, ...print, '--out', join(folder, 'print')],
    [...etrati, brochure, ...print, '--layout', 'z-fold', '--marks', 'all', '--out', join(folder, 'z-fold')],
    [...etrati, brochure, ...print, '--layout', 'gate-fold', '--marks', 'all', '--out', join(folder, 'gate-fold')],
    // One language each: the shortest that has more than a sheet, and a leaf. Faults for the press are planted in the first by name, a gate-fold.
    [...etrati, guide, ...english, '--layout', 'a5-booklet', ...saddle, '--out', join(folder, 'saddle')],
    [...etrati, guide, ...english, '--layout', 'a5-booklet', '--binding', 'perfect', '--out', join(folder, 'glued')],
    [...etrati, 'data/factsheet/factsheet.json', ...english, '--impose', '2-up', '--out', join(folder, 'turned')],
    [...etrati, marks, '--out', join(folder, 'marks')],
    [...etrati, letters, '--format', 'pdf,html,print', '--out', join(folder, 'letters')],
    [...etrati, ...drawn, '--format', 'pdf,docx,html,print', '--out', join(folder, 'pictures')],
    [...etrati, ...small, '--format', 'pdf,docx,html', '--out', join(folder, 'pictures')],
    // Not the report, whose hundred large pages take as long as all the rest.
    [
      ...etrati,
      brochure,
      guide,
      marks,
      '--edition',
      'large',
      '--format',
      'pdf,docx,html',
      '--out',
      join(folder, 'large'),
    ],
    [...etrati, '--format', 'pdf,epub', '--out', join(folder, 'books')],
    // With their PDFs too: the faults of EPUB are planted in the first book, one of them in its list of pages.
    [...etrati, brochure, marks, '--format', 'pdf,epub', '--bilingual', '--out', join(folder, 'books-bilingual')],
    [...etrati, brochure, '--edition', 'plain', '--format', 'pdf,html,epub', '--out', join(folder, 'plain')],
    // For the pages about it: judges of HTML see them too.
    [...etrati, 'data/factsheet/factsheet.json', '--format', 'pdf,html', '--report', '--out', join(folder, 'reports')],
    [...etrati, ...ua2, '--out', join(folder, 'ua-2')],
    [...etrati, marks, ...ua2, '--out', join(folder, 'marks-ua-2')],
    [...etrati, letters, ...ua2, '--out', join(folder, 'letters-ua-2')],
    [...etrati, ...ua2, '--embed-source', '--out', join(folder, 'ua-2-source')],
  ];
  /** @param {readonly string[]} command @param {string} [cwd] @param {Readonly<Record<string, string>>} [env] */
  const build = ([program = '', ...args], cwd = root, env = {}) => must(program, args, { cwd, env });
  await build(['npm', 'run', '--silent', 'build']);
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await build(next);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
  // Any nesting that the markup allows, with the texts that formats get wrong.
  await build(['npx', 'vitest', 'run', 'tests/epub/random-books.test.ts'], root, {
    RANDOM_BOOKS: join(folder, 'books-random'),
  });
  await build([...etrati, '--out', join(folder, 'officer')], await officersProject());
  const finish = ['--layout', 'sheets', '--marks', 'all', '--out', join(folder, 'steps')];
  await build([...etrati, ...print, ...finish], await finishedProject());
  return folder;
}

/** White, varnish and cuts, over a photo too. */
function finishedProject() {
  return projectWithPhoto('finished', { width: 1800, height: 600, quality: 60 });
}

/** What an officer brings: a photo of 50 megapixels, tables from Excel and in CSV, a kind of one's own. */
function officersProject() {
  return projectWithPhoto('officer', { width: 8660, height: 5774, quality: 80 });
}

/** A copy of an input, with the photo that it names. @param {string} name @param {{ width: number, height: number, quality: number }} photo */
async function projectWithPhoto(name, { width, height, quality }) {
  const project = join(work, name);
  await cp(join(root, 'conformance', 'inputs', name), project, { recursive: true });
  const noise = { type: /** @type {const} */ ('gaussian'), mean: 128, sigma: 40 };
  await sharp({ create: { width, height, channels: 3, background: 'white', noise } })
    .jpeg({ quality })
    .toFile(join(project, 'data', 'document', 'photo.jpg'));
  return project;
}

/** Suites of pictures are for their own judges: the others get pictures enough. The PDFs of books and reports are the same again. @param {string} folder @param {Judge} judge */
async function filesIn(folder, { format, files = /^(?!pictures\/|(?:books[^/]*|reports)\/.*\.pdf$)/ }) {
  const names = await readdir(folder, { recursive: true });
  return names
    .filter((name) => endings[format].test(name) && files.test(name))
    .sort()
    .map((name) => join(folder, name));
}

/** @param {Judge} judge @param {readonly string[]} files @returns {Promise<Result[]>} */
async function judgeAll(judge, files) {
  if (files.length === 0 && options.files !== undefined) return [];
  const sample = files[0];
  if (sample === undefined) return [failed(judge, `*.${judge.format}`, 'no such file was built')];
  const reason = await judge.available();
  if (reason !== null)
    return files.map((file) => ({ judge: judge.name, file: nameOf(file), verdict: 'not run', reason, findings: [] }));
  const found = await findingsOf(judge, files);
  const results = await Promise.all(found.map((findings, index) => verdictOn(judge, files[index] ?? '', findings)));
  return options['no-self-test'] ? results : [...results, ...(await testJudge(judge, sample, found[0] ?? []))];
}

/**
 * A judge that breaks down has found nothing out: that is a failure of each file.
 *
 * @param {Judge} judge
 * @param {readonly string[]} files
 * @returns {Promise<readonly (readonly Finding[])[]>}
 */
async function findingsOf(judge, files) {
  try {
    return await judge.judge(files);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return files.map(() => [{ rule: 'broke-down', message }]);
  }
}

/** The hash says of which bytes this is the verdict. @param {Judge} judge @param {string} file @param {readonly Finding[]} findings @returns {Promise<Result>} */
async function verdictOn({ name }, file, findings) {
  const verdict = findings.every(({ question }) => question) ? 'passed' : 'failed';
  const sha256 = createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
  return { judge: name, file: nameOf(file), sha256, verdict, findings };
}

/** @param {Judge} judge @param {string} sample @param {readonly Finding[]} before @returns {Promise<Result[]>} */
async function testJudge(judge, sample, before) {
  const mutants = await mutantsOf(judge.name, sample, await mkdtemp(join(work, `${judge.name}-`)));
  if (mutants.length === 0) return [failed(judge, 'self-test', 'no fault is planted for this judge')];
  const made = mutants.filter(({ problem }) => problem === undefined).map(({ file }) => file);
  const found = await findingsOf(judge, made);
  return mutants.map(({ name, expects, problem, file }) => {
    const title = `self-test: ${name}`;
    const after = found[made.indexOf(file)] ?? [];
    if (problem !== undefined) return failed(judge, title, problem);
    if (isCaught(expects, before, after)) return { judge: judge.name, file: title, verdict: 'passed', findings: [] };
    return failed(judge, title, `not caught: ${expects} is none of [${after.map(({ rule }) => rule).join(', ')}]`);
  });
}

/** @param {Judge} judge @param {string} file @param {string} message @returns {Result} */
function failed(judge, file, message) {
  return { judge: judge.name, file, verdict: 'failed', findings: [{ rule: 'conformance', message }] };
}

/** @param {string} file */
function nameOf(file) {
  const parts = file.split('/');
  // The builds to another standard have the same names, in folders of their own.
  return parts.slice(parts.at(-2)?.startsWith('ua-2') ? -2 : -1).join('/');
}

/** Prints, keeps and decides. @param {readonly Result[]} results */
async function tell(results) {
  const strict = options['require-all'];
  const written = options.write === undefined ? join(root, 'output', 'conformance.json') : resolve(options.write);
  await mkdir(dirname(written), { recursive: true });
  await writeFile(written, `${JSON.stringify(results, null, 2)}\n`);
  const { passed, failed, skipped } = count(results, strict);
  console.log([table(results), questions(results), details(results)].filter((part) => part !== '').join('\n\n'));
  console.log(`\n${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`);
  // To have judged nothing at all is no success.
  process.exitCode = failed === 0 && passed + skipped > 0 ? 0 : 1;
}
