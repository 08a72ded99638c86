/** Where on its pages a PDF says what stands in the data: for a preview. */
import type { Place } from '../../../diagnostics.ts';
import type { PageArea, ShownPage } from '../../targets.ts';
import type { TaggedPdf } from '../file/file.ts';
import type { Side } from './sheet.ts';

/** What is painted on a side, with the place that it is from. */
export interface PaintedWords {
  readonly place: Place | undefined;
  readonly area: PageArea;
}

/** The page of the file that was painted last. */
export function shownPage(side: Side, painted: readonly PaintedWords[], file: TaggedPdf): ShownPage {
  return {
    trim: file.rectangle([0, 0, side.width, side.height], file.page),
    bleed: file.bleed,
    panels: side.panels ?? [],
    // Of what a template says there is no field.
    words: painted.flatMap(({ place, area }) => (place?.path === undefined ? [] : [{ path: place.path, area }])),
  };
}
