/** An outline as far as plain text says it: headings, paragraphs, pictures and notes, with the addresses of links in the text. */
import { say } from '../../finished/say.ts';
import { allLanguages } from '../../language/languages.ts';
import { printedAddress, readableAddress, saysAddress } from '../../model/address.ts';
import { gridOf } from '../grid.ts';
import type { AnyNode, OutlineCell, OutlineNode, OutlineRun, OutlineTable } from '../outline.ts';

/** How the addresses of links stand in a text. */
export type ShowAddress = (address: string) => string;

const angled: ShowAddress = (address) => ` <${address}>`;

export function reduceToText(nodes: readonly AnyNode[], show: ShowAddress = angled): OutlineNode[] {
  return nodes.flatMap((node) => reduce(node, show));
}

function reduce(node: AnyNode, show: ShowAddress): OutlineNode[] {
  switch (node.role) {
    case 'heading': {
      const [words] = paragraph(node.runs, show);
      return words?.role === 'paragraph' ? [{ role: 'heading', level: Math.min(node.level, 3), runs: words.runs }] : [];
    }
    case 'paragraph':
    case 'caption':
      return paragraph(node.runs, show);
    case 'figure':
      return [{ ...node, lang: null, target: null }];
    case 'note':
      return [{ role: 'note', label: node.label, children: reduceToText(node.children, show) }];
    case 'table':
      return table(node, show);
    // Made by each format in a form of its own.
    case 'contents':
    case 'entry':
      return [];
    default:
      return reduceToText(node.children, show);
  }
}

function paragraph(runs: readonly OutlineRun[], show: ShowAddress): OutlineNode[] {
  return texts(bare(textWithAddresses(runs, show)));
}

function texts(text: string): OutlineNode[] {
  return text === '' ? [] : [{ role: 'paragraph', runs: [{ role: 'text', text, lang: null, target: null }] }];
}

/** Without what may be taken for what the writer adds: bullets, numbers, boxes, words for an empty cell; an arrow opens a line of contents. */
function bare(text: string): string {
  const words = text.replace(/^(?:(?:[•-]|\d+\.|\[\d+\])(?: +|$))+/, '');
  return /^→(?: |$)/.test(words) || boxed.test(words) ? '' : words.replace(emptyCell, '').trim();
}

const words = (name: 'box' | 'boxEnd' | 'emptyCell') => allLanguages.map(({ chrome }) => chrome[name]).join('|');
/** Lines around what is beside the text. */
const boxed = new RegExp(`^\\[(?:(?:${words('box')})(?:: .*)?|${words('boxEnd')})\\]$`, 's');
/** At the end of what is written for a cell with nothing in it. */
const emptyCell = new RegExp(`(?:^|(?<=: ))\\[(?:${words('emptyCell')})\\]$`);

function textWithAddresses(runs: readonly OutlineRun[], show: ShowAddress): string {
  let text = '';
  for (let at = 0; at < runs.length; ) {
    const target = runs[at]?.target ?? null;
    let words = '';
    for (; at < runs.length && leadsTo(target, runs, at); at += 1) words += wordsOf(runs[at]);
    const address = addressOf(words, target);
    const spelt = address === null ? '' : show(address);
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

/** What is written behind the words of a link: nothing for places in the document, and where the words say it. */
function addressOf(words: string, target: string | null): string | null {
  if (target === null || target.startsWith('#')) return null;
  if (!/^(?:https?|mailto|tel):/.test(target)) return target;
  if (saysAddress(words, target)) return null;
  return target.startsWith('http') ? readableAddress(target) : printedAddress(target);
}

/** What the columns are called, then each cell, all but the first of a row behind its columns' names. */
function table(node: OutlineTable, show: ShowAddress): OutlineNode[] {
  const { rows, width } = gridOf(node);
  const heads = rows.filter(({ row }) => row.part === 'head');
  const namesIn = (first: ShowAddress) => {
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
    ...rows.flatMap(({ row, cells }) =>
      row.part === 'head'
        ? []
        : cells.flatMap(({ cell, column }, index) => {
            const heads = index === 0 || cell.colSpan === width ? [] : names.slice(column, column + cell.colSpan);
            const label = [...new Set(heads.filter((name) => name !== ''))].join(', ');
            const text = cellText(cell, show);
            return texts(bare(label === '' ? text : `${label}: ${text}`));
          }),
    ),
  ];
}

/** All that a cell says, as one text. */
function cellText(cell: OutlineCell, show: ShowAddress): string {
  return cell.children
    .flatMap((node) => leaves(node, show))
    .filter((text) => text !== '')
    .join('; ');
}

function leaves(node: AnyNode, show: ShowAddress): string[] {
  if (node.role === 'figure') return [node.alt ?? ''];
  if ('runs' in node) return [textWithAddresses(node.runs, show)];
  const children: readonly AnyNode[] = node.children;
  return children.flatMap((child) => leaves(child, show));
}
