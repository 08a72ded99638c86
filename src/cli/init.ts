/** `etrati init`: a project of one's own, that can be built at once. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { configFile } from '../config.ts';
import { misuse, Refused } from '../diagnostics.ts';
import { kinds } from '../input/kinds.ts';
import { visible } from '../render-diagnostics.ts';
import { type WholeFile, writeTogether } from '../staging.ts';
import { nameHints } from '../suggestion.ts';
import { filled, jsonBytes, listFiles, nameOf, projectFiles, schemas, starterFiles } from '../work/starter.ts';
import { packageRoot } from '../world.ts';
import { type ExitCode, exit } from './findings.ts';
import { editorSchema, filesOfKind } from './init-kind.ts';
import type { Terminal } from './terminal.ts';

export interface InitFlags {
  readonly kind?: string;
  readonly withTemplate?: boolean;
  /** The kind to make one's own of. */
  readonly kindFrom?: string;
  /** What it is called. */
  readonly name?: string;
}

/** Makes a project in a folder that is new or empty; all of it or nothing. Throws `Refused` for any other folder. */
export async function init(named: string, flags: InitFlags, terminal: Terminal): Promise<ExitCode> {
  const { cwd, stderr } = terminal;
  const folder = path.resolve(cwd, named);
  if (flags.kindFrom !== undefined) return initKind({ ...flags, kindFrom: flags.kindFrom }, folder, named, terminal);
  if (flags.name !== undefined) {
    const hints = [`Write the kind that it begins as too: --kind-from brochure --name ${flags.name}.`];
    throw new Refused([
      misuse('unknown-kind', '--name is what a kind of your own is called, and needs --kind-from.', hints),
    ]);
  }
  await checkEmpty(folder, named);
  const kind = await chooseKind(flags, terminal);
  if (kind === null) return exit.misuse;
  const files = [
    ...(await starterFiles(nameOf(folder), kind)),
    ...(flags.withTemplate === true ? await ownTemplate(kind) : []),
    ...schemas(),
  ];
  await writeAll(files, folder);
  return done(`Made a project in ${visible(named)}`, files, named, stderr);
}

async function writeAll(files: readonly WholeFile[], folder: string): Promise<void> {
  await writeTogether(files.map(({ file, bytes }) => ({ file: path.join(folder, file), bytes })));
}

function done(what: string, files: readonly WholeFile[], named: string, stderr: Terminal['stderr']): ExitCode {
  const names = files.map(({ file }) => `  ${file}\n`).sort();
  const next = named === '.' ? '' : `cd ${visible(named)} && `;
  stderr.write(`${what}:\n${names.join('')}Next: ${next}etrati build\n`);
  return exit.done;
}

/** A kind of one's own: in a new project, or in one that is there, where nothing is replaced. */
async function initKind(
  { kindFrom, name: asked }: InitFlags & { readonly kindFrom: string },
  folder: string,
  named: string,
  { cwd, stderr }: Terminal,
): Promise<ExitCode> {
  const isProject = (await readdir(folder).catch(() => [])).some((entry) => entry === configFile);
  if (!isProject) await checkEmpty(folder, named);
  const kind = await filesOfKind(kindFrom, asked, cwd, folder);
  const own = kind.files.map((each) => filled(each, nameOf(folder), kind.name));
  const files = isProject ? own : [...(await projectFiles(nameOf(folder), kind.name)), ...own, ...schemas()];
  await writeAll(files, folder);
  const file = `schema/${kind.name}.schema.json`;
  await writeAll([{ file, bytes: jsonBytes(await editorSchema(kind.name, folder)) }], folder);
  return done(
    `Made the kind "${kind.name}" in ${visible(named)}`,
    [...files, { file, bytes: new Uint8Array() }],
    named,
    stderr,
  );
}

/** The kind that was named or chosen; null where the person goes away. Throws `Refused` for one that there is not. */
async function chooseKind({ kind }: InitFlags, { ask, stderr }: Terminal): Promise<string | null> {
  const known = Object.keys(kinds);
  const [usual = ''] = known;
  if (kind !== undefined) {
    if (known.includes(kind)) return kind;
    const hints = nameHints(kind, known, 'kinds');
    throw new Refused([misuse('unknown-kind', `There is no kind of document "${kind}".`, hints)]);
  }
  if (ask === undefined) return usual;
  const list = Object.values(kinds).map(({ name, title }, index) => `  ${index + 1}  ${name.padEnd(10)} ${title}\n`);
  stderr.write(`What do you want to make?\n${list.join('')}`);
  for (;;) {
    const answer = (await ask(`Number or name (Enter for ${usual}): `))?.trim().toLowerCase();
    if (answer === undefined) {
      stderr.write('\nNothing was made.\n');
      return null;
    }
    const chosen = answer === '' ? usual : (known.find((name) => name === answer) ?? known[Number(answer) - 1]);
    if (chosen !== undefined) return chosen;
    stderr.write(`Type a number from 1 to ${known.length}, or one of the names.\n`);
  }
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

/** Our own template: what is in its place wins over it. */
async function ownTemplate(kind: string): Promise<readonly WholeFile[]> {
  const files = await listFiles(path.join(packageRoot, 'templates', kind));
  return files.map(({ file, bytes }) => ({ file: `templates/${kind}/${file}`, bytes }));
}
