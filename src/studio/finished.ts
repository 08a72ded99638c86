/** Finished files of a document in the output folder: listed, and handed over one by one or together. */
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { zipSync } from 'fflate';
import { Report } from '../diagnostics.ts';
import { languageTags } from '../language/languages.ts';
import { settle } from '../work/settings.ts';
import { editionKinds } from '../write/targets.ts';
import { HttpError } from './http.ts';
import type { MadeFile } from './protocol.ts';

/** After the name of the document: edition, languages, what it is, ending. A document may be called as another with a word more. */
const kinds = editionKinds.filter((kind) => kind !== 'standard').join('|');
const tags = languageTags.join('|');
const endings = 'pdf|docx|html|json|xjdf|epub|brf|pef|txt|md|svg|png|jpg';
const finished = new RegExp(
  `^(?:report\\.json|(?:(?:${kinds})\\.)?(?:draft\\.)?(?:${tags})(?:-(?:${tags}))*(?:\\.[\\w-]+){0,2}\\.(?:${endings}))$`,
);

/** The newest text makes all that was made before it stale. */
export async function finishedIn(folder: string, file: string, changed: number): Promise<readonly MadeFile[]> {
  const base = `${path.posix.basename(file, '.json')}.`;
  const names = (await readdir(folder).catch(() => []))
    .filter((name) => name.startsWith(base) && finished.test(name.slice(base.length)))
    .sort();
  return Promise.all(
    names.map(async (name) => {
      const { size, mtimeMs } = await stat(path.join(folder, name));
      return { name, size, made: mtimeMs, isStale: mtimeMs < changed };
    }),
  );
}

async function finishedOf(root: string, file: string) {
  const { out } = await settle({}, root, new Report());
  const folder = path.resolve(root, out);
  const { mtimeMs } = await stat(path.join(root, file));
  return { folder, files: await finishedIn(folder, file, mtimeMs) };
}

export async function listMade(root: string, file: string): Promise<readonly MadeFile[]> {
  return (await finishedOf(root, file)).files;
}

/** One of them. Throws `HttpError` for any other name. */
export async function readMade(root: string, file: string, name: string): Promise<Uint8Array> {
  const { folder, files } = await finishedOf(root, file);
  if (!files.some((each) => each.name === name)) throw new HttpError(404, 'not-found', 'There is no such file.');
  return readFile(path.join(folder, name));
}

/** All of them in one. */
export async function zipMade(root: string, file: string): Promise<Uint8Array> {
  const { folder, files } = await finishedOf(root, file);
  const read = await Promise.all(
    files.map(async ({ name }) => [name, await readFile(path.join(folder, name))] as const),
  );
  // They are packed already.
  return zipSync(Object.fromEntries(read), { level: 0 });
}
