/** The compiled program and library. All that needs dist/ is in this file, so that it is compiled once. */
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { packageRoot } from '../../src/world.ts';

const cli = path.join(packageRoot, 'dist/cli.cjs');
const compile = () => spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: packageRoot, encoding: 'utf8' });

beforeAll(() => {
  const { status, stdout, stderr } = compile();
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
});

function run(argv: readonly string[], env: Record<string, string> = {}) {
  const cwd = mkdtempSync(path.join(tmpdir(), 'etrati-process-'));
  return spawnSync(process.execPath, [cli, ...argv], { cwd, encoding: 'utf8', env: { ...process.env, ...env } });
}

it('is compiled once, to a program that can be run', () => {
  const before = statSync(cli).mtimeMs;
  expect(compile()).toMatchObject({ status: 0, stdout: '', stderr: '' });
  expect(statSync(cli).mtimeMs).toBe(before);
  expect(statSync(cli).mode & 0o111).toBe(0o111);
});

it('keeps data and messages apart', () => {
  expect(run(['--version'])).toMatchObject({ status: 0, stderr: '', stdout: expect.stringMatching(/^\d/) });
  expect(run(['schema', 'brochure'])).toMatchObject({ status: 0, stderr: '', stdout: expect.stringMatching(/^\{/) });
  expect(run(['build', 'none.json'])).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringMatching(/^error\[/),
  });
});

