/** The table of the README: texts of 3 to 1,000 pages, many brochures, Word, and `--version`, each beside what else makes it. */
import { copyFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { veraPdf } from '../conformance/judges/verapdf.mjs';
import { contentOf } from './content.mjs';
import { lang, makeTexts } from './material.mjs';
import { coldEtrati, coldNode, coldPeer } from './processes.mjs';
import { means, ratios, say, summary } from './report.mjs';
import { onAllCores, resident, warmUp } from './residents.mjs';
import { textDocument, twoPages } from './texts.mjs';

/**
 * @typedef {import('./processes.mjs').Sample} Sample
 * @typedef {{ name: string, peer: string, runs: number, ours: (run: number) => Promise<Sample>, theirs: ((run: number) => Promise<Sample>) | null,
 *   alone?: (run: number) => Promise<Sample>, prepare?: () => Promise<unknown>, end?: () => Promise<unknown>, files?: (run: number) => Promise<{ ours: string, theirs: string }>, many?: true }} Row
 * @typedef {{ ours: string, theirs: string }} Verdicts
 *   `alone` is pdfmake without us, the engine under our PDF: what it takes is the same Node.js and machine. `files` are those to look into afterwards; `many`: what counts is the sum of all, so means and not medians.
 */

/**
 * Measures all rows; each has its turns, ours and theirs. A quick run begins none after two and a half minutes.
 *
 * @param {string} project @param {import('./processes.mjs').Peer | undefined} typst @param {{ quick: boolean, runs: number }} options
 */
export async function measureTable(project, typst, { quick, runs }) {
  // Milliseconds from the start of the process.
  const until = quick ? 150_000 : Number.POSITIVE_INFINITY;
  const measured = [];
  const left = [];
  for (const row of rowsOf(project, typst, { quick, runs }))
    if (performance.now() < until) measured.push(await measure(row, project, until));
    else left.push(row.name);
  if (left.length > 0) console.log(`  Not measured, since the time is up: ${left.join('; ')}.`);
  return performance.now() < until ? judged(measured) : measured;
}

/** @param {string} project @param {import('./processes.mjs').Peer | undefined} typst @param {{ quick: boolean, runs: number }} options */
function rowsOf(project, typst, { quick, runs }) {
  const few = quick ? 2 : runs;
  const one = quick ? 1 : Math.min(3, runs);
  const many = quick ? 40 : 200;
  const count = (/** @type {number} */ number) => Array.from({ length: number }, (_, variant) => variant);
  const brochures = count(many + warmUp.short).map((variant) => `brochure-${variant}`);

  const build = (/** @type {string} */ name, /** @type {string} */ formats) =>
    coldEtrati(project, ['build', `${name}.json`, '--out', 'out', '--format', formats, '--lang', lang]);
  const set = (/** @type {string} */ name) => typst && coldPeer(typst, join(project, `${name}.typ`));
  const filesOf = (/** @type {string} */ name) => ({
    ours: join(project, `out/${name}.${lang}.pdf`),
    theirs: join(project, `${name}.typ.pdf`),
  });
  const alone = (/** @type {string} */ name) =>
    coldNode(project, [
      join(import.meta.dirname, 'pdfmake-peer.mjs'),
      join(project, `${name}.tree.json`),
      join(project, `${name}.alone.pdf`),
    ]);
  const peer = 'Typst';
  const sizes = quick ? [3, 10, 100] : [3, 10, 100, 1000];
  /** @type {Row[]} */
  const rows = sizes.map((pages) => {
    const times = pages >= 1000 ? 1 : pages >= 100 ? one : few;
    const variants = count(times + (pages === 100 ? warmUp.long : 0));
    return {
      name: `${pages} pages’ text, cold`,
      peer,
      runs: times,
      prepare: () => makeTexts(project, variants, (variant) => textDocument(pages, variant)),
      ours: (run) => build(`text-${pages}-${run}`, 'pdf'),
      theirs: typst ? async (run) => (await set(`text-${pages}-${run}`)) ?? nothing : null,
      alone: (run) => alone(`text-${pages}-${run}`),
      files: async (run) => filesOf(`text-${pages}-${run}`),
    };
  });
  rows.push(
    resident('100 pages’ text, the next in one process', 'text-100-', one, warmUp.long, { project, typst }),
    {
      ...resident('a brochure, one of many in one process', 'brochure-', many, warmUp.short, { project, typst }),
      many: true,
      prepare: () => makeTexts(project, count(brochures.length), twoPages),
      files: async () => {
        await build('brochure-0', 'pdf');
        await set('brochure-0');
        return filesOf('brochure-0');
      },
    },
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
      alone: (run) => alone(`text-100-${run}`),
    },
    {
      name: '100 pages’ text as Word',
      peer: 'docx',
      runs: one,
      ours: (run) => build(`text-100-${run}`, 'docx'),
      theirs: async (run) => {
        const out = join(project, 'peer.docx');
        const script = join(import.meta.dirname, 'docx-peer.mjs');
        const sample = await coldNode(project, [script, join(project, `text-100-${run}.tree.json`), out]);
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
  return rows;
}

const nothing = { wall: Number.NaN, cpu: Number.NaN, peak: Number.NaN, bytes: Number.NaN };

/** @param {Row} row @param {string} project @param {number} until */
async function measure({ name, peer, runs, prepare, ours, theirs, alone, end, files, many }, project, until) {
  await prepare?.();
  /** @type {Sample[]} */
  const own = [];
  /** @type {Sample[]} */
  const other = [];
  /** @type {Sample[]} */
  const base = [];
  // What has begun has one run of each, at the least.
  for (let run = 0; run < runs && (run === 0 || performance.now() < until); run += 1) {
    own.push(await ours(run));
    if (theirs) other.push(await theirs(run));
    if (alone) base.push(await alone(run));
  }
  await end?.();
  const last = await files?.(own.length - 1);
  const contents = last && {
    ours: await kept(last.ours, join(project, `${name}, ours.pdf`)),
    theirs: theirs ? await kept(last.theirs, join(project, `${name}, theirs.pdf`)) : null,
  };
  const medians = many ? { medians: compared(own, other) } : {};
  const result = {
    name,
    peer,
    ...compared(own, other, many),
    ...medians,
    alone: compared(own, base, many),
    contents,
    verdicts: /** @type {Verdicts | undefined} */ (undefined),
  };
  console.log(`  ${line(result).join('  ')}`);
  return result;
}

/** The next build empties the folder. @param {string} file @param {string} copy */
async function kept(file, copy) {
  await copyFile(file, copy);
  return { file: copy, ...(await contentOf(copy)) };
}

/** The same with how many rules veraPDF finds broken, of those that the files claim to keep. @param {readonly Measured[]} measured */
async function judged(measured) {
  if ((await veraPdf.available()) !== null) return measured;
  const files = measured.flatMap(({ contents }) =>
    [contents?.ours, contents?.theirs].flatMap((each) => each?.file ?? []),
  );
  const found = await veraPdf.judge(files);
  const verdictOn = (/** @type {string} */ file, /** @type {RegExp} */ flavours) => {
    const broken = (found[files.indexOf(file)] ?? []).filter(({ rule }) => flavours.test(rule));
    return broken.length === 0 ? 'passes' : `${broken.length} rules broken`;
  };
  return measured.map((row) => {
    const { contents } = row;
    if (contents === undefined) return row;
    const theirs = contents.theirs === null ? '' : verdictOn(contents.theirs.file, /^ua1/);
    return { ...row, verdicts: { ours: verdictOn(contents.ours.file, /^(?:ua1|2a)/), theirs } };
  });
}

/** @param {readonly Sample[]} own @param {readonly Sample[]} other @param {boolean} [many] */
function compared(own, other, many = false) {
  const figures = many ? means : summary;
  const [ours, theirs] = [figures(own), other.length === 0 ? null : figures(other)];
  if (theirs === null) return { ours, theirs, ratio: null };
  const { wall, cpu, peak, bytes } = ours;
  const bytesRatio = bytes / theirs.bytes;
  const ratio = many
    ? { wall: wall / theirs.wall, cpu: cpu / theirs.cpu, peak: peak / theirs.peak, bytes: bytesRatio }
    : { ...ratios(own, other), bytes: bytesRatio };
  return { ours, theirs, ratio };
}

/** @typedef {Awaited<ReturnType<typeof measure>>} Measured */

export const head = [
  ...['', 'CPU', 'wall', 'memory', 'file', 'beside', 'CPU ÷', 'wall ÷', 'memory ÷', 'file ÷'],
  ...['pdfmake alone', 'CPU ÷', 'wall ÷', 'pages', 'words', 'veraPDF'],
];

/** @param {Measured} measured */
export function line({ name, peer, ours, theirs, ratio, alone, contents, verdicts }) {
  const verdict = verdicts
    ? [verdicts.ours, ...(verdicts.theirs === '' ? [] : [`${peer}: ${verdicts.theirs}`])].join('; ')
    : '';
  const size = (/** @type {number} */ bytes) => (bytes > 0 ? `${(bytes / 1e3).toFixed(0)} kB` : '');
  const own = [name, say.time(ours.cpu), say.time(ours.wall), say.memory(ours.peak), size(ours.bytes)];
  const inside = (/** @type {'pages' | 'words'} */ what) =>
    [contents?.ours[what], contents?.theirs?.[what]].filter((value) => value !== undefined).join('; ');
  const times = (/** @type {number} */ value) => (Number.isFinite(value) && value > 0 ? value.toFixed(2) : '');
  const base =
    alone.theirs === null
      ? ['', '', '']
      : [say.time(alone.theirs.cpu), times(alone.ratio.cpu), times(alone.ratio.wall)];
  const last = [...base, inside('pages'), inside('words'), verdict];
  if (theirs === null || ratio === null) return [...own, '', '', '', '', '', ...last];
  return [
    ...own,
    `${peer}: ${say.time(theirs.cpu)}, ${say.memory(theirs.peak)}`,
    ...[times(ratio.cpu), times(ratio.wall), times(ratio.peak), times(ratio.bytes), ...last],
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
