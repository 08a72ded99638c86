/** What an engine takes and gives. `compile.ts` makes one. */
import type { NamedAt } from './catalog.ts';
import type { Diagnostic } from './diagnostics.ts';
import type { Logos } from './input/bring/logos.ts';
import type { Changes } from './input/changes.ts';
import type { Document, Lang } from './model/document.ts';
import type { Proof } from './prove.ts';
import type { PageSize } from './theme/page-size.ts';
import type {
  BookOptions,
  BrailleOptions,
  EditionKind,
  Format,
  PdfStandard,
  PrintOptions,
  ShownPage,
  TextOptions,
} from './write/targets.ts';

export interface EngineOptions {
  /** The project's folder. Nothing outside it is read but the package's own templates, themes and fonts. */
  readonly root: string;
  /** For SOURCE_DATE_EPOCH; else the process's environment. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Bytes that stand in the place of files of the project, by their paths relative to the root, with `/`. */
  readonly instead?: ReadonlyMap<string, Uint8Array>;
  /** Whether themes and templates that are kept are looked at before each document, for whom nobody calls `invalidate`; else not. */
  readonly looksAgain?: boolean;
}

export interface DocumentOptions {
  /** The name of a template, or its path in the project (with a `/`); else the document's kind. */
  readonly template?: string | undefined;
  /** The name of a theme, or its path in the project (with a `/`); else `gza`. */
  readonly theme?: string | undefined;
  /** Where a file names them, for findings. */
  readonly namedAt?: NamedAt | undefined;
  /** Else the size of the theme's pages. Folded sheets have sizes of their own. */
  readonly paper?: PageSize | undefined;
  /** Logo files by the names of their owners, for emblems that name no picture; each with the place that names it. */
  readonly logos?: Logos | undefined;
  /** Whether pictures are as light as they may be, for files that are sent by mail. */
  readonly small?: boolean | undefined;
  /** Else all languages of the document. */
  readonly languages?: readonly string[] | undefined;
  /** What a record of a manifest changes in the data file. */
  readonly changes?: Changes | undefined;
}

/** What a document is checked for. */
export interface ValidateOptions extends DocumentOptions {
  /** Advice too, which may be wrong; `words` are those of the project that no word list has. */
  readonly advice?: { readonly words: readonly string[] } | undefined;
}

export interface BuildOptions extends DocumentOptions {
  /** What outputs are called before their language; else as the data file. */
  readonly name?: string | undefined;
  /** Else pdf, docx and html. */
  readonly formats?: readonly Format[] | undefined;
  /** All formats that are made, where this call makes some of them alone: each file says which others there are. */
  readonly alongside?: readonly Format[] | undefined;
  /** The same of the editions. */
  readonly alongsideEditions?: readonly EditionKind[] | undefined;
  /** Which editions of the document are made, each in those of the formats that it has; else the standard one. */
  readonly editions?: readonly EditionKind[] | undefined;
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
  /** In the place of `SOURCE_DATE_EPOCH`: seconds since 1970, as text; empty for none, and so the date of the document. */
  readonly sourceDate?: string | undefined;
  /** Whether each file is read back and compared with its document; one that says something else is an error. */
  readonly prove?: boolean | undefined;
  /**
   * Whether it is told where words stand in the data, for what is looked at beside it: by HTML in `data-from`, of the pages of a
   * PDF in `shown`; one for the press is then drawn alone, without being judged and without its ticket. What is meant for readers
   * is made without.
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

/** A document of many. */
export interface BatchRecord extends Omit<BuildOptions, 'beside' | 'changes'> {
  /** The data file, relative to the root; of a document that is given whole, the name that it would have. */
  readonly file: string;
  /** The whole document, in the place of the file. */
  readonly data?: object | undefined;
  /** What differs from the file: JSON Merge Patch (RFC 7396). */
  readonly patch?: object | undefined;
}

/** Options of all records; what a record says itself comes before them. */
export interface BatchOptions extends BuildOptions {
  /** How many documents are made at a time, each in a thread with an engine of its own; else one, by this engine. */
  readonly jobs?: number | undefined;
  /** Megabytes that the heap of a thread may have; else 1024. */
  readonly memory?: number | undefined;
  /**
   * Seconds that a document may take; else 300. Only a thread can be ended: one document at a time is made in a thread too where this is
   * given, and without it by this engine, which nothing ends.
   */
  readonly timeout?: number | undefined;
}

export interface BatchDone<R extends BatchRecord = BatchRecord> {
  readonly record: R;
  /** Of the record, from 0. */
  readonly index: number;
  /** Null where a bug of ours, the time that it took, or the end of two threads, stopped this record; `failure` says which. */
  readonly result: BuildResult | null;
  readonly failure: Error | null;
}

export interface Output {
  readonly format: Format;
  readonly edition: EditionKind;
  readonly lang: Lang;
  /**
   * The file's name, `<name>.<lang>.<ext>`, of another edition than the standard one `<name>.<edition>.<lang>.<ext>`; the name is
   * that of the data file if no other is asked for.
   */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The pages of a PDF and what stands on them; with `origins` alone. */
  readonly shown?: readonly ShownPage[] | undefined;
}

export interface BuildResult {
  /** None if any finding is an error. */
  readonly outputs: readonly Output[];
  readonly diagnostics: readonly Diagnostic[];
  /** What was found of each file that can be read back; none without `prove`. */
  readonly proofs: readonly Proof[];
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
  /**
   * Builds many documents, and gives what came of each in the order of the records. It takes a record only when the next result is
   * asked for, or as far ahead as there are threads: a source of any length needs no memory. One that fails stops no other.
   */
  batch<R extends BatchRecord>(
    records: AsyncIterable<R> | Iterable<R>,
    options?: BatchOptions,
  ): AsyncIterableIterator<BatchDone<R>>;
  /** All that `build` checks before it writes. */
  validate(file: string, options?: ValidateOptions): Promise<readonly Diagnostic[]>;
  /** The tree that every writer gets. Throws `Refused` with the findings if there is none. */
  document(file: string, lang: string, options?: DocumentOptions): Promise<Document>;
  /** Lets go of what was made from any of these files, named as in `sources`; a later call reads them again. */
  invalidate(files: readonly string[]): void;
  /** Lets go of all that is kept; a later call reads it again. */
  close(): void;
}