it('takes no harm from a reader that leaves', async () => {
  const child = spawn(process.execPath, [cli, 'schema', 'brochure'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  child.stdout.destroy();
  const status = await new Promise((resolve) => child.on('close', resolve));
  expect([status, stderr]).toEqual([0, '']);
});

/** A project as `etrati init` makes it, by the name of `project`. */
function initProject(...options: readonly string[]): string {
  const around = mkdtempSync(path.join(tmpdir(), 'etrati-init-'));
  onTestFinished(() => rmSync(around, { recursive: true, force: true }));
  const made = spawnSync(process.execPath, [cli, 'init', 'project', ...options], { cwd: around, encoding: 'utf8' });
  expect(made, made.stderr).toMatchObject({ status: 0, stdout: '' });
  return path.join(around, 'project');
}

it('makes a project that builds at once', () => {
  const cwd = initProject();
  const built = spawnSync(process.execPath, [cli, 'build'], { cwd, encoding: 'utf8' });
  expect(built, built.stderr).toMatchObject({ status: 0, stderr: expect.stringContaining('Found 1 warning.') });
  // Nothing but what a starter has to say: that its words are still there.
  expect(built.stderr).toContain('warning[starter-words]');
  expect(readFileSync(path.join(cwd, 'output/project.ka.pdf'), 'latin1')).toMatch(/^%PDF/);
});

describe('watch', () => {
  /** Runs until the work with it is done; `says` waits until a text appears after the last one that was waited for. */
  async function watching(cwd: string, argv: readonly string[], work: (says: Says) => Promise<void>) {
    const child = spawn(process.execPath, [cli, 'watch', ...argv], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
    let heard = 0;
    await work(async (text) => {
      await expect.poll(() => said.slice(heard), { timeout: 30_000 }).toContain(text);
      const from = heard;
      heard = said.indexOf(text, heard) + text.length;
      return said.slice(from, heard);
    });
    child.kill('SIGINT');
    return { status: await ended, rest: said.slice(heard) };
  }
  type Says = (text: string) => Promise<string>;

  const edit = (file: string, was: string, now: string) => {
    const text = readFileSync(file, 'utf8');
    expect(text).toContain(was);
    writeFileSync(file, text.replace(was, now));
  };

  it('builds again what a saved file concerns, goes on after errors, and ends cleanly', async () => {
    const cwd = initProject('--with-template');
    const at = (file: string) => path.join(cwd, file);
    const page = () => readFileSync(at('output/project.en.html'), 'utf8');
    const done = 'Watching; Ctrl+C ends it.';
    const { status, rest } = await watching(cwd, ['--format', 'html', '--lang', 'en'], async (says) => {
      await says(done);
      edit(at('data/brochure/project.json'), 'the first thing', 'the foremost thing');
      expect(await says(done)).toMatch(/Wrote 1 file to output in [\s\S]*Took \d+\.\d\d s\./);
      expect(page().includes('the foremost thing')).toBe(true);

      edit(at('data/brochure/project.json'), '"kind": "brochure",', '"kind": "brochure"');
      expect(await says(done)).toMatch(/error\[broken-json\][\s\S]*Wrote nothing for data\/brochure\/project\.json/);
      edit(at('data/brochure/project.json'), '"kind": "brochure"', '"kind": "brochure",');
      // That the other edition is not built is what --lang asks for: the warning is of starter words.
      expect(await says(done)).toMatch(/Found 1 warning\./);

      const before = page();
      edit(at('data/brochure/picture.svg'), '#1F5CB5', '#1F5CB6');
      await says(done);
      expect(page() === before).toBe(false);

      edit(at('templates/brochure/document.hbs'), 'id="contact"', 'id="kontakt"');
      await says(done);
      expect(page().includes('id="kontakt"')).toBe(true);

      edit(at('templates/themes/project/theme.json'), '"dark": "#7FD1AE"', '"dark": "#7FD1AF"');
      await says(done);
      expect(page().includes('#7FD1AF')).toBe(true);

      edit(at('etrati.config.json'), '"out": "output"', '"out": "elsewhere"');
      await says(done);
      expect(existsSync(at('elsewhere/project.en.html'))).toBe(true);

      writeFileSync(at('data/brochure/more.json'), readFileSync(at('data/brochure/project.json')));
      expect(await says(done)).toContain('more.en.html');
    });
    expect([status, rest.trim()]).toEqual([0, 'Stopped.']);
  });

  it('waits for a file that is not there yet, beside others that do not concern it', async () => {
    const cwd = initProject();
    const data = path.join(cwd, 'data/brochure/project.json');
    const text = readFileSync(data);
    rmSync(data);
    const { status } = await watching(cwd, ['data/brochure/project.json', '--format', 'html'], async (says) => {
      expect(await says('Watching;')).toContain('error[file-missing]');
      mkdirSync(path.join(cwd, 'notes'));
      writeFileSync(data, text);
      expect(await says('Watching;')).toContain('Wrote 2 files');
    });
    expect(status).toBe(0);
  });
});

describe('the library', () => {
  const blocks = () => {
    const text = readFileSync(path.join(packageRoot, 'docs/library.md'), 'utf8');
    return [...text.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = '']) => code);
  };

  it('does what its documentation says', () => {
    const cwd = initProject();
    mkdirSync(path.join(cwd, 'node_modules'));
    symlinkSync(packageRoot, path.join(cwd, 'node_modules/etrati'));
    expect(blocks()).toHaveLength(4);
    for (const [index, code] of blocks().entries()) {
      writeFileSync(path.join(cwd, `example-${index}.mjs`), code);
      const ran = spawnSync(process.execPath, [`example-${index}.mjs`], { cwd, encoding: 'utf8' });
      expect(ran, ran.stderr).toMatchObject({ status: 0, stdout: '' });
      for (const line of ran.stderr.split('\n').filter(Boolean)) expect(line).toContain('warning starter-words');
    }
    expect(readFileSync(path.join(cwd, 'project.ka.pdf'), 'latin1')).toMatch(/^%PDF-2\.0/);
    for (const name of ['project', 'batumi'])
      expect(readFileSync(path.join(cwd, `${name}.ka.html`), 'utf8')).toMatch(/<\/html>\s*$/);
  });

  it('is typed as its documentation uses it', () => {
    const cwd = initProject();
    mkdirSync(path.join(cwd, 'node_modules'));
    for (const name of ['etrati', '@types', 'undici-types'])
      symlinkSync(
        name === 'etrati' ? packageRoot : path.join(packageRoot, 'node_modules', name),
        path.join(cwd, 'node_modules', name),
      );
    writeFileSync(path.join(cwd, 'package.json'), '{ "type": "module" }');
    for (const [index, code] of blocks().entries()) writeFileSync(path.join(cwd, `example-${index}.ts`), code);
    const wrong =
      'import { createEngine } from "etrati"; createEngine({ root: "." }).build("x", { formats: ["epub3"] });';
    writeFileSync(path.join(cwd, 'wrong.ts'), wrong);
    const tsc = path.join(packageRoot, 'node_modules/typescript/bin/tsc');
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--types', 'node'];
    const check = (...files: string[]) =>
      spawnSync(process.execPath, [tsc, ...options, '--skipLibCheck', ...files], { cwd, encoding: 'utf8' });
    expect(check(...blocks().map((_, index) => `example-${index}.ts`))).toMatchObject({ status: 0, stdout: '' });
    expect(check('wrong.ts').stdout).toContain('"epub3"');
  });
});
