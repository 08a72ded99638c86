/**
 * How fast Etrati is, beside Typst and WeasyPrint on the same content in the same run: `npm run bench`. See README.md.
 *
 *   --runs N    rounds of each measure; else 7
 *   --only X    table, cold, warm, growth or studio
 *   --edits N   what stands for an hour of writing in the studio; else 480
 *   --quick     the table alone, without its 1,000 pages, in few rounds: three minutes, on a busy machine with fewer rows
 */
import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const root = join(import.meta.dirname, '..');
const built = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: 'inherit' });
if (built.status !== 0) process.exit(1);

// What they import is compiled by now.
const { lang, makeLong, makePeerInputs, makeProject, makeVersions } = await import('./material.mjs');
const { coldEtrati, coldPeer, etratiWorker, peerWorker, pythonWith } = await import('./processes.mjs');
const { ratios, say, summary, table } = await import('./report.mjs');
const { measureStudio } = await import('./studio.mjs');
const { head, line, markdown, measureTable } = await import('./table.mjs');

/**
 * @typedef {import('./processes.mjs').Sample} Sample
 * @typedef {{ name: string, make: (document: string) => Promise<Sample>, end?: () => Promise<void> }} Runner
 *   `document` is a name in the project.
 */

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '7' },
    only: { type: 'string' },
    edits: { type: 'string', default: '480' },
    quick: { type: 'boolean', default: false },
  },
});
const runs = Number(values.runs);
const only = values.quick ? 'table' : values.only;
const wanted = (/** @type {string} */ part) => only === undefined || only === part;
const warmUp = 5;
const lengths = [1, 10, 100];

const project = await makeProject();
const peers = await findPeers();
const results = {
  machine: { node: process.version, platform: process.platform, processor: cpus()[0]?.model, cores: cpus().length },
  runs,
  peers: peers.map(({ name }) => name),
  ...(wanted('table') ? { table: await tellTable() } : {}),
  ...(wanted('cold') ? { cold: await measureCold() } : {}),
  ...(wanted('warm') ? { warm: await measureWarm() } : {}),
  ...(wanted('growth') ? { growth: await measureGrowth() } : {}),
  ...(wanted('studio') ? { studio: await measureStudio({ rounds: 3 * runs, edits: Number(values.edits) }) } : {}),
};
await mkdir(join(root, 'output'), { recursive: true });
await writeFile(join(root, 'output/bench.json'), `${JSON.stringify(results, null, 2)}\n`);
await rm(project, { recursive: true });
console.log('Written to output/bench.json.');

/** The table of the README, also as the README has it. */
async function tellTable() {
  const typst = peers.find(({ name }) => name === 'typst');
  const rows = await measureTable(project, typst, { quick: values.quick, runs });
  console.log(`\n${table('Etrati beside others', head, rows.map(line))}\n${markdown(rows)}\n`);
  return rows;
}

async function findPeers() {
  // The faces for text alone: those that stand in for single letters have the same names.
  const fonts = join(project, 'fonts');
  await mkdir(fonts);
  for (const style of ['Regular', 'Italic', 'Medium', 'SemiBold', 'SemiBoldItalic'])
    await copyFile(join(root, `fonts/firago/FiraGO-${style}.ttf`), join(fonts, `FiraGO-${style}.ttf`));
  const found = [];
  for (const name of ['typst', 'weasyprint']) {
    const python = await pythonWith(name);
    if (python !== null) found.push({ name, python, fonts });
    else
      console.log(
        `${name}: not installed. In a virtual environment: pip install ${name}; then PYTHON=…/bin/python3.\n`,
      );
  }
  return found;
}

// ---- the measures ---------------------------------------------------------------------------------------------

/** Whole processes, as on the command line. */
async function measureCold() {
  const names = await makeVersions(project, runs);
  await makePeerInputs(project, names);
  const format = (/** @type {string} */ name) => ['--format', name, '--lang', lang];
  const ours = (/** @type {string} */ name, /** @type {readonly string[]} */ flags) => ({
    name,
    make: (/** @type {string} */ document) =>
      coldEtrati(project, ['build', `${document}.json`, '--out', 'out', ...flags]),
  });
  const runners = [
    ours('etrati pdf', format('pdf')),
    ...peers.map((peer) => ({
      name: peer.name,
      make: (/** @type {string} */ document) => coldPeer(peer, join(project, inputOf(peer.name, document))),
    })),
    ours('etrati docx', format('docx')),
    ours('etrati html', format('html')),
    ours('etrati all', []),
    { name: 'etrati --version', make: () => coldEtrati(project, ['--version']) },
  ];
  return tell('Cold: one process, one brochure (all: 3 formats × 2 languages)', await inRounds(runners, names));
}

