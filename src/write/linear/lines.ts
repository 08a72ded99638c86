/** The lines of a document, in reading order. */

import { languageOf } from '../../language/languages.ts';
import type {
  Aside,
  Block,
  Blocks,
  Captioned,
  Chart,
  Contents,
  Document,
  Figure,
  Id,
  Inlines,
  Lang,
  List,
  ListItem,
  Quote,
  Section,
  Terms,
  Words,
} from '../../model/document.ts';
import { isComposed, madeOf } from '../../model/kinds.ts';
import { shown } from '../../model/nodes.ts';
import { inside, type LinearContext } from './context.ts';
import { runsOf, unsteered } from './inlines.ts';
import { bullet, type LinearLine, type LinearRun } from './line.ts';
import { withMarks } from './marks.ts';
import { placesOf } from './places.ts';
import { tableLines } from './table.ts';

export function linearLines(document: Document, edition: (lang: Lang) => string): readonly LinearLine[] {
  const places = placesOf(document);
  const place = (id: Id) => places.get(id) ?? null;
  const context: LinearContext = { lang: document.lang, edition, place, document, sections: 0, depth: 0 };
  const { cover, body, imprint } = document;
  const atCover = inside(cover, context);
  const lines = [
    ...blocks(cover.before, atCover),
    line(cover.title.children, inside(cover.title, atCover), { type: 'heading', level: 1, opens: true }),
    ...blocks(cover.after, atCover),
    ...blocks(body, context),
    ...(imprint === null ? [] : blocks(imprint.blocks, inside(imprint, context))),
  ];
  const filled = lines.filter(({ type, runs, label }) => runs.length > 0 || label !== null || isBox(type));
  return withMarks(filled, languageOf(document.lang).chrome.noteNamed);
}

const isBox = (type: LinearLine['type']): boolean => type === 'box' || type === 'boxEnd';

type Rest = Partial<Omit<LinearLine, 'runs' | 'notes' | 'depth'>>;

function line(inlines: Inlines, context: LinearContext, rest: Rest = {}): LinearLine {
  const { runs, notes } = runsOf(inlines, context);
  return {
    type: 'paragraph',
    level: 0,
    label: null,
    apart: true,
    opens: false,
    place: null,
    ...rest,
    depth: context.depth,
    runs,
    notes,
  };
}

function blocks(all: Blocks, context: LinearContext): LinearLine[] {
  return all.flatMap((node) => block(node, inside(node, context)));
}

function block(node: Block, context: LinearContext): LinearLine[] {
  if (isComposed(node)) return blocks(madeOf(node, context.document.lang), context);
  switch (node.type) {
    case 'section':
      return section(node, { ...context, sections: context.sections + 1 });
    case 'paragraph':
      return [line(node.children, context)];
    case 'list':
      return list(node, { ...context, depth: context.depth + 1 });
    case 'terms':
      return terms(node, context);
    case 'aside':
      return aside(node, context);
    case 'figure':
      return figure(node, context);
    case 'table':
      return [
        ...caption(node, node.summary, context, { opens: true, place: placeOf(node) }),
        ...tableLines(node, context, blocks),
        ...optional(node.source, context),
      ];
    case 'chart':
      return chart(node, context);
    case 'quote':
      return quote(node, { ...context, depth: context.depth + 1 });
    case 'contents':
      return contents(node, context);
    default:
      return node satisfies never;
  }
}

function section({ id, number, title, blocks: within }: Section, context: LinearContext): LinearLine[] {
  const counted: Inlines = number === null ? [] : [written(`${number} ` as Words, context)];
  const heading = line([...counted, ...title], context, {
    type: 'heading',
    level: context.sections + 1,
    opens: true,
    place: id.value,
  });
  return [heading, ...blocks(within, context)];
}

/** Words of ours as a text of the tree. */
function written(value: string, { document, lang }: LinearContext): Inlines[number] {
  return { type: 'text', value, at: document.at, from: document.at, lang };
}

