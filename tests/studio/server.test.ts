import { spawn } from 'node:child_process';
import { readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenStudio } from '../../src/studio/server.ts';
import { askOf, ended, file, named, withBrochure } from './asking.ts';

let root: string;
let studio: OpenStudio;
const ask = askOf(() => studio);

beforeAll(async () => {
  ({ root, studio } = await withBrochure());
});
afterAll(() => ended({ root, studio }));

describe('a new project', () => {
  it('is made in an empty folder, and can be built', async () => {
    expect((await readdir(root)).sort()).toEqual(
      ['.gitignore', 'README.md', 'data', 'etrati.config.json', 'schema', 'templates'].sort(),
    );
    const { body } = await ask('GET', 'api/project');
    expect(body.documents).toMatchObject([
      { file, kind: 'brochure', languages: ['en', 'ka'], files: { state: 'none' } },
    ]);
    const count = await ask('GET', `api/count?${named}`);
    expect(count.body).toEqual({ errors: 0, warnings: 1 });
  });

  it('takes further documents, copies them, names them anew, and has a bin that gives them back', async () => {
    const second = await ask('POST', 'api/create', { kind: 'brochure' });
    expect(second.body.file).toBe('data/brochure/brochure-2.json');
    const copy = await ask('POST', 'api/duplicate', { file });
    expect(copy.body.file).toBe('data/brochure/brochure-copy.json');
    const renamed = await ask('POST', 'api/rename', { file: copy.body.file, name: 'leaflet' });
    expect(renamed.body.file).toBe('data/brochure/leaflet.json');
    expect((await ask('POST', 'api/rename', { file: renamed.body.file, name: 'brochure' })).status).toBe(409);
    for (const name of ['../x', 'a/b', '', '.hidden', 'x'.repeat(80)])
      expect((await ask('POST', 'api/rename', { file, name })).status, name).toBe(400);
    expect((await ask('POST', 'api/delete', { file: renamed.body.file })).status).toBe(200);
    const { bin } = (await ask('GET', 'api/project')).body;
    expect(bin).toMatchObject([{ file: 'data/brochure/leaflet.json' }]);
    const back = await ask('POST', 'api/restore', { name: bin[0].name });
    expect(back.body.file).toBe('data/brochure/leaflet.json');
    await ask('POST', 'api/delete', { file: 'data/brochure/leaflet.json' });
    await ask('POST', 'api/delete', { file: 'data/brochure/brochure-2.json' });
  });
});

describe('a document that is open in a page', () => {
  it('has its form with the mark of UTF-8 before its text', async () => {
    const copy = (await ask('POST', 'api/duplicate', { file })).body.file;
    const query = `file=${encodeURIComponent(copy)}`;
    await writeFile(path.join(root, copy), `\ufeff${await readFile(path.join(root, copy), 'utf8')}`);
    const { body } = await ask('GET', `api/document?${query}`);
    expect([body.languages, body.form === null]).toEqual([['en', 'ka'], false]);
    const { documents } = (await ask('GET', 'api/project')).body;
    expect(documents.map(({ title }: { title: unknown }) => title === null)).toEqual([false, false]);
    await ask('POST', 'api/delete', { file: copy });
  });

  it('is not written again where it was deleted, but as a new file', async () => {
    const copy = (await ask('POST', 'api/duplicate', { file })).body.file;
    const query = `file=${encodeURIComponent(copy)}`;
    const { text, revision } = (await ask('GET', `api/document?${query}`)).body;
    await ask('POST', 'api/delete', { file: copy });
    const saved = await ask('PUT', `api/document?${query}&base=${revision}`, text);
    expect([saved.status, saved.body.code]).toEqual([409, 'deleted']);
    expect((await ask('PUT', `api/document?${query}`, text)).status).toBe(200);
    await ask('POST', 'api/delete', { file: copy });
  });
});

describe('names as browsers and people give them to copies', () => {
  it('are documents too', async () => {
    const text = await readFile(path.join(root, file), 'utf8');
    const names = ['brochure (1)', "o'neil", 'a,b & c', '#1', 'ბროშურა 50%'];
    for (const name of names) await writeFile(path.join(root, `data/brochure/${name}.json`), text);
    const { documents } = (await ask('GET', 'api/project')).body;
    const listed = documents.map((each: { file: string }) => each.file);
    for (const name of names) {
      const whole = `data/brochure/${name}.json`;
      expect(listed).toContain(whole);
      expect((await ask('GET', `api/document?file=${encodeURIComponent(whole)}`)).status, name).toBe(200);
      expect((await ask('POST', 'api/delete', { file: whole })).status, name).toBe(200);
    }
  });
});

