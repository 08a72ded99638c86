/** etrati serve: files for data, problems for faults, and clients that mean no good. */
import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it, onTestFinished } from 'vitest';
import { underLoad } from '../../conformance/many/load.mjs';
import { AskedNow, settleOrders } from '../../src/many/asked.ts';
import { openService, type ServiceOptions } from '../../src/serve/server.ts';
import { packageRoot } from '../../src/world.ts';
import { base, ManyProject } from '../many/kit.ts';

const one = { base: 'base.json', formats: ['html'], languages: ['en'] };
const token = 'a-token-of-24-characters';

async function service(options: Partial<ServiceOptions> = {}) {
  const project = new ManyProject();
  const settings = await settleOrders({}, { cwd: project.root, env: {} });
  const bugs: unknown[] = [];
  const opened = await openService({
    ...{ root: project.root, settings, host: '127.0.0.1', port: 0, token: null, queued: null },
    ...{ limit: 2 ** 20, patience: 60_000, waiting: 64, jobs: 1 },
    logBug: (error) => bugs.push(error),
    ...options,
  });
  onTestFinished(() => opened.close());
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${opened.address}/documents`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return { project, bugs, post, address: opened.address, port: Number(new URL(opened.address).port) };
}

const problemOf = async (answer: Response) => {
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  return answer.json() as Promise<{
    type: string;
    status: number;
    detail: string;
    findings?: { code: string; at: object }[];
  }>;
};

describe('the service', () => {
  it('sends one file alone, several as an archive or as parts', async () => {
    const { post, bugs, project } = await service();
    const alone = await post({ ...one, patch: { title: { en: 'Batumi <b>' } }, name: 'ზღვა' });
    expect(alone.status).toBe(200);
    expect(alone.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(alone.headers.get('content-disposition')).toContain(
      `filename*=UTF-8''${encodeURIComponent('ზღვა.en.html')}`,
    );
    expect(alone.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await alone.text()).toContain('<title>Batumi &lt;b&gt;');
    const both = { ...one, languages: ['en', 'ka'] };
    const zip = await post(both);
    expect(zip.headers.get('content-type')).toBe('application/zip');
    const bytes = new Uint8Array(await zip.arrayBuffer());
    expect(Object.keys(unzipSync(bytes))).toEqual(['document.en.html', 'document.ka.html', 'findings.json']);
    // The same request, the same bytes.
    expect(new Uint8Array(await (await post(both)).arrayBuffer())).toEqual(bytes);
    const parts = await post(both, { accept: 'multipart/mixed' });
    const [, boundary = ''] = /boundary=(\w+)/.exec(parts.headers.get('content-type') ?? '') ?? [];
    expect((await parts.text()).split(`--${boundary}`)).toHaveLength(5);
    expect((await post(one, { accept: 'image/png' })).status).toBe(406);
    // As `curl --json` and most libraries for JSON send it.
    expect((await post(one, { accept: 'application/json' })).status).toBe(200);
    expect((await post(both, { accept: 'application/problem+json, application/json;q=0.9' })).status).toBe(200);
    const whole = await post({
      data: { ...base, title: { en: 'Whole', ka: 'მთელი' } },
      formats: ['html'],
      languages: ['ka'],
    });
    expect(await whole.text()).toContain('<title>მთელი');
    expect(bugs).toEqual([]);
    // Nothing stays on the disk.
    expect(() => project.read('output/document.en.html')).toThrow();
  }, 60_000);

  it('tells the first thousand of more findings, and that the body is empty', async () => {
    const { post, bugs } = await service();
    const patch = Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`k${index}`, 1]));
    const { detail, findings } = await problemOf(await post({ ...one, patch }));
    expect([findings?.length, detail]).toEqual([1000, expect.stringContaining('the first 1,000 of 3,000 findings')]);
    expect(await problemOf(await post(''))).toMatchObject({ status: 400, detail: 'The body is empty.' });
    expect(bugs).toEqual([]);
  }, 60_000);

  it('sees that the config was changed, and goes on with the one before where it has errors', async () => {
    const project = new ManyProject();
    const asking = { cwd: project.root, env: {} };
    const settings = await settleOrders({}, asking);
    const refused: string[] = [];
    const now = new AskedNow({}, asking, settings, (found) => refused.push(...found.map(({ code }) => code)));
    const { post } = await service({ root: project.root, settings, asked: () => now.settings() });
    const asked = { base: 'base.json', formats: ['txt', 'html'] };
    const names = async (body: object) => {
      const bytes = new Uint8Array(await (await post(body)).arrayBuffer());
      return Object.keys(unzipSync(bytes)).toSorted();
    };
    expect(await names(asked)).toHaveLength(5);
    project.write('etrati.config.json', '{ "languages": ["ka"], "theme": "tsqnari" }');
    expect(await names(asked)).toEqual(['document.ka.html', 'document.ka.txt', 'findings.json']);
    project.write('etrati.config.json', '{ "languages": [7] }');
    expect(await names(asked)).toEqual(['document.ka.html', 'document.ka.txt', 'findings.json']);
    expect(await names(asked)).toHaveLength(3);
    expect(refused).toEqual(['bad-value']);
    project.write('etrati.config.json', '{ "languages": ["en"] }');
    expect(await names(asked)).toEqual(['document.en.html', 'document.en.txt', 'findings.json']);
  }, 60_000);

  it('says what is wrong with a document, where, and never where the service is', async () => {
    const { post, project, address } = await service({ limit: 200_000 });
    const told: string[] = [];
    project.write('.env', 's3cr3t');
    project.write('token.txt', 's3cr3t');
    project.write('secret.json', 'KEY=s3cr3t');
    project.write('keys.json', '{"s3cr3t": "s3cr3t"}');
    const asked: readonly [unknown, Record<string, string>, number, string, string?][] = [
      [{ ...one, patch: { date: 'soon' } }, {}, 422, 'faulty-document', 'bad-date'],
      ['{"base": ', {}, 400, 'bad-request', 'broken-json'],
      ['', {}, 400, 'bad-request'],
      ['[1]', {}, 400, 'bad-request', 'bad-record'],
      [{}, {}, 400, 'bad-request', 'bad-record'],
      [{ ...one, formats: ['exe'] }, {}, 400, 'bad-request'],
      [{ ...one, base: '../../etc/passwd' }, {}, 422, 'faulty-document', 'file-outside'],
      [{ ...one, base: '/etc/passwd' }, {}, 400, 'bad-request', 'file-outside'],
      [{ ...one, base: 'none.json' }, {}, 422, 'faulty-document', 'file-missing'],
      [{ ...one, name: '../../up' }, {}, 400, 'bad-request', 'file-outside'],
      [{ ...one, theme: '../secret/theme.json' }, {}, 422, 'faulty-document'],
      [{ ...one, template: '/etc/passwd' }, {}, 422, 'faulty-document'],
      [{ ...one, patch: { title: 'x'.repeat(200_000) } }, {}, 413, 'too-large'],
      [`{"data":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`, {}, 400, 'bad-request'],
      [`{"data":${'['.repeat(90_000)}${']'.repeat(90_000)}}`, {}, 400, 'bad-request'],
      [{ ...one, base: '.env' }, {}, 400, 'bad-request'],
      [{ ...one, base: 'token.txt' }, {}, 400, 'bad-request'],
      [{ ...one, theme: '.git/theme.json' }, {}, 400, 'bad-request'],
      [{ ...one, base: 'secret.json' }, {}, 422, 'faulty-document', 'broken-json'],
      [{ ...one, base: 'keys.json', patch: { kind: 'brochure' } }, {}, 422, 'faulty-document', 'unknown-field'],
      [{ ...one, theme: 'keys.json' }, {}, 422, 'faulty-document'],
      [one, { 'content-type': 'text/plain' }, 415, 'not-json'],
      [one, { 'content-type': 'application/json; charset=windows-1252' }, 415, 'not-json'],
      [one, { 'content-encoding': 'gzip' }, 415, 'not-json'],
      [one, { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'not-json'],
    ];
    for (const [body, headers, status, type, code] of asked) {
      const answer = await post(body, headers);
      const text = await answer.clone().text();
      const problem = await problemOf(answer);
      expect([problem.status, answer.status, problem.type], text.slice(0, 300)).toEqual([
        status,
        status,
        `urn:etrati:problem:${type}`,
      ]);
      if (code !== undefined)
        expect(
          problem.findings?.map((each) => each.code),
          text,
        ).toContain(code);
      told.push(text);
    }
    const dated = JSON.parse(told[0] ?? '').findings[0];
    expect(dated.at).toMatchObject({ file: 'request.json', line: 1, path: '$.date' });
    for (const [way, method, status] of [
      ['/', 'GET', 404],
      ['/documents', 'GET', 405],
      ['/jobs/..%2f..%2fetc', 'GET', 404],
      ['/%2e%2e/%2e%2e/etc/passwd', 'GET', 404],
      ['/health', 'DELETE', 405],
      ['/jobs/x/files/', 'GET', 404],
    ] as const) {
      const answer = await fetch(`${address}${way}`, { method });
      expect([way, answer.status]).toEqual([way, status]);
      // RFC 9110, 15.5.6.
      if (status === 405) expect(answer.headers.get('allow')).toBe(way === '/documents' ? 'POST' : 'GET, HEAD');
      told.push(await answer.text());
    }
    for (const text of told) {
      expect(text).not.toContain(project.root);
      expect(text).not.toContain(packageRoot);
      expect(text).not.toContain('s3cr3t');
    }
  }, 60_000);

  it('answers again what was sent again with its key', async () => {
    const { post } = await service();
    const key = { 'idempotency-key': 'order-17' };
    const [first, second] = await Promise.all([post(one, key), post(one, key)]);
    const text = await first?.text();
    expect([first?.status, text]).toEqual([200, await second?.text()]);
    expect((await problemOf(await post({ ...one, name: 'other' }, key))).type).toBe('urn:etrati:problem:key-reused');
    expect((await post(one, { 'idempotency-key': 'a b' })).status).toBe(400);
  }, 60_000);

  it('lets in who has the token, and who asks this machine by its own name', async () => {
    const { post, address } = await service({ token });
    expect((await post(one)).status).toBe(401);
    expect((await post(one, { authorization: 'Bearer wrong' })).status).toBe(401);
    expect((await post(one, { authorization: `Bearer ${token}` })).status).toBe(200);
    expect((await fetch(`${address}/metrics`)).status).toBe(401);
    expect(await (await fetch(`${address}/health`)).json()).toMatchObject({ status: 'ok' });
    expect(await (await fetch(`${address}/openapi.json`)).json()).toMatchObject({ openapi: '3.1.0' });
    const metrics = await (await fetch(`${address}/metrics`, { headers: { authorization: `Bearer ${token}` } })).text();
    expect(metrics).toContain('etrati_documents_total{result="made"} 1');
    expect(metrics).toContain('etrati_http_requests_total{code="401"} 3');
    for (const line of metrics.trimEnd().split('\n'))
      expect(line).toMatch(/^(?:# (?:HELP|TYPE) \w+ .+|\w+(?:\{\w+="[^"]*"\})? [\d.e+-]+)$/);
    const open = await service();
    const answer = await raw(open.port, 'GET /health HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 421 /);
  }, 60_000);

  it('refuses what is too much at a time, and goes on', async () => {
    const { post } = await service({ waiting: 2 });
    // Of several steps, between which others are let in.
    const long = { ...one, formats: ['pdf', 'docx', 'html'], languages: ['ka', 'en'] };
    const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => post({ ...long, name: `n-${index}` })));
    const statuses = answers.map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([200, 503]));
    expect(answers.find(({ status }) => status === 503)?.headers.get('retry-after')).toBe('5');
    expect((await post(one)).status).toBe(200);
  }, 60_000);
});

/** What a server says to bytes, until it closes. */
function raw(port: number, ...pieces: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    socket.on('data', (bytes) => {
      text += String(bytes);
    });
    socket.on('error', () => undefined).on('close', () => resolve(text));
    for (const piece of pieces) socket.write(piece);
  });
}

describe('the program', () => {
  it('serves many at once, with clients that are slow, too long or gone among them, and ends when it is asked to', async () => {
    const project = new ManyProject();
    const child = spawn(
      process.execPath,
      [path.join(packageRoot, 'dist/cli.cjs'), 'serve', '--port', '18431', '--jobs', '2', '--max-waiting', '200'],
      { cwd: project.root },
    );
    onTestFinished(() => void child.kill('SIGKILL'));
    let told = '';
    await new Promise<void>((resolve) => {
      child.stderr.on('data', (text) => {
        told += String(text);
        if (told.includes('Ctrl+C')) resolve();
      });
    });
    const head = 'POST /documents HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
    // They hold a connection each, and no place.
    const slow = Array.from({ length: 20 }, () => connect(18431, '127.0.0.1').on('error', () => undefined));
    for (const socket of slow) socket.write(`${head}Content-Length: 1000\r\n\r\n{`);
    const gone = connect(18431, '127.0.0.1').on('error', () => undefined);
    const body = JSON.stringify(one);
    gone.write(`${head}Content-Length: ${body.length}\r\n\r\n${body}`);
    setTimeout(() => gone.destroy(), 20);
    const long = raw(18431, `${head}Content-Length: 900000000\r\n\r\n`, 'x'.repeat(100_000));
    const answers = await Promise.all(
      Array.from({ length: 100 }, async (_, index) => {
        const answer = await fetch('http://127.0.0.1:18431/documents', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ ...one, patch: { title: { en: `Coast ${index}` } } }),
        });
        return [answer.status, (await answer.text()).includes(`<title>Coast ${index}<`)];
      }),
    );
    expect(answers).toEqual(Array.from({ length: 100 }, () => [200, true]));
    expect(await long).toMatch(/^HTTP\/1\.1 413 /);
    for (const socket of slow) socket.destroy();
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(told).not.toContain('bug');
  }, 120_000);

  it('answers each of 50 clients rightly for some seconds, whatever the others send', async () => {
    const { port, project, bugs } = await service({ jobs: 2, waiting: 30, limit: 2 ** 20 });
    // Warm, so that there are documents in these seconds.
    const load = { port, base: 'base.json', secrets: [project.root, packageRoot] };
    await underLoad({ ...load, clients: 1, seconds: 1 });
    const before = process.memoryUsage().heapUsed;
    const { counts, faults } = await underLoad({ ...load, clients: 50, seconds: 5 });
    expect(faults).toEqual([]);
    for (const what of ['made', 'refused', 'gone', 'slow', 'read late']) expect(counts[what], what).toBeGreaterThan(0);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(300e6);
    expect(bugs).toEqual([]);
  }, 180_000);

  it('is open to others only with a token', async () => {
    const project = new ManyProject();
    const open = await project.run(['serve', '--host', '0.0.0.0']);
    expect(open).toMatchObject({ code: 2, stderr: expect.stringContaining('it has no token') });
    project.write('token', 'short');
    const short = await project.run(['serve', '--host', '0.0.0.0', '--token-file', 'token']);
    expect(short).toMatchObject({ code: 2, stderr: expect.stringContaining('"token" has no token') });
  });
});
