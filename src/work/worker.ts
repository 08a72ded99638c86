/** A thread of `pool.ts`: builds one file after another, with an engine of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import { createEngine } from '../compile.ts';
import type { BuildResult } from '../engine.ts';
import type { Task, ThreadData } from '../pool.ts';
import { heldHere, type ThreadAnswer } from '../threads.ts';
import { besideIn } from './settings.ts';

const { options, out, ...given }: ThreadData = workerData;
const engine = createEngine(given);
const beside = out === null ? undefined : besideIn(given.root, out);

parentPort?.on('message', async (task: Task) => {
  const answer = await answerTo(task);
  const outputs = 'result' in answer ? answer.result.outputs : [];
  // Handed over, not copied, where no other bytes are in the same memory.
  const own = outputs.flatMap(({ bytes: { buffer, byteLength } }) =>
    buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [],
  );
  parentPort?.postMessage(answer, [...new Set(own)]);
});

async function answerTo({ file, options: own }: Task): Promise<ThreadAnswer<BuildResult>> {
  try {
    const result = await engine.build(file, { ...options, ...own, beside });
    return { result, held: heldHere() };
  } catch (error) {
    return { bug: error instanceof Error ? error.message : String(error), held: heldHere() };
  }
}
