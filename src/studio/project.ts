/** The documents of a project, as the studio lists, makes, copies and throws them away. */
import { link, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { configFile } from '../config.ts';
import { kindNames, kinds } from '../input/kinds.ts';
import { writeTogether } from '../staging.ts';
import { codeOf } from '../system-error.ts';
import { documentFiles, jsonBytes, nameOf, projectFiles, schemas } from '../work/starter.ts';
import { dataOf } from './data-text.ts';
import { finishedIn } from './finished.ts';
import { HttpError } from './http.ts';
import { fileIn, placeIn } from './place.ts';
import type { DocumentInfo, FilesState, ProjectInfo } from './protocol.ts';
import { ownFolder, textLimit } from './versions.ts';

const bin = `${ownFolder}/bin`;

/**
 * A data file as the page names it: of one folder below `data`, so that no name leads elsewhere. It may have any sign that every
 * disk takes, as copies of browsers have: “brochure (1)”.
 */
const fileForm =
  /^data\/([a-z][a-z0-9-]{0,62})\/([^\p{C}\p{Zl}\p{Zp}/\\:*?"<>|. ][^\p{C}\p{Zl}\p{Zp}/\\:*?"<>|]{0,99})\.json$/u;

/** Throws `HttpError` for what is no name of a data file. */
export function dataFile(name: unknown): string {
  if (typeof name === 'string' && fileForm.test(name) && !name.includes('..')) return name;
  throw new HttpError(400, 'bad-name', 'This is not a document of the project.');
}

export async function readProject(root: string, out: string): Promise<ProjectInfo> {
  const documents: DocumentInfo[] = [];
  for (const kind of await kindNames(root)) {
    const names = await readdir(path.join(root, 'data', kind)).catch(() => []);
    for (const name of names.sort()) {
      const file = `data/${kind}/${name}`;
      if (fileForm.test(file)) documents.push(await describe(root, file, kind, out));
    }
  }
  const examples = Object.values(kinds).map(({ name, title }) => ({ kind: name, title }));
  return {
    folder: path.basename(root),
    documents: documents.sort((one, other) => other.changed - one.changed),
    examples,
    bin: await readBin(root),
  };
}

async function describe(root: string, file: string, kind: string, out: string): Promise<DocumentInfo> {
  const facts = await stat(path.join(root, file)).catch(() => null);
  const value: unknown = await fileIn(root, file, textLimit)
    .then(({ place }) => readFile(place, 'utf8'))
    .then(dataOf)
    .catch(() => null);
  const title: unknown = Reflect.get(Object(value), 'title');
  const languages: unknown = Reflect.get(Object(value), 'languages');
  const texts = Object.entries(Object(title)).flatMap(([tag, text]) => (typeof text === 'string' ? [[tag, text]] : []));
  return {
    file,
    kind,
    title: value === null ? null : Object.fromEntries(texts),
    languages: Array.isArray(languages) ? languages.filter((tag) => typeof tag === 'string') : [],
    changed: facts?.mtimeMs ?? 0,
    files: await filesState(path.resolve(root, out), file, facts?.mtimeMs ?? 0),
  };
}

/** Compared by time, as a person would: a file is stale if the text was changed after it was made. */
async function filesState(folder: string, file: string, changed: number): Promise<FilesState> {
  const made = await finishedIn(folder, file, changed);
  if (made.length === 0) return { state: 'none', count: 0, made: null };
  const isStale = made.some((each) => each.isStale);
  const oldest = Math.min(...made.map((each) => each.made));
  return { state: isStale ? 'stale' : 'fresh', count: made.length, made: oldest };
}

/** A new document from the start of a kind; in an empty folder a project around it. Gives the file's name. */
export async function createDocument(root: string, kind: unknown): Promise<string> {
  if (typeof kind !== 'string' || !Object.hasOwn(kinds, kind))
    throw new HttpError(400, 'bad-kind', 'There is no such kind of document.');
  const isProject = await stat(path.join(root, configFile)).then(
    () => true,
    () => false,
  );
  const name = await freeName(root, kind, kind === nameOf(root) ? `${kind}-1` : kind);
  const own = isProject ? [] : [...(await projectFiles(nameOf(root), kind)), ...schemas()];
  const missing = await absent(root, own);
  const files = [...missing, ...(await documentFiles(name, kind))];
  const placed = files.map(async ({ file, bytes }) => ({ file: await placeIn(root, file), bytes }));
  await writeTogether(await Promise.all(placed));
  return `data/${kind}/${name}.json`;
}

/** Nothing that is there is replaced. */
async function absent<T extends { readonly file: string }>(root: string, files: readonly T[]): Promise<readonly T[]> {
  const found = await Promise.all(
    files.map(({ file }) =>
      stat(path.join(root, file)).then(
        () => true,
        () => false,
      ),
    ),
  );
  return files.filter((_, index) => found[index] !== true);
}

/**
 * Names of documents are names of their files in `output`, where kinds have no folders: none is used twice, nor in other capitals,
 * which are the same file on many disks.
 *
 * @param own the document that gets the name: what it is called now is no other's
 */
async function freeName(root: string, kind: string, wish: string, own = ''): Promise<string> {
  const taken = new Set<string>();
  for (const folder of await kindNames(root))
    for (const file of await readdir(path.join(root, 'data', folder)).catch(() => []))
      if (`data/${folder}/${file}` !== own) taken.add(file.toLowerCase());
  // The pictures of a start have names of their own and are shared with what stands there.
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? wish : `${wish}-${count}`;
    if (!taken.has(`${name}.json`.toLowerCase())) return name;
    if (count > 999) throw new HttpError(409, 'too-many', `There are too many documents called "${kind}".`);
  }
}

