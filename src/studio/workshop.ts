/** The engine behind the page: previews, findings and files, one after the other. */
import { createHash } from 'node:crypto';
import { createEngine } from '../compile.ts';
import { type Diagnostic, Report } from '../diagnostics.ts';
import type { BuildOptions, BuildResult, Engine } from '../engine.ts';
import { Kept } from '../kept.ts';
import { sortDiagnostics } from '../render-diagnostics.ts';
import { Sieve } from '../work/allow.ts';
import { type Settings, settle } from '../work/settings.ts';
import { concern } from '../work/watched.ts';
import type { Format } from '../write/targets.ts';
import { dataOf } from './data-text.ts';
import { fixFor } from './fixes.ts';
import type { FindingCount, PaperKind, PaperPreview, PreviewPage, StudioFinding } from './protocol.ts';

/** One of each language, and the ones before. */
const keptPages = 4;
/** Bytes of PDF that are kept, until the page has fetched them. */
const keptPaper = 128 * 2 ** 20;

/** A text of a document, which may stand nowhere on the disk. */
interface Text {
  readonly text: string;
  readonly revision: string;
}

/** Hears what a document was made from. */
type BuiltListener = (file: string, sources: readonly string[]) => void;

export class Workshop {
  readonly #root: string;
  readonly #env: Readonly<Record<string, string | undefined>>;
  readonly #engine: Engine;
  readonly #built: BuiltListener;
  #turn: Promise<unknown> = Promise.resolve();
  readonly #counts = new Map<string, FindingCount>();
  /** The pages that were asked for last, by file, language and text; two that ask for one at once get the same. */
  readonly #pages = new Map<string, { readonly file: string; readonly page: Promise<PreviewPage> }>();
  readonly #papers = new Kept<Uint8Array>(keptPaper, (bytes) => bytes.byteLength);
  /** What the page of each document was made from, when it was drawn last. */
  readonly #sources = new Map<string, readonly string[]>();

  constructor(root: string, env: Readonly<Record<string, string | undefined>>, built: BuiltListener = () => undefined) {
    this.#root = root;
    this.#env = env;
    this.#built = built;
    this.#engine = createEngine({ root, env });
  }

