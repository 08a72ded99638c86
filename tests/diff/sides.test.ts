/** Data that has changed since, documents that have lost their anchors, and hostile ones. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Published, published } from '../../src/diff/published.ts';
import { Project, runIn } from '../cli/project.ts';
import { Word } from './word.ts';

const file = 'data/document/note.json';
const note = (more: Readonly<Record<string, unknown>> = {}) => ({
  kind: 'document',
  languages: ['en'],
  date: '2026-11-23',
  title: { en: 'A note' },
  description: { en: 'A short note.' },
  author: { en: 'Our office' },
  keywords: [{ en: 'note' }],
  cover: { kind: { en: 'Note' } },
  imprint: { copyright: { en: '© Our office' } },
  sections: [
    {
      id: 'first',
      title: { en: 'The first part' },
      blocks: [
        { type: 'text', text: { en: 'One sentence here.' } },
        { type: 'text', text: { en: 'Another sentence there.' } },
        { type: 'list', items: [{ en: 'Red apples' }, { en: 'Green pears' }] },
      ],
    },
  ],
  ...more,
});

async function made(...options: readonly string[]): Promise<{ readonly project: Project; readonly word: Word }> {
  const project = new Project();
  project.write(file, JSON.stringify(note(), null, 2));
  const { code, stderr } = await project.run(['build', file, '--format', 'docx', ...options]);
  expect(code, stderr).toBe(0);
  return { project, word: new Word(readFileSync(path.join(project.root, 'output/note.en.docx'))) };
}

async function told(project: Project, word: Word, ...more: readonly string[]): Promise<Published> {
  project.write('edited.docx', word.bytes);
  const { code, stdout, stderr } = await project.run(['diff', 'edited.docx', file, '--json', ...more]);
  expect(code, stderr).toBe(0);
  return published.parse(JSON.parse(stdout));
}

const blocks = '$.sections[0].blocks';
const changed = (was: string, now: string) => JSON.stringify(note(), null, 2).replace(was, now);

describe('data that has changed since', () => {
  it('is compared as the third side where the document carries what it was made from', async () => {
    const { project, word } = await made('--embed-source');
    word.retype('One sentence', 'A sentence');
    word.retype('Green pears', 'Ripe pears');
    word.retype('Another', 'Some other');
    // The same place on both sides, and a block that moves the others.
    project.write(
      file,
      changed('"Red apples"', '"Fresh apples"')
        .replace('Green pears', 'Yellow pears')
        .replace('"blocks": [', '"blocks": [\n        { "type": "text", "text": { "en": "What is new." } },'),
    );
    const { basis, changes } = await told(project, word);
    expect(basis).toBe('embedded');
    expect(changes.map(({ path: at, conflict, after }) => [at, conflict, after])).toEqual([
      [`${blocks}[1].text.en`, false, 'A sentence here.'],
      [`${blocks}[2].text.en`, false, 'Some other sentence there.'],
      [expect.stringContaining('.items[1].en'), true, 'Ripe pears'],
    ]);
    await told(project, word, '--apply', '--all');
    const data = project.read(file);
    expect(data).toContain('A sentence here.');
    expect(data).toContain('Fresh apples');
    expect(data).toContain('Yellow pears');
  }, 60_000);

  it('is told of where it does not, and what nobody touched in Word is no change', async () => {
    const { project, word } = await made();
    word.retype('One sentence', 'A sentence');
    project.write(file, changed('"Red apples"', '"Fresh apples"').replace('Another', 'Some other'));
    const { basis, madeFrom, changes } = await told(project, word);
    expect([basis, madeFrom]).toEqual(['other', 'note.json']);
    expect(changes.map(({ path: at, applicable }) => [at, applicable])).toEqual([[`${blocks}[0].text.en`, true]]);
    const { stdout } = await project.run(['diff', 'edited.docx', file]);
    expect(stdout).toContain('OTHER data than this file');
  }, 60_000);
});

describe('a document that has lost', () => {
  it('its anchors and its part, as Google Docs saves it, is known by its words', async () => {
    const { project, word } = await made();
    word.retype('Another sentence', 'Another short sentence');
    word.delete('w:p', 'Red apples');
    word.write('word/document.xml', word.read('word/document.xml').replace(/<w:bookmark(?:Start|End)[^>]*\/>/g, ''));
    for (const part of word.parts.filter((name) => name.startsWith('customXml'))) word.remove(part);
    const { basis, changes } = await told(project, word);
    expect(basis).toBe('unknown');
    expect(changes.map(({ kind, path: at }) => [kind, at])).toEqual([
      ['text', `${blocks}[1].text.en`],
      ['removed', `${blocks}[2].items[0]`],
    ]);
  }, 60_000);
});

describe('a document that was asked for otherwise than by default', () => {
  const easy = { sections: [{ ...note().sections[0], plain: { rows: [{ text: { en: 'Apples are red.' } }] } }] };
  it.each([
    ['a draft', ['--draft'], 'note.draft.en.docx'],
    ['large print', ['--edition', 'large'], 'note.large.en.docx'],
    ['easy to read', ['--edition', 'plain'], 'note.plain.en.docx'],
  ])(
    'is compared with one that is made so: %s',
    async (_, asked, name) => {
      const project = new Project();
      project.write(file, JSON.stringify(note(easy), null, 2));
      const { code, stderr } = await project.run(['build', file, '--format', 'docx', ...asked]);
      expect(code, stderr).toBe(0);
      const word = new Word(readFileSync(path.join(project.root, 'output', name)));
      expect(await told(project, word)).toMatchObject({ basis: 'same', changes: [] });
    },
    60_000,
  );

  it('is so without numbers of pages, which the config turns off', async () => {
    const project = new Project();
    project.write(file, JSON.stringify(note(), null, 2));
    project.write('etrati.config.json', '{ "pageNumbers": false, "formats": ["docx"] }');
    expect((await project.run(['build', file])).code).toBe(0);
    const word = new Word(readFileSync(path.join(project.root, 'output/note.en.docx')));
    expect((await told(project, word)).changes).toEqual([]);
  }, 60_000);
});

it('knows a drawing of which a program has kept the picture for those who cannot show it', async () => {
  const code = { type: 'qr', href: 'https://example.org/a', text: { en: 'example.org/a' }, alt: { en: 'Its address' } };
  const project = new Project();
  project.write(file, JSON.stringify(note({ sections: [{ ...note().sections[0], blocks: [code] }] })));
  expect((await project.run(['build', file, '--format', 'docx'])).code).toBe(0);
  const word = new Word(readFileSync(path.join(project.root, 'output/note.en.docx')));
  const xml = word.read('word/document.xml');
  const kept = xml.replace(/<a:ext [^>]*><asvg:svgBlip[^>]*\/><\/a:ext>/g, '');
  expect(kept).not.toBe(xml);
  word.write('word/document.xml', kept);
  expect((await told(project, word)).changes).toEqual([]);
}, 60_000);

describe('the properties of the file', () => {
  const core = 'docProps/core.xml';

  it('are told where they are changed, and programs may write keywords as they like', async () => {
    const { project, word } = await made();
    word.write(core, word.read(core).replace('>A note<', '>Another name<').replace('>note<', '>note;<'));
    const { changes } = await told(project, word);
    expect(changes.map(({ path: at, after, applicable }) => [at, after, applicable])).toEqual([
      ['$.title', 'Another name', false],
    ]);
  }, 60_000);

  it('say the language where a program has left out what else says it', async () => {
    const project = new Project();
    const both = JSON.stringify(note({ languages: ['en', 'ka'] })).replace(/\{"en":("[^"]*")\}/g, '{"en":$1,"ka":$1}');
    project.write(file, both);
    const { code, stderr } = await project.run(['build', file, '--format', 'docx', '--lang', 'ka']);
    expect(code, stderr).toBe(0);
    const word = new Word(readFileSync(path.join(project.root, 'output/note.ka.docx')));
    for (const part of word.parts.filter((name) => name.startsWith('customXml'))) word.remove(part);
    expect(await told(project, word)).toMatchObject({ lang: 'ka', basis: 'unknown', changes: [] });
  }, 60_000);
});

describe('what has no place in the data', () => {
  it('is listed: words of Etrati’s, looks, marks where there are none, pictures, headings, feet of pages', async () => {
    const { project, word } = await made();
    word.mark('here', '<w:highlight w:val="yellow"/>');
    word.mark('first', '<w:i/>');
    word.addAfter('w:p', 'The first part', ['A heading of mine']);
    const foot = word.parts
      .filter((name) => /footer\d+\.xml$/.test(name))
      .find((name) => word.read(name).includes('Our office'));
    word.write(foot ?? '', word.read(foot ?? '').replace('Our office', 'Their office'));
    const { changes } = await told(project, word);
    expect(changes.every(({ applicable, note: reason }) => !applicable && reason !== null)).toBe(true);
    expect(changes.map(({ kind, after }) => [kind, after]).sort()).toEqual([
      ['added', 'A heading of mine'],
      ['look', 'here'],
      ['marks', 'The *first* part'],
      ['text', expect.stringContaining('Their office')],
    ]);
    expect(
      (await project.run(['diff', 'edited.docx', file, '--apply', '--only', '$.sections[0].title.en'])).stderr,
    ).toContain('takes no marks');
  }, 60_000);
});

describe('a paragraph that was parted in two', () => {
  it('is two paragraphs where a text has several, with all its words', async () => {
    const { project, word } = await made();
    word.split('Another ', 'sentence');
    const { changes } = await told(project, word, '--apply', '--all');
    expect(changes.map(({ kind, path: at, after }) => [kind, at, after])).toEqual([
      ['text', `${blocks}[1].text.en`, 'Another\nsentence there.'],
    ]);
    expect(JSON.parse(project.read(file)).sections[0].blocks[1].text.en).toBe('Another\n\nsentence there.');
  }, 60_000);

  it('is listed where a text is one, and nothing of it is taken over', async () => {
    const { project, word } = await made();
    word.split('The first ', 'part');
    const { changes } = await told(project, word);
    expect(changes.map(({ kind, path: at, after, applicable }) => [kind, at, after, applicable])).toEqual([
      ['text', '$.sections[0].title.en', 'The first\npart', false],
    ]);
  }, 60_000);
});

describe('etrati diff', () => {
  it('takes over what is named or agreed to, and nothing else', async () => {
    const { project, word } = await made();
    word.retype('One', 'A');
    word.retype('Green', 'Ripe');
    await told(project, word, '--apply', '--only', `${blocks}[2]`);
    expect(project.read(file)).toBe(changed('Green pears', 'Ripe pears'));
    expect((await project.run(['diff', 'edited.docx', file, '--apply', '--only', '$.nothing'])).code).toBe(2);
    expect((await project.run(['diff', 'edited.docx', file, '--apply'])).stderr).toContain('--all');
    const asked: string[] = [];
    const answers = ['y'];
    const ask = async (question: string) => {
      asked.push(question);
      return answers.shift() ?? 'q';
    };
    const { code } = await runIn(project.root, ['diff', 'edited.docx', file, '--apply'], {}, true, { ask });
    expect([code, asked.length]).toEqual([0, 1]);
    expect(project.read(file)).toBe(changed('Green pears', 'Ripe pears').replace('One', 'A'));
    expect(project.list('data/document').filter((name) => name.includes('.bak'))).toEqual([
      'note.json.bak',
      'note.json.bak2',
    ]);
  }, 60_000);

  it('refuses what is no DOCX, and parts that unpack to more than there is memory for', async () => {
    const { project, word } = await made();
    project.write('edited.docx', 'no zip');
    expect(await project.run(['diff', 'edited.docx', file])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('not a DOCX'),
    });
    const entity = word
      .read('word/document.xml')
      .replace('?>', '?><!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>')
      .replace('here', '&b;');
    word.write('word/document.xml', entity);
    project.write('edited.docx', word.bytes);
    expect((await project.run(['diff', 'edited.docx', file])).code).toBe(1);
  }, 60_000);
});
