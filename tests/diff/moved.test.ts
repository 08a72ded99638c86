/** What moves as one thing in Word is one thing in the data: paragraphs of a text, rows of a table, a whole table. */
import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { published } from '../../src/diff/published.ts';
import { packageRoot } from '../../src/world.ts';
import { Project } from '../cli/project.ts';
import { reportFiles } from './report.ts';
import { Word } from './word.ts';

const file = 'data/report/field.json';
const at = (rest: string) => `$.sections[0].${rest}`;

/** Says what the command finds in the report when it comes back from Word. */
async function returned() {
  const project = new Project();
  for (const [name, text] of reportFiles()) project.write(name, text);
  const { code, stderr } = await project.run(['build', file, '--format', 'docx', '--lang', 'en']);
  expect(code, stderr).toBe(0);
  const made = readFileSync(path.join(project.root, 'output/field.en.docx'));
  const changesOf = async (edit: (word: Word) => void) => {
    const word = new Word(made);
    edit(word);
    project.write('edited.docx', word.bytes);
    const found = await project.run(['diff', 'edited.docx', file, '--json']);
    expect(found.code, found.stderr).toBe(0);
    return published.parse(JSON.parse(found.stdout)).changes;
  };
  return { project, changesOf };
}

it('paragraphs of a text that were moved with all that Word knows of them', async () => {
  const { project, changesOf } = await returned();
  const swapped = (word: Word) => word.swap('w:p', 'The first office', 'The second office');
  const [change, ...others] = await changesOf(swapped);
  expect(others).toEqual([]);
  expect(change).toMatchObject({ kind: 'text', path: at('blocks[0].text.en'), applicable: true });
  expect(change?.after?.split('\n').slice(0, 2)).toEqual([
    expect.stringMatching(/^The second/),
    expect.stringMatching(/^The first/),
  ]);

  // The same where the data has changed elsewhere since.
  project.write(file, project.read(file).replace('A visitor', 'A guest'));
  const since = await changesOf(swapped);
  expect(since.map((each) => each.path)).toContain(at('blocks[0].text.en'));
});

it('a row that is gone and a new one are two rows, however alike one of their cells', async () => {
  const { changesOf } = await returned();
  const changes = await changesOf((word) => {
    word.delete('w:tr', 'Mountains');
    word.addAfter('w:tr', 'Village', ['Coast', '750']);
  });
  expect(changes.map(({ kind, path: own, before, after }) => [kind, own, before ?? after])).toEqual([
    ['added', at('blocks[3].rows[2]'), 'Coast | 750'],
    ['removed', at('blocks[3].rows[2]'), 'Mountains | 75'],
  ]);
});

it('a table of which nothing is left is not taken over as one without rows and columns', async () => {
  const { changesOf } = await returned();
  const changes = await changesOf((word) => {
    for (const words of ['Place', 'Town', 'Village', 'Mountains']) word.delete('w:tr', words);
  });
  expect(changes.map(({ kind, path: own, applicable }) => [kind, own, applicable])).toEqual([
    ['removed', at('blocks[3].columns'), false],
    ['removed', at('blocks[3].rows'), false],
  ]);
});

/** Puts all from one paragraph up to a second one before a third, which is above them. */
function lift(word: Word, from: string, to: string, above: string): void {
  const start = (words: string) => {
    let found = '';
    word.change('w:p', words, (xml) => {
      found = xml;
      return xml;
    });
    return word.read('word/document.xml').indexOf(found);
  };
  const [target, first, end] = [start(above), start(from), start(to)];
  const xml = word.read('word/document.xml');
  word.write(
    'word/document.xml',
    xml.slice(0, target) + xml.slice(first, end) + xml.slice(target, first) + xml.slice(end),
  );
}

it('a section that was moved into another chapter, and a chapter before another one', async () => {
  const { changesOf } = await returned();
  const section = await changesOf((word) => lift(word, 'Plans for winter', 'Contact', 'Budget and expenditure'));
  expect(section).toMatchObject([
    { kind: 'moved', path: at('sections[0].title.en'), before: 'Work in the field', after: 'Budget' },
  ]);
  const chapter = await changesOf((word) => lift(word, 'Work in the field', 'Contact', 'Results'));
  expect(chapter).toMatchObject([
    { kind: 'moved', path: at('title.en'), before: 'after “Budget”', after: 'after “Summary”', applicable: false },
  ]);
});

it('a text with marks in a kind of one’s own', async () => {
  const project = new Project();
  cpSync(path.join(packageRoot, 'tests/fixtures/own-kind'), project.root, { recursive: true });
  const own = 'data/certificate/cert.json';
  project.write(own, project.read(own).replace('“Checking documents', '“Checking **all** documents'));
  expect((await project.run(['build', own, '--format', 'docx', '--lang', 'en'])).code).toBe(0);
  const word = new Word(readFileSync(path.join(project.root, 'output/cert.en.docx')));
  word.retype('documents', 'papers');
  project.write('edited.docx', word.bytes);
  const { code, stderr } = await project.run(['diff', 'edited.docx', own, '--apply', '--all']);
  expect(code, stderr).toBe(0);
  expect(project.read(own)).toContain('“Checking **all** papers at the border”');
});

it('cells that were joined are told, across and down', async () => {
  const { changesOf } = await returned();
  // As Word joins two cells: the first takes the words of the second and its column.
  const across = await changesOf((word) =>
    word.change('w:tr', 'Mountains', (row) => {
      const [first = '', second = ''] = row.match(/<w:tc>.*?<\/w:tc>/gs) ?? [];
      const words = second.replace(/<w:tcPr>.*?<\/w:tcPr>|<\/?w:tc>/gs, '');
      const joined = first
        .replace('</w:tcPr>', '<w:gridSpan w:val="2"/></w:tcPr>')
        .replace('</w:tc>', `${words}</w:tc>`);
      return row.replace(first, () => joined).replace(second, '');
    }),
  );
  expect(across).toContainEqual(
    expect.objectContaining({ kind: 'structure', before: 'cell', after: 'cell 2 columns wide', applicable: false }),
  );
  const down = await changesOf((word) =>
    word.change('w:tr', 'Mountains', (row) => row.replace('</w:tcPr>', '<w:vMerge w:val="restart"/></w:tcPr>')),
  );
  expect(down).toContainEqual(expect.objectContaining({ kind: 'structure', after: 'cell over several rows' }));
  // What became a heading in its cell joined nothing.
  const raised = await changesOf((word) =>
    word.change('w:tr', 'Mountains', (row) =>
      row.replace(/<w:pStyle w:val="[^"]*"\/>/, '<w:pStyle w:val="Heading2"/>'),
    ),
  );
  const [heading] = raised.filter(({ kind }) => kind === 'structure');
  expect(heading).toMatchObject({ before: 'cell', after: 'heading 2', note: expect.stringContaining('move it there') });
});
