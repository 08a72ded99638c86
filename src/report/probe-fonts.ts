/** The fonts of a finished PDF, from their dictionaries. */
import { PDFArray, type PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { dictionaryAt, dictionaryOf, lookup, nameAt, streamBytes } from '../finished/pdf/objects.ts';

export interface FileFont {
  readonly name: string;
  readonly type: string;
  readonly encoding: string | null;
  readonly embedded: boolean;
  readonly cidToGid: boolean;
  readonly cidSet: boolean;
  /** The CMap to Unicode; null where there is none. */
  readonly unicode: string | null;
}

/** Of all dictionaries of a file; the descendants of composite fonts stand with those. */
export function readFonts(dictionaries: readonly PDFDict[]): readonly FileFont[] {
  return dictionaries.flatMap((font) => {
    const type = nameAt(font, 'Subtype');
    if (nameAt(font, 'Type') !== 'Font' || type === null || type.startsWith('CIDFont')) return [];
    const descendant = descendantOf(font);
    const descriptor = dictionaryAt(descendant ?? font, 'FontDescriptor');
    const has = (dictionary: PDFDict | null, ...keys: readonly string[]) =>
      dictionary !== null && keys.some((key) => dictionary.has(PDFName.of(key)));
    const unicode = lookup(font, 'ToUnicode');
    return {
      name: nameAt(font, 'BaseFont') ?? '',
      type,
      encoding: nameAt(font, 'Encoding'),
      embedded: type === 'Type3' || has(descriptor, 'FontFile', 'FontFile2', 'FontFile3'),
      cidToGid:
        descendant === null || nameAt(descendant, 'Subtype') !== 'CIDFontType2' || has(descendant, 'CIDToGIDMap'),
      cidSet: has(descriptor, 'CIDSet'),
      unicode: unicode instanceof PDFRawStream ? new TextDecoder('latin1').decode(streamBytes(unicode)) : null,
    };
  });
}

function descendantOf(font: PDFDict): PDFDict | null {
  const all = lookup(font, 'DescendantFonts');
  return all instanceof PDFArray ? dictionaryOf(all.lookup(0)) : null;
}

/** No character is mapped to nothing, or to a mark of byte order (ISO 14289-1, 7.21.7). */
export function isFontSound({ unicode }: FileFont): boolean {
  if (unicode === null) return true;
  const mapped = [...unicode.matchAll(/begin(bfchar|bfrange)([\s\S]*?)endbf/g)];
  return mapped.every(([, , body = '']) => {
    // The last text of a line, or those in brackets, are Unicode; the ones before are codes.
    const values = body.split('\n').flatMap((line) => {
      const [open, close] = [line.indexOf('['), line.lastIndexOf(']')];
      const list = open !== -1 && close > open ? line.slice(open + 1, close) : undefined;
      const texts = (list ?? line).match(/<[0-9A-Fa-f]*>/g) ?? [];
      return list === undefined ? texts.slice(-1) : texts;
    });
    return values.every((value) => !/^<(?:0000|FEFF|FFFE)>$/i.test(value));
  });
}
