/** What of a document a person is asked about: each question with its places, the words there, and a hash of what is judged. */

import { createHash } from 'node:crypto';
import { webLinksOf } from '../audit/links.ts';
import { runsOf } from '../audit/runs.ts';
import type { Place } from '../diagnostics.ts';
import type { Block, Document, Figure, Inline, Section } from '../model/document.ts';
import type { Picture } from '../model/picture.ts';
import { placeOf, textPlace } from '../model/place.ts';
import type { Row, Table } from '../model/table.ts';
import { blocksOf, descend, descendInlines, plain, siblingsOf } from '../model/walk.ts';
import { expectedOutline } from '../outline/expected.ts';
import { shapeOf } from '../outline/projection.ts';
import { shortened } from '../text.ts';
import type { QuestionName } from './basis.ts';

/** A question at one place of a document. */
export interface PlaceAsked {
  readonly question: QuestionName;
  /** A hash of the question and of what it is about: the answer to it holds as long as that stays. */
  readonly node: string;
  /** The language of the edition; null where all editions have the same. */
  readonly lang: string | null;
  readonly at: Place | null;
  readonly quote: readonly string[];
  readonly picture: Picture | null;
}

/** What the files of a document tell besides. */
export interface MadeFiles {
  /** The data file. */
  readonly source: string;
  readonly formats: readonly string[];
  /** Fonts of its PDFs that are not Etrati’s own. */
  readonly foreignFonts: readonly string[];
  /** Types of structure elements that are mapped, in a way that Etrati does not use. */
  readonly mappedTypes: readonly string[];
  /** A hash of the file of a picture, as the project has it. */
  readonly pictureHash: (picture: Picture) => string;
}

/** Words of a quotation, and lines of it: a report is read by people. */
const longest = 280;
const most = 60;

/** In the order in which a person goes through them. */
export function askedOf(document: Document, made: MadeFiles): readonly PlaceAsked[] {
  const { lang } = document;
  const ask = (
    question: QuestionName,
    about: unknown,
    { at = null, quote = [], picture = null, shared = false }: Partial<PlaceAsked & { shared: boolean }> = {},
  ): PlaceAsked => {
    const own = shared ? null : lang;
    const key = JSON.stringify([question, made.source, own, about]);
    const node = createHash('sha256').update(key).digest('hex').slice(0, 16);
    return { question, node, lang: own, at, quote: fewer(quote), picture };
  };
  const blocks = blocksOf(document);
  const runs = runsOf(document);
  const shape = shapeOf(expectedOutline(document, { name: '', extension: '' }));
  const title = document.metadata.title;
  const headings = [...headingsOf(document.body, 1)];
  const captions = blocks.flatMap((block) => captionOf(block) ?? []);
  const texts = runs.map(({ text }) => text);
  const foreign = foreignOf(document);
  const links = [...new Set(webLinksOf(document).map(({ words, href }) => `${words} → ${href}`))];
  const maths = runs.filter(({ text }) => mathematics.test(text));
  const blanks = runs.filter(({ text }) => blank.test(text));
  const groups = [...siblingsOf(document)].flatMap(neighbours);
  return [
    ask('title', title, {
      at: textPlace(document.cover.title.children) ?? placeOf(document.cover.title),
      quote: [title],
    }),
    ask('reading-order', shape),
    ask('structure', shape),
    ask('headings', headings, { quote: headings }),
    ...blocks.flatMap((block) => picturesIn(block, made, ask)),
    ...groups.map(([one, other]) =>
      ask(
        'picture-groups',
        [one, other].map(({ image }) => made.pictureHash(image.picture.value)),
        {
          at: placeOf(one),
          quote: [one, other].map(({ image }) => image.alt?.value ?? image.picture.value.file),
        },
      ),
    ),
    ...(captions.length === 0 ? [] : [ask('captions', captions, { quote: captions })]),
    ...blocks.filter((block): block is Table => block.type === 'table').map((table) => askTable(table, ask)),
    ask('colour-and-place', texts),
    ask('page-decoration', shape),
    ask('language', [lang, foreign, texts], { quote: [lang, ...foreign] }),
    ...(links.length === 0 ? [] : [ask('links', links, { quote: links })]),
    ...maths.map(({ text, at }) => ask('maths', text, { at, quote: [text] })),
    ...blanks.map(({ text, at }) => ask('blanks', text, { at, quote: [text] })),
    ...(made.formats.includes('html') ? [] : [ask('reflow', made.formats, { shared: true, quote: made.formats })]),
    ...shared('fonts', made.foreignFonts, ask),
    ...shared('mapped-types', made.mappedTypes, ask),
  ];
}

type Ask = (question: QuestionName, about: unknown, more?: Partial<PlaceAsked & { shared: boolean }>) => PlaceAsked;

function shared(question: QuestionName, about: readonly string[], ask: Ask): readonly PlaceAsked[] {
  return about.length === 0 ? [] : [ask(question, about, { shared: true, quote: about })];
}

