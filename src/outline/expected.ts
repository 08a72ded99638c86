/** The outline that every finished file of a Document has to have. */
import type {
  Aside,
  Block,
  Blocks,
  Document,
  Emblem,
  Figure,
  Inline,
  Inlines,
  Lang,
  Languages,
  Link,
  List,
  Section,
} from '../model/document.ts';
import { readable } from './address.ts';
import type { Outline } from './outline.ts';
import { type Part, settle } from './settle.ts';

/** What the document doesn't know of itself: how its file is named. */
export interface FileName {
  /** The data file's basename; the editions are `<name>.<lang>.<extension>`. */
  readonly name: string;
  readonly extension: string;
}

export function expectedOutline(document: Document, file: FileName): Outline {
  const { cover, body, imprint, lang } = document;
  const outside: Context = { lang, edition: lang, depth: 0, file };
  const atCover = inside(cover, outside);
  const parts: Part[] = [
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
  return { lang, nodes: settle(parts) };
}

interface Context {
  readonly lang: Lang;
  /** The document's language. */
  readonly edition: Lang;
  /** Sections around. */
  readonly depth: number;
  readonly file: FileName;
}

function inside(node: { readonly lang: Lang | null }, context: Context): Context {
  return node.lang === null ? context : { ...context, lang: node.lang };
}

function blocks(all: Blocks, context: Context): Part[] {
  return all.flatMap((node) => block(node, inside(node, context)));
}

function block(node: Block, context: Context): Part[] {
  switch (node.type) {
    case 'section':
      return section(node, { ...context, depth: context.depth + 1 });
    case 'paragraph':
      return [{ role: 'paragraph', parts: inlines(node.children, context) }];
    case 'list':
      return [list(node, context)];
    case 'aside':
      return [aside(node, context)];
    case 'figure':
      return figure(node, context);
    case 'emblems':
      return node.items.map((emblem) => slot(emblem, inside(emblem, context)));
    case 'languages':
      return [languages(node, context)];
    default:
      throw new Error(`no outline of ${node.type}`);
  }
}

function section({ id, title, blocks: within }: Section, context: Context): Part[] {
  const anchors = new Set<string>([id.value]);
  return [
    { role: 'heading', level: context.depth + 1, anchors, parts: inlines(title, context) },
    ...blocks(within, context),
  ];
}

function list({ ordered, items }: List, context: Context): Part {
  const parts = items.map((item): Part => ({ role: 'item', parts: blocks(item.blocks, inside(item, context)) }));
  return { role: 'list', ordered, parts };
}

function aside(node: Aside, context: Context): Part {
  return { role: 'aside', label: node.label?.value ?? null, parts: blocks(node.blocks, context) };
}

/** A decorative picture is not said; a credit is read after the caption. */
function figure({ image, caption, credit }: Figure, context: Context): Part[] {
  const picture = image.alt === null ? [] : [alternative(image.alt.value, context)];
  const words = [caption, credit].flatMap((part) =>
    part === null ? [] : [...inlines(part, context), text(' ', context)],
  );
  return [
    { role: 'group', parts: picture },
    { role: 'caption', parts: words },
  ];
}

/** Without a picture the owner's name stands in a frame. */
function slot({ name, picture }: Emblem, context: Context): Part {
  return {
    role: 'paragraph',
    parts: [picture === null ? text(name.value, context) : alternative(name.value, context)],
  };
}

function languages({ editions }: Languages, context: Context): Part {
  const names = editions.flatMap((edition, index): Part[] => {
    const here = edition.lang === context.edition;
    const name = text(
      edition.name,
      { ...context, lang: edition.lang },
      here ? null : editionTarget(edition.lang, context),
    );
    return index === 0 ? [name] : [text(' | ', context), name];
  });
  return { role: 'paragraph', parts: names };
}

// ---- inline -------------------------------------------------------------------------------------------------

function inlines(all: Inlines, context: Context, target: string | null = null): Part[] {
  return all.flatMap((node) => inline(node, inside(node, context), target));
}

function inline(node: Inline, context: Context, target: string | null): Part[] {
  switch (node.type) {
    case 'text':
      return [text(node.value, context, target)];
    case 'lineBreak':
      return [text(' ', context, target)];
    case 'link':
      return inlines(node.children, context, targetOf(node, context));
    case 'strong':
    case 'emphasis':
    case 'span':
      return inlines(node.children, context, target);
    default:
      throw new Error(`no outline of ${node.type}`);
  }
}

function targetOf({ target }: Link, context: Context): string | null {
  switch (target.type) {
    case 'web':
      return readable(target.href.value);
    case 'place':
      return `#${target.id.value}`;
    case 'edition':
      return editionTarget(target.edition.value, context);
  }
}

function editionTarget(lang: Lang, { file }: Context): string {
  return `${file.name}.${lang}.${file.extension}`;
}

function text(value: string, { lang }: Context, target: string | null = null): Part {
  return { role: 'text', text: value, lang, target };
}

function alternative(alt: string, { lang }: Context): Part {
  return { role: 'figure', alt, lang, target: null };
}
