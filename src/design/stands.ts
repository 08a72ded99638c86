/**
 * Which colour stands on which ground, in all formats: read off the designs that the writers draw by, so that what a theme is held
 * to is what it has drawn (`tests/theme/painted.test.ts` looks at what they paint). Lines and grounds that say nothing are left out.
 */
import type { Block } from '../model/document.ts';
import type { ColorName, StyleName, TextStyle } from '../theme/theme.ts';
import { leastPanel } from '../theme/title-sizes.ts';
import { type Deciding, type Designs, type Drawn, designOf } from './design.ts';
import { coverForms, designCover, designFurniture, designNote, linkOf } from './frame.ts';
import type { DesignPlace, TextDesign } from './place.ts';
import { groundsOf, sampleRows, samples, standsOn } from './samples.ts';

/** `page` is PDF and Word, which are light only; `screen` is HTML, light and dark. */
export type Medium = 'page' | 'screen';

/** Both have WCAG 2.2, AA, in mind: text is 1.4.3, graphics that say something are 1.4.11. */
export type StandKind = 'text' | 'graphics';

export interface Stand {
  readonly front: ColorName;
  readonly ground: ColorName;
  readonly medium: Medium;
  readonly kind: StandKind;
  /** The style of text; null of graphics. */
  readonly style: StyleName | null;
  /** What is painted so, to be read after "for". */
  readonly use: string;
  /** The least contrast ratio. */
  readonly needs: number;
  /** Whether the front keeps its light colour in a dark page. */
  readonly fixed: boolean;
}

/** What stands on the ground around it, or on one of its own. */
interface Paint {
  readonly front: ColorName;
  readonly use: string;
  /** Null of graphics. */
  readonly text: TextDesign | null;
  readonly media?: readonly Medium[];
  readonly ground?: ColorName | null;
  readonly fixed?: true;
  /** In points, where it is set smaller than its style says. */
  readonly size?: number;
}

const words = (text: TextDesign, use: string, more: Partial<Paint> = {}): Paint => ({
  ...{ front: text.color, use, text },
  ...more,
});
const shape = (front: ColorName, use: string, more: Partial<Paint> = {}): Paint => ({
  ...{ front, use, text: null },
  ...more,
});
const inStyle = (style: StyleName, theme: Drawn): TextDesign => ({
  ...{ style, color: theme.styles[style].color, weight: null },
});

type Paints<Design> = (design: Design, theme: Drawn, place: DesignPlace) => readonly Paint[];

const paints: { readonly [Type in Block['type']]: Paints<Designs[Type]> } = {
  section: ({ heading, number }) => [
    words(heading, 'headings'),
    ...(number === null ? [] : [words({ ...heading, ...number }, 'the numbers of headings')]),
  ],
  paragraph: (text) => [
    words(text, `"${text.style}" text`),
    ...(text.strong === null ? [] : [words({ ...text, color: text.strong }, 'stress on the field of a cover')]),
  ],
  list: paintList,
  terms: ({ term, details }, theme, { onField }) => [
    words(term, 'terms'),
    words(onField ? { ...inStyle(details, theme), color: theme.roles.fieldQuiet } : inStyle(details, theme), 'facts'),
  ],
  aside: ({ words: own, heading, ground }, theme) => [
    ...(own === null ? [] : [words({ ...inStyle('body', theme), color: own }, 'notices')]),
    ...(heading === null ? [] : [words({ ...heading, weight: null }, 'what heads a box', { ground })]),
  ],
  figure: ({ number, words: says, credit }) => [
    words(number, 'captions'),
    words(says, 'captions'),
    words(credit, 'credits'),
  ],
  table: (design, theme) => [
    ...paintCaption(design.caption),
    ...(['head', 'body', 'foot'] as const).flatMap((part) =>
      sampleRows(theme.looks).flatMap((row): Paint[] => {
        const { ground, text, heads } = design.row(row, part);
        return [
          words(text, `"${text.style}" text in tables`, { ground }),
          words(heads, 'the heads of rows', { ground }),
        ];
      }),
    ),
    ...Object.values(design.states).map(({ color }) => shape(color, 'the shapes of states')),
  ],
  chart: ({ caption, drawing, names }, theme) => [
    ...paintCaption(caption),
    ...drawing.series.flatMap((one) => [
      words({ ...inStyle(names, theme), color: one.words }, 'the names of series'),
      shape(one.outline ?? one.ground, 'the bars of charts'),
    ]),
    ...drawing.traces.map(({ color }) => words({ ...inStyle(names, theme), color }, 'the names of series')),
    words({ ...inStyle('caption', theme), color: drawing.today }, 'the word for today in charts'),
  ],
  quote: ({ words: style, source }, theme) => [words(inStyle(style, theme), 'quotes'), words(source, 'their sources')],
  contents: ({ chapter, entry, number, ringed }) => [
    words(chapter, 'the contents'),
    words(entry, 'the contents'),
    words({ ...entry, color: number }, 'the numbers of the contents'),
    words(ringed, 'the numbers of the contents', { media: ['page'] }),
  ],
  columns: () => [],
  emblems: ({ words: text, ground, border }) => [
    words(text, 'the words in slots', { ground, fixed: true }),
    shape(border.color, 'the outlines of slots', { ground, fixed: true }),
  ],
  languages: ({ here, others, between }) =>
    [here, others, between].map((text) => words(text, 'the names of languages')),
};

