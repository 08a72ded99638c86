import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { kinds } from '../../src/input/kinds.ts';
import { allLanguages } from '../../src/language/languages.ts';
import { outlineOf } from '../../src/outline/read.ts';
import { packageRoot } from '../../src/world.ts';
import { Project, runIn } from '../cli/project.ts';

/** The texts of data, each in its languages. */
function* textsIn(value: unknown): Generator<readonly string[]> {
  if (typeof value !== 'object' || value === null) return;
  const { ka, en } = value as Record<string, unknown>;
  if (typeof ka === 'string' && typeof en === 'string') yield [ka, en];
  else for (const inner of Object.values(value)) yield* textsIn(inner);
}

describe('init', () => {
  it.each(Object.keys(kinds))(
    'starts a %s that is short and builds at once; print waits for words of one’s own',
    async (kind) => {
      const project = new Project();
      const made = await project.run(['init', 'my-project', '--kind', kind]);
      expect(made).toMatchObject({ code: 0, stdout: '' });
      expect(made.stderr).toContain('Next: cd my-project && etrati build');
      const root = path.join(project.root, 'my-project');
      expect(readFileSync(path.join(root, `data/${kind}/my-project.json`)).byteLength).toBeLessThan(40_000);
      const built = await runIn(root, ['build', '--format', 'html']);
      expect(built.stderr).toMatch(/^warning\[starter-words\]: \d+ texts are still as etrati init wrote them/);
      expect(built.stderr).toMatch(/Wrote 2 files to output[\s\S]*Found 1 warning\.\n$/);
      expect(built.code).toBe(0);
      expect((await outlineOf(readFileSync(path.join(root, 'output/my-project.ka.html')), 'html')).lang).toBe('ka');
      const printed = await runIn(root, ['build', '--format', 'print']);
      expect([printed.code, printed.stderr]).toEqual([1, expect.stringMatching(/^error\[starter-words\]/m)]);
      expect((await runIn(root, ['validate', '--strict'])).code).toBe(1);
    },
  );

  it.each(Object.keys(kinds))('has no text in the start of a %s that is neither a heading nor told', (kind) => {
    const data: unknown = JSON.parse(
      readFileSync(path.join(packageRoot, `templates/starters/${kind}/NAME.json`), 'utf8'),
    );
    const texts = [...textsIn(data)];
    const told = allLanguages.flatMap(({ prose }) => prose.starters);
    const isTold = new RegExp([...told, 'example\\.org'].join('|'), 'iu');
    // One language's example is not told where the other's is a heading.
    for (const both of texts) expect(new Set(both.map((text) => isTold.test(text))).size, both.join(' · ')).toBe(1);
    const sentences = texts.filter(([text = '']) => /[.:]$/.test(text)).filter(([text = '']) => !isTold.test(text));
    expect(sentences).toEqual([]);
  });

  it('asks for the kind where somebody can answer, by number or name', async () => {
    const project = new Project();
    const answers = ['7', 'Report'];
    const asked: string[] = [];
    const ask = async (question: string) => {
      asked.push(question);
      return answers.shift() ?? null;
    };
    const made = await runIn(project.root, ['init', 'asked'], {}, true, { ask });
    expect([made.code, asked.length]).toEqual([0, 2]);
    expect(made.stderr).toContain('Type a number from 1 to 4, or one of the names.');
    expect(existsSync(path.join(project.root, 'asked/data/report/asked.json'))).toBe(true);
    const gone = await runIn(project.root, ['init', 'gone'], {}, true, { ask });
    expect([gone.code, existsSync(path.join(project.root, 'gone'))]).toEqual([2, false]);
  });

  it('knows no other kind', async () => {
    const { code, stderr } = await new Project().run(['init', 'mine', '--kind', 'brochur']);
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/^error\[unknown-kind\][\s\S]*Did you mean "brochure"\?/),
    ]);
  });

  it('gives what is of the project’s own, and what its files name is there', async () => {
    const project = new Project();
    await project.run(['init', 'mine', '--with-template']);
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
    await project.run(['init', 'mine', '--with-template']);
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
