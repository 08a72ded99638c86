/**
 * The way of a document, in one picture:
 *
 *   data ─load─▶ typed data ─localize, fill─▶ markup ─read─▶ Document ─audit─▶ findings ─no errors─▶ write: pdf · docx · html
 *
 * Nothing flows back. Each stage gathers all that is wrong before the way ends.
 */
import { basename, extname } from 'node:path';
import { audit } from './audit/audit.ts';
import { locate } from './catalog.ts';
import { type Diagnostic, Refused, Report } from './diagnostics.ts';
import type { BuildOptions, DocumentOptions, Engine, EngineOptions, Output } from './engine.ts';
import { type Loaded, loadData } from './input/load.ts';
import type { Document, Lang, Sourced } from './model/document.ts';
import { loadPicture } from './picture/picture.ts';
import { readDocument } from './read/read.ts';
import { attempt, Shelf } from './shelf.ts';
import { nameHints } from './suggestion.ts';
import { compileTemplate, type Template } from './template/compile.ts';
import { loadTheme } from './theme/load.ts';
import type { Theme } from './theme/theme.ts';
import { buildDate, openWorld, type World } from './world.ts';
import { chromeOf } from './write/chrome.ts';
import { editionFile, type Format, formats, type Job, type Target } from './write/targets.ts';

// Imported when first needed: checking a document needs no writer.
const writers: Readonly<Record<Format, () => Promise<Target>>> = {
  pdf: async () => (await import('./write/pdf/pdf.ts')).pdf,
  docx: async () => (await import('./write/docx/docx.ts')).docx,
  html: async () => (await import('./write/html/html.ts')).html,
};

interface Checked {
  readonly loaded: Loaded;
  readonly theme: Theme;
  readonly documents: readonly Document[];
}

export function createEngine({ root, env = process.env }: EngineOptions): Engine {
  const themes = new Shelf<Theme>();
  const templates = new Shelf<Template>();

  async function check(file: string, options: DocumentOptions, report: Report): Promise<Checked | null> {
    const world = await openWorld(root);
    const [loaded, theme] = await Promise.all([
      attempt(report, () => loadData(file, world, report)),
      openTheme(options.theme ?? 'gza', world, report),
    ]);
    const template = loaded && (await openTemplate(options.template ?? loaded.kind, loaded, world, report));
    if (!loaded || !theme || !template) return null;
    const documents: Document[] = [];
    for (const lang of chooseLanguages(loaded, options.languages, report)) {
      const document = await attempt(report, () => makeDocument(loaded, lang, template, world, report));
      if (document === null) continue;
      audit(document, theme, report);
      documents.push(document);
    }
    return report.failed ? null : { loaded, theme, documents };
  }

  async function openTheme(name: string, world: World, report: Report): Promise<Theme | null> {
    const file = await locate('theme', name, world, report);
    return file === null ? null : themes.get(file, report, (own) => loadTheme(file, world, own));
  }

  async function openTemplate(
    name: string,
    { kind, shape }: Loaded,
    world: World,
    report: Report,
  ): Promise<Template | null> {
    const file = await locate('template', name, world, report);
    if (file === null) return null;
    return templates.get(`${kind} ${file}`, report, (own) => compileTemplate(file, world, shape, own));
  }

  async function write(
    { loaded, theme }: Checked,
    document: Document,
    format: Format,
    report: Report,
  ): Promise<Output> {
    const target = await writers[format]();
    const name = basename(loaded.file, extname(loaded.file));
    const job: Job = { theme, chrome: chromeOf(document.lang), name, created: buildDate(env, loaded.date), report };
    const bytes = await target.write(document, job);
    return { format, lang: document.lang, name: editionFile(job, document.lang, target.extension), bytes };
  }

  return {
    async build(file: string, options: BuildOptions = {}) {
      const report = new Report();
      const outputs: Output[] = [];
      const checked = await attempt(report, () => check(file, options, report));
      for (const document of checked?.documents ?? [])
        for (const format of options.formats ?? formats) {
          const output = checked && (await attempt(report, () => write(checked, document, format, report)));
          if (output) outputs.push(output);
        }
      return { outputs: report.failed ? [] : outputs, diagnostics: distinct(report.diagnostics) };
    },

    async validate(file, options = {}) {
      const report = new Report();
      await attempt(report, () => check(file, options, report));
      return distinct(report.diagnostics);
    },

    async document(file, lang, options = {}) {
      const report = new Report();
      const checked = await attempt(report, () => check(file, { ...options, languages: [lang] }, report));
      const document = checked?.documents[0];
      if (document === undefined) throw new Refused(distinct(report.diagnostics));
      return document;
    },

    close() {
      themes.clear();
      templates.clear();
    },
  };
}

async function makeDocument(loaded: Loaded, lang: Lang, template: Template, world: World, report: Report) {
  const markup = template.fill(loaded.localize(lang), report);
  const { kind, editions } = loaded;
  const picture = (src: Sourced<string>) => loadPicture(src, world, report);
  return markup && readDocument(markup, { kind, lang, editions, metadata: loaded.metadata(lang), picture }, report);
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
