/** Looks into a PDF's objects: names in, JavaScript values out, references followed, faulty types told as null. */
import { inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  type PDFStream,
  PDFString,
  pdfDocEncodingDecode,
} from '@cantoo/pdf-lib';
import { refusal } from '../../diagnostics.ts';

/** The value under a key with references followed. */
export function lookup(dictionary: PDFDict, key: string): PDFObject | undefined {
  return dictionary.lookup(PDFName.of(key));
}

export function dictionaryAt(dictionary: PDFDict, key: string): PDFDict | null {
  return dictionaryOf(lookup(dictionary, key));
}

export function dictionaryOf(object: PDFObject | undefined): PDFDict | null {
  if (object instanceof PDFDict) return object;
  return object instanceof PDFRawStream ? object.dict : null;
}

export function nameAt(dictionary: PDFDict, key: string): string | null {
  const value = lookup(dictionary, key);
  return value instanceof PDFName ? value.decodeText() : null;
}

/** A name that is shown: its bytes are UTF-8 (ISO 32000-1, 7.3.5), in files of careless programs Latin-1. */
export function textOfName(name: PDFName): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(name.asBytes());
  } catch {
    return name.decodeText();
  }
}

export function numberAt(dictionary: PDFDict, key: string): number | null {
  const value = lookup(dictionary, key);
  return value instanceof PDFNumber ? value.asNumber() : null;
}

export function numbersOf(array: PDFArray): number[] {
  return array.asArray().map((_, index) => {
    const value = array.lookup(index);
    return value instanceof PDFNumber ? value.asNumber() : 0;
  });
}

export function stringAt(dictionary: PDFDict, key: string): string | null {
  return stringOf(lookup(dictionary, key));
}

export function stringOf(value: PDFObject | undefined): string | null {
  return value instanceof PDFString || value instanceof PDFHexString ? textString(value.asBytes()) : null;
}

/** A text string (7.9.2.2): UTF-16 or UTF-8 if it says so, else PDFDocEncoding. */
export function textString(bytes: Uint8Array): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return new TextDecoder().decode(bytes);
  return pdfDocEncodingDecode(bytes);
}

export function refAt(dictionary: PDFDict, key: string): PDFRef | null {
  const value = dictionary.get(PDFName.of(key));
  return value instanceof PDFRef ? value : null;
}

/** The members of an array, or the one value that stands in its place; references are kept. */
export function membersAt(dictionary: PDFDict, key: string): readonly PDFObject[] {
  const value = lookup(dictionary, key);
  if (value === undefined) return [];
  return value instanceof PDFArray ? value.asArray() : [dictionary.get(PDFName.of(key)) ?? value];
}

/** More than any page's content or CMap; a file that unpacks to more is out to harm. */
const largestStream = 256 * 1024 * 1024;

/** The decoded bytes of a stream; empty for one that is broken or has a filter of pictures. */
export function streamBytes(stream: PDFStream): Uint8Array {
  if (!(stream instanceof PDFRawStream)) return stream.getContents();
  if (nameAt(stream.dict, 'Filter') === 'FlateDecode' && lookup(stream.dict, 'DecodeParms') === undefined) {
    try {
      return inflateSync(stream.getContents(), { maxOutputLength: largestStream });
    } catch (error) {
      if (error instanceof RangeError)
        throw refusal(
          'outline-too-large',
          null,
          'A stream of the PDF unpacks to more than 256 MB.',
          'Make the PDF again, or get another copy.',
        );
    }
  }
  try {
    return decodePDFRawStream(stream).decode();
  } catch {
    return new Uint8Array();
  }
}
