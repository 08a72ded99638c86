/**
 * All that belongs to a language: its name, numbers and dates, the words that we add to a document, the marks and customs of its
 * printers, and what the rules of data look for in its prose. The rooms have the ways, a language the words. Nothing is optional,
 * so a language that lacks something does not compile; one that is only begun takes the rest from English (`over-english.ts`).
 */

import type { BrailleCode } from './braille/code.ts';
import type { ListenWords } from './listen-words.ts';
import type { ReportWords, StatementWords } from './report-words.ts';
import type { Wording } from './wording.ts';

export interface Language {
  /** Its primary subtag (BCP 47). */
  readonly tag: string;
  /** With the region whose customs these are, for `Intl` and for Word. */
  readonly locale: string;
  readonly braille: BrailleCode;
  /** What it calls itself. */
  readonly name: string;
  /** How sites mark pages of this language in their addresses, besides by its tag. */
  readonly addressMarks: readonly string[];
  /** Its script (ISO 15924). */
  readonly script: string;
  /** Words that a sentence of easy reading has at most. */
  readonly easyWords: number;
  readonly numerals: Numerals;
  readonly dates: Dates;
  /** By their codes (ISO 4217): the words for them, as speech says them behind a number. */
  readonly currencies: Readonly<Record<Currency, string>>;
  readonly quotes: Quotes;
  /** Words that no sentence ends with. */
  readonly conjunctions: readonly string[];
  readonly setting: Typesetting;
  readonly labels: Labels;
  readonly charts: ChartWords;
  readonly chrome: Chrome;
  readonly book: BookWords;
  readonly prose: Prose;
  readonly listen: ListenWords;
  readonly wording: Wording;
  /** What the United Nations say under a map. */
  readonly mapDisclaimer: string;
  readonly report: ReportWords;
  readonly statement: StatementWords;
  readonly ticket: TicketWords;
  /** What of it is not written yet and said in English, by its path: `charts`, `chrome.draft`. None of one that is whole. */
  readonly stillEnglish: readonly string[];
}

export type Currency = 'GEL' | 'EUR' | 'USD' | 'GBP';

export interface Numerals {
  readonly decimal: string;
  /** Between groups of three digits. */
  readonly group: string;
  /** Digits from which on they are grouped. */
  readonly groupedFrom: number;
  /** The sign, with the space before it if there is one. */
  readonly percent: string;
  /** An amount, from its number as it is written and the code of its currency. */
  money(number: string, currency: string): string;
}

export interface Dates {
  readonly months: Months<string>;
  /** As they stand along an axis. */
  readonly shortMonths: Months<string>;
  monthYear(month: string, year: string): string;
  /** For narrow columns; the month counts from 1. */
  short(day: number, month: number, year: string): string;
  /** The day and month without the year, and with it. */
  dayMonth(day: string, month: string): string;
  withYear(dayMonth: string, year: string): string;
}

/** One for each month of the year. */
export type Months<T> = readonly [T, T, T, T, T, T, T, T, T, T, T, T];

export interface Quotes {
  readonly open: string;
  readonly close: string;
  /** A word between them, for hints. */
  readonly example: string;
  /** Whether straight marks are a fault in print. */
  readonly straightIsFault: boolean;
  /** What is met in place of `close` and belongs to other languages; null where nothing is. */
  readonly mistakenClose: string | null;
}

/** The customs of printers. */
export interface Typesetting {
  /** What stress is shown by: type that leans, or that is darker where leaning letters read badly. */
  readonly stress: 'slant' | 'weight';
  /** Which way the words on the spine of a book run. */
  readonly spine: 'down' | 'up';
  /** Where a word in small letters may be divided: indices of the letters that would start a line. */
  divisions(word: string): readonly number[];
  /** Short words that are kept with the word after them. */
  readonly clinging: readonly string[];
  /** Words that are kept with the number before them, and, without their stop, with the number after them: regular expressions. */
  readonly units: readonly string[];
  readonly openers: readonly string[];
}

export type Counted = 'table' | 'figure' | 'chart';

