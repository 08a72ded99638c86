/**
 * Which colour stands on which ground, in all formats: read from the looks and roles that the writers draw by, so that what a
 * theme is held to is what it has drawn (`tests/theme/painted.test.ts` looks at what they paint).
 */

import type { ColorName, StyleName, TextStyle, Theme } from './theme.ts';
import { leastPanel, leastTitle } from './title-sizes.ts';

/** `page` is PDF and Word, which are light only; `screen` is HTML, light and dark. */
export type Medium = 'page' | 'screen';

/** Both have WCAG 2.2, AA, in mind: text is 1.4.3, graphics that say something are 1.4.11. */
export type PairKind = 'text' | 'graphics';

export interface ColorPair {
  readonly front: ColorName;
  readonly ground: ColorName;
  readonly medium: Medium;
  readonly kind: PairKind;
  /** The text style that chooses the colour; null where a writer does. */
  readonly style: StyleName | null;
  /** What is painted so, to be read after "for". */
  readonly use: string;
  /** The least contrast ratio. */
  readonly needs: number;
  /** Whether the front keeps its light colour in a dark page. */
  readonly fixed: boolean;
}

/** What of a theme says how it is drawn. */
export type ThemeLooks = Pick<Theme, 'styles' | 'roles' | 'looks'>;

const both: readonly Medium[] = ['page', 'screen'];
const onPages: readonly Medium[] = ['page'];
const onScreens: readonly Medium[] = ['screen'];

/** Text in the colour of its style, on grounds by a name that `groundsOf` knows. */
const styled: readonly {
  readonly styles: readonly StyleName[];
  readonly on: keyof Grounds;
  readonly media: readonly Medium[];
}[] = [
  { styles: ['h1', 'h2', 'h3', 'h4', 'contents', 'contents-sub', 'note'], on: 'page', media: both },
  { styles: ['body', 'lead', 'small', 'caption', 'strong-item'], on: 'text', media: both },
  { styles: ['quote', 'figure', 'label'], on: 'text', media: both },
  { styles: ['table', 'table-head', 'date', 'event'], on: 'text', media: both },
  { styles: ['stop'], on: 'text', media: onPages },
  { styles: ['kind', 'running', 'folio'], on: 'page', media: onPages },
  { styles: ['slot'], on: 'slot', media: onPages },
];

interface Grounds {
  readonly page: readonly ColorName[];
  /** A page, and the boxes and rows that text stands on. */
  readonly text: readonly ColorName[];
  readonly slot: readonly ColorName[];
  readonly field: readonly ColorName[];
}

function groundsOf({ roles, looks }: ThemeLooks): Grounds {
  const boxes = Object.values(looks.aside).flatMap(({ ground }) => (ground === null ? [] : [ground]));
  return {
    page: [roles.page],
    text: [...new Set([roles.page, ...boxes, looks.row.group.ground])],
    slot: [looks.emblems.ground],
    field: [roles.field],
  };
}

interface Use {
  readonly front: ColorName;
  readonly on: readonly ColorName[];
  readonly media: readonly Medium[];
  readonly use: string;
  readonly fixed?: true;
}

/** Text in a colour that a role or a look gives it, whatever its style says. */
function textsOf({ roles, looks, styles }: ThemeLooks, { page, text, slot, field }: Grounds): readonly Use[] {
  const { caption, section, contents, row, li, dl, chart, note } = looks;
  return [
    { front: roles.text, on: text, media: both, use: 'captions and plain items' },
    { front: roles.link, on: text, media: both, use: 'links' },
    { front: roles.quiet, on: text, media: both, use: 'credits, the imprint and the words beside links' },
    { front: roles.strong, on: page, media: both, use: 'page numbers and the current entry' },
    { front: note.number, on: text, media: both, use: 'the numbers of notes' },
    ...numbersOf(looks).map((front): Use => ({ front, on: text, media: both, use: 'the numbers of lists' })),
    { front: li.focus.color, on: text, media: onPages, use: 'the item in focus' },
    { front: roles.fieldText, on: field, media: both, use: 'the title and stress on the field of a cover' },
    { front: roles.fieldQuiet, on: field, media: both, use: 'the byline on the field of a cover' },
    { front: styles.slot.color, on: slot, media: onScreens, use: 'the words in slots', fixed: true },
    { front: chart.today, on: page, media: onScreens, use: 'the word for today in charts' },
    ...[caption.color, caption.number, caption.words, caption.credit].map(
      (front): Use => ({ front, on: text, media: both, use: 'captions' }),
    ),
    ...Object.values(section).flatMap(({ number: { color, first } }) =>
      [color, first ?? color].map((front): Use => ({ front, on: page, media: both, use: 'the numbers of headings' })),
    ),
    { front: contents.number, on: page, media: both, use: 'the numbers of the contents' },
    { front: row.group.color, on: [row.group.ground], media: both, use: 'the heads of groups of rows' },
    { front: row.sub.color, on: text, media: both, use: 'the heads of sub-rows' },
    { front: row.total.color, on: text, media: both, use: 'totals' },
    ...Object.values(dl).map(({ term }): Use => ({ front: term.color, on: text, media: both, use: 'terms' })),
    ...chart.series.map(({ words }): Use => ({ front: words, on: page, media: both, use: 'the names of series' })),
    ...chart.traces.map(({ color }): Use => ({ front: color, on: page, media: both, use: 'the names of series' })),
    ...Object.values(looks.aside).flatMap(({ heading, ground }): Use[] =>
      heading === null
        ? []
        : [{ front: heading.color, on: ground === null ? page : [ground], media: both, use: 'what heads a box' }],
    ),
  ];
}

