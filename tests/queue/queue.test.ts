/** etrati enqueue, work and collect on a real server, which this test starts; workers are killed, and the server is started anew. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/many/outcome.ts';
import { packageRoot } from '../../src/world.ts';
import { base, ManyProject } from '../many/kit.ts';
import { built, hasRedis, RedisServer, start } from './redis.ts';

/** How many records; `ETRATI_MANY=1000` for a long run. */
const scale = Number(process.env.ETRATI_MANY ?? '24');
const made = ['--format', 'html', '--lang', 'en'];

built();

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const outcomesIn = (text: string): readonly Outcome[] =>
  text.split('\n').flatMap((line): readonly Outcome[] => (line === '' ? [] : [JSON.parse(line)]));

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => /^[^.].*\.(?:en|ka)\.\w+$/.test(name)) : [];
}

function written(folder: string): ReadonlyMap<string, string> {
  return new Map(
    namesIn(folder)
      .toSorted()
      .map((name) => [name, hash(readFileSync(path.join(folder, name)))]),
  );
}

/** Every sixth record is faulty. */
function list(count: number): string {
  const records = Array.from({ length: count }, (_, index) => ({
    patch: index % 6 === 5 ? { date: 'soon' } : { title: { en: `Coast ${index + 1}` } },
  }));
  return records.map((each) => `${JSON.stringify(each)}\n`).join('');
}

