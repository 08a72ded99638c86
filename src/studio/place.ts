/** Where files of a project are on the disk: in the project, whatever links lead there. */
import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { HttpError } from './http.ts';

/** The whole path of a file, whether it is there or not. Throws `HttpError` where a link leads out of the project. */
export async function placeIn(root: string, file: string): Promise<string> {
  const place = path.join(root, file);
  const [home, nearest] = await Promise.all([realpath(root), realplace(place)]);
  if (nearest !== home && !nearest.startsWith(home + path.sep))
    throw new HttpError(404, 'outside', `"${file}" leads out of the project.`);
  return place;
}

/** Of what is not there, its nearest folder. */
async function realplace(place: string): Promise<string> {
  try {
    return await realpath(place);
  } catch {
    // A link to what is not there is no folder of ours to write through either.
    const around = path.dirname(place);
    return around === place ? place : realplace(around);
  }
}

/** A file that can be read: no folder, device or pipe, and of at most so many bytes. Throws `HttpError` for others. */
export async function fileIn(root: string, file: string, most: number): Promise<{ place: string; changed: number }> {
  const place = await placeIn(root, file);
  const facts = await stat(place).catch(() => null);
  if (!facts?.isFile()) throw new HttpError(404, 'not-found', `"${file}" is not there.`);
  if (facts.size > most)
    throw new HttpError(413, 'too-large', `"${file}" has more than ${Math.round(most / 2 ** 20)} MB.`);
  return { place, changed: facts.mtimeMs };
}
