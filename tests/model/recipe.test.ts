/** docs/architecture.md says how a kind of block is added: what it says is done to the sources in memory, and the kind is in all formats. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Loader, type Plugin } from 'esbuild';
import { beforeAll, expect, it } from 'vitest';
import { asModules, bundleOf } from '../../scripts/bundle.mjs';
import type { createEngine } from '../../src/compile.ts';
import { packageRoot } from '../../src/world.ts';
import { knownFormats } from '../../src/write/targets.ts';
import { steps } from './recipe.ts';

const files = [...new Set(steps.map(({ file }) => file))];

/** The text of a file with what the recipe adds to it. */
function added(file: string): string {
  return steps
    .filter((step) => step.file === file)
    .reduce(
      (text, { behind, add }) => {
        if (text.split(behind).length !== 2) throw new Error(`${file} no longer has once: ${behind}`);
        return text.replace(behind, () => behind + add.replace(/^\n/, ''));
      },
      readFileSync(path.join(packageRoot, file), 'utf8'),
    );
}

const sources: Plugin = {
  name: 'with what the recipe adds',
  setup({ onLoad }) {
    for (const file of files) {
      const filter = new RegExp(`/${file.replaceAll('.', '\\.')}$`);
      const loader = path.extname(file).slice(1) as Loader;
      onLoad({ filter }, () => ({ contents: added(file), loader }));
    }
  },
};

/** A package of its own, with this kind. */
let own: string;
let library: { readonly createEngine: typeof createEngine };

beforeAll(async () => {
  own = mkdtempSync(path.join(tmpdir(), 'etrati-recipe-'));
  for (const folder of ['data', 'fonts', 'icc', 'standards', 'templates', 'package.json'])
    cpSync(path.join(packageRoot, folder), path.join(own, folder), { recursive: true });
  symlinkSync(path.join(packageRoot, 'node_modules'), path.join(own, 'node_modules'));
  for (const folder of ['src', 'tsconfig.json'])
    cpSync(path.join(packageRoot, folder), path.join(own, folder), { recursive: true });
  for (const file of files) writeFileSync(path.join(own, file), added(file));
  mkdirSync(path.join(own, 'dist'));
  await build({
    ...bundleOf(packageRoot),
    ...asModules,
    entryPoints: { compile: 'src/compile.ts' },
    outdir: path.join(own, 'dist'),
    plugins: [sources],
  });
  library = await import(pathToFileURL(path.join(own, 'dist/compile.js')).href);
  return () => rmSync(own, { recursive: true, force: true });
}, 300_000);

/** What a kind with words of its own takes more. */
const wordFiles = ['language', 'en', 'ka'].map((name) => `src/language/${name}.ts`);

it('takes no more than ten files by hand, words of its own among them, all of which the recipe names', () => {
  const page = readFileSync(path.join(packageRoot, 'docs/architecture.md'), 'utf8');
  const [, recipe = ''] = /### A kind of block\n([\s\S]*?)\n### /.exec(page) ?? [];
  expect(files.length + wordFiles.length).toBeLessThanOrEqual(10);
  expect([...files, ...wordFiles].filter((file) => !recipe.includes(`\`${file}\``))).toEqual([]);
  expect(recipe).toContain(
    `${['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'][files.length]} files by hand`,
  );
});

it('compiles, and its words are data', { timeout: 120_000 }, () => {
  const compiler = path.join(packageRoot, 'node_modules/typescript/bin/tsc');
  const { stdout } = spawnSync(process.execPath, [compiler, '-p', path.join(own, 'tsconfig.json'), '--noEmit'], {
    encoding: 'utf8',
  });
  expect(stdout).toBe('');
  for (const file of files.filter((each) => each.endsWith('.json')))
    expect(() => JSON.parse(readFileSync(path.join(own, file), 'utf8'))).not.toThrow();
});

it('has the kind in all formats, each proved by what it says', async () => {
  const root = path.join(own, 'project');
  const file = 'data/document/pull.json';
  mkdirSync(path.join(root, 'data/document'), { recursive: true });
  const guide = JSON.parse(readFileSync(path.join(packageRoot, 'data/document/guide.json'), 'utf8'));
  const pull = {
    type: 'pull',
    value: { ka: '86 %', en: '86%' },
    caption: { ka: 'გზა ღიაა^[მაისისთვის].', en: 'of the roads are open^[In May].' },
  };
  const [section] = guide.sections;
  const { id, title } = section;
  const data = { ...guide, annexes: null, sections: [{ id, title, blocks: [pull] }] };
  writeFileSync(path.join(root, file), JSON.stringify(data));
  const engine = library.createEngine({ root, env: {} });
  const { outputs, diagnostics } = await engine.build(file, { formats: knownFormats, prove: true });
  engine.close();
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(new Set(outputs.map(({ format }) => format))).toEqual(new Set(knownFormats));
  const html = Buffer.from(
    outputs.find(({ format, lang }) => format === 'html' && lang === 'en')?.bytes ?? [],
  ).toString();
  expect(html).toMatch(/data-look="figure"[^>]*>(?:<[^>]*>)*86%/);
}, 300_000);

it('refuses what lacks a part, and says so', async () => {
  const root = path.join(own, 'lacking');
  mkdirSync(path.join(root, 'templates/own'), { recursive: true });
  mkdirSync(path.join(root, 'data/document'), { recursive: true });
  const markup =
    '<document><cover><title>T</title></cover><section id="s"><h>H</h><pull number="86 %"/></section></document>';
  writeFileSync(path.join(root, 'templates/own/document.hbs'), markup);
  cpSync(path.join(packageRoot, 'data/document/guide.json'), path.join(root, 'data/document/guide.json'));
  const engine = library.createEngine({ root, env: {} });
  const found = await engine.validate('data/document/guide.json', { template: 'own' });
  engine.close();
  expect(found.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toContainEqual(
    expect.stringMatching(/has no caption\.$/),
  );
}, 60_000);
