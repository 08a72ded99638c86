/** Lists as Word's real numbering: one definition for each look and ground, one instance for each list. */
import { AlignmentType, type ILevelsOptions, LevelFormat, LevelSuffix } from 'docx';
import type { ColorName, StyleName, Theme } from '../../theme/theme.ts';
import { faceFor } from './fonts.ts';
import { type Ground, insetsOf } from './grounds.ts';
import { halfPoints, hex, twips } from './units.ts';

/** What distinguishes one numbering definition from another. */
export interface ListKind {
  readonly ordered: boolean;
  readonly look: string | null;
  readonly ground: Ground | null;
}

/** Word has nine levels. */
export const deepest = 8;

/** The built-in list styles go down to five: "List Bullet", "List Bullet 2" … */
const deepestStyle = 4;

interface Appearance {
  /** Of the style for the items of the first level; the deeper ones have the built-in styles. */
  readonly style: string;
  readonly name: string;
  readonly type: StyleName;
  readonly mark: 'ring' | 'dash' | 'number' | 'stop' | 'way' | 'none';
  /** Null takes the colour of the item's own style, so that a marked item marks its ring as well. */
  readonly color: ColorName | null;
  /** How far the text stands in from its mark, in points. */
  readonly step: number;
  /** Between two items, in points. */
  readonly gap: number;
}

const bullets: Appearance = {
  ...{ style: 'ListBullet', name: 'List Bullet', type: 'body', mark: 'ring', color: 'blue', step: 17, gap: 3 },
};
const numbers: Appearance = { ...bullets, style: 'ListNumber', name: 'List Number', mark: 'number' };

const looks: Readonly<Record<string, Appearance>> = {
  principal: {
    ...bullets,
    style: 'ListPrincipal',
    name: 'List Principal',
    type: 'strong-item',
    color: 'clay',
    step: 24,
    gap: 6,
  },
  route: { ...bullets, style: 'ListRoute', name: 'List Route', type: 'strong-item', color: null, step: 24, gap: 4 },
  dash: { ...bullets, style: 'ListDash', name: 'List Dash', mark: 'dash', color: 'line', step: 14, gap: 2 },
  links: { ...bullets, style: 'ListLinks', name: 'List Links', gap: 6 },
  stops: { ...numbers, style: 'ListStops', name: 'List Stops', type: 'strong-item', mark: 'stop', step: 24, gap: 6 },
  figures: { ...bullets, style: 'ListFigures', name: 'List Figures', type: 'figure', mark: 'none', step: 0, gap: 2 },
  timeline: {
    ...numbers,
    style: 'ListTimeline',
    name: 'List Timeline',
    type: 'date',
    mark: 'way',
    color: null,
    step: 24,
  },
  // Side by side the way itself is drawn, and its stops are the marks.
  way: { ...numbers, style: 'ListWay', name: 'List Way', type: 'date', mark: 'none', step: 0, gap: 0 },
};

/** A look that this format has no appearance for is set as a plain list; the audit has named it before. */
export function appearanceOf({ look, ordered }: Pick<ListKind, 'look' | 'ordered'>): Appearance {
  const plain = ordered ? numbers : bullets;
  const special = look === null ? undefined : looks[look];
  return special !== undefined && isNumbered(special) === ordered ? special : plain;
}

function isNumbered({ style, mark }: Appearance): boolean {
  return mark === 'number' || mark === 'stop' || mark === 'way' || style === 'ListWay';
}

/** The kinds of list that the style gallery offers, used or not. */
export const offered: readonly ListKind[] = [
  { ordered: false, look: null, ground: null },
  { ordered: true, look: null, ground: null },
  ...Object.entries(looks).map(([look, appearance]) => ({ ordered: isNumbered(appearance), look, ground: null })),
];

export function referenceOf(kind: ListKind): string {
  return `${appearanceOf(kind).style}-${kind.ground ?? 'page'}`;
}

