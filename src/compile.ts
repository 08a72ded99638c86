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
import { distinct, Refused, Report } from './diagnostics.ts';
import { chooseLanguages, hasPlainText, makeDocument, makePlainDocument } from './documents.ts';
import { checkFormats, editionsIn, editionsOf, paintingOf, writtenKinds } from './edition-kinds.ts';
import { drafted, inOrder, linkedEditions, nameOf, withDraftBadge } from './editions.ts';
import type { BuildOptions, DocumentOptions, Engine, EngineOptions, Output } from './engine.ts';
import { batchOf } from './engine-batch.ts';
import { easyShape } from './input/easy.ts';
import { type Loaded, loadData } from './input/load.ts';
import { warnOfUnshown } from './input/own/unshown.ts';
import { languageOf } from './language/languages.ts';
import { largeTheme } from './large/theme.ts';
import type { Document } from './model/document.ts';
import type { Picture } from './model/picture.ts';
import { withOtherEditions } from './other-editions.ts';
import type { Proof } from './prove.ts';
import { Seeds } from './seeds.ts';
import { attempt, type Making, making, Shelf } from './shelf.ts';
import { compileTemplate, type Template } from './template/compile.ts';
import { onPageSize } from './theme/page-size.ts';
import type { Theme } from './theme/theme.ts';
import { buildDate, openWorld } from './world.ts';
import { checkOptions, formatOptions } from './write/format-options.ts';
import {
  type EditionKind,
  editionFile,
  type Format,
  type FormatWriter,
  formats,
  type Job,
  type WrittenEdition,
  type WrittenFile,
} from './write/targets.ts';
import { checkWeight } from './write/weight.ts';

// Imported when first needed: checking a document needs no writer.
const writers: Readonly<Record<Format, () => Promise<FormatWriter<Uint8Array | readonly WrittenFile[]>>>> = {
  pdf: async () => (await import('./write/pdf/pdf.ts')).pdf,
  docx: async () => (await import('./write/docx/docx.ts')).docx,
  html: async () => (await import('./write/html/html.ts')).html,
  print: async () => (await import('./write/pdf/print.ts')).print,
  epub: async () => (await import('./write/epub/epub.ts')).epub,
  txt: async () => (await import('./write/text/text.ts')).text,
  brf: async () => (await import('./write/braille/braille.ts')).brf,
  pef: async () => (await import('./write/braille/braille.ts')).pef,
  md: async () => (await import('./write/markdown/markdown.ts')).markdown,
};

interface Checked {
  readonly loaded: Loaded;
  readonly theme: Theme;
  readonly documents: readonly Document[];
  /** The easy-to-read ones; none where nobody asks for them. */
  readonly plain: readonly Document[];
  /** The editions that are made of it. */
  readonly editions: readonly EditionKind[] | undefined;
  /** Those that are made together with them, in this call or another. */
  readonly alongside: readonly EditionKind[] | undefined;
}

const ownThemes = new Seeds<Theme>();
const ownTemplates = new Seeds<Template>();

