/** Themes and templates that people edit while one process makes document after document: a worker, a service, a long batch. */
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { settleOrders } from '../../src/many/asked.ts';
import { SourceHashes } from '../../src/many/hashes.ts';
import { Maker } from '../../src/many/maker.ts';
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
