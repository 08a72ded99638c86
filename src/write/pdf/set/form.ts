/** What the form of the pages asks of the parts that stand on them. Lengths in points. */
import type { Document } from '../../../model/document.ts';
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

type Name = 'pages' | 'booklet' | 'sheet' | 'panels';

/** A form of the theme: small pages have the type of panels, with a cover and furniture; a sheet has smaller headings. */
export function formNamed(name: Name, { looks }: Pick<Theme, 'looks'>): Form {
  return {
    ...looks.forms[name],
    name: name === 'booklet' ? 'pages' : name,
    headingsFrom: name === 'sheet' ? 2 : 1,
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
