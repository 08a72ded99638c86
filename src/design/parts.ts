/** Terms, asides, figures, columns, emblems. */
import type { Aside, Figure, Look, Terms } from '../model/document.ts';
import { type PictureSide, widths } from '../model/placing.ts';
import type { Measure } from '../theme/measure.ts';
import { type ColorName, lookIn, type StyleName, type Theme } from '../theme/theme.ts';
import { type Drawn, inStyle, kindDesign, looksIn, plainSample, shape, words } from './kind.ts';
import { type DesignPlace, type HeadingDesign, strongWeight, type TextDesign } from './place.ts';

type Looks = Theme['looks'];

export interface TermsDesign {
  /** On a cover, side by side or one under the other; elsewhere a term stands beside what it means. */
  readonly arrangement: 'beside' | Looks['cover']['plain']['facts'];
  readonly term: TextDesign;
  /** The style of what it means. */
  readonly details: StyleName;
  readonly look: Looks['dl']['plain'];
}

export function designTerms(
  { look }: Pick<Terms, 'look'>,
  { onField }: DesignPlace,
  { looks, roles }: Drawn,
): TermsDesign {
  const own = lookIn(looks.dl, look);
  const { style, weight, color } = own.term;
  return {
    arrangement: look === 'cover' ? looks.cover.plain.facts : 'beside',
    term: onField ? { style, color: roles.fieldQuiet, weight: null } : { style, color, weight },
    details: own.details,
    look: own,
  };
}

export interface AsideDesign extends Omit<Looks['aside']['plain'], 'heading'> {
  /** What heads it, in the formats that `on` names; null where it looks as elsewhere. */
  readonly heading: Looks['aside']['plain']['heading'];
  /** Of the words beside a bar alone, on the field of a cover; and of those on a ground of the field's colour. */
  readonly words: ColorName | null;
  /** Of its icon: that of what heads it, or else that of links. */
  readonly iconColor: ColorName;
}

/** A line beside a bar alone has no ground of its own: its bar and its words are those of the field that it stands on. */
export function designAside(
  { look }: Pick<Aside, 'look'>,
  { onField }: DesignPlace,
  { looks, roles }: Drawn,
): AsideDesign {
  const own = lookIn(looks.aside, look);
  const iconColor = (own.heading ?? looks.aside.plain.heading)?.color ?? roles.link;
  // On the colour of a field words are those of a field.
  if (own.ground === roles.field && own.ground !== roles.page)
    return { ...own, words: roles.fieldText, iconColor: roles.fieldAttention };
  if (own.ground !== null || !onField) return { ...own, words: null, iconColor };
  const bar = own.bar === null ? null : { ...own.bar, color: roles.fieldAttention };
  return { ...own, bar, heading: null, words: roles.fieldText, iconColor: roles.fieldAttention };
}

/** What heads an aside in a format, to be handed down to what stands in it. */
export function headingOn(
  { heading }: Pick<AsideDesign, 'heading'>,
  medium: 'page' | 'word' | 'screen',
): HeadingDesign | null {
  return heading?.on.includes(medium) === true ? { color: heading.color, style: heading.style } : null;
}

export interface FigureDesign {
  /** A code to be scanned: small, in the text's column, with its caption beside it or under it. */
  readonly code: boolean;
  /** Beside its caption: its part of the text's width, where it stands, and the room between the two. */
  readonly placing: {
    readonly share: number;
    readonly side: PictureSide;
    readonly gap: Looks['columns']['gap'];
  } | null;
  readonly before: Looks['figure']['plain']['before'];
  readonly after: Looks['figure']['plain']['after'];
  /** Its caption: its number, what it shows, and whose it is. */
  readonly number: TextDesign;
  readonly words: TextDesign;
  readonly credit: TextDesign;
}

export function designFigure(
  { look, placing }: Pick<Figure, 'look' | 'placing'>,
  { onField }: DesignPlace,
  { looks, roles }: Drawn,
): FigureDesign {
  const { before, after } = lookIn(looks.figure, look);
  const { number, words, credit } = looks.caption;
  const text = (color: ColorName, weight: number | null = null): TextDesign => ({ style: 'caption', color, weight });
  return {
    ...{ code: look === 'qr', before, after },
    placing: placing && { share: widths[placing.width], side: placing.side, gap: looks.columns.gap },
    number: text(onField ? roles.fieldText : number, strongWeight),
    words: text(onField ? roles.fieldText : words),
    credit: text(onField ? roles.fieldQuiet : credit),
  };
}