/** What parts of a document are called by the number that they have. */
export interface Labels {
  readonly counted: Readonly<Record<Counted, string>>;
  /** A section of the body, one inside of another, an annex. */
  readonly section: string;
  readonly subsection: string;
  readonly annex: string;
  /** The letters that annexes are counted by, in their order. */
  readonly letters: string;
  readonly qr: string;
  /** For the ear, where the eye gets a dash. */
  readonly missing: string;
  /** What an item of a timeline is, behind its first words. */
  readonly states: Readonly<Record<'done' | 'today' | 'ahead', string>>;
}

/** What is said of a chart, and what is drawn in it. Names and numbers stand as they are, without cases. */
export interface ChartWords {
  readonly kinds: Readonly<Record<'bar' | 'stacked' | 'line' | 'share' | 'gantt', string>>;
  size(categories: number, series: number): string;
  readonly highest: string;
  readonly lowest: string;
  readonly first: string;
  readonly last: string;
  /** Of a plan: starts first and ends last. */
  readonly longest: string;
  readonly all: string;
  /** The mark of the day on the axis of a plan, and what is said of it. */
  readonly today: string;
  reportDay(date: string): string;
  more(series: number): string;
  /** Which categories a series has no data of, from their names or their number. */
  gaps(which: string): string;
  /** Some of the categories, too many to be named. */
  countOf(some: number, categories: number): string;
  readonly table: string;
}

/** Editions as readers know them, in the order in which they are listed. */
export const editionNames = [
  'pdf',
  'docx',
  'html',
  'epub',
  'text',
  'markdown',
  'braille',
  'pef',
  'large',
  'plain',
] as const;
export type EditionName = (typeof editionNames)[number];

/** The few words that formats add around a document. `{n}` and `{of}` stand for numbers. */
export interface Chrome {
  readonly skipToContent: string;
  readonly contents: string;
  readonly languages: string;
  readonly imprint: string;
  readonly page: string;
  /** Stamped on each page of what is not finished; in brackets after its title. */
  readonly draft: string;
  /** On the cover of an edition in large print: what it is, and whom to ask for others; `{author}` stands for who publishes it. */
  readonly largePrint: string;
  readonly otherEditions: string;
  /** Over the values of a table that is a list of records. */
  readonly data: string;
  /** The same of an easy-to-read edition: what it is. */
  readonly easyToRead: string;
  /** What stands before the editions that were made together, and what each is called there. */
  readonly allEditions: string;
  readonly editionNames: Readonly<Record<EditionName, string>>;
  /** On paper: where a reference leads, and the heading over the addresses of links that are too long for the text. */
  readonly onPage: string;
  readonly linkAddresses: string;
  /** Heading over the notes where they stand together. */
  readonly notes: string;
  /** The names of the links from the text to the note `{n}` and back, where what stands around a link is known. */
  readonly noteNamed: string;
  readonly backToText: string;
  /** Where nothing can be drawn: what stands before the words of a picture, and before the names of a table's columns. */
  readonly picture: string;
  readonly columns: string;
  /** What catalogues ask of a document, where a text says it in words. */
  readonly catalogue: readonly [
    title: string,
    author: string,
    lang: string,
    date: string,
    about: string,
    words: string,
  ];
  /** In a cell of a table with nothing in it, where tables are lists; around what is beside the text. */
  readonly emptyCell: string;
  readonly box: string;
  readonly boxEnd: string;
  /** What a reader of braille is told first: who made the edition, who has not read it, and what stands between codes. */
  readonly brailleMade: string;
  /** Told after it where the pages of the PDF are told too: what their numbers stand for, and where. */
  readonly braillePages: string;
  /** Before a table in braille. */
  readonly tableAsList: string;
  /** What opens the table of a chart and the long description of a figure. */
  readonly chartData: string;
  readonly longDescription: string;
  /** Names of the panels of a folded sheet, for the print shop; `{n}` stands for the panel's place in the text. */
  readonly panels: Readonly<Record<'cover' | 'back' | 'text', string>>;
  /** Names of the lists of sections, tables and figures that stand in the text. */
  readonly listOf: Readonly<Record<'sections' | 'tables' | 'figures', string>>;
}

/** What a book has of what is marked as what it is. */
export type BookParts = Readonly<Record<'lists' | 'tables' | 'notes' | 'languages' | 'pictures' | 'charts', boolean>>;

