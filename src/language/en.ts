import { ueb } from './braille/ueb.ts';
import { listen } from './en-listen.ts';
import { report } from './en-report.ts';
import { statement } from './en-statement.ts';
import { ticket } from './en-ticket.ts';
import { wording } from './en-wording.ts';
import { enumeration } from './enumeration.ts';
import type { Language, Months } from './language.ts';
import { patternsOf } from './patterns.ts';

const nbsp = '\u00A0';
const shortMonths: Months<string> = [
  ...(['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'] as const),
  ...(['Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const),
];

/** A month by its name, also in capital letters. */
function month(name: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${name}|${name.toUpperCase()})(?!\\p{L})`, 'gu');
}

/** English as the United Nations write it: `GEL 25,000.50`, `86%`, `22 November 2026`. */
export const en: Language = {
  tag: 'en',
  locale: 'en-GB',
  name: 'English',
  addressMarks: ['eng', 'english'],
  script: 'Latn',
  easyWords: 15,
  braille: ueb,
  numerals: {
    decimal: '.',
    group: ',',
    groupedFrom: 4,
    percent: '%',
    money: (number, currency) => `${currency}${nbsp}${number}`,
  },
  dates: {
    months: [
      ...(['January', 'February', 'March', 'April', 'May', 'June'] as const),
      ...(['July', 'August', 'September', 'October', 'November', 'December'] as const),
    ],
    shortMonths,
    monthYear: (month, year) => `${month} ${year}`,
    short: (day, month, year) => `${day} ${shortMonths[month - 1]} ${year}`,
    dayMonth: (day, month) => `${day} ${month}`,
    withYear: (dayMonth, year) => `${dayMonth} ${year}`,
  },
  currencies: { GEL: 'lari', EUR: 'euros', USD: 'US dollars', GBP: 'pounds sterling' },
  conjunctions: ['and', 'or', 'but', 'the', 'of', 'to'],
  quotes: { open: '“', close: '”', example: 'title', straightIsFault: true, mistakenClose: null },
  setting: {
    stress: 'slant',
    spine: 'down',
    divisions: patternsOf('en-gb'),
    clinging: [],
    units: ['million', 'billion'],
    openers: ['No', 'Nos', 'p', 'pp'],
  },
  labels: {
    counted: { table: 'Table', figure: 'Figure', chart: 'Chart' },
    section: 'Section',
    subsection: 'Section',
    annex: 'Annex',
    letters: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    qr: 'QR code',
    missing: 'no data',
    states: { done: 'done', today: 'now', ahead: 'planned' },
  },
  charts: {
    kinds: {
      bar: 'Bar chart',
      stacked: 'Stacked bar chart',
      line: 'Line chart',
      share: 'Chart of shares',
      gantt: 'Gantt chart',
    },
    size: (categories, series) => `${categories} ${categories === 1 ? 'category' : 'categories'}, ${series} series`,
    highest: 'highest',
    lowest: 'lowest',
    first: 'first',
    last: 'last',
    longest: 'longest',
    all: 'all',
    today: 'Today',
    reportDay: (date) => `The day of the report is ${date}.`,
    more: (series) => `${series} more series.`,
    gaps: (which) => `no data for ${which}`,
    countOf: (some, categories) => `${some} of ${categories} categories`,
    table: 'All values are in the table of the chart.',
  },
  chrome: {
    skipToContent: 'Skip to main content',
    contents: 'Contents',
    languages: 'Language',
    imprint: 'Imprint',
    page: 'Page {n} of {of}',
    draft: 'Draft',
    largePrint: 'Large print',
    easyToRead: 'Easy to read',
    allEditions: 'Editions of this document',
    editionNames: {
      pdf: 'PDF',
      docx: 'Word',
      html: 'web page',
      epub: 'EPUB',
      text: 'plain text',
      markdown: 'Markdown',
      braille: 'braille',
      pef: 'braille (PEF)',
      large: 'large print',
      plain: 'easy to read',
    },
    otherEditions:
      'This document is also available in standard print. To get it in another format, please ask: {author}.',
    data: 'Data',
    onPage: 'p.\u00A0{n}',
    linkAddresses: 'Addresses of links',
    notes: 'Notes',
    noteNamed: 'Note {n}',
    backToText: 'Back to the text',
    picture: 'Picture',
    columns: 'Columns',
    catalogue: ['Title', 'Author', 'Language', 'Date', 'Description', 'Keywords'],
    emptyCell: 'empty',
    box: 'Box',
    boxEnd: 'End of the box',
    brailleMade:
      'Made by a computer program. No braille reader has proof-read it yet. Words in another language are between code switch indicators.',
    braillePages:
      'Numbers at the upper right, and at the end of lines of dots 3 and 6, are those of the pages of the PDF edition.',
    tableAsList: 'Table as a list: each row, then its cells with the names of their columns.',
    chartData: 'Data as a table',
    longDescription: 'Description of the picture',
    panels: { cover: 'front cover', back: 'back cover', text: 'text {n}' },
    listOf: {
      sections: 'List of sections',
      tables: 'List of tables',
      figures: 'List of figures and charts',
    },
  },
  book: {
    pages: 'Pages',
    landmarks: 'Places in the book',
    titlePage: 'Title page',
    text: 'Start of the text',
    accessible: ({ lists, tables, notes, languages, pictures, charts }) => {
      const marked = enumeration(
        [
          ...['Headings', lists && 'lists', tables && 'tables', notes && 'notes'],
          languages && 'parts in another language',
        ],
        'and',
      );
      const drawn = enumeration([pictures && 'Pictures', charts && (pictures ? 'charts' : 'Charts')], 'and');
      return [
        `${marked} are marked as such.`,
        ...(drawn === ''
          ? []
          : [`${drawn} have alternative texts${charts ? ', and charts have their data as tables' : ''}.`]),
        'All can be read with a screen reader, in any size and colours.',
      ];
    },
    paged: 'The pages of the PDF edition are marked and listed.',
  },
  listen,
  prose: {
    months: [
      month('Jan(?:uary)?'),
      month('Feb(?:ruary)?'),
      month('Mar(?:ch)?'),
      month('Apr(?:il)?'),
      // May is a month too where it starts a sentence, unless a word goes on from it: “May we …”.
      month('(?:(?<!^|[.!?“] )May|May(?! [a-z]))'),
      month('June?'),
      month('July?'),
      month('Aug(?:ust)?'),
      month('Sept?(?:ember)?'),
      month('Oct(?:ober)?'),
      month('Nov(?:ember)?'),
      month('Dec(?:ember)?'),
    ],
    anyMonth: /(?:^|[^a-z])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i,
    placeholders: [],
    instructions: [
      'insert',
      'add',
      'enter',
      'fill in',
      'write',
      'name of',
      'date of',
      'your',
      'to be',
      '(?:name|date|number|amount|place|title|address|phone|email|year|figure)(?=\\])',
    ],
    starters: [
      'your (?:organization|project|donor|picture)',
      'the name of your',
      'write here',
      'three circles on one line',
    ],
    uncounted: null,
  },
  wording,
  mapDisclaimer:
    'The boundaries and names shown and the designations used on this map do not imply official endorsement or acceptance by the United Nations.',
  report,
  statement,
  ticket,
  stillEnglish: [],
};
