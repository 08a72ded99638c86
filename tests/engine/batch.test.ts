/** engine.batch: many documents from a stream, in its order, with no more in hand than is asked for. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import { inOrder } from '../../src/flow.ts';
import { base } from '../many/kit.ts';

function engineOf() {
  const root = mkdtempSync(path.join(tmpdir(), 'etrati-batch-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  writeFileSync(path.join(root, 'base.json'), JSON.stringify(base));
  return createEngine({ root, env: {} });
}

it('builds a file, a file with a patch and a whole document; one that fails stops no other', async () => {
  const records = [
    { file: 'base.json', id: 1 },
    { file: 'base.json', name: 'patched', patch: { title: { en: 'Patched' } }, id: 2 },
    { file: 'base.json', name: 'faulty', patch: { date: 'soon' }, id: 3 },
    { file: 'whole.json', data: { ...base, title: { en: 'Whole', ka: 'მთელი' } }, languages: ['ka'], id: 4 },
  ];
  const seen = [];
  for await (const { record, index, result, failure } of engineOf().batch(records, {
    formats: ['html'],
    languages: ['en'],
  })) {
    expect([record.id, failure]).toEqual([index + 1, null]);
    const [first] = result?.diagnostics.filter(({ severity }) => severity === 'error') ?? [];
    seen.push([result?.outputs.map(({ name }) => name), first?.code, first?.at?.path]);
  }
  expect(seen).toEqual([
    [['base.en.html'], undefined, undefined],
    [['patched.en.html'], undefined, undefined],
    [[], 'bad-date', '$.date'],
    [['whole.ka.html'], undefined, undefined],
  ]);
});

it('says what is wrong with a record that is none, and goes on', async () => {
  const records = [
    { data: base },
    null,
    {},
    { file: 'base.json', name: 'count', patch: { keywords: [{ en: 'x', ka: 'ა' }], title: { en: 5n } } },
    { file: 'base.json', patch: { date: 2n ** 80n } },
    { file: 'base.json', formats: ['exe'] },
    { file: 'base.json', name: '../x' },
    { file: 'base.json', name: 'a/b' },
    { file: 'base.json', name: 'x'.repeat(400) },
    { file: 'base.json', name: 'aux' },
    { file: 'base.json' },
  ];
  const seen = [];
  for await (const { result, failure } of engineOf().batch(records as never, {
    formats: ['html'],
    languages: ['en'],
  })) {
    const [first] = result?.diagnostics.filter(({ severity }) => severity === 'error') ?? [];
    seen.push(failure?.message ?? first?.code ?? result?.outputs.map(({ name }) => name));
  }
  expect(seen).toEqual([
    'bad-record',
    'bad-record',
    'bad-record',
    'wrong-type',
    'bad-record',
    'unknown-format',
    'bad-output-name',
    'bad-output-name',
    'bad-output-name',
    'bad-output-name',
    ['base.en.html'],
  ]);
});

it('makes no file twice', async () => {
  const records = [
    { file: 'base.json', name: 'a' },
    { file: 'base.json', name: 'a' },
    { file: 'base.json', name: 'A' },
    { file: 'base.json', name: 'a', languages: ['ka'] },
    { file: 'base.json', name: 'a', editions: ['large' as const] },
    { file: 'base.json', name: 'a.large' },
    { file: 'base.json' },
    { file: 'base.json' },
    // Numbered, as those of a list.
    { file: 'base.json', patch: {} },
    { file: 'base.json', patch: {} },
  ];
  const seen = [];
  for await (const { result } of engineOf().batch(records, { formats: ['html'], languages: ['en'] })) {
    const [first] = result?.diagnostics.filter(({ severity }) => severity === 'error') ?? [];
    seen.push(first === undefined ? result?.outputs.map(({ name }) => name).join() : [first.code, first.at?.file]);
  }
  expect(seen).toEqual([
    'a.en.html',
    ['same-output', 'record 2'],
    ['same-output', 'record 3'],
    'a.ka.html',
    'a.large.en.html',
    ['same-output', 'record 6'],
    'base.en.html',
    ['same-output', 'record 8'],
    'base-9.en.html',
    'base-10.en.html',
  ]);
});

it('takes no more records than are asked for, and ends their source', async () => {
  let [taken, isEnded] = [0, false];
  async function* source() {
    try {
      for (;;) {
        taken += 1;
        yield { file: 'base.json', name: `a${taken}` };
      }
    } finally {
      isEnded = true;
    }
  }
  for await (const { index } of engineOf().batch(source(), { formats: ['html'], languages: ['en'] })) {
    expect(taken).toBe(index + 1);
    if (index === 2) break;
  }
  expect([taken, isEnded]).toEqual([3, true]);
});

it('keeps the order of a stream whichever work is done first, and tells of its fault after what came before', async () => {
  async function* source() {
    yield* [30, 1, 10, 0];
    throw new Error('no more');
  }
  const done: number[] = [];
  let [now, most] = [0, 0];
  const work = async (time: number) => {
    now += 1;
    most = Math.max(most, now);
    await new Promise((resolve) => setTimeout(resolve, time));
    now -= 1;
    return time;
  };
  await expect(async () => {
    for await (const each of inOrder(source(), 3, work)) done.push(each);
  }).rejects.toThrow('no more');
  expect([done, most]).toEqual([[30, 1, 10, 0], 3]);
});