/** Items that say of themselves where they stand on the way, by the list's look and the item's. */
const itemLooks: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  route: { focus: 'Focus' },
  timeline: { today: 'Today', ahead: 'Ahead' },
};

/** The style of an item's paragraph. */
export function itemStyle(kind: ListKind, level: number, look: string | null): string {
  const { style } = appearanceOf(kind);
  if (level === 0) return `${style}${itemLooks[kind.look ?? '']?.[look ?? ''] ?? ''}`;
  return `${kind.ordered ? 'ListNumber' : 'ListBullet'}${Math.min(level, deepestStyle) + 1}`;
}

/** The style of an item's further paragraphs, which have no mark. */
export function continuedStyle(level: number): string {
  return level === 0 ? 'ListContinue' : `ListContinue${Math.min(level, deepestStyle) + 1}`;
}

/** Where the text of an item stands, in points from the left margin. */
export function itemIndent(
  theme: Theme,
  kind: ListKind,
  level: number,
): { readonly left: number; readonly hanging: number } {
  const { step } = appearanceOf(kind);
  const deeper = 14;
  const start = insetsOf(theme, kind.ground).left;
  return { left: start + step + level * deeper, hanging: level === 0 ? step : deeper };
}

/** The nine levels of a definition. The first is linked to its style, so that applying the style makes a list. */
export function levelsOf(theme: Theme, kind: ListKind): ILevelsOptions[] {
  return Array.from({ length: deepest + 1 }, (_, level) => {
    const { left, hanging } = itemIndent(theme, kind, level);
    const look = markOf(theme, kind, level);
    const linked = kind.ground === null && level <= (isPlain(kind) ? deepestStyle : 0);
    return {
      level,
      format: kind.ordered ? LevelFormat.DECIMAL : LevelFormat.BULLET,
      text: look.text,
      alignment: AlignmentType.LEFT,
      ...(appearanceOf(kind).mark === 'none' ? { suffix: LevelSuffix.NOTHING } : {}),
      style: {
        ...(linked ? { style: itemStyle(kind, level, null) } : {}),
        paragraph: { indent: { left: twips(left), hanging: twips(hanging) } },
        run: {
          font: theme.family,
          bold: look.bold,
          size: halfPoints(theme.styles.body.page.size * look.scale),
          ...(look.color === null ? {} : { color: hex(theme, look.color) }),
        },
      },
    };
  });
}

function isPlain(kind: ListKind): boolean {
  const { style } = appearanceOf(kind);
  return style === bullets.style || style === numbers.style;
}

interface Mark {
  readonly text: string;
  readonly color: ColorName | null;
  readonly bold: boolean;
  /** Its size beside the text's. */
  readonly scale: number;
}

function markOf(theme: Theme, kind: ListKind, level: number): Mark {
  const { mark, color } = appearanceOf(kind);
  const plain = { color: 'blue', bold: true, scale: 1 } as const;
  // Without a text Word would show the mark of its own.
  if (mark === 'none') return { ...plain, text: ' ', scale: 0.1 };
  if (mark === 'way' && level === 0) return { ...plain, ...ring(theme), color };
  if (kind.ordered) return { ...plain, text: mark === 'stop' ? `%${level + 1}` : `%${level + 1}.` };
  if (level > 0 || mark === 'dash') return { ...plain, text: '–', color: 'line', bold: false };
  return { ...plain, ...ring(theme), color };
}

/** The nearest thing to a ring that the theme's font draws. FiraGO's heavy circle is 2.8 mm wide at the size of text. */
function ring(theme: Theme): Pick<Mark, 'text' | 'scale'> {
  const face = faceFor(theme, true, false);
  const text = ['\u2B58', '\u25CB'].find((glyph) => face?.covers(glyph.codePointAt(0) ?? 0));
  return text === undefined ? { text: '•', scale: 1.2 } : { text, scale: 1 };
}
