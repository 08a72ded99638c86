/** Marked content (ISO 32000-1, 14.6): what sequences of operators say of themselves. */
import type { PDFDict } from '@cantoo/pdf-lib';
import type { PdfValue } from '../lexer.ts';
import { dictionaryAt, numberAt, stringAt, textString } from '../objects.ts';

/** One BMC or BDC that is open. */
export interface Mark {
  readonly mcid: number | null;
  readonly lang: string | null;
  /** Text that stands for all glyphs within; read once, at the first of them. */
  readonly actual: { readonly text: string; isRead: boolean } | null;
  /** Whether the characters of its strings are read from their ends (14.8.2.3.3). */
  readonly reversed: boolean;
  /** Whether it belongs to a layer that is switched off. */
  readonly hidden: boolean;
}

/** What stands in no marked content. */
export const unmarked: Mark = { mcid: null, lang: null, actual: null, reversed: false, hidden: false };

export interface MarkProperties {
  readonly mcid: number | null;
  readonly lang: string | null;
  readonly actual: string | null;
}

/** Of a property list that stands in the content or, by its name, among the resources. */
export function propertiesOf(value: PdfValue | undefined, resources: PDFDict | null): MarkProperties {
  if (value instanceof Map) {
    const [mcid, lang, actual] = ['MCID', 'Lang', 'ActualText'].map((key) => value.get(key));
    return { mcid: typeof mcid === 'number' ? mcid : null, lang: stringOf(lang), actual: stringOf(actual) };
  }
  const lists = resources && dictionaryAt(resources, 'Properties');
  const list = lists && typeof value === 'string' ? dictionaryAt(lists, value) : null;
  if (list === null) return { mcid: null, lang: null, actual: null };
  return { mcid: numberAt(list, 'MCID'), lang: stringAt(list, 'Lang'), actual: stringAt(list, 'ActualText') };
}

const stringOf = (value: PdfValue | undefined): string | null =>
  value instanceof Uint8Array ? textString(value) : null;
