/**
 * Pictures that were made ready for documents: several places of one, the documents of a batch and each key stroke in the studio show
 * the same photos and drawings, and to open a photo of 50 megapixels takes half a second.
 */
import { createHash } from 'node:crypto';
import { Kept } from '../kept.ts';
import type { Crop, Picture } from '../model/picture.ts';
import type { NamedPicture } from './named.ts';
import type { Room } from './room.ts';

/** Throws `Refused` where a picture cannot be used. */
export type PictureReader = (bytes: Uint8Array, named: NamedPicture, room: Room, crop: Crop | null) => Promise<Settled>;

type Settled = Omit<Picture, 'file'>;

/** 48 MB: some thirty photos as wide as a page, ready for the press too. */
const kept = new Kept<Settled>(48e6, ({ bytes, press, black }) =>
  [bytes, press?.bytes, black].reduce((sum, each) => sum + (each?.length ?? 0), 0),
);

/** Those that are being read. */
const readings = new Map<string, Promise<Settled>>();

/** What besides its bytes a reader makes a picture of. */
type KeyOf = (named: NamedPicture, room: Room, crop: Crop | null) => readonly unknown[];

/** Of pixels: as many as a place has room for. */
const ofPlace: KeyOf = (_, { width, height, light = false }, crop) => [width, height, light, crop?.ratio, crop?.focus];

/** Of drawings: the words of a language. */
export const ofLanguage: KeyOf = ({ lang }) => [lang];

/** The reader, which is asked once for the same bytes and key. What it refuses it refuses at each place that names it. */
export function settling(read: PictureReader, keyOf: KeyOf = ofPlace): PictureReader {
  return async (bytes, named, room, crop) => {
    const content = createHash('sha256').update(bytes).digest('base64');
    const key = JSON.stringify([content, ...keyOf(named, room, crop)]);
    const known = kept.find(key);
    if (known !== undefined) return known;
    const reading = readings.get(key);
    if (reading !== undefined) return reading.catch(() => read(bytes, named, room, crop));
    const own = read(bytes, named, room, crop).finally(() => readings.delete(key));
    readings.set(key, own);
    const picture = await own;
    kept.keep(key, picture);
    return picture;
  };
}
