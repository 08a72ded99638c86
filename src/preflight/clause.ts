/** A clause of PDF/X-4 (ISO 15930-7:2010): asked of files that claim it, and of all by the profile `x4`. */
import { type PDFDict, PDFName } from '@cantoo/pdf-lib';
import { nameAt } from '../finished/pdf/objects.ts';
import type { PrintFile } from '../finished/pdf/paint/file.ts';
import type { PressFinding, PressRule, SheetPosition } from './rule.ts';

interface ClauseText {
  readonly code: string;
  readonly severity: PressRule['severity'];
  readonly says: string;
  readonly mend: string;
  readonly clause: string;
  /** The faults, each as a sentence without its full stop, at its page or in the file as a whole. */
  find(file: PrintFile): Iterable<string | { readonly message: string; readonly at: SheetPosition }>;
}

export function clause({ find, ...text }: ClauseText): PressRule {
  return {
    ...text,
    *check({ file, asks }): Generator<PressFinding> {
      if (!asks.pdfX) return;
      for (const found of find(file)) {
        const { message, at } = typeof found === 'string' ? { message: found, at: null } : found;
        yield { at, message, hints: [text.mend] };
      }
    },
  };
}

/** The dictionaries of a file that have a value under a key. */
export function* having(file: PrintFile, key: string): Generator<PDFDict> {
  for (const { dictionary } of file.parts.dictionaries) {
    if (dictionary.has(PDFName.of(key))) yield dictionary;
  }
}

/** Dictionaries of XObjects of one kind: `Image`, `Form`, `PS`. */
export function* objectsOf(file: PrintFile, subtype: string): Generator<PDFDict> {
  for (const { dictionary, stream } of file.parts.dictionaries) {
    if (stream !== null && nameAt(dictionary, 'Subtype') === subtype) yield dictionary;
  }
}
