/** Lists as Word's real numbering: one definition for each look and ground, one instance for each list. */
import { AlignmentType, type ILevelsOptions, LevelFormat, LevelSuffix } from 'docx';
import { faceFor } from '../../theme/faces.ts';
import { type ColorName, lookIn, type StyleName, type Theme } from '../../theme/theme.ts';
import { type GroundStyle, insetsOf, titled } from './grounds.ts';
import { halfPoints, hex, twips } from './units.ts';

/** What distinguishes one numbering definition from another. */
export interface ListKind {
  readonly ordered: boolean;
  readonly look: string | null;
  readonly ground: GroundStyle | null;
  /** The colour of its marks, where all words around it have one. */
  readonly words?: ColorName | null;
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
  readonly mark: Theme['looks']['ul']['plain']['mark']['kind']['word'] | 'disc';
  /** Null takes the colour of the item's own style, so that a marked item marks its ring as well. */
  readonly color: ColorName | null;
  /** How far the text stands in from its mark, in points. */
  readonly step: number;
  /** Between two items, in points. */
  readonly gap: number;
}

/** The stops of a timeline side by side: the way itself is drawn, and its stops are the marks. */
const wayLook = 'way';

/** Each of a list's nine levels and of its items asks for it. */
const appearances = new WeakMap<Theme, Map<string, Appearance>>();

/** A look that the theme has none of is set as a plain list; the audit has named it before. */
export function appearanceOf(kind: Pick<ListKind, 'look' | 'ordered'>, theme: Theme): Appearance {
  const known = appearances.get(theme) ?? new Map<string, Appearance>();
  appearances.set(theme, known);
  const key = `${kind.ordered} ${kind.look ?? ''}`;
  const appearance = known.get(key) ?? makeAppearance(kind, theme);
  known.set(key, appearance);
  return appearance;
}

function makeAppearance({ look, ordered }: Pick<ListKind, 'look' | 'ordered'>, { looks }: Theme): Appearance {
  const lists = looks[ordered ? 'ol' : 'ul'];
  if (ordered && look === wayLook) {
    const { style } = lookIn(lists, 'timeline');
    const { color } = looks.ol.plain.mark;
    return { ...named(wayLook, true), type: style.word, mark: 'none', color: color.word, step: 0, gap: 0 };
  }
  const own = look !== null && Object.hasOwn(lists, look) ? look : 'plain';
  const { mark, style, indent, gap } = lookIn(lists, own);
  return {
    ...named(own, ordered),
    type: style.word,
    // A ring of no stroke is a disc.
    mark: mark.kind.word === 'ring' && mark.stroke.word === 0 ? 'disc' : mark.kind.word,
    color: mark.followsWords ? null : mark.color.word,
    step: indent.word,
    gap: gap.word,
  };
}

/** The id and the name of a style: those of Word for what is plain. */
function named(look: string, ordered: boolean): Pick<Appearance, 'style' | 'name'> {
  const name = look === 'plain' ? (ordered ? 'Number' : 'Bullet') : titled(look);
  return { style: `List${name.replaceAll(' ', '')}`, name: `List ${name}` };
}

/** The kinds of list that the style gallery offers, used or not; last those that stand side by side. */
export function offered({ looks }: Theme): readonly ListKind[] {
  const kinds = ([false, true] as const).flatMap((ordered) =>
    Object.keys(looks[ordered ? 'ol' : 'ul']).map((look) => ({ ordered, look, ground: null })),
  );
  const isAside = ({ look }: { readonly look: string }) => look === 'figures' || look === 'timeline';
  const flowing = kinds.filter((kind) => kind.look !== 'plain' && !isAside(kind));
  return [
    { ordered: false, look: null, ground: null },
    { ordered: true, look: null, ground: null },
    ...[...flowing, ...kinds.filter(isAside)],
    { ordered: true, look: wayLook, ground: null },
  ];
}

