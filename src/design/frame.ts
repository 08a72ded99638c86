/** What is no block: covers, running heads and feet, notes, links. Sizes in points. */
import type { ColorName, StyleName, Theme } from '../theme/theme.ts';
import { leastPanel, leastTitle } from '../theme/title-sizes.ts';
import type { Drawn } from './kind.ts';
import { type DesignPlace, onPage, strongWeight, type TextDesign } from './place.ts';

/** A ground, and where that is to what stands on it. */
export interface GroundDesign {
  readonly ground: ColorName;
  readonly place: DesignPlace;
}

export interface CoverDesign {
  /** Of what stands before the title, of the title, and of what follows it. */
  readonly before: GroundDesign;
  readonly title: TextDesign & { readonly ground: ColorName; readonly size: number; readonly least: number };
  readonly after: GroundDesign;
}

export const coverForms = ['plain', 'head', 'panel'] as const;
export type CoverForm = (typeof coverForms)[number];

/** The cover of a document of pages, the head of a sheet, and the panel of a folded one. */
export function designCover(form: CoverForm, { looks, roles, styles }: Drawn): CoverDesign {
  const { plain, head, panel } = looks.cover;
  const page: GroundDesign = { ground: roles.page, place: onPage };
  const field: GroundDesign = { ground: roles.field, place: { ...onPage, onField: true } };
  const title = (color: ColorName, { ground }: GroundDesign, size: number, least = size) => ({
    ...{ style: 'title' as const, color, weight: null, ground, size },
    // A long title is set smaller.
    least: least * leastTitle,
  });
  if (form === 'panel') {
    const { size } = styles.title.panel;
    return { before: field, title: title(panel.color, field, size, size * leastPanel), after: field };
  }
  if (form === 'head') {
    const on = head.arrangement === 'field' ? field : page;
    return { before: on, title: title(head.title.color, on, head.title.size), after: on };
  }
  // The title stands over the field.
  const after = plain.arrangement === 'field' ? field : page;
  return { before: page, title: title(plain.title.color, page, styles.title.page.size), after };
}

export interface FurnitureDesign {
  readonly running: TextDesign;
  readonly folio: TextDesign;
}

export function designFurniture({ styles }: Pick<Theme, 'styles'>): FurnitureDesign {
  const text = (style: StyleName): TextDesign => ({ style, color: styles[style].color, weight: null });
  return { running: text('running'), folio: text('folio') };
}

export interface NoteDesign {
  readonly words: TextDesign;
  /** Before them; its mark in the text has the same colour. */
  readonly number: TextDesign;
  readonly rule: Theme['looks']['note']['rule'];
}

export function designNote({ looks, styles }: Pick<Theme, 'looks' | 'styles'>): NoteDesign {
  const { number, rule } = looks.note;
  return {
    words: { style: 'note', color: styles.note.color, weight: null },
    number: { style: 'note', color: number, weight: strongWeight },
    rule,
  };
}

/** The colour of links; null on the field of a cover, where they have that of the words around them. */
export function linkOf({ onField }: Pick<DesignPlace, 'onField'>, roles: Theme['roles']): ColorName | null {
  return onField ? null : roles.link;
}
