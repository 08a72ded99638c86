/** What the form of the pages asks of the parts that stand on them. Lengths in points. */
import type { Document } from '../../../model/document.ts';
import { isSmall } from '../../../theme/page-size.ts';
import type { Theme } from '../../../theme/theme.ts';

export interface Form {
  readonly name: 'pages' | 'sheet' | 'panels';
  /** Type is set this much larger or smaller than the theme says. */
  readonly scale: number;
  /** The level whose style the headings of the first level have. */
  readonly headingsFrom: number;
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

/** A form of the theme: small pages have the measures of a booklet; a sheet has smaller headings. */
export function formNamed(name: Form['name'], theme: Pick<Theme, 'looks' | 'page' | 'large'>): Form {
  const small = isSmall(theme) && name !== 'panels';
  return {
    ...theme.looks.forms[small && name === 'pages' ? 'booklet' : name],
    name,
    headingsFrom: name === 'sheet' ? 2 : 1,
    hyphenated: theme.large === null && (small || name === 'panels'),
  };
}

/** The form that a document has on pages. */
export function formOf(document: Document, theme: Pick<Theme, 'looks' | 'page' | 'large'>): Form {
  return formNamed(isSheet(document) ? 'sheet' : 'pages', theme);
}

/** A sheet has a head in place of a cover, and gives no page away. */
export function isSheet({ cover }: Document): boolean {
  return cover.look === 'head';
}
