import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { differencesOf, mostCounted } from '../../src/studio/differences.ts';
import type { VersionList } from '../../src/studio/protocol.ts';
import type { OpenStudio } from '../../src/studio/server.ts';
import { outdated, Versions } from '../../src/studio/versions.ts';
import { askOf, ended, file, named, withBrochure } from './asking.ts';

let root: string;
let studio: OpenStudio;
const ask = askOf(() => studio);
const list = async (query = named): Promise<VersionList> => (await ask('GET', `api/versions?${query}`)).body;
const folder = () => path.join(root, '.etrati/history/brochure+brochure.json');

beforeAll(async () => {
  ({ root, studio } = await withBrochure());
});
afterAll(() => ended({ root, studio }));

/** Saves the document with other words, keeping the text that goes. */
async function write(change: (text: string) => string): Promise<string> {
  const open = (await ask('GET', `api/document?${named}`)).body;
  const text = change(open.text);
  const saved = await ask('PUT', `api/document?${named}&base=${open.revision}&keep=yes`, text);
  expect(saved.status).toBe(200);
  return open.text;
}

describe('the versions of a document', () => {
  it('say what was changed in each, and give their text back', async () => {
    const first = await write((text) => text.replace('About us', 'About the mission'));
    const second = await write((text) => text.replace('About the mission', 'About our work'));
    const { versions, changedSince } = await list();
    expect(versions).toHaveLength(2);
    const path = '$.about.title.en';
    expect(changedSince).toEqual({ count: 1, shown: [{ path, was: 'About the mission', now: 'About our work' }] });
    expect(versions[0]?.changes?.shown).toEqual([{ path, was: 'About us', now: 'About the mission' }]);
    expect(versions[1]?.changes).toBeNull();
    const text = async (at: number) => (await ask('GET', `api/version?${named}&id=${versions[at]?.id}`)).body.text;
    expect([await text(0), await text(1)]).toEqual([second, first]);
  });

  it('are looked at as pages', async () => {
    const [version] = (await list()).versions;
    const { body } = await ask('GET', `api/version-preview?${named}&id=${version?.id}&lang=en`);
    expect(body.html).toContain('About the mission');
  });

  it('are kept of what is gone back from, however short it stood; typing on is one version', async () => {
    const { length } = (await list()).versions;
    const open = (await ask('GET', `api/document?${named}`)).body;
    const typed = await ask('PUT', `api/document?${named}&base=${open.revision}`, `${open.text}\n`);
    expect((await list()).versions).toHaveLength(length);
    await ask('PUT', `api/document?${named}&base=${typed.body.revision}&keep=yes`, open.text);
    expect((await list()).versions).toHaveLength(length + 1);
  });

  it('go along with a new name, into the bin and out of it, and are not those of another of the same name', async () => {
    const before = (await list()).versions.map(({ id }) => id);
    const renamed = (await ask('POST', 'api/rename', { file, name: 'leaflet' })).body.file;
    const query = `file=${encodeURIComponent(renamed)}`;
    expect((await list(query)).versions.map(({ id }) => id)).toEqual(before);
    await ask('POST', 'api/delete', { file: renamed });
    await ask('POST', 'api/create', { kind: 'brochure' });
    expect((await list()).versions).toEqual([]);
    const { bin } = (await ask('GET', 'api/project')).body;
    expect(bin).toHaveLength(1);
    await ask('POST', 'api/restore', { name: bin[0].name });
    expect((await list(query)).versions.map(({ id }) => id)).toEqual(before);
  });

  it('that are damaged, too large or no files of ours are passed over, and no name leads elsewhere', async () => {
    await write((text) => `${text} `);
    const { length } = (await list()).versions;
    await writeFile(path.join(folder(), '100.json'), '{"title": ');
    await writeFile(path.join(folder(), '200.json'), Buffer.from([0xff, 0xfe, 0x00]));
    await writeFile(path.join(folder(), '300.json'), '['.repeat(50_000) + ']'.repeat(50_000));
    await writeFile(path.join(folder(), 'note.txt'), 'x');
    await symlink('/etc/passwd', path.join(folder(), '400.json'));
    await mkdir(path.join(folder(), '500.json'));
    const { versions } = await list();
    expect(versions.map(({ id }) => id)).toEqual(expect.arrayContaining(['100', '200', '300']));
    expect(versions).toHaveLength(length + 3);
    const status = async (id: string) => (await ask('GET', `api/version?${named}&id=${encodeURIComponent(id)}`)).status;
    expect(await status('200')).toBe(422);
    for (const id of ['400', '500', '999']) expect(await status(id), id).toBe(404);
    for (const id of ['../x', '', '1e3', '1'.repeat(17), 'note']) expect(await status(id), id).toBe(400);
    const { body } = await ask('GET', `api/version-preview?${named}&id=100&lang=en`);
    expect(body.html).toBeNull();
  });

  it('in a folder that leads out of the project are neither read nor written nor removed', async () => {
    const elsewhere = await mkdtemp(path.join(tmpdir(), 'elsewhere-'));
    await writeFile(path.join(elsewhere, '100.json'), '{}');
    await rm(folder(), { recursive: true });
    await symlink(elsewhere, folder());
    expect((await list()).versions).toEqual([]);
    await write((text) => `${text} `);
    expect(await readdir(elsewhere)).toEqual(['100.json']);
    await rm(folder());
    expect(await readFile(path.join(elsewhere, '100.json'), 'utf8')).toBe('{}');
    await rm(elsewhere, { recursive: true });
  });
});

