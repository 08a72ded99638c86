/** Rows of the table that are measured in processes that stay: one document after another, in one or on all cores. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { lang } from './material.mjs';
import { etratiWorker, pdfmakeWorker, peerWorker } from './processes.mjs';
import { means } from './report.mjs';

/** @typedef {import('./table.mjs').Row} Row @typedef {import('./processes.mjs').Worker} Worker */

/** Documents that such a process has made before it is measured: of a hundred pages, and of two. */
export const warmUp = { long: 2, short: 20 };

/**
 * One document after another in a process that is warm, as its peer is by then.
 *
 * @param {string} name @param {string} prefix @param {number} runs @param {number} before made before those
 * @param {{ project: string, typst: import('./processes.mjs').Peer | undefined }} where @returns {Row}
 */
export function resident(name, prefix, runs, before, { project, typst }) {
  /** @type {Worker[]} */
  const open = [];
  /** @param {() => Worker} start @param {(variant: number) => string} input */
  const inTurn = (start, input) => {
    /** @type {Worker | undefined} */
    let worker;
    return async (/** @type {number} */ run) => {
      if (worker === undefined) {
        worker = start();
        open.push(worker);
        for (let each = 0; each < before; each += 1) await worker.make(input(runs + each));
      }
      return worker.make(input(run));
    };
  };
  return {
    name,
    peer: 'Typst',
    runs,
    ours: inTurn(
      () => etratiWorker(project, { formats: 'pdf', languages: lang }),
      (variant) => `${prefix}${variant}.json`,
    ),
    theirs: typst
      ? inTurn(
          () => peerWorker(typst),
          (variant) => join(project, `${prefix}${variant}.typ`),
        )
      : null,
    alone: inTurn(pdfmakeWorker, (variant) => treeOf(project, `${prefix}${variant}`)),
    end: () => Promise.all(open.map((worker) => worker.end())),
  };
}

/**
 * Brochures by as many processes as there are cores, all at once; the time of one is that of all, divided by their number.
 *
 * @param {string} name @param {readonly string[]} documents
 * @param {{ project: string, typst: import('./processes.mjs').Peer | undefined, formats: string }} where @returns {Row}
 */
export function onAllCores(name, documents, { project, typst, formats }) {
  const cores = availableParallelism();
  const many = documents.slice(warmUp.short);
  /** @param {() => import('./processes.mjs').Worker} open @param {(document: string) => string} input */
  const inParallel = (open, input) => async () => {
    const workers = Array.from({ length: cores }, open);
    for (const document of documents.slice(0, warmUp.short))
      await Promise.all(workers.map((worker) => worker.make(input(document))));
    const start = performance.now();
    const samples = await Promise.all(
      workers.map(async (worker, index) => {
        const made = [];
        for (const document of many.filter((_, each) => each % cores === index))
          made.push(await worker.make(input(document)));
        return made;
      }),
    );
    const wall = (performance.now() - start) / 1000 / many.length;
    await Promise.all(workers.map((worker) => worker.end()));
    const peak = samples.reduce((sum, made) => sum + Math.max(0, ...made.map((sample) => sample.peak)), 0);
    const { cpu, bytes } = means(samples.flat());
    return { wall, cpu, peak, bytes };
  };
  const ours = () => etratiWorker(project, { formats, languages: lang });
  return {
    name,
    peer: 'Typst',
    runs: 1,
    ours: inParallel(ours, (document) => `${document}.json`),
    theirs: typst
      ? inParallel(
          () => peerWorker(typst),
          (document) => join(project, `${document}.typ`),
        )
      : null,
    alone: inParallel(pdfmakeWorker, (document) => treeOf(project, document)),
  };
}

/** What pdfmake's process is asked for. @param {string} project @param {string} name */
function treeOf(project, name) {
  return `${join(project, `${name}.tree.json`)}\t${join(project, `${name}.alone.pdf`)}`;
}
