/** A thread of `pool.ts`: builds one file after another, with an engine of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import { createEngine } from '../compile.ts';
import type { Answer, Task, ThreadData } from './pool.ts';
import { besideIn } from './settings.ts';

const { root, env, settings }: ThreadData = workerData;
const engine = createEngine({ root, env });
const options = { ...settings, beside: besideIn(root, settings.out) };

parentPort?.on('message', async (task: Task) => {
  parentPort?.postMessage(await answer(task));
});

async function answer({ file, formats = options.formats }: Task): Promise<Answer> {
  try {
    return { result: await engine.build(file, { ...options, formats }) };
  } catch (error) {
    return { bug: error instanceof Error ? error.message : String(error) };
  }
}
