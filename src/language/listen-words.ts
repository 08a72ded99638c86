/** What a screen reader says of a document in the words of a language: roles, places, ends. */

export type UnreadWord =
  | ('formula' | 'form field' | 'video or sound' | 'embedded object' | 'navigation' | 'link without words')
  | ('hidden text' | 'style sheet');
type Closed = 'list' | 'terms' | 'contents' | 'table' | 'quote' | 'note' | 'aside';

export interface ListenWords {
  document(language: string): string;
  language(name: string): string;
  heading(level: number): string;
  level(level: number): string;
  list(items: number, ordered: boolean): string;
  terms(items: number): string;
  contents(entries: number): string;
  readonly item: string;
  /** Before a term; what it means follows. */
  readonly term: string;
  /** An item of an ordered list, before its words. */
  numbered(number: number): string;
  table(columns: number, rows: number): string;
  row(number: number): string;
  readonly headers: Readonly<Record<'column' | 'row' | 'both' | 'none', string>>;
  span(columns: number, rows: number): string;
  /** Between the words of a header cell and those of the cell that it is for. */
  readonly pause: string;
  readonly empty: string;
  readonly caption: string;
  readonly figure: string;
  /** A picture without words. */
  readonly unnamed: string;
  readonly link: string;
  leads(target: string): string;
  readonly quote: string;
  aside(label: string): string;
  note(label: string): string;
  /** The mark of a note in the text. */
  mark(label: string): string;
  readonly end: Readonly<Record<Closed, string>>;
  unread(what: UnreadWord, count: number): string;
}
