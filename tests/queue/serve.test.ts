/** etrati serve with a queue: a job for what is asked for, which says how far it is, and its files from the store. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { Redis } from 'ioredis';
import { describe, expect, it, onTestFinished } from 'vitest';
import { settleOrders } from '../../src/many/asked.ts';
import { openStore } from '../../src/many/store.ts';
import { connect } from '../../src/queue/connection.ts';
import { type PublishedJob, QueuedDocuments } from '../../src/serve/queued.ts';
import { openService } from '../../src/serve/server.ts';
import { ManyProject } from '../many/kit.ts';
import { built, hasRedis, RedisServer, start } from './redis.ts';

built();

async function service(project: ManyProject, address: string) {
  const connection = await connect(address);
  const settings = await settleOrders({}, { cwd: project.root, env: {} });
  const store = openStore({ type: 'folder', folder: path.join(project.root, 'output') });
  const fileOf = (file: string) => path.resolve(project.root, file);
  const [bugs, refusals]: unknown[][] = [[], []];
  const logRefusal = (error: unknown) => refusals?.push(error);
  const queued = new QueuedDocuments({ connection, store, asked: async () => settings, fileOf, logRefusal });
  const opened = await openService({
    ...{ root: project.root, settings, host: '127.0.0.1', port: 0, token: null, queued, jobs: 1 },
    ...{ limit: 2 ** 20, patience: 60_000, waiting: 64, logBug: (error: unknown) => bugs?.push(error) },
  });
  onTestFinished(async () => {
    await opened.close();
    await connection.close();
  });
  const ask = (body: unknown, key?: string) =>
    fetch(`${opened.address}/documents`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key === undefined ? {} : { 'idempotency-key': key }) },
      body: JSON.stringify(body),
    });
  const get = (where: string) => fetch(`${opened.address}${where}`);
  const jobOf = async (answer: Response) => (await answer.json()) as PublishedJob;
  return { ask, get, jobOf, bugs, refusals };
}

describe.skipIf(!hasRedis)('the service with a queue', () => {
  it('gives a job, says how far it is, and gives its files, the same that a batch makes', async () => {
    const server = await RedisServer.start();
    const project = new ManyProject();
    const { ask, get, jobOf, bugs } = await service(project, server.address);
    const one = { base: 'base.json', formats: ['html', 'pdf'], languages: ['en'], name: 'north/ზღვა' };
    const answer = await ask(one, 'order-1');
    const job = await jobOf(answer);
    expect([answer.status, answer.headers.get('location'), job.status]).toEqual([202, `/jobs/${job.id}`, 'waiting']);
    // The same again is the same job, with a key and without one.
    expect([(await jobOf(await ask(one, 'order-1'))).id, (await jobOf(await ask(one))).id]).toEqual([job.id, job.id]);
    const faulty = await jobOf(await ask({ ...one, patch: { date: 'soon' } }));
    expect(faulty.id).not.toBe(job.id);
    expect(await jobOf(await get(`/jobs/${job.id}`))).toMatchObject({ status: 'waiting', files: [] });

    const queue = ['--queue', server.address];
    const worked = await start(project.root, ['work', ...queue, '--jobs', '1', '--until-empty']).ended;
    expect([worked.code, worked.stderr]).toEqual([0, expect.stringContaining('1 document made, 1 failed.')]);

    const done = await jobOf(await get(`/jobs/${job.id}`));
    expect([done.status, done.findings.filter(({ severity }) => severity === 'error')]).toEqual(['done', []]);
    expect(done.files.map(({ name, format }) => [name, format])).toEqual([
      ['north/ზღვა.en.html', 'html'],
      ['north/ზღვა.en.pdf', 'pdf'],
    ]);
    project.write('list.jsonl', `${JSON.stringify(one)}\n`);
    await project.run(['batch', 'list.jsonl', '--out', 'here']);
    const hash = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');
    const sums = project.read('here/SHA256SUMS');
    for (const { href, size, sha256, name } of done.files) {
      const bytes = new Uint8Array(await (await get(href)).arrayBuffer());
      expect([bytes.length, hash(bytes)]).toEqual([size, sha256]);
      expect(sums).toContain(`${sha256}  ${name}`);
    }
    const failed = await jobOf(await get(`/jobs/${faulty.id}`));
    expect([failed.status, failed.files, failed.findings.map(({ code }) => code)]).toEqual([
      'failed',
      [],
      expect.arrayContaining(['bad-date']),
    ]);

    // No file but its own, no job but those that there are.
    for (const where of [
      `/jobs/${job.id}/files/..%2f..%2fbase.json`,
      `/jobs/${job.id}/files/none.pdf`,
      `/jobs/${faulty.id}/files/north/ზღვა.en.pdf`,
      `/jobs/${'0'.repeat(64)}`,
      '/jobs/x',
    ])
      expect([where, (await get(where)).status]).toEqual([where, 404]);
    // What others put in its place is not sent for what was made.
    const [first] = done.files;
    const stored = `output/${job.id.slice(0, 16)}/${first?.name}`;
    const whole = project.read(stored);
    project.write(stored, `${whole} `);
    expect(project.read(stored)).not.toBe(whole);
    expect(await (await get(first?.href ?? '')).json()).toMatchObject({
      status: 404,
      detail: 'The file was changed since it was made.',
    });
    project.write(stored, whole);
    // While the queue is away it says so, and goes on afterwards.
    await server.stop('SIGTERM');
    await expect.poll(async () => (await ask(one)).status, { timeout: 10_000 }).toBe(503);
    await server.start();
    await expect.poll(async () => (await get(`/jobs/${job.id}`)).status, { timeout: 10_000 }).toBe(200);
    expect(await jobOf(await get(`/jobs/${job.id}`))).toMatchObject({ status: 'done' });
    expect(bugs).toEqual([]);
  }, 180_000);

  it('says why a job was given up, and that the server of the queue refuses', async () => {
    const server = await RedisServer.start();
    const redis = new Redis(server.address);
    onTestFinished(() => redis.disconnect());
    const project = new ManyProject();
    const { ask, get, jobOf, bugs, refusals } = await service(project, server.address);
    const { id } = await jobOf(await ask({ base: 'base.json', formats: ['txt'] }));
    await redis.hset(`bull:etrati:${id}`, 'finishedOn', '1', 'failedReason', 'the store did not take it (status 403)');
    expect(await jobOf(await get(`/jobs/${id}`))).toMatchObject({
      status: 'failed',
      findings: [
        { code: 'record-stopped', message: expect.stringContaining('the store did not take it (status 403)') },
      ],
    });
    await redis.config('SET', 'maxmemory', '1mb');
    const full = await ask({ base: 'base.json', formats: ['html'] });
    expect([full.status, await full.json()]).toMatchObject([503, { type: 'urn:etrati:problem:queue-away' }]);
    expect([bugs, refusals]).toEqual([[], [expect.objectContaining({ message: expect.stringContaining('OOM') })]]);
  }, 60_000);
});
