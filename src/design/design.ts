/**
 * What a format needs to draw each block: its grounds, bars, rules, marks, styles of type and the room around it, looked up in the
 * theme once. Writers translate it into what their format has, and decide nothing. It is total: a new kind of block without a
 * design does not compile.
 */
import type { Block } from '../model/document.ts';
import type { Theme } from '../theme/theme.ts';
import { designList, type ListDesign } from './lists.ts';
import {
  type AsideDesign,
  type ColumnsDesign,
  designAside,
  designColumns,
  designEmblems,
  designFigure,
  designTerms,
  type EmblemsDesign,
  type FigureDesign,
  type TermsDesign,
} from './parts.ts';
import type { DesignPlace } from './place.ts';
import { type ChartDesign, designChart, designTable, type TableDesign } from './tables.ts';
import {
  type ContentsDesign,
  designContents,
  designLanguages,
  designParagraph,
  designQuote,
  designSection,
  type LanguagesDesign,
  type ParagraphDesign,
  type QuoteDesign,
  type SectionDesign,
} from './words.ts';

export interface Designs {
  readonly section: SectionDesign;
  readonly paragraph: ParagraphDesign;
  readonly list: ListDesign;
  readonly terms: TermsDesign;
  readonly aside: AsideDesign;
  readonly figure: FigureDesign;
  readonly table: TableDesign;
  readonly chart: ChartDesign;
  readonly quote: QuoteDesign;
  readonly contents: ContentsDesign;
  readonly columns: ColumnsDesign;
  readonly emblems: EmblemsDesign;
  readonly languages: LanguagesDesign;
}

/** What of a block decides how it looks. */
export interface Deciding {
  readonly section: Pick<Of<'section'>, 'look' | 'number'>;
  readonly paragraph: Pick<Of<'paragraph'>, 'look'>;
  readonly list: Pick<Of<'list'>, 'look' | 'ordered'>;
  readonly terms: Pick<Of<'terms'>, 'look'>;
  readonly aside: Pick<Of<'aside'>, 'look'>;
  readonly figure: Pick<Of<'figure'>, 'look' | 'placing'>;
  readonly table: object;
  readonly chart: object;
  readonly quote: object;
  readonly contents: object;
  readonly columns: Pick<Of<'columns'>, 'look'>;
  readonly emblems: object;
  readonly languages: object;
}

type Kind = Block['type'];
type Of<Type extends Kind> = Extract<Block, { readonly type: Type }>;
/** What of a theme is drawn. */
export type Drawn = Pick<Theme, 'looks' | 'styles' | 'roles'>;

const designs: { readonly [Type in Kind]: (block: Deciding[Type], place: DesignPlace, theme: Drawn) => Designs[Type] } =
  {
    section: designSection,
    paragraph: designParagraph,
    list: designList,
    terms: designTerms,
    aside: designAside,
    figure: designFigure,
    table: (_, __, theme) => designTable(theme),
    chart: (_, __, theme) => designChart(theme),
    quote: (_, place, theme) => designQuote(place, theme),
    contents: (_, __, theme) => designContents(theme),
    columns: ({ look }, _, theme) => designColumns(look, theme),
    emblems: (_, __, theme) => designEmblems(theme),
    languages: (_, place, theme) => designLanguages(place, theme),
  };

/** How a block is drawn where it stands. */
export function designOf<Type extends Kind>(
  block: Deciding[Type] & { readonly type: Type },
  place: DesignPlace,
  theme: Drawn,
): Designs[Type] {
  const own = designs[block.type] as (block: Deciding[Type], place: DesignPlace, theme: Drawn) => Designs[Type];
  return own(block, place, theme);
}
