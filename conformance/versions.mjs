/**
 * Whether each version of Node.js that people have makes the same files as this one, and starts from a snapshot:
 *
 *   npm run conformance:versions               those that `node conformance/install.mjs` has brought
 *   npm run conformance:versions -- --require  fails where there are none
 *
 * The examples are built by threads, then one of each kind from its snapshot. `dist/` is made by each version in its turn, and by
 * this one at the end.
 */
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judges, ofPackage, root } from './places.mjs';
import { isThere, must, run } from './process.mjs';

const versions = [22, 24, 26];
const project = await mkdtemp(join(tmpdir(), 'etrati-versions-'));
let passed = 0;
let failed = 0;

/** @param {string} what @param {string | null} fault */
function tell(what, fault) {
  console.log(`${what}: ${fault ?? 'the same files, also from a snapshot'}`);
  if (fault === null) passed += 1;
  else failed += 1;
}

/** The sums of all that a version makes, by the names of the files. @param {string} node its program */
async function made(node) {
  const build = (/** @type {string[]} */ ...args) => must(node, args, { cwd: project, env: { NODE_OPTIONS: '' } });
  await build(join(root, 'scripts/build.mjs'));
  await rm(join(project, 'output'), { recursive: true, force: true });
  const cli = join(root, 'dist/cli.cjs');
  await build(cli, 'build', '--out', 'output/all');
  for (const kind of await readdir(join(project, 'data'))) {
    const [first] = (await readdir(join(project, 'data', kind))).filter((name) => name.endsWith('.json')).sort();
    await build(cli, 'build', `data/${kind}/${first}`, '--format', 'pdf', '--out', 'output/alone');
  }
  const files = (await readdir(join(project, 'output'), { recursive: true, withFileTypes: true })).filter((each) =>
    each.isFile(),
  );
  const sums = files.map(async ({ parentPath, name }) => {
    const path = join(parentPath, name);
    return /** @type {const} */ ([
      path,
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    ]);
  });
  return new Map(await Promise.all(sums));
}

/** @param {number} version @returns {Promise<string | null>} its program, where it is installed */
async function programOf(version) {
  const program = ofPackage(`node-${version}-${process.platform}-${process.arch}/bin/node`);
  return (await isThere(program)) ? program : null;
}

/** What is wrong with what a version makes; null where nothing is. @param {string} node @param {Map<string, string>} expected */
async function faultOf(node, expected) {
  const sums = await made(node);
  const others = [...new Set([...expected.keys(), ...sums.keys()])].filter(
    (name) => sums.get(name) !== expected.get(name),
  );
  if (others.length > 0) return `other bytes in ${others.join(', ')}`;
  const { sizes } = JSON.parse(await readFile(join(root, 'dist/warm.json'), 'utf8'));
  return 'warm.blob' in sizes ? null : 'it makes no start-up snapshot';
}

try {
  await cp(join(root, 'data'), join(project, 'data'), { recursive: true });
  const expected = await made(process.execPath);
  for (const version of versions) {
    const node = await programOf(version);
    if (node !== null) tell(`Node.js ${version}`, await faultOf(node, expected).catch(String));
    else if (process.argv.includes('--require')) tell(`Node.js ${version}`, `not in ${judges}`);
    else console.log(`Node.js ${version}: not run, run \`node conformance/install.mjs\` first`);
  }
} finally {
  await rm(project, { recursive: true, force: true });
  await run(process.execPath, [join(root, 'scripts/build.mjs')]);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
