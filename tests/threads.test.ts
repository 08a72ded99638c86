/** Threads: what a task may take is counted of warm threads. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { Threads, TooSlow } from '../src/threads.ts';

it('a new thread has time to get warm, a warm one has what is asked for', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'etrati-threads-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const code = path.join(folder, 'thread.mjs');
  writeFileSync(
    code,
    `import { parentPort } from 'node:worker_threads';
    parentPort.on('message', (time) => setTimeout(() => parentPort.postMessage({ result: time, held: 0 }), time));`,
  );
  const threads = new Threads<number, number>({
    code: pathToFileURL(code),
    threads: 1,
    workerData: null,
    patience: 100,
  });
  onTestFinished(() => threads.close());
  expect(await threads.run(400)).toBe(400);
  await expect(threads.run(400)).rejects.toThrow(TooSlow);
  // In the place of the one that was ended.
  expect(await threads.run(400)).toBe(400);
});
