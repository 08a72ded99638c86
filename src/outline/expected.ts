/** The outline that every finished file of a Document has to have. */
import type {
  Aside,
  Block,
  Blocks,
  Captioned,
  Chart,
  Contents,
  Document,
  Figure,
  Inline,
  Inlines,
  Lang,
  Link,
  List,
  Note,
  Quote,
  Section,
  Terms,
} from '../model/document.ts';
import { isComposed, madeOf } from '../model/kinds.ts';
import type { Cell, Row, Table } from '../model/table.ts';
import { headingOf, plain } from '../model/walk.ts';
import { readable } from './address.ts';
import type { Outline, TablePart } from './outline.ts';
import { settle, type UnsettledNode } from './settle.ts';
import { sayWords, stressed } from './text.ts';

/** What the document doesn't know of itself: how its file is named. */
export interface FileName {
  /** The data file's basename; the editions are `<name>.<lang>.<extension>`. */
  readonly name: string;
  readonly extension: string;
}

export function expectedOutline(document: Document, file: FileName): Outline {
  const { cover, body, imprint, lang } = document;
  const outside: ExpectedContext = { lang, edition: lang, depth: 0, file };
  const atCover = inside(cover, outside);
  const parts: UnsettledNode[] = [
    ...blocks(cover.before, atCover),
    {
      role: 'heading',
      level: 1,
      anchors: new Set(),
      parts: inlines(cover.title.children, inside(cover.title, atCover)),
    },
    ...blocks(cover.after, atCover),
    ...blocks(body, outside),
    ...(imprint === null ? [] : blocks(imprint.blocks, inside(imprint, outside))),
  ];
  return { lang, title: sayWords(document.metadata.title), nodes: settle(parts), unread: [] };
}

interface ExpectedContext {
  readonly lang: Lang;
  /** The document's language. */
  readonly edition: Lang;
  /** Sections around. */
  readonly depth: number;
  readonly file: FileName;
}

function inside(node: { readonly lang: Lang | null }, context: ExpectedContext): ExpectedContext {
  return node.lang === null ? context : { ...context, lang: node.lang };
}

function blocks(all: Blocks, context: ExpectedContext): UnsettledNode[] {
  return all.flatMap((node) => block(node, inside(node, context)));
}

function block(node: Block, context: ExpectedContext): UnsettledNode[] {
  if (isComposed(node)) return blocks(madeOf(node, context.edition), context);
  switch (node.type) {
    case 'section':
      return section(node, { ...context, depth: context.depth + 1 });
    case 'paragraph':
      return [{ role: 'paragraph', parts: inlines(node.children, context) }];
    case 'list':
      return [list(node, context)];
    case 'terms':
      return [terms(node, context)];
    case 'aside':
      return [aside(node, context)];
    case 'figure':
      return figure(node, context);
    case 'table':
      return table(node, context);
    case 'chart':
      return chart(node, context);
    case 'quote':
      return [quote(node, context)];
    case 'contents':
      return [contents(node, context)];
    default:
      return node satisfies never;
  }
}

function section({ id, number, title, blocks: within }: Section, context: ExpectedContext): UnsettledNode[] {
  const anchors = new Set<string>([id.value]);
  const counted = number === null ? [] : [text(`${number} `, context)];
  return [
    { role: 'heading', level: context.depth + 1, anchors, parts: [...counted, ...inlines(title, context)] },
    ...blocks(within, context),
  ];
}

function list({ ordered, items }: List, context: ExpectedContext): UnsettledNode {
  const parts = items.map(
    (item): UnsettledNode => ({ role: 'item', parts: blocks(item.blocks, inside(item, context)) }),
  );
  return { role: 'list', ordered, parts };
}

function contents({ entries }: Contents, context: ExpectedContext): UnsettledNode {
  const parts = entries.map(({ level, id, number, title }): UnsettledNode => {
    const target = `#${id}`;
    const counted = number === null ? [] : [text(`${number} `, context, target)];
    return { role: 'entry', level, parts: [...counted, ...inlines(title, context, target)] };
  });
  return { role: 'contents', parts, pages: false };
}

function terms({ items }: Terms, context: ExpectedContext): UnsettledNode {
  const parts = items.map(({ term, details }): UnsettledNode => {
    return { role: 'item', parts: [{ role: 'paragraph', parts: inlines(term, context) }, ...blocks(details, context)] };
  });
  return { role: 'terms', parts };
}

function quote({ blocks: within, source }: Quote, context: ExpectedContext): UnsettledNode {
  return { role: 'quote', parts: [...blocks(within, context), ...paragraph(source, context)] };
}

