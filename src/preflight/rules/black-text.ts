import { isPaper, isPureBlack, partsOf, sum, wordsOf } from '../../finished/pdf/paint/colour.ts';
import type { Sheet } from '../../finished/pdf/paint/file.ts';
import { isSeen, type Paint, type PaintedText } from '../../finished/pdf/paint/paint.ts';
import type { PreflightSubject } from '../press.ts';
import { cornerOf, type PressRule, quote } from '../rule.ts';

/** Percent of black ink from which a text is meant to be black. */
const dark = 85;

/** Black of several plates shows coloured edges wherever they do not meet exactly. */
export const richBlackText: PressRule = {
  code: 'rich-black-text',
  severity: 'warning',
  says: 'Black text is mixed from several inks, and shows coloured edges where they do not meet exactly.',
  mend: 'Print it in black alone (K100).',
  clause: 'GWG 2015, Rich Black Text',
  *check(press) {
    for (const { sheet, text } of textsOf(press)) {
      if (text.colour.type !== 'inks' || text.colour.cmyk[3] < dark || sum(text.colour.cmyk) === text.colour.cmyk[3])
        continue;
      yield {
        at: { sheet, point: cornerOf(text.box) },
        message: `The black text ${quote(text.text)} is mixed from ${wordsOf(text.colour)}`,
        hints: ['Print it in black alone (K100).'],
      };
    }
  },
};

/** Black text that leaves a hole in its ground shows a white edge there. */
export const blackKnocksOut: PressRule = {
  code: 'black-knocks-out',
  severity: 'warning',
  says: 'Black text does not overprint its background, and shows a white edge where the plates do not meet exactly.',
  mend: 'Turn on overprint for it, with overprint mode 1, in DeviceCMYK.',
  clause: 'GWG 2015, Overprint 100% Black Text',
  *check(press) {
    for (const { sheet, text } of textsOf(press)) {
      if (!isPureBlack(text.colour) || text.keeps === 'others') continue;
      yield {
        at: { sheet, point: cornerOf(text.box) },
        message: `The black text ${quote(text.text)} does not overprint its background`,
        hints: ['Turn on overprint for it, with overprint mode 1, in DeviceCMYK.'],
      };
    }
  },
};

/** White is where no ink is: what overprints with no ink is not there at all. */
export const whiteOverprints: PressRule = {
  code: 'white-overprints',
  severity: 'error',
  says: 'White text or a white shape overprints, and will not be visible.',
  mend: 'Turn off overprint for it.',
  clause: 'GWG 2015, Overprint White Text, Overprint White Paths',
  *check({ file, asks, printed }) {
    if (!asks.quality) return;
    for (const sheet of file.sheets) {
      for (const { paint } of printed(sheet)) {
        if (paint.keeps !== 'others' || !isSeen(paint) || !isWhite(paint)) continue;
        const what = paint.type === 'text' ? `The white text ${quote(paint.text)}` : 'A white shape';
        yield {
          at: { sheet, point: cornerOf(paint.box) },
          message: `${what} overprints and will not be visible`,
          hints: ['Turn off overprint for it.'],
        };
      }
    }
  },
};

function isWhite({ colour }: Paint): boolean {
  return colour !== null && [...partsOf(colour)].length > 0 && [...partsOf(colour)].every(isPaper);
}

function* textsOf(press: PreflightSubject): Generator<{ readonly sheet: Sheet; readonly text: PaintedText }> {
  if (!press.asks.quality) return;
  for (const sheet of press.file.sheets) {
    for (const { paint } of press.printed(sheet))
      if (paint.type === 'text' && isSeen(paint)) yield { sheet, text: paint };
  }
}
