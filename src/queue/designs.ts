/** The templates, themes and kinds of a project as one hash: a worker whose own are others would make something else. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { SourceHashes } from '../many/hashes.ts';
import { slashes } from '../world.ts';

const folder = 'templates';

export class Designs {
  readonly #root: string;
  readonly #hashes: SourceHashes;

  /** @param root the project's folder */
  constructor(root: string) {
    this.#root = root;
    this.#hashes = new SourceHashes(root);
  }

  /** As they are now; a file is read again only when it was written since. */
  async hash(): Promise<string> {
    return this.#hashes.of((await designFiles(this.#root, folder)).toSorted());
  }
}

/** All files of a folder of designs, by their names from the root; none where there is no such folder. */
export async function designFiles(root: string, folder: string): Promise<readonly string[]> {
  const home = path.join(root, folder);
  const entries = await readdir(home, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => slashes(path.relative(home, path.join(parentPath, name))));
  // What systems and editors leave in a folder is nobody's design.
  return files.filter((file) => !/(?:^|\/)\.|~$/.test(file)).map((file) => `${folder}/${file}`);
}