export function createEngine(options: EngineOptions): Engine {
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
    options: DocumentOptions & Pick<BuildOptions, 'formats' | 'editions' | 'alongsideEditions'>,
    context: Making,
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
    const template = loaded && (await openTemplate(options.template ?? loaded.kind, loaded, context));
    if (!loaded || !theme || !template) return null;
    const documents: Document[] = [];
    const pictures = new Map<string, Promise<Picture | null>>();
    for (const lang of chooseLanguages(loaded, options.languages, report)) {
      const document = await attempt(report, () =>
        makeDocument(loaded, lang, { template, theme, pictures, light: options.small === true }, context),
      );
      if (document !== null) documents.push(document);
    }
    auditEditions(documents, theme, report, { painting: paintingOf(options.formats) });
    const hasPlain = () => hasPlainText(loaded, options.languages ?? loaded.languages);
    const editions = editionsIn(options.editions, { file, hasPlain }, report);
    const plain =
      editions?.includes('plain') === true ? await checkPlain({ loaded, theme, documents }, options, context) : [];
    const together = options.alongsideEditions ?? editions;
    const alongside = together?.filter((kind) => kind !== 'plain' || hasPlain());
    return report.failed ? null : { loaded, theme, documents, plain, editions, alongside };
  }

  /** The easy-to-read document of the same data, in each language; judged as it will be set. */
  async function checkPlain(
    { loaded, theme, documents: standard }: Pick<Checked, 'loaded' | 'theme' | 'documents'>,
    options: DocumentOptions & Pick<BuildOptions, 'formats'>,
    context: Making,
  ): Promise<readonly Document[]> {
    const { report } = context;
    if (report.failed) return [];
    const template = await openTemplate('easy', { ...loaded, shape: easyShape() }, context);
    if (template === null) return [];
    const large = largeTheme(theme);
    const means = { template, theme: large, pictures: new Map(), light: options.small === true };
    const documents: Document[] = [];
    for (const lang of chooseLanguages(loaded, options.languages, report)) {
      const document = await attempt(report, () => makePlainDocument(loaded, lang, means, context));
      if (document !== null) documents.push(document);
    }
    auditEditions(documents, large, report, { painting: paintingOf(options.formats), standard });
    return documents;
  }

  async function openTheme({ theme: name = 'gza', paper }: DocumentOptions, context: Making): Promise<Theme | null> {
    const file = await attempt(context.report, () => locate('theme', name, context.world, context.report));
    const made =
      file === null ? null : await themes.get(file, context, ({ world, report }) => loadTheme(file, world, report));
    return made !== null && paper !== undefined ? onPageSize(made, paper) : made;
  }

  async function openTemplate(
    name: string,
    { kind, kindFile, shape }: Loaded,
    context: Making,
  ): Promise<Template | null> {
    const file = await attempt(context.report, () => locate('template', name, context.world, context.report));
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

  async function write(
    { format, edition }: Pick<Output, 'format' | 'edition'>,
    document: Document,
    job: Job,
  ): Promise<readonly Output[]> {
    const target = await writers[format]();
    const shown: Job['shown'] = job.origins === true ? [] : undefined;
    const made = await target.write(document, { ...job, shown });
    const parts = made instanceof Uint8Array ? [{ extension: target.extension, bytes: made }] : made;
    return parts.map(({ extension, bytes }) => ({
      format,
      edition,
      lang: document.lang,
      name: editionFile(job, document.lang, extension),
      bytes,
      shown,
    }));
  }

  /** One file of all languages, named by them. */
  async function writeTogether(
    { format, edition }: Pick<Output, 'format' | 'edition'>,
    editions: readonly WrittenEdition[],
  ): Promise<readonly Output[]> {
    const [first] = editions;
    if (first === undefined) return [];
    const target = await writers[format]();
    if (target.writeTogether === undefined) throw new Error(`${format} is written for each language`);
    const bytes = await target.writeTogether(editions);
    const langs = editions.map(({ document }) => document.lang).join('-');
    const name = `${first.job.name}.${langs}.${target.extension}`;
    return [{ format, edition, lang: first.document.lang, name, bytes }];
  }

  const engine: Engine = {
    async build(file, options = {}) {
      const report = new Report();
      const proofs: Proof[] = [];
      const sensible = checkOptions(options, report) && checkFormats(options, report);
      const context = sensible ? await start(report) : null;
      const checked = context && (await attempt(report, () => check(file, options, context)));
      const asked = options.formats ?? formats;
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
      const sound = checked !== null && !report.failed ? checked : null;
      const stamped = (all: readonly Document[]) => (options.draft === true ? all.map(drafted) : all);
      const documents = stamped(sound?.documents ?? []);
      const made = sound && editionsOf({ theme: sound.theme, documents, plain: stamped(sound.plain) });
      const outputs = documents.map((): Output[] => []);
      const together = new Map<EditionKind, WrittenEdition[]>();
      const kinds = writtenKinds({ formats: options.alongside ?? asked, editions: checked?.alongside });
      const langs = documents.map(({ lang }) => lang);
      // One format after the other: so the findings of several threads, with some formats each, are in the same order.
      for (const { format, edition } of writtenKinds({ formats: inOrder(asked), editions: checked?.editions }))
        for (const [index, document] of made?.(edition).documents.entries() ?? []) {
          if (checked === null || made === null || settled === null) continue;
          const name = nameOf(file, options, edition);
          const editions = { languagesAt: checked.loaded.languagesAt, made: checked.documents };
          const languages = linkedEditions(document, editions, { format, name, beside: options.beside }, report);
          const named = withOtherEditions(languages, { format, edition }, { file, options, kinds, langs });
          const linked = withDraftBadge(named, format, options);
          const madePdf = outputs[index]?.find((pdf) => pdf.format === 'pdf' && pdf.edition === edition);
          const { theme } = made(edition);
          const job: Job = { theme, language: languageOf(document.lang), name, report, ...settled, madePdf };
          if (format === 'epub' && options.bilingual === true) {
            together.set(edition, [...(together.get(edition) ?? []), { document: linked, job }]);
            continue;
          }
          const output = await attempt(report, () => write({ format, edition }, linked, job));
          outputs[index]?.push(...(output ?? []));
          if (options.prove === true)
            for (const each of output ?? [])
              proofs.push(
                ...((await attempt(report, async () => (await import('./prove.ts')).proofOf(linked, each, report))) ??
                  []),
              );
          if (options.small === true && output) checkWeight(output, document, report);
        }
      for (const [edition, editions] of together)
        outputs[0]?.push(
          ...((await attempt(report, () => writeTogether({ format: 'epub', edition }, editions))) ?? []),
        );
      return {
        outputs: report.failed ? [] : outputs.flat(),
        diagnostics: distinct(report.diagnostics),
        proofs,
        sources: [...(context?.sources ?? [])].sort(),
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
