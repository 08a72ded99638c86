/** Small documents for fixtures. Every place is a line of the template or, for text, the same line of the data. */
import type { Place } from '../../src/diagnostics.ts';
import { id, lang, look, words } from '../../src/model/build.ts';
import type {
  Aside,
  Block,
  Blocks,
  Document,
  Figure,
  Imprint,
  Inlines,
  Link,
  List,
  ListItem,
  Look,
  Paragraph,
  Section,
  Sourced,
  Target,
  Text,
  Words,
} from '../../src/model/document.ts';

export function must<T>(value: T | null): T {
  if (value === null) throw new Error('the fixture is wrong');
  return value;
}

const template = (line: number): Place => ({ file: 'document.hbs', line, column: 1 });
const data = (line: number): Place => ({ file: 'data.json', line, column: 3 });

export const ka = must(lang('ka'));
export const en = must(lang('en'));

interface Options {
  readonly line?: number;
  readonly look?: string;
  readonly lang?: typeof ka;
}

function base({ line = 1, lang: own }: Options = {}) {
  return { at: template(line), lang: own ?? null };
}
function lookOf({ look: name }: Options): Look | null {
  return name === undefined ? null : must(look(name));
}
function sourced<T>(value: T, line = 1): Sourced<T> {
  return { value, from: data(line) };
}
export function said(text: string, line = 1): Sourced<Words> {
  return sourced(must(words(text)), line);
}

export function text(value: string, line = 1): Text {
  return { type: 'text', value, from: data(line), ...base({ line }) };
}
function inlines(content: string | Inlines, line = 1): Inlines {
  return typeof content === 'string' ? [text(content, line)] : content;
}
export function link(target: Target, words: string, line = 1): Link {
  return { type: 'link', target, children: inlines(words, line), ...base({ line }) };
}
export function toSection(name: string, line = 1): Target {
  return { type: 'place', id: sourced(must(id(name)), line) };
}
export function toEdition(tag: string, line = 1): Target {
  return { type: 'edition', edition: sourced(must(lang(tag)), line) };
}

export function p(content: string | Inlines, options: Options = {}): Paragraph {
  return { type: 'paragraph', look: lookOf(options), children: inlines(content, options.line), ...base(options) };
}
export function li(blocks: Blocks, options: Options = {}): ListItem {
  return { look: lookOf(options), share: null, blocks, ...base(options) };
}
export function ul(items: readonly ListItem[], options: Options & { readonly ordered?: boolean } = {}): List {
  return { type: 'list', ordered: options.ordered ?? false, look: lookOf(options), items, ...base(options) };
}
export function aside(label: Sourced<Words> | null, blocks: Blocks, options: Options = {}): Aside {
  return { type: 'aside', look: lookOf(options), label, blocks, ...base(options) };
}
export function section(name: string, title: string, blocks: Blocks, options: Options = {}): Section {
  const { line } = options;
  const own = {
    id: sourced(must(id(name)), line),
    look: lookOf(options),
    number: null,
    title: inlines(title, line),
    blocks,
  };
  return { type: 'section', ...own, ...base(options) };
}
export function figure(alt: Sourced<Words> | null, options: Options = {}): Figure {
  const picture = { file: 'a.png', format: 'png', width: 1, height: 1, bytes: new Uint8Array() } as const;
  const image = { picture: sourced(picture, options.line), alt };
  return {
    type: 'figure',
    look: lookOf(options),
    image,
    id: null,
    number: null,
    caption: null,
    credit: null,
    description: null,
    ...base(options),
  };
}

interface Parts {
  readonly lang?: typeof ka;
  readonly title?: string;
  readonly keyword?: string;
  readonly after?: readonly Block[];
  readonly body?: readonly Section[];
  readonly imprint?: Blocks;
}

/** A document in Georgian and English that no rule finds fault with, but for the parts that are given. */
export function documentOf({
  lang: own = ka,
  title = 'სათაური',
  keyword,
  after = [],
  body = [],
  imprint,
}: Parts): Document {
  const name = must(words('სათაური'));
  const keywords = keyword === undefined ? [] : [must(words(keyword))];
  const closing: Imprint | null = imprint === undefined ? null : { blocks: imprint, ...base() };
  return {
    kind: 'brochure',
    metadata: { title: name, description: name, author: name, keywords, date: '2026-11-23' },
    editions: [
      { lang: ka, name: must(words('ქართული')) },
      { lang: en, name: must(words('English')) },
    ],
    cover: { look: null, before: [], title: { children: inlines(title), ...base() }, after, ...base() },
    body,
    imprint: closing,
    ...base(),
    lang: own,
  };
}
