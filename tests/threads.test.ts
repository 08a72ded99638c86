/** Threads: what a task may take is counted of warm threads. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { ThreadLost, Threads, TooSlow } from '../src/threads.ts';

function threadsOf(body: string, patience: number): Threads<number, number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'etrati-threads-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const code = path.join(folder, 'thread.mjs');
  writeFileSync(
    code,
    `import { parentPort } from 'node:worker_threads';
    const answer = (result) => parentPort.postMessage({ result, held: 0 });
    parentPort.on('message', (task) => { ${body} });`,
  );
  const threads = new Threads<number, number>({ code: pathToFileURL(code), threads: 1, workerData: null, patience });
  onTestFinished(() => threads.close());
  return threads;
}

it('a new thread has time to get warm, a warm one has what is asked for', async () => {
  const threads = threadsOf('setTimeout(answer, task, task)', 100);
  expect(await threads.run(400)).toBe(400);
  await expect(threads.run(400)).rejects.toThrow(TooSlow);
  // In the place of the one that was ended.
  expect(await threads.run(400)).toBe(400);
});

it('a task that never ends is given once: another try would take as long again', async () => {
  const threads = threadsOf('if (task < 0) while (true); answer(task)', 300);
  expect(await threads.run(1)).toBe(1);
  const begun = performance.now();
  const hung = threads.run(-1);
  const next = threads.run(2);
  await expect(hung).rejects.toThrow(TooSlow);
  expect(performance.now() - begun).toBeLessThan(5000);
  expect(await next).toBe(2);
});

it('a process that stood still, as a container that is paused, takes no time from its tasks', async () => {
  const threads = threadsOf('setTimeout(answer, 20, task)', 200);
  expect(await threads.run(1)).toBe(1);
  const answer = threads.run(2);
  // Behind what has come: time is looked at next, and only then what else has come.
  await new Promise((resolve) => setImmediate(resolve));
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
  expect(await answer).toBe(2);
});

it('threads that end as they begin are told from tasks that need too much', async () => {
  const broken = threadsOf('process.exit(1)', 1000);
  expect(broken.isSound).toBe(true);
  await expect(broken.run(1)).rejects.toMatchObject({ name: ThreadLost.name, isMemory: false });
  expect(broken.isSound).toBe(false);
  const works = threadsOf('if (task < 0) process.exit(1); answer(task)', 1000);
  await expect(works.run(-1)).rejects.toThrow(ThreadLost);
  expect([works.isSound, await works.run(1), works.isSound]).toEqual([false, 1, true]);
});
