/** Sheets that hold more than they have room for, or less: what is wrong with no word of the text. Points. */
import type { Document } from '../../../model/document.ts';
import type { Job } from '../../targets.ts';
import type { Frame } from '../lay/frames.ts';
import { isSheet } from '../set/form.ts';
import type { LaidOut } from '../set/node.ts';
import { placedOn } from './ornament.ts';

/** A sheet has two sides. */
const sides = 2;

/** Says how much longer a sheet is than its two sides. */
export function checkSheet(document: Document, { pages }: LaidOut, { theme, report }: Job): void {
  if (!isSheet(document) || pages.length <= sides) return;
  const over = pages.slice(sides).reduce((sum, page) => {
    const end = Math.max(0, ...placedOn(page).map(({ bottom }) => bottom));
    return sum + Math.max(0, end - page.pageMargins.top);
  }, 0);
  const lines = Math.ceil(over / theme.styles.body.page.leading);
  // Told once, whatever it is made into.
  if (report.diagnostics.some(({ code }) => code === 'sheet-too-long')) return;
  const message = `The ${document.kind} has ${pages.length} pages: it is about ${lines} lines longer than the two sides of its sheet.`;
  report.warning('sheet-too-long', document.at, message, {
    hints: [`Shorten its texts by ${lines} lines, or leave out a part that takes as much room.`],
  });
}

/** What to make of a document that does not fill its folded sheet, or overfills it: a sheet with a head is no booklet. */
export function otherLayout(document: Document): string {
  return isSheet(document) ? '--layout sheets' : '--layout a5-booklet';
}

/** Says how many panels of a folded sheet are left empty. */
export function checkPanels(
  document: Document,
  frames: readonly Frame[],
  taken: readonly Frame[],
  { name, report }: { readonly name: string; readonly report: Job['report'] },
): void {
  const empty = new Set(frames.map(({ order }) => order));
  for (const { order } of taken) empty.delete(order);
  if (empty.size === 0) return;
  const all = new Set(frames.map(({ order }) => order)).size;
  const message = `${empty.size} of the ${all} panels of the ${name} ${empty.size === 1 ? 'is' : 'are'} empty.`;
  report.warning('panels-empty', document.at, message, {
    hints: [`Add a section, a picture or key figures, or choose ${otherLayout(document)}.`],
  });
}
