/** `etrati serve` under load. */
import { spawn } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { underLoad } from './load.mjs';
import { megabytes, memoryOf } from './memory.mjs';

/** Bytes that the service may hold when it is warm: two threads, and what is asked of it. */
const most = 900e6;

/** @param {string} root of this package @param {number} seconds @param {number} clients */
export async function serveUnderLoad(root, seconds, clients) {
  const project = await mkdtemp(join(tmpdir(), 'etrati-serve-'));
  await copyFile(join(root, 'tests/many/base.json'), join(project, 'base.json'));
  const port = await freePort();
  const flags = [
    'serve',
    '--port',
    String(port),
    '--jobs',
    '2',
    '--max-body',
    '1',
    '--max-waiting',
    '30',
    '--memory',
    '256',
  ];
  const child = spawn(process.execPath, [join(root, 'dist/cli.cjs'), ...flags], { cwd: project });
  const ended = new Promise((resolve) => child.once('close', resolve));
  let said = '';
  try {
    await new Promise((resolve, reject) => {
      child.once('close', () => reject(new Error(`the service ended: ${said}`)));
      child.stderr.on('data', (text) => {
        said += text;
        if (said.includes('/documents')) resolve(null);
      });
    });
    /** @type {number[]} */
    const curve = [];
    const looking = setInterval(() => curve.push(memoryOf(child.pid) ?? 0), 1000);
    const load = { port, base: 'base.json', clients, seconds, secrets: [project, root] };
    const { counts, times, faults } = await underLoad(load);
    clearInterval(looking);
    const health = await fetch(`http://127.0.0.1:${port}/health`);
    if (!health.ok) faults.push('it is not well afterwards');
    if (/bug/i.test(said)) faults.push(said);
    if (Math.max(...curve) > most) faults.push(`it held ${megabytes(Math.max(...curve))}`);
    child.kill('SIGTERM');
    const code = await ended;
    if (code !== 0) faults.push(`it ended with ${code}`);
    times.sort((one, other) => one - other);
    const at = (/** @type {number} */ part) => `${((times[Math.floor(times.length * part)] ?? 0) / 1000).toFixed(2)} s`;
    console.log(
      Object.entries(counts)
        .map(([what, number]) => `${what}: ${number}`)
        .join(', '),
    );
    console.log(`a document: median ${at(0.5)}, 95 of 100 within ${at(0.95)}, longest ${at(0.9999)}`);
    console.log(
      `memory: ${curve
        .filter((_, index) => index % Math.ceil(curve.length / 20) === 0)
        .map(megabytes)
        .join(', ')}`,
    );
    for (const fault of faults.slice(0, 20)) console.log(fault);
    console.log(faults.length === 0 ? 'Every answer was right.' : `${faults.length} faults.`);
    return faults.length === 0;
  } finally {
    child.kill('SIGKILL');
    await rm(project, { recursive: true, force: true });
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}
