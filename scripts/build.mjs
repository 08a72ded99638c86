/**
 * Makes dist/ out of src/, unless it was made from these very sources: tsc checks and writes the types, esbuild bundles
 * the program and the library. The packages of `dependencies`, which bring machine code or much data, stay outside; all else that is
 * imported goes in, with its licence: Node then opens a few files and not six hundred. It is cut where something is
 * imported only when asked for, so that a PDF never reads what writes Word. docx must go in for another reason too: it
 * asks for a nanoid that Node 20 is too old for, and the `overrides` that give it another one do not reach those who
 * install this package.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { asModules, bundleOf, launcher } from './bundle.mjs';
import { makeSnapshots, snapshotEntry, withoutOtherCommands, writeEntry } from './snapshot.mjs';
import { buildStudio } from './studio.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');
const stamp = join(dist, '.sources');

// A hash, not times: git and archives set times as they like.
const sources = sourcesHash();
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) {
  // Another Node.js than the last time may ask.
  await makeSnapshots(root, sources);
  process.exit(0);
}

const missing = Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies).filter(
  (name) => !existsSync(join(root, 'node_modules', name)),
);
if (missing.length > 0) fail(`${missing.join(', ')} must be installed first: run npm ci in this folder.`);
rmSync(dist, { recursive: true, force: true });
const { status } = spawnSync(
  process.execPath,
  [compiler(), '-p', join(root, 'tsconfig.json'), '--emitDeclarationOnly'],
  { stdio: 'inherit' },
);
if (status !== 0) {
  rmSync(dist, { recursive: true, force: true });
  fail('TypeScript found errors in src/ (above); nothing was compiled.');
}
const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
await bundle();
for (const file of Object.values(bin)) chmodSync(join(root, file), 0o755);
writeFileSync(stamp, sources);
await makeSnapshots(root, sources);

async function bundle() {
  const shared = bundleOf(root);
  const { outputFiles } = await build({
    ...shared,
    ...snapshotEntry,
    plugins: [...shared.plugins, withoutOtherCommands],
  });
  writeEntry(root, outputFiles[0].text);
  await build({ ...shared, ...launcher });
  const { metafile } = await build({
    ...shared,
    entryPoints: {
      process: 'src/cli/process.ts',
      index: 'src/index.ts',
      worker: 'src/work/worker.ts',
      many: 'src/many/thread.ts',
    },
    outdir: 'dist',
    ...asModules,
    metafile: true,
  });
  const profile = 'sRGB_IEC61966_2_1.icc';
  copyFileSync(join(root, 'node_modules/pdfkit/js/data', profile), join(dist, profile));
  const page = await buildStudio(root);
  const used = Object.values({ ...metafile.outputs, ...page.outputs }).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  );
  writeFileSync(join(dist, 'LICENSES.txt'), licences(used));
}

/** The licences of the packages that went in, as MIT and its like ask of those who pass them on. @param {string[]} inputs */
function licences(inputs) {
  const folders = inputs.flatMap((file) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []);
  const texts = [...new Set(folders)].sort().map((folder) => {
    const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const file = readdirSync(join(root, folder)).find((each) => /^(?:un)?licen[cs]e/i.test(each));
    const text = file === undefined ? statedLicence(manifest) : readFileSync(join(root, folder, file), 'utf8');
    return `${manifest.name} ${manifest.version}\n\n${text.trim()}\n`;
  });
  return `Of these packages there are copies in the files of this folder.\n\n${texts.join(`\n${'-'.repeat(80)}\n\n`)}`;
}

/** Of a package that only names its licence. @param {{ name: string, license: string, author: string }} manifest */
function statedLicence({ name, license, author }) {
  const file = join(root, 'scripts/licences', `${license}.txt`);
  if (!existsSync(file)) return fail(`${name} goes into dist/ and has no licence file.`);
  return readFileSync(file, 'utf8').replace('AUTHOR', () => author);
}

function sourcesHash() {
  const hash = createHash('sha256');
  const modules = readdirSync(join(root, 'src'), { recursive: true })
    .filter((file) => /\.(?:tsx?|css|html|json)$/.test(file))
    .sort();
  const files = [
    'package-lock.json',
    'package.json',
    'scripts/brotli.mjs',
    'scripts/build.mjs',
    'scripts/bundle.mjs',
    'scripts/css-tree.mjs',
    'scripts/docx.mjs',
    'scripts/no-aes.mjs',
    'scripts/snapshot.mjs',
    'scripts/studio.mjs',
    'scripts/vega.mjs',
    'tsconfig.json',
    ...modules.map((file) => join('src', file)),
  ];
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

function compiler() {
  try {
    const manifest = createRequire(import.meta.url).resolve('typescript/package.json');
    return join(dirname(manifest), JSON.parse(readFileSync(manifest, 'utf8')).bin.tsc);
  } catch {
    return fail('TypeScript is not installed. Run "npm ci" in this folder first (without --omit=dev).');
  }
}

function fail(message) {
  console.error(`build: ${message}`);
  process.exit(1);
}
