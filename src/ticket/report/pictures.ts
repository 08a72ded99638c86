/** Plates of a page as pictures: all inks together as the press shows them, each by itself, and how much ink lies where. */
import type { Cmyk } from '../../finished/pdf/paint/colour.ts';
import { partsOf } from '../../finished/pdf/paint/colour.ts';
import type { Sheet } from '../../finished/pdf/paint/file.ts';
import { proof } from '../../picture/proof.ts';
import { loadSharp } from '../../picture/sharp.ts';
import type { Plates } from '../../preflight/plates/plates.ts';

/** `data:` address of a picture. */
type Address = string;

/** Steps that the amounts of an ink are told apart in: finer ones no eye sees. */
const step = 4;

/** @param profile that of the press; without it colours are told by a bare formula */
export async function togetherOf(plates: Plates, sheet: Sheet, profile: Uint8Array | null): Promise<Address> {
  const { frame, planes, inks } = plates;
  const looks = looksOf(sheet);
  const extra = inks.names.slice(4).map((name) => looks.get(name) ?? ([0, 0, 0, 50] as const));
  const dots = frame.width * frame.height;
  const places = new Map<number, number>();
  const colours: Cmyk[] = [];
  const chosen = new Uint32Array(dots);
  for (let dot = 0; dot < dots; dot += 1) {
    const part = (ink: 0 | 1 | 2 | 3): number => {
      let sum = planes[ink]?.[dot] ?? 0;
      for (const [at, look] of extra.entries()) sum += ((planes[at + 4]?.[dot] ?? 0) * look[ink]) / 100;
      return Math.round(Math.min(100, sum) / step) * step;
    };
    const colour: Cmyk = [part(0), part(1), part(2), part(3)];
    const key = colour.reduce((all, ink) => all * 128 + ink, 0);
    let place = places.get(key);
    if (place === undefined) {
      place = colours.push(colour) - 1;
      places.set(key, place);
    }
    chosen[dot] = place;
  }
  const shown = (profile === null ? null : await proof(colours, profile)) ?? colours.map(bare);
  const pixels = new Uint8Array(3 * dots);
  for (let dot = 0; dot < dots; dot += 1) pixels.set(shown[chosen[dot] ?? 0] ?? [255, 255, 255], 3 * dot);
  const sharp = await loadSharp();
  const raw = { width: frame.width, height: frame.height, channels: 3 } as const;
  return addressOf('jpeg', await sharp(pixels, { raw }).jpeg({ quality: 84 }).toBuffer());
}

const bare = ([c, m, y, k]: Cmyk): readonly [number, number, number] => {
  const light = (ink: number): number => Math.round(255 * (1 - ink / 100) * (1 - k / 100));
  return [light(c), light(m), light(y)];
};

/** How full spot inks look in those of the press, as far as the page tells. */
function looksOf({ paints }: Sheet): ReadonlyMap<string, Cmyk> {
  const looks = new Map<string, Cmyk>();
  for (const { colour } of paints) {
    for (const part of colour === null ? [] : partsOf(colour)) {
      const [spot] = part.type === 'inks' ? part.spots : [];
      if (part.type !== 'inks' || spot === undefined || part.look === null || spot.tint <= 0) continue;
      const full = (ink: number): number => Math.min(100, (ink * 100) / spot.tint);
      const [c, m, y, k] = part.look;
      if (!looks.has(spot.name)) looks.set(spot.name, [full(c), full(m), full(y), full(k)]);
    }
  }
  return looks;
}

export interface PlatePicture {
  readonly ink: string;
  readonly picture: Address;
  /** Of the page, from 0 to 1. */
  readonly share: number;
  /** Percent. */
  readonly most: number;
}

/** Of each ink that is on the page. */
export async function platesAlone({ frame, planes, inks, fullest }: Plates): Promise<readonly PlatePicture[]> {
  const made: PlatePicture[] = [];
  for (const [plate, plane] of planes.entries()) {
    let [most, inked] = [fullest[plate] ?? 0, 0];
    for (const ink of plane) {
      if (ink > most) most = ink;
      if (ink > 0.5) inked += 1;
    }
    if (inked === 0) continue;
    const grey = Uint8Array.from(plane, (ink) => Math.round(255 - Math.min(100, ink) * 2.55));
    const picture = await greyPicture(grey, frame);
    made.push({ ink: inks.names[plate] ?? '', picture, share: inked / plane.length, most });
  }
  return made;
}

export interface Heat {
  readonly picture: Address;
  readonly most: number;
  /** For each class how much of the page is in it, from 0 to 1. */
  readonly shares: readonly number[];
}

/** From light to dark, so that they are told apart without their hues. */
export const heatColours = ['#ffffff', '#fbe3b5', '#f0a860', '#c8552b', '#4a0d16'] as const;

/** What the classes end with, in percent; the last has no end. */
export const heatEnds = (limit: number): readonly number[] => [0, limit / 3, (2 * limit) / 3, limit];

export async function heatOf(plates: Plates, limit: number): Promise<Heat> {
  const { frame } = plates;
  const dots = frame.width * frame.height;
  const ends = heatEnds(limit);
  const counts = heatColours.map(() => 0);
  const colours = heatColours.map((hex) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)));
  const pixels = new Uint8Array(3 * dots);
  let most = 0;
  for (let dot = 0; dot < dots; dot += 1) {
    // Of words what their letters have, not what these cover of a dot.
    const ink = Math.max(plates.wet(dot), plates.fine[dot] ?? 0);
    if (ink > most) most = ink;
    const found = ends.findIndex((end) => ink <= end + 0.5);
    const heat = found === -1 ? ends.length : found;
    counts[heat] = (counts[heat] ?? 0) + 1;
    pixels.set(colours[heat] ?? [0, 0, 0], 3 * dot);
  }
  const sharp = await loadSharp();
  const raw = { width: frame.width, height: frame.height, channels: 3 } as const;
  const png = await sharp(pixels, { raw }).png({ palette: true, colours: 8 }).toBuffer();
  return { picture: addressOf('png', png), most, shares: counts.map((count) => count / dots) };
}

async function greyPicture(grey: Uint8Array, { width, height }: Plates['frame']): Promise<Address> {
  const sharp = await loadSharp();
  const png = sharp(grey, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .png({ compressionLevel: 9 });
  return addressOf('png', await png.toBuffer());
}

const addressOf = (kind: 'png' | 'jpeg', bytes: Uint8Array): Address =>
  `data:image/${kind};base64,${Buffer.from(bytes).toString('base64')}`;
