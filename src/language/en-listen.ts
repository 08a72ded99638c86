import type { ListenWords, UnreadWord } from './listen-words.ts';

const counted = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;
const named = (role: string, label: string): string => (label === '' ? role : `${role} ${label}`);

const plurals: Partial<Record<UnreadWord, string>> = {
  'video or sound': 'videos or sounds',
  'link without words': 'links without words',
};

export const listen: ListenWords = {
  document: (language) => `document in ${language}`,
  language: (name) => `${name}:`,
  heading: (level) => `heading, level ${level}:`,
  level: (level) => `level ${level}:`,
  list: (items, ordered) => `${ordered ? 'numbered list' : 'list'}, ${counted(items, 'item', 'items')}`,
  terms: (items) => `list of terms, ${counted(items, 'term', 'terms')}`,
  contents: (entries) => `contents, ${counted(entries, 'entry', 'entries')}`,
  item: 'item:',
  term: 'term:',
  numbered: (number) => `item ${number}:`,
  table: (columns, rows) => `table, ${counted(columns, 'column', 'columns')}, ${counted(rows, 'row', 'rows')}`,
  row: (number) => `row ${number}`,
  headers: { column: 'column header:', row: 'row header:', both: 'header of column and row:', none: 'header:' },
  span: (columns, rows) =>
    [columns > 1 ? `over ${columns} columns` : '', rows > 1 ? `over ${rows} rows` : ''].filter(Boolean).join(', '),
  pause: ';',
  empty: 'blank',
  caption: 'caption:',
  figure: 'picture:',
  unnamed: 'picture without words',
  link: 'link:',
  leads: (target) => `leads to ${target}`,
  quote: 'quotation',
  aside: (label) => (label === '' ? 'beside the text' : `beside the text: ${label}`),
  note: (label) => named('note', label),
  mark: (label) => named('see note', label),
  end: {
    ...{ list: 'end of list', terms: 'end of list', contents: 'end of contents', table: 'end of table' },
    ...{ quote: 'end of quotation', note: 'end of note', aside: 'end of what is beside the text' },
  },
  unread: (what, count) => `not read: ${counted(count, what, plurals[what] ?? `${what}s`)}`,
};
