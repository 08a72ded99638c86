/** `etrati theme`: from one or two colours to a theme that documents are built in. */
import { describe, expect, it } from 'vitest';
import { brochure, Project } from '../cli/project.ts';

describe('etrati theme', () => {
  it('makes a theme that nothing is wrong with, and says which colour could not stay', async () => {
    const project = new Project();
    const made = await project.run(['theme', 'ours', '--color', '#0b5d3b', '--color', 'FFE600']);
    expect(made.code, made.stderr).toBe(0);
    expect(made.stderr).toMatch(
      /#FFE600 is too light for what is drawn in it: #[0-9A-F]{6} is used in its place \(lightness 92 % → \d\d %\)\./,
    );
    expect(made.stderr).not.toContain('#0B5D3B is');
    const theme = JSON.parse(project.read('templates/themes/ours/theme.json')) as {
      color: Record<string, { $value: string }>;
    };
    expect(theme.color.field?.$value).toBe('#0B5D3B');
    const built = await project.run(['build', brochure, '--theme', 'ours', '--format', 'html,print', '--lang', 'en']);
    expect(built.code, built.stderr).toBe(0);
    expect(built.stderr).not.toMatch(/^error|ink-computed|low-contrast/m);
    expect(project.read('output/brochure.en.html')).toContain('#0B5D3B');
  }, 120_000);

  it.each([
    ['Ours', '#0b5d3b', 'gza', 'small Latin letters'],
    ['../x', '#0b5d3b', 'gza', 'small Latin letters'],
    ['gza', '#0b5d3b', 'gza', 'nothing is replaced'],
    ['ours', 'green', 'gza', 'Write it as in --color "#0B5D3B".'],
    ['ours', '#0b5d3b', 'gzza', 'Did you mean "gza"?'],
  ])('refuses %s, %s, %s', async (name, color, from, hint) => {
    const project = new Project();
    const { code, stderr } = await project.run(['theme', name, '--color', color, '--from', from]);
    expect(code).not.toBe(0);
    expect(stderr).toContain(hint);
    expect(project.list('templates')).toEqual([]);
  });

  it('is written in short; a colour that is none has its place', async () => {
    const project = new Project();
    const theme = (value: string) =>
      JSON.stringify(
        { $extensions: { etrati: { extends: 'gza', title: 'X' } }, color: { $type: 'color', clay: { $value: value } } },
        null,
        2,
      );
    project.write('templates/themes/x/theme.json', theme('#A8451E'));
    expect((await project.runJson(['validate', '--theme', 'x'])).diagnostics).toEqual([]);
    project.write('templates/themes/x/theme.json', theme('#A845'));
    const { diagnostics } = await project.runJson(['validate', '--theme', 'x']);
    expect(diagnostics).toMatchObject([
      {
        code: 'bad-theme-value',
        at: { file: 'templates/themes/x/theme.json', line: 11 },
        message: '"$value" must be a colour such as "#0E2F6B".',
      },
    ]);
  });
});
