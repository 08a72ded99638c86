/** Folders that are watched for changes of the files in them. Editors save by renaming, so files cannot be watched. */
import { type FSWatcher, watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { misuse, Refused } from '../diagnostics.ts';

/** Editors write a file in several steps; the last of them is this long ago before it is read. Milliseconds. */
const settling = 60;

interface FolderWatch {
  readonly watcher: FSWatcher;
  /** Tells a folder from another that came in its place. */
  readonly inode: number;
}

export class Folders {
  readonly #root: string;
  readonly #watched = new Map<string, FolderWatch>();
  #changed = new Set<string>();
  #wake: (() => void) | null = null;
  #timer: NodeJS.Timeout | null = null;
  #isClosed = false;

  constructor(root: string) {
    this.#root = root;
  }

  /** Watches these folders, relative to the root, and no others. Those that are not there are passed over. */
  async follow(folders: Iterable<string>): Promise<void> {
    const current = new Set(folders);
    for (const [folder, { watcher }] of this.#watched) if (!current.has(folder)) this.#leave(folder, watcher);
    for (const folder of current) await this.#follow(folder);
  }

  async #follow(folder: string): Promise<void> {
    const absolute = path.join(this.#root, folder);
    const facts = await stat(absolute).catch(() => null);
    const known = this.#watched.get(folder);
    if (known !== undefined && known.inode === facts?.ino) return;
    if (known !== undefined) this.#leave(folder, known.watcher);
    // Closed while the folder was looked at: a watcher that is opened now would keep the process alive.
    if (!facts?.isDirectory() || this.#isClosed) return;
    const watcher = watchFolder(absolute, folder, (_, name) => this.#note(path.posix.join(folder, name ?? '')));
    watcher.on('error', () => this.#leave(folder, watcher));
    this.#watched.set(folder, { watcher, inode: facts.ino });
  }

  #leave(folder: string, watcher: FSWatcher): void {
    watcher.close();
    this.#watched.delete(folder);
  }

  #note(file: string): void {
    this.#changed.add(file);
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#wake?.();
    }, settling);
  }

  /** The files that changed since the last call, relative to the root, with `/`; waits until there is one. */
  async changes(): Promise<readonly string[]> {
    while (this.#changed.size === 0 || this.#timer !== null)
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    const changed = [...this.#changed].sort();
    this.#changed = new Set();
    return changed;
  }

  close(): void {
    this.#isClosed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    for (const [folder, { watcher }] of this.#watched) this.#leave(folder, watcher);
  }
}

function watchFolder(absolute: string, folder: string, listener: (event: string, name: string | null) => void) {
  try {
    return watch(absolute, listener);
  } catch {
    const message = `The folder "${folder}" cannot be watched.`;
    const hints = [
      'Close other programs that watch files, or raise the limit of the system (on Linux fs.inotify.max_user_watches).',
    ];
    throw new Refused([misuse('cannot-watch', message, hints)]);
  }
}
