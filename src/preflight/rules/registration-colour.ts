import { partsOf } from '../../finished/pdf/paint/colour.ts';
import { isSeen, type Paint } from '../../finished/pdf/paint/paint.ts';
import { cornerOf, nameOf, type PressRule } from '../rule.ts';

const mend =
  'Give it black alone (K100), or the ink that is meant; the colour of registration is for marks outside the bleed.';

/** What is in the colour of registration marks stands on every plate, varnish and cut lines included. */
export const registrationColour: PressRule = {
  code: 'registration-colour',
  severity: 'error',
  says: 'Something on the page is in the colour of registration marks, and prints on every plate.',
  mend,
  clause: 'ISO 32000-1, 8.6.6.4',
  *check({ file, printed }) {
    for (const sheet of file.sheets) {
      for (const { paint } of printed(sheet)) {
        if (!isSeen(paint) || !isRegistration(paint)) continue;
        const message = `${nameOf(paint)} is in the colour of registration marks (All), and prints on every plate`;
        yield { at: { sheet, point: cornerOf(paint.box) }, message, hints: [mend] };
      }
    }
  },
};

function isRegistration(paint: Paint): boolean {
  if (paint.type === 'picture' && paint.image.space !== null) {
    const base = paint.image.space.base ?? paint.image.space;
    return base.name === 'Separation All';
  }
  const parts = paint.colour === null ? [] : [...partsOf(paint.colour)];
  return parts.some((part) => part.type === 'inks' && part.isRegistration === true && part.cmyk[3] > 0);
}
