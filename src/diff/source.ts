/** A text of the data as what it says, each letter with where it is written: marks, links, notes, paragraphs, lists. */
import { Report } from '../diagnostics.ts';
import { uriOf } from '../model/address.ts';
import { notedBlocks, notedInlines } from '../read/notation.ts';
import type { Child, MarkupText } from '../read/parse.ts';
import { notedLanguages } from '../read/plain.ts';
import { keyOf } from './letters.ts';

/** How a text is written: with language marks alone, with marks, or with paragraphs and lists as well. */
export type TextForm = 'plain' | 'inline' | 'block';

export interface Sign {
  readonly sign: string;
  readonly key: string;
  /** Where it is written in the text: one letter, an escape, or a form of the notation. */
  readonly start: number;
  readonly end: number;
  readonly strong: boolean;
  readonly emphasis: boolean;
  readonly target: string | null;
  readonly lang: string | null;
  /** A footnote of the text's own. */
  readonly note: readonly Sign[] | null;
}

export interface SourceBlock {
  readonly list: { readonly level: number; readonly ordered: boolean } | null;
  readonly signs: readonly Sign[];
}

/** The blocks of a text, one for each paragraph that it becomes; null for one that is written wrongly. */
export function readSource(text: string, form: TextForm): readonly SourceBlock[] | null {
  const report = new Report();
  const place = { file: '', line: 1, column: 1 };
  const run: MarkupText = { kind: 'run', value: text, at: place, from: place, start: 0 };
  const blocks: SourceBlock[] = [];
  if (form === 'plain') blocks.push(new Walk(text).block(notedLanguages(run, report), null));
  else if (form === 'inline') blocks.push(new Walk(text).block(notedInlines([run], report), null));
  else readBlocks(notedBlocks([run], report), new Walk(text), -1, blocks);
  return report.failed ? null : blocks.filter(({ signs }) => signs.length > 0);
}

const listNames = new Set(['ul', 'ol']);
const blockNames = new Set(['p', 'ul', 'ol', 'li']);

function readBlocks(children: readonly Child[], walk: Walk, level: number, blocks: SourceBlock[]): void {
  for (const child of children) {
    if (child.kind === 'run') continue;
    if (child.name === 'p') blocks.push(walk.block(child.children, null));
    if (!listNames.has(child.name)) continue;
    for (const item of child.children) {
      if (item.kind === 'run') continue;
      const isInner = (each: Child) => each.kind === 'element' && blockNames.has(each.name);
      const first = item.children.findIndex(isInner);
      const own = first < 0 ? item.children : item.children.slice(0, first);
      blocks.push(walk.block(own, { level: level + 1, ordered: child.name === 'ol' }));
      if (first >= 0) readBlocks(item.children.slice(first), walk, level + 1, blocks);
    }
  }
}

interface Marks {
  readonly strong: boolean;
  readonly emphasis: boolean;
  readonly target: string | null;
  readonly lang: string | null;
}
const bare: Marks = { strong: false, emphasis: false, target: null, lang: null };

class Walk {
  readonly #text: string;
  #cursor = 0;

  constructor(text: string) {
    this.#text = text;
  }

  block(children: readonly Child[], list: SourceBlock['list']): SourceBlock {
    return { list, signs: folded(this.#signs(children, bare)) };
  }

  #signs(children: readonly Child[], marks: Marks): Sign[] {
    return children.flatMap((child): Sign[] => {
      if (child.kind === 'run') return this.#letters(child, marks);
      const attribute = (name: string) => child.attributes.get(name)?.value ?? null;
      switch (child.name) {
        case 'strong':
          return this.#signs(child.children, { ...marks, strong: true });
        case 'em':
          return this.#signs(child.children, { ...marks, emphasis: true });
        case 'a':
          return this.#signs(child.children, {
            ...marks,
            target: uriOf(attribute('href') ?? ''),
            lang: attribute('lang') ?? marks.lang,
          });
        case 'span':
          return this.#signs(child.children, { ...marks, lang: attribute('lang') ?? marks.lang });
        case 'ref':
          return [this.#form(`[](#${attribute('to') ?? ''})`, `#${attribute('to') ?? ''}`, marks, null)];
        case 'note': {
          const start = this.#text.indexOf('^[', this.#cursor);
          const note = folded(this.#signs(child.children, bare));
          const end = this.#text.indexOf(']', Math.max(note.at(-1)?.end ?? 0, start)) + 1;
          this.#cursor = end;
          return [{ ...marks, sign: '\uFFFC', key: 'note', start, end, note }];
        }
        default:
          return this.#signs(child.children, marks);
      }
    });
  }

  /** A form of the notation that becomes words of Etrati's. */
  #form(written: string, target: string, marks: Marks, note: Sign['note']): Sign {
    const start = Math.max(0, this.#text.indexOf(written, this.#cursor));
    this.#cursor = start + written.length;
    return { ...marks, target, sign: '\uFFFC', key: `ref ${target}`, start, end: this.#cursor, note };
  }

  #letters({ value, start = 0 }: MarkupText, marks: Marks): Sign[] {
    let at = start;
    const letters = [...value].map((sign): Sign => {
      const isEscaped = this.#text[at] === '\\' && this.#text.startsWith(sign, at + 1) && sign !== '\\';
      const isBackslash = sign === '\\' && this.#text.startsWith('\\\\', at);
      const from = at;
      at += sign.length + (isEscaped || isBackslash ? 1 : 0);
      return { ...marks, sign, key: keyOf(sign), start: from, end: at, note: null };
    });
    this.#cursor = at;
    return letters.filter(({ sign }) => sign !== '\u00AD');
  }
}

/** White space as the reader of the markup folds it. */
function folded(signs: readonly Sign[]): readonly Sign[] {
  const kept: Sign[] = [];
  for (const sign of signs) {
    const last = kept.at(-1);
    if (!/[ \t\r\n]/.test(sign.sign)) kept.push(sign);
    else if (last === undefined) continue;
    else if (last.sign === ' ') kept[kept.length - 1] = { ...last, end: sign.end };
    else kept.push({ ...sign, sign: ' ', key: ' ' });
  }
  return kept.at(-1)?.sign === ' ' ? kept.slice(0, -1) : kept;
}
