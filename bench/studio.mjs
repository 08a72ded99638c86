/**
 * The studio: how long after a key stroke its page is drawn again, and whether its server holds more memory after an hour of
 * writing. The server is asked as its page asks it; and with Chromium, where it is installed, keys are pressed in the page.
 */
import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { noChromium, withChromium } from '../conformance/browser/chromium.mjs';
import { median, say, table } from './report.mjs';

const root = join(import.meta.dirname, '..');

/** After the last key the page waits so long before it saves: `restTime` in src/studio/page/store.ts. Milliseconds. */
const rest = 120;
const warmUp = 3;

/**
 * @typedef {{ name: string, file: string, part: string, path: readonly string[], lang: string, most: number }} Written
 *   A text of a document that is written in, and how many milliseconds its preview may take.
 */

/** @type {readonly Written[]} */
const documents = [
  {
    name: 'brochure',
    file: 'data/brochure/brochure.json',
    part: 'about',
    path: ['about', 'lead', 'en'],
    lang: 'en',
    most: 500,
  },
  {
    name: 'report, 35 pages',
    file: 'data/report/interim-2026.json',
    part: 'summary',
    path: ['summary', 'lead', 'en'],
    lang: 'en',
    most: 1500,
  },
];

/** @param {{ rounds: number, edits: number }} asked `edits` stand for an hour of writing */
export async function measureStudio({ rounds, edits }) {
  const project = await mkdtemp(join(tmpdir(), 'etrati-bench-studio-'));
  await writeFile(join(project, 'etrati.config.json'), '{}');
  await mkdir(join(project, 'data'));
  for (const kind of ['brochure', 'report'])
    await cp(join(root, 'data', kind), join(project, 'data', kind), { recursive: true });
  const { child, address } = await opened(project);
  try {
    /** @type {string[][]} */
    const rows = [];
    const figures = [];
    const reason = await noChromium();
    for (const each of documents) {
      const before = await cpuOf(child.pid ?? 0);
      const server = await byRequests(address, each, rounds);
      const cpu = ((await cpuOf(child.pid ?? 0)) - before) / (rounds + warmUp);
      const page = reason === null ? await byKeys(address, each, rounds) : null;
      figures.push({ name: each.name, most: each.most, cpu, server, page });
      for (const [by, times] of Object.entries({
        'server, with the rest before saving': server.map((time) => time + rest),
        Chromium: page ?? [],
      }))
        if (times.length > 0) rows.push(row(each, by, times, cpu));
    }
    console.log(
      table(
        'The studio: from a key stroke to the preview',
        ['', '', 'p50', 'p95', 'CPU of the server', 'asked', 'p95 met'],
        rows,
      ),
    );
    console.log(
      `With a load of ${loadavg()[0]?.toFixed(1)} on ${cpus().length} cores: times are those of an idle machine only where it is well below them.\n`,
    );
    if (reason !== null) console.log(`Without Chromium, because ${reason}.\n`);
    const memory = await writing(address, child.pid ?? 0, edits);
    console.log(curve(memory, edits));
    return { latency: figures, memory };
  } finally {
    child.kill('SIGINT');
    await new Promise((resolve) => child.once('close', resolve));
    await rm(project, { recursive: true, force: true });
  }
}

