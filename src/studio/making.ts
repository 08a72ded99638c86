/** The making of a document's finished files. */
import path from 'node:path';
import { distinct, Report } from '../diagnostics.ts';
import { writtenKinds } from '../edition-kinds.ts';
import { nameOf } from '../editions.ts';
import type { BuildResult } from '../engine.ts';
import { lang as langOf } from '../model/build.ts';
import { Staging } from '../staging.ts';
import { type Settings, settle } from '../work/settings.ts';
import {
  type EditionKind,
  editionFile,
  editionKinds,
  type Format,
  formatFacts,
  knownFormats,
} from '../write/targets.ts';
import { listMade } from './finished.ts';
import { HttpError } from './http.ts';
import type { MakingStep } from './protocol.ts';
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
  const settings = await settle({}, root, new Report());
  const { out } = settings;
  const beside = await linkable(root, file, order, settings);
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
        const { result } = await workshop.build(file, together, [lang], {
          ...{ beside, editions: [edition], prove: true },
          ...{ alongside: formats, alongsideEditions: editions },
        });
        const outputs = result.outputs.filter((output) => output.format === format);
        all.outputs.push(...outputs);
        all.proofs.push(...result.proofs.filter((proof) => outputs.some(({ name }) => name === proof.file)));
        all.diagnostics.push(...result.diagnostics);
        await staging.add(outputs.map(({ name, bytes }) => ({ file: path.resolve(root, out, name), bytes })));
        const [made] = outputs;
        const error = result.diagnostics.find(({ severity }) => severity === 'error');
        const proof = result.proofs.find((each) => each.file === made?.name);
        if (made === undefined)
          yield {
            ...step,
            state: 'failed',
            code: error?.code ?? '',
            message: error?.message ?? '',
            hints: error?.hints ?? [],
          };
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
      for (const { name, bytes } of await workshop.evidence(file, {
        ...all,
        // Each of them met what is wrong with the document.
        diagnostics: distinct(all.diagnostics),
      }))
        await staging.add([{ file: path.resolve(root, out, name), bytes }]);
    await staging.commit();
    yield { state: 'saved', folder: out };
  } finally {
    await staging.discard();
  }
}

/** Which files an edition may link to: those that are made in the same go, and those that are there. */
async function linkable(
  root: string,
  file: string,
  { formats, languages, editions }: Order,
  settings: Settings,
): Promise<(name: string) => boolean> {
  const names = new Set((await listMade(root, file)).map(({ name }) => name));
  for (const { format, edition } of writtenKinds({ formats, editions }))
    for (const tag of languages) {
      const lang = langOf(tag);
      if (lang !== null) names.add(editionFile({ name: nameOf(file, settings, edition) }, lang, format));
    }
  return (name) => names.has(name);
}
