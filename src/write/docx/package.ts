/**
 * The finished package. The same document gives the same bytes: entries in order, one time for all, no clock and no
 * random names. (docx's own random names and process-wide counters are kept out where they would arise: links, drawings
 * and bookmarks have numbers of ours.)
 */
import { type File, Packer } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { type Parts, unshield } from './xml.ts';

/** The first moment that a zip entry can have, told in local time, as zip files tell it. */
const firstMoment = new Date(1980, 0, 1);

/** docx's package with `parts` of ours in the place of, or beside, its own. */
export async function packageOf(file: File, parts: Parts): Promise<Uint8Array> {
  const packed: Record<string, Uint8Array> = unzipSync(await Packer.toBuffer(file));
  for (const [path, content] of Object.entries(parts)) {
    packed[path] = typeof content === 'string' ? strToU8(content) : content;
  }
  const entries = Object.keys(packed)
    .sort()
    .map((path) => [path, settled(path, packed[path] ?? new Uint8Array())] as const);
  return zipSync(Object.fromEntries(entries), { mtime: firstMoment });
}

function settled(path: string, bytes: Uint8Array): Uint8Array {
  return /^word\/(document|header\d+|footer\d+)\.xml$/.test(path) ? strToU8(unshield(strFromU8(bytes))) : bytes;
}
