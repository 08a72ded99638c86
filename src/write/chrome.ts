/** The few words that formats add around a document: skip link, page numbers, names of regions. */
import type { Lang } from '../model/document.ts';

export interface Chrome {
  /** For `dir`, `Intl` and DOCX: the full locale. */
  readonly locale: string;
  readonly skipToContent: string;
  readonly contents: string;
  readonly languages: string;
  readonly imprint: string;
  /** `{n}` and `{of}` stand for numbers. */
  readonly page: string;
}

const chromes: Readonly<Record<string, Chrome>> = {
  ka: {
    locale: 'ka-GE',
    skipToContent: 'ძირითად ტექსტზე გადასვლა',
    contents: 'სარჩევი',
    languages: 'ენა',
    imprint: 'გამოსაცემი ცნობები',
    page: 'გვერდი {n}, სულ {of}',
  },
  en: {
    locale: 'en-GB',
    skipToContent: 'Skip to main content',
    contents: 'Contents',
    languages: 'Language',
    imprint: 'Imprint',
    page: 'Page {n} of {of}',
  },
};

/** Languages that we can write a whole file in. */
export const writtenLanguages: readonly string[] = Object.keys(chromes);

/** Throws for a language without words: the loader refuses it before. */
export function chromeOf(lang: Lang): Chrome {
  const chrome = chromes[lang];
  if (chrome === undefined) throw new Error(`no chrome words for "${lang}"`);
  return chrome;
}
