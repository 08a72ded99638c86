/** What others may do to the studio, its disk and its folder: over real requests, a real small disk, real links and pipes. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalText } from '../../src/studio/page/refusals.ts';
import refusals from '../../src/studio/page/words/refusals.ka.json' with { type: 'json' };
import { type OpenStudio, openStudio } from '../../src/studio/server.ts';
import { packageRoot } from '../../src/world.ts';
import { askOf, file, named } from './asking.ts';

let root = '';
let outside = '';
let studio: OpenStudio;
const ask = askOf(() => studio);

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'etrati-hostile-'));
  outside = await mkdtemp(path.join(tmpdir(), 'etrati-outside-'));
  await cp(path.join(packageRoot, 'data/brochure'), path.join(root, 'data/brochure'), { recursive: true });
  await writeFile(path.join(root, 'etrati.config.json'), '{}');
  studio = await openStudio({ root, env: {}, port: 0 });
});

afterAll(async () => {
  await studio.close();
  await rm(root, { recursive: true, force: true });
  await rm(outside, { recursive: true, force: true });
});

/** A request with headers that a browser would not let its page choose. */
function sent(method: string, name: string, headers: Readonly<Record<string, string>>, body = ''): Promise<number> {
  const { hostname, port, pathname } = new URL(studio.address);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, method, path: `${pathname}${name}`, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.on('error', reject).end(body);
  });
}

describe('another site', () => {
  const own = { 'x-etrati-studio': '1' };

  it('that leads its own name to this machine gets nothing, not even the page', async () => {
    const { port } = new URL(studio.address);
    for (const name of ['', 'app.js', 'events', `api/document?${named}`, 'api/project'])
      expect(await sent('GET', name, { host: `evil.example:${port}` }), name).toBe(421);
    expect(await sent('PUT', `api/document?${named}&base=x`, { ...own, host: `evil.example:${port}` }, '{}')).toBe(421);
  });

  it('reads nothing and changes nothing, though it knows the address', async () => {
    const before = await readFile(path.join(root, file), 'utf8');
    const others = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of others) {
      expect(await sent('GET', `api/document?${named}`, headers)).toBe(403);
      expect(await sent('PUT', `api/document?${named}&base=x`, { ...own, ...headers }, '{}')).toBe(403);
      expect(await sent('POST', 'api/delete', { ...own, ...headers }, JSON.stringify({ file }))).toBe(403);
    }
    // A form of a site that hides where it is.
    expect(await sent('POST', 'api/delete', { 'content-type': 'text/plain' }, JSON.stringify({ file }))).toBe(403);
    expect(await readFile(path.join(root, file), 'utf8')).toBe(before);
  });

  it('is told by no answer that it may read it', async () => {
    const answer = await fetch(`${studio.address}api/project`);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect((await fetch(`${studio.address}api/project`, { method: 'OPTIONS' })).status).toBe(403);
  });
});

describe('a link or a pipe in the folder', () => {
  it('leads nobody out of the project', async () => {
    await writeFile(path.join(outside, 'secret.json'), '{ "secret": true }');
    await symlink(path.join(outside, 'secret.json'), path.join(root, 'data/brochure/linked.json'));
    await symlink(outside, path.join(root, 'data/report'));
    for (const name of ['data/brochure/linked.json', 'data/report/secret.json']) {
      const query = `file=${encodeURIComponent(name)}`;
      expect(await ask('GET', `api/document?${query}`), name).toMatchObject({ status: 404, body: { code: 'outside' } });
      expect((await ask('PUT', `api/document?${query}&base=x`, '{}')).status, name).toBe(404);
      expect((await ask('PUT', `api/document?${query}`, '{}')).status, name).toBe(404);
      expect((await ask('POST', 'api/duplicate', { file: name })).status, name).toBe(404);
      expect((await ask('POST', 'api/delete', { file: name })).status, name).toBe(404);
      expect((await ask('POST', 'api/rename', { file: name, name: 'mine' })).status, name).toBe(404);
    }
    expect((await ask('POST', 'api/create', { kind: 'report' })).status).toBe(404);
    const picture = `picture?file=${encodeURIComponent('data/report/secret.json')}&name=a.svg`;
    expect((await ask('PUT', picture, '<svg/>')).status).toBe(404);
    expect(await readdir(outside)).toEqual(['secret.json']);
    expect(await readFile(path.join(outside, 'secret.json'), 'utf8')).toBe('{ "secret": true }');
    const { documents } = (await ask('GET', 'api/project')).body;
    expect(JSON.stringify(documents)).not.toContain('"secret":');
    await rm(path.join(root, 'data/report'));
    await rm(path.join(root, 'data/brochure/linked.json'));
  });

  it('keeps nobody waiting', async () => {
    const pipe = path.join(root, 'data/brochure/pipe.json');
    if (spawnSync('mkfifo', [pipe]).status !== 0) return;
    expect((await ask('GET', `api/document?file=${encodeURIComponent('data/brochure/pipe.json')}`)).status).toBe(404);
    expect((await ask('GET', 'api/project')).status).toBe(200);
    await rm(pipe);
  });

  it('nor does a file that is too large to be read', async () => {
    const name = 'data/brochure/huge.json';
    spawnSync('truncate', ['-s', '3G', path.join(root, name)]);
    expect(await ask('GET', `api/document?file=${encodeURIComponent(name)}`)).toMatchObject({
      status: 413,
      body: { code: 'too-large' },
    });
    expect((await ask('GET', 'api/project')).status).toBe(200);
    await rm(path.join(root, name));
  });
});

