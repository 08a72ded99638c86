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
  /** Heading over the notes where they stand together. */
  readonly notes: string;
  /** The names of the links from the text to the note `{n}` and back, where what stands around a link is known. */
  readonly noteNamed: string;
  readonly backToText: string;
  /** What opens the table of a chart and the long description of a figure. */
  readonly chartData: string;
  readonly longDescription: string;
  /** Names of the panels of a folded sheet, for the print shop; `{n}` stands for the panel's place in the text. */
  readonly panels: Readonly<Record<'cover' | 'back' | 'text', string>>;
  /** Names of the lists of sections, tables and figures that stand in the text. */
  readonly listOf: Readonly<Record<'sections' | 'tables' | 'figures', string>>;
}

const chromes: Readonly<Record<string, Chrome>> = {
  ka: {
    locale: 'ka-GE',
    skipToContent: 'ძირითად ტექსტზე გადასვლა',
    contents: 'სარჩევი',
    languages: 'ენა',
    imprint: 'გამოცემის მონაცემები',
    page: 'გვერდი {n}, სულ {of}',
    notes: 'შენიშვნები',
    noteNamed: 'შენიშვნა {n}',
    backToText: 'ტექსტში დაბრუნება',
    chartData: 'მონაცემები ცხრილად',
    longDescription: 'სურათის აღწერა',
    panels: { cover: 'წინა ყდა', back: 'უკანა ყდა', text: 'ტექსტი {n}' },
    listOf: {
      sections: 'თავების სია',
      tables: 'ცხრილების სია',
      figures: 'სურათებისა და დიაგრამების სია',
    },
  },
  en: {
    locale: 'en-GB',
    skipToContent: 'Skip to main content',
    contents: 'Contents',
    languages: 'Language',
    imprint: 'Imprint',
    page: 'Page {n} of {of}',
    notes: 'Notes',
    noteNamed: 'Note {n}',
    backToText: 'Back to the text',
    chartData: 'Data as a table',
    longDescription: 'Description of the picture',
    panels: { cover: 'front cover', back: 'back cover', text: 'text {n}' },
    listOf: {
      sections: 'List of sections',
      tables: 'List of tables',
      figures: 'List of figures and charts',
    },
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
