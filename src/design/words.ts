/** Headings, paragraphs, quotes, contents and the names of languages. */
import type { Contents, Paragraph, Section, Words } from '../model/document.ts';
import type { Opening } from '../theme/looks.ts';
import { type ColorName, lookIn, type StyleName, type Theme } from '../theme/theme.ts';
import { inStyle, kindDesign, looksIn, plainSample, words } from './kind.ts';
import { type DesignPlace, strongOf, strongWeight, type TextDesign, textOf } from './place.ts';

type SectionLook = Theme['looks']['section']['plain'];

export interface SectionDesign {
  readonly heading: TextDesign;
  /** Its number; null where it has none. */
  readonly number: NumberDesign | null;
  /** What it begins under; null where it has nothing above its heading. */
  readonly opening: Opening | null;
  readonly newPage: boolean;
}
export interface NumberDesign extends Omit<TextDesign, 'style'> {
  /** The ring that it stands in on the rail; null where it stands before the heading. */
  readonly ring: SectionLook['ring'];
  /** Between it and the words, where that is more than a space. */
  readonly gap: SectionLook['number']['gap'] | null;
}

const headings = ['h1', 'h2', 'h3', 'h4'] as const;
export type HeadingStyle = (typeof headings)[number];

/** The style of a heading by its level, from 1: deeper ones look like the fourth. */
export function headingStyle(level: number): HeadingStyle {
  return headings[Math.max(1, level) - 1] ?? 'h4';
}

export function designSection(
  { look, number }: Pick<Section, 'look' | 'number'>,
  { level, headingsFrom }: DesignPlace,
  { looks, styles }: Pick<Theme, 'looks' | 'styles'>,
): SectionDesign {
  const own = lookIn(looks.section, look);
  const style = headingStyle(level + headingsFrom - 1);
  const { color } = styles[style];
  const first = level === 1;
  return {
    heading: { style, color, weight: null },
    number: number === null ? null : designNumber(own, level, color),
    opening: first ? own.opening : null,
    newPage: own.newPage,
  };
}

/** The number of a heading: of the first level in a colour of its own where the theme has one, in the heading's weight. */
function designNumber({ ring, number }: SectionLook, level: number, heading: ColorName): NumberDesign {
  const { first, color, weight, gap } = number;
  if (level > 1) return { color, weight, ring: null, gap: null };
  if (ring !== null) return { color: heading, weight: null, ring, gap: null };
  return first === null ? { color, weight, ring, gap } : { color: first, weight: null, ring, gap };
}

export interface ParagraphDesign extends TextDesign {
  /** The colour of strong words; null is that of the words around them. */
  readonly strong: ColorName | null;
  /** Whether it heads the aside that it stands in. */
  readonly heads: boolean;
}

/** A look that the theme has none of is that of where the paragraph stands; the audit has named it before. */
export function designParagraph(
  { look }: Pick<Paragraph, 'look'>,
  place: DesignPlace,
  { looks, styles, roles }: Pick<Theme, 'looks' | 'styles' | 'roles'>,
): ParagraphDesign {
  const heading = look === 'lead' ? place.heading : null;
  if (heading !== null) return { ...heading, weight: null, strong: null, heads: true };
  const named = look !== null && Object.hasOwn(looks.p, look) ? looks.p[look]?.style : undefined;
  const style = named ?? place.text;
  const text = textOf(style, place, { styles, roles });
  const strong = strongOf(place, roles);
  // Small light type on the field is set stronger.
  if (place.onField) return { ...text, weight: style === 'lead' ? strongWeight : null, strong, heads: false };
  // A byline's own colour is for the field; elsewhere its pale words would not be seen.
  return { ...text, color: style === 'byline' ? roles.strong : text.color, strong, heads: false };
}

export interface QuoteDesign {
  readonly opening: Opening | null;
  /** The style of its paragraphs. */
  readonly words: StyleName;
  readonly source: TextDesign;
  readonly space: Pick<Theme['looks']['quote'], 'before' | 'after' | 'source'>;
}

