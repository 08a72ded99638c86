import { type Colour, type LightColour, partsOf } from '../../finished/pdf/paint/colour.ts';
import type { Sheet } from '../../finished/pdf/paint/file.ts';
import { colourOf } from '../../finished/pdf/paint/images.ts';
import { isSeen, type Paint } from '../../finished/pdf/paint/paint.ts';
import { spaceName } from '../facts.ts';
import type { PreflightSubject } from '../press.ts';
import { cornerOf, nameOf, type PressFinding, type PressRule } from '../rule.ts';

const mend = 'Convert it to CMYK with the profile of the press.';

/**
 * Red, green and blue are for screens: each machine separates them in its own way, black becomes four inks. With a profile
 * it is known which colours are meant, and PDF/X-4 allows it; a shop that wants CMYK alone does not.
 */
export const rgbColor: PressRule = {
  code: 'rgb-color',
  severity: 'error',
  says: 'Something is coloured in RGB, which each press turns into inks in its own way.',
  mend,
  clause: 'ISO 15930-7, colour spaces; GWG 2015, Color Space',
  *check(press) {
    for (const { light, ...finding } of lightsOf(press, 'rgb')) {
      if (isDevice(light) || press.asks.colours === 'cmyk') yield finding;
    }
  },
};

export const rgbProfile: PressRule = {
  code: 'rgb-profile',
  severity: 'warning',
  says: 'Something is coloured in RGB with a profile: its colours are known, but its inks are chosen by the print shop.',
  mend: 'Ask the print shop whether it takes RGB, or convert it to CMYK with the profile of the press.',
  clause: 'GWG 2015, Color Space',
  *check(press) {
    if (press.asks.colours !== 'warn') return;
    for (const { light, ...finding } of lightsOf(press, 'rgb')) {
      if (isDevice(light)) continue;
      yield { ...finding, hints: ['Ask the print shop whether it takes RGB, or convert it to CMYK.'] };
    }
  },
};

const greyMend = 'Use DeviceGray, or black ink alone (K).';

/** Through the profile of the press a grey becomes all of its inks; some machines keep it black, and nobody tells which. */
export const greyProfile: PressRule = {
  code: 'grey-profile',
  severity: 'warning',
  says: 'A grey or black has a profile: many presses print it in four inks, and not in black alone.',
  mend: greyMend,
  clause: 'ISO 32000-1, 8.6.5.7; GWG 2015, Color Space',
  *check(press) {
    if (press.asks.colours !== 'warn') return;
    for (const { light: _, ...finding } of lightsOf(press, 'grey')) yield { ...finding, hints: [greyMend] };
  },
};

const ownMend = 'Convert it to the inks of the press, with the profile of the press.';

export const profileColor: PressRule = {
  code: 'profile-color',
  severity: 'error',
  says: 'Something is coloured in Lab or in a grey with a profile, and the print shop takes inks alone.',
  mend: ownMend,
  clause: 'GWG 2015, Color Space',
  *check(press) {
    if (press.asks.colours !== 'cmyk') return;
    for (const kind of ['lab', 'grey'] as const)
      for (const { light: _, ...finding } of lightsOf(press, kind)) yield { ...finding, hints: [ownMend] };
  },
};

/** Whether nothing tells which red, green and blue are meant. */
const isDevice = ({ space }: LightColour): boolean => space === 'DeviceRGB';

function* lightsOf(
  { file, printed }: PreflightSubject,
  kind: LightColour['type'],
): Generator<PressFinding & { readonly light: LightColour }> {
  for (const sheet of file.sheets) {
    for (const { paint } of printed(sheet)) yield* judge(paint, sheet, kind, true);
    for (const paint of sheet.inner) yield* judge(paint, sheet, kind, false);
  }
}

function* judge(paint: Paint, sheet: Sheet, kind: LightColour['type'], hasPlace: boolean) {
  // Words of a scan that lie under it print nothing.
  if (!isSeen(paint)) return;
  const light = lightIn(colourOf(paint), kind);
  if (light === null) return;
  const at = { sheet, point: hasPlace ? cornerOf(paint.box) : null };
  const how =
    paint.type === 'picture' && paint.colour === null
      ? `is in ${spaceName(paint.image)}`
      : `is coloured in ${light.space}`;
  yield { at, message: `${nameOf(paint)} ${how}`, hints: [mend], light };
}

/** That of a device first, which is the worse. */
function lightIn(colour: Colour, kind: LightColour['type']): LightColour | null {
  const lights = [...partsOf(colour)].flatMap((part) => (part.type === kind ? [part as LightColour] : []));
  return lights.find(isDevice) ?? lights[0] ?? null;
}
