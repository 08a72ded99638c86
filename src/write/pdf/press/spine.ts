/** What stands on the spine of a cover: the title, on a ground of its own, where the spine is wide enough. Points. */
import type { Document } from '../../../model/document.ts';
import type { Job } from '../../targets.ts';
import type { Canvas } from '../paint/canvas.ts';
import type { Side } from '../paint/sheet.ts';
import type { RunStyle } from '../text/inlines.ts';
import { pieceOf } from '../text/piece.ts';
import { mm, Type } from '../text/type.ts';
import type { PressForm } from './forms.ts';

/** Narrower ones carry no words: a fold is off by a millimetre. */
const narrowest = 6 * mm;
/** Between the words and the folds, and between them and the cut. */
const aside = 1.5 * mm;
const end = 10 * mm;
const sizes = { most: 14, least: 7 } as const;

export function withSpine(side: Side, { spine, height }: PressForm, document: Document, job: Job): Side {
  if (spine === undefined || spine.width < narrowest) return side;
  const { theme, report } = job;
  const type = new Type(theme);
  const ground = type.color(theme.roles.field);
  const usual = type.style('running', { color: theme.roles.fieldText, weight: 600 });
  const styleAt = (size: number): RunStyle => ({ ...usual, size, tracking: 0 });
  const { title } = document.metadata;
  const room = height - 2 * end;
  const widest = Math.min(sizes.most, (spine.width - 2 * aside) / 1.2);
  const fitting = (widest * room) / Math.max(room, pieceOf(title, styleAt(widest), null).width);
  if (fitting < sizes.least) {
    const message = `The title is too long for the spine, which stays without it: it would be in letters of ${fitting.toFixed(1)} points.`;
    report.warning('spine-bare', document.metadata.places.get('title') ?? null, message, {
      hints: ['Shorten the title if the book is to be found on a shelf.'],
    });
    return side;
  }
  const style = styleAt(fitting);
  const piece = pieceOf(title, style, null);
  const down = job.language.setting.spine === 'down';
  const middle = spine.x + spine.width / 2;
  const paint = (canvas: Canvas): void => {
    side.marks?.paint(canvas);
    canvas.path(
      `M ${spine.x} ${-job.theme.print.bleed} h ${spine.width} V ${height + job.theme.print.bleed} h ${-spine.width} Z`,
      {
        fill: ground,
      },
    );
    // Words stand in the middle by the height of their small letters.
    const baseline = style.size * 0.3;
    const turn = down
      ? `0 1 -1 0 ${middle - baseline} ${height / 2 - piece.width / 2}`
      : `0 -1 1 0 ${middle + baseline} ${height / 2 + piece.width / 2}`;
    canvas.write(`q ${turn} cm`);
    canvas.text([piece], style, 0, 0);
    canvas.write('Q');
  };
  return { ...side, marks: { bleed: job.theme.print.bleed, paint } };
}
