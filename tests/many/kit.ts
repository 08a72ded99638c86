/** A project with a base document, for manifests that change it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Outcome } from '../../src/many/outcome.ts';
import { type Ran, runIn } from '../cli/project.ts';

const both = (en: string, ka = 'ქართული ტექსტი') => ({ ka, en });
/** A short document: what is made of it takes little time. */
export const base = {
  kind: 'document',
  languages: ['en', 'ka'],
  date: '2026-11-23',
  title: both('The coast'),
  description: both('A notice of the coast guard.'),
  author: both('The coast guard'),
  keywords: [both('coast')],
  cover: { emblems: [{ name: both('The anchor') }], kind: both('Notice') },
  sections: [
    {
      id: 'season',
      title: both('The season'),
      lead: both('For those who swim.'),
      blocks: [{ type: 'text', text: both('The season begins in May, and ends in October.') }],
    },
  ],
  imprint: { statements: [both('Printed by the coast guard.')], copyright: both('© The coast guard') },
};

export class ManyProject {
  readonly root = mkdtempSync(path.join(tmpdir(), 'etrati-many-'));

  constructor() {
    onTestFinished(() => rmSync(this.root, { recursive: true, force: true }));
    this.write('base.json', JSON.stringify(base, null, 2));
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
