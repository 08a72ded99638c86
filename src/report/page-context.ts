/** What the parts of the page of a report share. */
import type { Language } from '../language/language.ts';
import type { ReportWords } from '../language/report-words.ts';
import { safe } from '../ticket/safe.ts';
import type { ReportData } from './data.ts';
import type { Standards } from './standards.ts';

export interface ReportContext {
  readonly data: ReportData;
  readonly language: Language;
  readonly words: ReportWords;
  readonly standards: Standards;
  /** Data addresses of small pictures, by the keys of the questions about them. */
  readonly thumbnails: ReadonlyMap<string, string>;
  /** A text of `standards/`, in the page's language. */
  readonly say: (texts: Readonly<Record<string, string>>) => string;
  /** Attributes of what is in English, the language of the program, on a page that is not. */
  readonly english: string;
}

export function placeText(at: ReportData['questions'][number]['at']): string {
  if (at === null) return '–';
  const { file, line, column, path } = at;
  return `<code>${safe(`${file}:${line}:${column}`)}</code>${path === undefined ? '' : ` <code>${safe(path)}</code>`}`;
}
