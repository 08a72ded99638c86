/** How the looks of lists are drawn on a page: rings, rails and numbers of look.md. Lengths in points. */
import type { ColorName, StyleName } from '../../theme/theme.ts';
import { mm } from './type.ts';

export interface ListLook {
  readonly kind: 'ring' | 'dash' | 'number' | 'none';
  readonly color: ColorName;
  /** Outer diameter of the mark and width of its stroke. */
  readonly diameter: number;
  readonly stroke: number;
  /** From the list's left edge to the text. */
  readonly indent: number;
  readonly rail: boolean;
  readonly text: StyleName;
  /** Between items. */
  readonly gap: number;
  /** Around the list. */
  readonly before: number;
  readonly after: number;
}

const plain: ListLook = {
  kind: 'ring',
  color: 'blue',
  diameter: 2.8 * mm,
  stroke: 0.6 * mm,
  indent: 6 * mm,
  rail: false,
  text: 'body',
  gap: 3.5,
  before: 0,
  after: 9,
};
const looks: Readonly<Record<string, ListLook>> = {
  plain,
  principal: {
    ...plain,
    color: 'clay',
    diameter: 4.8 * mm,
    stroke: 0.9 * mm,
    indent: 8.5 * mm,
    rail: true,
    text: 'strong-item',
    gap: 9,
    before: 2,
    after: 14,
  },
  route: {
    ...plain,
    diameter: 4.2 * mm,
    stroke: 0.85 * mm,
    indent: 7.5 * mm,
    rail: true,
    text: 'strong-item',
    gap: 8,
    after: 12,
  },
  dash: { ...plain, kind: 'dash', diameter: 2.6 * mm, stroke: 0.3 * mm, indent: 4.4 * mm, gap: 1, after: 2 },
  stops: {
    ...plain,
    kind: 'number',
    diameter: 7.6 * mm,
    stroke: 0.8 * mm,
    indent: 12 * mm,
    rail: true,
    text: 'strong-item',
    gap: 9,
    before: 4,
    after: 8,
  },
  links: { ...plain, kind: 'none', indent: 0, text: 'small', gap: 8, before: 4 },
};

/** The drawing of a list's look; an ordered list shows its numbers unless its look says more. */
export function listLook(name: string | null, ordered: boolean): ListLook {
  const look = looks[name ?? (ordered ? 'stops' : 'plain')] ?? plain;
  return ordered && look.kind !== 'number' ? { ...look, kind: 'number', diameter: 5.4 * mm, indent: 8.5 * mm } : look;
}
