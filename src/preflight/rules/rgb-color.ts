import { type Colour, partsOf } from '../../finished/pdf/paint/colour.ts';
import type { Sheet } from '../../finished/pdf/paint/file.ts';
import type { Paint } from '../../finished/pdf/paint/paint.ts';
import { deviceOf, type Space } from '../../finished/pdf/paint/spaces.ts';
import { spaceName } from '../facts.ts';
import type { PreflightSubject } from '../press.ts';
import { cornerOf, type PressFinding, type PressRule, quote } from '../rule.ts';

const mend = 'Convert it to CMYK with the profile of the press.';

/**
 * Red, green and blue are for screens: each machine separates them in its own way, black becomes four inks. With a profile
 * it is known which colours are meant, and PDF/X-4 allows it; a shop that wants CMYK alone does not. Lab is what spot
 * colours are told in, and no such trap.
 */
export const rgbColor: PressRule = {
  code: 'rgb-color',
  severity: 'error',
  says: 'Something is coloured in RGB, which each press turns into inks in its own way.',
  mend,
  clause: 'ISO 15930-7, colour spaces; GWG 2015, Color Space',
  *check(press) {
    for (const { light, ...finding } of lightsOf(press)) {
      if (light.isDevice || press.asks.colours === 'cmyk') yield finding;
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
    for (const { light, ...finding } of lightsOf(press)) {
      if (light.isDevice) continue;
      yield { ...finding, hints: ['Ask the print shop whether it takes RGB, or convert it to CMYK.'] };
    }
  },
};

interface Light {
  readonly name: string;
  /** Whether nothing tells which red, green and blue are meant. */
  readonly isDevice: boolean;
}

function* lightsOf({ file, printed }: PreflightSubject): Generator<PressFinding & { readonly light: Light }> {
  for (const sheet of file.sheets) {
    for (const { paint } of printed(sheet)) yield* judge(paint, sheet, true);
    for (const paint of sheet.inner) yield* judge(paint, sheet, false);
  }
}

function* judge(paint: Paint, sheet: Sheet, hasPlace: boolean) {
  const at = { sheet, point: hasPlace ? cornerOf(paint.box) : null };
  if (paint.type === 'picture' && paint.image.space !== null) {
    const light = lightOf(paint.image.space);
    if (light !== null) {
      yield { at, message: `A picture is in ${spaceName(paint.image)}`, hints: [mend], light };
      return;
    }
  }
  if (paint.colour === null) return;
  const name = rgbIn(paint.colour);
  if (name === null) return;
  const what = paint.type === 'text' ? `The text ${quote(paint.text)}` : paint.type === 'stroke' ? 'A line' : 'An area';
  yield { at, message: `${what} is coloured in ${name}`, hints: [mend], light: { name, isDevice: isDevice(name) } };
}

const isDevice = (name: string): boolean => name === 'DeviceRGB';

/** That of a device first, which is the worse. */
function rgbIn(colour: Colour): string | null {
  const names = [...partsOf(colour)].flatMap((part) => (part.type === 'rgb' ? [part.space] : []));
  return names.find(isDevice) ?? names[0] ?? null;
}

function lightOf(space: Space): Light | null {
  const base = space.base ?? space;
  if (base.components !== 3 || base.colour([0, 0, 0]).type !== 'rgb') return null;
  return { name: base.name, isDevice: deviceOf(base) === 'RGB' };
}
