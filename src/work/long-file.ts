/** When the formats of one document are better made by several threads. */
import { availableParallelism } from 'node:os';

/** Bytes of a data file. */
const longFile = 256 * 1024;
/** Each thread reads and checks the document by itself: a third of the work of all formats, which two would hardly win back. */
const fewCores = 2;

/** How many threads a data file of so many bytes is worth. */
export function coresFor(size: number): number {
  const cores = availableParallelism();
  return size > longFile && cores > fewCores ? cores : 1;
}
