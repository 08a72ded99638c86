import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { outlineOf } from '../../src/outline/read.ts';
import { Project, runIn } from '../cli/project.ts';

describe('init', () => {
  it('makes a project that builds at once, without a finding', async () => {
    const project = new Project();
    const made = await project.run(['init', 'my-project']);
    expect(made).toMatchObject({ code: 0, stdout: '' });
    expect(made.stderr).toContain('Next: cd my-project && etrati build');
    const built = await runIn(path.join(project.root, 'my-project'), ['build', '--strict']);
    expect(built.stderr).toMatch(/Wrote 6 files to output[\s\S]*No errors, no warnings\.\n$/);
    expect(built.code).toBe(0);
    const bytes = readFileSync(path.join(project.root, 'my-project/output/my-project.ka.pdf'));
    expect((await outlineOf(bytes, 'pdf')).lang).toBe('ka');
  });

  it('gives what is of the project’s own, and what its files name is there', async () => {
    const project = new Project();
    await project.run(['init', 'mine']);
    for (const file of ['.gitignore', 'README.md', 'templates/brochure/document.hbs'])
      expect(existsSync(path.join(project.root, 'mine', file)), file).toBe(true);
    for (const file of ['etrati.config.json', 'data/brochure/mine.json']) {
      const { $schema } = JSON.parse(project.read(`mine/${file}`)) as { $schema: string };
      const schema = JSON.parse(project.read(path.join('mine', path.dirname(file), $schema))) as { $id: string };
      expect(schema.$id).toMatch(/^urn:etrati:schema:(config|brochure)$/);
    }
    expect(JSON.parse(project.read('mine/data/brochure/mine.json'))).toMatchObject({ languages: ['en', 'ka'] });
    expect(project.read('mine/README.md')).not.toContain('NAME');
    expect(JSON.parse(project.read('mine/etrati.config.json'))).toMatchObject({ theme: 'mine' });
  });

  it('is in the theme and the template of its own, not in ours', async () => {
    const project = new Project();
    await project.run(['init', 'mine']);
    const mine = path.join(project.root, 'mine');
    project.write('mine/templates/brochure/document.hbs', '{{nothing}}');
    const { code, stderr } = await runIn(mine, ['validate']);
    expect(code).toBe(1);
    expect(stderr).toContain('templates/brochure/document.hbs:1');
    project.write('mine/templates/themes/mine/theme.json', '{');
    expect((await runIn(mine, ['validate'])).stderr).toContain('templates/themes/mine/theme.json:1');
  });

  it.each(['.', 'My Project', 'ჩემი'])('takes the folder %j', async (folder) => {
    const project = new Project();
    const inner = path.join(project.root, 'empty');
    mkdirSync(inner);
    expect(await runIn(inner, ['init', folder])).toMatchObject({ code: 0 });
    const name = folder === '.' ? 'empty' : 'project';
    expect(existsSync(path.join(inner, folder, `data/brochure/${name}.json`))).toBe(true);
  });

  it('touches nothing in a folder that is not empty', async () => {
    const project = new Project();
    project.write('taken/.hidden', 'mine');
    const { code, stderr } = await project.run(['init', 'taken']);
    expect([code, project.list('taken')]).toEqual([2, ['.hidden']]);
    expect(stderr).toContain('folder-not-empty');
  });
});
