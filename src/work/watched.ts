/** A project that is watched: which of its data files a change concerns, and in which folders changes are looked for. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { configFile } from '../config.ts';
import { slashes } from '../world.ts';

export class Watched {
  readonly #root: string;
  readonly #named: readonly string[];
  /** What each data file was made from when it was built last. */
  readonly #sources = new Map<string, readonly string[]>();

  /** @param named the data files that were asked for; none for all of data/ */
  constructor(root: string, named: readonly string[]) {
    this.#root = root;
    this.#named = named;
  }

  /** Notes what a data file was made from. */
  built(file: string, sources: readonly string[]): void {
    this.#sources.set(file, sources);
  }

  /** Those of the data files that have to be built: new ones, and those that a change concerns. */
  stale(files: readonly string[], changed: readonly string[]): readonly string[] {
    // What is gone, or cannot be found for now, is built anew when it is back.
    for (const file of this.#sources.keys()) if (!files.includes(file)) this.#sources.delete(file);
    return files.filter((file) => {
      const sources = this.#sources.get(file);
      return sources === undefined || concern(changed, sources);
    });
  }

  /** Whether a change may concern any of them: our own files appear in the project, too. */
  concerns(changed: readonly string[]): boolean {
    const known = [...this.#named.map((file) => path.posix.normalize(file)), ...[...this.#sources.values()].flat()];
    return concern(changed, known) || changed.some((file) => /^data(\/|$)/.test(file));
  }

  /** Where a change may concern us: beside all that was read, and where data, templates and themes are looked for. */
  async folders(): Promise<ReadonlySet<string>> {
    const folders = new Set(['.', ...this.#named.map((file) => relativeFolder(this.#root, file))]);
    for (const parent of ['data', 'templates', 'templates/themes']) {
      folders.add(parent);
      for (const entry of await readdir(path.join(this.#root, parent), { withFileTypes: true }).catch(() => []))
        if (entry.isDirectory()) folders.add(`${parent}/${entry.name}`);
    }
    for (const source of [...this.#sources.values()].flat()) folders.add(path.posix.dirname(source));
    return folders;
  }
}

/** Whether what was made from these files may be another now. */
export function concern(changed: readonly string[], sources: readonly string[]): boolean {
  return changed.some((file) => concerns(file, sources) || concernsAll(file));
}

/** A folder concerns what lies in it. */
function concerns(file: string, sources: readonly string[]): boolean {
  return sources.some((source) => source === file || source.startsWith(`${file}/`));
}

/** A template or theme that was not there before may take the place of one that comes with Etrati. */
function concernsAll(file: string): boolean {
  if (file === configFile) return true;
  return /^templates(\/|$)/.test(file) && !/(^|\/)\.|~$/.test(file);
}

function relativeFolder(root: string, file: string): string {
  return slashes(path.dirname(path.relative(root, path.resolve(root, file))));
}
