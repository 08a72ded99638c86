/** What an engine takes and gives. `compile.ts` makes one. */
import type { Diagnostic } from './diagnostics.ts';
import type { Logos } from './input/bring/logos.ts';
import type { Document, Lang } from './model/document.ts';
import type { PageSize } from './theme/page-size.ts';
import type { BookOptions, BrailleOptions, Format, PdfStandard, PrintOptions, TextOptions } from './write/targets.ts';

export interface EngineOptions {
  /** The project's folder. Nothing outside it is read but the package's own templates, themes and fonts. */
  readonly root: string;
  /** For SOURCE_DATE_EPOCH; else the process's environment. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Bytes that stand in the place of files of the project, by their paths relative to the root, with `/`. */
  readonly instead?: ReadonlyMap<string, Uint8Array>;
}

export interface DocumentOptions {
  /** The name of a template, or its path in the project (with a `/`); else the document's kind. */
  readonly template?: string | undefined;
  /** The name of a theme, or its path in the project (with a `/`); else `gza`. */
  readonly theme?: string | undefined;
  /** Else the size of the theme's pages. Folded sheets have sizes of their own. */
  readonly paper?: PageSize | undefined;
  /** Logo files by the names of their owners, for emblems that name no picture; each with the place that names it. */
  readonly logos?: Logos | undefined;
  /** Whether pictures are as light as they may be, for files that are sent by mail. */
  readonly small?: boolean | undefined;
  /** Else all languages of the document. */
  readonly languages?: readonly string[] | undefined;
}

export interface BuildOptions extends DocumentOptions {
  /** Else pdf, docx and html. */
  readonly formats?: readonly Format[] | undefined;
  /** Whether pages have their numbers, and contents and references those of pages; else they have. */
  readonly pageNumbers?: boolean | undefined;
  /** Whether each page, the title and the files' names say that this is a draft. */
  readonly draft?: boolean | undefined;
  /** Else `ua-1`: PDF/UA-1 and PDF/A-2a. */
  readonly pdfStandard?: PdfStandard | undefined;
  /** Whether files carry their data file, to be got back by `etrati extract`; PDFs only with `ua-2`. */
  readonly embedSource?: boolean | undefined;
  /**
   * Whether a file of this name stands where the outputs will. An edition is linked to if it is made in this call or stands
   * there; without this function all are taken to be there.
   */
  readonly beside?: ((name: string) => boolean) | undefined;
  /**
   * Whether the words of HTML say in `data-from` where they stand in the data, for a page that is looked at beside it. What is
   * meant for readers is made without.
   */
  readonly origins?: boolean | undefined;
  /** For the format `print`. */
  readonly print?: PrintOptions | undefined;
  /** For the format `epub`. */
  readonly book?: BookOptions | undefined;
  /** Whether `epub` is one book of all languages of the document, and not one of each. */
  readonly bilingual?: boolean | undefined;
  /** For the format `txt`. */
  readonly text?: TextOptions | undefined;
  /** For the formats `brf` and `pef`. */
  readonly braille?: BrailleOptions | undefined;
}

export interface Output {
  readonly format: Format;
  readonly lang: Lang;
  /** The file's name, `<data file's basename>.<lang>.<ext>`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface BuildResult {
  /** None if any finding is an error. */
  readonly outputs: readonly Output[];
  readonly diagnostics: readonly Diagnostic[];
  /**
   * The files of the project that were asked for, there or not: data, pictures, template, theme, fonts. Relative to the
   * root, with `/`; sorted. What to watch, or to depend on.
   */
  readonly sources: readonly string[];
}

/**
 * Keeps themes with their fonts and compiled templates warm between documents. Data files are named by their path
 * relative to the root, with `/`. What a person got wrong comes back as findings; a throw is a bug of ours.
 */
export interface Engine {
  build(file: string, options?: BuildOptions): Promise<BuildResult>;
  /** All that `build` checks before it writes. */
  validate(file: string, options?: DocumentOptions): Promise<readonly Diagnostic[]>;
  /** The tree that every writer gets. Throws `Refused` with the findings if there is none. */
  document(file: string, lang: string, options?: DocumentOptions): Promise<Document>;
  /** Lets go of what was made from any of these files, named as in `sources`; a later call reads them again. */
  invalidate(files: readonly string[]): void;
  /** Lets go of all that is kept; a later call reads it again. */
  close(): void;
}
