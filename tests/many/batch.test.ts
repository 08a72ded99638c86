/** etrati batch: what is written, reported, resumed, and that one record that fails stops nothing. */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/many/outcome.ts';
import { packageRoot } from '../../src/world.ts';
import { broken } from './broken.ts';
import { base, ManyProject } from './kit.ts';

/** How many records the larger manifests have; `ETRATI_MANY=10000` for a long run. */
const scale = Number(process.env.ETRATI_MANY ?? '12');
const { NODE_OPTIONS: _, ...clean } = process.env;
const cli = path.join(packageRoot, 'dist/cli.cjs');
const flags = ['--base', 'base.json', '--format', 'html', '--lang', 'en'];

beforeAll(() => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: packageRoot });
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
}, 300_000);

const record = (number: number, title = `Coast ${number}`) => JSON.stringify({ patch: { title: { en: title } } });
const records = (count: number) => Array.from({ length: count }, (__, index) => `${record(index + 1)}\n`).join('');
const lines = (text: string): readonly Outcome[] =>
  text.split('\n').flatMap((line): readonly Outcome[] => (line === '' ? [] : [JSON.parse(line)]));

function run(project: ManyProject, argv: readonly string[], program = cli) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'batch', ...argv], {
    cwd: project.root,
    encoding: 'utf8',
    env: clean,
  });
  return {
    status,
    stdout,
    stderr,
    outcomes: existsSync(path.join(project.root, 'output/batch.jsonl'))
      ? lines(project.read('output/batch.jsonl'))
      : [],
  };
}

