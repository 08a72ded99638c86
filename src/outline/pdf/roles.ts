/** From structure types to the roles of an outline (ISO 32000-1, 14.8.4; ISO 32000-2, 14.8.4 for Aside, Em, FENote, Strong). */
import type { PDFDict } from '@cantoo/pdf-lib';
import { dictionaryAt, nameAt } from '../../finished/pdf/objects.ts';

export type TagRole =
  | 'heading'
  | 'paragraph'
  | 'caption'
  | 'list'
  | 'terms'
  | 'item'
  /** An item of a list whose labels are words of their own. */
  | 'term'
  | 'table'
  | 'row'
  | 'cell'
  | 'header'
  | 'quote'
  | 'note'
  | 'aside'
  | 'figure'
  | 'formula'
  | 'contents'
  | 'entry'
  | 'group'
  | 'link'
  | 'reference'
  | 'inline'
  | 'none';

const roles: Readonly<Record<string, TagRole>> = {
  P: 'paragraph',
  H: 'heading',
  Title: 'heading',
  Caption: 'caption',
  L: 'list',
  LI: 'item',
  LBody: 'group',
  Lbl: 'inline',
  Table: 'table',
  THead: 'group',
  TBody: 'group',
  TFoot: 'group',
  TR: 'row',
  TH: 'header',
  TD: 'cell',
  BlockQuote: 'quote',
  Note: 'note',
  FENote: 'note',
  Aside: 'aside',
  Figure: 'figure',
  Formula: 'formula',
  Document: 'group',
  DocumentFragment: 'group',
  Part: 'group',
  Art: 'group',
  Sect: 'group',
  Div: 'group',
  Link: 'link',
  TOC: 'contents',
  TOCI: 'entry',
  // Made from the text, not said by the document.
  Index: 'none',
  Artifact: 'none',
  Span: 'inline',
  NonStruct: 'inline',
  Private: 'inline',
  Quote: 'inline',
  Reference: 'reference',
  BibEntry: 'inline',
  Code: 'inline',
  Annot: 'inline',
  Form: 'inline',
  Em: 'inline',
  Strong: 'inline',
  Sub: 'inline',
  Ruby: 'inline',
  RB: 'inline',
  RT: 'none',
  RP: 'none',
  Warichu: 'inline',
  WT: 'inline',
  WP: 'none',
};

/**
 * The role of a standard type. The label of an item or a note is its bullet or number, not its text; only where it
 * is words of its own does it begin its item.
 */
export function roleOf(type: string, parent: TagRole): TagRole {
  if (type === 'Lbl' && (parent === 'item' || parent === 'note')) return 'none';
  if (type === 'Lbl' && parent === 'term') return 'paragraph';
  if (type === 'LI' && parent === 'terms') return 'term';
  return isNumberedHeading(type) ? 'heading' : (roles[type] ?? 'inline');
}

const isNumberedHeading = (type: string): boolean => /^H[1-9]\d?$/.test(type);

export class RoleMap {
  readonly #map: PDFDict | null;
  constructor(root: PDFDict) {
    this.#map = dictionaryAt(root, 'RoleMap');
  }

  /** The first type on the way through the role map that we know; Aside says more than the Sect that it is mapped to. */
  standard(type: string): string {
    const seen = new Set<string>();
    let found = type;
    while (roles[found] === undefined && !isNumberedHeading(found) && !seen.has(found)) {
      seen.add(found);
      found = (this.#map && nameAt(this.#map, found)) ?? found;
    }
    return found;
  }
}