export interface ColumnsDesign {
  readonly gap: Looks['columns']['gap'];
  /** What the widths are of the whole; null where all are alike. */
  readonly shares: readonly number[] | null;
  /** Above them. */
  readonly rule: Looks['table']['rules']['hair'] | null;
}

/** The looks that columns have in every theme. */
export const columnsLooks: readonly string[] = ['ideas'];

export function designColumns(look: Look | null, { looks }: Pick<Theme, 'looks'>): ColumnsDesign {
  const { gap } = looks.columns;
  return look === 'ideas'
    ? { gap, shares: [0.35, 0.65], rule: looks.table.rules.hair }
    : { gap, shares: null, rule: null };
}

/** The widths of columns that share `whole`, in its unit. */
export function sharedWidths(shares: readonly number[], whole: number, gap: number): readonly number[] {
  const room = whole - gap * (shares.length - 1);
  return shares.map((share) => share * room);
}

export interface EmblemsDesign {
  readonly gap: Looks['emblems']['gap'];
  readonly ground: ColorName;
  readonly border: Looks['emblems']['border'];
  /** The words in a slot. */
  readonly words: TextDesign;
}

export function designEmblems({ looks, styles }: Pick<Theme, 'looks' | 'styles'>): EmblemsDesign {
  const { gap, ground, border } = looks.emblems;
  return { gap, ground, border, words: { style: 'slot', color: styles.slot.color, weight: null } };
}

export const kindsOfParts = {
  terms: kindDesign({
    design: designTerms,
    on: ['page', 'box', 'field'],
    samples: ({ dl }) => looksIn(dl).map((look) => ({ look })),
    // Not the rule over the facts of a cover, 2.91 : 1 in one theme: each fact stands in a column or row of its own, below what it is
    // a fact of, and a theme may have no rule there. WCAG 2.2, 1.4.11 asks for what is needed to understand.
    seen: ({ term, details }, theme, { onField }) => [
      words(term, 'terms'),
      words(onField ? { ...inStyle(details, theme), color: theme.roles.fieldQuiet } : inStyle(details, theme), 'facts'),
    ],
  }),
  aside: kindDesign({
    design: designAside,
    on: ['page', 'field'],
    samples: ({ aside }) => looksIn(aside).map((look) => ({ look })),
    seen: ({ words: own, heading, ground, icon, iconColor }, theme) => [
      ...(Object.entries(icon) as [keyof Measure, string][]).flatMap(([of, name]) =>
        name === 'none'
          ? []
          : [shape(iconColor, 'the icons of boxes', { ground, media: [of === 'screen' ? 'screen' : 'page'] })],
      ),
      ...(own === null ? [] : [words({ ...inStyle('body', theme), color: own }, 'notices')]),
      ...(heading === null ? [] : [words({ ...heading, weight: null }, 'what heads a box', { ground })]),
    ],
  }),
  figure: kindDesign({
    design: designFigure,
    on: ['page', 'box', 'field'],
    samples: ({ figure }) => looksIn(figure).map((look) => ({ look, placing: null })),
    seen: ({ number, words: says, credit }) => [
      words(number, 'captions'),
      words(says, 'captions'),
      words(credit, 'credits'),
    ],
  }),
  // They only part what stands in them.
  columns: kindDesign({
    design: ({ look }: { readonly look: Look | null }, _, theme) => designColumns(look, theme),
    on: [],
    samples: () => [null, ...columnsLooks].map((name) => ({ look: name as Look | null })),
    seen: () => [],
  }),
  emblems: kindDesign({
    design: (_, __, theme) => designEmblems(theme),
    on: ['page', 'field'],
    samples: plainSample,
    seen: ({ words: text, ground, border }) => [
      words(text, 'the words in slots', { ground, fixed: true }),
      shape(border.color, 'the outlines of slots', { ground, fixed: true }),
    ],
  }),
};
