/** Reports as files beside the documents of a build. */
import path from 'node:path';
import type { AccessibilityConfig } from '../config/accessibility.ts';
import { type Diagnostic, Refused, Report } from '../diagnostics.ts';
import type { BuildResult, DocumentOptions, Engine } from '../engine.ts';
import { languages, languageTags } from '../language/languages.ts';
import type { Document } from '../model/document.ts';
import type { Picture } from '../model/picture.ts';
import { thumbnailOf } from '../picture/thumbnail.ts';
import { buildDate, openWorld, slashes, type World } from '../world.ts';
import { type Answer, loadAnswers } from './answers.ts';
import type { ReportData } from './data.ts';
import { type Judgements, loadJudgements } from './judges.ts';
import { openAcrOf } from './openacr.ts';
import { pageOf } from './page.ts';
import { hashPictures } from './pictures.ts';
import { type AllowedFinding, reportOn } from './report.ts';
import { loadStandards, type Standards } from './standards.ts';
import { statementOf } from './statement.ts';

export interface ReporterOptions {
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder of the outputs, relative to the root: `conformance.json` there has what judges said. */
  readonly out: string;
  readonly engine: Engine;
  /** Those that the documents are built with. */
  readonly options: DocumentOptions;
}

/** A file that goes with those of a document. */
export interface ReportFile {
  readonly name: string;
  readonly lang: string;
  readonly bytes: Uint8Array;
}

/** What was found of a document, parted into what counts and what the project allows. */
export interface FoundInDocument {
  readonly found: readonly Diagnostic[];
  readonly allowed: readonly AllowedFinding[];
}

/** Null, with findings, where the answers of persons cannot be read. */
export async function openReporter(options: ReporterOptions, report: Report): Promise<Reporter | null> {
  const world = await openWorld(options.root);
  const answers = await loadAnswers(world, report);
  if (answers === null) return null;
  const [judgements, standards] = await Promise.all([
    loadJudgements(world, path.posix.join(slashes(options.out), 'conformance.json')),
    loadStandards(),
  ]);
  return new Reporter(options, { world, answers, judgements, standards });
}

/** For the library: throws `Refused`, with the findings, where the answers of persons cannot be read. */
export async function accessibilityReports(options: ReporterOptions): Promise<Reporter> {
  const report = new Report();
  const reporter = await openReporter(options, report);
  if (reporter === null) throw new Refused(report.diagnostics);
  return reporter;
}

interface Known {
  readonly world: World;
  readonly answers: readonly Answer[];
  readonly judgements: Judgements;
  readonly standards: Standards;
}

export class Reporter {
  readonly #options: ReporterOptions;
  readonly #known: Known;
  readonly #reports: ReportData[] = [];

  constructor(options: ReporterOptions, known: Known) {
    this.#options = options;
    this.#known = known;
  }

  /** What speaks of all documents that were reported on: the statement in each language, and OpenACR. None without the organization’s data. */
  wholeFiles(config: AccessibilityConfig | null): readonly ReportFile[] {
    const reports = this.#reports;
    if (config === null || reports.length === 0) return [];
    const { standards } = this.#known;
    const date =
      config.prepared ??
      reports
        .map(({ created }) => created)
        .sort()
        .at(-1) ??
      '';
    const encode = (text: string) => new TextEncoder().encode(text);
    const built = languageTags.filter((tag) =>
      reports.some(({ editions }) => editions.some(({ lang }) => lang === tag)),
    );
    const pages = (built.length === 0 ? (['en'] as const) : built).map((tag) => ({
      name: `accessibility.${tag}.html`,
      lang: tag,
      bytes: encode(statementOf(reports, config, languages[tag], standards, date)),
    }));
    const acr = openAcrOf(reports, config, standards.catalog, date);
    return [...pages, { name: 'accessibility.openacr.yaml', lang: 'en', bytes: encode(acr) }];
  }

  /** One page for each language that was built and that we have words of, English if none, and the data of both. */
  async filesOf(
    file: string,
    done: Pick<BuildResult, 'outputs' | 'proofs'>,
    found: FoundInDocument,
  ): Promise<readonly ReportFile[]> {
    const { engine, options, env } = this.#options;
    const { world, answers, judgements, standards } = this.#known;
    if (done.outputs.length === 0) return [];
    const documents: Document[] = [];
    for (const lang of new Set(done.outputs.map((output) => output.lang)))
      documents.push(await engine.document(file, lang, options));
    const created = buildDate(env, documents[0]?.metadata.date ?? '');
    const { data, pictures } = await reportOn({
      ...{
        source: file,
        documents,
        outputs: done.outputs,
        proofs: done.proofs,
        answers,
        judgements,
        standards,
        created,
      },
      ...{ findings: found.found, allowed: found.allowed, pictureHash: await hashPictures(documents, world) },
    });
    this.#reports.push(data);
    const thumbnails = await thumbnailsOf(pictures);
    const name = path.posix.basename(file, path.posix.extname(file));
    const built = languageTags.filter((tag) => documents.some(({ lang }) => lang === tag));
    const encode = (text: string) => new TextEncoder().encode(text);
    const pages = (built.length === 0 ? (['en'] as const) : built).map((tag) => ({
      name: `${name}.${tag}.report.html`,
      lang: tag,
      bytes: encode(pageOf(data, languages[tag], standards, thumbnails)),
    }));
    const lang = documents[0]?.lang ?? 'en';
    return [...pages, { name: `${name}.report.json`, lang, bytes: encode(`${JSON.stringify(data, null, 2)}\n`) }];
  }
}

async function thumbnailsOf(pictures: ReadonlyMap<string, Picture>): Promise<ReadonlyMap<string, string>> {
  const made = new Map<Uint8Array, Promise<string | null>>();
  const found = new Map<string, string>();
  for (const [node, picture] of pictures) {
    const small = made.get(picture.bytes) ?? thumbnailOf(picture);
    made.set(picture.bytes, small);
    const address = await small;
    if (address !== null) found.set(node, address);
  }
  return found;
}
