/**
 * One of each thing that a theme has drawn: every kind of block in every look, on every ground that it may stand on. What a theme
 * is held to is found with them, by the designs that the writers draw by.
 */
import type { Block, Look, Words } from '../model/document.ts';
import type { Row } from '../model/table.ts';
import type { Theme } from '../theme/theme.ts';
import type { Deciding, Drawn } from './design.ts';
import { coverForms, designCover, type GroundDesign } from './frame.ts';
import { columnsLooks, designAside } from './parts.ts';
import { onPage } from './place.ts';
import { designRow } from './tables.ts';

export interface SampleGround extends GroundDesign {
  readonly name: 'page' | 'box' | 'row' | 'field';
}

/** A page, the boxes and the rows of tables that have a ground, and the fields of covers; each once. */
export function groundsOf(theme: Drawn): readonly SampleGround[] {
  const { roles, looks } = theme;
  const boxes = Object.keys(looks.aside).map((name): SampleGround => {
    const { ground } = designAside({ look: name as Look }, onPage, theme);
    return { name: 'box', ground: ground ?? roles.page, place: onPage };
  });
  const group = designRow('group' as Look, 'body', theme).ground;
  const covers = coverForms.flatMap((form) => [designCover(form, theme).before, designCover(form, theme).after]);
  const all: readonly SampleGround[] = [
    { name: 'page', ground: roles.page, place: onPage },
    ...boxes,
    ...(group === null ? [] : [{ name: 'row', ground: group, place: { ...onPage, text: 'table' } } as const]),
    ...covers.map((cover): SampleGround => ({ ...cover, name: cover.place.onField ? 'field' : 'page' })),
  ];
  return [...new Map(all.map((each) => [`${each.name} ${each.ground}`, each])).values()];
}

/** Where each kind may stand, as the markup allows it; columns only part what stands in them. */
export const standsOn: { readonly [Type in Block['type']]: readonly SampleGround['name'][] } = {
  section: ['page'],
  paragraph: ['page', 'box', 'row', 'field'],
  list: ['page', 'box', 'row', 'field'],
  terms: ['page', 'box', 'field'],
  aside: ['page', 'field'],
  figure: ['page', 'box', 'field'],
  table: ['page'],
  chart: ['page'],
  quote: ['page'],
  contents: ['page'],
  columns: [],
  emblems: ['page', 'field'],
  languages: ['page', 'field'],
};

function looksIn(looks: object): readonly (Look | null)[] {
  return [null, ...Object.keys(looks).map((name) => name as Look)];
}

export const samples: {
  readonly [Type in Block['type']]: (looks: Theme['looks']) => readonly Deciding[Type][];
} = {
  section: ({ section }) =>
    looksIn(section).flatMap((look) => [null, '1' as Words].map((number) => ({ look, number }))),
  paragraph: ({ p }) => looksIn(p).map((look) => ({ look })),
  list: ({ ul, ol }) => [
    ...looksIn(ul).map((look) => ({ look, ordered: false })),
    ...looksIn(ol).map((look) => ({ look, ordered: true })),
  ],
  terms: ({ dl }) => looksIn(dl).map((look) => ({ look })),
  aside: ({ aside }) => looksIn(aside).map((look) => ({ look })),
  figure: ({ figure }) => looksIn(figure).map((look) => ({ look, placing: null })),
  table: () => [{}],
  chart: () => [{}],
  quote: () => [{}],
  contents: () => [{}],
  columns: () => [null, ...columnsLooks].map((name) => ({ look: name as Look | null })),
  emblems: () => [{}],
  languages: () => [{}],
};

/** Rows of each look. */
export function sampleRows({ row }: Theme['looks']): readonly Pick<Row, 'look' | 'cells'>[] {
  return looksIn(row).map((look) => ({ look, cells: [] }));
}
