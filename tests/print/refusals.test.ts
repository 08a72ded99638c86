/** What a print shop could not use is refused at the command line, and nothing is written. */
import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { brochure, Project } from '../cli/project.ts';
import { unpacked } from '../pdf/unpacked.ts';
import { changed, good, renamed, srgb } from './made-profiles.ts';

const argv = ['build', brochure, '--format', 'print', '--layout', 'sheets', '--lang', 'en'];
const config = 'etrati.config.json';

describe('a profile named by --icc', () => {
  it.each([
    ['cut off', 'profile-damaged', (project: Project) => project.write('press.icc', good.subarray(0, 9000))],
    ['empty', 'profile-damaged', (project: Project) => project.write('press.icc', '')],
    ['of a screen', 'profile-kind', (project: Project) => project.write('press.icc', srgb)],
    ['of a scanner', 'profile-kind', (project: Project) => project.write('press.icc', changed(good, 12, 'scnr'))],
    ['that is not there', 'file-missing', () => {}],
  ])('%s', async (_, code, spoil) => {
    const project = new Project();
    spoil(project);
    const { diagnostics, ...ran } = await project.runJson([...argv, '--icc', 'press.icc']);
    // No such file, on the command line, is wrong usage.
    expect(ran.code).toBe(code === 'file-missing' ? 2 : 1);
    expect(diagnostics).toMatchObject([{ severity: 'error', code, at: null }]);
    expect(diagnostics[0]?.message).toContain('"press.icc"');
    expect(diagnostics[0]?.hints.length).toBeGreaterThan(0);
    expect(project.list('output')).toEqual([]);
  });

  it('outside the project', async () => {
    const project = new Project();
    const { diagnostics, ...ran } = await project.runJson([...argv, '--icc', '../press.icc']);
    expect([ran.code, diagnostics.map(({ code }) => code)]).toEqual([2, ['file-outside']]);
    expect(project.list('output')).toEqual([]);
  });

  it('is read for the print edition alone', async () => {
    const project = new Project();
    const { code } = await project.run(['build', brochure, '--format', 'html', '--icc', 'none.icc']);
    expect(code).toBe(0);
  });

  it('stops the other formats too: a document is written whole or not at all', async () => {
    const project = new Project();
    const { code } = await project.run(['build', brochure, '--format', 'html,print', '--icc', 'none.icc']);
    expect([code, project.list('output')]).toEqual([2, []]);
  });

  it('is the printing that the file names, and wins over the config', async () => {
    const project = new Project();
    project.write('press.icc', renamed('Shop'));
    project.write(config, JSON.stringify({ print: { icc: 'none.icc' } }));
    const wrong = await project.run(argv);
    expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining(`--> ${config}:1:`)]);
    const { code, stderr } = await project.run([...argv, '--icc', 'press.icc']);
    expect(code, stderr).toBe(0);
    expect(unpacked(readFileSync(`${project.root}/output/brochure.en.print.pdf`))).toContain(
      '/OutputConditionIdentifier (Shop)',
    );
  });
});

it('a theme colour with 400 % of ink', async () => {
  const project = new Project();
  const theme = 'templates/themes/own/theme.json';
  const deep = { $extensions: { etrati: { cmyk: [100, 100, 100, 100] } } };
  project.write(theme, JSON.stringify({ $extensions: { etrati: { extends: 'gza' } }, color: { deep } }, null, 2));
  const { code, stderr } = await project.run([...argv, '--theme', 'own']);
  expect(code).toBe(1);
  expect(stderr).toMatch(/error\[bad-theme-value\].*at most|error\[bad-theme-value\].*300 % of ink/);
  expect(stderr).toMatch(new RegExp(`--> ${theme}:\\d+:\\d+`));
  expect(project.list('output')).toEqual([]);
});

