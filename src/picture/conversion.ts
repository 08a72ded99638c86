/** What becomes of a picture's pixels on the way to the press, in words for those who print them. */
import type { Original, Picture } from '../model/picture.ts';
import { type InkedPicture, renderingIntent } from './press.ts';
import type { Profile } from './profile.ts';

export type Conversion = Pick<InkedPicture, 'inking' | 'reduced'>;

const plain: Original = { bits: 8, transparent: false, space: 'sRGB', profile: null };

/**
 * Such as `photo.png: 16 bits, with transparency, sRGB → 8 bits of sRGB on white paper → PSO Coated v3 (perceptual)`. Null for
 * drawings, which are painted in inks and not converted.
 */
export function conversionOf(
  { file, format, width, press: pressed, fullWidth, original = plain }: Picture,
  profile: Pick<Profile, 'name'>,
  { inking, reduced }: Conversion = { inking: 'separated', reduced: null },
): string | null {
  if (format === 'svg') return null;
  if (inking === 'bilevel') return `${file}: 1 bit, black ink alone, as it is`;
  const { bits, transparent } = original;
  const was = [
    ...(bits > 8 ? [`${bits} bits`] : []),
    ...(transparent ? ['with transparency'] : []),
    spaceOf(original),
    ...(fullWidth === undefined ? [] : [`${fullWidth} pixels wide`]),
  ].join(', ');
  const press = `${profile.name === '' ? 'the profile of the press' : profile.name} (${renderingIntent})`;
  const between = original === plain ? [] : [`8 bits of sRGB${transparent ? ' on white paper' : ''}`];
  const made = reduced ?? (fullWidth === undefined ? null : (pressed?.width ?? width));
  const smaller = made === null ? [] : [`${made} pixels wide`];
  return `${file}: ${[was, ...between, ...smaller, inking === 'black' ? 'black ink alone' : press].join(' → ')}`;
}

function spaceOf({ space, profile }: Original): string {
  // Inks that say nothing of their press are read by a profile that the library carries (libvips, "cmyk").
  if (profile === null) return space === 'CMYK' ? 'CMYK without a profile, read as "Chemical proof"' : space;
  return `${space === 'sRGB' ? 'RGB' : space} of ${profile === '' ? 'a profile without a name' : `"${profile}"`}`;
}