export async function duplicateDocument(root: string, file: string): Promise<string> {
  const [, kind = '', name = ''] = fileForm.exec(file) ?? [];
  const bytes = await readFile((await fileIn(root, file, textLimit)).place);
  const copy = `data/${kind}/${await freeName(root, kind, `${name.replace(/-\d+$/, '')}-copy`)}.json`;
  await writeTogether([{ file: await placeIn(root, copy), bytes }]);
  return copy;
}

/** Throws `HttpError` where a document of the new name is there. */
export async function renameDocument(root: string, file: string, wish: unknown): Promise<string> {
  const [, kind = ''] = fileForm.exec(file) ?? [];
  const next = typeof wish === 'string' ? wish.trim().replace(/\.json$/, '') : '';
  if (!/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,62}$/u.test(next))
    throw new HttpError(400, 'bad-name', 'A name has letters, digits and hyphens.');
  const target = dataFile(`data/${kind}/${next}.json`);
  if (target === file) return file;
  const taken = new HttpError(409, 'name-taken', `There is a document called "${next}" already.`);
  if ((await freeName(root, kind, next, file)) !== next) throw taken;
  if (!(await moveTo(await placeIn(root, file), await placeIn(root, target)))) throw taken;
  return target;
}

/** Gives a file another place, where none is; says whether it has. What stands there is never replaced. */
async function moveTo(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    await rm(from);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') throw error;
    // The same file, where capitals make no difference; or a disk that has one name for each file.
    const [old, there] = await Promise.all([from, to].map((file) => stat(file).catch(() => null)));
    if (there && (there.ino !== old?.ino || from.toLowerCase() !== to.toLowerCase())) return false;
    await rename(from, to);
    return true;
  }
}

/** Puts a document into the bin, with the time and the place it had. Gives its name there. */
export async function throwAway(root: string, file: string, now: number): Promise<string> {
  const folder = await placeIn(root, bin);
  await mkdir(folder, { recursive: true });
  const name = `${now}-${path.posix.basename(file)}`;
  await rename(await placeIn(root, file), path.join(folder, name));
  await writeFile(path.join(folder, `${name}.place`), jsonBytes({ file, deleted: now }));
  return name;
}

async function readBin(root: string): Promise<ProjectInfo['bin']> {
  const names = (await readdir(path.join(root, bin)).catch(() => [])).filter((name) => name.endsWith('.place'));
  const places = await Promise.all(
    names.map(async (name) => {
      const place: unknown = await readFile(path.join(root, bin, name), 'utf8')
        .then(JSON.parse)
        .catch(() => null);
      const file: unknown = Reflect.get(Object(place), 'file');
      const deleted: unknown = Reflect.get(Object(place), 'deleted');
      if (typeof file !== 'string' || !fileForm.test(file) || typeof deleted !== 'number') return [];
      return [{ name: name.replace(/\.place$/, ''), file, deleted }];
    }),
  );
  return places.flat().sort((one, other) => other.deleted - one.deleted);
}

/** Takes a document out of the bin, to its old place or beside what has taken it. */
export async function restore(root: string, name: unknown): Promise<string> {
  const found = (await readBin(root)).find((each) => each.name === name);
  if (found === undefined) throw new HttpError(404, 'not-found', 'The document is not in the bin.');
  const [, kind = '', base = ''] = fileForm.exec(found.file) ?? [];
  const file = `data/${kind}/${await freeName(root, kind, base)}.json`;
  await mkdir(await placeIn(root, `data/${kind}`), { recursive: true });
  if (!(await moveTo(await placeIn(root, `${bin}/${found.name}`), await placeIn(root, file))))
    throw new HttpError(409, 'name-taken', `There is a document called "${base}" already.`);
  await rm(path.join(root, bin, `${found.name}.place`), { force: true });
  return file;
}
