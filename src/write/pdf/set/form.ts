/** What the form of the pages asks of the parts that stand on them. Lengths in points. */
import type { Document } from '../../../model/document.ts';
import type { StyleName } from '../../../theme/theme.ts';
import { mm } from '../text/type.ts';

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
  /** A QR code with its quiet zone: 25 mm or more (look.md). */
  readonly code: number;
}

const headings = ['h1', 'h2', 'h3', 'h4'] as const;

export const pageForm: Form = {
  name: 'pages',
  scale: 1,
  headings,
  sectionGap: 30,
  // A section opens with the lanes of the corner.
  openingGap: 11 * mm,
  imprintGap: 26,
  emblem: { width: 44 * mm, height: 18 * mm },
  hyphenated: false,
  code: 34 * mm,
};

/** Small pages: type and columns of panels, with a cover and furniture. */
export const bookletForm: Form = {
  ...pageForm,
  sectionGap: 20,
  openingGap: 8 * mm,
  imprintGap: 16,
  emblem: { width: 34 * mm, height: 14 * mm },
  hyphenated: true,
  code: 28 * mm,
};

/** A sheet has a head in place of a cover, smaller headings and type (look.md: body 10/15), and gives no page away. */
export const sheetForm: Form = {
  ...pageForm,
  name: 'sheet',
  scale: 0.95,
  headings: ['h2', 'h3', 'h4'],
  sectionGap: 12,
  openingGap: 0,
  emblem: { width: 38 * mm, height: 14 * mm },
};

/** The panels of a folded sheet; their type is the theme's own for panels. */
export const panelForm: Form = {
  ...pageForm,
  name: 'panels',
  sectionGap: 20,
  openingGap: 0,
  imprintGap: 10,
  emblem: { width: 34 * mm, height: 15 * mm },
  hyphenated: true,
  code: 28 * mm,
};

/** The form that a document has on screens. */
export function formOf(document: Document): Form {
  return document.cover.look === 'head' ? sheetForm : pageForm;
}