describe.skipIf(!hasRedis)('a queue', () => {
  it(`makes ${scale} records once each, with workers that are killed and a server that goes away`, async () => {
    const project = new ManyProject();
    project.write('list.jsonl', list(scale));
    const here = await start(project.root, ['batch', 'list.jsonl', '--base', 'base.json', ...made]).ended;
    expect(here.code).toBe(1);
    const files = written(path.join(project.root, 'output'));
    expect(files.size).toBe(scale - Math.floor(scale / 6));
    renameSync(path.join(project.root, 'output'), path.join(project.root, 'here'));

    const server = await RedisServer.start();
    const queue = ['--queue', server.address];
    const put = ['enqueue', 'list.jsonl', '--base', 'base.json', ...made, ...queue];
    // Twice: what waits already is not put again.
    expect((await start(project.root, put).ended).stderr).toContain(`Put ${scale.toLocaleString('en')} documents`);
    expect((await start(project.root, put).ended).stderr).toContain(
      `${scale.toLocaleString('en')} documents waited there already`,
    );

    const work = () => start(project.root, ['work', ...queue, '--jobs', '1', '--quiet', '--dead-after', '4']);
    const workers = [work(), work(), work()];
    const collecting = start(project.root, ['collect', 'list', ...queue, '--diagnostics', 'json']);
    let isCollected = false;
    void collecting.ended.then(() => {
      isCollected = true;
    });
    const pause = () => new Promise((resolve) => setTimeout(resolve, scale > 100 ? 4000 : 2500));
    const count = () => namesIn(path.join(project.root, 'output')).length;
    for (let turn = 0; !isCollected; turn += 1) {
      const before = count();
      await pause();
      // On a busy machine workers need long to get warm: if all were killed before that, nothing would ever be made.
      while (!isCollected && count() < before + (scale > 100 ? 10 : 1)) await pause();
      // No more than some: each worker that begins anew needs a moment to get warm.
      if (isCollected || (scale <= 100 && turn > 1)) continue;
      const worker = workers[turn % workers.length];
      worker?.child.kill('SIGKILL');
      await worker?.ended;
      if (turn === 1) {
        await server.stop('SIGTERM');
        await server.start();
      }
      workers[turn % workers.length] = work();
    }
    const { code, stdout } = await collecting.ended;
    for (const { child } of workers) child.kill('SIGTERM');
    const ends = await Promise.all(workers.map(({ ended }) => ended));
    expect(ends.map((end) => end.code)).toEqual([0, 0, 0]);

    const outcomes = outcomesIn(stdout);
    expect(code).toBe(1);
    expect(outcomes.map(({ record }) => record)).toEqual(Array.from({ length: scale }, (_, index) => index + 1));
    expect(outcomes.filter(({ status }) => status === 'failed').map(({ diagnostics }) => diagnostics[0]?.code)).toEqual(
      Array.from({ length: Math.floor(scale / 6) }, () => 'bad-date'),
    );
    expect(written(path.join(project.root, 'output'))).toEqual(files);
    // The report is that of a batch on one machine, but for times.
    const timeless = (text: string) => outcomesIn(text).map(({ time, ...outcome }) => outcome);
    expect(timeless(project.read('output/batch.jsonl'))).toEqual(timeless(project.read('here/batch.jsonl')));
    expect(project.read('output/SHA256SUMS')).toBe(project.read('here/SHA256SUMS'));
    expect(project.read('output/batch.html')).toContain('<html lang="en">');
  }, 3_600_000);

  it('makes again only what is missing or changed, and no record whose base the worker does not have', async () => {
    const server = await RedisServer.start();
    const project = new ManyProject();
    const other = new ManyProject();
    project.write('list.jsonl', list(4));
    const queue = ['--queue', `${server.address}?name=coast`];
    const put = ['enqueue', 'list.jsonl', '--base', 'base.json', ...made, ...queue, '--batch', 'four'];
    const round = async (root = project.root) => {
      await start(project.root, put).ended;
      const worked = await start(root, ['work', ...queue, '--jobs', '1', '--until-empty']).ended;
      expect(worked.code).toBe(0);
      const collected = await start(project.root, ['collect', ...queue, '--diagnostics', 'json']).ended;
      return outcomesIn(collected.stdout).map(({ status, diagnostics }) => {
        const error = diagnostics.find(({ severity }) => severity === 'error');
        return error === undefined ? status : error.code;
      });
    };
    expect(await round()).toEqual(['done', 'done', 'done', 'done']);
    rmSync(path.join(project.root, 'output/base-2.en.html'));
    expect(await round()).toEqual(['unchanged', 'done', 'unchanged', 'unchanged']);
    project.write('base.json', JSON.stringify({ ...base, date: '2026-11-24' }));
    expect(await round(other.root)).toEqual(Array.from({ length: 4 }, () => 'worker-differs'));
    expect(existsSync(path.join(other.root, 'output'))).toBe(false);
    expect(await round()).toEqual(['done', 'done', 'done', 'done']);
    // The same data, and a theme that the other worker does not have.
    other.write('base.json', project.read('base.json'));
    project.write(
      'templates/themes/gza/theme.json',
      readFileSync(path.join(packageRoot, 'templates/themes/tsqnari/theme.json')),
    );
    expect(await round(other.root)).toEqual(Array.from({ length: 4 }, () => 'worker-differs'));
    other.write(
      'templates/themes/gza/theme.json',
      readFileSync(path.join(packageRoot, 'templates/themes/tsqnari/theme.json')),
    );
    other.write('templates/.DS_Store', 'left by a system');
    expect(await round(other.root)).toEqual(['done', 'done', 'done', 'done']);
  }, 300_000);

  it('has the moment of who asks and not that of the worker, and the bytes of a batch in each format', async () => {
    const server = await RedisServer.start();
    const project = new ManyProject();
    project.write('list.jsonl', list(1));
    const asked = ['list.jsonl', '--base', 'base.json', '--format', 'pdf,docx,html', '--lang', 'en'];
    const queue = ['--queue', server.address];
    const [ours, theirs] = ['1700000000', '1800000000'].map((SOURCE_DATE_EPOCH) => ({ SOURCE_DATE_EPOCH }));
    const round = async (env = {}) => {
      await start(project.root, ['enqueue', ...asked, ...queue], env).ended;
      await start(project.root, ['work', ...queue, '--jobs', '1', '--until-empty'], theirs).ended;
      return written(path.join(project.root, 'output'));
    };
    const batch = async (out: string, env = {}) => {
      await start(project.root, ['batch', ...asked, '--out', out], env).ended;
      return written(path.join(project.root, out));
    };
    const [made, later] = [await round(ours), await round()];
    expect([made.size, made]).toEqual([3, await batch('ours', ours)]);
    expect(later).toEqual(await batch('none'));
    expect(later).not.toEqual(made);
  }, 300_000);

  it('keeps two lists of one name apart', async () => {
    const server = await RedisServer.start();
    const project = new ManyProject();
    for (const folder of ['north', 'south']) project.write(`${folder}/list.jsonl`, list(1));
    const put = (file: string, ...flags: readonly string[]) =>
      start(project.root, ['enqueue', file, '--base', 'base.json', '--queue', server.address, ...flags]).ended;
    const codes = [];
    for (const file of ['north/list.jsonl', 'north/list.jsonl', 'south/list.jsonl']) codes.push((await put(file)).code);
    expect(codes).toEqual([0, 0, 2]);
    expect((await put('south/list.jsonl', '--batch', 'south')).code).toBe(0);
  }, 60_000);

  it('says what is missing', async () => {
    const server = await RedisServer.start();
    const project = new ManyProject();
    const { code, stderr } = await start(project.root, ['collect', 'none', '--queue', server.address]).ended;
    expect([code, stderr]).toEqual([2, expect.stringContaining('There is no batch "none"')]);
    await server.stop('SIGTERM');
    const away = await start(project.root, ['work', '--queue', `redis://:secret@127.0.0.1:${server.port}`]).ended;
    expect([away.code, away.stderr]).toEqual([2, expect.stringContaining('ECONNREFUSED')]);
    expect(away.stderr).not.toContain('secret');
  }, 60_000);
});

describe('without a queue', () => {
  it('the address is asked for, and has to be one', async () => {
    const project = new ManyProject();
    for (const [argv, words] of [
      [[], 'The address of the queue is missing'],
      [['--queue', 'localhost:6379'], 'cannot be read'],
      [['--queue', 'redis://localhost?name=a b'], 'cannot be read'],
    ] as const)
      expect(await project.run(['collect', ...argv])).toMatchObject({
        code: 2,
        stderr: expect.stringContaining(words),
      });
  });
});
