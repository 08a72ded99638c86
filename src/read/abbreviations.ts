/**
 * Abbreviations of a document's list, expanded where running text first uses them (WCAG 2.2, 3.1.4): those who listen, and those
 * who begin in the middle, need not look for the list.
 */
import { words } from '../model/build.ts';
import type { Aside, Block, Blocks, Document, Inline, Inlines, Said, Terms, Text } from '../model/document.ts';
import { withBlocks } from '../model/kinds.ts';
import { blocksOf, headingOf, plain, quotable } from '../model/walk.ts';
import { matchesIn } from '../text.ts';

/** The document with the first use of each listed abbreviation as one, unless its own words expand it there. */
export function expandFirstUses(document: Document): Document {
  const uses = new Uses(document);
  if (uses.none) return document;
  const { body, imprint } = document;
  return {
    ...document,
    body: body.map((section) => ({ ...section, blocks: blocksWith(section.blocks, uses) })),
    imprint: imprint && { ...imprint, blocks: blocksWith(imprint.blocks, uses) },
  };
}

/** Running text alone: no headings, and no cells, charts and terms, which are looked up and not read through. */
function blocksWith(blocks: Blocks, uses: Uses): Blocks {
  return uses.none ? blocks : blocks.map((block) => blockWith(block, uses));
}

function blockWith(block: Block, uses: Uses): Block {
  if (block.type === 'paragraph') return { ...block, children: uses.expand(block.children) };
  if (block.type === 'aside') return asideWith(block, uses);
  return lookedUp.has(block.type) ? block : withBlocks(block, (blocks) => blocksWith(blocks, uses));
}

const lookedUp: ReadonlySet<Block['type']> = new Set(['terms', 'table', 'chart'] as const);

/** The paragraph that names an aside is a heading to those who see it. */
function asideWith(aside: Aside, uses: Uses): Aside {
  const held = headingOf(aside) === null ? 0 : 1;
  return { ...aside, blocks: [...aside.blocks.slice(0, held), ...blocksWith(aside.blocks.slice(held), uses)] };
}

interface Listed {
  readonly short: string;
  readonly expansion: Said;
}

/** A use of an abbreviation in a text. */
interface Use extends Listed {
  readonly start: number;
}

/** What is still to be met. */
class Uses {
  /** By the first word of the short form, longest first. */
  readonly #left = new Map<string, Listed[]>();

  constructor(document: Document) {
    const known = new Set<string>();
    for (const block of blocksOf(document))
      if (block.type === 'terms' && block.look === 'abbreviations')
        for (const listed of listedIn(block)) {
          const [first] = wordsIn(listed.short);
          if (first?.index !== 0 || known.has(listed.short)) continue;
          known.add(listed.short);
          this.#left.set(first[0], [...(this.#left.get(first[0]) ?? []), listed]);
        }
    for (const all of this.#left.values()) all.sort((one, other) => other.short.length - one.short.length);
  }

  get none(): boolean {
    return this.#left.size === 0;
  }

  /** The inlines of a block, with what they use for the first time expanded. */
  expand(inlines: Inlines): Inlines {
    return this.none ? inlines : this.#within(inlines, { whole: plain(inlines), at: 0 });
  }

  #within(inlines: Inlines, line: { readonly whole: string; at: number }): Inlines {
    return inlines.flatMap((node): Inlines => {
      const start = line.at;
      switch (node.type) {
        case 'text':
          line.at += node.value.length;
          return this.#split(node, line.whole, start);
        case 'strong':
        case 'emphasis':
        case 'span':
          return [{ ...node, children: this.#within(node.children, line) }];
        case 'abbreviation':
          this.#take(plain(node.children));
          line.at += plain([node]).length;
          return [node];
        // A link says where it leads, and a note is read apart.
        case 'link':
        case 'note':
        case 'lineBreak':
        case 'missing':
          line.at += plain([node]).length;
          return [node];
        default:
          return node satisfies never;
      }
    });
  }

  #split(node: Text, whole: string, offset: number): Inlines {
    const parts: Inline[] = [];
    let end = 0;
    const text = (from: number, to: number): Text[] =>
      from === to ? [] : [{ ...node, value: node.value.slice(from, to) }];
    for (const { start, short, expansion } of this.#usesIn(node.value, whole, offset)) {
      this.#take(short);
      if (isExpanded(whole, offset + start, short, expansion.value)) continue;
      const { at, from, lang } = node;
      parts.push(...text(end, start));
      end = start + short.length;
      const children = text(start, end);
      parts.push({ type: 'abbreviation', at, from, lang, expansion, quotes: true, children });
    }
    return end === 0 ? [node] : [...parts, ...text(end, node.value.length)];
  }

  *#usesIn(value: string, whole: string, offset: number): Generator<Use> {
    let end = 0;
    for (const { 0: word, index: start } of wordsIn(value)) {
      if (start < end) continue;
      const isUse = ({ short }: Listed) =>
        value.startsWith(short, start) && isWhole(whole, offset + start, short.length);
      const found = this.#left.get(word)?.find(isUse);
      if (found === undefined) continue;
      end = start + found.short.length;
      yield { ...found, start };
    }
  }

