/** What elements and their attributes are called by those who write data, who know nothing of either. */

const nouns: Readonly<Record<string, string>> = {
  align: 'alignment',
  alt: 'text alternative',
  colspan: 'number of columns',
  href: 'address',
  label: 'name',
  rowspan: 'number of rows',
  src: 'file',
  a: 'link',
  abbr: 'abbreviation',
  aside: 'callout',
  body: 'body of the table',
  category: 'category of the chart',
  dd: 'explanation of the term',
  dl: 'list of terms',
  dt: 'term',
  emblem: 'emblem',
  emblems: 'row of emblems',
  em: 'stress',
  h: 'heading',
  img: 'picture',
  li: 'item of the list',
  note: 'footnote',
  ol: 'list',
  p: 'paragraph',
  point: 'value of the chart',
  qr: 'QR code',
  ref: 'reference',
  row: 'row of the table',
  series: 'series of the chart',
  strong: 'emphasis',
  td: 'cell',
  th: 'header cell',
  ul: 'list',
};

/** `header cell` for `th`; the name itself where it is a word: `caption`, `table`. */
export function nounOf(name: string): string {
  return Object.hasOwn(nouns, name) ? (nouns[name] ?? name) : name;
}
