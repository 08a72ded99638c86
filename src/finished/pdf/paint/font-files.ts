/** The fonts themselves that a file carries (ISO 32000-1, 9.9): whether they begin as fonts do, and are all there. */
import { type PDFDict, PDFStream } from '@cantoo/pdf-lib';
import { lookup } from '../objects.ts';
import { bytesOf } from './streams.ts';

export function filesOf(descriptor: PDFDict): readonly PDFStream[] {
  const files = ['FontFile', 'FontFile2', 'FontFile3'].map((key) => lookup(descriptor, key));
  return files.filter((file) => file instanceof PDFStream);
}

/** By whatever key it stands there: readers go by its first bytes. */
export function isFontFile(file: PDFStream): boolean {
  const bytes = bytesOf(file);
  if (bytes === null || bytes.length < 12) return false;
  const held = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  // Type 1 in plain text or in the segments of a PC.
  if (held.toString('latin1', 0, 2) === '%!' || (held[0] === 0x80 && held[1] === 1)) return true;
  // CFF: its version, and a header that names its own length (Technical Note 5176).
  if (held[0] === 1 && (held[2] ?? 0) >= 4 && (held[3] ?? 0) <= 4 && (held[3] ?? 0) > 0) return true;
  return ['00010000', '74727565', '4f54544f'].includes(held.toString('hex', 0, 4)) && areTablesThere(held);
}

/** TrueType and OpenType: each table of the directory has to lie in the file. */
function areTablesThere(font: Buffer): boolean {
  const count = font.readUInt16BE(4);
  if (count === 0 || 12 + 16 * count > font.length) return false;
  return Array.from({ length: count }, (_, index) => 12 + 16 * index).every(
    // The last one may lack what only fills it up to four bytes.
    (at) => font.readUInt32BE(at + 8) + font.readUInt32BE(at + 12) <= font.length + 3,
  );
}
