import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { outlineOf } from '../../src/outline/read.ts';
import { brochure, Project } from './project.ts';

// HTML alone where the format does not matter: it is the quickest.
const quick = ['build', brochure, '--format', 'html'];

describe('build', () => {
  it('writes all formats and languages of all data into output/, and says so on stderr', async () => {
    const project = new Project();
    const { code, stdout, stderr } = await project.run(['build']);
    expect(stderr).toContain('Wrote 6 files to output in ');
    expect([code, stdout]).toEqual([0, '']);
    const files = ['docx', 'html', 'pdf'].flatMap((format) => [`brochure.en.${format}`, `brochure.ka.${format}`]);
    expect(project.list('output')).toEqual(files.sort());
    for (const file of files) expect(stderr).toMatch(new RegExp(`${file} +\\d+\\.\\d kB\n`));
    expect(stderr).toMatch(/No errors, no warnings\.\n$/);
  });

  it('writes what is asked for, where it is asked for', async () => {
    const project = new Project();
    const argv = ['build', `./${brochure}`, brochure, '--format', 'html', '--lang', 'KA', '--out', 'to/here'];
    const { code } = await project.run(argv);
    expect(code).toBe(0);
    expect(project.list('to/here')).toEqual(['brochure.ka.html']);
  });

  it('tells outputs and findings as one JSON object on stdout, and nothing on stderr', async () => {
    const project = new Project();
    project.write('output/brochure.ka.html', 'built before');
    const { code, stdout, stderr } = await project.run([...quick, '--lang', 'en', '--diagnostics', 'json']);
    expect([code, stderr]).toEqual([0, '']);
    const size = project.read('output/brochure.en.html').length;
    const output = { file: 'output/brochure.en.html', source: brochure, format: 'html', lang: 'en' };
    expect(JSON.parse(stdout)).toMatchObject({ diagnostics: [], outputs: [output] });
    expect(JSON.parse(stdout).outputs[0].size).toBeGreaterThanOrEqual(size);
  });

  it('gives the same bytes again', async () => {
    const project = new Project();
    await project.run([...quick, '--out', 'one']);
    await project.run([...quick, '--out', 'two']);
    expect(project.read('one/brochure.ka.html')).toBe(project.read('two/brochure.ka.html'));
  });

  it('uses a template and a theme of the project itself', async () => {
    const project = new Project();
    project.editTemplate('<section id="contact">', '<section id="kontakt">');
    const { code, stderr } = await project.run([...quick, '--lang', 'en']);
    expect(code, stderr).toBe(0);
    expect(project.read('output/brochure.en.html')).toContain('id="kontakt"');
  });
});

describe('a file of data/ that leads out of the project', () => {
  it('is an error of its own: the others are built', async () => {
    const project = new Project();
    const outside = path.join(project.root, '..', `${path.basename(project.root)}.json`);
    writeFileSync(outside, '{}');
    onTestFinished(() => rmSync(outside));
    symlinkSync(outside, path.join(project.root, 'data/brochure/out.json'));
    const { code, stderr } = await project.run(['build', '--format', 'html']);
    expect(stderr).toContain(
      'error[file-outside]: "data/brochure/out.json" is outside the project folder: it is a link',
    );
    expect([code, project.list('output')]).toEqual([2, ['brochure.en.html', 'brochure.ka.html']]);
    const named = await project.run(['build', 'data/brochure/out.json', '--format', 'html']);
    expect(named.code).not.toBe(0);
  });
});

describe('one language of two', () => {
  const lone = ['build', brochure, '--lang', 'ka'];

  it('links to no edition that is not there, and does not speak of what was chosen', async () => {
    const project = new Project();
    const { code, stdout } = await project.run([...lone, '--diagnostics', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).diagnostics).toEqual([]);
    for (const format of ['html', 'docx', 'pdf'] as const) {
      const outline = await outlineOf(readFileSync(path.join(project.root, `output/brochure.ka.${format}`)), format);
      expect(JSON.stringify(outline)).not.toContain(`brochure.en.${format}`);
      expect(JSON.stringify(outline)).not.toContain('English');
    }
    expect(project.read('output/brochure.ka.html')).not.toContain('brochure.en');
  });

  it('links to the edition that was built before', async () => {
    const project = new Project();
    await project.run(['build', brochure, '--lang', 'en']);
    const { stderr } = await project.run(lone);
    expect(stderr).toMatch(/No errors, no warnings\.\n$/);
    for (const format of ['html', 'docx', 'pdf'] as const) {
      const outline = await outlineOf(readFileSync(path.join(project.root, `output/brochure.ka.${format}`)), format);
      expect(JSON.stringify(outline)).toContain(`brochure.en.${format}`);
    }
  });
});

