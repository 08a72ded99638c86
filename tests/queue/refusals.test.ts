/** What the queue's server refuses or loses, and what a worker cannot write: told as such, never a bug, never as if it were done. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Redis } from 'ioredis';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Outcome } from '../../src/many/outcome.ts';
import { hintOf } from '../../src/queue/connection.ts';
import { broken } from '../many/broken.ts';
import { ManyProject } from '../many/kit.ts';
import { built, hasOpenssl, hasRedis, RedisServer, start } from './redis.ts';

built();

async function queue(count = 3) {
  const server = await RedisServer.start();
  const redis = new Redis(server.address).on('error', () => undefined);
  onTestFinished(() => redis.disconnect());
  const project = new ManyProject();
  project.write('list.jsonl', Array.from({ length: count }, () => '{"patch":{}}').join('\n'));
  const at = (address: string, ...argv: readonly string[]) => start(project.root, [...argv, '--queue', address]);
  const run = (...argv: readonly string[]) => at(server.address, ...argv).ended;
  const put = ['enqueue', 'list.jsonl', '--base', 'base.json', '--format', 'txt', '--lang', 'en'];
  const outcomes = (): readonly Outcome[] =>
    readFileSync(path.join(project.root, 'output/batch.jsonl'), 'utf8')
      .split('\n')
      .flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
  return { server, redis, project, at, run, put, outcomes };
}

describe.skipIf(!hasRedis)('a queue', () => {
  it('is in the database that was asked for, or in none', async () => {
    const { server, redis, at, put } = await queue();
    const { code, stderr } = await at(`${server.address}/99`, ...put).ended;
    expect([code, stderr]).toEqual([2, expect.stringContaining('DB index is out of range')]);
    expect(await redis.dbsize()).toBe(0);
    expect((await at(`${server.address}/3`, ...put).ended).code).toBe(0);
    expect(await redis.dbsize()).toBe(0);
  }, 60_000);

  it('that is full, of another program or a replica says what to do', async () => {
    const { redis, run, put } = await queue();
    await redis.config('SET', 'maxmemory', '1mb');
    expect(await run(...put)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/refuses: OOM[^\n]*\n.*maxmemory/),
    });
    await redis.config('SET', 'maxmemory', '0');
    expect((await run(...put)).code).toBe(0);
    await redis.del('etrati:etrati:batch:list');
    await redis.set('etrati:etrati:batch:list', 'x');
    expect(await run('collect', 'list')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/WRONGTYPE[^\n]*\n.*\?name=/),
    });
    await redis.replicaof('127.0.0.1', 1);
    expect(await run(...put)).toMatchObject({ code: 2, stderr: expect.stringMatching(/READONLY[^\n]*\n.*replica/) });
  }, 60_000);

  it('that does not let us in says what helps', async () => {
    const { server, redis, at, put } = await queue(1);
    const plain = await at(server.address.replace('redis:', 'rediss:'), ...put).ended;
    expect([plain.code, plain.stderr]).toEqual([2, expect.stringContaining('write redis:// and not rediss://')]);
    await redis.config('SET', 'requirepass', 'a:b@c');
    for (const user of ['', ':wrong@']) {
      const refused = await at(server.address.replace('//', `//${user}`), ...put).ended;
      expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('redis://user:password@host:6379')]);
      expect(refused.stderr).not.toContain('..');
    }
    await redis.call('ACL', 'SETUSER', 'reader', 'on', '>pw', '~*', '&*', '+@read', '+ping', '+info', '+select');
    const reader = server.address.replace('//', '//reader:pw@');
    expect((await at(server.address.replace('//', '//:a%3Ab%40c@'), ...put).ended).code).toBe(0);
    const worker = at(reader, 'work', '--until-empty');
    await new Promise<void>((resolve) => {
      worker.child.stderr?.on('data', (text) => {
        if (/refuses: NOPERM.*what the user may do\. Waits/.test(String(text))) resolve();
      });
    });
    worker.child.kill('SIGTERM');
    await worker.ended;
    expect((await at('unix:///tmp/redis.sock', ...put).ended).stderr).toContain('requirepass');
  }, 60_000);

  it.skipIf(!hasOpenssl)(
    'is encrypted, by a certificate of which the authority is known',
    async () => {
      const { project } = await queue(1);
      const server = await RedisServer.start({ encrypted: true });
      const put = ['enqueue', 'list.jsonl', '--base', 'base.json', '--format', 'txt', '--lang', 'en'];
      const run = (address: string, argv: readonly string[], env = {}) =>
        start(project.root, [...argv, '--queue', address], env).ended;
      const env = { NODE_EXTRA_CA_CERTS: server.authority };
      const { address } = server;
      expect(address).toMatch(/^rediss:/);
      expect((await run(address, put)).stderr).toMatch(/certificate[^\n]*\n.*NODE_EXTRA_CA_CERTS/);
      expect((await run(address.replace('rediss:', 'redis:'), put)).stderr).toContain(
        'write rediss:// and not redis://',
      );
      expect((await run(address.replace('127.0.0.1', 'localhost'), put, env)).stderr).toContain(
        'a name of the server that its certificate has',
      );
      expect((await run(address, put, env)).code).toBe(0);
      expect((await run(address, ['work', '--until-empty'], env)).stderr).toContain('1 document made, 0 failed.');
      expect((await run(address, ['collect'], env)).code).toBe(0);
    },
    90_000,
  );

  it('ends a worker that is asked to end, whatever the server says', async () => {
    const { server, redis, run, put, at } = await queue();
    await run(...put);
    await redis.del('bull:etrati:wait');
    await redis.set('bull:etrati:wait', 'x');
    const worker = at(server.address, 'work', '--until-empty');
    await new Promise<void>((resolve) => {
      worker.child.stderr?.on('data', (text) => {
        if (String(text).includes('WRONGTYPE')) resolve();
      });
    });
    worker.child.kill('SIGTERM');
    const { code, stderr } = await worker.ended;
    expect([code, stderr]).toEqual([0, expect.stringContaining('The queue refuses: WRONGTYPE')]);
    expect(stderr).not.toContain('bug');
  }, 60_000);

  it('has lost a job, or has something else in its place', async () => {
    const { redis, run, put, outcomes } = await queue();
    await run(...put);
    const [first, second, third] = (await redis.lrange('bull:etrati:wait', 0, -1)).map((id) => `bull:etrati:${id}`);
    await redis.del(first as string);
    await redis.hset(second as string, 'data', '{"version":"x"}');
    await redis.hset(third as string, 'data', '{no');
    const { code, stderr } = await run('collect', 'list');
    expect([code, outcomes().map(({ diagnostics }) => diagnostics[0]?.code)]).toEqual([
      1,
      ['job-lost', 'job-lost', 'job-lost'],
    ]);
    expect(stderr).not.toContain('bug');
  }, 60_000);

  it('has lost the list of a batch: what is not reported is not done', async () => {
    const { redis, run, put } = await queue();
    await run(...put);
    await run('work', '--until-empty');
    await redis.ltrim('etrati:etrati:batch:list', 0, 1);
    expect(await run('collect', 'list')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('does not have 1 of the 3 records of the batch "list" any more'),
    });
    await redis.del('etrati:etrati:batch:list');
    expect(await run('collect', 'list')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('does not have the list of the batch "list" any more'),
    });
  }, 60_000);

  it('keeps jobs whose files a worker cannot write for another try', async () => {
    const { server, redis, project, run, put, at } = await queue(1);
    await run(...put);
    writeFileSync(path.join(project.root, 'file'), '');
    expect(await run('work', '--until-empty', '--out', 'file')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('"file" cannot be written'),
    });
    expect(await redis.llen('bull:etrati:wait')).toBe(1);
    const place = path.join(project.root, 'output/base-1.en.txt');
    mkdirSync(place, { recursive: true });
    const worker = at(server.address, 'work', '--until-empty');
    await new Promise<void>((resolve) => {
      worker.child.stderr?.on('data', (text) => {
        if (String(text).includes('it is a folder. It is tried again.')) resolve();
      });
    });
    rmSync(place, { recursive: true });
    expect(await worker.ended).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('1 document made, 0 failed.'),
    });
    expect((await run('collect', 'list')).code).toBe(0);
  }, 60_000);

  it('is left by a worker that counts what it gave up', async () => {
    const { server, redis, project, run, put } = await queue(2);
    await run(...put);
    // Each is at its last try already.
    const jobs = (await redis.keys('bull:etrati:*')).filter((key) => /:[0-9a-f]{64}$/.test(key));
    for (const key of jobs) await redis.hset(key, 'opts', JSON.stringify({ attempts: 1 }));
    mkdirSync(path.join(project.root, 'output/base-1.en.txt'), { recursive: true });
    const { code, stderr } = await start(project.root, ['work', '--queue', server.address, '--until-empty']).ended;
    expect([code, stderr]).toEqual([0, expect.stringContaining('It is given up.')]);
    expect(stderr.trimEnd().split('\n').at(-1)).toBe('1 document made, 0 failed, 1 given up.');
  }, 60_000);

  it('that forgets what it holds, or is a cluster, says so', async () => {
    const { redis, run, put } = await queue(1);
    await redis.config('SET', 'maxmemory', '100mb', 'maxmemory-policy', 'allkeys-lru');
    const warned = await run(...put);
    expect([warned.code, warned.stderr]).toEqual([0, expect.stringContaining('Set maxmemory-policy noeviction')]);
    await redis.config('SET', 'maxmemory-policy', 'noeviction');
    expect((await run(...put)).stderr).not.toContain('noeviction');
    const reply = new Error("CROSSSLOT Keys in request don't hash to the same slot");
    expect(hintOf(reply)).toContain('cluster');
  }, 60_000);

  it('that was away for longer than a worker waits for a job gives it jobs again, as BullMQ before 6.3.8 did not', async () => {
    const { server, project, at, run, put } = await queue(1);
    const worker = at(server.address, 'work');
    await new Promise<void>((resolve) => worker.child.stderr?.once('data', () => resolve()));
    await new Promise((resolve) => setTimeout(resolve, 3000));
    await server.stop('SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 7000));
    await server.start();
    await run(...put);
    expect((await run('collect', 'list')).code).toBe(0);
    worker.child.kill('SIGTERM');
    expect([(await worker.ended).code, project.read('output/base-1.en.txt').length > 0]).toEqual([0, true]);
  }, 120_000);

  it('keeps the lock of a document that takes longer than a worker may be silent, and does not try one again that never ends', async () => {
    const { server, redis, project, run, put, outcomes } = await queue(3);
    const dist = broken(project, 'while (task.order.number === 2);');
    await run(...put);
    const argv = [
      'work',
      '--queue',
      server.address,
      '--until-empty',
      '--jobs',
      '1',
      '--dead-after',
      '2',
      '--timeout',
      '6',
    ];
    const { code, stderr } = await start(project.root, argv, {}, path.join(dist, 'cli.cjs')).ended;
    expect([code, stderr.trimEnd().split('\n').at(-1)]).toEqual([0, '2 documents made, 1 failed.']);
    expect(stderr).not.toContain('silent');
    const jobs = (await redis.keys('bull:etrati:*')).filter((key) => /:[0-9a-f]{64}$/.test(key));
    const tries = await Promise.all(jobs.map((key) => redis.hmget(key, 'atm', 'stc')));
    expect(tries).toEqual([0, 1, 2].map(() => ['1', null]));
    const collected = await run('collect', 'list', '--quiet');
    expect([collected.code, outcomes().map(({ status }) => status)]).toEqual([1, ['done', 'failed', 'done']]);
    expect(collected.stderr).toContain('list.jsonl:2');
    expect(collected.stderr).toContain('it took longer than 6 seconds');
  }, 60_000);

  it('does not wait for the clock of a worker that was ahead', async () => {
    const { redis, run, put } = await queue(1);
    await run(...put);
    const [id = ''] = await redis.lrange('bull:etrati:wait', 0, -1);
    await redis.lrem('bull:etrati:wait', 0, id);
    await redis.zadd('bull:etrati:delayed', (Date.now() + 3_600_000) * 0x1000, id);
    const { stderr } = await run('work', '--until-empty');
    expect(stderr).toContain('1 document made, 0 failed.');
  }, 60_000);

  it('is worked by those alone that have the same pictures and tables', async () => {
    const { server, project, run, put, outcomes } = await queue(1);
    const base = JSON.parse(project.read('base.json'));
    const both = (ka: string, en: string) => ({ ka, en });
    const columns = [{ head: both('კურსი', 'Course') }, { head: both('რ', 'No'), as: 'number' }];
    const table = { type: 'table', caption: both('ა', 'A'), columns, rows: 'rows.csv' };
    base.sections = [{ id: 'a', title: both('ა', 'A'), blocks: [table] }];
    const other = new ManyProject();
    for (const [each, rows] of [
      [project, 'Course,No\nOne,1\n'],
      [other, 'Course,No\nOne,2\n'],
    ] as const) {
      each.write('base.json', JSON.stringify(base));
      each.write('rows.csv', rows);
    }
    expect((await run(...put)).code).toBe(0);
    await start(other.root, ['work', '--queue', server.address, '--until-empty']).ended;
    expect((await run('collect', 'list')).code).toBe(1);
    expect(outcomes()[0]?.diagnostics).toMatchObject([
      { code: 'worker-differs', message: expect.stringContaining('another "rows.csv"') },
    ]);
    await run(...put);
    expect((await run('work', '--until-empty')).code).toBe(0);
    expect((await run('collect', 'list')).code).toBe(0);
  }, 60_000);

  it('is away: what is asked to end does so', async () => {
    const { server, redis, run, put, at } = await queue(1);
    await run(...put);
    const collecting = at(server.address, 'collect', 'list');
    const worker = at(`${server.address}?name=idle`, 'work', '--quiet');
    // This test, the list that is waited for, and a worker that waits for jobs by a connection of its own.
    for (
      let known = 0;
      known < 4;
      known = String(await redis.client('LIST'))
        .trim()
        .split('\n').length
    )
      await new Promise((resolve) => setTimeout(resolve, 200));
    await new Promise((resolve) => setTimeout(resolve, 2000));
    await server.stop('SIGKILL');
    for (const { child } of [collecting, worker]) child.kill('SIGTERM');
    const gone = { code: 2, stderr: expect.stringContaining('does not answer any more') };
    expect(await collecting.ended).toMatchObject(gone);
    expect(await worker.ended).toMatchObject(gone);
  }, 60_000);
});
