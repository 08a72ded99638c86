/** When the formats and languages of one document are better made by several threads. */
import { roomFor } from '../thread-room.ts';

/** Bytes of a data file of which there are several formats. */
const longFile = 256 * 1024;
/**
 * The same of one format: in several languages alone, a thread’s start and its reading take as long as the pages that another need
 * not make, up to some 200 of them.
 */
const longForLanguages = 1024 * 1024;
/** Each thread reads the document by itself: with what its start takes half as much work again, which two would hardly win back. */
const fewCores = 2;

/** How many threads a data file of so many bytes is worth. */
export function coresFor(size: number, hasManyFormats: boolean): number {
  const { jobs: cores } = roomFor();
  return size > (hasManyFormats ? longFile : longForLanguages) && cores > fewCores ? cores : 1;
}
