/** Streams that are not as long as the file says: readers look for their ends, and not all find the same (ISO 32000-1, 7.3.8.2). */
import { type PDFContext, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';

/** The end of a line may stand before the end of a stream, and counts in some programs. */
const endOfLine = 2;

/** A sentence without its full stop, or none where all lengths are right. */
export function wrongLengths(context: PDFContext): readonly string[] {
  let count = 0;
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue;
    const stated = object.dict.lookup(PDFName.of('Length'));
    const isRight =
      stated instanceof PDFNumber && Math.abs(stated.asNumber() - object.getContents().length) <= endOfLine;
    if (!isRight) count += 1;
  }
  if (count === 0) return [];
  const which = count === 1 ? 'One stream was' : `${count} streams were`;
  return [`${which} not as long as the file says (Length), and the end was looked for`];
}