export function designQuote(
  place: DesignPlace,
  { looks, styles, roles }: Pick<Theme, 'looks' | 'styles' | 'roles'>,
): QuoteDesign {
  const { opening, before, after, source } = looks.quote;
  return {
    opening,
    words: 'quote',
    source: textOf('caption', place, { styles, roles }),
    space: { before, after, source },
  };
}

export interface ContentsDesign {
  /** An entry of the first level of sections, which heads those under it; and all others. */
  readonly chapter: TextDesign;
  readonly entry: TextDesign;
  readonly number: ColorName;
  /** The number of a chapter, in its ring or alone. */
  readonly ringed: TextDesign;
  readonly leader: ColorName | null;
}

/** Whether an entry is that of a chapter. */
export function isChapter(of: Contents['of'], level: number): boolean {
  return of === 'sections' && level === 1;
}

export function designContents({ looks, styles }: Pick<Theme, 'looks' | 'styles'>): ContentsDesign {
  const { number, leader, ring } = looks.contents;
  const text = (style: StyleName): TextDesign => ({ style, color: styles[style].color, weight: null });
  const chapter = text('contents');
  const ringed = ring.stroke.page === 0 ? { ...chapter, color: ring.color } : text('stop');
  return { chapter, entry: text('contents-sub'), number, ringed, leader };
}

export interface LanguagesDesign {
  /** The one that this document is in, the links to the others, and what stands between. */
  readonly here: TextDesign;
  readonly others: TextDesign;
  readonly between: TextDesign;
}

export function designLanguages({ onField }: DesignPlace, { roles }: Pick<Theme, 'roles'>): LanguagesDesign {
  const text = (color: ColorName, weight: number | null = null): TextDesign => ({ style: 'small', color, weight });
  return {
    here: text(onField ? roles.fieldText : roles.strong, strongWeight),
    others: text(onField ? roles.fieldQuiet : roles.link),
    between: text(onField ? roles.fieldQuiet : roles.quiet),
  };
}

export const kindsOfWords = {
  section: kindDesign({
    design: designSection,
    on: ['page'],
    samples: ({ section }) =>
      looksIn(section).flatMap((look) => [null, '1' as Words].map((number) => ({ look, number }))),
    seen: ({ heading, number }) => [
      words(heading, 'headings'),
      ...(number === null ? [] : [words({ ...heading, ...number }, 'the numbers of headings')]),
    ],
  }),
  paragraph: kindDesign({
    design: designParagraph,
    on: ['page', 'box', 'row', 'field'],
    samples: ({ p }) => looksIn(p).map((look) => ({ look })),
    seen: (text) => [
      words(text, `"${text.style}" text`),
      ...(text.strong === null ? [] : [words({ ...text, color: text.strong }, 'stress on the field of a cover')]),
    ],
  }),
  quote: kindDesign({
    design: (_, place, theme) => designQuote(place, theme),
    on: ['page'],
    samples: plainSample,
    seen: ({ words: style, source }, theme) => [words(inStyle(style, theme), 'quotes'), words(source, 'their sources')],
  }),
  contents: kindDesign({
    design: (_, __, theme) => designContents(theme),
    on: ['page'],
    samples: plainSample,
    seen: ({ chapter, entry, number, ringed }) => [
      words(chapter, 'the contents'),
      words(entry, 'the contents'),
      words({ ...entry, color: number }, 'the numbers of the contents'),
      words(ringed, 'the numbers of the contents', { media: ['page'] }),
    ],
  }),
  languages: kindDesign({
    design: (_, place, theme) => designLanguages(place, theme),
    on: ['page', 'field'],
    samples: plainSample,
    seen: ({ here, others, between }) => [here, others, between].map((text) => words(text, 'the names of languages')),
  }),
};
