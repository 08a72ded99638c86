/** The same data gives the same bytes, whoever builds it, where, when and after what. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import type { BuildOptions } from '../../src/engine.ts';
import { packageRoot } from '../../src/world.ts';

const home = mkdtempSync(path.join(tmpdir(), 'etrati-same-'));
afterAll(() => rmSync(home, { recursive: true }));

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
type Hashes = Readonly<Record<string, string>>;

/** A copy of all data, in a folder of this name. */
function projectIn(name: string): string {
  const root = path.join(home, name);
  mkdirSync(root, { recursive: true });
  cpSync(path.join(packageRoot, 'data'), path.join(root, 'data'), { recursive: true });
  return root;
}

const brochure = 'data/brochure/brochure.json';
const standards = ['ua-1', 'ua-2'] as const;

describe('in one process', () => {
  const root = projectIn('one');
  const options: readonly BuildOptions[] = standards.map((pdfStandard) => ({ pdfStandard }));

  async function built(engine: ReturnType<typeof createEngine>): Promise<Hashes> {
    const hashes: Record<string, string> = {};
    for (const option of options)
      for (const { name, bytes } of (await engine.build(brochure, option)).outputs)
        hashes[`${option.pdfStandard} ${name}`] = hash(bytes);
    return hashes;
  }

  it('cold, warm, after other documents, and at the same time', async () => {
    const engine = createEngine({ root, env: {} });
    const cold = await built(engine);
    expect(Object.keys(cold)).toHaveLength(12);
    expect(new Set(Object.values(cold)).size).toBe(8);
    expect(await built(engine)).toEqual(cold);

    const other = createEngine({ root, env: {} });
    const files = readdirSync(path.join(root, 'data'), { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((name) => name.endsWith('.json') && name !== 'brochure/brochure.json'))
      await other.build(`data/${file}`);
    expect(await built(other)).toEqual(cold);

    const both = createEngine({ root, env: {} });
    expect(await Promise.all([built(both), built(both)])).toEqual([cold, cold]);
  }, 240_000);
});

describe('in another process', () => {
  const cli = path.join(packageRoot, 'dist/cli.cjs');
  const commands = [
    ['--pdf-standard', 'ua-1'],
    ['--pdf-standard', 'ua-2', '--embed-source', '--format', 'pdf'],
  ];
  /** Another year, and chance that falls otherwise: neither may get into a file. */
  const elsewhen = `data:text/javascript,${encodeURIComponent(`
    const Now = Date;
    const shift = 400 * 24 * 3600 * 1000;
    globalThis.Date = class extends Now {
      constructor(...given) { super(...(given.length === 0 ? [Now.now() + shift] : given)); }
      static now() { return Now.now() + shift; }
    };
    Math.random = () => 0.5;`)}`;

  function builtBy(root: string, env: Record<string, string> = {}, node: readonly string[] = []): Hashes {
    const hashes: Record<string, string> = {};
    const { PATH = '' } = process.env;
    for (const [index, command] of commands.entries()) {
      const out = path.join(root, `out-${index}`);
      const argv = [...node, cli, 'build', brochure, ...command, '--out', out];
      const { status, stderr } = spawnSync(process.execPath, argv, {
        cwd: root,
        encoding: 'utf8',
        env: { PATH, ...env },
      });
      expect(status, stderr).toBe(0);
      for (const name of readdirSync(out)) hashes[`${index} ${name}`] = hash(readFileSync(path.join(out, name)));
    }
    return hashes;
  }

  let first: Hashes;

  beforeAll(() => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.mjs'], {
      cwd: packageRoot,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`${stdout}${stderr}`);
    first = builtBy(projectIn('first'), { TZ: 'UTC', LANG: 'C' });
    expect(Object.keys(first)).toHaveLength(8);
  }, 120_000);

  it('of another user, in another folder, time zone and language', () => {
    // In Turkish the small letter of I is no i, and some programs ask the machine's language for it.
    const language = { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', LANGUAGE: 'tr', TZ: 'Pacific/Kiritimati' };
    const user = { HOME: '/nonexistent', USER: 'ნინო', LOGNAME: 'ნინო', USERNAME: 'ნინო', HOSTNAME: 'elsewhere' };
    expect(builtBy(projectIn('სხვა საქაღალდე/deep/er'), { ...language, ...user })).toEqual(first);
  }, 120_000);

  it('in another year', () => {
    expect(builtBy(projectIn('later'), { TZ: 'America/St_Johns' }, ['--import', elsewhen])).toEqual(first);
  }, 120_000);
});
