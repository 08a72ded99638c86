/**
 * The notation for marks in texts of data: a subset of CommonMark, and two forms of ours, `[words]{lang=en}` and
 * `^[a footnote]`. What it says becomes elements of the markup.
 *
 * Blocks and marks are read from a shadow of the text, which has as many characters: in it our own forms are letters, so that
 * only this file need know them. Its offsets are those of the text, and all words are taken from there.
 */
import type { Place, Report } from '../diagnostics.ts';
import { placeInText } from '../json/within.ts';
import { type BracketForm, languageAt, type TextRange } from '../model/marks.ts';
import { spacedHint } from '../model/meant-address.ts';
import { type LineBlock, readBlocks } from './blocks-of-lines.ts';
import { type Noted, type NotedLink, readParagraph } from './paragraph.ts';
import type { Attribute, Child, Element, MarkupText } from './parse.ts';
import { reportNoTag } from './plain.ts';
import { quote } from './quote.ts';
import { cut } from './runs.ts';
import { shadowOf } from './shadow.ts';

/** What a text for one paragraph says. */
export function notedInlines(runs: readonly MarkupText[], report: Report): readonly Child[] {
  if (runs.every(({ value }) => !signs.test(value))) return runs;
  const flat = runs.map((run) => ({ ...run, value: run.value.replace(/[\r\n\uFEFF]/g, ' ') }));
  return new Notation(flat, report).inlines();
}

/** What a text for several paragraphs and lists says. */
export function notedBlocks(runs: readonly MarkupText[], report: Report): readonly Child[] {
  const plain = runs.map((run) => ({ ...run, value: run.value.replaceAll('\uFEFF', ' ') }));
  return new Notation(plain, report).blocks();
}

/** Without one of these a text has no marks, as most have none. */
const signs = /[*[\]\\\uFEFF]/;

