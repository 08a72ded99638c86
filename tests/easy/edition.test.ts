import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import { readHtml } from '../../src/outline/html/html.ts';
import { packageRoot } from '../../src/world.ts';
import type { EditionKind, Format } from '../../src/write/targets.ts';

const brochure = 'data/brochure/brochure.json';

describe('--edition plain', async () => {
  const { outputs, diagnostics, proofs } = await createEngine({ root: packageRoot }).build(brochure, {
    formats: ['pdf', 'docx', 'html', 'epub', 'txt', 'md', 'brf'],
    editions: ['plain'],
    languages: ['en'],
    prove: true,
  });
  const page = outputs.find(({ format }) => format === 'html')?.bytes ?? new Uint8Array();
  const html = JSON.stringify(readHtml(page));

  it('is written in all formats, without a finding, and each says what the document says', () => {
    expect(diagnostics).toEqual([]);
    expect(outputs.map(({ name }) => name)).toContain('brochure.plain.en.pdf');
    expect(proofs.flatMap(({ differences }) => differences)).toEqual([]);
    expect(proofs.length).toBeGreaterThan(4);
  });

  it('says what it is, and the plain texts alone', () => {
    for (const words of ['Easy to read', 'What this is about', 'Who we are', 'Human trafficking'])
      expect(html).toContain(words);
    expect(html).not.toContain('Comprehensive migration management');
  });

  it('follows the order of the chapters', () => {
    const places = ['Who we are', 'What we do', 'Safe borders', 'How to find us'].map((title) =>
      html.lastIndexOf(title),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
});

const root = mkdtempSync(path.join(tmpdir(), 'etrati-easy-'));
afterAll(() => rmSync(root, { recursive: true }));

/** Builds a document of such sections, its other fields as short as they may be. */
function build(sections: readonly object[], formats: readonly Format[], editions: readonly EditionKind[]) {
  const texts = { en: 'Words' };
  const data = {
    ...{ kind: 'document', languages: ['en'], date: '2026-11-23', title: { en: 'Title' }, description: texts },
    ...{ author: texts, keywords: [texts], cover: { kind: { en: 'Sample' } }, imprint: { copyright: texts } },
    sections,
  };
  writeFileSync(path.join(root, 'x.json'), JSON.stringify(data));
  return createEngine({ root }).build('x.json', { formats, editions });
}

describe('a section in plain words', () => {
  const lead = { en: 'A text.' };
  const plain = (...rows: readonly object[]) => ({ rows });
  const one = { id: 'about', title: { en: 'Section' }, lead };

  it('is where links lead that lead to it in the standard edition; to what is left out none leads', async () => {
    const row = { text: { en: 'Read about [the garden](#about).' } };
    const { outputs, diagnostics } = await build([{ ...one, plain: plain(row) }], ['txt'], ['plain']);
    expect(diagnostics).toEqual([]);
    expect(new TextDecoder().decode(outputs[0]?.bytes)).toContain('Read about the garden (→ Section).');
    const two = { id: 'two', title: { en: 'Other' }, lead, plain: plain(row) };
    const { diagnostics: left } = await build([one, two], ['txt'], ['plain']);
    expect(left).toMatchObject([
      { code: 'dangling-link', message: 'The easy-to-read edition has nothing with the id "about".' },
    ]);
  });

  it('of one’s own among the chapters of a kind is there once', async () => {
    const data = JSON.parse(readFileSync(path.join(packageRoot, brochure), 'utf8'));
    const own = { id: 'own', title: { ka: 'საკუთარი', en: 'Of our own' }, lead: { ka: 'ტექსტი.', en: 'A text.' } };
    const words = { ka: 'ეს ჩვენი სიტყვებია.', en: 'These are our own words.' };
    data.sections = [{ ...own, plain: plain({ text: words }) }];
    cpSync(path.join(packageRoot, 'data/brochure'), path.join(root, 'brochure'), { recursive: true });
    writeFileSync(path.join(root, 'brochure/brochure.json'), JSON.stringify(data));
    const { outputs } = await createEngine({ root }).build('brochure/brochure.json', {
      ...{ formats: ['txt'], editions: ['plain'], languages: ['en'] },
    });
    expect(new TextDecoder().decode(outputs[0]?.bytes).split(words.en)).toHaveLength(2);
  });

  it('has pictures that are no maps', async () => {
    copyFileSync(path.join(packageRoot, 'tests/fixtures/pictures/grey.png'), path.join(root, 'x.png'));
    const picture = { src: 'x.png', alt: { en: 'A green garden under the sky.' } };
    const row = { text: { en: 'The garden is open.' }, picture };
    const { diagnostics } = await build([{ ...one, plain: plain(row) }], ['txt'], ['plain']);
    expect(diagnostics.filter(({ code }) => code === 'map-unnamed')).toEqual([]);
  });
});

describe('a document without plain texts', () => {
  it('has no such edition', async () => {
    const sections = [{ id: 'one', title: { en: 'Section' }, lead: { en: 'A text.' } }];
    const result = await build(sections, ['html'], ['plain']);
    expect(result).toMatchObject({ outputs: [], diagnostics: [{ code: 'plain-missing' }] });
    // Of several editions it has those that there are texts for, and names no other.
    const several = await build(sections, ['html', 'txt'], ['standard', 'large', 'plain']);
    expect(several.outputs.map(({ name }) => name).sort()).toEqual(['x.en.html', 'x.en.txt', 'x.large.en.html']);
    expect(several.diagnostics).toMatchObject([{ severity: 'advice', code: 'plain-left-out' }]);
    expect(several.outputs.every(({ bytes }) => !new TextDecoder().decode(bytes).includes('.plain.'))).toBe(true);
  });
});
