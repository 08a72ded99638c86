/** A throw-away project folder and a terminal that remembers, to run commands in. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { main } from '../../src/cli/main.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import type { Diagnostic } from '../../src/diagnostics.ts';
import { packageRoot } from '../../src/world.ts';

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export class Project {
  readonly root = mkdtempSync(path.join(tmpdir(), 'etrati-cli-'));

  /** A project with our brochure in it, removed after the test. */
  constructor() {
    onTestFinished(() => rmSync(this.root, { recursive: true, force: true }));
    const folder = 'data/brochure';
    cpSync(path.join(packageRoot, folder), path.join(this.root, folder), { recursive: true });
  }

  read(file: string): string {
    return readFileSync(path.join(this.root, file), 'utf8');
  }

  write(file: string, text: string | Uint8Array): void {
    mkdirSync(path.dirname(path.join(this.root, file)), { recursive: true });
    writeFileSync(path.join(this.root, file), text);
  }

  /** The names in a folder; none if it is not there. */
  list(folder: string): readonly string[] {
    try {
      return readdirSync(path.join(this.root, folder)).sort();
    } catch {
      return [];
    }
  }

  /** The brochure with the first `was` in it replaced. */
  edit(was: string, now: string): void {
    const text = this.read(brochure);
    if (!text.includes(was)) throw new Error(`the brochure has no ${was}`);
    this.write(
      brochure,
      text.replace(was, () => now),
    );
  }

  /** The template with the first `was` in it replaced, as a template of this project's own. */
  editTemplate(was: string, now: string): void {
    cpSync(path.join(packageRoot, 'templates/brochure'), path.join(this.root, 'templates/brochure'), {
      recursive: true,
    });
    const text = this.read('templates/brochure/document.hbs');
    if (!text.includes(was)) throw new Error(`the template has no ${was}`);
    this.write(
      'templates/brochure/document.hbs',
      text.replace(was, () => now),
    );
  }

  run(argv: readonly string[], env: Record<string, string> = {}, isTTY = false): Promise<Ran> {
    return runIn(this.root, argv, env, isTTY);
  }

  async runJson(argv: readonly string[]): Promise<Ran & { readonly diagnostics: readonly Diagnostic[] }> {
    const ran = await this.run([...argv, '--diagnostics', 'json']);
    const { diagnostics }: { diagnostics: readonly Diagnostic[] } = JSON.parse(ran.stdout);
    return { ...ran, diagnostics };
  }
}

/** Runs a command in a folder. */
export async function runIn(
  cwd: string,
  argv: readonly string[],
  env: Record<string, string> = {},
  isTTY = false,
  more: Pick<Terminal, 'ask'> = {},
): Promise<Ran> {
  const said = { stdout: '', stderr: '' };
  const stream = (name: keyof typeof said) => ({
    isTTY,
    write(text: string) {
      said[name] += text;
    },
  });
  const code = await main(argv, { stdout: stream('stdout'), stderr: stream('stderr'), cwd, env, ...more });
  return { code, ...said };
}

export const brochure = 'data/brochure/brochure.json';