/** Marks, lists and items inside of one another: as many lists as a document may nest, with marks in the last. */
const nestingLimit = 24;
/** Each list is one of these levels, and its items are another. */
const listLimit = nestingLimit / 2 - 1;
const escapes = /\\([!-/:-@[-`{-~])/g;

class Notation {
  readonly #runs: readonly MarkupText[];
  readonly #text: string;
  readonly #report: Report;
  readonly #shadow: string;
  readonly #forms: readonly BracketForm[];
  readonly #hasNotes: boolean;
  #depth: number;
  #isBroken = false;

  /** Footnotes hold none. `depth` counts the marks around. */
  constructor(runs: readonly MarkupText[], report: Report, hasNotes = true, depth = 0) {
    this.#runs = runs;
    this.#text = runs.map(({ value }) => value).join('');
    this.#report = report;
    this.#hasNotes = hasNotes;
    this.#depth = depth;
    const { shadow, forms } = shadowOf(this.#text, hasNotes);
    this.#shadow = shadow;
    this.#forms = forms;
  }

  blocks(): readonly Child[] {
    const { blocks, tooDeepAt } = readBlocks(this.#shadow, listLimit);
    return tooDeepAt === null ? this.#blocks(blocks) : this.#tooDeep(tooDeepAt);
  }

  inlines(): readonly Child[] {
    return this.#marks({ start: 0, end: this.#text.length });
  }

  #blocks(blocks: readonly LineBlock[]): readonly Child[] {
    return this.#within(blocks, (block) => [this.#block(block)]);
  }

  #block(block: LineBlock): Element {
    const { type, start } = block;
    if (type === 'p') return this.#element(type, start, this.#marks(block));
    if (type === 'ol') this.#checkNumbers(block.items.map((item) => item.start));
    const items = this.#within(block.items, (item) => [this.#element('li', item.start, this.#item(item.blocks))]);
    return this.#element(type, start, items);
  }

  /** The first paragraph of an item is its text. */
  #item(blocks: readonly LineBlock[]): readonly Child[] {
    const [first, ...rest] = blocks;
    return first?.type === 'p' ? [...this.#marks(first), ...this.#blocks(rest)] : this.#blocks(blocks);
  }

  /** What a paragraph says. */
  #marks(span: TextRange): readonly Child[] {
    return this.#noted(readParagraph(this.#shadow, span));
  }

  #noted(nodes: readonly Noted[]): readonly Child[] {
    return this.#within(nodes, (node, index) => {
      // What follows a link may tell its language; that is no text.
      const language = nodes[index - 1]?.type === 'link' ? languageAt(this.#text, node.start) : null;
      return this.#node(node, { start: node.start + (language?.length ?? 0), end: node.end });
    });
  }

  /** What stands one level deeper. */
  #within<Node extends { readonly start: number }>(
    nodes: readonly Node[],
    read: (node: Node, index: number) => readonly Child[],
  ): readonly Child[] {
    const [first] = nodes;
    if (first === undefined) return [];
    if (this.#depth === nestingLimit) return this.#tooDeep(first.start);
    this.#depth += 1;
    const children = nodes.flatMap(read);
    this.#depth -= 1;
    return children;
  }

  #tooDeep(offset: number): readonly Child[] {
    const { from } = this.#placeAt(offset);
    this.#report.error('too-deep', from, `Marks are nested more than ${nestingLimit} levels deep.`, {
      hints: ['Use fewer levels.'],
    });
    return [];
  }

  #node(node: Noted, span: TextRange): readonly Child[] {
    if (node.type === 'text') return this.#words(span);
    if (node.type !== 'link') return [this.#element(node.type, span.start, this.#noted(node.children))];
    return this.#text.slice(span.start, span.end) === '[](#)' ? this.#nowhere(span) : [this.#link(node)];
  }

  /** What a list shows is 1, 2, 3: other numbers would be lost. All 1 is CommonMark's way to leave the counting to us. */
  #checkNumbers(starts: readonly number[]): void {
    const numbers = starts.map((start) => Number.parseInt(this.#text.slice(start, start + 10), 10));
    const [first] = numbers;
    if (first !== 1)
      this.#report.error(
        'list-start',
        this.#placeAt(starts[0] ?? 0).from,
        `A numbered list starts with ${first}, not 1.`,
        {
          hints: [`Start it with 1, or write ${first}\\. if this is not a list.`],
        },
      );
    const wrong = numbers.findIndex((number, index) => number !== index + 1);
    if (first !== 1 || wrong === -1 || numbers.every((number) => number === 1)) return;
    const message = `Number ${wrong + 1} of a list is written as ${numbers[wrong]}.`;
    this.#report.error('list-number', this.#placeAt(starts[wrong] ?? 0).from, message, {
      hints: [
        `Write ${wrong + 1}, or put a paragraph before it and write ${numbers[wrong]}\\. for a number that stays.`,
      ],
    });
  }

  /** A cross reference without an id: its signs stay, so that nothing else is said of what they would have left out. */
  #nowhere(span: TextRange): readonly Child[] {
    this.#report.error(
      'broken-notation',
      this.#placeOfSign(span.start, '[](#)'),
      '[](#) does not say where it leads.',
      {
        hints: ['Write the id of a section, table, figure or chart after #, or remove [](#).'],
      },
    );
    return cut(this.#runs, span);
  }

  #link({ start, end, close, isTitled, children }: NotedLink): Element {
    const content = this.#noted(children);
    if (isTitled) {
      this.#report.error(
        'broken-notation',
        this.#placeOfSign(close, ']('),
        'A link must not have a title after its address.',
        { hints: ['Write [words](https://…), without words in quotation marks after the address.'] },
      );
      return this.#element('span', start, content);
    }
    const address = unescaped(this.#text.slice(close + 2, end - 1)).trim();
    if (children.length === 0 && address.startsWith('#'))
      return this.#element('ref', start, [], { to: address.slice(1) });
    const language = languageAt(this.#text, end);
    if (language !== null) this.#checkTag(language.tag, { start, end });
    return this.#element('a', start, content, { href: address, ...(language === null ? {} : { lang: language.tag }) });
  }

  /** The text of a span, in runs of one source each, with the forms of ours in it. */
  #words({ start, end }: TextRange): readonly Child[] {
    const children: Child[] = [];
    let from = start;
    for (let index = this.#firstForm(start); index < this.#forms.length; index += 1) {
      const form = this.#forms[index];
      if (form === undefined || form.end > end) break;
      children.push(...this.#plain({ start: from, end: form.start }), this.#form(form));
      from = form.end;
    }
    return [...children, ...this.#plain({ start: from, end })];
  }

  /** The index of the first form that starts at an offset or after it. */
  #firstForm(offset: number): number {
    let [low, high] = [0, this.#forms.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#forms[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #form(form: BracketForm): Element {
    const { inner, tag } = form;
    const hasNotes = this.#hasNotes && tag !== null;
    const content = new Notation(cut(this.#runs, inner), this.#report, hasNotes, this.#depth + 1).inlines();
    if (tag === null) return this.#element('note', form.start, content);
    this.#checkTag(tag, form);
    return this.#element('span', form.start, content, { lang: tag });
  }

  #plain(span: TextRange): readonly MarkupText[] {
    const written = this.#text.slice(span.start, span.end);
    if (!signs.test(written)) return cut(this.#runs, span);
    const broken = /\*\*|\]\(|\]\{|\^\[/.exec(written.replace(escapes, '..'));
    if (broken !== null && !this.#isBroken) {
      this.#isBroken = true;
      const from = this.#placeOfSign(span.start + broken.index, broken[0]);
      this.#report.error('broken-notation', from, `${quote(broken[0])} marks nothing in ${quote(written.trim())}.`, {
        hints: [
          spacedHint(written.slice(broken.index)) ??
            'Check what opens and closes it. To show the sign itself, write \\ before it.',
        ],
      });
    }
    return cut(this.#runs, span).map((run) => ({ ...run, value: unescaped(run.value) }));
  }

  /** An attribute that is empty counts as absent; here somebody has forgotten it. */
  #checkTag(tag: string, { end }: TextRange): void {
    if (tag.trim() === '') reportNoTag(this.#placeAt(end - 1).from, this.#report);
  }

  #element(
    name: string,
    start: number,
    children: readonly Child[],
    attributes: Readonly<Record<string, string>> = {},
  ): Element {
    const { at, from } = this.#placeAt(start);
    const given = Object.entries(attributes).map(([key, value]): [string, Attribute] => [
      key,
      { name: key, value, at, from },
    ]);
    return { kind: 'element', name, at, from, noted: true, attributes: new Map(given), children };
  }

  #placeAt(offset: number): { readonly at: Place; readonly from: Place } {
    const [run] = cut(this.#runs, { start: offset, end: offset + 1 });
    const found = run ?? this.#runs[0];
    if (found === undefined) throw new Error('notation without a text');
    return found;
  }

  /** Where in the data's text a sign at an offset stands. */
  #placeOfSign(offset: number, sign: string): Place {
    let [before, run] = [0, this.#runs[0]];
    for (const each of this.#runs) {
      run = each;
      if (before + each.value.length > offset) break;
      before += each.value.length;
    }
    if (run === undefined) throw new Error('notation without a text');
    return placeInText(run.from, (run.start ?? 0) + offset - before, sign);
  }
}

function unescaped(text: string): string {
  return text.replace(escapes, '$1');
}
