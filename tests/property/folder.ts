/** A project folder for one test, with pictures in it, and how many random cases a test tries. */
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type fc from 'fast-check';
import sharp from 'sharp';

/** The same cases each time, unless FC_RUNS asks for more of them, FC_SEED for others, or FC_PATH for one that failed. */
export function runs(few: number): fc.Parameters<unknown> {
  const { FC_RUNS, FC_SEED, FC_PATH } = process.env;
  const numRuns = FC_RUNS ? Number(FC_RUNS) : few;
  const seed = FC_SEED ? Number(FC_SEED) : 2026;
  return FC_PATH ? { numRuns, seed, path: FC_PATH, endOnFailure: true } : { numRuns, seed };
}

export class Folder {
  readonly root: string;
  private constructor(root: string) {
    this.root = root;
  }

  static async make(): Promise<Folder> {
    const folder = new Folder(await mkdtemp(path.join(tmpdir(), 'etrati-property-')));
    const plain = sharp({ create: { width: 24, height: 16, channels: 3, background: '#0033a0' } });
    await folder.write('plain.png', await plain.clone().png().toBuffer());
    await folder.write('plain.jpg', await plain.clone().jpeg().toBuffer());
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 16"><path d="M2 2h9v9z"/></svg>';
    await folder.write('plain.svg', svg);
    return folder;
  }

  async write(file: string, content: string | Uint8Array): Promise<void> {
    const whole = path.join(this.root, file);
    await mkdir(path.dirname(whole), { recursive: true });
    await writeFile(whole, content);
  }

  /** Null if there is no such file. */
  read(file: string): Promise<string | null> {
    return readFile(path.join(this.root, file), 'utf8').catch(() => null);
  }

  bytes(file: string): Uint8Array {
    return readFileSync(path.join(this.root, file));
  }

  remove(): Promise<void> {
    return rm(this.root, { recursive: true, force: true });
  }
}
