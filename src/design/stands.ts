/**
 * Which colour stands on which ground, in all formats: read off the designs that the writers draw by, so that what a theme is held
 * to is what it has drawn (`tests/theme/painted.test.ts` looks at what they paint). Lines and grounds that say nothing are left out.
 */
import type { Look } from '../model/document.ts';
import type { ColorName, StyleName, TextStyle } from '../theme/theme.ts';
import { leastPanel } from '../theme/title-sizes.ts';
import { type DesignedKind, designedKinds, designOfKind } from './design.ts';
import { coverForms, designCover, designFurniture, designNote, type GroundDesign, linkOf } from './frame.ts';
import { type Drawn, type GroundName, inStyle, type Medium, type Seen, shape, words } from './kind.ts';
import { designAside } from './parts.ts';
import { type DesignPlace, onPage, type TextDesign } from './place.ts';
import { designRow } from './tables.ts';

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

interface SampleGround extends GroundDesign {
  readonly name: GroundName;
  /** What all that stands on it is painted in, where the theme says that of the ground. */
  readonly words?: ColorName | null;
}

/** A page, the boxes and the rows of tables that have a ground, and the fields of covers; each once. */
function groundsOf(theme: Drawn): readonly SampleGround[] {
  const { roles, looks } = theme;
  const boxes = Object.keys(looks.aside).map((name): SampleGround => {
    const { ground } = designAside({ look: name as Look }, onPage, theme);
    return { name: 'box', ground: ground ?? roles.page, place: onPage };
  });
  const group = designRow('group' as Look, 'body', theme);
  const rows = [group, { ground: looks.table.grounds.striped, words: null }, designRow(null, 'head', theme)];
  const covers = coverForms.flatMap((form) => [designCover(form, theme).before, designCover(form, theme).after]);
  const all: readonly SampleGround[] = [
    { name: 'page', ground: roles.page, place: onPage },
    ...boxes,
    ...rows.flatMap(({ ground, words }) =>
      ground === null && words === null
        ? []
        : [{ name: 'row', ground: ground ?? roles.page, words, place: { ...onPage, text: 'table' } } as const],
    ),
    ...covers.map((cover): SampleGround => ({ ...cover, name: cover.place.onField ? 'field' : 'page' })),
  ];
  return [...new Map(all.map((each) => [`${each.name} ${each.ground} ${each.words ?? ''}`, each])).values()];
}

/** What stands in all text and around it, on the ground of `name`. */
function around(name: GroundName, place: DesignPlace, theme: Drawn): readonly Seen[] {
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
          shape(roles.strong, 'the modules of codes', { ground: roles.slot, fixed: true }),
          words({ ...body, color: roles.strong }, 'page numbers and the current entry'),
          words(running, 'running heads', { media: ['page'] }),
          words(folio, 'page numbers', { media: ['page'] }),
          words(inStyle('h1', theme), 'the headings of sheets', { media: ['page'], size: h1.size }),
          words(inStyle('h2', theme), 'the headings of sheets', { media: ['page'], size: h2.size }),
        ]),
  ];
}

function* seenOn({ name, place, words: own = null }: SampleGround, theme: Drawn): Generator<Seen> {
  for (const seen of whatStands(name, place, theme))
    yield own === null || (seen.ground ?? null) !== null ? seen : { ...seen, front: own };
}

function* whatStands(name: GroundName, place: DesignPlace, theme: Drawn): Generator<Seen> {
  yield* around(name, place, theme);
  for (const type of designedKinds) if (designOfKind(type).on.includes(name)) yield* seenOfKind(type, place, theme);
}

function* seenOfKind(type: DesignedKind, place: DesignPlace, theme: Drawn): Generator<Seen> {
  const kind = designOfKind(type);
  const levels = type === 'section' ? [1, 2, 3, 4] : [place.level];
  for (const block of kind.samples(theme.looks))
    for (const level of levels) {
      const at = { ...place, level };
      yield* kind.seen(kind.design(block, at, theme), theme, at);
    }
}

/** All that a theme has stand on something; what is said twice is said once. */
export function standsOf(theme: Drawn): readonly Stand[] {
  const found = new Map<string, Stand>();
  const met = new Set<string>();
  const put = (part: Seen, around: ColorName) => {
    // Most looks leave most as it is: what has been met needs no second look.
    const { front, ground = around, use, text, media = '', size = 0 } = part;
    const key = `${front} ${ground} ${use} ${text?.style} ${text?.weight} ${media} ${size}`;
    if (met.has(key)) return;
    met.add(key);
    for (const stand of placed(part, around, theme))
      found.set(`${stand.front} ${stand.ground} ${stand.medium} ${stand.needs} ${use}`, stand);
  };
  for (const form of coverForms) {
    const { title } = designCover(form, theme);
    put(words(title, 'titles', { media: ['page'], size: title.least }), title.ground);
  }
  for (const ground of groundsOf(theme)) for (const part of seenOn(ground, theme)) put(part, ground.ground);
  return [...found.values()];
}

function placed(
  { front, text, use, media = ['page', 'screen'], ground, fixed, size }: Seen,
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
