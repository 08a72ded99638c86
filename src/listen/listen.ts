/**
 * What a screen reader says of a finished file, in the order of the file: roles in the language of the document, header cells
 * before data cells, notes where they stand, changes of language, where links lead, alternative texts. Readers differ in their
 * words; what is pieces, and when, is what all of them find in the file.
 */

import { languageOf } from '../language/languages.ts';
import type { ListenWords } from '../language/listen-words.ts';
import type { OutlineFormat } from '../outline/formats.ts';
import type { AnyNode, Outline, OutlineRun, OutlineTable } from '../outline/outline.ts';
import { outlineOf } from '../outline/read.ts';
import { heardRows, widthOf } from './table.ts';
import type { Spoken, Utterance } from './utterance.ts';

/** Throws Refused for a file that cannot be read. */
export async function listen(bytes: Uint8Array, format: OutlineFormat): Promise<readonly Utterance[]> {
  return utterancesOf(await outlineOf(bytes, format, 'in-place'));
}

export function utterancesOf({ lang, nodes, unread }: Outline): readonly Utterance[] {
  const words = languageOf(lang ?? 'en').listen;
  const listener = new Listener(words, lang);
  for (const node of nodes) listener.say(node, 0);
  for (const { what, count } of unread) listener.add(0, [listener.own(words.unread(what, count))]);
  return listener.utterances;
}

class Listener {
  readonly utterances: Utterance[] = [];
  readonly #words: ListenWords;
  readonly #lang: string | null;

  constructor(words: ListenWords, lang: string | null) {
    [this.#words, this.#lang] = [words, lang];
  }

  own(text: string): Spoken {
    return { text, lang: this.#lang, own: true };
  }

  add(depth: number, pieces: readonly Spoken[]): void {
    if (pieces.length > 0) this.utterances.push({ depth, pieces });
  }

  say(node: AnyNode, depth: number): void {
    const words = this.#words;
    switch (node.role) {
      case 'heading':
        this.add(depth, [this.own(words.heading(node.level)), ...this.#runs(node.runs)]);
        break;
      case 'paragraph':
        this.add(depth, this.#runs(node.runs));
        break;
      case 'caption':
        this.add(depth, [this.own(words.caption), ...this.#runs(node.runs)]);
        break;
      case 'entry':
        this.add(depth, [this.own(words.level(node.level)), ...this.#runs(node.runs)]);
        break;
      case 'figure':
        this.add(depth, this.#runs([node]));
        break;
      case 'table':
        this.#table(node, depth);
        break;
      case 'list': {
        this.add(depth, [this.own(words.list(node.children.length, node.ordered))]);
        for (const [index, item] of node.children.entries())
          this.#item(item.children, depth + 1, node.ordered ? words.numbered(item.number ?? index + 1) : words.item);
        this.add(depth, [this.own(words.end.list)]);
        break;
      }
      case 'terms':
        this.add(depth, [this.own(words.terms(node.children.length))]);
        for (const item of node.children) this.#item(item.children, depth + 1, words.term);
        this.add(depth, [this.own(words.end.terms)]);
        break;
      case 'contents':
        this.#around(words.contents(node.children.length), words.end.contents, node.children, depth);
        break;
      case 'item':
        this.#item(node.children, depth, words.item);
        break;
      case 'quote':
        this.#around(words.quote, words.end.quote, node.children, depth);
        break;
      case 'note':
        this.#around(words.note(node.label ?? ''), words.end.note, node.children, depth);
        break;
      case 'aside':
        this.#around(words.aside(node.label ?? ''), words.end.aside, node.children, depth);
        break;
      case 'row':
      case 'cell':
        for (const child of node.children) this.say(child, depth);
    }
  }

  #around(opening: string, closing: string, children: readonly AnyNode[], depth: number): void {
    this.add(depth, [this.own(opening)]);
    for (const child of children) this.say(child, depth + 1);
    this.add(depth, [this.own(closing)]);
  }

  /** A bullet is said with the first words of its item. */
  #item(children: readonly AnyNode[], depth: number, role: string): void {
    const from = this.utterances.length;
    for (const child of children) this.say(child, depth);
    const first = this.utterances[from];
    const bullet = this.own(role);
    if (first === undefined) this.add(depth, [bullet]);
    else this.utterances[from] = { depth: first.depth, pieces: [bullet, ...first.pieces] };
  }

  #table(table: OutlineTable, depth: number): void {
    const words = this.#words;
    this.add(depth, [this.own(words.table(widthOf(table), table.children.length))]);
    for (const [index, { cells }] of heardRows(table).entries()) {
      this.add(depth + 1, [this.own(words.row(index + 1))]);
      for (const { cell, headers } of cells) {
        const heads = headers.flatMap((header) => [...this.#textOf(header.children), this.own(words.pause)]);
        const role = cell.header ? [this.own(words.headers[cell.scope ?? 'none'])] : [];
        const span = cell.colSpan > 1 || cell.rowSpan > 1 ? [this.own(words.span(cell.colSpan, cell.rowSpan))] : [];
        this.#cell([...role, ...span, ...heads], cell.children, depth + 2);
      }
    }
    this.add(depth, [this.own(words.end.table)]);
  }

  /** What opens a cell is said with its first words; an empty cell is said to be empty. */
  #cell(opening: readonly Spoken[], children: readonly AnyNode[], depth: number): void {
    const from = this.utterances.length;
    for (const child of children) this.say(child, depth);
    const first = this.utterances[from];
    if (first === undefined) this.add(depth, [...opening, this.own(this.#words.empty)]);
    else this.utterances[from] = { depth, pieces: [...opening, ...first.pieces] };
  }

  /** The words alone of what stands in a header cell. */
  #textOf(children: readonly AnyNode[]): Spoken[] {
    return children.flatMap((node): Spoken[] => {
      if ('runs' in node) return node.runs.flatMap((run) => (run.role === 'mark' ? [] : this.#wordsOf(run)));
      if (node.role === 'figure') return this.#wordsOf(node);
      return node.role === 'note' ? [] : this.#textOf(node.children);
    });
  }

  #runs(runs: readonly OutlineRun[]): Spoken[] {
    const words = this.#words;
    return runs.flatMap((run, index): Spoken[] => {
      if (run.role === 'mark') return [this.own(words.mark(run.label ?? ''))];
      const [before, after] = [runs[index - 1]?.target ?? null, runs[index + 1]?.target ?? null];
      const opens = run.target !== null && run.target !== before;
      const closes = run.target !== null && run.target !== after;
      const target = run.target?.replace(/^#(?:\d+ )?/, '') ?? '';
      // Words that are the name of the place, or how it begins, lead there: nothing more is to be said.
      const isNamed = run.role === 'text' && opens && lettersOf(target).startsWith(lettersOf(run.text));
      const leads = closes && !isNamed && target !== '?' ? [this.own(words.leads(target))] : [];
      return [...(opens ? [this.own(words.link)] : []), ...this.#wordsOf(run), ...leads];
    });
  }

  #wordsOf(run: Exclude<OutlineRun, { role: 'mark' }>): Spoken[] {
    if (run.role === 'text') return [{ text: run.text, lang: run.lang, own: false }];
    if (run.alt === null) return [this.own(this.#words.unnamed)];
    return [this.own(this.#words.figure), { text: run.alt, lang: run.lang ?? this.#lang, own: false }];
  }
}

/** A text by what of it is heard. */
const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
