/** What people do wrong on the command line, and what each is told: it leads on, and nothing of theirs is lost. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { brochure, Project } from './project.ts';

describe('is wrong use, and leads on', () => {
  it.each<readonly [readonly string[], string]>([
    [['BUILD'], 'Did you mean build?'],
    [['bild data'], 'Did you mean build?'],
    [['frobnicate'], 'etrati --help lists all commands'],
    [['build', '--pdf'], 'Did you mean --format pdf?'],
    [['build', '-f', 'pdf'], 'etrati build --help lists its options'],
    [['outline', 'a', 'b'], 'A name with spaces is put in quotation marks'],
    [['-v'], 'Did you mean --version?'],
    [['batch', 'list.csv', brochure], 'Write --base before it'],
    [['init'], 'etrati init --help'],
    [['init', ''], "argument 'folder' is empty"],
    [['init', 'new', '--name', 'x'], '--kind-from brochure --name x'],
    [['build', '--out', ''], "option '--out <folder>' argument missing"],
    [['build', '--out', '--format', 'txt'], "option '--out <folder>' argument missing"],
    [['build', '--format', 'pdf', 'docx'], '--format pdf,docx'],
    [['build', 'brochure.json'], 'Did you mean "data/brochure/brochure.json"?'],
    [['build', 'brochre.json'], 'Did you mean "data/brochure/brochure.json"?'],
    [['build', 'data/*/*.json'], 'Name each file'],
    [['build', 'data'], 'Name a file in it.'],
    [['build', 'page.pdf'], 'data files are JSON'],
    [['check', 'list.csv'], 'etrati batch list.csv'],
    [['check', 'list.ndjson'], 'etrati batch list.ndjson'],
    [['build', '--lang', 'ka', 'en'], '--lang ka,en'],
    [['outline', 'data'], 'Name a file in it.'],
    [['outline', brochure], 'Run etrati build first'],
    [['listen', brochure], 'Run etrati build first'],
    [['outline', 'page.brf'], 'Known formats'],
    [['preflight', 'data'], 'Name a file in it.'],
    [['preflight', 'page.pdf', '--profile', 'none.json'], 'Check the spelling.'],
    [['diff', brochure, 'page.docx'], 'Name the Word document first'],
    [['batch', brochure, '--base', 'list.csv'], `etrati batch list.csv --base ${brochure}`],
    [['batch', brochure, '--base', 'list.ndjson'], `etrati batch list.ndjson --base ${brochure}`],
    [['batch', 'README.md', '--base', brochure], 'is not the name of a manifest'],
    [['answer', 'yes', '12', '--who', 'A'], 'Build with --report first'],
    [['studio', brochure], 'is a file, not a folder'],
  ])('%j', async (argv, hint) => {
    const project = new Project();
    for (const file of ['page.pdf', 'page.docx', 'list.csv', 'list.ndjson', 'README.md'])
      project.write(file, 'name\na\n');
    const { code, stderr } = await project.run(argv);
    expect([code, stderr]).toEqual([2, expect.stringContaining(hint)]);
    expect(stderr).not.toContain('Did you mean "pdf"?');
    const left = project.list('.').filter((name) => name !== 'output');
    expect(left).toEqual(['README.md', 'data', 'list.csv', 'list.ndjson', 'page.docx', 'page.pdf']);
    expect(project.list('output')).toEqual([]);
  });
});

describe('an option that has nothing to do is told, and all else is done', () => {
  it.each<readonly [readonly string[], string]>([
    [['--layout', 'booklet', '--format', 'html'], '--format html,print'],
    [['--wrap', '40', '--format', 'md'], '--format md,txt'],
    [['--braille-page', '32x28', '--format', 'txt'], '--format txt,brf'],
  ])('build %j', async (options, hint) => {
    const project = new Project();
    const { code, stderr } = await project.run(['build', brochure, ...options]);
    expect([code, stderr]).toEqual([0, expect.stringContaining(hint)]);
    expect(stderr).toContain('1 warning');
    expect(project.list('output')).not.toEqual([]);
    expect((await project.run(['build', brochure, ...options, '--strict'])).code).not.toBe(0);
  });

  it('diff --only without --apply', async () => {
    const project = new Project();
    await project.run(['build', brochure, '--format', 'docx', '--lang', 'en']);
    const { code, stderr } = await project.run(['diff', 'output/brochure.en.docx', brochure, '--only', 'title']);
    expect([code, stderr]).toEqual([0, expect.stringContaining('Write --apply as well')]);
  });
});

it('a file that is no text is not read as one', async () => {
  const project = new Project();
  project.write('page.html', '%PDF-1.7\n1 0 obj');
  const { code, stdout, stderr } = await project.run(['outline', 'page.html']);
  expect([code, stdout, stderr]).toEqual([1, '', expect.stringContaining('The file is a PDF')]);
});

describe('nothing that was read is replaced', () => {
  it('by the page of a preflight', async () => {
    const project = new Project();
    const before = project.read(brochure);
    await project.run(['build', '--format', 'pdf', '--lang', 'en']);
    const asked = ['preflight', 'output/brochure.en.pdf', '--report'];
    const { code, stderr } = await project.run([...asked, brochure]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('--report report.html')]);
    expect(project.read(brochure)).toBe(before);
    await project.run([...asked, 'new/report.html']);
    expect(project.read('new/report.html')).toContain('<html');
  });

  it('by the report of a batch', async () => {
    const project = new Project();
    const list = '{"name":"a","patch":{}}\n';
    project.write('lists/batch.jsonl', list);
    const { code, stderr } = await project.run(['batch', 'lists/batch.jsonl', '--base', brochure, '--out', 'lists']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('would be replaced by the report')]);
    expect(project.read('lists/batch.jsonl')).toBe(list);
  });

  it('by what is extracted, and a folder least of all', async () => {
    const project = new Project();
    mkdirSync(path.join(project.root, 'kept'));
    await project.run(['build', '--format', 'html', '--lang', 'en', '--embed-source']);
    const { code, stderr } = await project.run(['extract', 'output/brochure.en.html', '--out', 'kept', '--force']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('such as --out kept/brochure.json')]);
  });
});
