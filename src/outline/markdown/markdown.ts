/** Reads Markdown with the tables and notes of GFM, by the parser that most programs in JavaScript have. */
import type { List, Nodes, Root, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import { readable } from '../address.ts';
import type { Outline } from '../outline.ts';
import { type NotePlaces, settle, textOfPart, type UnsettledNode } from '../settle.ts';

export function readMarkdown(bytes: Uint8Array, noted: NotePlaces = 'gathered'): Outline {
  const tree: Root = fromMarkdown(new TextDecoder().decode(bytes), {
    extensions: [gfmTable(), gfmFootnote()],
    mdastExtensions: [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()],
  });
  const nodes = settle(all(tree.children, { target: null, slugs: new Map() }), noted);
  return { lang: null, title: null, nodes, unread: [] };
}

interface Reading {
  readonly target: string | null;
  /** How often each fragment was made. */
  readonly slugs: Map<string, number>;
}

/** A list behind this comment is one of contents, which the format makes. */
const contents = /^<!-- contents -->$/;

function all(nodes: readonly Nodes[], reading: Reading): UnsettledNode[] {
  return nodes.flatMap((node, index) => {
    const before = nodes[index - 1];
    const isContents = node.type === 'list' && before?.type === 'html' && contents.test(before.value.trim());
    return isContents ? [] : one(node, reading);
  });
}

function one(node: Nodes, reading: Reading): UnsettledNode[] {
  const { target } = reading;
  switch (node.type) {
    case 'text':
      return [{ role: 'text', text: node.value, lang: null, target }];
    case 'inlineCode':
      return [{ role: 'text', text: node.value, lang: null, target }];
    case 'break':
      return [{ role: 'text', text: ' ', lang: null, target }];
    case 'image':
      return [{ role: 'figure', alt: node.alt ?? null, lang: null, target }];
    case 'link':
      return all(node.children, { ...reading, target: targetOf(node.url) });
    case 'heading':
      return [heading(node, reading)];
    case 'paragraph':
      return [{ role: 'paragraph', parts: all(node.children, reading) }];
    case 'code':
      return [{ role: 'paragraph', parts: [{ role: 'text', text: node.value, lang: null, target }] }];
    case 'list':
      return [{ role: 'list', ordered: node.ordered === true, parts: numbered(node, all(node.children, reading)) }];
    case 'listItem':
      return [{ role: 'item', parts: all(node.children, reading) }];
    case 'blockquote':
      return [{ role: 'quote', parts: all(node.children, reading) }];
    case 'table':
      return [table(node, reading)];
    case 'footnoteReference':
      return [
        {
          role: 'reference',
          certain: true,
          parts: [{ role: 'text', text: node.label ?? node.identifier, lang: null, target: null }],
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

/** A list of Markdown counts from its first number, whatever the others are (CommonMark, 5.3). */
function numbered({ start, ordered }: List, items: readonly UnsettledNode[]): UnsettledNode[] {
  const first = ordered === true ? (start ?? 1) : 1;
  return items.map((item, index) => (item.role === 'item' ? { ...item, number: first + index } : item));
}

function targetOf(url: string): string | null {
  return url.startsWith('#') ? url : readable(url);
}

function heading(node: Extract<Nodes, { type: 'heading' }>, reading: Reading): UnsettledNode {
  const parts = all(node.children, reading);
  // A mark of a note is no part of the fragment.
  const words = parts
    .filter((part) => part.role !== 'reference')
    .map(textOfPart)
    .join('')
    .trim();
  const slug = words
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
  const count = reading.slugs.get(slug) ?? 0;
  reading.slugs.set(slug, count + 1);
  return { role: 'heading', level: node.depth, anchors: new Set([count === 0 ? slug : `${slug}-${count}`]), parts };
}

/** A line break parts what a cell holds, for a cell of Markdown holds but words. */
function table({ children }: Table, reading: Reading): UnsettledNode {
  const rows = children.map((row, index): UnsettledNode => {
    const cells = row.children.map((cell): UnsettledNode => {
      const parts: UnsettledNode[][] = [[]];
      for (const inner of cell.children) {
        if (inner.type === 'html' && /^<br\s*\/?>$/i.test(inner.value)) parts.push([]);
        else parts.at(-1)?.push(...one(inner, reading));
      }
      const header = index === 0;
      const properties = { header, scope: header ? ('column' as const) : null, rowSpan: 1, colSpan: 1 };
      return {
        role: 'cell',
        ...properties,
        parts: parts.map((part): UnsettledNode => ({ role: 'paragraph', parts: part })),
      };
    });
    return { role: 'row', part: index === 0 ? 'head' : 'body', parts: cells };
  });
  return { role: 'table', parts: rows };
}