  #take(short: string): void {
    const [first] = wordsIn(short);
    const left = (this.#left.get(first?.[0] ?? '') ?? []).filter((listed) => listed.short !== short);
    if (left.length > 0) this.#left.set(first?.[0] ?? '', left);
    else this.#left.delete(first?.[0] ?? '');
  }
}

function listedIn({ items }: Terms): Listed[] {
  return items.flatMap(({ term, details }) => {
    const short = plain(term).trim();
    const [meaning] = details;
    if (short === '' || meaning?.type !== 'paragraph' || details.length > 1) return [];
    const value = words(plain(meaning.children));
    const parts = quotable(meaning.children);
    const mixed = parts.some(({ type }) => type === 'span') ? { parts } : {};
    return value === null ? [] : [{ short, expansion: { value, from: meaning.from, ...mixed } }];
  });
}

function wordsIn(text: string): Generator<RegExpExecArray> {
  return matchesIn(text, /[\p{L}\p{N}\p{M}]+/gu);
}

/** `IOM` in “IOM-ის” and “IOM-led”, but not in “IOMs”, “UN-Habitat”, an address, or another short form. */
function isWhole(text: string, start: number, length: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(start + length, start + length + 3);
  return (
    !/(?:[\p{L}\p{N}\p{M}@/_.]|[\p{L}\p{N}][-\u2011])$/u.test(before) &&
    !/^(?:[\p{L}\p{N}\p{M}@_]|[-\u2011.][\p{Lu}\p{N}]|\.\p{L})/u.test(after)
  );
}

/** Whether the text says at this place what a short form stands for: “International Organization for Migration (IOM)”. */
function isExpanded(text: string, start: number, short: string, expansion: string): boolean {
  const meant = stemsOf(expansion);
  const reach = expansion.length * 2 + 20;
  const before = /^(.*)[([]\s*["“„«]?$/su.exec(text.slice(Math.max(0, start - reach), start))?.[1];
  const after = /^[^\s()[\]]*\s*[([](.*)$/su.exec(text.slice(start + short.length, start + short.length + reach))?.[1];
  const candidates = [stemsOf(before ?? '').slice(-meant.length), stemsOf(after ?? '').slice(0, meant.length)];
  return candidates.some(
    (stems) => stems.length === meant.length && stems.every((stem, index) => isAlike(stem, meant[index])),
  );
}

function stemsOf(text: string): readonly string[] {
  return [...wordsIn(text.toLowerCase())].map(([word]) => word);
}

/** One word but for its ending, which changes in Georgian with its place in the sentence. */
function isAlike(one: string, other = ''): boolean {
  const least = Math.max(Math.min(3, one.length, other.length), Math.ceil(Math.max(one.length, other.length) * 0.6));
  return one.slice(0, least) === other.slice(0, least);
}
