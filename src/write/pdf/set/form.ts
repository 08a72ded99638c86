/** What the form of the pages asks of the parts that stand on them. Lengths in points. */
import type { Document } from '../../../model/document.ts';
import type { StyleName, Theme } from '../../../theme/theme.ts';

export interface Form {
  readonly name: 'pages' | 'sheet' | 'panels';
  /** Type is set this much larger or smaller than the theme says. */
  readonly scale: number;
  /** The style of headings by their level, from 1. */
  readonly headings: readonly StyleName[];
  /** Before a section of the first level: on its page, and at the top of a page. */
  readonly sectionGap: number;
  readonly openingGap: number;
  /** Before the imprint. */
  readonly imprintGap: number;
  /** All emblems of a row have the same room: none is larger than another. */
  readonly emblem: { readonly width: number; readonly height: number };
  /** Whether words of running text are divided: columns are too narrow to do without. */
  readonly hyphenated: boolean;
  /** A QR code with its quiet zone: 25 mm or more. */
  readonly code: number;
}

const headings = ['h1', 'h2', 'h3', 'h4'] as const;

type Name = 'pages' | 'booklet' | 'sheet' | 'panels';

/** A form of the theme: small pages have the type of panels, with a cover and furniture; a sheet has smaller headings. */
export function formNamed(name: Name, { looks }: Pick<Theme, 'looks'>): Form {
  return {
    ...looks.forms[name],
    name: name === 'booklet' ? 'pages' : name,
    headings: name === 'sheet' ? headings.slice(1) : headings,
    hyphenated: name === 'booklet' || name === 'panels',
  };
}

/** The form that a document has on screens. */
export function formOf(document: Document, theme: Pick<Theme, 'looks'>): Form {
  return formNamed(isSheet(document) ? 'sheet' : 'pages', theme);
}

/** A sheet has a head in place of a cover, and gives no page away. */
export function isSheet({ cover }: Document): boolean {
  return cover.look === 'head';
}