function picturesIn(block: Block, made: MadeFiles, ask: Ask): readonly PlaceAsked[] {
  if (block.type === 'figure') {
    const { picture, alt } = block.image;
    const hash = made.pictureHash(picture.value);
    const at = alt?.from ?? picture.from;
    const common = { at, picture: picture.value, quote: alt === null ? [] : [alt.value] };
    if (alt === null) return [ask('decorative', hash, { ...common, shared: true })];
    return [ask('alternative-text', [hash, alt.value], common), ...withinPicture(hash, common, ask)];
  }
  if (block.type === 'chart')
    return [ask('alternative-text', block.alt, { at: placeOf(block), quote: [...chartTitle(block), block.alt] })];
  if (block.type === 'emblems')
    return block.items.flatMap(({ picture, name }) => {
      if (picture === null) return [];
      const hash = made.pictureHash(picture.value);
      const common = { at: name.from, quote: [name.value], picture: picture.value };
      return [ask('alternative-text', [hash, name.value], common), ...withinPicture(hash, common, ask)];
    });
  return [];
}

/** What no program sees in a picture that tells something: its words, colours and contrast. The same in all editions. */
function withinPicture(hash: string, common: Partial<PlaceAsked>, ask: Ask): readonly PlaceAsked[] {
  const names = ['picture-of-words', 'picture-colour', 'picture-contrast'] as const;
  return names.map((name) => ask(name, hash, { ...common, shared: true }));
}

function chartTitle({ caption }: { readonly caption: readonly Inline[] | null }): readonly string[] {
  return caption === null ? [] : [plain(caption)];
}

/** Its header cells: those of the columns in a line, those of the rows in another. */
function askTable(table: Table, ask: Ask): PlaceAsked {
  const rows = [...table.head, ...table.body, ...table.foot];
  const heads = (named: (scope: string) => boolean) =>
    rows.flatMap((row: Row) => row.cells.filter(({ scope }) => scope !== null && named(scope)).map(textOfCell));
  const quote = [
    ...(table.caption === null ? [] : [plain(table.caption)]),
    heads((scope) => scope.startsWith('column')).join(' | '),
    heads((scope) => scope.startsWith('row')).join(' | '),
  ].filter((line) => line !== '');
  return ask('table-headers', quote, { at: placeOf(table), quote });
}

function textOfCell({ blocks }: Row['cells'][number]): string {
  return blocks.flatMap((block) => (block.type === 'paragraph' ? [plain(block.children)] : [])).join(' ');
}

function captionOf(block: Block): string | null {
  if (block.type !== 'figure' && block.type !== 'table' && block.type !== 'chart') return null;
  if (block.caption === null) return null;
  return [...(block.number === null ? [] : [block.number]), plain(block.caption)].join(' ');
}

function* headingsOf(blocks: readonly Block[], level: number): Generator<string> {
  for (const block of blocks)
    if (block.type === 'section') {
      const { number, title }: Section = block;
      yield `H${level} ${number === null ? '' : `${number} `}${plain(title)}`;
      yield* headingsOf(block.blocks, level + 1);
    }
}

/** Parts in another language than the document, as `en: words`. */
function foreignOf(document: Document): readonly string[] {
  const { lang } = document;
  const found = new Set<string>();
  for (const run of runsOf(document)) {
    if (run.lang !== lang) found.add(`${run.lang}: ${run.text}`);
    for (const inline of descendInlines(run.inlines))
      if (inline.lang !== null && inline.lang !== run.lang && 'children' in inline)
        found.add(`${inline.lang}: ${plain(inline.children)}`);
  }
  return [...found];
}

/** Pictures that follow one another. */
function neighbours(siblings: readonly Block[]): readonly (readonly [Figure, Figure])[] {
  return siblings.flatMap((block, index) => {
    const next = siblings[index + 1];
    return block.type === 'figure' && next?.type === 'figure' ? [[block, next] as const] : [];
  });
}

/** Signs that make a formula of a text; × and ÷ alone are in sizes and shares of every document. */
const mathematics = /[=≈≠≤≥√∑∏∫∂∞±^∈∀∃π]|\d\s*[×÷]\s*\d+\s*=/u;

/** Lines and boxes that a pen fills in. */
const blank = /_{3,}|…{2,}|\.{5,}|[☐□▢]/u;

function fewer(lines: readonly string[]): readonly string[] {
  const short = lines.map((line) => shortened(line, longest));
  return short.length > most ? [...short.slice(0, most), `… +${short.length - most}`] : short;
}

/** What a document has, for the absences that its tree decides. */
export function featuresOf(document: Document): ReadonlySet<string> {
  const found = new Set<string>();
  for (const block of blocksOf(document)) {
    found.add(block.type);
    if (block.type === 'list' && block.ordered) found.add('ordered-list');
    if (block.type === 'figure' && block.image.alt === null) found.add('decorative');
    if (block.type === 'emblems' && block.items.some(({ picture }) => picture !== null)) found.add('figure');
  }
  for (const { inlines } of runsOf(document))
    for (const { type } of descendInlines(inlines)) if (type === 'note' || type === 'link') found.add(type);
  for (const block of descend(document.body)) if (block.type === 'languages') found.add('link');
  return found;
}