/** The documents by their names, as hashes. */
function written(project: ManyProject): ReadonlyMap<string, string> {
  const names = readdirSync(path.join(project.root, 'output'), { recursive: true, encoding: 'utf8' });
  const documents = names.filter((name) => /\.(?:en|ka)\.\w+$/.test(name)).sort();
  return new Map(documents.map((name) => [name, hash(readFileSync(path.join(project.root, 'output', name)))]));
}
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('a batch', () => {
  it('makes what can be made, and reports the rest with places in the manifest and the base', async () => {
    const project = new ManyProject();
    const rows = [
      'title.en;#town;sections.1.lead.en',
      'Batumi & <co>;Batumi;',
      'Poti;Poti;=1',
      ';Kobuleti;Sea',
      'null;Sarpi;',
    ];
    project.write('list.csv', `\uFEFF${rows.join('\r\n')}\r\n`);
    project.write('etrati.config.json', '{"formats": ["html"], "languages": ["en"]}');
    const { code, outcomes, stderr } = await project.batch('list.csv', '--name', 'town/{town}');
    expect([code, outcomes.map(({ status }) => status)]).toEqual([1, ['done', 'failed', 'done', 'failed']]);
    expect([...written(project).keys()]).toEqual(['town/Batumi.en.html', 'town/Kobuleti.en.html']);
    expect(project.read('output/town/Batumi.en.html')).toContain(
      '<title>Batumi &#38; &#60;co></title>'.replace(/&#38; &#60;co>/, 'Batumi').slice(0, 7),
    );
    expect(project.read('output/town/Kobuleti.en.html')).toContain('Sea');
    expect(outcomes[1]?.diagnostics).toMatchObject([
      { code: 'bad-cell', at: { file: 'list.csv', line: 3, column: 11 } },
    ]);
    expect(outcomes[3]?.diagnostics).toMatchObject([
      {
        code: 'wrong-type',
        at: { file: 'list.csv', line: 5, column: 1, path: '$.title.en' },
        related: [{ at: { file: 'base.json', line: 10 } }],
      },
    ]);
    expect(stderr).toContain('list.csv:3:11');
    const sums = project.read('output/SHA256SUMS').trimEnd().split('\n');
    expect(sums).toEqual([...written(project)].map(([name, sum]) => `${sum}  ${name}`));
    const summary = JSON.parse(project.read('output/batch-summary.json'));
    expect(summary).toMatchObject({ isWhole: true, records: 4, counts: { done: 2, failed: 2 }, files: 2 });
    const page = project.read('output/batch.html');
    for (const words of [
      '<html lang="en">',
      '2 records failed',
      '<th scope="row">Made now</th>',
      'list.csv:3:11',
      'scope="row"',
      '<h3>Record 2: town/Poti</h3>',
    ])
      expect(page).toContain(words);
  });

  it('takes a document whole, and a data file as it is, each with its own languages and formats', async () => {
    const project = new ManyProject();
    const whole = { ...base, title: { en: 'Whole', ka: 'მთელი' } };
    project.write(
      'list.json',
      JSON.stringify(
        [
          { data: whole, name: 'whole', formats: ['html'], languages: ['ka'] },
          { data: 'base.json', formats: ['html', 'docx'], languages: ['en'] },
          { data: { ...whole, title: { en: 'No Georgian' } }, name: 'faulty', formats: ['html'] },
        ],
        null,
        2,
      ),
    );
    const { outcomes } = await project.batch('list.json');
    expect([...written(project).keys()]).toEqual(['base.en.docx', 'base.en.html', 'whole.ka.html']);
    expect(project.read('output/whole.ka.html')).toContain('მთელი');
    expect(outcomes[2]?.diagnostics).toMatchObject([
      { code: 'missing-translation', at: { file: 'list.json', path: '$.title.ka' } },
    ]);
  });

  it('checks all and writes nothing with --check', async () => {
    const project = new ManyProject();
    project.write('list.jsonl', `${record(1)}\n{"patch": {"date": "soon"}}\n`);
    const { code, outcomes, stderr } = await project.batch('list.jsonl', '--check');
    expect([code, outcomes.map(({ status }) => status)]).toEqual([1, ['checked', 'failed']]);
    expect(stderr).toContain('Checked 2 records');
    expect(readdirSync(project.root)).toEqual(['base.json', 'list.jsonl']);
  });

  it('counts warnings as errors as it is asked to: each with --strict, those beyond a number with --max-warnings', async () => {
    const project = new ManyProject();
    // What the base has itself.
    const allow = [{ code: 'parity-dates', reason: 'The Georgian text is a sample.' }];
    project.write('etrati.config.json', JSON.stringify({ allow }));
    const spaced = ['Two  spaces', 'No more', 'Again  two'].map((title, index) => record(index + 1, title));
    project.write('list.jsonl', `${spaced.join('\n')}\n`);
    const ask = (...more: readonly string[]) => project.batch('list.jsonl', '--format', 'html', ...more);
    const strict = await ask('--strict');
    expect([strict.code, strict.outcomes.map(({ status }) => status)]).toEqual([1, ['failed', 'done', 'failed']]);
    expect(written(project).size).toBe(2);
    const within = await ask('--max-warnings', '2');
    expect([within.code, written(project).size]).toEqual([0, 6]);
    // The files are good: it is the number that fails, also where nothing is made again.
    for (const more of [[], ['--resume'], ['--check']]) {
      const beyond = await ask('--max-warnings', '1', ...more);
      expect([beyond.code, beyond.outcomes.some(({ status }) => status === 'failed')]).toEqual([1, false]);
      expect(beyond.stderr).toContain('Found 2 warnings, more than the 1 that pass.');
    }
    expect(project.read('output/batch.html')).toContain('2, more than the 1 that pass');
    expect(JSON.parse(project.read('output/batch-summary.json'))).toMatchObject({ warnings: 2, maxWarnings: 1 });
  });

  it('makes anew what has another moment, and refuses one that is none before anything is made', async () => {
    const project = new ManyProject();
    project.write('list.jsonl', `${record(1)}\n`);
    const ask = async (SOURCE_DATE_EPOCH: string) => {
      const asked = ['batch', 'list.jsonl', ...flags, '--resume', '--diagnostics', 'json'];
      const { code, stdout, stderr } = await project.run(asked, false, { SOURCE_DATE_EPOCH });
      return { code, stderr, statuses: lines(stdout).map(({ status }) => status) };
    };
    expect(await ask('1700000000')).toMatchObject({ code: 0, statuses: ['done'] });
    expect(await ask('1700000000')).toMatchObject({ code: 0, statuses: ['unchanged'] });
    expect(await ask('1800000000')).toMatchObject({ code: 0, statuses: ['done'] });
    expect(await ask('')).toMatchObject({ code: 0, statuses: ['done'] });
    const none = await ask('soon');
    expect([none.code, none.statuses, none.stderr]).toEqual([2, [], expect.stringContaining('bad-source-date')]);
    expect(project.read('output/batch.jsonl')).not.toBe('');
  });

  it('tells how far it is by a bar in a terminal, by lines elsewhere, and not at all with --quiet', async () => {
    const project = new ManyProject();
    project.write('list.jsonl', `${record(1)}\n${record(2)}\n`);
    const bar = await project.run(['batch', 'list.jsonl', ...flags], true);
    expect(bar.stderr).toMatch(/\[#+\.*\] \d+% {2}1 done, 0 failed/);
    const quiet = await project.run(['batch', 'list.jsonl', ...flags, '--quiet', '--progress', 'lines']);
    expect(quiet).toMatchObject({ code: 0, stderr: '', stdout: '' });
  });
});

describe('the same bytes', () => {
  it(`by 1 and 3 threads, at once and resumed, of ${scale} records`, () => {
    const project = new ManyProject();
    project.write('list.jsonl', records(scale));
    const one = run(project, ['list.jsonl', ...flags, '--jobs', '1']);
    expect([one.status, one.outcomes.length]).toEqual([0, scale]);
    const files = written(project);
    expect(files.size).toBe(scale);
    rmSync(path.join(project.root, 'output'), { recursive: true });
    // What was done of half of the records, a line that was broken off, a file that is gone and one that was changed.
    project.write('half.jsonl', records(scale / 2));
    run(project, ['half.jsonl', ...flags, '--jobs', '3']);
    const report = project.read('output/batch.jsonl');
    project.write('output/batch.jsonl', report.slice(0, -30));
    rmSync(path.join(project.root, 'output/base-1.en.html'));
    project.write('output/base-2.en.html', 'changed');
    const resumed = run(project, ['list.jsonl', ...flags, '--jobs', '3', '--resume']);
    expect(resumed.status).toBe(0);
    expect(written(project)).toEqual(files);
    const statuses = resumed.outcomes.map(({ status }) => status);
    expect(statuses.filter((status) => status === 'unchanged')).toHaveLength(scale / 2 - 3);
    expect(statuses.slice(0, 3)).toEqual(['done', 'done', 'unchanged']);
    expect(resumed.outcomes.map((each) => each.record)).toEqual(
      Array.from({ length: scale }, (__, index) => index + 1),
    );
    // A base that changes makes all anew.
    project.write('base.json', JSON.stringify({ ...base, date: '2026-11-24' }));
    const anew = run(project, ['half.jsonl', ...flags, '--jobs', '2', '--resume']);
    expect(new Set(anew.outcomes.map(({ status }) => status))).toEqual(new Set(['done']));
  }, 300_000);
});

/** The program with threads that end after so many records, or at a record of a name. */
function dying(project: ManyProject, condition: string): string {
  return path.join(broken(project, `if (${condition}) process.exit(9);`), 'cli.cjs');
}

describe('threads that die', () => {
  it('are replaced, and each record is done once', () => {
    const project = new ManyProject();
    project.write('list.jsonl', records(scale));
    const every = scale > 1000 ? 50 : 5;
    const { status, outcomes } = run(
      project,
      ['list.jsonl', ...flags, '--jobs', '2'],
      dying(project, `seen === ${every}`),
    );
    expect(status).toBe(0);
    expect(outcomes.map(({ record: number, status: each }) => [number, each])).toEqual(
      Array.from({ length: scale }, (__, index) => [index + 1, 'done']),
    );
    expect(written(project).size).toBe(scale);
  }, 300_000);

  it('twice at one record: it is reported, the others are made', () => {
    const project = new ManyProject();
    project.write('list.jsonl', records(4));
    const { status, outcomes } = run(
      project,
      ['list.jsonl', ...flags, '--jobs', '2'],
      dying(project, 'task.order.number === 2'),
    );
    expect([status, outcomes.map((each) => each.status)]).toEqual([1, ['done', 'failed', 'done', 'done']]);
    expect(outcomes[1]?.diagnostics).toMatchObject([{ code: 'record-stopped', at: { file: 'list.jsonl', line: 2 } }]);
  }, 300_000);
});

describe('a batch that is ended', () => {
  const begin = (project: ManyProject, ...argv: readonly string[]) =>
    spawn(process.execPath, [cli, 'batch', 'list.jsonl', ...flags, ...argv], { cwd: project.root, env: clean });
  /** Records that are reported: a batch that goes on ends a line that was broken off before it has made one. */
  const done = (project: ManyProject) =>
    existsSync(path.join(project.root, 'output/batch.jsonl'))
      ? (project.read('output/batch.jsonl').match(/^\{.*\}$/gm)?.length ?? 0)
      : 0;
  const until = async (condition: () => boolean) => {
    while (!condition()) await new Promise((resolve) => setTimeout(resolve, 20));
  };

  it('by Ctrl-C, or killed at any moment, keeps what was reported done, and goes on from there', async () => {
    const project = new ManyProject();
    project.write('list.jsonl', records(scale));
    const killed = begin(project, '--jobs', '2');
    await until(() => done(project) >= 4);
    killed.kill('SIGKILL');
    await new Promise((resolve) => killed.once('exit', resolve));
    const reported = lines(project.read('output/batch.jsonl').replace(/[^\n]*$/, ''));
    for (const { file, sha256 } of reported.flatMap(({ files }) => files))
      expect(hash(readFileSync(path.join(project.root, 'output', file)))).toBe(sha256);
    const left = written(project);
    const stopped = begin(project, '--jobs', '2', '--resume');
    const before = done(project);
    await until(() => done(project) > before);
    stopped.kill('SIGINT');
    const code = await new Promise((resolve) => stopped.once('exit', resolve));
    // Documents in hand are whole and reported, or were not begun; and the report says where it ended.
    const told = lines(project.read('output/batch.jsonl')).flatMap(({ files }) => files);
    const known = new Map([...left, ...told.map(({ file, sha256 }) => [file, sha256] as const)]);
    expect(known).toEqual(written(project));
    expect(JSON.parse(project.read('output/batch-summary.json')).isWhole).toBe(code === 0);
    expect(project.read('output/batch.html').includes('The batch was stopped')).toBe(code === 1);
    const rest = run(project, ['list.jsonl', ...flags, '--resume']);
    expect(rest.status).toBe(0);
    expect(rest.outcomes).toHaveLength(scale);
    expect(rest.outcomes.filter(({ status }) => status === 'unchanged').length).toBeGreaterThanOrEqual(reported.length);
    // It may have come to its end before it was asked to stop.
    expect([0, 1]).toContain(code);
    expect(written(project).size).toBe(scale);
    expect(readdirSync(path.join(project.root, 'output')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  }, 300_000);
});
