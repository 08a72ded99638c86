/**
 * The way of a document, in one picture:
 *
 *   data ─load─▶ typed data ─localize, fill─▶ markup ─read─▶ Document ─audit─▶ findings ─no errors─▶ write: pdf · docx · html · print
 *
 * Nothing flows back. Each stage gathers all that is wrong before the way ends.
 */
import { basename, extname } from 'node:path';
import { audit } from './audit/audit.ts';
import { locate } from './catalog.ts';
import { type Diagnostic, Refused, Report } from './diagnostics.ts';
import type { BuildOptions, DocumentOptions, Engine, EngineOptions, Output } from './engine.ts';
import { type Loaded, loadData } from './input/load.ts';
import type { Language } from './language/language.ts';
import { languageOf } from './language/languages.ts';
import { englishName } from './language/tags.ts';
import { words } from './model/build.ts';
import type { Document, Lang, Sourced } from './model/document.ts';
import type { Crop, Picture } from './model/picture.ts';
import { loadPicture } from './picture/picture.ts';
import { qrPicture } from './picture/qr.ts';
import { readDocument } from './read/read.ts';
import { Seeds } from './seeds.ts';
import { attempt, type Making, making, Shelf } from './shelf.ts';
import { nameHints } from './suggestion.ts';
import { compileTemplate, type Template } from './template/compile.ts';
import { loadTheme } from './theme/load.ts';
import { onPageSize } from './theme/page-size.ts';
import type { Theme } from './theme/theme.ts';
import { buildDate, openWorld } from './world.ts';
import { withoutEditions } from './write/editions.ts';
import { checkOptions, type FormatOptions, formatOptions } from './write/format-options.ts';
import {
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

  async function check(file: string, options: DocumentOptions, context: Making): Promise<Checked | null> {
    const { world, report } = context;
    const [loaded, theme] = await Promise.all([
      attempt(report, () => loadData(file, world, report, { made: options.languages, logos: options.logos })),
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
      if (document === null) continue;
      audit(document, theme, report);
      documents.push(document);
    }
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

  function jobOf({ loaded, theme }: Checked, document: Document, options: FormatOptions, report: Report): Job {
    const created = buildDate(env, loaded.date);
    return { theme, language: languageOf(document.lang), name: nameOf(loaded, options), created, report, ...options };
  }

  async function write(format: Format, document: Document, job: Job): Promise<readonly Output[]> {
    const target = await writers[format]();
    const made = await target.write(document, job);
    const parts = made instanceof Uint8Array ? [{ extension: target.extension, bytes: made }] : made;
    return parts.map(({ extension, bytes }) => ({
      format,
      lang: document.lang,
      name: editionFile(job, document.lang, extension),
      bytes,
    }));
  }

  /** One file of all languages, named by them. */
  async function writeTogether(format: Format, editions: readonly WrittenEdition[]): Promise<readonly Output[]> {
    const [first] = editions;
    if (first === undefined) return [];
    const target = await writers[format]();
    if (target.writeTogether === undefined) throw new Error(`${format} is written for each language`);
    const bytes = await target.writeTogether(editions);
    const langs = editions.map(({ document }) => document.lang).join('-');
    return [{ format, lang: first.document.lang, name: `${first.job.name}.${langs}.${target.extension}`, bytes }];
  }

  return {
    async build(file: string, options: BuildOptions = {}) {
      const report = new Report();
      const outputs: Output[] = [];
      const context = checkOptions(options, report) ? await start(report) : null;
      const checked = context && (await attempt(report, () => check(file, options, context)));
      const asked = options.formats ?? formats;
      // Before anything is drawn: drawing for a press that is not known would be for nothing.
      const settled = await attempt(
        report,
        async () => checked && context && formatOptions(options, checked, context.world),
      );
      const together: WrittenEdition[] = [];
      for (const document of report.failed ? [] : (checked?.documents ?? []))
        for (const format of inOrder(asked)) {
          if (checked === null || settled === null) continue;
          const madePdf = outputs.find((made) => made.format === 'pdf' && made.lang === document.lang);
          const job = jobOf(checked, document, { ...settled, madePdf }, report);
          const linked = linkedEditions(document, checked, { ...options, format }, report);
          const edition = options.draft === true ? drafted(linked, job.language) : linked;
          if (format === 'epub' && options.bilingual === true) {
            together.push({ document: edition, job });
            continue;
          }
          const output = await attempt(report, () => write(format, edition, job));
          outputs.push(...(output ?? []));
          if (options.small === true && output) checkWeight(output, document, report);
        }
      outputs.push(...((await attempt(report, () => writeTogether('epub', together))) ?? []));
      return {
        outputs: report.failed ? [] : outputs,
        diagnostics: distinct(report.diagnostics),
        sources: [...(context?.sources ?? [])].sort(),
      };
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
}

/** A book names the pages of its PDF, which is made before it. */
function inOrder(formats: readonly Format[]): readonly Format[] {
  return [...formats.filter((format) => format !== 'epub'), ...formats.filter((format) => format === 'epub')];
}

/** The document with links to those of its editions alone that are there in this format; paper has none. */
function linkedEditions(
  document: Document,
  { loaded, documents }: Checked,
  { format, beside, draft }: Pick<BuildOptions, 'beside' | 'draft'> & { readonly format: Format },
  report: Report,
): Document {
  // Paper has no links, and a book has all that it links to in itself.
  if (format === 'print' || format === 'epub' || beside === undefined) return document;
  const name = nameOf(loaded, { draft });
  const missing = document.editions
    .map(({ lang }) => lang)
    .filter((lang) => !documents.some((made) => made.lang === lang) && !beside(editionFile({ name }, lang, format)));
  for (const lang of missing)
    report.warning('edition-missing', loaded.languagesAt, missingEdition(lang), {
      hints: ['Build it as well: then the other editions link to it.'],
    });
  return missing.length === 0 ? document : withoutEditions(document, (lang) => missing.includes(lang));
}

/** The files' name without language and ending. */
function nameOf({ file }: Loaded, { draft = false }: Pick<BuildOptions, 'draft'>): string {
  return basename(file, extname(file)) + (draft ? '.draft' : '');
}

/** A document whose title says that it is a draft: to those who hear it, and over each page. */
function drafted(document: Document, { chrome }: Language): Document {
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
