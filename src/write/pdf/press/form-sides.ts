/** The forms of a press as a ticket tells them: what stands beside what, where it is folded and where it is cut. */
import type { FoldName } from '../../../theme/folds.ts';
import type { TicketFold, TicketOrder } from '../../../ticket/ticket.ts';
import type { Job } from '../../targets.ts';
import { edgesOf, type Fold, type Panel } from '../lay/fold.ts';
import { mm } from '../text/type.ts';
import type { PressForm } from './forms.ts';

type TicketSides = TicketOrder['sides'];

export const millimetres = (points: number): number => Math.round((points / mm) * 100) / 100;

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

/** What goes away from who looks at one side comes towards who looks at the other. */
const turned = ({ order, direction }: TicketFold): TicketFold => ({
  order,
  direction: direction === 'away' ? 'towards' : 'away',
});

/** The inside is the outside turned over. */
function foldingOf(name: FoldName, isInside: boolean): readonly TicketFold[] {
  return isInside ? foldings[name].toReversed().map(turned) : foldings[name];
}

export function foldedSides(fold: Fold, { language }: Job): TicketSides {
  return fold.sides.map((panels, index) => ({
    page: index + 1,
    panels: panels.map(({ width, ...panel }) => ({ name: nameOf(panel, language), width: millimetres(width) })),
    folding: foldingOf(fold.name, index === 1),
  }));
}

function nameOf({ role, order }: Pick<Panel, 'role' | 'order'>, { chrome }: Job['language']): string {
  const { cover, back, text } = chrome.panels;
  return role === 'cover' ? cover : role === 'back' ? back : text.replace('{n}', String(order));
}

/** @param fold of each leaf that stands on the forms; null for leaves that are not folded */
export function formSides(forms: readonly PressForm[], fold: Fold | null, { language }: Job): TicketSides {
  const { ticket } = language;
  const sheets = forms.at(-1)?.sheet ?? 0;
  return forms.map((form, index) => {
    const { folds, cuts, width, placed, sheet, side } = form;
    const edges = [0, ...[...folds, ...cuts].sort((a, b) => a - b), width];
    const panels = edges.slice(0, -1).map((from, at) => {
      const to = edges[at + 1] ?? width;
      return { name: panelOn(form, fold, (from + to) / 2, language), width: millimetres(to - from) };
    });
    return {
      page: index + 1,
      name: `${ticket.sheet} ${sheet}/${sheets}, ${ticket.formSides[side]}`,
      panels: placed.length + folds.length > 1 ? panels : [],
      folds: folds.map(millimetres),
      cuts: cuts.map(millimetres),
      folding: formFolding(form, fold),
    };
  });
}

/** What stands on a form where it is `middle` points from its left. */
function panelOn(
  { spine, cuts, placed }: PressForm,
  fold: Fold | null,
  middle: number,
  language: Job['language'],
): string {
  const { ticket, chrome } = language;
  if (spine !== undefined) {
    if (middle < spine.x) return chrome.panels.back;
    return middle < spine.x + spine.width ? ticket.onForms.spine : chrome.panels.cover;
  }
  const [first = Number.POSITIVE_INFINITY, second = first] = cuts;
  if (first < middle && middle < second) return ticket.onForms.waste;
  const panel = fold && (middle < first ? panelAt(fold, 0, middle) : panelAt(fold, 1, middle - second));
  if (panel) return nameOf(panel, language);
  const found = placed.find(({ from, to }) => from < middle && middle < to);
  return found === undefined ? '' : `${ticket.page} ${found.page + 1}`;
}

function panelAt({ sides }: Fold, side: 0 | 1, x: number): Panel | undefined {
  const ends = edgesOf(sides[side]).slice(1);
  return sides[side].find((_, index) => x < (ends[index] ?? 0));
}

/** Sheets of a booklet go around those within them, and a cover around its block. */
function formFolding({ folds, side }: PressForm, fold: Fold | null): readonly TicketFold[] {
  if (fold !== null) return [...foldingOf(fold.name, false), ...foldingOf(fold.name, true)].slice(0, folds.length);
  const away = folds.map((_, index): TicketFold => ({ order: index + 1, direction: 'away' }));
  return side === 'back' ? away.map(turned) : away;
}
