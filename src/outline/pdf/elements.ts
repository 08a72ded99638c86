/** What structure elements say of themselves and of one another. */
import type { PDFDict, PDFObject } from '@cantoo/pdf-lib';
import { dictionaryOf, membersAt, nameAt } from '../../finished/pdf/objects.ts';
import type { OutlineCell } from '../outline.ts';
import { cornerOf, isOrdered, saysLabels, scopeOf, spanOf, statesOrder } from './attributes.ts';
import { RoleMap, roleOf } from './roles.ts';

/** What may stand before a note as its mark. */
const calls: ReadonlySet<string> = new Set(['Reference', 'Lbl']);

/** The elements of one structure tree. */
export class Elements {
  readonly root: PDFDict;
  readonly #roles: RoleMap;

  constructor(root: PDFDict) {
    this.root = root;
    this.#roles = new RoleMap(root);
  }

  /** The standard type; a Span for an element that doesn't say. */
  typeOf(element: PDFDict): string {
    return this.#roles.standard(nameAt(element, 'S') ?? 'Span');
  }

  /** The kids of an element that are elements of a type. */
  kidsOf(element: PDFDict, ...types: readonly string[]): PDFDict[] {
    return membersAt(element, 'K').flatMap((member) => {
      const kid = dictionaryOf(element.context.lookup(member));
      return kid !== null && types.includes(this.typeOf(kid)) ? [kid] : [];
    });
  }

  /** Whether a kid only refers to the note that stands next to it. */
  isMark(kid: PDFObject | undefined, next: PDFObject | undefined): boolean {
    const [element, sister] = [dictionaryOf(kid), dictionaryOf(next)];
    if (element === null || sister === null || !calls.has(this.typeOf(element))) return false;
    return roleOf(this.typeOf(sister), 'group') === 'note';
  }

  /** Whether a list is of terms: its labels are words of their own. */
  hasTerms(list: PDFDict): boolean {
    return saysLabels(list, this.root) && this.kidsOf(list, 'LI').some((item) => this.kidsOf(item, 'Lbl').length > 0);
  }

  isOrdered(list: PDFDict): boolean {
    return isOrdered(list, this.root);
  }

  statesOrder(list: PDFDict): boolean {
    return statesOrder(list, this.root);
  }

  /** The labels of the items of a list. */
  labelsOf(list: PDFDict): PDFDict[] {
    return this.kidsOf(list, 'LI').flatMap((item) => this.kidsOf(item, 'Lbl'));
  }

  cellOf(cell: PDFDict): Omit<OutlineCell, 'role' | 'children'> {
    const header = this.typeOf(cell) === 'TH';
    return { header, scope: header ? scopeOf(cell, this.root) : null, ...spanOf(cell, this.root) };
  }

  /** The left and the upper edge of a figure. */
  cornerOf(figure: PDFDict): readonly [left: number, top: number] | null {
    return cornerOf(figure, this.root);
  }
}
