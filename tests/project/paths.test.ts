/** Templates and themes by path, and themes that extend ours. */
import { cpSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/index.ts';
import { packageRoot } from '../../src/world.ts';
import { brochure, Project } from '../cli/project.ts';

const html = ['build', brochure, '--format', 'html', '--lang', 'en'];

function withCopies(): Project {
  const project = new Project();
  for (const [from, to] of [
    ['templates/brochure', 'own/plan'],
    ['templates/themes/gza', 'own/look'],
  ] as const)
    cpSync(path.join(packageRoot, from), path.join(project.root, to), { recursive: true });
  return project;
}

describe('--template and --theme by path', () => {
  it.each([
    ['own/plan', 'own/look'],
    ['./own/plan/document.hbs', 'own/look/theme.json'],
    ['own/../own/plan/', './own/look/'],
  ])('%s, %s', async (template, theme) => {
    const project = withCopies();
    project.write(
      'own/plan/document.hbs',
      project.read('own/plan/document.hbs').replace('id="contact"', 'id="kontakt"'),
    );
    project.write('own/look/theme.json', project.read('own/look/theme.json').replaceAll('#A8451F', '#A8451E'));
    const theirs = await project.run([...html, '--template', template, '--theme', theme]);
    expect(theirs.code).toBe(1);
    expect(theirs.stderr).toContain('--> own/look/theme.json:');
    const { code, stderr } = await project.run([...html, '--template', template]);
    expect(code, stderr).toBe(0);
    expect(project.read('output/brochure.en.html')).toContain('id="kontakt"');
  });

  it('also absolute, if it lies in the project', async () => {
    const project = withCopies();
    const theme = path.join(project.root, 'own/look/theme.json');
    expect((await project.run([...html, '--theme', theme])).code).toBe(0);
  });
});

describe('a theme that extends ours', () => {
  const theme = (own: object) => JSON.stringify({ $extensions: { etrati: { extends: 'gza', title: 'Own' } }, ...own });
  const clay = (value: object) => ({ color: { clay: { $value: { colorSpace: 'srgb', ...value } } } });

  it('is ours but for what it says', async () => {
    const project = new Project();
    project.write('templates/themes/own/theme.json', theme(clay({ components: [0.1059, 0.4196, 0.2902] })));
    const built = await project.run([...html, '--theme', 'own']);
    expect(built.code, built.stderr).toBe(0);
    const written = () => project.read('output/brochure.en.html').replace(/'sha256-.*?'|&#39;sha256-.*?&#39;/, '');
    const own = written();
    await project.run(html);
    expect(own.includes('#1B6B4A')).toBe(true);
    // Not toBe of the texts: they are long.
    expect(own.replaceAll('1B6B4A', 'A8451F') === written()).toBe(true);
  });

  it('says what is wrong at its own places', async () => {
    const project = new Project();
    project.write('templates/themes/own/theme.json', theme(clay({ components: [1, 1, 0.9] })));
    const engine = createEngine({ root: project.root });
    const found = await engine.validate(brochure, { theme: 'own' });
    expect(found).not.toEqual([]);
    for (const { at } of found) expect(at).toMatchObject({ file: 'templates/themes/own/theme.json', line: 1 });
  });

  it.each(['gzaa', '../themes/gza', 'own', '__proto__', 7])('is refused where it extends %j', async (base) => {
    const project = new Project();
    project.write('templates/themes/own/theme.json', JSON.stringify({ $extensions: { etrati: { extends: base } } }));
    const found = await createEngine({ root: project.root }).validate(brochure, { theme: 'own' });
    expect(found).toMatchObject([{ code: 'unknown-theme', at: { file: 'templates/themes/own/theme.json', line: 1 } }]);
    expect(found[0]?.hints.join()).toContain('gza');
  });
});

describe('sources and invalidate', () => {
  it('tell what a document was made from, and read only that anew', async () => {
    const project = withCopies();
    const engine = createEngine({ root: project.root });
    const options = { formats: ['html'], languages: ['en'], template: 'own/plan', theme: 'own/look' } as const;
    const { sources } = await engine.build(brochure, options);
    for (const file of [
      brochure,
      'data/brochure/route.svg',
      'own/plan/document.hbs',
      'own/plan/partials/figure.hbs',
      'own/look/theme.json',
    ])
      expect(sources).toContain(file);
    expect((await engine.build(brochure, options)).sources).toEqual(sources);

    project.write('own/plan/partials/figure.hbs', '{{broken');
    project.write('own/look/theme.json', '[]');
    expect((await engine.build(brochure, options)).diagnostics).toEqual([]);
    engine.invalidate(['own/plan/partials/figure.hbs', 'none']);
    const { diagnostics } = await engine.build(brochure, options);
    expect(new Set(diagnostics.map(({ at }) => at?.file))).toEqual(new Set(['own/plan/partials/figure.hbs']));
  });

  it('are known for what is not there yet', async () => {
    const project = new Project();
    project.edit('"route.svg"', '"none.svg"');
    const { sources, diagnostics } = await createEngine({ root: project.root }).build(brochure);
    expect(diagnostics).toMatchObject([{ code: 'file-missing' }]);
    expect(sources).toContain('data/brochure/none.svg');
  });

  it('are known for templates and themes of ours that the project may come to have', async () => {
    const { sources } = await createEngine({ root: new Project().root }).build(brochure, { formats: ['html'] });
    expect(sources).toEqual(
      expect.arrayContaining(['templates/brochure/document.hbs', 'templates/themes/gza/theme.json']),
    );
  });
});