describe('two tabs', () => {
  it('that save at the same moment: one is kept, the others are told what stands there', async () => {
    const open = (await ask('GET', `api/document?${named}`)).body;
    const texts = [1, 2, 3, 4, 5].map((count) => open.text.replace('{', `{ "extra": { "tab": ${count} },`));
    const answers = await Promise.all(
      texts.map((text) => ask('PUT', `api/document?${named}&base=${open.revision}`, text)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
    const kept = texts[answers.findIndex(({ status }) => status === 200)];
    expect(await readFile(path.join(root, file), 'utf8')).toBe(kept);
    for (const { body } of answers.filter(({ status }) => status === 409)) expect(body.theirs.text).toBe(kept);
    await writeFile(path.join(root, file), open.text);
  });
});

/** Whether this machine lets us make a small disk of memory. */
const hasSmallDisks =
  process.platform === 'linux' &&
  spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs -o size=64k tmpfs /mnt'], { stdio: 'ignore' }).status === 0;

describe.skipIf(!hasSmallDisks)('a full disk', () => {
  it('loses no text: the old one stays whole, the reason is said, and it can be saved when there is room', async () => {
    const disk = await mkdtemp(path.join(tmpdir(), 'etrati-disk-'));
    const program = path.join(packageRoot, 'dist/cli.cjs');
    // The disk is seen by the studio and its shell alone: what stands on it is asked of that shell.
    const script = `mount -t tmpfs -o size=2m tmpfs "$1" && cp -r "$2" "$1/data" && echo '{}' > "$1/etrati.config.json" || exit 9
      exec 3<&0
      ( while read -r order; do case $order in
        fill) dd if=/dev/zero of="$1/junk" bs=4k 2>/dev/null; echo filled ;;
        free) rm "$1/junk"; echo freed ;;
        list) ls -A "$1/data/brochure" | tr '\\n' ' '; echo ;;
      esac; done ) <&3 &
      exec "$3" "$4" studio "$1" --no-open </dev/null`;
    await mkdir(path.join(outside, 'small'), { recursive: true });
    await cp(path.join(packageRoot, 'data/brochure/brochure.json'), path.join(outside, 'small/brochure/brochure.json'));
    const child = spawn(
      'unshare',
      ['-rm', 'bash', '-c', script, 'studio', disk, path.join(outside, 'small'), process.execPath, program],
      { stdio: ['pipe', 'pipe', 'ignore'] },
    );
    const lines = linesOf(child.stdout);
    try {
      const address = (await lines()) ?? '';
      const order = async (word: string): Promise<string> => {
        child.stdin.write(`${word}\n`);
        return lines();
      };
      const there = async () => JSON.parse(await (await fetch(`${address}api/document?${named}`)).text());
      const put = async (text: string, base: string) => {
        const answer = await fetch(`${address}api/document?${named}&base=${base}`, {
          method: 'PUT',
          headers: { 'x-etrati-studio': '1' },
          body: text,
        });
        return { status: answer.status, body: JSON.parse(await answer.text()) };
      };
      const before = await there();
      const text = before.text.replace('{', `{ "extra": ${JSON.stringify('long '.repeat(40_000))},`);
      expect(await order('fill')).toBe('filled');
      const failed = await put(text, before.revision);
      expect(failed).toMatchObject({ status: 507, body: { code: 'disk' } });
      expect(failed.body.message).toMatch(/cannot be written: the disk is full\.$/);
      expect((await there()).text).toBe(before.text);
      expect((await order('list')).trim()).toBe('brochure.json');
      expect(await order('free')).toBe('freed');
      expect((await put(text, before.revision)).status).toBe(200);
      expect((await there()).text).toBe(text);
    } finally {
      child.kill('SIGKILL');
      await rm(disk, { recursive: true, force: true });
    }
  });
});

function linesOf(stream: NodeJS.ReadableStream): () => Promise<string> {
  const waiting: ((line: string) => void)[] = [];
  const ready: string[] = [];
  let rest = '';
  stream.on('data', (data) => {
    const all = `${rest}${data}`.split('\n');
    rest = all.pop() ?? '';
    for (const line of all) {
      const next = waiting.shift();
      if (next === undefined) ready.push(line);
      else next(line);
    }
  });
  return () => {
    const line = ready.shift();
    return line === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(line);
  };
}

describe('what is refused', () => {
  it('is said in Georgian for each code that the server has', async () => {
    const room = path.join(packageRoot, 'src/studio');
    const code = execFileSync(
      'cat',
      (await readdir(room)).filter((name) => name.endsWith('.ts')),
      {
        cwd: room,
        encoding: 'utf8',
      },
    );
    const codes = [...code.matchAll(/HttpError\(\s*\d+,\s*'([a-z0-9-]+)'|code: '([a-z-]+)', message/g)].flatMap(
      ([, one, other]) => one ?? other ?? [],
    );
    expect(codes.length).toBeGreaterThan(15);
    expect([...new Set(codes)].filter((each) => !Object.hasOwn(refusals, each))).toEqual([]);
    expect(refusalText('disk', 'full', 'ka')).toMatch(/დისკი/);
    expect(refusalText('disk', 'full', 'en')).toBe('full');
    expect(refusalText('constructor', 'other', 'ka')).toBe('other');
  });
});
