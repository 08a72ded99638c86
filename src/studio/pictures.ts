/** Pictures of a document: shown from its folder, and put there. */
import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { writeWhole } from '../staging.ts';
import { HttpError } from './http.ts';
import { placeIn } from './place.ts';

export const pictureLimit: number = 40 * 2 ** 20;

const types: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  webp: 'image/webp',
};

/** A picture that a data file names. Throws `HttpError` for what is none, or lies outside the project. */
export async function readPicture(root: string, file: string, src: string): Promise<{ bytes: Buffer; type: string }> {
  const type = types[path.extname(src).slice(1).toLowerCase()];
  const outside = new HttpError(404, 'not-found', 'The picture is not there.');
  if (type === undefined || src.includes('\0')) throw outside;
  const absolute = await realpath(path.resolve(root, path.dirname(file), src)).catch(() => null);
  const home = await realpath(root);
  if (absolute === null || !absolute.startsWith(home + path.sep)) throw outside;
  if (!(await stat(absolute)).isFile()) throw outside;
  return { bytes: await readFile(absolute), type };
}

/** Saves a picture beside a data file under a name that is free, or the name of one with the same bytes. Gives the name. */
export async function savePicture(root: string, file: string, wish: string, bytes: Uint8Array): Promise<string> {
  const extension = path.extname(wish).slice(1).toLowerCase();
  if (types[extension] === undefined)
    throw new HttpError(415, 'not-a-picture', 'Pictures are PNG, JPEG, WebP, AVIF, TIFF or SVG files.');
  const base =
    path
      .basename(wish, path.extname(wish))
      .normalize('NFC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'picture';
  const folder = await placeIn(root, path.dirname(file));
  for (let count = 1; count < 1000; count += 1) {
    const name = `${base}${count === 1 ? '' : `-${count}`}.${extension}`;
    const there = await readFile(path.join(folder, name)).catch(() => null);
    if (there?.equals(bytes) === true) return name;
    if (there !== null || (await stat(path.join(folder, name)).catch(() => null)) !== null) continue;
    await writeWhole(path.join(folder, name), bytes);
    return name;
  }
  throw new HttpError(409, 'too-many', 'There are too many pictures of this name.');
}
