/** What a writer is: one total function from the Document to the bytes of a file. A new format is one new room here. */
import type { Report } from '../diagnostics.ts';
import type { Document, Lang } from '../model/document.ts';
import type { Theme } from '../theme/theme.ts';
import type { Chrome } from './chrome.ts';

/** In the order in which they are written. */
export const formats = ['pdf', 'docx', 'html'] as const;
export type Format = (typeof formats)[number];

export interface Job {
  readonly theme: Theme;
  /** The words that a format adds of its own, in the document's language. */
  readonly chrome: Chrome;
  /** The data file's basename without its ending; the other editions are `<name>.<lang>.<ext>` beside this one. */
  readonly name: string;
  /** Creation and modification date of the file: from the data, or SOURCE_DATE_EPOCH. */
  readonly created: Date;
  /** For what only layout can find: a word too wide for its column. */
  readonly report: Report;
}

export interface Target {
  readonly format: Format;
  /** Without the dot. */
  readonly extension: string;
  write(document: Document, job: Job): Promise<Uint8Array>;
}

/** The file name of an edition, beside its sisters. */
export function editionFile(job: Pick<Job, 'name'>, lang: Lang, extension: string): string {
  return `${job.name}.${lang}.${extension}`;
}
