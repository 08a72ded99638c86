/** Words that are divided, in narrow columns only: Word itself divides no Georgian. */
import type { Block, Blocks, Inline, Inlines, Lang } from '../../model/document.ts';
import { plain } from '../../model/walk.ts';
import { hyphens, softHyphen } from '../typesetting.ts';

/** A line ends at a space or after a hyphen or dash, but not within a number or a date. */
const ends = / |(?<=\p{L}{3}[-–])|(?<=–)(?!\p{N})/u;

/** What Word keeps on one line, of words that may be divided in this language; with the hyphens that divide them. */
export function brokenWords(words: Inlines, lang: Lang | string | null): string[] {
  const text = plain(words);
  const places = lang === null ? [] : hyphens(text, lang);
  return [0, ...places].flatMap((from, index) => {
    const part = text.slice(from, places[index]).split(ends);
    return index < places.length ? [...part.slice(0, -1), `${part.at(-1) ?? ''}-`] : part;
  });
}

/** Blocks with soft hyphens in those of their words that do not fit. */
export function divided(blocks: Blocks, lang: Lang, fits: (word: string) => boolean): Blocks {
  return blocks.map((block): Block => {
    if (block.type !== 'paragraph') return block;
    const text = plain(block.children);
    const places = hyphens(text, block.lang ?? lang).filter((place) => !fits(wordAt(text, place)));
    return { ...block, children: withHyphens(block.children, places, 0) };
  });
}

/** What stands around a place between two blanks. */
function wordAt(text: string, place: number): string {
  let [from, to] = [place, place];
  while (from > 0 && !isBlank(text, from - 1)) from -= 1;
  while (to < text.length && !isBlank(text, to)) to += 1;
  return text.slice(from, to);
}

function isBlank(text: string, at: number): boolean {
  return /\s/u.test(text[at] ?? '');
}

function withHyphens(inlines: Inlines, places: readonly number[], start: number): Inlines {
  let from = start;
  return inlines.map((node): Inline => {
    const own = from;
    from += plain([node]).length;
    if (node.type === 'text') {
      const cuts = places.filter((place) => place > own && place < from).map((place) => place - own);
      const parts = [0, ...cuts].map((at, index) => node.value.slice(at, cuts[index]));
      return cuts.length === 0 ? node : { ...node, value: parts.join(softHyphen) };
    }
    return 'children' in node && node.type !== 'note'
      ? { ...node, children: withHyphens(node.children, places, own) }
      : node;
  });
}
