/** The identity of pictures that are judged. */
import { createHash } from 'node:crypto';
import type { Document } from '../model/document.ts';
import type { Picture } from '../model/picture.ts';
import { blocksOf, picturesOf } from '../model/walk.ts';
import type { World } from '../world.ts';

/**
 * Hashes of the files as the project has them: an answer about a picture still holds when Etrati makes it lighter in another
 * way. Of what was made where no file can be read, as for a code that leads to an address.
 */
export async function hashPictures(
  documents: readonly Document[],
  world: World,
): Promise<(picture: Picture) => string> {
  const hashes = new Map<string, string>();
  const pictures = documents.flatMap((document) => blocksOf(document).flatMap(picturesOf));
  for (const { file } of pictures) {
    if (hashes.has(file)) continue;
    const bytes = await world.read(file).catch(() => null);
    if (bytes !== null) hashes.set(file, hashOf(bytes));
  }
  return ({ file, bytes }) => hashes.get(file) ?? hashOf(bytes);
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
