/** Reads Markdown with the tables and notes of GFM, by the parser that most programs in JavaScript have. */
import type { List, Nodes, Root, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import { decoded } from '../../model/address.ts';
import { readable } from '../address.ts';
import type { Outline } from '../outline.ts';
import { type NotePlaces, settle, textOfPart, type UnsettledNode } from '../settle.ts';
import { stressed } from '../text.ts';
import { readFrontMatter } from './front-matter.ts';

export function readMarkdown(bytes: Uint8Array, noted: NotePlaces = 'gathered'): Outline {
  const { lang, title, body } = readFrontMatter(new TextDecoder().decode(bytes));
  const tree: Root = fromMarkdown(body, {
    extensions: [gfmTable(), gfmFootnote()],
    mdastExtensions: [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()],
  });
  const nodes = settle(all(tree.children, { target: null, lang, slugs: new Map() }), noted);
  return { lang, title, nodes, unread: [] };
}

interface Reading {
  readonly target: string | null;
  readonly lang: string | null;
  /** How often each fragment was made. */
  readonly slugs: Map<string, number>;
}

/** A list behind this comment is one of contents. */
const contentsMark = /^<!-- contents -->$/;

/** Elements of HTML amid words count for the languages, names and stress that they say. */
function all(nodes: readonly Nodes[], outer: Reading): UnsettledNode[] {
  const langs = [outer.lang];
  const stress: ('strong' | 'emphasis')[] = [];
  return nodes.flatMap((node, index) => {
    const before = nodes[index - 1];
    const reading = { ...outer, lang: langs.at(-1) ?? null };
    if (node.type === 'html') {
      const opened = spanTag.exec(node.value);
      if (opened !== null) langs.push(/ lang="([^"]*)"/.exec(node.value)?.[1] ?? reading.lang);
      else if (node.value === '</span>' && langs.length > 1) langs.pop();
      else if (node.value === '<strong>' || node.value === '<em>')
        stress.push(node.value === '<em>' ? 'emphasis' : 'strong');
      else if (node.value === '</strong>' || node.value === '</em>') stress.pop();
    }
    const isContents = node.type === 'list' && before?.type === 'html' && contentsMark.test(before.value.trim());
    if (isContents) return [{ role: 'contents', pages: false, parts: entries(node, 1, reading) }];
    return stress.reduce(stressed, one(node, reading));
  });
}

const spanTag = /^<span(?: [^>]*)?>$/;

function entries({ children }: List, level: number, reading: Reading): UnsettledNode[] {
  return children.flatMap(({ children: inner }) => [
    {
      role: 'entry',
      level,
      parts: all(
        inner.filter(({ type }) => type !== 'list'),
        reading,
      ),
    },
    ...inner.flatMap((node) => (node.type === 'list' ? entries(node, level + 1, reading) : [])),
  ]);
}

/** The names that elements give a place, as `<a id="x">`. */
function anchorsIn(nodes: readonly Nodes[]): ReadonlySet<string> {
  const names = nodes.map((node) => (node.type === 'html' ? /^<a id="([^"]*)">$/.exec(node.value)?.[1] : undefined));
  return new Set(names.flatMap((name) => (name === undefined ? [] : [unescaped(name)])));
}

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** What links lead to and is no heading is a caption. */
function words(nodes: readonly Nodes[], reading: Reading): UnsettledNode {
  const anchors = anchorsIn(nodes);
  const parts = all(nodes, reading);
  return anchors.size === 0 ? { role: 'paragraph', parts } : { role: 'caption', anchors, parts };
}

