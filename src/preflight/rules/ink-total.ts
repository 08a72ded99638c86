import { totalOf, wordsOf } from '../../finished/pdf/paint/colour.ts';
import type { Paint } from '../../finished/pdf/paint/paint.ts';
import { nameOf, type PressFinding, type PressRule, round } from '../rule.ts';

/**
 * More ink than 300 % does not dry before the next sheet lies on it, and sets off. What counts is what comes onto the paper:
 * overprinted and multiplied inks together, masked ones in part, hidden ones not at all. Spot inks are wet like others.
 */
export const inkTotal: PressRule = {
  code: 'ink-total',
  severity: 'error',
  says: 'A text, area or picture has more ink than dries on the paper.',
  mend: 'Choose a colour with less ink, or separate the picture again with a profile that limits the ink.',
  clause: 'GWG 2015, Total Ink Area Coverage; ISO 12647-2',
  *check({ file, asks: { ink: limit }, inks }) {
    if (limit === null) return;
    for (const sheet of file.sheets) {
      for (const [index, { most, share, at }] of inks(sheet).heavy) {
        const paint = sheet.paints[index];
        if (paint !== undefined) yield { at: { sheet, point: at }, ...wordsFor(paint, Math.round(most), share, limit) };
      }
    }
  },
};

function wordsFor(paint: Paint, most: number, share: number, limit: number): Pick<PressFinding, 'message' | 'hints'> {
  if (paint.type === 'picture' && paint.colour === null) {
    return {
      message: `${round(100 * share, 1)} % of a picture has more than ${limit} % of ink, up to ${most} %`,
      hints: ['Separate the picture again with a profile that limits the ink, such as FOGRA39.'],
    };
  }
  const colour = paint.colour === null ? '' : ` in ${wordsOf(paint.colour)}`;
  const isOwn = paint.colour?.type !== 'inks' || totalOf(paint.colour) > limit;
  return {
    message: `${nameOf(paint)}${colour}${isOwn ? ' has' : ' and what it is laid on have'} ${most} % of ink; the limit is ${limit} %`,
    hints: ['Choose a colour with less ink, or do not let it overprint or darken what is under it.'],
  };
}
