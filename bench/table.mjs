/** The table of the README: texts of 3 to 1,000 pages, many brochures, Word, and `--version`, each beside what else makes it. */
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lang, makePeerInputs, makeVersions } from './material.mjs';
import { coldEtrati, coldNode, coldPeer, etratiWorker, peerWorker } from './processes.mjs';
import { ratios, say, summary } from './report.mjs';
import { textDocument, typstText } from './texts.mjs';

/**
 * @typedef {import('./processes.mjs').Sample} Sample
 * @typedef {{ name: string, peer: string, runs: number, ours: (run: number) => Promise<Sample>, theirs: ((run: number) => Promise<Sample>) | null,
 *   end?: () => Promise<unknown> }} Row
 */

/** Documents that a resident process has made before it is measured. */
const warmUp = 2;

/**
 * Measures all rows; each has its turns, ours and theirs.
 *
 * @param {string} project @param {import('./processes.mjs').Peer | undefined} typst @param {{ quick: boolean, runs: number }} options
 */
export async function measureTable(project, typst, { quick, runs }) {
  const few = quick ? 2 : runs;
  const one = quick ? 1 : Math.min(3, runs);
  const sizes = quick ? [3, 10, 100] : [3, 10, 100, 1000];
  for (const pages of sizes)
    for (let variant = 0; variant < few + warmUp; variant += 1) {
      const document = textDocument(pages, variant);
      await writeFile(join(project, `text-${pages}-${variant}.json`), JSON.stringify(document));
      await writeFile(join(project, `text-${pages}-${variant}.typ`), typstText(document, lang));
    }
  const many = quick ? 12 : 100;
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
  }));
  rows.push(
    resident('100 pages’ text, the next in one process', 'text-100-', one, { project, typst }),
    resident('a brochure, one of many in one process', 'version-', many, { project, typst }),
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
  for (const row of rows) measured.push(await measure(row));
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

/** @param {Row} row */
async function measure({ name, peer, runs, ours, theirs, end }) {
  /** @type {Sample[]} */
  const [own, other] = [/** @type {Sample[]} */ ([]), /** @type {Sample[]} */ ([])];
  for (let run = 0; run < runs; run += 1) {
    own.push(await ours(run));
    if (theirs) other.push(await theirs(run));
  }
  await end?.();
  const ratio = other.length === 0 ? null : { ...ratios(own, other), bytes: summary(own).bytes / summary(other).bytes };
  const result = { name, peer, ours: summary(own), theirs: other.length === 0 ? null : summary(other), ratio };
  console.log(`  ${line(result).join('  ')}`);
  return result;
}

/** @typedef {Awaited<ReturnType<typeof measure>>} Measured */

export const head = ['', 'CPU', 'wall', 'memory', 'file', 'beside', 'CPU ÷', 'wall ÷', 'memory ÷', 'file ÷'];

/** @param {Measured} measured */
export function line({ name, peer, ours, theirs, ratio }) {
  const size = (/** @type {number} */ bytes) => (bytes > 0 ? `${(bytes / 1e3).toFixed(0)} kB` : '');
  const own = [name, say.time(ours.cpu), say.time(ours.wall), say.memory(ours.peak), size(ours.bytes)];
  if (theirs === null || ratio === null) return [...own, '', '', '', '', ''];
  const times = (/** @type {number} */ value) => (Number.isFinite(value) && value > 0 ? value.toFixed(2) : '');
  return [
    ...own,
    `${peer}: ${say.time(theirs.cpu)}, ${say.memory(theirs.peak)}`,
    ...[times(ratio.cpu), times(ratio.wall), times(ratio.peak), times(ratio.bytes)],
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
