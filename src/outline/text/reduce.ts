/** An outline as far as plain text says it: headings, paragraphs, pictures and notes, with the addresses of links in the text. */
import { say } from '../../finished/say.ts';
import { allLanguages } from '../../language/languages.ts';
import { printedAddress, readableAddress, saysAddress } from '../../model/address.ts';

import { gridOf } from '../grid.ts';
import {
  type AnyNode,
  type OutlineCell,
  type OutlineNode,
  type OutlineRun,
  type OutlineTable,
  textOf,
} from '../outline.ts';
import { nameBehind } from './named.ts';

/** What stands in a text behind the words of a link. */
type Show = (words: string, target: string | null) => string;

export function reduceToText(nodes: readonly AnyNode[]): OutlineNode[] {
  const headings = new Set(headingsIn(nodes).map((text, index) => `#${index + 1} ${text}`));
  const show: Show = (words, target) => {
    if (target?.startsWith('#') === true) {
      const place = target.replace(headings.has(target) ? /^#\d+ / : /^#\??/, '');
      const name = nameBehind(words, place);
      return name === null ? '' : ` (→ ${name})`;
    }
    const address = target === null ? null : addressOf(words, target);
    return address === null ? '' : ` <${address}>`;
  };
  return all(nodes, show);
}

function headingsIn(nodes: readonly AnyNode[]): readonly string[] {
  return nodes.flatMap((node): readonly string[] => {
    if (node.role === 'heading') return [textOf(node.runs).trim()];
    return 'children' in node ? headingsIn(node.children) : [];
  });
}

function all(nodes: readonly AnyNode[], show: Show): OutlineNode[] {
  return nodes.flatMap((node) => reduce(node, show));
}

function reduce(node: AnyNode, show: Show): OutlineNode[] {
  switch (node.role) {
    case 'heading': {
      const [words] = paragraph(node.runs, show);
      return words?.role === 'paragraph' ? [{ role: 'heading', level: Math.min(node.level, 3), runs: words.runs }] : [];
    }
    case 'paragraph':
    case 'caption':
      return paragraph(node.runs, show);
    case 'entry':
      return paragraph(node.runs, () => '');
    case 'figure':
      return [{ ...node, lang: null, target: null }];
    case 'note':
      return [{ role: 'note', label: node.label, children: all(node.children, show) }];
    case 'table':
      return table(node, show);
    default:
      return all(node.children, show);
  }
}

function paragraph(runs: readonly OutlineRun[], show: Show): OutlineNode[] {
  return texts(bare(textWithAddresses(runs, show)));
}

function texts(text: string): OutlineNode[] {
  return text === '' ? [] : [{ role: 'paragraph', runs: [{ role: 'text', text, lang: null, target: null }] }];
}

/** Without what may be taken for what the writer adds: bullets, arrows, numbers, boxes, words for an empty cell. */
function bare(text: string): string {
  const words = text.replace(/^(?:(?:[•→-]|\d+\.|\[\d+\])(?: +|$))+/, '');
  return boxed.test(words) ? '' : words.replace(emptyCell, '').trim();
}

const words = (name: 'box' | 'boxEnd' | 'emptyCell') => allLanguages.map(({ chrome }) => chrome[name]).join('|');
/** Lines around what is beside the text. */
const boxed = new RegExp(`^\\[(?:(?:${words('box')})(?:: .*)?|${words('boxEnd')})\\]$`, 's');
/** At the end of what is written for a cell with nothing in it. */
const emptyCell = new RegExp(`(?:^|(?<=: ))\\[(?:${words('emptyCell')})\\]$`);

function textWithAddresses(runs: readonly OutlineRun[], show: Show): string {
  let text = '';
  for (let at = 0; at < runs.length; ) {
    const target = runs[at]?.target ?? null;
    let words = '';
    for (; at < runs.length && leadsTo(target, runs, at); at += 1) words += wordsOf(runs[at]);
    const spelt = show(words, target);
    text += spelt === '' ? words : `${words.trimEnd()}${spelt}${/ $/.test(words) ? ' ' : ''}`;
  }
  return say(text).replace(/ {2,}/g, ' ').trim();
}

/** Whether a run is of a link, or a space within it. */
function leadsTo(target: string | null, runs: readonly OutlineRun[], at: number): boolean {
  if ((runs[at]?.target ?? null) === target) return true;
  return wordsOf(runs[at]).trim() === '' && (runs[at + 1]?.target ?? null) === target;
}

function wordsOf(run: OutlineRun | undefined): string {
  return run === undefined ? '' : run.role === 'text' ? run.text : run.role === 'figure' ? (run.alt ?? '') : '';
}

/** Where a link leads out of the document; null where its words say it. */
function addressOf(words: string, target: string): string | null {
  if (!/^(?:https?|mailto|tel):/.test(target)) return target;
  if (saysAddress(words, target)) return null;
  return target.startsWith('http') ? readableAddress(target) : printedAddress(target);
}

const byColumn = (one: { readonly column: number }, other: { readonly column: number }): number =>
  one.column - other.column;

/**
 * What the columns are called, then each cell, all but the first of a row behind its columns' names: also the cells of rows above
 * that reach into it.
 */
function table(node: OutlineTable, show: Show): OutlineNode[] {
  const { rows, width } = gridOf(node);
  const heads = rows.filter(({ row }) => row.part === 'head');
  const namesIn = (first: Show) => {
    const names = Array.from({ length: width }, (): string[] => []);
    for (const { cells } of heads)
      for (const { cell, column } of cells)
        for (let at = column; at < column + cell.colSpan; at += 1)
          names[at]?.push(cellText(cell, at === column ? first : () => ''));
    return names.map((parts) => parts.filter((name) => name !== '').join(', '));
  };
  const names = namesIn(() => '');
  const called = namesIn(show).filter((name) => name !== '');
  return [
    ...texts(bare(called.join('; '))),
    ...rows.flatMap(({ row, cells, reaching }) =>
      row.part === 'head' || cells.length === 0
        ? []
        : [...reaching, ...cells].sort(byColumn).flatMap(({ cell, column }, index) => {
            const heads = index === 0 || cell.colSpan === width ? [] : names.slice(column, column + cell.colSpan);
            const label = [...new Set(heads.filter((name) => name !== ''))].join(', ');
            const text = cellText(cell, row.children.includes(cell) ? show : () => '');
            return texts(bare(label === '' ? text : `${label}: ${text}`));
          }),
    ),
  ];
}

/** All that a cell says, as one text. */
function cellText(cell: OutlineCell, show: Show): string {
  return cell.children
    .flatMap((node) => leaves(node, show))
    .filter((text) => text !== '')
    .join('; ');
}

function leaves(node: AnyNode, show: Show): string[] {
  if (node.role === 'figure') return [node.alt ?? ''];
  if ('runs' in node) return [textWithAddresses(node.runs, show)];
  const children: readonly AnyNode[] = node.children;
  return children.flatMap((child) => leaves(child, show));
}