function paintList(
  { look, row, bar, stops, mark }: Designs['list'],
  theme: Drawn,
  { onField }: DesignPlace,
): readonly Paint[] {
  const field = onField ? { color: theme.roles.fieldQuiet } : {};
  return (['page', 'word', 'screen'] as const).flatMap((of): Paint[] => {
    const media: readonly Medium[] = [of === 'screen' ? 'screen' : 'page'];
    const { color, number } = mark(null, of);
    const says = look.mark.kind[of] === 'none' ? [] : [shape(color, 'the marks of lists', { media })];
    const counts = look.mark.kind[of] === 'number' ? [words(number, 'the numbers of lists', { media })] : [];
    const text = inStyle(look.style[of], theme);
    return [
      ...says,
      ...counts,
      words({ ...text, ...field }, 'the items of lists', { media }),
      ...(onField ? [] : [words({ ...text, color: mark('focus' as never, of).color }, 'the item in focus', { media })]),
      ...(row === 'figures' ? [shape(bar.done, 'the bars of key figures', { media })] : []),
      ...(row === 'timeline'
        ? Object.values(stops).map((stop) => shape(stop.color, 'the stops of lists', { media }))
        : []),
    ];
  });
}

function paintCaption({ words: says, number, summary, source }: Designs['chart']['caption']): readonly Paint[] {
  return [
    words(says, 'captions'),
    words(number, 'the numbers of captions'),
    words(summary, 'what is under captions'),
    words(source, 'the sources of numbers'),
  ];
}

/** What stands in all text and around it, on the ground of `name`. */
function around(name: 'page' | 'box' | 'row' | 'field', place: DesignPlace, theme: Drawn): readonly Paint[] {
  const { roles, looks } = theme;
  const link = linkOf(place, roles);
  const body = inStyle(place.text, theme);
  if (link === null) return [shape(roles.fieldText, 'the ring around what has the focus', { media: ['screen'] })];
  const { words: note, number } = designNote(theme);
  const { running, folio } = designFurniture(theme);
  const { h1, h2 } = looks.cover.head.word;
  return [
    words({ ...body, color: link }, 'links'),
    words({ ...inStyle('strong-item', theme), color: link }, 'links'),
    shape(link, 'the ring around what has the focus', { media: ['screen'] }),
    words(number, 'the numbers of notes'),
    words({ ...body, color: roles.text }, 'plain text'),
    words({ ...inStyle('small', theme), color: roles.quiet }, 'credits, the imprint and the words beside links'),
    ...(name !== 'page'
      ? []
      : [
          words(note, 'notes'),
          words({ ...body, color: roles.strong }, 'page numbers and the current entry'),
          words(running, 'running heads', { media: ['page'] }),
          words(folio, 'page numbers', { media: ['page'] }),
          words(inStyle('h1', theme), 'the headings of sheets', { media: ['page'], size: h1.size }),
          words(inStyle('h2', theme), 'the headings of sheets', { media: ['page'], size: h2.size }),
        ]),
  ];
}

