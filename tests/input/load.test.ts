import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { type Diagnostic, Report } from '../../src/diagnostics.ts';
import { canBeFilledIn } from '../../src/input/check/check.ts';
import { type Loaded, loadData } from '../../src/input/load.ts';
import type { Lang } from '../../src/model/document.ts';
import { openWorld, packageRoot } from '../../src/world.ts';

const root = mkdtempSync(path.join(tmpdir(), 'etrati-load-'));
const world = await openWorld(root);
afterAll(() => rmSync(root, { recursive: true, force: true }));

const plain = readFileSync(path.join(packageRoot, 'tests/fixtures/data/pass/plain.json'), 'utf8');

async function load(data: string | Uint8Array): Promise<{ loaded: Loaded | null; found: readonly Diagnostic[] }> {
  writeFileSync(path.join(root, 'doc.json'), data);
  const report = new Report();
  const loaded = await loadData('doc.json', world, report);
  // Where only what it means is wrong, it is loaded, so that the document can be judged as well.
  const errors = report.diagnostics.filter(({ severity }) => severity === 'error');
  expect(loaded === null).toBe(errors.some(({ code }) => !canBeFilledIn(code)));
  return { loaded, found: report.diagnostics };
}

async function loadWell(data: string | Uint8Array): Promise<Loaded> {
  const { loaded, found } = await load(data);
  expect(found).toEqual([]);
  if (loaded === null) throw new Error('not loaded');
  return loaded;
}

function language(loaded: Loaded, tag: string): Lang {
  const found = loaded.languages.find((lang) => lang === tag);
  if (found === undefined) throw new Error(`no ${tag}`);
  return found;
}

describe('a loaded document', () => {
  test('says its kind, date and languages, each by its own name and in the order declared', async () => {
    const loaded = await loadWell(plain);
    expect(loaded).toMatchObject({ kind: 'brochure', file: 'doc.json', date: '2026-11-23', languages: ['en', 'ka'] });
    expect(loaded.editions).toEqual([
      { lang: 'en', name: 'English' },
      { lang: 'ka', name: 'ქართული' },
    ]);
    const { places, ...metadata } = loaded.metadata(language(loaded, 'ka'));
    expect([...places].map(([said, place]) => [said, place.path])).toEqual([
      ['სათაური', '$.title.ka'],
      ['აღწერა', '$.description.ka'],
      ['ავტორი', '$.author.ka'],
      ['სიტყვა', '$.keywords[0].ka'],
    ]);
    expect(metadata).toEqual({
      title: 'სათაური',
      description: 'აღწერა',
      author: 'ავტორი',
      keywords: ['სიტყვა'],
      date: '2026-11-23',
      mixed: new Set(),
    });
  });

  test('gives each value with its place, and null for what was left out', async () => {
    const loaded = await loadWell(plain);
    const tree = loaded.localize(language(loaded, 'en'));
    const at = (line: number, column: number, path: string) => ({ file: 'doc.json', line, column, path });
    expect(tree).toMatchObject({
      source: null,
      title: { value: 'Title', from: at(5, 37, '$.title.en') },
      about: { aims: [{ value: 'uphold' }, { value: 'assist', from: at(20, 77, '$.about.aims[1].en') }] },
      themes: { items: [{ developed: null, areas: null }, { developed: { value: true } }] },
      overview: { figure: { src: { value: '../picture.svg' }, decorative: null } },
      contact: { links: [{ href: { value: 'https://www.iom.int', from: at(58, 17, '$.contact.links[0].href') } }] },
    });
    expect(Object.keys(Object(tree)).sort()).toEqual(
      Object.keys(Object(loaded.localize(language(loaded, 'ka')))).sort(),
    );
  });

  test('is the same with a byte order mark and CRLF', async () => {
    const strange = await loadWell(`\uFEFF${plain.replaceAll('\n', '\r\n')}`);
    const usual = await loadWell(plain);
    for (const lang of usual.languages) expect(strange.localize(lang)).toEqual(usual.localize(lang));
    expect(strange.text.startsWith('{')).toBe(true);
  });

  test('has its texts in NFC', async () => {
    const loaded = await loadWell(plain.replace('"Title"', '"Cafe\u0301"'));
    expect(loaded.metadata(language(loaded, 'en')).title).toBe('Caf\u00e9');
    expect(loaded.localize(language(loaded, 'en'))).toMatchObject({ title: { value: 'Caf\u00e9' } });
  });

  test('keeps markup in texts as text', async () => {
    const text = '<b>&amp; {{x}} {{{y}}} *z* _ა_</b>';
    const loaded = await loadWell(plain.replace('"Title"', JSON.stringify(text)));
    expect(loaded.localize(language(loaded, 'en'))).toMatchObject({ title: { value: text } });
  });

  test('may leave a language out that it does not declare', async () => {
    const georgian = plain.replace('["en", "ka"]', '["ka"]').replaceAll(/, "en": "[^"]*"/g, '');
    const loaded = await loadWell(georgian);
    expect(loaded.languages).toEqual(['ka']);
    expect(loaded.localize(language(loaded, 'ka'))).toMatchObject({ title: { value: 'სათაური' } });
  });
});

describe('whatever stands in a file', () => {
  const values = fc.oneof(fc.jsonValue(), fc.constantFrom('javascript:x', '', ' ', '\ue000', '\ud800', {}, [], null));

  test.each(['plain', 'document', 'factsheet', 'report'])(
    'each part of %s.json may be anything: it loads or is refused at a place in the file',
    async (name) => {
      const whole = readFileSync(path.join(packageRoot, `tests/fixtures/data/pass/${name}.json`), 'utf8');
      const paths = pathsIn(JSON.parse(whole));
      const lines = () => readFileSync(path.join(root, 'doc.json'), 'utf8').split('\n');
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...paths), values, async (where, value) => {
          const { loaded, found } = await load(JSON.stringify(replaced(JSON.parse(whole), where, value), null, 1));
          for (const lang of loaded?.languages ?? []) loaded?.localize(lang);
          for (const { at, message, hints } of found) {
            expect(at?.path).toMatch(/^\$/);
            expect((lines()[(at?.line ?? 0) - 1] ?? '').length).toBeGreaterThanOrEqual((at?.column ?? 0) - 1);
            expect(message).not.toMatch(/undefined|\[object|Invalid input/);
            expect(hints.length).toBeGreaterThan(0);
          }
        }),
        { numRuns: 300 },
      );
    },
  );

  test('any bytes: no more than a refusal', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 40 }), async (bytes) => {
        expect((await load(bytes)).found.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});

/** The paths of all values of a document. */
function pathsIn(value: unknown): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [[]];
  return [[], ...Object.entries(value).flatMap(([key, each]) => pathsIn(each).map((rest) => [key, ...rest]))];
}

function replaced(document: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const copy: unknown = Array.isArray(document) ? [...document] : { ...Object(document) };
  Reflect.set(Object(copy), key, replaced(Reflect.get(Object(document), key), rest, value));
  return copy;
}
