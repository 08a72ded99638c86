import { type Colour, partsOf } from '../../finished/pdf/paint/colour.ts';
import type { Sheet } from '../../finished/pdf/paint/file.ts';
import type { Paint } from '../../finished/pdf/paint/paint.ts';
import type { Space } from '../../finished/pdf/paint/spaces.ts';
import { spaceName } from '../facts.ts';
import { cornerOf, type PressFinding, type PressRule, quote } from '../rule.ts';

/**
 * Red, green and blue are for screens: each machine separates them in its own way, black becomes four inks. Groups that
 * blend in RGB turn all inks in them into light and back. Lab is what spot colours are told in, and no such trap.
 */
export const rgbColor: PressRule = {
  code: 'rgb-color',
  severity: 'error',
  says: 'Something is coloured or blended in RGB, which each press turns into inks in its own way.',
  mend: 'Convert it to CMYK with the profile of the press.',
  clause: 'GWG 2015, Color Space',
  *check({ file }) {
    for (const sheet of file.sheets) {
      for (const paint of sheet.paints) yield* judge(paint, sheet, true);
      for (const paint of sheet.inner) yield* judge(paint, sheet, false);
      if (sheet.blending !== null && isRgb(sheet.blending)) {
        yield {
          at: { sheet, point: null },
          message: `The page is blended in ${sheet.blending.name}`,
          hints: [groupHint],
        };
      }
    }
    const group = file.groups.find(isRgb);
    const isPage = file.sheets.some(({ blending }) => blending !== null && isRgb(blending));
    if (group !== undefined && !isPage) {
      yield { at: null, message: `A transparency group is blended in ${group.name}`, hints: [groupHint] };
    }
  },
};

const groupHint = 'Choose CMYK as the blending space of the document.';

function* judge(paint: Paint, sheet: Sheet, hasPlace: boolean): Generator<PressFinding> {
  const point = hasPlace ? cornerOf(paint.box) : null;
  const hint = 'Convert it to CMYK with the profile of the press.';
  if (paint.type === 'picture' && paint.image.space !== null && isRgb(paint.image.space)) {
    yield { at: { sheet, point }, message: `A picture is in ${spaceName(paint.image)}`, hints: [hint] };
    return;
  }
  if (paint.colour === null) return;
  const space = rgbIn(paint.colour);
  if (space === null) return;
  const what = paint.type === 'text' ? `The text ${quote(paint.text)}` : paint.type === 'stroke' ? 'A line' : 'An area';
  yield { at: { sheet, point }, message: `${what} is coloured in ${space}`, hints: [hint] };
}

function rgbIn(colour: Colour): string | null {
  for (const part of partsOf(colour)) if (part.type === 'rgb') return part.space;
  return null;
}

function isRgb(space: Space): boolean {
  const base = space.base ?? space;
  return base.components === 3 && base.colour([0, 0, 0]).type === 'rgb';
}