describe('names that differ in capitals alone', () => {
  const rename = async (old: string, name: string) => ask('POST', 'api/rename', { file: old, name });

  it('are one name: no document takes the place of another', async () => {
    const copy = (await ask('POST', 'api/duplicate', { file })).body.file;
    const plan = (await rename(copy, 'Plan')).body.file;
    expect(plan).toBe('data/brochure/Plan.json');
    await writeFile(path.join(root, plan), '{"kind": "brochure"}');
    expect((await rename(file, 'Plan')).status).toBe(409);
    expect((await rename(file, 'PLAN')).status).toBe(409);
    const copies = [
      await ask('POST', 'api/duplicate', { file: plan }),
      await ask('POST', 'api/duplicate', { file: plan }),
    ];
    expect(copies.map(({ body }) => body.file)).toEqual([
      'data/brochure/Plan-copy.json',
      'data/brochure/Plan-copy-2.json',
    ]);
    await ask('POST', 'api/delete', { file: plan });
    await rename(copies[0]?.body.file, 'plan');
    const { bin } = (await ask('GET', 'api/project')).body;
    const back = await ask('POST', 'api/restore', { name: bin[0].name });
    expect(back.body.file).toBe('data/brochure/Plan-2.json');
    expect(await readFile(path.join(root, back.body.file), 'utf8')).toBe('{"kind": "brochure"}');
    for (const left of ['Plan-2', 'plan', 'Plan-copy-2'])
      expect((await ask('POST', 'api/delete', { file: `data/brochure/${left}.json` })).status, left).toBe(200);
  });

  it('are changed for the document itself', async () => {
    const copy = (await ask('POST', 'api/duplicate', { file })).body.file;
    const large = (await rename(copy, 'BROCHURE-COPY')).body.file;
    expect(large).toBe('data/brochure/BROCHURE-COPY.json');
    expect((await rename(large, 'brochure-copy')).body.file).toBe(copy);
    await ask('POST', 'api/delete', { file: copy });
  });
});

describe('a rule', () => {
  it('says why and what to do', async () => {
    const { body } = await ask('GET', 'api/rule?code=double-space');
    expect(body).toMatchObject({ code: 'double-space' });
    expect(body.mend).not.toBe('');
    expect((await ask('GET', 'api/rule?code=no-such-rule')).status).toBe(404);
  });
});