/** @param {string} project @returns {Promise<{ child: import('node:child_process').ChildProcess, address: string }>} */
async function opened(project) {
  const child = spawn(process.execPath, [join(root, 'dist/cli.cjs'), 'studio', project, '--no-open'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const address = await new Promise((resolve) => child.stdout.once('data', (data) => resolve(String(data).trim())));
  return { child, address };
}

/** A client of the server, as its page is one. @param {string} address @param {Written} written */
async function clientOf(address, { file, path, lang }) {
  const named = `file=${encodeURIComponent(file)}`;
  const headers = { 'x-etrati-studio': '1' };
  const open = await (await fetch(`${address}api/document?${named}`)).json();
  let { revision } = open;
  const data = JSON.parse(open.text);
  const around = path.slice(0, -1).reduce((inner, step) => inner[step], data);
  const last = path.at(-1) ?? '';
  const first = String(around[last]);
  /** Writes one more word and waits for the page that has it. Milliseconds. @param {number} count */
  return async (count) => {
    around[last] = `${first} Word${count}`;
    const start = performance.now();
    const saved = await fetch(`${address}api/document?${named}&base=${revision}`, {
      method: 'PUT',
      headers,
      body: JSON.stringify(data, null, 2),
    });
    ({ revision } = await saved.json());
    const page = await (await fetch(`${address}api/preview?${named}&lang=${lang}`)).json();
    const took = performance.now() - start;
    if (!String(page.html).includes(`Word${count}`)) throw new Error(`the preview of ${file} does not follow`);
    return took;
  };
}

/** @param {string} address @param {Written} written @param {number} rounds */
async function byRequests(address, written, rounds) {
  const type = await clientOf(address, written);
  for (let count = 0; count < warmUp; count += 1) await type(count);
  const times = [];
  for (let count = 0; count < rounds; count += 1) times.push(await type(100 + count));
  return times;
}

/** In the page: from the event of the key to the first frame whose preview has it. @param {string} address @param {Written} written @param {number} rounds */
function byKeys(address, { file, part, path, lang }, rounds) {
  return withChromium(async (browser) => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 922 } });
    await page.goto(`${address}#/edit/${encodeURIComponent(file)}/${part}`);
    const box = page.locator(`#form [data-path="$.${path.join('.')}"]`);
    await box.focus();
    await page.keyboard.press('Control+End');
    await page.locator('iframe').waitFor();
    await page.evaluate(() => {
      /** @type {any} */
      const own = globalThis;
      own.followed = (/** @type {string} */ word) =>
        new Promise((resolve) => {
          const look = () => {
            if (document.querySelector('iframe')?.contentDocument?.body?.textContent?.includes(word))
              resolve(performance.now() - own.pressed);
            else requestAnimationFrame(look);
          };
          look();
        });
      addEventListener(
        'keydown',
        () => {
          own.pressed = performance.now();
        },
        true,
      );
    });
    const times = [];
    for (let count = 0; count < rounds + 2; count += 1) {
      const word = `Key${lang}${count}`;
      await page.keyboard.insertText(` ${word.slice(0, -1)}`);
      await page.keyboard.press(word.slice(-1));
      const took = await page.evaluate(
        (/** @type {string} */ name) => /** @type {any} */ (globalThis).followed(name),
        word,
      );
      if (count >= 2) times.push(took);
      await page.waitForTimeout(300);
    }
    return times;
  });
}

/** Edits of both documents by turns, without rests. @param {string} address @param {number} pid @param {number} edits */
async function writing(address, pid, edits) {
  const types = await Promise.all(documents.map((each) => clientOf(address, each)));
  const points = [];
  const every = Math.max(1, Math.floor(edits / 24));
  for (let count = 0; count < edits; count += 1) {
    // A brochure is written in more often than a report is: its pages are made faster.
    await types[count % 4 === 3 ? 1 : 0]?.(1000 + count);
    if (count % every === every - 1) points.push({ edits: count + 1, resident: await residentOf(pid) });
  }
  return points;
}

/** Seconds of all cores that a process has used; 0 where the system does not say. @param {number} pid */
async function cpuOf(pid) {
  const stat = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '');
  // After the name, which may hold anything: the 12th and 13th of what follows, in hundredths (proc_pid_stat(5)).
  const [user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  return (user + system) / 100;
}

/** Bytes that a process holds now; 0 where the system does not say. @param {number} pid */
async function residentOf(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'latin1').catch(() => '');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
}

/** @param {readonly number[]} times @param {number} share */
function percentile(times, share) {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** @param {Written} written @param {string} by @param {readonly number[]} times @param {number} cpu */
function row({ name, most }, by, times, cpu) {
  const [half, most95] = [percentile(times, 0.5), percentile(times, 0.95)];
  const shown = (/** @type {number} */ time) => say.time(time / 1000);
  return [name, by, shown(half), shown(most95), say.time(cpu), `< ${shown(most)}`, most95 < most ? 'yes' : 'NO'];
}

/** @param {readonly { edits: number, resident: number }[]} points @param {number} edits */
function curve(points, edits) {
  const most = Math.max(...points.map(({ resident }) => resident));
  const lines = points.map(
    ({ edits: count, resident }) =>
      `  ${String(count).padStart(5)}  ${say.memory(resident).padStart(7)}  ${'█'.repeat(Math.round((resident / most) * 40))}`,
  );
  const quarter = Math.max(1, Math.floor(points.length / 4));
  const of = (/** @type {readonly { resident: number }[]} */ some) => median(some.map(({ resident }) => resident));
  const growth = of(points.slice(-quarter)) / of(points.slice(quarter, 2 * quarter));
  return [
    `The studio: memory of its server over ${edits} edits`,
    ...lines,
    `  The last quarter holds ${say.ratio(growth)} what the second did.`,
    '',
  ].join('\n');
}
