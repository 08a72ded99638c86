import { wordsOf } from '../../finished/pdf/paint/colour.ts';
import type { Paint } from '../../finished/pdf/paint/paint.ts';
import { permitted } from '../picture-inks.ts';
import { cornerOf, type PressRule, quote, round } from '../rule.ts';
import { totalsOf } from '../totals.ts';

/**
 * More ink than 300 % does not dry before the next sheet lies on it, and sets off. What overprints counts with what is under
 * it; spot inks are wet like others.
 */
export const inkTotal: PressRule = {
  code: 'ink-total',
  severity: 'error',
  says: 'A text, area or picture has more ink than dries on the paper.',
  mend: 'Choose a colour with less ink, or separate the picture again with a profile that limits the ink.',
  clause: 'GWG 2015, Total Ink Area Coverage; ISO 12647-2',
  *check({ file, asks: { ink: mostInk }, pictureInks, ground }) {
    if (mostInk === null) return;
    for (const sheet of file.sheets) {
      for (const { paint, total } of totalsOf(sheet, ground(sheet))) {
        if (total <= mostInk + 0.5) continue;
        const colour = paint.colour === null ? '' : ` in ${wordsOf(paint.colour)}`;
        yield {
          at: { sheet, point: cornerOf(paint.box) },
          message: `${nameOf(paint)}${colour} has ${round(total)} % of ink; the limit is ${mostInk} %`,
          hints: ['Choose a colour with less ink, or do not let it overprint what is under it.'],
        };
      }
      for (const paint of sheet.paints) {
        const ink = paint.type === 'picture' && paint.image.stream ? pictureInks.get(paint.image.stream) : undefined;
        if (ink === undefined || ink.over <= permitted) continue;
        yield {
          at: { sheet, point: cornerOf(paint.box) },
          message: `${round(100 * ink.over, 1)} % of a picture has more than ${mostInk} % of ink, up to ${ink.most} %`,
          hints: ['Separate the picture again with a profile that limits the ink, such as FOGRA39.'],
        };
      }
    }
  },
};

function nameOf(paint: Paint): string {
  if (paint.type === 'text') return `The text ${quote(paint.text)}`;
  return paint.type === 'stroke' ? 'A line' : paint.type === 'area' ? 'An area' : 'A stencil';
}
