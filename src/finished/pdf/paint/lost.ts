/** What a damaged PDF has lost: objects that are used and not there, or cannot be read, and streams without an end. */
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFInvalidObject,
  type PDFObject,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';

/** Numbers that are named, at most. */
const most = 10;

/**
 * A sentence without its full stop for each kind of loss. In a sound file a reference that leads nowhere is allowed, and
 * stands for nothing (ISO 32000-1, 7.3.10); in one that had to be mended it leads to what is gone.
 */
export function* lostIn(context: PDFContext, cut: readonly number[]): Generator<string> {
  const [missing, unread] = [new Set<number>(), new Set<number>()];
  for (const [{ objectNumber }, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFInvalidObject) unread.add(objectNumber);
    for (const ref of refsIn(object)) if (context.lookup(ref) === undefined) missing.add(ref.objectNumber);
  }
  if (missing.size > 0) yield `Of what it uses, ${namesOf(missing)} ${missing.size === 1 ? 'is' : 'are'} lost`;
  if (unread.size > 0) yield `What is in ${namesOf(unread)} cannot be read`;
  if (cut.length > 0) yield `The rest of ${namesOf(new Set(cut))} is lost, which has no end`;
}

function namesOf(numbers: ReadonlySet<number>): string {
  const all = [...numbers].sort((a, b) => a - b);
  const shown = all.slice(0, most).join(', ');
  const more = all.length > most ? ` and ${all.length - most} more` : '';
  return `${all.length === 1 ? 'object' : 'objects'} ${shown}${more}`;
}

/** All references in an object; arrays and dictionaries in it are looked into, however deep. */
function* refsIn(object: PDFObject): Generator<PDFRef> {
  const open: PDFObject[] = [object];
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    if (each instanceof PDFRef) yield each;
    else if (each instanceof PDFArray) open.push(...each.asArray().slice(0, mostMembers));
    else if (each instanceof PDFDict) open.push(...each.values().slice(0, mostMembers));
    else if (each instanceof PDFStream) open.push(each.dict);
  }
}

/** Of one array or dictionary; a longer one was made to keep a reader busy. */
const mostMembers = 50_000;
