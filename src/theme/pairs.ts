/**
 * Which colour stands on which ground, in one table: what the writers do, and what every theme is held to. Whoever sets
 * something in a new colour or on a new ground adds a line here (`tests/theme/painted.test.ts` finds some who forget).
 */
import type { ColorName, StyleName, TextStyle } from './theme.ts';

/** `page` is PDF and Word, which are light only; `screen` is HTML, light and dark. */
export type Medium = 'page' | 'screen';

/** Both have WCAG 2.2, AA, in mind: text is 1.4.3, graphics that say something are 1.4.11. */
export type Kind = 'text' | 'graphics';

export interface Pair {
  readonly front: ColorName;
  readonly ground: ColorName;
  readonly medium: Medium;
  readonly kind: Kind;
  /** The text style that chooses the colour; null where a writer does. */
  readonly style: StyleName | null;
  /** What is painted so, to be read after "for". */
  readonly use: string;
  /** The least contrast ratio. */
  readonly needs: number;
  /** Whether the front keeps its light colour in a dark page. */
  readonly fixed: boolean;
}

const both: readonly Medium[] = ['page', 'screen'];
/** A page, its panels and its callouts. */
const plain: readonly ColorName[] = ['paper', 'sky', 'parch'];

/** Text in the colour of its style. */
const styled: readonly {
  readonly styles: readonly StyleName[];
  readonly grounds: readonly ColorName[];
  readonly media: readonly Medium[];
  /** The smallest part of its size that a writer sets it in. */
  readonly shrinks?: number;
}[] = [
  // On screens and on the field the title is white; a long one is set smaller.
  { styles: ['title'], grounds: ['paper'], media: ['page'], shrinks: 0.48 },
  { styles: ['h1', 'h2', 'h3', 'h4', 'contents', 'contents-sub'], grounds: ['paper'], media: both },
  {
    styles: ['body', 'lead', 'small', 'caption', 'strong-item', 'quote', 'figure', 'label'],
    grounds: plain,
    media: both,
  },
  { styles: ['table', 'table-head', 'date', 'event'], grounds: plain, media: both },
  { styles: ['note'], grounds: ['paper'], media: both },
  { styles: ['stop'], grounds: plain, media: ['page'] },
  { styles: ['kind'], grounds: ['paper'], media: ['page'] },
  { styles: ['running', 'folio'], grounds: ['paper'], media: ['page'] },
  { styles: ['slot'], grounds: ['white'], media: ['page'] },
];

/** What writers paint in a colour that they name, whatever the style says. */
const named: readonly {
  readonly front: ColorName;
  readonly grounds: readonly ColorName[];
  readonly media: readonly Medium[];
  readonly kind: Kind;
  readonly use: string;
  readonly fixed?: true;
}[] = [
  { front: 'ink', grounds: plain, media: both, kind: 'text', use: 'captions and plain items' },
  { front: 'blue', grounds: plain, media: both, kind: 'text', use: 'links and the numbers of lists' },
  { front: 'muted', grounds: plain, media: both, kind: 'text', use: 'credits, the imprint and the words beside links' },
  { front: 'deep', grounds: ['paper'], media: both, kind: 'text', use: 'page numbers and the current entry' },
  { front: 'clay', grounds: plain, media: ['page'], kind: 'text', use: 'the item in focus' },
  { front: 'white', grounds: ['field'], media: both, kind: 'text', use: 'the title and stress on the navy field' },
  { front: 'pale', grounds: ['field'], media: both, kind: 'text', use: 'the byline on the navy field' },
  { front: 'muted', grounds: ['white'], media: ['screen'], kind: 'text', use: 'the words in slots', fixed: true },
  { front: 'clay', grounds: ['paper'], media: ['screen'], kind: 'text', use: 'the word for today in charts' },

  { front: 'blue', grounds: plain, media: both, kind: 'graphics', use: 'marks of lists' },
  { front: 'clay', grounds: plain, media: both, kind: 'graphics', use: 'marks of principal items' },
  { front: 'line', grounds: plain, media: both, kind: 'graphics', use: 'the dashes of lists' },
  { front: 'line', grounds: ['white'], media: both, kind: 'graphics', use: 'the outlines of slots', fixed: true },
  { front: 'blue', grounds: plain, media: ['screen'], kind: 'graphics', use: 'the ring around what has the focus' },
  {
    front: 'white',
    grounds: ['field'],
    media: ['screen'],
    kind: 'graphics',
    use: 'the ring around what has the focus',
  },
];

/** Colours of what says nothing: lanes, rails, hairlines. They are free. */
export const decorative: readonly ColorName[] = ['mid', 'l5', 'l6', 'clayL', 'rail', 'hair'];

/** All pairs of a theme with these styles. */
export function pairsOf(styles: Readonly<Record<StyleName, TextStyle>>): readonly Pair[] {
  return [
    ...styled.flatMap(({ styles: names, grounds, media, shrinks = 1 }) =>
      cross(names, grounds, media).map(([name, ground, medium]): Pair => {
        const needs = isLarge(styles[name], medium, shrinks) ? 3 : 4.5;
        const front = styles[name].color;
        return { front, ground, medium, kind: 'text', style: name, use: `"${name}" text`, needs, fixed: false };
      }),
    ),
    ...named.flatMap(({ front, grounds, media, kind, use, fixed = false }) =>
      cross([front], grounds, media).map(
        ([, ground, medium]): Pair => ({
          ...{ front, ground, medium, kind, use, fixed },
          style: null,
          needs: kind === 'text' ? 4.5 : 3,
        }),
      ),
    ),
  ];
}

function cross<A, B, C>(as: readonly A[], bs: readonly B[], cs: readonly C[]): readonly (readonly [A, B, C])[] {
  return as.flatMap((a) => bs.flatMap((b) => cs.map((c) => [a, b, c] as const)));
}

/** WCAG 2.2, definition of "large scale": 18 pt, or 14 pt and bold. A rem is 17 px in wide windows and 16 in narrow. */
function isLarge({ page, screen }: TextStyle, medium: Medium, shrinks: number): boolean {
  const size = medium === 'page' ? page.size : Math.min(screen.size * 17, screen.narrow * 16) * 0.75;
  const weight = medium === 'page' ? page.weight : screen.weight;
  return size * shrinks >= (weight >= 700 ? 14 : 18);
}
