import { type InkColour, sum, totalOf } from '../../finished/pdf/paint/colour.ts';
import { centreOf } from '../../finished/pdf/paint/geometry.ts';
import { isSeen } from '../../finished/pdf/paint/paint.ts';
import { cornerOf, type PressRule, quote, round } from '../rule.ts';

/*
 * Points, below which the usual misfit of plates (a tenth of a millimetre) is as wide as a stem and colours letters at their
 * edges or fills them. Printers' guides ask for 8 pt for type in two or more inks, and for 6 to 8 pt for type that is left
 * white in a ground of several inks; 7 is the middle of these, and right for a sans serif without thin strokes as FiraGO.
 */

/** Percent. A lighter tint has no edge that shows. */
const faint = 10;

export const smallTextInks: PressRule = {
  code: 'small-text-inks',
  severity: 'warning',
  says: 'Small text is printed in several inks, and will not be sharp.',
  mend: 'Make it larger, or print it or its background in one ink.',
  clause: 'GWG 2015, Small Text',
  *check({ file, asks: { type: limits }, ground, printed }) {
    if (limits === null) return;
    for (const sheet of file.sheets) {
      for (const { index, paint } of printed(sheet)) {
        if (paint.type !== 'text' || !isSeen(paint) || paint.colour.type !== 'inks') continue;
        if (paint.size >= limits.positive - 0.01) continue;
        const own = inksOf(paint.colour);
        const under = ground(sheet).at(centreOf(paint.box), index);
        const isReversed = under !== null && paint.keeps !== 'others' && isLighter(paint.colour, under);
        const count = isReversed ? inksOf(under) : own;
        const limit = isReversed ? limits.reversed : limits.positive;
        if (count < 2 || paint.size >= limit - 0.01) continue;
        const how = isReversed ? `light on a background of ${count} inks` : `printed in ${count} inks`;
        yield {
          at: { sheet, point: cornerOf(paint.box) },
          message: `The text ${quote(paint.text)} of ${round(paint.size, 1)} pt is ${how}; ${limit} pt or more stay sharp`,
          hints: [isReversed ? 'Make it larger, or print its background in one ink.' : 'Make it larger, or black.'],
        };
      }
    }
  },
};

function inksOf({ cmyk, spots }: InkColour): number {
  return [...cmyk, ...spots.map(({ tint }) => tint)].filter((percent) => percent > faint).length;
}

/** Text whose letters are holes in the inks of a dark ground: what misfits there is the ground’s edge. */
function isLighter(text: InkColour, ground: InkColour): boolean {
  return totalOf(ground) >= 60 && darknessOf(text) < darknessOf(ground) / 2;
}

/** Percent of the press's inks that look like it; of a spot ink that does not tell, its tint. */
const darknessOf = (colour: InkColour): number => (colour.look === null ? totalOf(colour) : sum(colour.look));
