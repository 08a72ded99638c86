import type { Sheet } from '../../finished/pdf/paint/file.ts';
import { isSeen, type PaintedText } from '../../finished/pdf/paint/paint.ts';
import type { PreflightSubject } from '../press.ts';
import { cornerOf, type PressRule } from '../rule.ts';

/** A font that is not in the file is replaced by the shop's machine, with other widths and without Georgian. */
export const fontNotEmbedded: PressRule = {
  code: 'font-not-embedded',
  severity: 'error',
  says: 'A font is not in the file, so that the print shop would print another one.',
  mend: 'Embed all fonts when you export the PDF.',
  clause: 'ISO 15930-7, fonts',
  *check(press) {
    for (const sheet of press.file.sheets) {
      // Fonts that set blanks alone too; invisible text, as of a scan, is not printed (ISO 15930-7, fonts).
      for (const [font, point] of sheet.fonts) {
        if (font.embedded) continue;
        yield {
          at: { sheet, point },
          message: `The font ${font.name} is not in the file`,
          hints: ['Embed all fonts when you export the PDF.'],
        };
      }
    }
  },
};

const damagedMend = 'Install the font again, embed it, and export the PDF from the document.';

/** A machine that cannot read a font prints another one, or nothing. */
export const fontDamaged: PressRule = {
  code: 'font-damaged',
  severity: 'error',
  says: 'A font in the file is damaged, so that its text may not print.',
  mend: damagedMend,
  clause: 'ISO 15930-7, fonts',
  *check({ file }) {
    for (const sheet of file.sheets) {
      for (const [font, point] of sheet.fonts) {
        if (!font.isDamaged) continue;
        const message = `The font ${font.name} is in the file, but damaged`;
        yield { at: { sheet, point }, message, hints: [damagedMend] };
      }
    }
  },
};

/** Glyphs that are drawings: often pictures of letters, without the hints and sharpness of a font. */
export const type3Font: PressRule = {
  code: 'font-type-3',
  severity: 'warning',
  says: 'A font is drawn glyph by glyph (Type 3), and may not be sharp.',
  mend: 'Use an OpenType or TrueType font, or check its letters in a proof.',
  *check(press) {
    if (!press.asks.quality) return;
    for (const { sheet, text } of fontsOf(press)) {
      if (text.font.kind !== 'Type3') continue;
      yield {
        at: { sheet, point: cornerOf(text.box) },
        message: `The font ${text.font.name} is a Type 3 font, drawn glyph by glyph`,
        hints: ['Use an OpenType or TrueType font, or check its letters in a proof.'],
      };
    }
  },
};

/** The first text in each font on each page. */
function* fontsOf({ file }: PreflightSubject): Generator<{ readonly sheet: Sheet; readonly text: PaintedText }> {
  for (const sheet of file.sheets) {
    const seen = new Set<string>();
    for (const paint of [...sheet.paints, ...sheet.inner]) {
      if (paint.type !== 'text' || !isSeen(paint) || seen.has(paint.font.name)) continue;
      seen.add(paint.font.name);
      yield { sheet, text: paint };
    }
  }
}
