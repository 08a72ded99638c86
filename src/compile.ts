/**
 * The way of a document, in one picture:
 *
 *   data ─load─▶ typed data ─localize, fill─▶ markup ─read─▶ Document ─audit─▶ findings ─no errors─▶ write: pdf · docx · html · print
 *
 * Nothing flows back. Each stage gathers all that is wrong before the way ends.
 */
import { basename, extname } from 'node:path';
import { auditEditions } from './audit/audit.ts';
import { locate } from './catalog.ts';
import { loadTheme } from './design/load.ts';
import { type Diagnostic, Refused, Report } from './diagnostics.ts';
import type { BuildOptions, DocumentOptions, Engine, EngineOptions, Output } from './engine.ts';
import { batchOf } from './engine-batch.ts';
import { type Loaded, loadData } from './input/load.ts';
import { languageOf } from './language/languages.ts';
import { englishName } from './language/tags.ts';
import { words } from './model/build.ts';
import type { Document, Lang, Sourced } from './model/document.ts';
import type { Crop, Picture } from './model/picture.ts';
import { loadPicture } from './picture/picture.ts';
import { qrPicture } from './picture/qr.ts';
import type { Proof } from './prove.ts';
import { readDocument } from './read/read.ts';
import { Seeds } from './seeds.ts';
import { attempt, type Making, making, Shelf } from './shelf.ts';
import { nameHints } from './suggestion.ts';
import { compileTemplate, type Template } from './template/compile.ts';
import { onPageSize } from './theme/page-size.ts';
import type { Theme } from './theme/theme.ts';
import { buildDate, openWorld } from './world.ts';
import { withoutEditions } from './write/editions.ts';
import { checkOptions, type FormatOptions, formatOptions } from './write/format-options.ts';
import { editionFile, type Format, type FormatWriter, formats, type Job, type WrittenFile } from './write/targets.ts';
import { checkWeight } from './write/weight.ts';

// Imported when first needed: checking a document needs no writer.
const writers: Readonly<Record<Format, () => Promise<FormatWriter<Uint8Array | readonly WrittenFile[]>>>> = {
  pdf: async () => (await import('./write/pdf/pdf.ts')).pdf,
  docx: async () => (await import('./write/docx/docx.ts')).docx,
  html: async () => (await import('./write/html/html.ts')).html,
  print: async () => (await import('./write/pdf/print.ts')).print,
  txt: async () => (await import('./write/text/text.ts')).text,
  brf: async () => (await import('./write/braille/braille.ts')).brf,
  pef: async () => (await import('./write/braille/braille.ts')).pef,
  md: async () => (await import('./write/markdown/markdown.ts')).markdown,
};

interface Checked {
  readonly loaded: Loaded;
  readonly theme: Theme;
  readonly documents: readonly Document[];
}

const ownThemes = new Seeds<Theme>();
const ownTemplates = new Seeds<Template>();

export function createEngine({ root, env = process.env, instead = new Map() }: EngineOptions): Engine {
  const themes = new Shelf(ownThemes);
  const templates = new Shelf(ownTemplates);

  /** Null where the project's folder itself is missing. */
  async function start(report: Report): Promise<Making | null> {
    const world = await attempt(report, () => openWorld(root, instead));
    return world && making(world, report);
  }

  async function check(
    file: string,
    options: DocumentOptions & Pick<BuildOptions, 'formats'>,
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
    auditEditions(documents, theme, report);
    return report.failed ? null : { loaded, theme, documents };
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
      if (kindFile !== null) await world.read(kindFile);
      return compileTemplate(file, world, shape, report);
    });
  }

  async function write(
    { loaded, theme }: Checked,
    document: Document,
    { format, name, ...options }: FormatOptions & { readonly format: Format; readonly name: string },
    report: Report,
  ): Promise<readonly Output[]> {
    const target = await writers[format]();
    const created = buildDate(env, loaded.date);
    const language = languageOf(document.lang);
    const job: Job = { theme, language, name, created, report, ...options };
    const made = await target.write(document, job);
    const parts = made instanceof Uint8Array ? [{ extension: target.extension, bytes: made }] : made;
    return parts.map(({ extension, bytes }) => ({
      format,
      lang: document.lang,
      name: editionFile(job, document.lang, extension),
      bytes,
    }));
  }

  const engine: Engine = {
    async build(file: string, options: BuildOptions = {}) {
      const report = new Report();
      const proofs: Proof[] = [];
      const context = checkOptions(options, report) ? await start(report) : null;
      const checked = context && (await attempt(report, () => check(file, options, context)));
      const asked = options.formats ?? formats;
      // Before anything is drawn: drawing for a press that is not known would be for nothing.
      const settled = await attempt(
        report,
        async () => checked && context && formatOptions(options, checked, context.world),
      );
      const sound = report.failed ? [] : (checked?.documents ?? []);
      const documents = options.draft === true ? sound.map(drafted) : sound;
      const outputs = documents.map((): Output[] => []);
      // One format after the other: so the findings of several threads, with some formats each, are in the same order.
      for (const format of asked)
        for (const [index, document] of documents.entries()) {
          const named = { format, name: nameOf(file, options) };
          const linked = checked && linkedEditions(document, checked, { ...named, beside: options.beside }, report);
          const how = settled && { ...named, ...settled };
          const output = linked && how && (await attempt(report, () => write(checked, linked, how, report)));
          outputs[index]?.push(...(output ?? []));
          if (options.prove === true && linked !== null)
            for (const each of output ?? [])
              proofs.push(
                ...((await attempt(report, async () => (await import('./prove.ts')).proofOf(linked, each, report))) ??
                  []),
              );
          if (options.small === true && output) checkWeight(output, document, report);
        }
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
      if (context) await attempt(report, () => check(file, options, context));
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
      themes.drop(files);
      templates.drop(files);
    },

    close() {
      themes.clear();
      templates.clear();
    },
  };
  return engine;
}