function* paintsOn({ name, place }: ReturnType<typeof groundsOf>[number], theme: Drawn): Generator<Paint> {
  yield* around(name, place, theme);
  for (const type of Object.keys(paints) as Block['type'][])
    if (standsOn[type].includes(name)) yield* paintsOfKind(type, place, theme);
}

function* paintsOfKind<Type extends Block['type']>(type: Type, place: DesignPlace, theme: Drawn): Generator<Paint> {
  const own = paints[type] as Paints<Designs[Type]>;
  const levels = type === 'section' ? [1, 2, 3, 4] : [place.level];
  for (const block of samples[type](theme.looks) as readonly Deciding[Type][])
    for (const level of levels) {
      const at = { ...place, level };
      yield* own(designOf({ ...block, type }, at, theme), theme, at);
    }
}

/** All that a theme has stand on something; what is said twice is said once. */
export function standsOf(theme: Drawn): readonly Stand[] {
  const found = new Map<string, Stand>();
  const seen = new Set<string>();
  const put = (paint: Paint, around: ColorName) => {
    // Most looks leave most as it is: what has been met needs no second look.
    const { front, ground = around, use, text, media = '', size = 0 } = paint;
    const key = `${front} ${ground} ${use} ${text?.style} ${text?.weight} ${media} ${size}`;
    if (seen.has(key)) return;
    seen.add(key);
    for (const stand of placed(paint, around, theme))
      found.set(`${stand.front} ${stand.ground} ${stand.medium} ${stand.needs} ${use}`, stand);
  };
  for (const form of coverForms) {
    const { title } = designCover(form, theme);
    put(words(title, 'titles', { media: ['page'], size: title.least }), title.ground);
  }
  for (const ground of groundsOf(theme)) for (const paint of paintsOn(ground, theme)) put(paint, ground.ground);
  return [...found.values()];
}

function placed(
  { front, text, use, media = ['page', 'screen'], ground, fixed, size }: Paint,
  around: ColorName,
  theme: Drawn,
): readonly Stand[] {
  return media.map((medium): Stand => {
    const needs =
      text === null ? 3 : needsOf(size ?? smallest(text.style, medium, theme), weightOf(text, medium, theme));
    const kind = text === null ? 'graphics' : 'text';
    return {
      front,
      ground: ground ?? around,
      medium,
      kind,
      style: text?.style ?? null,
      use,
      needs,
      fixed: fixed ?? false,
    };
  });
}

function weightOf({ style, weight }: TextDesign, medium: Medium, { styles }: Drawn): number {
  return weight ?? (medium === 'page' ? styles[style].page.weight : styles[style].screen.weight);
}

/** The smallest size that a style is set in, in points. A rem is 17 px in wide windows and 16 in narrow. */
function smallest(style: StyleName, medium: Medium, { styles, looks }: Drawn): number {
  const { page, panel, screen }: TextStyle = styles[style];
  if (medium === 'screen') return Math.min(screen.size * 17, screen.narrow * 16) * 0.75;
  const { pages, booklet, sheet, panels } = looks.forms;
  return Math.min(
    page.size * Math.min(pages.scale, sheet.scale),
    panel.size * Math.min(booklet.scale, panels.scale * leastPanel),
  );
}

/** WCAG 2.2, definition of "large scale": 18 pt, or 14 pt and bold. */
function needsOf(size: number, weight: number): number {
  return size >= (weight >= 700 ? 14 : 18) ? 3 : 4.5;
}
