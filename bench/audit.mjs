/**
 * What the rules cost beside a build: `node bench/audit.mjs [pages]`. The audit may take a tenth of the CPU of a PDF build at 100
 * pages; beyond that it exits with 1. Rules over data and over the document are timed each on its own; the dearest are named.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { textDocument, writeMaterial } from './texts.mjs';

const root = join(import.meta.dirname, '..');
const most = 0.1;
const rounds = 5;
const pages = Number(process.argv[2] ?? 100);

const project = await mkdtemp(join(tmpdir(), 'etrati-audit-'));
try {
  const measured = await measure(await bundled());
  const share = (measured.audit + measured.data) / measured.build;
  console.log(
    `${pages} pages: PDFs in both languages take ${measured.build.toFixed(0)} ms of CPU, the rules over the document`,
  );
  console.log(
    `${measured.audit.toFixed(0)} ms, those over the data ${measured.data.toFixed(0)} ms: ${(share * 100).toFixed(1)} % of the build.`,
  );
  for (const { code, time } of measured.dearest) console.log(`  ${time.toFixed(1).padStart(7)} ms  ${code}`);
  if (share > most) process.exitCode = 1;
} finally {
  await rm(project, { recursive: true });
}

/** The program's own modules, which dist/ has only in one. */
async function bundled() {
  const outfile = join(root, 'dist/bench-audit.mjs');
  const lines = [
    "export { createEngine } from './compile.ts';",
    "export { rules as documentRules } from './audit/rules.ts';",
    "export { loadTheme } from './design/load.ts';",
    "export { Report } from './diagnostics.ts';",
    "export { rules as dataRules } from './input/rules.ts';",
    "export { sheetOf } from './input/check/sheet.ts';",
    "export { kinds, schemaOf } from './input/kinds.ts';",
    "export { openWorld } from './world.ts';",
  ];
  await build({
    stdin: { contents: lines.join('\n'), resolveDir: join(root, 'src'), loader: 'ts' },
    ...{ bundle: true, format: 'esm', platform: 'node', packages: 'external', outfile, logLevel: 'error' },
  });
  const modules = await import(pathToFileURL(outfile).href);
  await rm(outfile);
  return modules;
}

/** CPU of this process in milliseconds, for the fastest of some rounds. @param {() => unknown} work */
async function cpu(work) {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

/** @param {any} modules */
async function measure({
  createEngine,
  documentRules,
  dataRules,
  loadTheme,
  Report,
  sheetOf,
  kinds,
  schemaOf,
  openWorld,
}) {
  const { name, data, pictures } = textDocument(pages, 0);
  await writeMaterial({ name, data, pictures }, project);
  const engine = createEngine({ root: project, env: {} });
  const documents = await Promise.all(
    data.languages.map((/** @type {any} */ lang) => engine.document(`${name}.json`, lang)),
  );
  const theme = await loadTheme('templates/themes/gza/theme.json', await openWorld(root), new Report());
  const schema = schemaOf(kinds[data.kind], data.languages);
  const sheet = {
    ...sheetOf(schema, schema.parse(data)),
    languages: data.languages,
    formats: ['pdf'],
    ruleSets: new Map(),
  };
  // Copies, so that what rules share is collected each time, as it is in a build.
  const trees = () => documents.map((document) => ({ document: { ...document }, theme }));
  const sheets = () => [{ ...sheet }];
  const times = [];
  for (const [rules, subjects] of [
    [documentRules, trees],
    [dataRules, sheets],
  ])
    for (const rule of rules)
      times.push({
        code: rule.code,
        time: await cpu(() => subjects().flatMap((/** @type {any} */ subject) => [...rule.check(subject)])),
      });
  const dearest = times.sort((one, other) => other.time - one.time).slice(0, 8);
  const all = (/** @type {any[]} */ rules, /** @type {() => any[]} */ subjects) =>
    cpu(() => subjects().flatMap((/** @type {any} */ subject) => rules.flatMap((rule) => [...rule.check(subject)])));
  const audit = await all(documentRules, trees);
  const own = await all(dataRules, sheets);
  let variant = 1;
  const whole = await cpu(async () => {
    const next = textDocument(pages, variant++);
    await writeMaterial(next, project);
    await engine.build(`${next.name}.json`, { formats: ['pdf'] });
  });
  engine.close();
  return { build: whole, audit, data: own, dearest };
}
