/** A project with a base document, for manifests that change it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Outcome } from '../../src/many/outcome.ts';
import { type Ran, runIn } from '../cli/project.ts';

/** A short document: what is made of it takes little time. */
export const base: Readonly<Record<string, unknown>> = JSON.parse(
  readFileSync(path.join(import.meta.dirname, 'base.json'), 'utf8'),
);

export class ManyProject {
  readonly root = mkdtempSync(path.join(tmpdir(), 'etrati-many-'));

  constructor() {
    onTestFinished(() => rmSync(this.root, { recursive: true, force: true }));
    this.write('base.json', `${JSON.stringify(base, null, 2)}\n`);
  }

  write(file: string, text: string | Uint8Array): void {
    mkdirSync(path.dirname(path.join(this.root, file)), { recursive: true });
    writeFileSync(path.join(this.root, file), text);
  }

  read(file: string): string {
    return readFileSync(path.join(this.root, file), 'utf8');
  }

  run(argv: readonly string[], isTTY = false, env: Readonly<Record<string, string>> = {}): Promise<Ran> {
    return runIn(this.root, argv, env, isTTY);
  }

  /** What `etrati batch` prints of each record. */
  async batch(manifest: string, ...argv: readonly string[]): Promise<Ran & { readonly outcomes: readonly Outcome[] }> {
    const ran = await this.run(['batch', manifest, '--base', 'base.json', '--diagnostics', 'json', ...argv]);
    const lines = ran.stdout.split('\n').filter((line) => line !== '');
    return { ...ran, outcomes: lines.map((line): Outcome => JSON.parse(line)) };
  }
}