const optional = (words: Inlines | null, context: LinearContext): LinearLine[] =>
  words === null ? [] : [line(words, context)];

function list({ ordered, items }: List, context: LinearContext): LinearLine[] {
  return items.flatMap((one, index) =>
    item(one, ordered ? `${index + 1}.` : bullet, index === 0, inside(one, context)),
  );
}

/** The label stands before the first words of the item, or alone where it begins with something else. */
function item({ blocks: within }: ListItem, mark: string, isFirst: boolean, context: LinearContext): LinearLine[] {
  const label = labelOf(mark, context);
  const [first, ...rest] = within;
  const opened = first?.type === 'paragraph' ? first : null;
  const head = line(opened?.children ?? [], opened === null ? context : inside(opened, context), {
    type: 'item',
    label,
    apart: isFirst && context.depth === 1,
  });
  return [head, ...blocks(opened === null ? within : rest, context)];
}

function labelOf(text: string, { lang }: LinearContext): LinearRun {
  return { type: 'text', text: unsteered(text), lang };
}

function terms({ items }: Terms, context: LinearContext): LinearLine[] {
  return items.flatMap(({ term, details }) => [
    line(term, context, { type: 'term' }),
    ...blocks(details, { ...context, depth: context.depth + 1 }).map((each, index) =>
      index === 0 ? { ...each, apart: false } : each,
    ),
  ]);
}

function quote({ blocks: within, source }: Quote, context: LinearContext): LinearLine[] {
  return [...blocks(within, context), ...optional(source, context)];
}

/** A line that opens what is beside the text, with its name if it has one, and a line that ends it. */
function aside({ label, blocks: within }: Aside, context: LinearContext): LinearLine[] {
  const name = label === null ? [] : shown(label);
  return [
    line(name, context, { type: 'box', opens: true }),
    ...blocks(within, context),
    line([], context, { type: 'boxEnd' }),
  ];
}

const placeOf = ({ id }: Captioned): Id | null => id?.value ?? null;

/** The number and the words; on a line of its own, what is counted or whose the picture is. */
function caption(
  { number, caption: words }: Captioned,
  more: Inlines | null,
  context: LinearContext,
  rest: Pick<Rest, 'opens' | 'place'> = {},
): LinearLine[] {
  const { at } = context.document;
  const parts = [words, more].flatMap((part): Inlines => {
    return part === null ? [] : [{ type: 'lineBreak', at, from: at, lang: null }, ...part];
  });
  const counted = number === null ? [] : [written(`${number}. `, context)];
  return [line([...counted, ...parts.slice(1)], context, { type: 'caption', ...rest })];
}

function figure(node: Figure, context: LinearContext): LinearLine[] {
  const { image, credit, description } = node;
  const place = placeOf(node);
  const captions = caption(node, credit, context, { place: image.alt === null ? place : null });
  const opens = captions.some(({ runs }) => runs.length > 0);
  const picture = image.alt === null ? [] : [line(shown(image.alt), context, { type: 'figure', opens, place })];
  return [...picture, ...captions, ...blocks(description ?? [], context)];
}

function chart(node: Chart, context: LinearContext): LinearLine[] {
  const inner = inside(node.table, context);
  return [
    ...caption(node, node.summary, context, { opens: true, place: placeOf(node) }),
    line([written(node.alt, context)], context, { type: 'figure' }),
    ...optional(node.source, context),
    ...caption(node.table, node.table.summary, inner, { opens: true, place: placeOf(node.table) }),
    ...tableLines(node.table, inner, blocks),
    ...optional(node.table.source, inner),
  ];
}

function contents({ entries }: Contents, context: LinearContext): LinearLine[] {
  return entries.map(({ level, id, number, title }, index) => {
    const counted = number === null ? [] : [written(`${number} `, context)];
    const place: Id = id;
    return line([...counted, ...title], context, { type: 'entry', level, place, apart: index === 0 });
  });
}
