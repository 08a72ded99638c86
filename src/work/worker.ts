/** A thread of `pool.ts`: builds one file after another, with an engine of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import { createSharingEngine } from '../compile.ts';
import type { BuiltPart } from '../parts.ts';
import type { Task, ThreadData } from '../pool.ts';
import { heldHere, type ThreadAnswer } from '../threads.ts';
import { besideIn } from './settings.ts';

const { options, out, ...given }: ThreadData = workerData;
const engine = createSharingEngine(given);
const beside = out === null ? undefined : besideIn(given.root, out);

parentPort?.on('message', async (task: Task) => {
  const answer = await answerTo(task);
  const outputs = 'result' in answer ? answer.result.steps.flatMap((step) => step.outputs) : [];
  // Handed over, not copied, where no other bytes are in the same memory.
  const own = outputs.flatMap(({ bytes: { buffer, byteLength } }) =>
    buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [],
  );
  parentPort?.postMessage(answer, [...new Set(own)]);
});

async function answerTo({ file, options: own, share }: Task): Promise<ThreadAnswer<BuiltPart>> {
  try {
    const result = await engine.part(file, { ...options, ...own, beside }, share);
    return { result, held: heldHere() };
  } catch (error) {
    return { bug: error instanceof Error ? error.message : String(error), held: heldHere() };
  }
}
