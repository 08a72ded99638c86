/** The files that a new project, or a new document in it, starts from. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { configSchema } from '../config.ts';
import { jsonSchema, kinds } from '../input/kinds.ts';
import type { WholeFile } from '../staging.ts';
import { packageRoot, slashes } from '../world.ts';

const starter = path.join(packageRoot, 'templates/starter');
/** A folder for each kind: its data file and the pictures that this names. */
const starters = path.join(packageRoot, 'templates/starters');

/** What all projects have, and the start of a document of the kind; relative to the project. */
export async function starterFiles(name: string, kind: string): Promise<readonly WholeFile[]> {
  return [...(await projectFiles(name, kind)), ...(await documentFiles(name, kind))];
}

/** The start of a document of the kind: its data file and its pictures. */
export async function documentFiles(name: string, kind: string): Promise<readonly WholeFile[]> {
  const own = await listFiles(path.join(starters, kind));
  return own.map(({ file, bytes }) => filled({ file: `data/${kind}/${file}`, bytes }, name, kind));
}

export async function projectFiles(name: string, kind: string): Promise<readonly WholeFile[]> {
  return (await listFiles(starter)).map((file) => filled(file, name, kind));
}

/** What the data file and the theme are called: as the folder, where that can stand in file names and addresses. */
export function nameOf(folder: string): string {
  const name = path.basename(folder);
  return /^[a-z0-9][a-z0-9-]{0,62}$/.test(name) ? name : 'project';
}

/** NAME stands for the project's name, KIND for the kind. */
export function filled({ file, bytes }: WholeFile, name: string, kind: string): WholeFile {
  const named = (text: string) => text.replaceAll('NAME', name).replaceAll('KIND', kind);
  return {
    // npm leaves files named .gitignore out of packages.
    file: named(file).replace(/^gitignore$/, '.gitignore'),
    bytes: /\.(?:png|jpe?g|webp|ttf)$/i.test(file)
      ? bytes
      : Buffer.from(named(Buffer.from(bytes).toString('utf8')), 'utf8'),
  };
}

/** In the project, so that editors find them without us. */
export function schemas(): readonly WholeFile[] {
  const all = { ...Object.fromEntries(Object.values(kinds).map((kind) => [kind.name, jsonSchema(kind)])) };
  return Object.entries({ ...all, config: configSchema() }).map(([name, schema]) => ({
    file: `schema/${name}.schema.json`,
    bytes: jsonBytes(schema),
  }));
}

export function jsonBytes(value: object): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`, 'utf8');
}

/** All files of a folder, relative to it, sorted. */
export async function listFiles(folder: string): Promise<readonly { readonly file: string; readonly bytes: Buffer }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return Promise.all(
    files.sort().map(async (file) => ({
      file: slashes(path.relative(folder, file)),
      bytes: await readFile(file),
    })),
  );
}
