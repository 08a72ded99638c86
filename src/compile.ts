/**
 * The way of a document, in one picture:
 *
 *   data ─load─▶ typed data ─localize, fill─▶ markup ─read─▶ Document ─audit─▶ findings ─no errors─▶ write: pdf · docx · html · print
 *
 * Nothing flows back. Each stage gathers all that is wrong before the way ends.
 */
import { auditEditions } from './audit/audit.ts';
import { locate } from './catalog.ts';
import { loadTheme } from './design/load.ts';
import { distinct, type Place, Refused, Report } from './diagnostics.ts';
import { chooseLanguages, hasPlainText, makeDocument, makePlainDocument } from './documents.ts';
import { checkFormats, editionsIn, judgedFor } from './edition-kinds.ts';
import type { BuildOptions, DocumentOptions, Engine, EngineOptions } from './engine.ts';
import { batchOf } from './engine-batch.ts';
import { easyShape } from './input/easy.ts';
import { type Loaded, loadData } from './input/load.ts';
import { warnOfUnshown } from './input/own/unshown.ts';
import { largeTheme } from './large/theme.ts';
import type { Document } from './model/document.ts';
import type { Picture } from './model/picture.ts';
import { type BuildShare, joined, ownOf, type SharingEngine, wholeShare } from './parts.ts';
import { Seeds } from './seeds.ts';
import { attempt, type Making, making, Shelf } from './shelf.ts';
import { type Writable, writtenSteps } from './steps.ts';
import { compileTemplate, type Template } from './template/compile.ts';
import { onPageSize } from './theme/page-size.ts';
import type { Theme } from './theme/theme.ts';
import { buildDate, openWorld } from './world.ts';
import { checkOptions, formatOptions } from './write/format-options.ts';
import { formats } from './write/targets.ts';

type Checked = Omit<Writable, 'settled'>;

type CheckOptions = DocumentOptions & Pick<BuildOptions, 'formats' | 'editions' | 'alongsideEditions' | 'bilingual'>;

const ownThemes = new Seeds<Theme>();
const ownTemplates = new Seeds<Template>();

export function createEngine(options: EngineOptions): Engine {
  return createSharingEngine(options);
}

