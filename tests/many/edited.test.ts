/** Themes and templates that people edit while one process makes document after document: a worker, a service, a long batch. */
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { settleOrders } from '../../src/many/asked.ts';
import { SourceHashes } from '../../src/many/hashes.ts';
import { Maker } from '../../src/many/maker.ts';
import { BatchReport } from '../../src/many/report.ts';
import { Staging } from '../../src/staging.ts';
import { packageRoot } from '../../src/world.ts';
import { ManyProject } from './kit.ts';

const order = { number: 1, at: { file: 'list.jsonl', line: 1, column: 1 }, name: 'a', file: 'base.json' } as const;

const titleIn = (page: string) => /<h1[^>]*>(.*?)<\/h1>/s.exec(page)?.[1]?.replaceAll(/<[^>]*>/g, '');

async function made() {
  const project = new ManyProject();
  const settings = await settleOrders({ format: ['html'], lang: ['en'] }, { cwd: project.root, env: {} });
  const maker = new Maker({
    ...{ root: project.root, settings, checkOnly: false },
    destination: { type: 'folder', folder: path.join(project.root, 'output') },
  });
  onTestFinished(() => {
    vi.restoreAllMocks();
    maker.close();
  });
  const make = async (before?: Awaited<ReturnType<typeof maker.make>>) => {
    const done = await maker.make({ order, before });
    expect(done.diagnostics).toEqual([]);
    return { ...done, text: project.read('output/a.en.html') };
  };
  return { project, make };
}

it('are those of the moment, and a document is unchanged only where they are', async () => {
  const { project, make } = await made();
  const first = await make();
  expect((await make(first)).isUnchanged).toBe(true);
  const template = 'templates/document/document.hbs';
  const ours = readFileSync(path.join(packageRoot, template), 'utf8');
  for (const file of ['messages.en.json', 'messages.ka.json'])
    project.write(`templates/document/${file}`, readFileSync(path.join(packageRoot, 'templates/document', file)));
  project.write(template, ours.replace('title=title', 'title=description'));
  const own = await make(first);
  expect([own.isUnchanged, titleIn(own.text)]).toEqual([undefined, 'A notice of the coast guard.']);
  project.write(template, ours.replace('title=title', 'title=author'));
  const other = await make(own);
  expect([other.isUnchanged, titleIn(other.text)]).toEqual([undefined, 'The coast guard']);
  rmSync(path.join(project.root, 'templates'), { recursive: true });
  const again = await make(other);
  expect([again.text, again.inputs]).toEqual([first.text, first.inputs]);
});

it('are read again where they are written while a document is made', async () => {
  const { project, make } = await made();
  project.write(
    'templates/themes/gza/theme.json',
    readFileSync(path.join(packageRoot, 'templates/themes/gza/theme.json')),
  );
  const before = await make();
  const stampsOf = SourceHashes.prototype.stampsOf;
  const edit = (text: string) => project.write('templates/themes/gza/theme.json', text);
  let calls = 0;
  vi.spyOn(SourceHashes.prototype, 'stampsOf').mockImplementation(function (this: SourceHashes, sources) {
    calls += 1;
    // The second call is after the first of the builds.
    if (calls === 2) edit(readFileSync(path.join(packageRoot, 'templates/themes/tsqnari/theme.json'), 'utf8'));
    return stampsOf.call(this, sources);
  });
  const after = await make();
  expect([calls, after.text === before.text, after.inputs === before.inputs]).toEqual([4, false, false]);
  expect((await make(after)).isUnchanged).toBe(true);
  // A file that never rests: what came of it is made again by whoever resumes.
  vi.mocked(SourceHashes.prototype.stampsOf).mockImplementation(function (this: SourceHashes, sources) {
    calls += 1;
    edit(`${readFileSync(path.join(packageRoot, 'templates/themes/gza/theme.json'), 'utf8')}${' '.repeat(calls)}`);
    return stampsOf.call(this, sources);
  });
  expect((await make()).inputs).toBe('');
});

it('may be edited while the files of a document are put away: it is not taken for one of the new ones', async () => {
  const { project, make } = await made();
  const theme = 'templates/themes/gza/theme.json';
  const shipped = (name: string) => readFileSync(path.join(packageRoot, `templates/themes/${name}/theme.json`));
  project.write(theme, shipped('gza'));
  await make();
  const commit = Staging.prototype.commit;
  vi.spyOn(Staging.prototype, 'commit').mockImplementationOnce(function (this: Staging) {
    project.write(theme, shipped('tsqnari'));
    return commit.call(this);
  });
  const old = await make();
  const next = await make(old);
  expect([next.isUnchanged, next.text === old.text]).toEqual([undefined, false]);
});

describe('a batch whose files are edited while it runs', () => {
  const theme = 'templates/themes/own/theme.json';
  const themed = (ink: string) =>
    JSON.stringify({
      $extensions: { etrati: { extends: 'gza', title: 'Own' } },
      color: { $type: 'color', clay: { $value: ink } },
    });

  async function edited(edit: (project: ManyProject) => void, ...argv: readonly string[]) {
    const project = new ManyProject();
    project.write(theme, themed('#A8451E'));
    const names = Array.from({ length: 40 }, (_, index) => ({ name: `a${index}`, patch: {} }));
    project.write('list.jsonl', names.map((each) => JSON.stringify(each)).join('\n'));
    const add = BatchReport.prototype.add;
    let count = 0;
    vi.spyOn(BatchReport.prototype, 'add').mockImplementation(function (this: BatchReport, outcome) {
      count += 1;
      if (count === 1) edit(project);
      return add.call(this, outcome);
    });
    const options = ['--format', 'txt', '--lang', 'en', '--theme', 'own', '--jobs', '1', ...argv];
    const first = await project.batch('list.jsonl', ...options);
    vi.restoreAllMocks();
    return { project, first, again: () => project.batch('list.jsonl', ...options, '--resume') };
  }

  it('is told of it, and mended by --resume', async () => {
    const { first, again } = await edited((project) => project.write(theme, themed('#A8451F')));
    expect([first.code, first.stderr]).toEqual([
      0,
      expect.stringMatching(
        /warning\[changed-meanwhile\]: \d+ documents? w\w+ made before "templates\/themes\/own\/theme.json" changed/,
      ),
    ]);
    const second = await again();
    const made = second.outcomes.filter(({ status }) => status === 'done').length;
    expect(first.stderr).toContain(`${made} document`);
    expect(made).toBeLessThan(40);
    expect(second.stderr).not.toContain('changed-meanwhile');
  });

  it('fails where warnings are errors', async () => {
    const { first } = await edited((project) => project.write(theme, themed('#A8451F')), '--strict');
    expect([first.code, first.stderr]).toEqual([1, expect.stringContaining('changed-meanwhile')]);
  });

  it('is told nothing where all is as it was', async () => {
    const { first } = await edited((project) => project.write(theme, themed('#A8451E')));
    expect([first.code, first.stderr]).toEqual([0, expect.not.stringContaining('changed-meanwhile')]);
  });
});