/** Words that are not always there. */
function paragraph(words: Inlines | null, context: ExpectedContext): UnsettledNode[] {
  return words === null ? [] : [{ role: 'paragraph', parts: inlines(words, context) }];
}

function aside(node: Aside, context: ExpectedContext): UnsettledNode {
  const heading = headingOf(node);
  const label = node.label?.value ?? (heading === null ? null : plain(heading));
  return { role: 'aside', label, parts: blocks(node.blocks, context) };
}

/** A decorative picture is not said. */
function figure(node: Figure, context: ExpectedContext): UnsettledNode[] {
  const { image, credit, description } = node;
  const picture =
    image.alt === null ? [] : [alternative(image.alt.value, inside({ lang: image.alt.lang ?? null }, context))];
  return [{ role: 'group', parts: picture }, caption(node, credit, context), ...blocks(description ?? [], context)];
}

/** The number, the words, then what is counted or whose the picture is. */
function caption(
  { id, number, caption: words }: Captioned,
  more: Inlines | null,
  context: ExpectedContext,
): UnsettledNode {
  const counted = number === null ? [] : [text(`${number}. `, context)];
  const parts = [words, more].flatMap((part) => (part === null ? [] : [...inlines(part, context), text(' ', context)]));
  return { role: 'caption', anchors: new Set(id === null ? [] : [id.value]), parts: [...counted, ...parts] };
}

function table(node: Table, context: ExpectedContext): UnsettledNode[] {
  const part = (name: TablePart, all: readonly Row[]) => all.map((one) => row(one, name, inside(one, context)));
  const rows = [...part('head', node.head), ...part('body', node.body), ...part('foot', node.foot)];
  return [caption(node, node.summary, context), { role: 'table', parts: rows }, ...paragraph(node.source, context)];
}

function row({ cells }: Row, part: TablePart, context: ExpectedContext): UnsettledNode {
  return { role: 'row', part, parts: cells.map((one) => cell(one, inside(one, context))) };
}

/** No format but HTML tells a group of rows or columns from one. */
const scopes = { column: 'column', 'column-group': 'column', row: 'row', 'row-group': 'row' } as const;

function cell({ scope, columnSpan, rowSpan, blocks: within }: Cell, context: ExpectedContext): UnsettledNode {
  const marks = scope === null ? { header: false, scope } : { header: true, scope: scopes[scope] };
  return { role: 'cell', ...marks, rowSpan, colSpan: columnSpan, parts: blocks(within, context) };
}

function chart(node: Chart, context: ExpectedContext): UnsettledNode[] {
  return [
    caption(node, node.summary, context),
    { role: 'group', parts: [alternative(node.alt, context)] },
    ...paragraph(node.source, context),
    ...table(node.table, inside(node.table, context)),
  ];
}

// ---- inline -------------------------------------------------------------------------------------------------

function inlines(all: Inlines, context: ExpectedContext, target: string | null = null): UnsettledNode[] {
  return all.flatMap((node) => inline(node, inside(node, context), target));
}

function inline(node: Inline, context: ExpectedContext, target: string | null): UnsettledNode[] {
  switch (node.type) {
    case 'text':
      return [text(node.value, context, target)];
    case 'lineBreak':
      return [text(' ', context, target)];
    case 'link':
      return inlines(node.children, context, targetOf(node, context));
    case 'strong':
    case 'emphasis':
      return stressed(inlines(node.children, context, target), node.type);
    case 'span':
    case 'abbreviation':
      return inlines(node.children, context, target);
    case 'missing':
      return [text(node.words, context, target)];
    case 'note':
      return [{ role: 'reference', certain: true, parts: [text(String(node.number), context)] }, note(node, context)];
    default:
      return node satisfies never;
  }
}

function note({ number, children }: Note, context: ExpectedContext): UnsettledNode {
  return { role: 'note', label: String(number), parts: inlines(children, context) };
}

function targetOf({ target }: Link, context: ExpectedContext): string | null {
  switch (target.type) {
    case 'web':
      return readable(target.href.value);
    case 'place':
      return `#${target.id.value}`;
    case 'edition':
      return editionTarget(target.edition.value, context);
    case 'file':
      return target.file.value;
  }
}

function editionTarget(lang: Lang, { file }: ExpectedContext): string {
  return `${file.name}.${lang}.${file.extension}`;
}

function text(value: string, { lang }: ExpectedContext, target: string | null = null): UnsettledNode {
  return { role: 'text', text: value, lang, target };
}

function alternative(alt: string, { lang }: ExpectedContext): UnsettledNode {
  return { role: 'figure', alt, lang, target: null };
}
