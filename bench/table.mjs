/** The table of the README: texts of 3 to 1,000 pages, many brochures, Word, and `--version`, each beside what else makes it. */
import { stat, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { veraPdf } from '../conformance/judges/verapdf.mjs';
import { lang, makePeerInputs, makeVersions } from './material.mjs';
import { coldEtrati, coldNode, coldPeer, etratiWorker, peerWorker } from './processes.mjs';
import { ratios, say, summary } from './report.mjs';
import { textDocument, typstText } from './texts.mjs';

/**
 * @typedef {import('./processes.mjs').Sample} Sample
 * @typedef {{ name: string, peer: string, runs: number, ours: (run: number) => Promise<Sample>, theirs: ((run: number) => Promise<Sample>) | null,
 *   end?: () => Promise<unknown>, files?: (run: number) => { ours: string, theirs: string } }} Row
 */

/** Documents that a resident process has made before it is measured. */
const warmUp = 2;

/**
 * Measures all rows; each has its turns, ours and theirs. A quick run begins none after two and a half minutes.
 *
 * @param {string} project @param {import('./processes.mjs').Peer | undefined} typst @param {{ quick: boolean, runs: number }} options
 */
export async function measureTable(project, typst, { quick, runs }) {
  // Milliseconds from the start of the process.
  const until = quick ? 150_000 : Number.POSITIVE_INFINITY;
  const few = quick ? 2 : runs;
  const one = quick ? 1 : Math.min(3, runs);
  const sizes = quick ? [3, 10, 100] : [3, 10, 100, 1000];
  for (const pages of sizes)
    for (let variant = 0; variant < few + warmUp; variant += 1) {
      const document = textDocument(pages, variant);
      await writeFile(join(project, `text-${pages}-${variant}.json`), JSON.stringify(document));
      await writeFile(join(project, `text-${pages}-${variant}.typ`), typstText(document, lang));
    }
  const many = quick ? 12 : 200;
  const brochures = await makeVersions(project, warmUp + many);
  if (typst) await makePeerInputs(project, brochures);

  const build = (/** @type {string} */ name, /** @type {string} */ formats) =>
    coldEtrati(project, ['build', `${name}.json`, '--out', 'out', '--format', formats, '--lang', lang]);
  const set = (/** @type {string} */ name) => typst && coldPeer(typst, join(project, `${name}.typ`));
  const peer = 'Typst';
  /** @type {Row[]} */
  const rows = sizes.map((pages) => ({
    name: `${pages} pages’ text, cold`,
    peer,
    runs: pages >= 1000 ? 1 : pages >= 100 ? one : few,
    ours: (run) => build(`text-${pages}-${run}`, 'pdf'),
    theirs: typst ? async (run) => (await set(`text-${pages}-${run}`)) ?? nothing : null,
    files: (run) => ({
      ours: join(project, `out/text-${pages}-${run}.${lang}.pdf`),
      theirs: join(project, `text-${pages}-${run}.typ.pdf`),
    }),
  }));
  rows.push(
    resident('100 pages’ text, the next in one process', 'text-100-', one, { project, typst }),
    resident('a brochure, one of many in one process', 'version-', many, { project, typst }),
    onAllCores('a brochure, one of many on all cores', brochures, { project, typst, formats: 'pdf' }),
    onAllCores('the same in three formats (the other: PDF alone)', brochures, {
      project,
      typst,
      formats: 'pdf,docx,html',
    }),
    {
      name: '100 pages’ text, three formats (the other: PDF alone)',
      peer,
      runs: one,
      ours: (run) => build(`text-100-${run}`, 'pdf,docx,html'),
      theirs: typst ? async (run) => (await set(`text-100-${run}`)) ?? nothing : null,
    },
    {
      name: '100 pages’ text as Word',
      peer: 'docx',
      runs: one,
      ours: (run) => build(`text-100-${run}`, 'docx'),
      theirs: async (run) => {
        const out = join(project, 'peer.docx');
        const script = join(import.meta.dirname, 'docx-peer.mjs');
        const sample = await coldNode(project, [script, join(project, `text-100-${run}.json`), lang, out]);
        return { ...sample, bytes: (await stat(out)).size };
      },
    },
    {
      name: 'etrati --version',
      peer: 'node -e 0',
      runs: 3 * few,
      ours: () => coldEtrati(project, ['--version']),
      theirs: () => coldNode(project, ['-e', '0']),
    },
  );
  const measured = [];
  const left = [];
  for (const row of rows)
    if (performance.now() < until) measured.push(await measure(row, until));
    else {
      left.push(row.name);
      await row.end?.();
    }
  if (left.length > 0) console.log(`  Not measured, since the time is up: ${left.join('; ')}.`);
  return measured;
}

const nothing = { wall: Number.NaN, cpu: Number.NaN, peak: Number.NaN, bytes: Number.NaN };

/**
 * One document after another in a process that is warm.
 *
 * @param {string} name @param {string} prefix @param {number} runs
 * @param {{ project: string, typst: import('./processes.mjs').Peer | undefined }} where @returns {Row}
 */
function resident(name, prefix, runs, { project, typst }) {
  const ours = etratiWorker(project, { formats: 'pdf', languages: lang });
  const theirs = typst && peerWorker(typst);
  let [oursWarm, theirsWarm] = [false, false];
  return {
    name,
    peer: 'Typst',
    runs,
    ours: async (run) => {
      for (let each = 0; !oursWarm && each < warmUp; each += 1) await ours.make(`${prefix}${runs + each}.json`);
      oursWarm = true;
      return ours.make(`${prefix}${run}.json`);
    },
    theirs: theirs
      ? async (run) => {
          for (let each = 0; !theirsWarm && each < warmUp; each += 1)
            await theirs.make(join(project, `${prefix}${runs + each}.typ`));
          theirsWarm = true;
          return theirs.make(join(project, `${prefix}${run}.typ`));
        }
      : null,
    end: () => Promise.all([ours.end(), theirs?.end()]),
  };
}

/**
 * Brochures by as many processes as there are cores, all at once; the time of one is that of all, divided by their number.
 *
 * @param {string} name @param {readonly string[]} documents
 * @param {{ project: string, typst: import('./processes.mjs').Peer | undefined, formats: string }} where @returns {Row}
 */
function onAllCores(name, documents, { project, typst, formats }) {
  const cores = availableParallelism();
  const many = documents.slice(warmUp);
  /** @param {() => import('./processes.mjs').Worker} open @param {(document: string) => string} input */
  const inParallel = (open, input) => async () => {
    const workers = Array.from({ length: cores }, open);
    for (const document of documents.slice(0, warmUp))
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
    const { cpu, bytes } = summary(samples.flat());
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
  };
}

/** How many rules veraPDF finds broken, of those that the file claims to keep. @param {string} file @param {RegExp} flavours */
async function verdictOn(file, flavours) {
  if ((await veraPdf.available()) !== null) return 'not run';
  const [found = []] = await veraPdf.judge([file]);
  const broken = found.filter(({ rule }) => flavours.test(rule));
  return broken.length === 0 ? 'passes' : `${broken.length} rules broken`;
}

/** @param {Row} row @param {number} until */
async function measure({ name, peer, runs, ours, theirs, end, files }, until) {
  /** @type {Sample[]} */
  const own = [];
  /** @type {Sample[]} */
  const other = [];
  // What has begun has one run of each, at the least.
  for (let run = 0; run < runs && (run === 0 || performance.now() < until); run += 1) {
    own.push(await ours(run));
    if (theirs) other.push(await theirs(run));
  }
  await end?.();
  const ratio = other.length === 0 ? null : { ...ratios(own, other), bytes: summary(own).bytes / summary(other).bytes };
  const last = files?.(own.length - 1);
  const verdicts = last &&
    performance.now() < until && {
      ours: await verdictOn(last.ours, /^(?:ua1|2a)/),
      theirs: theirs ? await verdictOn(last.theirs, /^ua1/) : '',
    };
  const result = {
    name,
    peer,
    ours: summary(own),
    theirs: other.length === 0 ? null : summary(other),
    ratio,
    verdicts,
  };
  console.log(`  ${line(result).join('  ')}`);
  return result;
}

/** @typedef {Awaited<ReturnType<typeof measure>>} Measured */

export const head = ['', 'CPU', 'wall', 'memory', 'file', 'beside', 'CPU ÷', 'wall ÷', 'memory ÷', 'file ÷', 'veraPDF'];

/** @param {Measured} measured */
export function line({ name, peer, ours, theirs, ratio, verdicts }) {
  const verdict = verdicts
    ? [verdicts.ours, ...(verdicts.theirs === '' ? [] : [`${peer}: ${verdicts.theirs}`])].join('; ')
    : '';
  const size = (/** @type {number} */ bytes) => (bytes > 0 ? `${(bytes / 1e3).toFixed(0)} kB` : '');
  const own = [name, say.time(ours.cpu), say.time(ours.wall), say.memory(ours.peak), size(ours.bytes)];
  if (theirs === null || ratio === null) return [...own, '', '', '', '', '', verdict];
  const times = (/** @type {number} */ value) => (Number.isFinite(value) && value > 0 ? value.toFixed(2) : '');
  return [
    ...own,
    `${peer}: ${say.time(theirs.cpu)}, ${say.memory(theirs.peak)}`,
    ...[times(ratio.cpu), times(ratio.wall), times(ratio.peak), times(ratio.bytes), verdict],
  ];
}

/** As Markdown, for the README. @param {readonly Measured[]} rows */
export function markdown(rows) {
  const cells = (/** @type {readonly string[]} */ row) => `| ${row.join(' | ')} |`;
  return [
    cells(head),
    `|${head.map((_, index) => (index === 0 ? '---|' : '--:|')).join('')}`,
    ...rows.map((row) => cells(line(row))),
  ].join('\n');
}
