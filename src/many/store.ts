/** Where the files of records go: a folder of this machine, a store elsewhere, or back to who asked. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Refused } from '../diagnostics.ts';
import { Staging, sweepFolder } from '../staging.ts';
import { hashOfFile } from './hashes.ts';
import { type Bucket, openBucket } from './s3.ts';

/** Data alone: it goes to another thread. `answer`: files are kept until they are taken. */
export type Destination =
  | { readonly type: 'folder'; readonly folder: string }
  | { readonly type: 's3'; readonly bucket: Bucket }
  | { readonly type: 'answer' };

/** A file by its path in the store, with `/`. */
export interface StoredFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

export interface Store {
  /** All files of a record. Throws `Refused` where a person has to do something, and else what may pass by itself. */
  put(files: readonly StoredFile[]): Promise<void>;
  /** SHA-256 of what is there, hexadecimal; `-` where nothing is. */
  hashOf(file: string): Promise<string>;
  /** Null where it is not there. */
  read(file: string): Promise<Uint8Array | null>;
  /** Whether a file stands there that a document may lead to. */
  has(file: string): boolean;
}

export function openStore(destination: Destination): Store {
  if (destination.type === 'answer') return new KeptFiles();
  return destination.type === 'folder' ? new FolderStore(destination.folder) : openBucket(destination.bucket);
}

/** All files of a record appear at one moment, or none. */
class FolderStore implements Store {
  readonly #folder: string;
  /** Folders that hold nothing any more of what killed processes left. */
  readonly #swept = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  async put(files: readonly StoredFile[]): Promise<void> {
    const staging = new Staging({ sweeps: false });
    const whole = files.map(({ file, bytes }) => ({ file: path.join(this.#folder, file), bytes }));
    for (const folder of new Set(whole.map(({ file }) => path.dirname(file)))) {
      // Once: it may come to have a hundred thousand files.
      if (!this.#swept.has(folder)) await sweepFolder(folder);
      this.#swept.add(folder);
    }
    try {
      await staging.add(whole);
      await staging.commit();
    } catch (error) {
      throw error instanceof Refused ? this.#within(error) : error;
    }
  }

  /** Whoever asked for a document, perhaps from afar, knows its files by their names in the store. */
  #within({ diagnostics }: Refused): Refused {
    const around = `${this.#folder}${path.sep}`;
    return new Refused(diagnostics.map((each) => ({ ...each, message: each.message.replaceAll(around, '') })));
  }

  hashOf(file: string): Promise<string> {
    return hashOfFile(path.join(this.#folder, file));
  }

  read(file: string): Promise<Uint8Array | null> {
    return readFile(path.join(this.#folder, file)).catch(() => null);
  }

  has(file: string): boolean {
    return existsSync(path.join(this.#folder, file));
  }
}

/** Keeps the files of the record that was made last. */
export class KeptFiles implements Store {
  #files: readonly StoredFile[] = [];

  async put(files: readonly StoredFile[]): Promise<void> {
    this.#files = files;
  }

  async hashOf(): Promise<string> {
    return '-';
  }

  async read(): Promise<null> {
    return null;
  }

  has(): boolean {
    return false;
  }

  take(): readonly StoredFile[] {
    const files = this.#files;
    this.#files = [];
    return files;
  }
}
