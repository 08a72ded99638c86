/** A batch of very many records: what it holds in memory, and that each is made once, also where its threads end again and again. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, cp, mkdir, mkdtemp, open, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { megabytes, memoryOf } from './memory.mjs';

/** Documents after which a thread ends. */
const every = 50;
/** How often the curve of memory is looked at in a batch. */
const looks = 20;
/** Of what is held when it is warm, in the second quarter of the batch: so much may be held in the last. */
const flat = 1.25;

/** What the records change: the brochure that comes with Etrati, or a page of text. */
export const bases = {
  brochure: ['data/brochure/brochure.json', 'data/brochure/route.svg'],
  page: ['tests/many/base.json'],
};

/** @param {string} root of this package @param {number} count @param {keyof typeof bases} base */
export async function manyRecords(root, count, base) {
  const project = await mkdtemp(join(tmpdir(), 'etrati-many-'));
  try {
    const [data = '', ...rest] = bases[base];
    await copyFile(join(root, data), join(project, 'base.json'));
    for (const file of rest) await copyFile(join(root, file), join(project, basename(file)));
    await writeManifest(join(project, 'list.jsonl'), count);
    const first = await run(project, join(root, 'dist/cli.cjs'), 'whole', count);
    const mortal = await run(project, await withMortalThreads(root, project), 'mortal', count);
    const faults = [...first.faults, ...mortal.faults];
    const { length: ended } = await readFile(join(project, 'ended'), 'utf8').catch(() => '');
    console.log(`mortal: ${ended} threads ended with a document in hand`);
    if (ended < Math.floor(count / every) - 1) faults.push(`${ended} threads ended, for ${count} documents`);
    for (const [file, hash] of first.files)
      if (mortal.files.get(file) !== hash) faults.push(`${file} is another file where threads end`);
    for (const fault of faults.slice(0, 20)) console.log(fault);
    console.log(faults.length === 0 ? 'All right, each once, the same files.' : `${faults.length} faults.`);
    return faults.length === 0;
  } finally {
    await rm(project, { recursive: true, force: true });
  }
}

/** Each has words of its own, as those of real lists have. @param {string} file @param {number} count */
async function writeManifest(file, count) {
  const handle = await open(file, 'w');
  for (let number = 1; number <= count; number += 1) {
    const word = wordOf(number);
    const title = { en: titleOf(number), ka: `სანაპირო ${number}` };
    await handle.write(`${JSON.stringify({ patch: { title, keywords: [{ en: word, ka: word }] } })}\n`);
  }
  await handle.close();
}

/** @param {number} number of a record */
function titleOf(number) {
  return `Coast ${number} ${wordOf(number)}`;
}

/** @param {number} number of a record */
function wordOf(number) {
  const hash = createHash('sha256').update(String(number)).digest('base64');
  return hash.replace(/[^a-z]/gi, '').slice(0, 12);
}

/** The program with threads that end with a document in hand. @param {string} root @param {string} project */
async function withMortalThreads(root, project) {
  const copy = join(project, 'etrati');
  await mkdir(copy);
  await cp(join(root, 'dist'), join(copy, 'dist'), { recursive: true, filter: (file) => !/warm\./.test(file) });
  for (const name of ['package.json', 'templates', 'fonts', 'icc'])
    await cp(join(root, name), join(copy, name), { recursive: true });
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
  const file = join(copy, 'dist/many.js');
  const text = await readFile(file, 'utf8');
  const ending = `import { appendFileSync } from 'node:fs';
import { parentPort as port } from 'node:worker_threads';
let seen = 0;
port.on('message', () => {
  seen += 1;
  if (seen <= ${every}) return;
  appendFileSync(${JSON.stringify(join(project, 'ended'))}, '.');
  process.exit(9);
});
`;
  await writeFile(file, ending + text);
  return join(copy, 'dist/cli.cjs');
}

/**
 * @param {string} project @param {string} cli @param {string} out @param {number} count
 * @returns {Promise<{ files: Map<string, string>, faults: string[] }>}
 */
async function run(project, cli, out, count) {
  const options = ['--base', 'base.json', '--format', 'pdf', '--lang', 'en', '--out', out, '--diagnostics', 'json'];
  const child = spawn(process.execPath, [cli, 'batch', 'list.jsonl', '--jobs', '2', '--quiet', ...options], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const start = performance.now();
  const [files, faults] = [new Map(), /** @type {string[]} */ ([])];
  /** @type {number[]} */
  const curve = [];
  let done = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const { record, status, files: made } = JSON.parse(line);
    done += 1;
    if (record !== done || status !== 'done' || made.length !== 1)
      faults.push(`record ${done} of ${out}: ${line.slice(0, 300)}`);
    for (const { file, sha256 } of made) {
      if (file !== `base-${record}.en.pdf` || files.has(file)) faults.push(`record ${record} of ${out} made ${file}`);
      files.set(file, sha256);
    }
    if (done % Math.ceil(count / looks) === 0) {
      const seconds = Math.round((performance.now() - start) / 1000);
      const memory = memoryOf(child.pid) ?? 0;
      curve.push(memory);
      console.log(`${out}: ${done} documents, ${seconds} s, ${megabytes(memory)} with its threads`);
    }
  }
  const code = await ended;
  const quarter = Math.floor(curve.length / 4);
  const [warm, last] = [Math.max(...curve.slice(quarter, 2 * quarter)), Math.max(...curve.slice(-quarter))];
  if (last > warm * flat) faults.push(`${out} held ${megabytes(warm)} when it was warm, ${megabytes(last)} at its end`);
  if (code !== 0) faults.push(`${out} ended with ${code}`);
  if (done !== count) faults.push(`${out} reported ${done} of ${count} records`);
  faults.push(...(await written(join(project, out), files)));
  return { files, faults };
}

/** What is in the folder and not as it was reported. @param {string} folder @param {ReadonlyMap<string, string>} files */
async function written(folder, files) {
  const faults = [];
  const reports = new Set(['SHA256SUMS', 'batch.html', 'batch.jsonl', 'batch-summary.json']);
  const names = (await readdir(folder)).filter((name) => !reports.has(name));
  for (const name of names) {
    const bytes = await readFile(join(folder, name));
    if (files.get(name) !== createHash('sha256').update(bytes).digest('hex'))
      faults.push(`${name} is not what was reported`);
    // Its metadata has the title as text.
    const [, number = ''] = /-(\d+)\./.exec(name) ?? [];
    if (!bytes.includes(`>${titleOf(Number(number))}<`)) faults.push(`${name} is the document of another record`);
  }
  if (names.length !== files.size) faults.push(`${names.length} files, ${files.size} reported`);
  const summary = JSON.parse(await readFile(join(folder, 'batch-summary.json'), 'utf8'));
  if (summary.records !== files.size || !summary.isWhole) faults.push('the summary is not whole');
  if ((await stat(join(folder, 'batch.html'))).size === 0) faults.push('there is no page');
  const sums = (await readFile(join(folder, 'SHA256SUMS'), 'utf8')).trimEnd().split('\n');
  if (sums.some((line) => files.get(line.slice(66)) !== line.slice(0, 64)) || sums.length !== files.size)
    faults.push('SHA256SUMS is not what was reported');
  return faults;
}
