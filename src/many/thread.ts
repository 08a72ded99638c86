/** A thread that makes the documents of records. */
import { parentPort, workerData } from 'node:worker_threads';
import { heldHere, type ThreadAnswer } from '../threads.ts';
import type { MadeRecord } from './made.ts';
import { Maker, type MakeTask } from './maker.ts';

const maker = new Maker(workerData);

parentPort?.on('message', async (task: MakeTask) => {
  parentPort?.postMessage(await answerTo(task));
});

async function answerTo(task: MakeTask): Promise<ThreadAnswer<MadeRecord>> {
  try {
    return { result: await maker.make(task), held: heldHere() };
  } catch (error) {
    return { bug: error instanceof Error ? error.message : String(error), held: heldHere() };
  }
}
