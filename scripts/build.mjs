/** Compiles src/ to dist/ with tsc, unless dist/ was compiled from these very sources. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');
const stamp = join(dist, '.sources');

// A hash, not times: git and archives set times as they like.
const sources = sourcesHash();
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) process.exit(0);

rmSync(dist, { recursive: true, force: true });
const { status } = spawnSync(process.execPath, [compiler(), '-p', join(root, 'tsconfig.json')], { stdio: 'inherit' });
if (status !== 0) {
  rmSync(dist, { recursive: true, force: true });
  fail('TypeScript found errors in src/ (above); nothing was compiled.');
}
const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
for (const file of Object.values(bin)) chmodSync(join(root, file), 0o755);
writeFileSync(stamp, sources);

function sourcesHash() {
  const hash = createHash('sha256');
  const modules = readdirSync(join(root, 'src'), { recursive: true })
    .filter((file) => file.endsWith('.ts'))
    .sort();
  const files = ['package-lock.json', 'tsconfig.json', ...modules.map((file) => join('src', file))];
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
