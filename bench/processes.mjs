/** Programs under measure: one process for one document, or a process that makes one after another. */
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const here = import.meta.dirname;
const cli = join(here, '../dist/cli.cjs');
const execute = promisify(execFile);

/**
 * Seconds of the wall clock and of all cores, the most memory in bytes, and bytes of the result.
 *
 * @typedef {{ wall: number, cpu: number, peak: number, bytes: number }} Sample
 * @typedef {{ name: string, python: string | null, fonts: string }} Peer
 */

/** The Python that has a package, or null. @param {string} name */
export async function pythonWith(name) {
  const python = process.env.PYTHON ?? 'python3';
  return execute(python, ['-c', `import ${name}`]).then(
    () => python,
    () => null,
  );
}

/**
 * The command line, from its start to its end; what it writes goes to `out/` in the project.
 *
 * @param {string} project @param {readonly string[]} args @returns {Promise<Sample>}
 */
export async function coldEtrati(project, args) {
  const out = join(project, 'out');
  await rm(out, { recursive: true, force: true });
  return { ...(await coldNode(project, [cli, ...args])), bytes: await bytesIn(out) };
}

const python = await execute('python3', ['--version']).then(
  () => 'python3',
  () => null,
);

/**
 * Any program of Node, from its start to its end. Measured from outside; where there is no Python, by a preload, with which
 * Etrati does not start from its snapshot.
 *
 * @param {string} cwd @param {readonly string[]} args @returns {Promise<Sample>}
 */
export async function coldNode(cwd, args) {
  const folder = await mkdtemp(join(tmpdir(), 'etrati-usage-'));
  const usage = join(folder, 'usage.json');
  const preload = pathToFileURL(join(here, 'usage.mjs')).href;
  // Certificates, where a machine asks for them: Node.js 20 reads them all at its start, which is no work of what is measured.
  const { NODE_EXTRA_CA_CERTS: __, ...own } = process.env;
  const env = { ...own, ETRATI_BENCH_USAGE: usage, NO_COLOR: '1' };
  const inside = () => execute(process.execPath, ['--import', preload, ...args], { cwd, env });
  const measured = join(here, 'measured.py');
  const { ETRATI_BENCH_USAGE: _, ...plain } = env;
  const outside = () => execute(python ?? '', [measured, usage, process.execPath, ...args], { cwd, env: plain });
  const around = await seconds(python === null ? inside : outside);
  // From outside it is told: starting Python is not ours.
  const { cpu, peak, wall = around } = JSON.parse(await readFile(usage, 'utf8'));
  await rm(folder, { recursive: true });
  return { wall, cpu, peak, bytes: 0 };
}

/** @param {string} folder */
async function bytesIn(folder) {
  const files = await readdir(folder).catch(() => []);
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(folder, file))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** @param {Peer} peer @param {string} input @returns {Promise<Sample>} */
export async function coldPeer({ name, python, fonts }, input) {
  let out = '';
  const wall = await seconds(async () => {
    ({ stdout: out } = await execute(python ?? '', [join(here, 'peer.py'), name, fonts, input]));
  });
  return { wall, ...JSON.parse(out) };
}

/** @param {() => Promise<unknown>} work */
async function seconds(work) {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** @param {string} project @param {{ formats: string, languages: string, template?: string }} options */
export function etratiWorker(project, { formats, languages, template = '' }) {
  return new Worker(process.execPath, [join(here, 'worker.mjs'), project, formats, languages, template]);
}

/** @param {Peer} peer */
export function peerWorker({ name, python, fonts }) {
  return new Worker(python ?? '', [join(here, 'peer.py'), name, fonts]);
}

/** pdfmake alone; its lines are `TREE<tab>OUT`. */
export function pdfmakeWorker() {
  return new Worker(process.execPath, [join(here, 'pdfmake-peer.mjs')]);
}

/** A process that takes a line and answers with a line. */
export class Worker {
  /** @param {string} command @param {readonly string[]} args */
  constructor(command, args) {
    this.child = spawn(command, [...args], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.answers = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
  }

  /** @param {string} input @returns {Promise<Sample>} */
  async make(input) {
    this.child.stdin.write(`${input}\n`);
    const { value, done } = await this.answers.next();
    if (done) throw new Error(`the worker ended at ${input}`);
    const { errors, ...sample } = JSON.parse(value);
    if (errors.length > 0) throw new Error(`${input}: ${errors.join('\n')}`);
    return sample;
  }

  async end() {
    this.child.stdin.end();
    await new Promise((resolve) => this.child.once('close', resolve));
  }
}