describe('a failed build', () => {
  it('keeps the old files of its document, and writes the others', async () => {
    const project = new Project();
    project.write('data/brochure/other.json', project.read(brochure));
    project.edit('"title"', '"titel"');
    for (const lang of ['ka', 'en']) project.write(`output/brochure.${lang}.html`, 'old');
    const { code, stderr } = await project.run(['build', '--format', 'html']);
    expect(code).toBe(1);
    expect(stderr).toContain('Wrote nothing for data/brochure/brochure.json; older files there are unchanged.');
    expect(project.list('output')).toEqual(
      ['ka', 'en'].flatMap((l) => [`brochure.${l}.html`, `other.${l}.html`]).sort(),
    );
    expect(project.read('output/brochure.ka.html')).toBe('old');
    expect(project.read('output/brochure.en.html')).toBe('old');
    expect(project.read('output/other.en.html')).toContain('<html');
  });

  it('keeps the old files where one of the new cannot be written, and leaves nothing beside', async () => {
    const project = new Project();
    project.write('output/brochure.ka.html', 'old');
    mkdirSync(path.join(project.root, 'output/brochure.en.html'));
    const { code, stderr } = await project.run(quick);
    expect(code).toBe(2);
    expect(stderr).toMatch(/cannot-write.*brochure\.en\.html.*it is a folder/);
    expect(project.list('output')).toEqual(['brochure.en.html', 'brochure.ka.html']);
    expect(project.read('output/brochure.ka.html')).toBe('old');
  });

  it('ends with 2 where the folder is a file', async () => {
    const project = new Project();
    project.write('taken', '');
    const { code, stderr } = await project.run([...quick, '--out', 'taken']);
    expect(code).toBe(2);
    expect(stderr).toContain('cannot-write');
  });

  it.each(['brochure.json', 'BROCHURE.json'])(
    'writes nothing where two inputs would write one file: %s',
    async (name) => {
      const project = new Project();
      project.write(`data/more/${name}`, project.read(brochure));
      const { code, stderr } = await project.run(['build', brochure, `data/more/${name}`]);
      expect(code).toBe(2);
      expect(stderr).toContain('same-output');
      expect(stderr).toContain(`"data/more/${name}" would write the same files`);
      expect(project.list('output')).toEqual([]);
    },
  );

  it('counts warnings under --strict only', async () => {
    const project = new Project();
    project.edit('"Support to secure borders and', '"Support to secure borders - and');
    const strict = await project.run([...quick, '--strict']);
    expect(strict.code).toBe(1);
    expect(strict.stderr).toMatch(/^warning\[hyphen-as-dash\]/);
    expect(strict.stderr).toMatch(/Wrote nothing for .*\nFound 1 warning \(strict: warnings count as errors\)\.\n$/);
    expect(project.list('output')).toEqual([]);
    const lenient = await project.run(quick);
    expect(lenient.code).toBe(0);
    expect(lenient.stderr).toMatch(/Found 1 warning\.\n$/);
    expect(project.list('output')).toHaveLength(2);
  });
});

describe('streams', () => {
  const failing = ['validate', 'data/none.json'];

  it('are without colour in a pipe, and where NO_COLOR asks for it', async () => {
    const project = new Project();
    expect((await project.run(failing)).stderr).not.toContain('\u001B');
    expect((await project.run(failing, { NO_COLOR: '1', FORCE_COLOR: '1' }, true)).stderr).not.toContain('\u001B[3');
  });

  it('have colour on a terminal, and where FORCE_COLOR asks for it', async () => {
    const project = new Project();
    expect((await project.run(failing, {}, true)).stderr).toContain('\u001B[31m');
    expect((await project.run(failing, { FORCE_COLOR: '1' })).stderr).toContain('\u001B[31m');
    expect((await project.run(failing, { TERM: 'dumb' }, true)).stderr).not.toContain('\u001B');
  });

  it('show progress on a terminal only, and take it away again', async () => {
    const project = new Project();
    const watched = await project.run(['validate', brochure], {}, true);
    expect(watched.stderr).toContain(`\r\u001B[2K${brochure} (1 of 1) …\r\u001B[2K`);
    expect((await project.run(['validate', brochure])).stderr).not.toContain('…');
  });
});

describe('outline', () => {
  it.each(['pdf', 'docx', 'html'])('reads a %s back', async (format) => {
    const project = new Project();
    await project.run(['build', brochure, '--format', format, '--lang', 'en']);
    const file = `output/brochure.en.${format}`;
    const text = await project.run(['outline', file]);
    expect(text, text.stderr).toMatchObject({ code: 0, stderr: '' });
    expect(text.stdout).toMatch(/^language en/);
    expect(text.stdout).toMatch(/^heading 1 /m);
    const json = await project.run(['outline', file, '--json']);
    expect(JSON.parse(json.stdout)).toMatchObject({ lang: expect.stringMatching(/^en/) });
  });

  it('refuses a damaged file with 1 and without a stack', async () => {
    const project = new Project();
    project.write('damaged.pdf', '%PDF-1.7 no');
    const { code, stdout, stderr } = await project.run(['outline', 'damaged.pdf']);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^error\[/);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});
