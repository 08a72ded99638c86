/**
 * Pictures that were made ready for documents: several places of one, the documents of a batch and each key stroke in the studio show
 * the same photos and drawings, and to open a photo of 50 megapixels takes half a second.
 */
import { createHash } from 'node:crypto';
import { startupSnapshot } from 'node:v8';
import type { Crop, Picture } from '../model/picture.ts';
import type { NamedPicture } from './named.ts';
import type { Room } from './room.ts';

/** Throws `Refused` where a picture cannot be used. */
export type PictureReader = (
  bytes: Uint8Array,
  named: NamedPicture,
  room: Room,
  crop: Crop | null,
) => Promise<Omit<Picture, 'file'>>;

interface Kept {
  readonly picture: Promise<Omit<Picture, 'file'>>;
  /** Bytes of memory; 0 until it is read. */
  held: number;
}

/** 48 MB: some thirty photos as wide as a page, ready for the press too. */
const most = 48e6;

/** The oldest use first. */
const kept = new Map<string, Kept>();

/** What besides its bytes a reader makes a picture of. */
type KeyOf = (named: NamedPicture, room: Room, crop: Crop | null) => readonly unknown[];

/** Of pixels: as many as a place has room for. */
const ofPlace: KeyOf = (_, { width, height, light = false }, crop) => [width, height, light, crop?.ratio, crop?.focus];

/** Of drawings: the words of a language. */
export const ofLanguage: KeyOf = ({ lang }) => [lang];

/** The reader, which is asked once for the same bytes and key. What it refuses it refuses at each place that names it. */
export function settling(read: PictureReader, keyOf: KeyOf = ofPlace): PictureReader {
  return (bytes, named, room, crop) => {
    // The pictures that a snapshot is warmed with are nobody's.
    if (startupSnapshot.isBuildingSnapshot()) return read(bytes, named, room, crop);
    const content = createHash('sha256').update(bytes).digest('base64');
    const key = JSON.stringify([content, ...keyOf(named, room, crop)]);
    const known = kept.get(key);
    if (known !== undefined) {
      kept.delete(key);
      kept.set(key, known);
      return known.picture.catch(() => read(bytes, named, room, crop));
    }
    const picture = read(bytes, named, room, crop);
    const entry: Kept = { picture, held: 0 };
    kept.set(key, entry);
    picture.then(
      (made) => {
        entry.held = made.bytes.length + (made.press?.bytes.length ?? 0);
        shed();
      },
      () => kept.delete(key),
    );
    return picture;
  };
}

/** Forgets what was asked for longest ago, until the others fit. */
function shed(): void {
  let held = [...kept.values()].reduce((sum, entry) => sum + entry.held, 0);
  for (const [key, entry] of kept) {
    if (held <= most) return;
    kept.delete(key);
    held -= entry.held;
  }
}