export function createSharingEngine(options: EngineOptions): SharingEngine {
  const { root, env = process.env, instead = new Map(), looksAgain = false } = options;
  const themes = new Shelf(ownThemes, looksAgain);
  const templates = new Shelf(ownTemplates, looksAgain);

  /** Null where the project's folder itself is missing. */
  async function start(report: Report): Promise<Making | null> {
    const world = await attempt(report, () => openWorld(root, instead));
    return world && making(world, report);
  }

  async function check(
    file: string,
    options: CheckOptions,
    context: Making,
    share = wholeShare,
  ): Promise<Checked | null> {
    const { world, report } = context;
    const [loaded, theme] = await Promise.all([
      attempt(report, () =>
        loadData(file, world, report, {
          made: options.languages,
          logos: options.logos,
          formats: options.formats,
          changes: options.changes,
        }),
      ),
      openTheme(options, context),
    ]);
    const template =
      loaded &&
      (await openTemplate(options.template ?? loaded.kind, { ...loaded, at: options.namedAt?.template }, context));
    if (!loaded || !theme || !template) return null;
    const langs = chooseLanguages(loaded, options.languages, report);
    const { formats: asked = formats, bilingual = false } = options;
    const isOwn = ownOf({ formats: asked, langs, bilingual }, share);
    // The first looks at all of the document, and what it finds is what is told.
    const read = share.part === 0 ? langs : langs.filter((lang) => asked.some((format) => isOwn(format, lang)));
    const documents: Document[] = [];
    const pictures = new Map<string, Promise<Picture | null>>();
    for (const lang of read) {
      const document = await attempt(report, () =>
        makeDocument(loaded, lang, { template, theme, pictures, light: options.small === true }, context),
      );
      if (document !== null) documents.push(document);
    }
    if (share.part === 0) auditEditions(documents, theme, report, judgedFor(options.formats));
    const hasPlain = () => hasPlainText(loaded, options.languages ?? loaded.languages);
    const editions = editionsIn(options.editions, { file, hasPlain }, report);
    const plain =
      editions?.includes('plain') === true
        ? await checkPlain({ loaded, theme, documents, langs: read }, options, context, share)
        : [];
    const together = options.alongsideEditions ?? editions;
    const alongside = together?.filter((kind) => kind !== 'plain' || hasPlain());
    return report.failed ? null : { file, loaded, theme, langs, documents, plain, editions, alongside, isOwn };
  }

  /** The easy-to-read document of the same data, in each language; judged as it will be set. */
  async function checkPlain(
    { loaded, theme, documents: standard, langs }: Pick<Checked, 'loaded' | 'theme' | 'documents' | 'langs'>,
    options: CheckOptions,
    context: Making,
    share: BuildShare,
  ): Promise<readonly Document[]> {
    const { report } = context;
    if (report.failed) return [];
    const template = await openTemplate('easy', { ...loaded, shape: easyShape(), at: undefined }, context);
    if (template === null) return [];
    const large = largeTheme(theme);
    const means = { template, theme: large, pictures: new Map(), light: options.small === true };
    const documents: Document[] = [];
    for (const lang of langs) {
      const document = await attempt(report, () => makePlainDocument(loaded, lang, means, context));
      if (document !== null) documents.push(document);
    }
    if (share.part === 0) auditEditions(documents, large, report, { ...judgedFor(options.formats), standard });
    return documents;
  }

  async function openTheme(
    { theme: name = 'gza', namedAt, paper }: DocumentOptions,
    context: Making,
  ): Promise<Theme | null> {
    const file = await attempt(context.report, () => locate('theme', name, { ...context, at: namedAt?.theme }));
    const made =
      file === null ? null : await themes.get(file, context, ({ world, report }) => loadTheme(file, world, report));
    return made !== null && paper !== undefined ? onPageSize(made, paper) : made;
  }

  async function openTemplate(
    name: string,
    { kind, kindFile, shape, at }: Pick<Loaded, 'kind' | 'kindFile' | 'shape'> & { readonly at: Place | undefined },
    context: Making,
  ): Promise<Template | null> {
    const file = await attempt(context.report, () => locate('template', name, { ...context, at }));
    if (file === null) return null;
    return templates.get(`${kind} ${file}`, context, async ({ world, report }) => {
      // Noted: a template is checked against the kind, and made again when that changes.
      const schema = kindFile === null ? null : await world.read(kindFile);
      const asked = new Set<unknown>();
      const template = await compileTemplate(file, world, shape, report, asked);
      if (template !== null && kindFile !== null && schema !== null)
        warnOfUnshown(kindFile, schema, { shape, asked }, report);
      return template;
    });
  }

  const engine: SharingEngine = {
    async build(file, options = {}) {
      return joined([await engine.part(file, options, wholeShare)]);
    },

    async part(file, options, share) {
      const report = new Report();
      const sensible = checkOptions(options, report) && checkFormats(options, report);
      const context = sensible ? await start(report) : null;
      const checked = context && (await attempt(report, () => check(file, options, context, share)));
      // Before anything is drawn: drawing for a press that is not known would be for nothing.
      const settled = await attempt(
        report,
        async () =>
          checked &&
          context && {
            ...(await formatOptions(options, checked, context.world)),
            created: buildDate({ SOURCE_DATE_EPOCH: options.sourceDate ?? env.SOURCE_DATE_EPOCH }, checked.loaded.date),
          },
      );
      const sound = checked !== null && settled !== null && !report.failed ? { ...checked, settled } : null;
      return {
        isSound: sound !== null,
        langs: checked?.langs ?? [],
        diagnostics: report.diagnostics,
        steps: sound === null ? [] : await writtenSteps(sound, options),
        sources: [...(context?.sources ?? [])],
      };
    },

    batch(records, options = {}) {
      return batchOf(records, options, { root, env, instead }, engine.build);
    },

    async validate(file, options = {}) {
      const report = new Report();
      const context = await start(report);
      const checked = context && (await attempt(report, () => check(file, options, context)));
      const words = options.advice?.words;
      if (checked && words !== undefined)
        await attempt(report, async () =>
          (await import('./advice/advice.ts')).advise(checked.documents, words, report),
        );
      return distinct(report.diagnostics);
    },

    async document(file, lang, options = {}) {
      const report = new Report();
      const context = await start(report);
      const checked = context && (await attempt(report, () => check(file, { ...options, languages: [lang] }, context)));
      const document = checked?.documents[0];
      if (document === undefined) throw new Refused(distinct(report.diagnostics));
      return document;
    },

    invalidate(files) {
      for (const shelf of [themes, templates]) shelf.drop(files);
    },

    close() {
      for (const shelf of [themes, templates]) shelf.clear();
    },
  };
  return engine;
}