describe('writing', () => {
  it('saves what it is given, byte by byte, and keeps what was there', async () => {
    const open = (await ask('GET', `api/document?${named}`)).body;
    expect(open.text).toBe(await readFile(path.join(root, file), 'utf8'));
    const text = open.text.replace('About us', 'About the mission');
    const saved = await ask('PUT', `api/document?${named}&base=${open.revision}`, text);
    expect(saved.status).toBe(200);
    expect(await readFile(path.join(root, file), 'utf8')).toBe(text);
    const [kept] = (await ask('GET', `api/versions?${named}`)).body.versions;
    expect((await ask('GET', `api/version?${named}&id=${kept.id}`)).body.text).toBe(open.text);
    expect((await ask('GET', `api/version?${named}&id=${encodeURIComponent('../../x')}`)).status).toBe(400);
  });

  it('never overwrites what another program or another tab has written', async () => {
    const open = (await ask('GET', `api/document?${named}`)).body;
    const theirs = open.text.replace('About the mission', 'From elsewhere');
    await writeFile(path.join(root, file), theirs);
    const mine = await ask('PUT', `api/document?${named}&base=${open.revision}`, `${open.text}\n`);
    expect(mine.status).toBe(409);
    expect(mine.body.theirs.text).toBe(theirs);
    expect(await readFile(path.join(root, file), 'utf8')).toBe(theirs);
    // Two tabs at once: one of them is told.
    const base = mine.body.theirs.revision;
    const both = await Promise.all(
      ['A', 'B'].map((name) => ask('PUT', `api/document?${named}&base=${base}`, theirs.replace('elsewhere', name))),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('shows the page with the places of its words, and what is found with the paths of the data', async () => {
    const { body } = await ask('GET', `api/preview?${named}&lang=en`);
    expect(body.html).toContain('data-from="$.title.en"');
    expect(body.findings).toMatchObject([{ code: 'starter-words', severity: 'warning' }]);
    const open = (await ask('GET', `api/document?${named}`)).body;
    const broken = open.text.replace('"title": {', '"titel": {');
    const saved = await ask('PUT', `api/document?${named}&base=${open.revision}`, broken);
    const after = (await ask('GET', `api/preview?${named}&lang=en`)).body;
    expect(after.html).toBeNull();
    expect(after.findings).toContainEqual(
      expect.objectContaining({ code: 'unknown-field', path: '$.titel', severity: 'error' }),
    );
    await ask('PUT', `api/document?${named}&base=${saved.body.revision}`, open.text);
  });

  it('makes files, lists them and hands them over', async () => {
    expect((await ask('GET', `api/made?${named}`)).body).toEqual([]);
    for (const order of [{}, { formats: ['exe'], languages: ['en'] }, { formats: ['html'], languages: [] }])
      expect((await ask('POST', `api/make?${named}`, order)).status).toBe(400);
    const response = await fetch(`${studio.address}api/make?${named}`, {
      method: 'POST',
      headers: { 'x-etrati-studio': '1' },
      body: JSON.stringify({ formats: ['html'], languages: ['en', 'ka'] }),
    });
    const steps = (await response.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(steps.map(({ state, lang }) => [state, lang])).toEqual([
      ['now', 'en'],
      ['done', 'en'],
      ['now', 'ka'],
      ['done', 'ka'],
      ['saved', undefined],
    ]);
    const made = (await ask('GET', `api/made?${named}`)).body;
    expect(made).toMatchObject([{ name: 'brochure.en.html' }, { name: 'brochure.ka.html', isStale: false }]);
    const page = await fetch(`${studio.address}made?${named}&name=brochure.en.html`);
    expect(page.headers.get('content-disposition')).toContain('brochure.en.html');
    // What readers get says nothing of the places in the data.
    expect(await page.text()).not.toContain('data-from');
    const zip = new Uint8Array(await (await fetch(`${studio.address}zip?${named}`)).arrayBuffer());
    expect(Object.keys(unzipSync(zip))).toEqual(['brochure.en.html', 'brochure.ka.html']);
    for (const name of ['../etrati.config.json', 'x.pdf', '', 'brochure.en.html/..'])
      expect((await ask('GET', `made?${named}&name=${encodeURIComponent(name)}`)).status, name).toBe(404);
  });

  it('tells open pages of changes on the disk', async () => {
    const stop = new AbortController();
    const events = await fetch(`${studio.address}events`, { signal: stop.signal });
    const text = await readFile(path.join(root, file), 'utf8');
    await writeFile(path.join(root, file), `${text} `);
    let heard = '';
    for await (const chunk of events.body ?? []) {
      heard += Buffer.from(chunk).toString();
      if (heard.includes('"type":"changed"')) break;
    }
    stop.abort();
    expect(heard).toContain(`"file":"${file}"`);
    await writeFile(path.join(root, file), text);
  });

  it('leaves a whole text where the process is killed while it saves', async () => {
    const program = path.resolve(import.meta.dirname, '../../dist/cli.cjs');
    const child = spawn(process.execPath, [program, 'studio', root, '--no-open'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const address = await new Promise<string>((resolve) =>
      child.stdout.once('data', (data) => resolve(`${data}`.trim())),
    );
    const victim = 'data/brochure/victim.json';
    const query = `file=${encodeURIComponent(victim)}`;
    const texts = ['a', 'b'].map((letter) => `{ "x": "${letter.repeat(4e6)}" }`);
    await writeFile(path.join(root, victim), texts[0] ?? '');
    let saved = 0;
    const save = async (): Promise<void> => {
      const text = texts[(saved + 1) % 2];
      const { revision } = JSON.parse(await (await fetch(`${address}api/document?${query}`)).text());
      const headers = { 'x-etrati-studio': '1' };
      await fetch(`${address}api/document?${query}&base=${revision}`, { method: 'PUT', headers, body: text ?? '' });
      saved += 1;
      await save();
    };
    const stopped = save().catch(() => undefined);
    // In the midst of the one after the third.
    while (saved < 3) await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGKILL');
    await stopped;
    expect(saved).toBeGreaterThan(2);
    expect(texts).toContain(await readFile(path.join(root, victim), 'utf8'));
    await rm(path.join(root, victim));
  });
});

describe('a hostile request', () => {
  it('gets no file outside the data of the project', async () => {
    await writeFile(path.join(root, 'secret.json'), '{}');
    await symlink('/etc/passwd', path.join(root, 'data/brochure/link.png')).catch(() => undefined);
    const names = [
      'secret.json',
      '../secret.json',
      'data/../secret.json',
      'data/brochure/../../secret.json',
      'data/brochure/..%2f..%2fsecret.json',
      '/etc/passwd',
      'data/brochure/x\0.json',
      'data/brochure/.hidden.json',
      'data/brochure/a/b.json',
      'C:\\x.json',
      'data\\brochure\\brochure.json',
    ];
    for (const name of names) {
      const query = `file=${encodeURIComponent(name)}`;
      expect((await ask('GET', `api/document?${query}`)).status, name).toBe(400);
      expect((await ask('PUT', `api/document?${query}&base=x`, '{}')).status, name).toBe(400);
      expect((await ask('POST', 'api/delete', { file: name })).status, name).toBe(400);
    }
    for (const src of ['../../secret.json', '/etc/passwd', 'link.png', 'x.html', '../../../etc/hosts.png', 'a\0.png'])
      expect((await ask('GET', `picture?${named}&src=${encodeURIComponent(src)}`)).status, src).toBe(404);
  });

  it('puts no picture elsewhere, and none that is no picture', async () => {
    const put = (name: string) => ask('PUT', `picture?${named}&name=${encodeURIComponent(name)}`, '<svg/>');
    expect((await put('../../../evil.svg')).body.src).toBe('evil.svg');
    expect((await put('A Photo (1).SVG')).body.src).toBe('a-photo-1.svg');
    expect((await put('A Photo (1).SVG')).body.src).toBe('a-photo-1.svg');
    for (const name of ['x.html', 'x', 'x.svg.exe', 'x.json']) expect((await put(name)).status, name).toBe(415);
    expect((await readdir(root)).includes('evil.svg')).toBe(false);
    const shown = await fetch(`${studio.address}picture?${named}&src=evil.svg`);
    expect(shown.headers.get('content-security-policy')).toContain('sandbox');
  });

  it('sends no more than is taken', async () => {
    const status = await new Promise<number>((resolve, reject) => {
      const { hostname, port, pathname } = new URL(studio.address);
      const asked = request(
        {
          hostname,
          port,
          method: 'PUT',
          path: `${pathname}api/document?${named}&base=x`,
          headers: { 'x-etrati-studio': '1', 'content-length': String(2 ** 31) },
        },
        (response) => resolve(response.statusCode ?? 0),
      );
      asked.on('error', reject);
      asked.write('{');
    });
    expect(status).toBe(413);
    expect((await ask('POST', 'api/create', 'x'.repeat(70_000))).status).toBe(413);
    for (const body of ['', '[]', 'null', '{"kind":', '{"kind":7}', '{"kind":"__proto__"}', '{"kind":"../x"}'])
      expect((await ask('POST', 'api/create', body)).status, body).toBe(400);
  });

  it('gets words, not a page, where it asks for what there is not', async () => {
    for (const [method, name] of [
      ['GET', 'api/nothing'],
      ['DELETE', 'api/document'],
      ['GET', '../package.json'],
      ['GET', 'app.js.map'],
      ['GET', 'constructor'],
    ] as const)
      expect((await ask(method, name)).status, name).toBe(404);
  });

  it('finds a page that takes no script and no style from elsewhere', async () => {
    const page = await fetch(studio.address);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    const text = await page.text();
    expect(text).not.toMatch(/https?:|<script>/);
    // Styles that are made while the page runs need the nonce of this very page.
    const [, nonce = 'none'] = /nonce="([^"]{22,})"/.exec(text) ?? [];
    expect(policy).toContain(`style-src 'self' 'nonce-${nonce}';`);
    expect(policy.replace("style-src-attr 'unsafe-inline'", '')).not.toContain('unsafe');
    expect(await (await fetch(studio.address)).text()).not.toContain(nonce);
  });
});