export function referenceOf(kind: ListKind, theme: Theme): string {
  return [appearanceOf(kind, theme).style, kind.ground ?? 'page', kind.words ?? []].flat().join('-');
}

/** Items that say of themselves where they stand on the way, by the list's look and the item's. */
const itemLooks: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  route: { focus: 'Focus' },
  timeline: { today: 'Today', ahead: 'Ahead' },
};

/** The style of an item's paragraph. */
export function itemStyle(kind: ListKind, level: number, look: string | null, theme: Theme): string {
  const { style } = appearanceOf(kind, theme);
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
  const { step } = appearanceOf(kind, theme);
  const deeper = theme.looks.word.list.step;
  const start = insetsOf(theme, kind.ground).left;
  return { left: start + step + level * deeper, hanging: level === 0 ? step : deeper };
}

/** The nine levels of a definition. The first is linked to its style, so that applying the style makes a list. */
export function levelsOf(theme: Theme, kind: ListKind): ILevelsOptions[] {
  return Array.from({ length: deepest + 1 }, (_, level) => {
    const { left, hanging } = itemIndent(theme, kind, level);
    const look = markOf(theme, kind, level);
    const linked = kind.ground === null && level <= (kind.look === null ? deepestStyle : 0);
    return {
      level,
      format: kind.ordered ? LevelFormat.DECIMAL : LevelFormat.BULLET,
      text: look.text,
      alignment: AlignmentType.LEFT,
      ...(appearanceOf(kind, theme).mark === 'none' ? { suffix: LevelSuffix.NOTHING } : {}),
      style: {
        ...(linked ? { style: itemStyle(kind, level, null, theme) } : {}),
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

interface Mark {
  readonly text: string;
  readonly color: ColorName | null;
  readonly bold: boolean;
  /** Its size beside the text's. */
  readonly scale: number;
}

function markOf(theme: Theme, kind: ListKind, level: number): Mark {
  const mark = ownMark(theme, kind, level);
  return { ...mark, color: kind.words ?? mark.color };
}

function ownMark(theme: Theme, kind: ListKind, level: number): Mark {
  const { looks } = theme;
  const { mark, color } = appearanceOf(kind, theme);
  const plain = { bold: true, scale: 1 } as const;
  const counted = { ...plain, color: looks.ol.plain.mark.color.word };
  // Without a text Word would show the mark of its own.
  if (mark === 'none') return { ...plain, color, text: ' ', scale: 0.1 };
  if (kind.ordered && (mark === 'ring' || mark === 'disc') && level === 0)
    return { ...glyphFor(mark, theme), bold: true, color };
  if (kind.ordered) return { ...counted, text: isStop(kind) ? `%${level + 1}` : `%${level + 1}.` };
  if (level > 0 || mark === 'dash') {
    const dash = lookIn(looks.ul, 'dash').mark.color.word;
    return { ...plain, text: '–', color: dash, bold: false };
  }
  return { ...glyphFor(mark, theme), bold: true, color };
}

/** Numbers in the rings of a look of their own have no full stop. */
function isStop({ look }: ListKind): boolean {
  return look !== null && look !== 'plain' && look !== 'timeline' && look !== wayLook;
}

/** FiraGO's heavy circle is 2.8 mm wide at the size of text. */
const glyphs: Readonly<Partial<Record<Appearance['mark'], readonly string[]>>> = {
  ring: ['\u2B58', '\u25CB'],
  disc: ['\u25CF'],
  square: ['\u25AA', '\u25A0'],
};

/** The nearest thing to a mark that the theme's font draws. */
function glyphFor(mark: Appearance['mark'], theme: Theme): Pick<Mark, 'text' | 'scale'> {
  const face = faceFor(theme, true, false);
  const text = glyphs[mark]?.find((glyph) => face?.covers(glyph.codePointAt(0) ?? 0));
  return text === undefined ? { text: '•', scale: 1.2 } : { text, scale: 1 };
}
