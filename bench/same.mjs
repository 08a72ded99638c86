/**
 * Whether two builds of Etrati make the same files of all examples: `node bench/same.mjs DIST OTHER-DIST`. For steps that should
 * make it faster and nothing else.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = join(import.meta.dirname, '..');
const dists = process.argv.slice(2).map((dist) => resolve(dist));
const project = mkdtempSync(join(tmpdir(), 'etrati-same-'));
cpSync(join(root, 'data'), join(project, 'data'), { recursive: true });

const made = dists.map((dist, index) => {
  const out = `out-${index}`;
  // One at a time: so each starts from the snapshot.
  for (const kind of readdirSync(join(project, 'data')))
    for (const name of readdirSync(join(project, 'data', kind)).filter((each) => each.endsWith('.json'))) {
      const args = ['build', join('data', kind, name), '--out', out, '--format', 'pdf,docx,html,epub,txt,md,brf'];
      const { status, stderr } = spawnSync(process.execPath, [join(dist, 'cli.cjs'), ...args], { cwd: project });
      if (status !== 0) throw new Error(`${dist}: ${name}: ${stderr}`);
    }
  const files = readdirSync(join(project, out)).sort();
  return new Map(files.map((file) => [file, hashOf(join(project, out, file))]));
});

/** @param {string} file */
function hashOf(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

rmSync(project, { recursive: true });
const [one = new Map(), other = new Map()] = made;
const names = [...new Set([...one.keys(), ...other.keys()])];
const different = names.filter((name) => one.get(name) !== other.get(name));
console.log(`${names.length} files, ${different.length} different${different.map((name) => `\n  ${name}`).join('')}`);
process.exitCode = different.length === 0 ? 0 : 1;