describe('a folded sheet', () => {
  const folded = ['build', brochure, '--format', 'print', '--lang', 'ka'];

  it.each([
    [
      'running text',
      'data/brochure/brochure.json',
      '"ka": "თემატური სფეროები"',
      /\d+ mm too long for the \d panels for running text of the tri-fold/,
    ],
    [
      'the title of the back',
      'data/brochure/brochure.json',
      '"ka": "კონტაქტი"',
      /\d+ mm too long for the back cover of the tri-fold/,
    ],
  ])('whose text is too long: %s', async (_, file, field, message) => {
    const project = new Project();
    const [name = ''] = field.split(': ');
    project.edit(field, `${name}: "${'ძალიან გრძელი სათაური '.repeat(160).trim()}"`);
    const { code, stderr } = await project.run(folded);
    expect(code).toBe(1);
    expect(stderr).toMatch(/error\[panel-overflow\]/);
    expect(stderr.replace(/\s+/g, ' ')).toMatch(message);
    expect(stderr).toMatch(new RegExp(`--> ${file}:\\d+:\\d+`));
    expect(stderr).toContain('--layout a5-booklet');
    expect(project.list('output')).toEqual([]);
  });

  it('is set smaller before it is refused', async () => {
    const project = new Project();
    const { code, stderr } = await project.run([...folded, '--layout', 'gate-fold']);
    expect(code, stderr).toBe(0);
  });

  it('that no paper can be', async () => {
    const project = new Project();
    const theme = 'templates/themes/own/theme.json';
    const print = { folds: { 'tri-fold': { height: 210, panels: [99, 99, 99] } } };
    project.write(theme, JSON.stringify({ $extensions: { etrati: { extends: 'gza', print } } }, null, 2));
    const { code, stderr } = await project.run([...folded, '--theme', 'own']);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /"panels" must be a sheet that folds: the panel that folds in, 99 mm, must be 1 mm narrower/,
    );
    expect(stderr).toMatch(new RegExp(`--> ${theme}:\\d+:\\d+`));
    expect(project.list('output')).toEqual([]);
  });

  it.each([
    [['--layout', 'letter-fold'], /letter-fold.*tri-fold/s],
    [['--marks', 'some'], /some.*folds/s],
    [['--creep', '2'], /0 to 1/],
  ])('asked for in other words: %j', async (words, message) => {
    const { code, stderr } = await new Project().run([...folded, ...words]);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });

  it('has no sheets to put together', async () => {
    const project = new Project();
    const { diagnostics, ...ran } = await project.runJson([...folded, '--impose', 'saddle']);
    expect([ran.code, diagnostics.map(({ code }) => code)]).toEqual([2, ['impose-no-booklet']]);
    expect(project.list('output')).toEqual([]);
  });
});

describe('a photograph', () => {
  const photo = sharp({ create: { width: 504, height: 300, channels: 3, background: '#c85028' } });

  it('of 72 dpi', async () => {
    const project = new Project();
    project.write('data/brochure/photo.jpg', await photo.clone().jpeg().toBuffer());
    project.edit('route.svg', 'photo.jpg');
    const { code, stderr } = await project.run(argv);
    expect(code).toBe(1);
    expect(stderr).toMatch(/error\[picture-too-coarse\]: .*504 × 300 pixels over 178 mm are 71 ppi/);
    expect(stderr).toMatch(/\| +"src": "photo\.jpg",\n +\| +\^/);
    expect(project.list('output')).toEqual([]);
  });

  it('a little coarse is a warning, which strict counts and the config may allow', async () => {
    const project = new Project();
    project.write('data/brochure/photo.jpg', await photo.clone().resize(1400).jpeg().toBuffer());
    project.edit('route.svg', 'photo.jpg');
    expect((await project.run([...argv, '--strict'])).code).toBe(1);
    project.write(config, JSON.stringify({ allow: [{ code: 'picture-coarse', reason: 'There is no better one.' }] }));
    const { code, stderr } = await project.run([...argv, '--strict']);
    expect(code, stderr).toBe(0);
  });
});
