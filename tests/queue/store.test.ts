/**
 * Files into a store that is not ours: moto, which speaks S3, asked by Amazon's own client for Python. Both are among the judges'
 * packages (`node conformance/install.mjs`); skipped where they are missing.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Outcome } from '../../src/many/outcome.ts';
import { bucketOf, openBucket } from '../../src/many/s3.ts';
import { packageRoot } from '../../src/world.ts';
import { ManyProject } from '../many/kit.ts';
import { built, freePort, hasRedis, RedisServer, start } from './redis.ts';

const python = process.env.ETRATI_STORE_PYTHON ?? path.join(packageRoot, '.judges/venv/bin/python');
const hasStore = existsSync(python) && spawnSync(python, ['-c', 'import boto3, flask, moto']).status === 0;

built();

interface Stored {
  readonly name: string;
  readonly type: string;
  readonly sha256: string;
}

/** Amazon's client, told what to do by a line of Python; `s3` is the client. */
const client = `
import boto3, hashlib, json, sys
s3 = boto3.client("s3", endpoint_url=sys.argv[1])
def stored():
    for each in s3.list_objects_v2(Bucket="documents").get("Contents", []):
        got = s3.get_object(Bucket="documents", Key=each["Key"])
        digest = hashlib.sha256(got["Body"].read()).hexdigest()
        yield {"name": each["Key"], "type": got["ContentType"], "sha256": digest}
`;

async function store() {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const env = { AWS_ACCESS_KEY_ID: 'key', AWS_SECRET_ACCESS_KEY: 'secret', AWS_REGION: 'us-east-1' };
  const server: ChildProcess = spawn(python, ['-m', 'moto.server', '-H', '127.0.0.1', '-p', String(port)], {
    stdio: 'ignore',
  });
  onTestFinished(() => void server.kill('SIGKILL'));
  await expect
    .poll(
      () =>
        fetch(endpoint)
          .then(({ ok }) => ok)
          .catch(() => false),
      { timeout: 60_000, interval: 300 },
    )
    .toBe(true);
  const ask = (lines: string): readonly Stored[] => {
    const asked = [`${client}\n${lines}\nprint(json.dumps(list(stored())))`, endpoint];
    const region = { AWS_DEFAULT_REGION: env.AWS_REGION };
    const { status, stdout, stderr } = spawnSync(python, ['-c', ...asked], {
      encoding: 'utf8',
      env: { ...process.env, ...env, ...region },
    });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
  };
  expect(ask('s3.create_bucket(Bucket="documents")')).toEqual([]);
  return { ask, env: { ...env, AWS_ENDPOINT_URL: endpoint } };
}

describe.skipIf(!hasStore)('a store that speaks S3', () => {
  it('takes files, says their hashes, and gives them back', async () => {
    const { ask, env } = await store();
    const bucket = openBucket(bucketOf('s3://documents/2026', env));
    await bucket.check();
    const names = ['a.en.pdf', 'ბათუმი (1)/it’s+a!*&=?.ka.html'];
    await bucket.put(names.map((file) => ({ file, bytes: Buffer.from(`of ${file}`) })));
    const stored = ask('');
    expect(stored.map(({ name, type }) => [name, type])).toEqual([
      ['2026/a.en.pdf', 'application/pdf'],
      ['2026/ბათუმი (1)/it’s+a!*&=?.ka.html', 'text/html; charset=utf-8'],
    ]);
    for (const [index, file] of names.entries()) {
      expect(await bucket.hashOf(file)).toBe(stored[index]?.sha256);
      expect(String(Buffer.from((await bucket.read(file)) ?? []))).toBe(`of ${file}`);
    }
    expect([await bucket.hashOf('none.pdf'), await bucket.read('none.pdf')]).toEqual(['-', null]);
    await expect(openBucket(bucketOf('s3://others', env)).check()).rejects.toThrow('There is no bucket "others"');
  }, 120_000);

  it.skipIf(!hasRedis)(
    'has what workers make, which is collected, and made again where it is missing or was changed',
    async () => {
      const { ask, env } = await store();
      const server = await RedisServer.start();
      const project = new ManyProject();
      const records = [1, 2, 3].map((number) => ({ patch: { title: { en: `Coast ${number}` } } }));
      const list = [...records, { patch: { date: 'soon' } }].map((each) => JSON.stringify(each));
      project.write('list.jsonl', `${list.join('\n')}\n`);
      const made = ['list.jsonl', '--base', 'base.json', '--format', 'html,docx', '--lang', 'en'];
      const queue = ['--queue', server.address];
      const round = async () => {
        await start(project.root, ['enqueue', ...made, ...queue]).ended;
        const work = ['work', ...queue, '--jobs', '1', '--out', 's3://documents/2026', '--until-empty'];
        const worked = await start(project.root, work, env).ended;
        expect([worked.code, worked.stderr]).toEqual([0, expect.stringContaining('made, 1 failed')]);
        const collect = ['collect', ...queue, '--report', 'report', '--diagnostics', 'json'];
        const { stdout } = await start(project.root, collect).ended;
        return stdout.split('\n').flatMap((line) => (line === '' ? [] : [(JSON.parse(line) as Outcome).status]));
      };
      expect(await round()).toEqual(['done', 'done', 'done', 'failed']);
      const first = ask('');
      const sums = (stored: readonly Stored[]) =>
        stored.map(({ name, sha256 }) => `${sha256}  ${name.replace('2026/', '')}\n`).sort();
      const reported = () =>
        project
          .read('report/SHA256SUMS')
          .split(/(?<=\n)/)
          .sort();
      expect([first.length, sums(first)]).toEqual([6, reported()]);
      // The same files as in a folder of this machine.
      await start(project.root, ['batch', ...made, '--jobs', '1']).ended;
      expect(
        project
          .read('output/SHA256SUMS')
          .split(/(?<=\n)/)
          .sort(),
      ).toEqual(reported());

      ask('s3.delete_object(Bucket="documents", Key="2026/base-1.en.html")');
      ask('s3.put_object(Bucket="documents", Key="2026/base-3.en.docx", Body=b"changed")');
      expect(await round()).toEqual(['done', 'unchanged', 'done', 'failed']);
      expect(ask('')).toEqual(first);
    },
    300_000,
  );
});