/** One process, one document after another. */
async function measureWarm() {
  const names = await makeVersions(project, warmUp + runs);
  await makePeerInputs(project, names);
  const samples = await inRounds(
    [
      ours('etrati pdf', { formats: 'pdf', languages: lang }),
      ...peers.map(theirs),
      ours('etrati docx', { formats: 'docx', languages: lang }),
      ours('etrati html', { formats: 'html', languages: lang }),
      ours('etrati all', { formats: 'pdf,docx,html', languages: 'en,ka' }),
    ],
    names,
  );
  return tell(
    'Warm: the next brochure in one process',
    samples.map(({ name, all }) => ({ name, all: all.slice(warmUp) })),
  );
}

/** The brochure's sections once, ten and a hundred times in one document, each in a process of its own that is warm. */
async function measureGrowth() {
  const [first = ''] = await makeLong(project, 1, runs + 1);
  const open = [
    ...['pdf', 'docx', 'html'].map((formats) => () => {
      return ours(`etrati ${formats}`, { formats, languages: lang, template: 'growth' });
    }),
    ...peers.map((peer) => () => theirs(peer)),
  ];
  const measured = [];
  for (const times of lengths) {
    const names = await makeLong(project, times, times < 100 ? runs + 1 : 2);
    await makePeerInputs(project, names, 'growth');
    for (const runner of open.map((make) => make())) {
      await runner.make(first);
      const [samples] = await inRounds([runner], names.slice(1));
      measured.push({ name: runner.name, times, ...summary(samples?.all ?? []) });
    }
  }
  tellGrowth(measured);
  return measured;
}

/** @param {string} name @param {{ formats: string, languages: string, template?: string }} options @returns {Runner} */
function ours(name, options) {
  const worker = etratiWorker(project, options);
  return { name, make: (document) => worker.make(`${document}.json`), end: () => worker.end() };
}

/** @param {import('./processes.mjs').Peer} peer @returns {Runner} */
function theirs(peer) {
  const worker = peerWorker(peer);
  return {
    name: peer.name,
    make: (document) => worker.make(join(project, inputOf(peer.name, document))),
    end: () => worker.end(),
  };
}

/** @param {string} tool @param {string} document */
function inputOf(tool, document) {
  return `${document}.${tool === 'typst' ? 'typ' : 'html'}`;
}

/**
 * All runners at one document, then all at the next: what slows the machine down for a while slows all of them.
 *
 * @param {readonly Runner[]} runners @param {readonly string[]} documents
 */
async function inRounds(runners, documents) {
  const measured = runners.map(({ name }) => ({ name, all: /** @type {Sample[]} */ ([]) }));
  for (const document of documents)
    for (const [index, runner] of runners.entries()) measured[index]?.all.push(await runner.make(document));
  for (const runner of runners) await runner.end?.();
  return measured;
}

// ---- the telling ----------------------------------------------------------------------------------------------

/** @param {string} title @param {readonly { name: string, all: readonly Sample[] }[]} measured the first is compared with peers */
function tell(title, measured) {
  const [own] = measured;
  const figures = measured.map(({ name, all }) => {
    const isPeer = peers.some((peer) => peer.name === name);
    return { name, ...summary(all), ...(isPeer && own ? { 'etrati pdf beside it': ratios(own.all, all) } : {}) };
  });
  const rows = figures.map(({ name, wall, least, most, cpu, peak, 'etrati pdf beside it': ratio }) => [
    ...[name, say.time(wall), `${say.time(least)} – ${say.time(most)}`, say.time(cpu), say.memory(peak)],
    ...(ratio ? [say.ratio(ratio.wall), say.ratio(ratio.cpu), say.ratio(ratio.peak)] : []),
  ]);
  const head = ['', 'wall', 'range', 'cpu', 'memory', 'pdf ÷ its wall', '÷ its cpu', '÷ its memory'];
  console.log(table(title, head, rows));
  return figures;
}

/** @param {readonly { name: string, times: number, wall: number, cpu: number, peak: number }[]} measured */
function tellGrowth(measured) {
  const rows = [...new Set(measured.map(({ name }) => name))].map((tool) => {
    const own = measured.filter(({ name }) => name === tool);
    const [one] = own;
    return [
      tool,
      ...own.flatMap(({ cpu, peak }) => [say.time(cpu), say.memory(peak)]),
      ...own.slice(1).map(({ cpu }) => say.ratio(cpu / (one?.cpu ?? Number.NaN))),
    ];
  });
  const head = [
    '',
    ...lengths.flatMap((times) => [`${times} × cpu`, 'memory']),
    ...lengths.slice(1).map((n) => `${n} ÷ 1`),
  ];
  console.log(table('Growth: the sections of the brochure in one document, cpu of one build', head, rows));
}
