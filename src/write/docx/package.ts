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

/** What docx always writes: notes in styles that a document without notes lacks, and properties that are none. */
const unused = ['word/footnotes.xml', 'word/endnotes.xml', 'docProps/custom.xml'];

/** docx's package with `parts` of ours in the place of, or beside, its own. */
export async function packageOf(file: File, parts: Parts): Promise<Uint8Array> {
  const packed: Readonly<Record<string, Uint8Array>> = unzipSync(await Packer.toBuffer(file));
  const entries = new Map<string, Uint8Array>();
  for (const [path, bytes] of Object.entries(packed)) entries.set(path, settled(path, bytes));
  for (const path of unused) {
    entries.delete(path);
    entries.delete(path.replace(/([^/]+)$/, '_rels/$1.rels'));
  }
  for (const [path, part] of Object.entries(parts)) entries.set(path, typeof part === 'string' ? strToU8(part) : part);
  const sorted = [...entries].sort(([one], [other]) => (one < other ? -1 : 1));
  return zipSync(Object.fromEntries(sorted), { mtime: firstMoment });
}

function settled(path: string, bytes: Uint8Array): Uint8Array {
  if (path === '[Content_Types].xml' || path.endsWith('.rels')) return strToU8(withoutUnused(strFromU8(bytes)));
  return /^word\/(?:document|header\d+|footer\d+)\.xml$/.test(path) ? strToU8(unshield(strFromU8(bytes))) : bytes;
}

/** A list of parts or relationships without those that are gone. */
function withoutUnused(xml: string): string {
  return unused.reduce((text, path) => {
    const name = path.replace(/^word\//, '');
    return text.replace(new RegExp(`<(?:Override|Relationship) [^>]*"/?(?:word/)?${name}"[^>]*/>`), '');
  }, xml);
}
