/** What a print edition is to become: as asked for, else what suits the kind and the paper. Millimetres. */
import { refusal } from '../../../diagnostics.ts';
import type { Document } from '../../../model/document.ts';
import { foldNames } from '../../../theme/folds.ts';
import type { Binding, Imposition, Job, PaperSurface, PrintLayout, PrintMarks } from '../../targets.ts';
import { isSheet } from '../set/form.ts';

export interface Choice {
  readonly layout: PrintLayout;
  readonly marks: PrintMarks;
  /** Those of the sheets of a press, which are cut and checked by them: only who says so has none. */
  readonly sheetMarks: PrintMarks;
  readonly impose: Imposition | null;
  /** Null for what is not bound. */
  readonly binding: Binding | null;
  readonly paper: PaperSurface | null;
  /** How thick a leaf is. */
  readonly caliper: number;
  /** How far a sheet pushes the one within it out. */
  readonly creep: number;
}

/** Leaves of the lightest papers that booklets are made of. */
const calipers: Readonly<Record<PaperSurface, number>> = { coated: 0.1, uncoated: 0.12 };

/** Throws `Refused` where the document cannot become that. */
export function choiceOf(document: Document, job: Job): Choice {
  const { print: asked = {} } = job;
  const layout = layoutOf(document, job);
  const booklet = isBooklet(layout);
  const impose = asked.impose ?? null;
  const caliper = asked.caliper ?? calipers[asked.paper ?? 'coated'];
  check(layout, booklet, asked.binding, impose);
  return {
    layout,
    marks: asked.marks ?? (foldNames.some((name) => name === layout) ? 'folds' : 'none'),
    sheetMarks: asked.marks ?? 'all',
    impose,
    binding: booklet ? (asked.binding ?? 'saddle') : null,
    paper: asked.paper ?? null,
    caliper,
    creep: asked.creep ?? caliper,
  };
}

const isBooklet = (layout: PrintLayout): boolean => layout === 'booklet' || layout === 'a5-booklet';

function layoutOf(document: Document, { print: options, theme }: Job): PrintLayout {
  const sheet = isSheet(document);
  const usual = document.kind === 'brochure' ? 'tri-fold' : sheet ? 'sheets' : 'booklet';
  const layout = options?.layout ?? (theme.large === null ? usual : 'booklet');
  if (theme.large !== null && layout !== 'booklet' && layout !== 'sheets') {
    const message = `Large print has pages of A4 or more, and the layout ${layout} has none so large.`;
    throw refusal('layout-of-large', null, message, 'Leave --layout out, or choose booklet or sheets.');
  }
  if (sheet && isBooklet(layout)) {
    const message = `A ${document.kind} is one sheet with a head: it has no cover and no pages for the layout ${layout}.`;
    throw refusal('layout-of-sheet', null, message, 'Leave --layout out, or choose sheets or a fold.');
  }
  return layout;
}

function check(layout: PrintLayout, booklet: boolean, binding: Binding | undefined, impose: Imposition | null): void {
  if (impose === 'saddle' && !booklet) {
    const message = `Pages of the layout ${layout} are not put together on sheets: they are no booklet.`;
    throw refusal('impose-no-booklet', null, message, 'Choose --layout booklet or a5-booklet, or leave --impose out.');
  }
  if (impose === '2-up' && booklet) {
    const message = `The layout ${layout} is bound: its pages are not cut apart from one form.`;
    throw refusal('impose-booklet', null, message, 'Choose --impose saddle, or a layout that is not a booklet.');
  }
  if (binding === 'perfect' && !booklet) {
    const message = `The layout ${layout} has no spine that could be glued.`;
    throw refusal(
      'binding-no-booklet',
      null,
      message,
      'Choose --layout booklet or a5-booklet, or leave --binding out.',
    );
  }
  if (binding === 'perfect' && impose !== null) {
    const message = 'Sheets for saddle stitch are folded within each other, and cannot be glued at a spine.';
    throw refusal('binding-imposed', null, message, 'Leave --impose or --binding perfect out.');
  }
}
