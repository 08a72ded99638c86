/** What a print ticket tells that the file does not say itself. */
import type { Document } from '../../../model/document.ts';
import type { TicketOrder } from '../../../ticket/ticket.ts';
import { editionFile, type Job, type PrintLayout, type PrintMarks } from '../../targets.ts';
import { foldOf, type Panel } from '../lay/fold.ts';
import type { InkedColors } from '../paint/theme-inks.ts';
import { mm } from '../text/type.ts';

export interface Printed {
  readonly layout: PrintLayout;
  readonly marks: PrintMarks;
  readonly conversions: readonly string[];
  readonly inks: InkedColors;
}

export function orderOf(document: Document, job: Job, { layout, marks, conversions, inks }: Printed): TicketOrder {
  const { lang, metadata } = document;
  const fold = foldOf(layout, job.theme.print);
  const sides = fold?.sides.map((panels, index) => ({ page: index + 1, panels: panels.map(named) }));
  return {
    file: editionFile(job, lang, 'print.pdf'),
    title: metadata.title,
    lang,
    created: job.created,
    layout,
    sides: sides ?? [],
    binding: fold !== null ? 'fold' : layout.endsWith('booklet') ? 'saddle stitch' : 'none',
    marks,
    conversions,
    inks: Object.entries(inks).map(([token, { cmyk, spot }]) => {
      return { token, cmyk, spot: spot?.name ?? null, computed: job.theme.colors[token]?.cmyk === null };
    }),
  };

  function named({ role, order, width }: Panel) {
    const { cover, back, text } = job.language.chrome.panels;
    const name = role === 'cover' ? cover : role === 'back' ? back : text.replace('{n}', String(order));
    return { name, width: Math.round((width / mm) * 100) / 100 };
  }
}
