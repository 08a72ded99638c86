/** A service whose threads end as they begin says so, to those who watch it too; it was “needs more memory”, and healthy, for ever. */
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { broken } from '../many/broken.ts';
import { ManyProject } from '../many/kit.ts';
import { built, freePort, start } from '../queue/redis.ts';

built();

it('is not healthy, and says in its log why', async () => {
  const project = new ManyProject();
  const dist = broken(project, "throw new Error('no more threads')");
  const port = await freePort();
  const argv = ['serve', '--port', String(port), '--jobs', '1'];
  const { child, ended } = start(project.root, argv, {}, path.join(dist, 'cli.cjs'));
  onTestFinished(() => void child.kill('SIGKILL'));
  await new Promise<void>((resolve) => child.stderr?.once('data', () => resolve()));
  const at = (address: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${address}`, init);
  expect((await at('/health')).status).toBe(200);
  const body = JSON.stringify({ base: 'base.json', formats: ['txt'], languages: ['en'] });
  const asked = await at('/documents', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  expect([asked.status, await asked.json()]).toMatchObject([500, { type: 'urn:etrati:problem:bug' }]);
  expect((await at('/health')).status).toBe(503);
  child.kill('SIGTERM');
  expect((await ended).stderr).toContain('no more threads');
}, 60_000);
