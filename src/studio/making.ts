/** Finished files of a document: made, listed, and handed over one by one or together. */
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { zipSync } from 'fflate';
import { Report } from '../diagnostics.ts';
import { writtenKinds } from '../edition-kinds.ts';
import type { BuildResult } from '../engine.ts';
import { Staging } from '../staging.ts';
import { settle } from '../work/settings.ts';
import { type EditionKind, editionKinds, type Format, formatFacts, knownFormats } from '../write/targets.ts';
import { HttpError } from './http.ts';
import type { MadeFile, MakingStep } from './protocol.ts';
import type { Workshop } from './workshop.ts';

export interface Order {
  readonly formats: readonly Format[];
  readonly languages: readonly string[];
  readonly editions: readonly EditionKind[];
  /** Whether the report of evidence comes with them. */
  readonly report: boolean;
}

/** What the page asks to be made. Throws `HttpError` for what is no order. */
export function orderOf({ formats, languages, editions, report }: Readonly<Record<string, unknown>>): Order {
  const asked = knownFormats.filter((format) => Array.isArray(formats) && formats.includes(format));
  const kinds = editionKinds.filter((kind) => Array.isArray(editions) && editions.includes(kind));
  const tags = Array.isArray(languages) ? languages.filter((tag) => typeof tag === 'string') : [];
  if (asked.length === 0 || tags.length === 0)
    throw new HttpError(400, 'nothing-asked', 'Choose a format and a language.');
  return {
    formats: asked,
    languages: tags,
    editions: kinds.length === 0 ? ['standard'] : kinds,
    report: report === true,
  };
}

/** All that was made and found, for the report. */
interface Made {
  readonly outputs: BuildResult['outputs'][number][];
  readonly diagnostics: BuildResult['diagnostics'][number][];
  readonly proofs: BuildResult['proofs'][number][];
}

/** Makes them one by one, each read back and compared with its document; all appear in the output folder at one moment, at the end. */
export async function* makeFiles(
  root: string,
  file: string,
  order: Order,
  workshop: Workshop,
  isStopped: () => boolean,
): AsyncGenerator<MakingStep> {
  const { formats, languages, editions } = order;
  const { out } = await settle({}, root, new Report());
  const staging = new Staging();
  const all: Made = { outputs: [], diagnostics: [], proofs: [] };
  try {
    for (const { format, edition } of writtenKinds({ formats, editions }))
      for (const lang of languages) {
        if (isStopped()) return;
        const step = { format, lang, edition };
        yield { ...step, state: 'now' };
        // A book says on which pages of the PDF its text is, where that is made as well.
        const together: readonly Format[] =
          formatFacts[format].namesPages && formats.includes('pdf') ? ['pdf', format] : [format];
        const beside = besides(file, languages);
        const more = { beside, editions: [edition], alongside: formats, prove: true };
        const { result } = await workshop.build(file, together, [lang], more);
        const outputs = result.outputs.filter((output) => output.format === format);
        all.outputs.push(...outputs);
        all.proofs.push(...result.proofs.filter((proof) => outputs.some(({ name }) => name === proof.file)));
        all.diagnostics.push(...result.diagnostics);
        await staging.add(outputs.map(({ name, bytes }) => ({ file: path.resolve(root, out, name), bytes })));
        const [made] = outputs;
        const error = result.diagnostics.find(({ severity }) => severity === 'error');
        const proof = result.proofs.find((each) => each.file === made?.name);
        if (made === undefined) yield { ...step, state: 'failed', message: error?.message ?? '' };
        else
          yield {
            ...step,
            state: 'done',
            name: made.name,
            size: made.bytes.byteLength,
            compared: proof?.nodes ?? null,
          };
      }
    if (isStopped()) return;
    if (order.report)
      for (const { name, bytes } of await workshop.evidence(file, all))
        await staging.add([{ file: path.resolve(root, out, name), bytes }]);
    await staging.commit();
    yield { state: 'saved', folder: out };
  } finally {
    await staging.discard();
  }
}

/** Editions that are made in the same go are linked to. */
function besides(file: string, languages: readonly string[]): (name: string) => boolean {
  const base = path.posix.basename(file, '.json');
  return (name) =>
    languages.some((lang) => ['', 'large.', 'plain.'].some((kind) => name.startsWith(`${base}.${kind}${lang}.`)));
}

/** After the name of the document: edition, language, what it is, ending. */
const finished = /^(?:[\w-]+\.){1,4}(?:pdf|docx|html|json|epub|brf|pef|txt|md|svg|png|jpg)$/;

/** The finished files of a document in the output folder. */
export async function listMade(root: string, file: string): Promise<readonly MadeFile[]> {
  const { out } = await settle({}, root, new Report());
  const base = `${path.posix.basename(file, '.json')}.`;
  const folder = path.resolve(root, out);
  const changed = await stat(path.join(root, file)).then(({ mtimeMs }) => mtimeMs);
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
