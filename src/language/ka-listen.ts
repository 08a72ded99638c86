import type { ListenWords, UnreadWord } from './listen-words.ts';

const named = (role: string, label: string): string => (label === '' ? role : `${role} ${label}`);

const unreadWords: Readonly<Record<UnreadWord, string>> = {
  ...{ formula: 'ფორმულა', 'form field': 'ფორმის ველი', 'video or sound': 'ვიდეო ან ხმა' },
  ...{ 'embedded object': 'ჩადგმული ობიექტი', navigation: 'ნავიგაცია', 'hidden text': 'დამალული ტექსტი' },
  ...{ 'link without words': 'უსიტყვო ბმული', 'style sheet': 'სტილების ფურცელი' },
};

export const listen: ListenWords = {
  document: (language) => `დოკუმენტი, ენა: ${language}`,
  language: (name) => `${name}:`,
  heading: (level) => `სათაური, დონე ${level}:`,
  level: (level) => `დონე ${level}:`,
  list: (items, ordered) => `${ordered ? 'დანომრილი სია' : 'სია'}, ${items} პუნქტი`,
  terms: (items) => `ტერმინების სია, ${items} ტერმინი`,
  contents: (entries) => `სარჩევი, ${entries} ჩანაწერი`,
  item: 'პუნქტი:',
  term: 'ტერმინი:',
  numbered: (number) => `პუნქტი ${number}:`,
  table: (columns, rows) => `ცხრილი, ${columns} სვეტი, ${rows} სტრიქონი`,
  row: (number) => `სტრიქონი ${number}`,
  headers: {
    ...{ column: 'სვეტის სათაური:', row: 'სტრიქონის სათაური:' },
    ...{ both: 'სვეტისა და სტრიქონის სათაური:', none: 'სათაური:' },
  },
  span: (columns, rows) =>
    [columns > 1 ? `${columns} სვეტზე` : '', rows > 1 ? `${rows} სტრიქონზე` : ''].filter(Boolean).join(', '),
  pause: ';',
  empty: 'ცარიელი',
  caption: 'წარწერა:',
  figure: 'სურათი:',
  unnamed: 'სურათი აღწერის გარეშე',
  link: 'ბმული:',
  leads: (target) => `მიემართება: ${target}`,
  quote: 'ციტატა',
  aside: (label) => (label === '' ? 'ტექსტის გვერდით' : `ტექსტის გვერდით: ${label}`),
  note: (label) => named('შენიშვნა', label),
  mark: (label) => named('იხ. შენიშვნა', label),
  end: {
    ...{ list: 'სიის ბოლო', terms: 'სიის ბოლო', contents: 'სარჩევის ბოლო', table: 'ცხრილის ბოლო' },
    ...{ quote: 'ციტატის ბოლო', note: 'შენიშვნის ბოლო', aside: 'გვერდითი ტექსტის ბოლო' },
  },
  unread: (what, count) => `არ წაკითხულა: ${count} ${unreadWords[what]}`,
};