/** The words of a book's navigation, and what its catalogue says to those who cannot see it. */
export interface BookWords {
  /** Names of the list of pages and of that of places. */
  readonly pages: string;
  readonly landmarks: string;
  readonly titlePage: string;
  /** Where the text begins. */
  readonly text: string;
  /** What a reader can rely on, in sentences, of what there is in the book. */
  accessible(has: BookParts): readonly string[];
  /** Said too where the pages of the PDF are marked. */
  readonly paged: string;
}

/** What the rules of data look for in running text. */
export interface Prose {
  /** The names of a month with whatever ending, and its short forms: expressions with the flags `g` and `u`. */
  readonly months: Months<RegExp>;
  /** Found in every text that names a month: others are passed over without a look for each. */
  readonly anyMonth: RegExp;
  /** Words in the place of a text that is not written yet, beside those of all languages, such as TODO. */
  readonly placeholders: readonly string[];
  /** Words that open an instruction in brackets, such as “[insert …]”. */
  readonly instructions: readonly string[];
  /** Words by which the texts of `etrati init` are told from people's own: expressions with the flags `i` and `u`. */
  readonly starters: readonly string[];
  /** A word in a form that stands behind no number, of a language that counts things in the singular and has no capital letters; else null. */
  readonly uncounted: RegExp | null;
}

/** The words of a print ticket. */
export interface TicketWords
  extends Readonly<
    Record<
      | ('ticket' | 'order' | 'file' | 'checksum' | 'created' | 'layout' | 'binding' | 'marks' | 'pages' | 'trim')
      | ('bleed' | 'media' | 'standard' | 'profile' | 'profileName' | 'process' | 'spot' | 'most' | 'none' | 'sides')
      | ('side' | 'page' | 'key' | 'proof' | 'formula' | 'panels' | 'panel' | 'width' | 'folds' | 'tokens' | 'token')
      | ('shown' | 'origin' | 'chosen' | 'computed' | 'fonts' | 'font' | 'embedded' | 'whole' | 'subset' | 'missing')
      | ('pictures' | 'pixels' | 'resolution' | 'space' | 'noPictures' | 'conversions' | 'findings' | 'clean')
      | ('severity' | 'finding' | 'error' | 'warning' | 'advice' | 'mm' | 'made' | 'paper' | 'caliper' | 'colours')
      | ('sheet' | 'sheets' | 'creep' | 'plan' | 'spine' | 'folding' | 'finishing' | 'stepInk' | 'stepWhere')
      | 'typeScale',
      string
    >
  > {
  readonly layouts: Readonly<Record<'tri-fold' | 'z-fold' | 'gate-fold' | 'booklet' | 'a5-booklet' | 'sheets', string>>;
  readonly marksOf: Readonly<Record<'none' | 'folds' | 'all', string>>;
  readonly bindings: Readonly<Record<'saddle stitch' | 'perfect binding' | 'fold' | 'none', string>>;
  readonly impositions: Readonly<Record<'saddle' | '2-up', string>>;
  /** The sides of a sheet of the press. */
  readonly formSides: Readonly<Record<'front' | 'back' | 'both', string>>;
  readonly papers: Readonly<Record<'coated' | 'uncoated', string>>;
  /** Parts of a form that are no page, and what ends them. */
  readonly onForms: Readonly<Record<'spine' | 'waste' | 'cut', string>>;
  /** What is done besides printing colours, and where. */
  readonly steps: Readonly<Record<'white' | 'varnish' | 'cut', string>>;
  readonly stepParts: Readonly<Record<'sheet' | 'cover' | 'title' | 'pictures' | 'corners' | 'hole', string>>;
  /** Of the report on a file; {n}, {most}, {share} and {ink} are filled in. */
  readonly proofing: Readonly<
    Record<
      | ('report' | 'whole' | 'marked' | 'unmarked' | 'separations' | 'plate' | 'heat' | 'total' | 'share' | 'over')
      | ('some' | 'bars' | 'number'),
      string
    >
  >;
  /** How who looks at a side folds it. */
  readonly directions: Readonly<Record<'towards' | 'away', string>>;
}
