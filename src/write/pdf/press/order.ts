/** What a print ticket tells that the file does not say itself. */
import type { Document } from '../../../model/document.ts';
import type { FoldName } from '../../../theme/folds.ts';
import type { TicketFold, TicketImposition, TicketOrder, TicketPaper } from '../../../ticket/ticket.ts';
import { editionFile, type Job } from '../../targets.ts';
import { foldOf, type Panel } from '../lay/fold.ts';
import type { InkedColors } from '../paint/theme-inks.ts';
import { mm } from '../text/type.ts';
import type { Choice } from './choices.ts';
import type { PressForm } from './forms.ts';
import type { PressFile } from './press-files.ts';

export interface Printed extends Choice {
  readonly conversions: readonly string[];
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
    sides: file !== null ? [] : (fold?.sides.map(sideOf) ?? []),
    binding: fold !== null ? 'fold' : binding === null ? 'none' : bound[binding],
    marks: file?.marks ?? printed.marks,
    paper: paperOf(printed),
    imposition: file && impositionOf(file, printed),
    spine: file?.forms[0]?.spine ? rounded(file.forms[0].spine.width) : null,
    conversions,
    inks: Object.entries(inks).map(([token, { cmyk, spot }]) => {
      return { token, cmyk, spot: spot?.name ?? null, computed: job.theme.colors[token]?.cmyk === null };
    }),
  };

  function sideOf(panels: readonly Panel[], index: number): TicketOrder['sides'][number] {
    const folding = fold === null ? [] : foldingOf(fold.name, index === 1);
    return { page: index + 1, panels: panels.map(named), folding };
  }

  function named({ role, order, width }: Panel) {
    const { cover, back, text } = job.language.chrome.panels;
    const name = role === 'cover' ? cover : role === 'back' ? back : text.replace('{n}', String(order));
    return { name, width: rounded(width) };
  }
}

const rounded = (points: number): number => Math.round((points / mm) * 100) / 100;
const bound = { saddle: 'saddle stitch', perfect: 'perfect binding' } as const;

/** The outside, from left to right. */
const foldings: Readonly<Record<FoldName, readonly TicketFold[]>> = {
  'tri-fold': [
    { order: 1, direction: 'away' },
    { order: 2, direction: 'away' },
  ],
  'z-fold': [
    { order: 1, direction: 'away' },
    { order: 2, direction: 'towards' },
  ],
  'gate-fold': [
    { order: 1, direction: 'away' },
    { order: 2, direction: 'away' },
  ],
};

/** The inside is the outside turned over: what goes away from who looks at one side comes towards who looks at the other. */
function foldingOf(name: FoldName, isInside: boolean): readonly TicketFold[] {
  if (!isInside) return foldings[name];
  return foldings[name]
    .toReversed()
    .map(({ order, direction }) => ({ order, direction: direction === 'away' ? 'towards' : 'away' }));
}

/** A thickness counts where leaves lie on each other. */
function paperOf({ paper, binding, caliper }: Printed): TicketPaper | null {
  if (paper === null && binding === null) return null;
  return { kind: paper ?? 'coated', caliper: binding === null ? null : caliper };
}

function impositionOf({ forms }: PressFile, { impose, creep }: Printed): TicketImposition | null {
  if (impose === null) return null;
  const plan = forms.map(({ sheet, side, placed }: PressForm) => {
    return { sheet, side, pages: placed.map(({ page }) => page + 1) };
  });
  return { kind: impose, sheets: forms.at(-1)?.sheet ?? 0, creep: impose === 'saddle' ? creep : null, plan };
}
