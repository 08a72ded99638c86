import { rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { brochure, Project } from './project.ts';

const commands = [
  ...[
    'init',
    'build',
    'watch',
    'batch',
    'check',
    'outline',
    'compare',
    'listen',
    'preflight',
    'extract',
    'diff',
    'studio',
    'theme',
    'schema',
  ],
  ...['explain', 'rules', 'doctor'],
];

describe('help and version', () => {
  it('says on stdout how to use it, with examples and exit codes', async () => {
    const { code, stdout, stderr } = await new Project().run(['--help']);
    expect([code, stderr]).toEqual([0, '']);
    for (const word of [...commands, 'Examples:', 'Exit codes:']) expect(stdout).toContain(word);
  });

  it.each(commands)('explains %s', async (command) => {
    const { code, stdout } = await new Project().run([command, '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain(`Usage: etrati ${command}`);
  });

  it('explains a command by the name of help, too', async () => {
    const own = await new Project().run(['check', '--help']);
    for (const name of ['check', 'validate']) expect(await new Project().run(['help', name])).toEqual(own);
    expect(await new Project().run(['help'])).toEqual(await new Project().run(['--help']));
  });

  it('says its version', async () => {
    const { code, stdout } = await new Project().run(['--version']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('wrong usage ends with 2, on stderr, with what was meant', () => {
  it.each<readonly [readonly string[], readonly string[]]>([
    [[], ['Usage: etrati']],
    [
      ['help', 'bulid'],
      ["unknown command 'bulid'", 'Did you mean build?'],
    ],
    [
      ['help', 'nope'],
      ["unknown command 'nope'", 'etrati --help lists all commands'],
    ],
    [['build', '--wrap', '5'], ['from 20 to 1000, or 0']],
    [['build', '--wrap', '1001'], ['from 20 to 1000, or 0']],
    [['bulid'], ["unknown command 'bulid'", 'Did you mean build?']],
    [
      ['build', '--fromat', 'pdf'],
      ["unknown option '--fromat'", 'Did you mean --format?'],
    ],
    [
      ['build', '--format', 'pfd'],
      ['Did you mean "pdf"?', 'Known formats: pdf, docx, html, print, epub, txt, md, brf, pef.'],
    ],
    [['build', '--format', 'pdf,'], ['commas']],
    [['build', '--lang', 'k_a!'], ['language tags']],
    [['build', '--diagnostics', 'xml'], ['human, json']],
    [
      ['build', '--lang', 'ge'],
      ["'ge'", 'such as ka or en'],
    ],
    [
      ['build', '--template', 'broshure'],
      ['unknown-template', 'Did you mean "brochure"?'],
    ],
    [
      ['build', '--template', '../brochure'],
      ['file-outside', '"../brochure/document.hbs" is outside the project folder', 'Put the file into the project'],
    ],
    [['build', '--theme', '/etc/theme.json'], ['file-outside']],
    [
      ['build', '--theme', 'data/brochure'],
      ['file-missing', 'data/brochure/theme.json'],
    ],
    [['build', '--pdf-standard', 'ua-3'], ['ua-1, ua-2']],
    [
      ['build', '--embed-source'],
      ['embed-needs-ua-2', 'PDF/A-2', 'Set the PDF standard to ua-2'],
    ],
    [['init'], ["missing required argument 'folder'"]],
    [
      ['init', 'data'],
      ['folder-not-empty', '"data"', 'new folder'],
    ],
    [['init', brochure], ['folder-unusable']],
    [['extract', 'none.pdf'], ['file-missing']],
    [
      ['build', '--theme', 'gzaa'],
      ['unknown-theme', 'Did you mean "gza"?', 'Known themes: gza, tsqnari.'],
    ],
    [['build', '--theme', '__proto__'], ['unknown-theme']],
    [
      ['build', 'data/none.json'],
      ['file-missing', '"data/none.json"'],
    ],
    [['validate', 'data/none.json'], ['file-missing']],
    [['build', 'data/brochure'], ['not-a-file']],
    [['build', '../elsewhere.json'], ['file-outside']],
    [['outline'], ["missing required argument 'file'"]],
    [['outline', 'none.pdf'], ['file-missing']],
    [
      ['outline', 'data/brochure/brochure.json'],
      ['unknown-format', 'pdf, docx, html'],
    ],
    [
      ['schema', 'broshure'],
      ['unknown-kind', 'Did you mean "brochure"?'],
    ],
    [['schema', '__proto__'], ['unknown-kind']],
    [['schema', 'brochure', 'more'], ['too many arguments']],
  ])('%j', async (argv, said) => {
    const project = new Project();
    const { code, stdout, stderr } = await project.run(argv);
    expect([code, stdout]).toEqual([2, '']);
    for (const words of said) expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(project.list('output')).toEqual([]);
  });

  it('in a folder without data', async () => {
    const project = new Project();
    rmSync(path.join(project.root, 'data'), { recursive: true });
    const { code, stderr } = await project.run(['build']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/no-files.*nothing to build/);
  });

  it('also as JSON, where the command was understood', async () => {
    const { code, diagnostics } = await new Project().runJson(['build', 'data/none.json']);
    expect(code).toBe(2);
    expect(diagnostics).toMatchObject([{ severity: 'error', code: 'file-missing', at: null }]);
  });

  it('spells control characters of an argument out', async () => {
    const { stderr } = await new Project().run(['build', '--\u001B[2J']);
    expect(stderr).toContain('<U+001B>[2J');
    expect(stderr).not.toContain('\u001B');
  });
});

describe('validate', () => {
  it('finds nothing wrong with the brochure, and writes nothing', async () => {
    const project = new Project();
    const ran = await project.run(['validate', brochure]);
    expect(ran).toMatchObject({ code: 0, stdout: '' });
    expect(ran.stderr).toBe('Checked 1 document. No errors, no warnings.\n');
    expect(project.list('.')).toEqual(['data']);
  });
});

describe('schema', () => {
  it.each(['brochure', 'config'])('of %s is JSON Schema on stdout', async (name) => {
    const { code, stdout, stderr } = await new Project().run(['schema', name]);
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({ $schema: expect.stringContaining('json-schema.org'), type: 'object' });
  });
});