function one(node: Nodes, reading: Reading): UnsettledNode[] {
  const { target, lang } = reading;
  switch (node.type) {
    case 'text':
      return [{ role: 'text', text: node.value, lang, target }];
    case 'inlineCode':
      return [{ role: 'text', text: node.value, lang, target }];
    case 'break':
      return [{ role: 'text', text: ' ', lang, target }];
    case 'image':
      return [{ role: 'figure', alt: node.alt ?? null, lang, target }];
    case 'strong':
    case 'emphasis':
      return stressed(all(node.children, reading), node.type);
    case 'link':
      return all(node.children, { ...reading, target: targetOf(node.url) });
    case 'heading':
      return [heading(node, reading)];
    case 'paragraph':
      return [words(node.children, reading)];
    case 'code':
      return [{ role: 'paragraph', parts: [{ role: 'text', text: node.value, lang, target }] }];
    case 'list':
      return [{ role: 'list', ordered: node.ordered === true, parts: numbered(node, all(node.children, reading)) }];
    case 'listItem':
      return [{ role: 'item', parts: all(node.children, reading) }];
    case 'blockquote':
      return [quoted(node.children, reading)];
    case 'table':
      return [table(node, reading)];
    case 'footnoteReference':
      return [
        {
          role: 'reference',
          certain: true,
          parts: [{ role: 'text', text: node.label ?? node.identifier, lang, target: null }],
        },
      ];
    case 'footnoteDefinition':
      return [{ role: 'note', label: node.label ?? node.identifier, parts: all(node.children, reading) }];
    case 'html':
      return [];
    default:
      return 'children' in node ? all(node.children, reading) : [];
  }
}

/** A box with a name begins with it, as an element. */
function quoted([first, ...rest]: readonly Nodes[], reading: Reading): UnsettledNode {
  const inner = first?.type === 'paragraph' ? first.children : [];
  const isTag = (node: Nodes | undefined, tag: string) => node?.type === 'html' && node.value === tag;
  const isNamed =
    isTag(inner[0], '<strong>') && inner.findIndex((node) => isTag(node, '</strong>')) === inner.length - 1;
  if (!isNamed) return { role: 'quote', parts: all(first === undefined ? [] : [first, ...rest], reading) };
  return { role: 'aside', label: all(inner, reading).map(textOfPart).join(''), parts: all(rest, reading) };
}

/** A list of Markdown counts from its first number, whatever the others are (CommonMark, 5.3). */
function numbered({ start, ordered }: List, items: readonly UnsettledNode[]): UnsettledNode[] {
  const first = ordered === true ? (start ?? 1) : 1;
  return items.map((item, index) => (item.role === 'item' ? { ...item, number: first + index } : item));
}

function targetOf(url: string): string | null {
  return url.startsWith('#') ? decoded(url) : readable(url);
}

function heading(node: Extract<Nodes, { type: 'heading' }>, reading: Reading): UnsettledNode {
  const parts = all(node.children, reading);
  // A mark of a note is no part of the fragment.
  const text = parts
    .filter((part) => part.role !== 'reference')
    .map(textOfPart)
    .join('')
    .trim();
  const slug = text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
  const count = reading.slugs.get(slug) ?? 0;
  reading.slugs.set(slug, count + 1);
  const made = count === 0 ? slug : `${slug}-${count}`;
  return { role: 'heading', level: node.depth, anchors: new Set([made, ...anchorsIn(node.children)]), parts };
}

/** A line break parts what a cell holds, for a cell of Markdown holds but words. */
function table({ children }: Table, reading: Reading): UnsettledNode {
  const rows = children.map((row, index): UnsettledNode => {
    const cells = row.children.map((cell): UnsettledNode => {
      const parts: Nodes[][] = [[]];
      for (const inner of cell.children) {
        if (inner.type === 'html' && /^<br\s*\/?>$/i.test(inner.value)) parts.push([]);
        else parts.at(-1)?.push(inner);
      }
      const header = index === 0;
      const properties = { header, scope: header ? ('column' as const) : null, rowSpan: 1, colSpan: 1 };
      return {
        role: 'cell',
        ...properties,
        parts: parts.map((part) => words(part, reading)),
      };
    });
    return { role: 'row', part: index === 0 ? 'head' : 'body', parts: cells };
  });
  return { role: 'table', parts: rows };
}