/** The colours of the numbers of ordered lists, in all formats. */
function numbersOf({ ol }: ThemeLooks['looks']): readonly ColorName[] {
  return Object.values(ol).flatMap(({ mark: { kind, color } }) =>
    (['page', 'word', 'screen'] as const).flatMap((medium) => (kind[medium] === 'number' ? [color[medium]] : [])),
  );
}

/** Shapes that say something: marks, outlines, bars. */
function graphicsOf({ roles, looks }: ThemeLooks, { page, text, slot, field }: Grounds): readonly Use[] {
  const { ul, ol, li, emblems, figures, cell, chart } = looks;
  const marks = [...Object.values(ul), ...Object.values(ol)].flatMap(({ mark }) => [
    { front: mark.color.page, media: onPages },
    { front: mark.color.word, media: onPages },
    { front: mark.color.screen, media: onScreens },
  ]);
  return [
    ...marks.map(({ front, media }): Use => ({ front, on: text, media, use: 'marks of lists' })),
    ...Object.values(li).map(({ color }): Use => ({ front: color, on: text, media: both, use: 'stops of lists' })),
    { front: emblems.border.color, on: slot, media: both, use: 'the outlines of slots', fixed: true },
    { front: roles.link, on: text, media: onScreens, use: 'the ring around what has the focus' },
    { front: roles.fieldText, on: field, media: onScreens, use: 'the ring around what has the focus' },
    { front: figures.bar.done, on: page, media: both, use: 'the bars of key figures' },
    ...Object.values(cell).map(
      ({ color }): Use => ({ front: color, on: page, media: both, use: 'the shapes of states' }),
    ),
    ...chart.series.map(
      ({ outline, ground }): Use => ({ front: outline ?? ground, on: page, media: both, use: 'the bars of charts' }),
    ),
  ];
}

/** Titles, in the smallest size that each cover sets them in. */
function titlesOf({ styles, roles, looks }: ThemeLooks): readonly ColorPair[] {
  const { plain, head, panel } = looks.cover;
  const { title } = styles;
  const covers = [
    { front: plain.title.color, ground: roles.page, size: title.page.size },
    {
      front: head.title.color,
      ground: head.arrangement === 'field' ? roles.field : roles.page,
      size: head.title.size,
    },
    { front: panel.color, ground: roles.field, size: title.panel.size * leastPanel },
  ];
  return covers.map(({ front, ground, size }) => ({
    ...{ front, ground, medium: 'page', kind: 'text', style: 'title', use: '"title" text', fixed: false },
    needs: needsOf(size * leastTitle, title.page.weight),
  }));
}

/** All pairs of a theme. */
export function pairsOf(theme: ThemeLooks): readonly ColorPair[] {
  const grounds = groundsOf(theme);
  const ofStyles = styled.flatMap(({ styles, on, media }) =>
    cross(styles, grounds[on], media).map(([name, ground, medium]): ColorPair => {
      const style = theme.styles[name];
      const use = `"${name}" text`;
      const needs = needsOf(smallest(style, medium), medium === 'page' ? style.page.weight : style.screen.weight);
      return { front: style.color, ground, medium, kind: 'text', style: name, use, needs, fixed: false };
    }),
  );
  const named = (kind: PairKind, uses: readonly Use[]) =>
    uses.flatMap(({ front, on, media, use, fixed = false }) =>
      cross([front], on, media).map(
        ([, ground, medium]): ColorPair => ({
          ...{ front, ground, medium, kind, use, fixed },
          style: null,
          needs: kind === 'text' ? 4.5 : 3,
        }),
      ),
    );
  return [
    ...titlesOf(theme),
    ...ofStyles,
    ...named('text', textsOf(theme, grounds)),
    ...named('graphics', graphicsOf(theme, grounds)),
  ];
}

function cross<A, B, C>(as: readonly A[], bs: readonly B[], cs: readonly C[]): readonly (readonly [A, B, C])[] {
  return as.flatMap((a) => bs.flatMap((b) => cs.map((c) => [a, b, c] as const)));
}

/** The smallest size that a style is set in, in points. A rem is 17 px in wide windows and 16 in narrow. */
function smallest({ page, panel, screen }: TextStyle, medium: Medium): number {
  if (medium === 'page') return Math.min(page.size, panel.size * leastPanel);
  return Math.min(screen.size * 17, screen.narrow * 16) * 0.75;
}

/** WCAG 2.2, definition of "large scale": 18 pt, or 14 pt and bold. */
function needsOf(size: number, weight: number): number {
  return size >= (weight >= 700 ? 14 : 18) ? 3 : 4.5;
}
