/** `etrati init`: a project of one's own, that can be built at once. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { configSchema } from '../config.ts';
import { misuse, Refused } from '../diagnostics.ts';
import { jsonSchema, kinds } from '../input/kinds.ts';
import { visible } from '../render-diagnostics.ts';
import { type WholeFile, writeTogether } from '../staging.ts';
import { packageRoot } from '../world.ts';
import { type ExitCode, exit } from './findings.ts';
import type { Terminal } from './terminal.ts';

const starter = path.join(packageRoot, 'templates/starter');

/** Makes a project in a folder that is new or empty; all of it or nothing. Throws `Refused` for any other folder. */
export async function init(named: string, { cwd, stderr }: Terminal): Promise<ExitCode> {
  const folder = path.resolve(cwd, named);
  await checkEmpty(folder, named);
  const files = [...(await starterFiles(nameOf(folder))), ...(await ownTemplate()), ...schemas()];
  await writeTogether(files.map(({ file, bytes }) => ({ file: path.join(folder, file), bytes })));
  const names = files.map(({ file }) => `  ${file}\n`).sort();
  const next = named === '.' ? '' : `cd ${visible(named)} && `;
  stderr.write(`Made a project in ${visible(named)}:\n${names.join('')}Next: ${next}etrati build\n`);
  return exit.done;
}

async function checkEmpty(folder: string, named: string): Promise<void> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    const hints = ['Name a new folder, or check the permissions of this one.'];
    throw new Refused([misuse('folder-unusable', `"${named}" cannot be used as a folder.`, hints)]);
  });
  if (entries.length === 0) return;
  const hints = ['Name a new folder: etrati init never replaces files.'];
  throw new Refused([misuse('folder-not-empty', `The folder "${named}" is not empty.`, hints)]);
}

/** What the data file and the theme are called: as the folder, where that can stand in file names and addresses. */
function nameOf(folder: string): string {
  const name = path.basename(folder);
  return /^[a-z0-9][a-z0-9-]{0,62}$/.test(name) ? name : 'project';
}

/** The files of `templates/starter/`; NAME stands for the project's name, in paths and texts. */
async function starterFiles(name: string): Promise<readonly WholeFile[]> {
  return (await listFiles(starter)).map(({ file, bytes }) => ({
    // npm leaves files named .gitignore out of packages.
    file: file.replaceAll('NAME', name).replace(/^gitignore$/, '.gitignore'),
    bytes: Buffer.from(bytes.toString('utf8').replaceAll('NAME', name), 'utf8'),
  }));
}

/** Our own template: what is in its place wins over it. */
async function ownTemplate(): Promise<readonly WholeFile[]> {
  const files = await listFiles(path.join(packageRoot, 'templates/brochure'));
  return files.map(({ file, bytes }) => ({ file: `templates/brochure/${file}`, bytes }));
}

/** In the project, so that editors find them without us. */
function schemas(): readonly WholeFile[] {
  const all = { ...Object.fromEntries(Object.values(kinds).map((kind) => [kind.name, jsonSchema(kind)])) };
  return Object.entries({ ...all, config: configSchema() }).map(([name, schema]) => ({
    file: `schema/${name}.schema.json`,
    bytes: Buffer.from(`${JSON.stringify(schema, null, 2)}\n`, 'utf8'),
  }));
}

async function listFiles(folder: string): Promise<readonly { readonly file: string; readonly bytes: Buffer }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return Promise.all(
    files.sort().map(async (file) => ({
      file: path.relative(folder, file).split(path.sep).join('/'),
      bytes: await readFile(file),
    })),
  );
}