/** The document with links to those of its editions alone that are there in this format; paper has none. */
function linkedEditions(
  document: Document,
  { loaded, documents }: Checked,
  { format, beside, name }: Pick<BuildOptions, 'beside'> & { readonly format: Format; readonly name: string },
  report: Report,
): Document {
  if (format === 'print' || beside === undefined) return document;
  const missing = document.editions
    .map(({ lang }) => lang)
    .filter((lang) => !documents.some((made) => made.lang === lang) && !beside(editionFile({ name }, lang, format)));
  for (const lang of missing)
    report.warning('edition-missing', loaded.languagesAt, missingEdition(lang), {
      hints: ['Build it as well: then the other editions link to it.'],
    });
  return withoutEditions(document, missing);
}

/** The files' name without language and ending. */
function nameOf(file: string, { name, draft = false }: Pick<BuildOptions, 'name' | 'draft'>): string {
  return (name ?? basename(file, extname(file))) + (draft ? '.draft' : '');
}

/** A document whose title says that it is a draft: to those who hear it, and over each page. */
function drafted(document: Document): Document {
  const { chrome } = languageOf(document.lang);
  const title = words(`${document.metadata.title} (${chrome.draft.toLocaleLowerCase(document.lang)})`);
  return title === null ? document : { ...document, metadata: { ...document.metadata, title } };
}

function missingEdition(lang: Lang): string {
  return `The edition in ${englishName(lang)} is not built now and not in the output folder, so nothing links to it.`;
}

/** What the languages of a document share. */
interface Means {
  readonly template: Template;
  readonly theme: Theme;
  readonly pictures: Map<string, Promise<Picture | null>>;
  readonly light: boolean;
}

async function makeDocument(
  loaded: Loaded,
  lang: Lang,
  { template, theme, pictures, light }: Means,
  { world, report }: Making,
) {
  const markup = template.fill(loaded.localize(lang), lang, report);
  // What formats choose by the kind, such as how a brochure is folded, they choose by the one that it extends.
  const { base: kind, editions } = loaded;
  const { page } = theme;
  const room = { width: page.width - page.left - page.right, height: page.height - page.top - page.bottom, light };
  // Decoded once for all languages; a drawing may have words in each.
  const picture = (src: Sourced<string>, crop: Crop | null) => {
    const key = JSON.stringify([
      src.value,
      src.from,
      crop,
      /\.(?:jpe?g|png|webp|avif|tiff?)$/i.test(src.value) ? null : lang,
    ]);
    const known = pictures.get(key) ?? loadPicture(src, world, report, { room, lang, crop });
    pictures.set(key, known);
    return known;
  };
  const context = { kind, lang, editions, metadata: loaded.metadata(lang), picture, qr: qrPicture };
  return markup && readDocument(markup, context, report);
}

/** The languages asked for, in the document's order; those that it lacks are errors. */
function chooseLanguages(loaded: Loaded, asked: readonly string[] | undefined, report: Report): readonly Lang[] {
  for (const tag of asked ?? [])
    if (!loaded.languages.some((lang) => lang === tag)) {
      const hints = nameHints(tag, loaded.languages, 'languages of this document');
      report.error('unknown-language', null, `${loaded.file} has no language "${tag}".`, { hints });
    }
  return loaded.languages.filter((lang) => asked?.includes(lang) ?? true);
}

/** Both languages, and all documents of a call, meet the same fault of a template or theme; it is told once. */
export function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(diagnostics.map((d) => [JSON.stringify([d.code, d.at, d.message]), d])).values()];
}
