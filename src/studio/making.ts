/** Finished files of a document: made, listed, and handed over one by one or together. */
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { zipSync } from 'fflate';
import { Report } from '../diagnostics.ts';
import { Staging } from '../staging.ts';
import { settle } from '../work/settings.ts';
import { type Format, knownFormats } from '../write/targets.ts';
import { HttpError } from './http.ts';
import type { MadeFile, MakingStep } from './protocol.ts';
import type { Workshop } from './workshop.ts';

export interface Order {
  readonly formats: readonly Format[];
  readonly languages: readonly string[];
}

/** What the page asks to be made. Throws `HttpError` for what is no order. */
export function orderOf({ formats, languages }: Readonly<Record<string, unknown>>): Order {
  const asked = knownFormats.filter((format) => Array.isArray(formats) && formats.includes(format));
  const tags = Array.isArray(languages) ? languages.filter((tag) => typeof tag === 'string') : [];
  if (asked.length === 0 || tags.length === 0)
    throw new HttpError(400, 'nothing-asked', 'Choose a format and a language.');
  return { formats: asked, languages: tags };
}

/** Makes them one by one, telling of each; all appear in the output folder at one moment, at the end. */
export async function* makeFiles(
  root: string,
  file: string,
  { formats, languages }: Order,
  workshop: Workshop,
  isStopped: () => boolean,
): AsyncGenerator<MakingStep> {
  const { out } = await settle({}, root, new Report());
  const staging = new Staging();
  try {
    for (const format of formats)
      for (const lang of languages) {
        if (isStopped()) return;
        yield { format, lang, state: 'now' };
        const { result } = await workshop.build(file, [format], [lang], { beside: besides(file, languages) });
        const error = result.diagnostics.find(({ severity }) => severity === 'error');
        await staging.add(result.outputs.map(({ name, bytes }) => ({ file: path.resolve(root, out, name), bytes })));
        const [made] = result.outputs;
        if (made === undefined) yield { format, lang, state: 'failed', message: error?.message ?? '' };
        else yield { format, lang, state: 'done', name: made.name, size: made.bytes.byteLength };
      }
    if (isStopped()) return;
    await staging.commit();
    yield { state: 'saved', folder: out };
  } finally {
    await staging.discard();
  }
}

/** Editions that are made in the same go are linked to. */
function besides(file: string, languages: readonly string[]): (name: string) => boolean {
  const base = path.posix.basename(file, '.json');
  return (name) => languages.some((lang) => name.startsWith(`${base}.${lang}.`));
}

/** The finished files of a document in the output folder. */
export async function listMade(root: string, file: string): Promise<readonly MadeFile[]> {
  const { out } = await settle({}, root, new Report());
  const base = `${path.posix.basename(file, '.json')}.`;
  const folder = path.resolve(root, out);
  const changed = await stat(path.join(root, file)).then(({ mtimeMs }) => mtimeMs);
  const names = (await readdir(folder).catch(() => []))
    .filter(
      (name) => name.startsWith(base) && /^[\w-]+\.(?:[\w-]+\.)?(?:pdf|docx|html|json)$/.test(name.slice(base.length)),
    )
    .sort();
  return Promise.all(
    names.map(async (name) => {
      const { size, mtimeMs } = await stat(path.join(folder, name));
      return { name, size, made: mtimeMs, isStale: mtimeMs < changed };
    }),
  );
}

/** One of them. Throws `HttpError` for any other name. */
export async function readMade(root: string, file: string, name: string): Promise<Uint8Array> {
  const { out } = await settle({}, root, new Report());
  const made = await listMade(root, file);
  if (!made.some((each) => each.name === name)) throw new HttpError(404, 'not-found', 'There is no such file.');
  return readFile(await realpath(path.resolve(root, out, name)));
}

/** All of them in one. */
export async function zipMade(root: string, file: string): Promise<Uint8Array> {
  const made = await listMade(root, file);
  const files = await Promise.all(made.map(async ({ name }) => [name, await readMade(root, file, name)] as const));
  // They are packed already.
  return zipSync(Object.fromEntries(files), { level: 0 });
}
