/** Enter pressed inside of what the data has one text for: no half is lost, none goes elsewhere. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import { withChanges } from '../../src/diff/apply.ts';
import { compare } from '../../src/diff/compare.ts';
import { type DiffData, openData } from '../../src/diff/data.ts';
import { readManuscript } from '../../src/finished/docx/manuscript.ts';
import { reportFiles } from './report.ts';
import { Word } from './word.ts';

const file = 'data/report/field.json';
let made: Uint8Array;
let data: DiffData;

beforeAll(async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'etrati-parted-'));
  for (const [name, text] of reportFiles()) {
    mkdirSync(path.join(root, path.dirname(name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  const engine = createEngine({ root });
  const { outputs } = await engine.build(file, { formats: ['docx'], languages: ['en'] });
  engine.close();
  made = outputs[0]?.bytes ?? new Uint8Array();
  data = await openData(root, file);
}, 120_000);

const changesOf = (edit: (word: Word) => void) => {
  const word = new Word(made);
  edit(word);
  return compare(readManuscript(made), readManuscript(word.bytes), data, 'en').changes;
};
const applied = (changes: ReturnType<typeof changesOf>) =>
  withChanges(
    data,
    changes.map((change) => ({ ...change, at: data.json.placeOf('$'), conflict: false })),
  );

it.each(['typed', 'tracked', 'without bookmarks'] as const)('a paragraph becomes two: %s', (how) => {
  const changes = changesOf((word) => {
    word.part('second office', ' opened in', how === 'tracked');
    if (how === 'without bookmarks')
      word.write('word/document.xml', word.read('word/document.xml').replace(/<w:bookmark(?:Start|End)[^>]*\/>/g, ''));
  });
  expect(changes).toMatchObject([{ kind: 'text', path: '$.sections[0].blocks[0].text.en' }]);
  expect(applied(changes)).toContain('The second office\\n\\nopened in *late* summer^[A note on summer.].');
  const who = changes[0]?.revisions.map(({ type, author, text }) => `${type} ${author} ${text}`);
  expect(who).toEqual(how === 'tracked' ? ['insertion ნინო & Co ¶'] : []);
});

it('an item of a text becomes two, and its words are shown', () => {
  const changes = changesOf((word) => word.part('warm', ' rooms'));
  expect(changes).toMatchObject([{ kind: 'text', after: expect.stringContaining('warm\nrooms\ncold rooms') }]);
  expect(changes[0]?.edit, JSON.stringify(changes[0])).not.toBeNull();
  expect(applied(changes)).toContain('- warm\\n- rooms\\n- cold rooms');
});

it.each([
  ['a heading', 'Plans for', ' winter', 'sections[0].title.en'],
  ['an item', 'Training', ' of staff', 'blocks[1].items[0].en'],
  ['a cell', 'Ground', ' floor', 'blocks[4].rows[0].cells[0].text.en'],
  ['a caption', 'Most people', ' live', 'blocks[3].caption.en'],
  ['a quote', 'We were', ' helped', 'blocks[5].text.en'],
] as const)('%s is listed with both halves, and stays as it is in the data', (_, first, second, at) => {
  for (const isTracked of [false, true]) {
    const changes = changesOf((word) => word.part(first, second, isTracked));
    const own = changes.find((change) => change.path.endsWith(at));
    expect(own?.after, JSON.stringify(changes)).toContain(`${first}\n${second.trim()}`);
    if (own?.edit === null) expect(own.note).toContain('parted');
    expect(changes.flatMap((change) => change.edit ?? []).filter(({ type }) => type !== 'set')).toEqual([]);
  }
});

it('what is typed after Enter at the end is new, and what it follows is as it was', () => {
  const changes = changesOf((word) => {
    word.part('Visits to villages', '');
    word.change('w:p', 'Visits to villages', (p) => p);
    const xml = word.read('word/document.xml');
    const at = xml.indexOf('</w:p>', xml.lastIndexOf('Visits to villages'));
    const end = xml.indexOf('</w:p>', at + 6);
    word.write('word/document.xml', `${xml.slice(0, end)}<w:r><w:t>And to schools</w:t></w:r>${xml.slice(end)}`);
  });
  expect(changes).toMatchObject([{ kind: 'added', path: '$.sections[0].blocks[1].items[2]', after: 'And to schools' }]);
});

it('a tracked deletion carries its author: of words, of a row', () => {
  const who = (words: string) => `w:id="1" w:author="${words}" w:date="2026-11-28T10:00:00Z"`;
  const gone = (xml: string, author: string) =>
    xml.replace(/<w:r(?: [^>]*)?>(?:(?!<\/w:r>).)*<w:t[ >].*?<\/w:r>/gs, (run) => {
      const deleted = run
        .replaceAll('<w:t ', '<w:delText ')
        .replaceAll('<w:t>', '<w:delText>')
        .replaceAll('</w:t>', '</w:delText>');
      return `<w:del ${who(author)}>${deleted}</w:del>`;
    });
  const words = changesOf((word) => word.change('w:p', 'A closing sentence', (p) => gone(p, 'Ana')));
  expect(words.flatMap(({ revisions }) => revisions)).toMatchObject([{ type: 'deletion', author: 'Ana' }]);
  const row = changesOf((word) =>
    word.change('w:tr', 'Village', (tr) =>
      gone(tr, 'Ana').replace(
        /(<w:tr(?: [^>]*)?>)(<w:trPr>)?/,
        (_, open: string, pr?: string) => `${open}<w:trPr><w:del ${who('Ana')}/>${pr === undefined ? '</w:trPr>' : ''}`,
      ),
    ),
  );
  expect(row).toMatchObject([{ kind: 'removed', path: '$.sections[0].blocks[3].rows[1]' }]);
  expect(row[0]?.revisions[0]).toMatchObject({ type: 'deletion', author: 'Ana', date: '2026-11-28T10:00:00Z' });
});

it('a sign of a value that is typed is words', () => {
  const changes = changesOf((word) => word.retype('A closing sentence', 'From {value=date} on'));
  expect(applied(changes)).toContain('From \\\\{value=date} on.');
});