  /** The page of a document in a language with its findings. */
  preview(file: string, lang: string, text: Text): Promise<PreviewPage> {
    const key = `${file}\0${lang}\0${text.revision}`;
    const known = this.#pages.get(key);
    if (known !== undefined) return known.page;
    const page = this.#draw(file, lang, text);
    for (const old of [...this.#pages.keys()].slice(0, 1 - keptPages)) this.#pages.delete(old);
    this.#pages.set(key, { file, page });
    page.catch(() => this.#pages.delete(key));
    return page;
  }

  /** The same drawn with other words. What is found is of the text itself: mends are written into it. */
  async previewOf(other: string, file: string, lang: string, text: Text): Promise<PreviewPage> {
    const { findings } = await this.preview(file, lang, text);
    const drawn = await this.#draw(file, lang, { ...text, text: other });
    return { ...drawn, findings, fault: faultOf(drawn.findings) };
  }

  /** The pages of the PDF or of the print edition; with other words, if there are such, as `previewOf`. */
  async paper(kind: PaperKind, file: string, lang: string, text: Text, other: string | null): Promise<PaperPreview> {
    const known = other === null ? null : await this.preview(file, lang, text);
    const { output, ...drawn } = await this.#make(kind, file, lang, { ...text, text: other ?? text.text });
    const key = output === null ? null : createHash('sha256').update(output.bytes).digest('hex');
    if (output !== null && key !== null) this.#papers.keep(key, output.bytes);
    const sheets = output?.shown ?? [];
    if (known === null) return { ...drawn, fault: null, key, sheets };
    return { ...drawn, findings: known.findings, fault: faultOf(drawn.findings), key, sheets };
  }

  /** The PDF of pages that were drawn; null where newer ones have taken its room. */
  paperFile(key: string): Uint8Array | null {
    return this.#papers.find(key) ?? null;
  }

  async #draw(file: string, lang: string, text: Text): Promise<PreviewPage> {
    const { output, ...drawn } = await this.#make('html', file, lang, text);
    return { ...drawn, fault: null, html: output === null ? null : Buffer.from(output.bytes).toString('utf8') };
  }

  async #make(format: 'html' | PaperKind, file: string, lang: string, { text, revision }: Text) {
    const started = performance.now();
    // This text and no other, whatever is saved while it waits for its turn.
    const record = { file, line: 1, column: 1, text: text.replace(/^\ufeff/, '') };
    const { result, settings } = await this.build(file, [format], [lang], {
      changes: { type: 'whole', record, within: '$' },
      origins: true,
      beside: () => true,
      editions: ['standard'],
    });
    this.#sources.set(file, result.sources);
    this.#built(file, result.sources);
    return {
      revision,
      output: result.outputs[0] ?? null,
      findings: this.#findings(file, text, result.diagnostics, settings),
      took: Math.round(performance.now() - started),
    };
  }

  async count(file: string, text: string, revision: string): Promise<FindingCount> {
    const key = `${file}\0${revision}`;
    const known = this.#counts.get(key);
    if (known !== undefined) return known;
    const settings = await this.#settings();
    const diagnostics = await this.#inTurn(() => this.#engine.validate(file, settings));
    const found = this.#findings(file, text, diagnostics, settings);
    const errors = found.filter(({ severity }) => severity === 'error').length;
    const count = { errors, warnings: found.length - errors };
    this.#counts.set(key, count);
    return count;
  }

  async build(
    file: string,
    formats: readonly Format[],
    languages: readonly string[] | undefined,
    more: Pick<
      BuildOptions,
      'origins' | 'beside' | 'changes' | 'editions' | 'alongside' | 'alongsideEditions' | 'prove'
    > = {},
  ): Promise<{ readonly result: BuildResult; readonly settings: Settings }> {
    const settings = await this.#settings();
    const options = { ...settings, ...more, formats, languages };
    return { result: await this.#inTurn(() => this.#engine.build(file, options)), settings };
  }

  /** The report of evidence on files that were made: what was compared and found, and what people have still to judge. */
  async evidence(
    file: string,
    { outputs, proofs, diagnostics }: Pick<BuildResult, 'outputs' | 'proofs' | 'diagnostics'>,
  ): Promise<readonly { readonly name: string; readonly bytes: Uint8Array }[]> {
    const { openReporter } = await import('../report/reporter.ts');
    const settings = await this.#settings();
    const options = { root: this.#root, env: this.#env, out: settings.out, engine: this.#engine, options: settings };
    return this.#inTurn(async () => {
      const reporter = await openReporter(options, new Report());
      return reporter === null
        ? []
        : reporter.filesOf(file, { outputs, proofs }, new Sieve(settings).sift(file, diagnostics));
    });
  }

  /** What a project's config says; nothing of it where that has a fault, which the documents' findings are not the place for. */
  #settings(): Promise<Settings> {
    return settle({}, this.#root, new Report());
  }

  /** The engine is one; two pages that ask at once wait for each other. */
  #inTurn<T>(step: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(step, step);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  #findings(
    file: string,
    text: string,
    diagnostics: readonly Diagnostic[],
    settings: Settings,
  ): readonly StudioFinding[] {
    const { found } = new Sieve(settings).sift(file, diagnostics);
    const value = dataOf(text);
    return sortDiagnostics(found).map((each) => findingOf(each, file, value));
  }

  /** Lets go of what was made from these files; gives the documents whose pages are other ones now, though their text is not. */
  invalidate(files: readonly string[]): readonly string[] {
    this.#engine.invalidate(files);
    this.#counts.clear();
    // A page belongs to its text: that another one is saved changes nothing of it.
    const stale = [...this.#sources].flatMap(([file, sources]) => {
      const others = files.filter((each) => each !== file);
      return concern(others, sources) ? [file] : [];
    });
    for (const [key, { file }] of this.#pages) if (stale.includes(file)) this.#pages.delete(key);
    return stale;
  }

  close(): void {
    this.#engine.close();
  }
}

/** Why other words cannot be drawn. */
function faultOf(findings: readonly StudioFinding[]): StudioFinding | null {
  return findings.find(({ severity }) => severity === 'error') ?? null;
}

function findingOf(diagnostic: Diagnostic, file: string, value: unknown): StudioFinding {
  const { severity, code, at, message, hints, clause = null } = diagnostic;
  const path = at !== null && at.file === file && at.path !== undefined ? at.path : null;
  const place = at === null || path !== null ? null : at.file === file ? `${at.line}:${at.column}` : at.file;
  return { severity, code, message, hints, clause, path, place, fix: fixFor(diagnostic, file, value) };
}
