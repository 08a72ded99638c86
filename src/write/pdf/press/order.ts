/** What a print ticket tells that the file does not say itself. */
import type { Document } from '../../../model/document.ts';
import type { ProcessStep } from '../../../theme/process-steps.ts';
import type { TicketImposition, TicketOrder, TicketPaper, TicketStep } from '../../../ticket/ticket.ts';
import { editionFile, type Job } from '../../targets.ts';
import { foldOf } from '../lay/fold.ts';
import type { InkedColors } from '../paint/theme-inks.ts';
import type { Choice } from './choices.ts';
import { foldedSides, formSides, millimetres } from './form-sides.ts';
import type { PressForm } from './forms.ts';
import type { PressFile } from './press-files.ts';

export interface Printed extends Choice {
  readonly conversions: readonly string[];
  /** Of the theme's sizes of type. */
  readonly typeScale: number;
  readonly inks: InkedColors;
  /** What the pages are put together to; null for the pages themselves. */
  readonly file: PressFile | null;
}

export function orderOf(document: Document, job: Job, printed: Printed): TicketOrder {
  const { layout, conversions, inks, file, binding } = printed;
  const { lang, metadata } = document;
  const fold = foldOf(layout, job.theme.print);
  const dated = new Date(metadata.date);
  const created = Number.isNaN(dated.getTime()) ? job.created : dated;
  return {
    file: editionFile(job, lang, file?.extension ?? 'print.pdf'),
    title: metadata.title,
    lang,
    created,
    made: job.created.getTime() === created.getTime() ? null : job.created,
    layout,
    sides: file !== null ? formSides(file.forms, fold, job) : fold === null ? [] : foldedSides(fold, job),
    binding: fold !== null ? 'fold' : binding === null ? 'none' : bound[binding],
    marks: file?.marks ?? printed.marks,
    paper: paperOf(printed),
    imposition: file && impositionOf(file, printed),
    spine: file?.forms[0]?.spine ? millimetres(file.forms[0].spine.width) : null,
    typeScale: printed.typeScale,
    conversions,
    steps: job.theme.print.steps.map(stepOf),
    inks: Object.entries(inks).map(([token, { cmyk, spot }]) => {
      return { token, cmyk, spot: spot?.name ?? null, computed: job.theme.colors[token]?.cmyk === null };
    }),
  };
}

const bound = { saddle: 'saddle stitch', perfect: 'perfect binding' } as const;

/** A thickness counts where leaves lie on each other. */
function paperOf({ paper, binding, caliper }: Printed): TicketPaper {
  return { kind: paper ?? 'coated', caliper: binding === null ? null : caliper };
}

function impositionOf({ forms }: PressFile, { impose, creep }: Printed): TicketImposition | null {
  if (impose === null) return null;
  const plan = forms.map(({ sheet, side, placed }: PressForm) => {
    return { sheet, side, pages: placed.map(({ page }) => page + 1) };
  });
  return { kind: impose, sheets: forms.at(-1)?.sheet ?? 0, creep: impose === 'saddle' ? creep : null, plan };
}

function stepOf(step: ProcessStep): TicketStep {
  const { name: ink } = step.ink;
  if (step.step !== 'cut') return { step: step.step, ink, on: step.on, corners: null, holes: [] };
  const holes = step.holes.map(({ x, y, radius }) => {
    return { x: millimetres(x), y: millimetres(y), diameter: millimetres(2 * radius) };
  });
  return { step: 'cut', ink, on: [], corners: step.corners === 0 ? null : millimetres(step.corners), holes };
}
