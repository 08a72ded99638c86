/** Which data files a command works on, and that no two of them would write the same file. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { type Diagnostic, misuse, Refused } from '../diagnostics.ts';
import { kindNames } from '../input/kinds.ts';
import { knownLanguage } from '../language/languages.ts';
import { suggest } from '../suggestion.ts';
import { openWorld, slashes, type World } from '../world.ts';
import { knownFormats } from '../write/targets.ts';

/**
 * The named files, or else every data/<kind>/*.json, as paths relative to the project's root. Throws `Refused` with all
 * of those named that cannot be found or lie outside the project, and all that would collide.
 */
export async function findInputs(named: readonly string[], cwd: string): Promise<readonly string[]> {
  const world = await openWorld(cwd);
  const files = named.length === 0 ? await listExamples(world) : distinct(named, cwd);
  // What is amiss with a file that nobody named is for its own build to say: the others are built.
  const missing = named.length === 0 ? [] : await findMissing(files, world);
  const wrong = [...missing, ...findCollisions(files)];
  if (files.length === 0) wrong.push(nothingFound());
  if (wrong.length > 0) throw new Refused(wrong);
  return files;
}

function distinct(named: readonly string[], cwd: string): readonly string[] {
  const relative = (name: string) => slashes(path.relative(cwd, path.resolve(cwd, name)));
  return [...new Set(named.map(relative))];
}

async function listExamples(world: World): Promise<readonly string[]> {
  const files: string[] = [];
  for (const kind of await kindNames(world.root)) {
    const names = await readdir(path.join(world.root, 'data', kind)).catch(() => []);
    files.push(...names.filter((name) => name.endsWith('.json')).map((name) => `data/${kind}/${name}`));
  }
  return files.sort();
}

async function findMissing(files: readonly string[], world: World): Promise<readonly Diagnostic[]> {
  const wrong: Diagnostic[] = [];
  for (const file of files) {
    const other = notData(file);
    if (await world.exists(file)) {
      if (other !== null)
        wrong.push(misuse('unknown-format', `"${file}" is not a data file: data files are JSON.`, [other]));
      continue;
    }
    // Read for its refusal, which says why there is no such file.
    await world.read(file).catch(async (error: unknown) => {
      if (!(error instanceof Refused)) throw error;
      const better = await meantBy(file, world);
      wrong.push(
        ...error.diagnostics.map((each) =>
          better !== null && each.code === 'file-missing' ? { ...each, hints: [better] } : each,
        ),
      );
    });
  }
  return wrong;
}

/** Whether a file is a list of records by its name, and no data file: JSON may be either. */
export const isList = (file: string): boolean => /\.(?:csv|tsv|xlsx|xlsm|jsonl|ndjson)$/i.test(file);

/** What to do with a file that cannot be the data of a document, by its name; null for all others. */
function notData(file: string): string | null {
  if (isList(file)) return `A document for each of its rows is made by etrati batch ${file}.`;
  return /\.(?:pdf|docx|html?|epub|txt|md|brf|pef|hbs|svg|png|jpe?g)$/i.test(file)
    ? 'Name a JSON file, such as one in data/.'
    : null;
}

/** What somebody meant by a name that no file has, where more than its spelling is wrong. */
async function meantBy(file: string, world: World): Promise<string | null> {
  if (knownFormats.some((format) => format === file))
    return `If it is a format, write all of them with commas between: --format pdf,${file === 'pdf' ? 'docx' : file}.`;
  if (/^[a-z]{2,3}$/.test(file) && knownLanguage(file) !== null)
    return `If it is a language, write all of them with commas between: --lang ${file === 'en' ? 'ka,en' : `en,${file}`}.`;
  if (/[*?]/.test(file))
    return 'Name each file, or none, for all of data/: signs that stand for others are not read here.';
  // Named as if one were in its folder.
  const all = await listExamples(world);
  const name = file.includes('/')
    ? null
    : suggest(
        file,
        all.map((each) => path.posix.basename(each)),
      );
  const meant = all.find((each) => path.posix.basename(each) === name);
  return meant === undefined ? null : `Did you mean "${meant}"?`;
}

/** Outputs are named by the basename alone; some file systems take no notice of case or of how accents are encoded. */
function findCollisions(files: readonly string[]): Diagnostic[] {
  const seen = new Map<string, string>();
  const wrong: Diagnostic[] = [];
  for (const file of files) {
    const name = path.posix.basename(file, path.posix.extname(file)).normalize('NFC').toLowerCase();
    const other = seen.get(name);
    if (other !== undefined) {
      const hints = ['Rename one of them, or build them one by one with different --out folders.'];
      wrong.push(misuse('same-output', `"${other}" and "${file}" would write the same files.`, hints));
    }
    seen.set(name, other ?? file);
  }
  return wrong;
}

function nothingFound(): Diagnostic {
  const hints = ['Name a data file, or run etrati in a folder that has data/<kind>/*.json.'];
  return misuse(
    'no-files',
    'There is nothing to build: no data files were named, and none were found in data/.',
    hints,
  );
}
