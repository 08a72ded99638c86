/** Where a block stands, as far as it decides how it looks; and text as it is set. Lengths in points. */
import type { ColorName, Roles, StyleName, Theme } from '../theme/theme.ts';

export interface DesignPlace {
  /** How many sections it is inside; of a section, with itself: 1 is one of the body. */
  readonly level: number;
  /** The level whose style headings of the first level have: a sheet's are smaller. */
  readonly headingsFrom: number;
  /** Whether its ground is the field of a cover, whose text has colours of its own. */
  readonly onField: boolean;
  /** The style of paragraphs that name none. */
  readonly text: StyleName;
  /** How what heads the aside looks that it stands in, where that is another way than elsewhere. */
  readonly heading: HeadingDesign | null;
}

/** Of what heads an aside. */
export type HeadingDesign = Pick<NonNullable<Theme['looks']['aside']['plain']['heading']>, 'color' | 'style'>;

/** How words are set. */
export interface TextDesign {
  readonly style: StyleName;
  readonly color: ColorName;
  /** Null is that of the style. */
  readonly weight: number | null;
}

/** What is no longer than this stays on one page: rows of a table, its heads and all; entries of a list, and of terms. */
export const together = { rows: 8, entries: 16 } as const;

/** The weight of strong words. */
export const strongWeight = 600;

/** The flow of a page, where nothing around a block has it look otherwise. */
export const onPage: DesignPlace = { level: 1, headingsFrom: 1, onField: false, text: 'body', heading: null };

/** Text in a style, in the colour that it has there: that of its style, and on the field of a cover that of quiet words. */
export function textOf(
  style: StyleName,
  { onField }: Pick<DesignPlace, 'onField'>,
  theme: Pick<Theme, 'styles' | 'roles'>,
): TextDesign {
  return { style, color: onField ? theme.roles.fieldQuiet : theme.styles[style].color, weight: null };
}

/** The colour of strong words on the field of a cover, where all else is paler; null elsewhere: that of the words around them. */
export function strongOf({ onField }: Pick<DesignPlace, 'onField'>, roles: Roles): ColorName | null {
  return onField ? roles.fieldText : null;
}