describe('thinning out', () => {
  const hour = 3_600_000;
  const now = 1000 * 24 * hour;
  const at = (age: number, size = 1000) => ({ id: String(now - age), when: now - age, size });

  it('keeps all of the newest, then one for each hour of a day and one for each day', () => {
    const minutes = Array.from({ length: 25 }, (_, index) => at((index + 1) * 60_000));
    const hours = Array.from({ length: 40 }, (_, index) => at(2 * hour + index * (hour / 2)));
    const days = Array.from({ length: 40 }, (_, index) => at(30 * hour + index * 12 * hour));
    const all = [...minutes, ...hours, ...days];
    const gone = new Set(outdated(all, now).map(({ id }) => id));
    const kept = all.filter(({ id }) => !gone.has(id));
    expect(kept.slice(0, 20)).toEqual(all.slice(0, 20));
    expect(kept.length).toBeLessThanOrEqual(60);
    expect(new Set(kept.slice(21).map(({ when }) => when)).size).toBe(kept.length - 21);
    // The oldest days are thinned to one each.
    const oldest = kept.filter(({ when }) => now - when > 30 * hour).map(({ when }) => Math.floor(when / (24 * hour)));
    expect(new Set(oldest).size).toBe(oldest.length);
  });

  it('has a bound in number and in bytes, keeps the newest whatever it is, and settles', () => {
    const version = fc.record({
      age: fc.integer({ min: 0, max: 90 * 24 * hour }),
      size: fc.integer({ min: 0, max: 2 ** 25 }),
    });
    fc.assert(
      fc.property(fc.array(version, { maxLength: 200 }), (ages) => {
        const all = ages.map(({ age, size }) => at(age, size)).sort((one, other) => other.when - one.when);
        const gone = outdated(all, now);
        const kept = all.filter((each) => !gone.includes(each));
        expect(kept.length).toBeLessThanOrEqual(60);
        expect(kept.slice(1).reduce((sum, { size }) => sum + size, kept[0]?.size ?? 0)).toBeLessThanOrEqual(2 ** 26);
        expect(kept[0]).toBe(all[0]);
        expect(outdated(kept, now)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('two that are kept in one millisecond are two', async () => {
    const versions = new Versions(root);
    await versions.keep('data/brochure/twice.json', '{"a":1}', 5, true);
    await versions.keep('data/brochure/twice.json', '{"a":2}', 5, true);
    const { versions: kept } = await versions.list('data/brochure/twice.json', '{}');
    expect(kept.map(({ id }) => id)).toEqual(['6', '5']);
  });
});

describe('what differs between two texts', () => {
  it('is told value by value, and an item that came or went as a whole', () => {
    const before = { title: { en: 'A' }, list: [{ en: 'one' }, { en: 'two' }, { en: 'three' }], gone: 1 };
    const after = { title: { en: 'B' }, list: [{ en: 'one' }, { en: 'three' }], come: { x: 'y', z: [2, 3] } };
    expect(differencesOf(before, after, 9)).toEqual({
      count: 4,
      shown: [
        { path: '$.title.en', was: 'A', now: 'B' },
        { path: '$.list[1]', was: 'two', now: null },
        { path: '$.gone', was: '1', now: null },
        { path: '$.come', was: null, now: 'y · 2 · 3' },
      ],
    });
  });

  it('is none of what is the same, and is counted to a bound', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(differencesOf(value, structuredClone(value), 9).count).toBe(0);
      }),
    );
    const many = (text: string) => Array.from({ length: 5000 }, (_, index) => `${text} ${index}`);
    expect(differencesOf(many('a'), many('b'), 3)).toMatchObject({ count: mostCounted, shown: [{}, {}, {}] });
    const odd = JSON.parse('{"__proto__": 1, "constructor": 2}');
    expect(differencesOf(odd, {}, 9).count).toBe(2);
  });
});
