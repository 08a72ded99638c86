/** A document that never ends holds nobody up: its thread is ended, and it is reported at its place. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import type { Outcome } from '../../src/many/outcome.ts';
import { built } from '../queue/redis.ts';
import { broken } from './broken.ts';
import { ManyProject } from './kit.ts';

built();

const { NODE_OPTIONS: _, ...env } = process.env;
const list = Array.from({ length: 4 }, () => '{"patch":{}}\n').join('');

function run(project: ManyProject, argv: readonly string[]) {
  return spawnSync(process.execPath, argv, { cwd: project.root, encoding: 'utf8', env, timeout: 60_000 });
}

it.each(['option', 'config'])('in a batch, by the %s', (by) => {
  const project = new ManyProject();
  project.write('list.jsonl', list);
  if (by === 'config') project.write('etrati.config.json', '{"timeout":1}');
  const dist = broken(project, 'while (task.order.number === 2);');
  const { status, stderr } = run(project, [
    ...[path.join(dist, 'cli.cjs'), 'batch', 'list.jsonl', '--base', 'base.json', '--format', 'txt', '--jobs', '1'],
    ...(by === 'option' ? ['--timeout', '1'] : []),
  ]);
  const outcomes = project.read('output/batch.jsonl').trimEnd().split('\n');
  const found = outcomes.map((line): Outcome => JSON.parse(line));
  expect([status, found.map((each) => each.status)]).toEqual([1, ['done', 'failed', 'done', 'done']]);
  expect(found[1]?.diagnostics).toMatchObject([
    {
      code: 'record-stopped',
      at: { file: 'list.jsonl', line: 2 },
      message: 'The work on this record was ended: it took longer than 1 second.',
      hints: [expect.stringContaining('--timeout')],
    },
  ]);
  expect(stderr).toContain('list.jsonl:2');
});

it('in a batch of the library, which makes one document at a time', () => {
  const project = new ManyProject();
  const dist = broken(project, "while (task.options.name === 'b');", 'worker.js');
  const script = `
    import { createEngine } from '${pathToFileURL(path.join(dist, 'index.js')).href}';
    const engine = createEngine({ root: process.cwd() });
    const records = ['a', 'b', 'c'].map((name) => ({ file: 'base.json', name }));
    for await (const { result, failure } of engine.batch(records, { formats: ['txt'], languages: ['en'], timeout: 1 }))
      console.log(failure?.message ?? result.outputs.map(({ name }) => name).join());`;
  project.write('batch.mjs', script);
  const { stdout, stderr } = run(project, ['batch.mjs']);
  const each = ['a.en.txt', 'the work on base.json was ended: it took longer than 1 second', 'c.en.txt'];
  expect([stdout.trimEnd().split('\n'), stderr]).toEqual([each, '']);
}, 90_000);
