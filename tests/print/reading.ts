/** What a test has to know of a file for the press, read with a library that the writer does not use. */
import { inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import type { Outline, Run } from '../../src/outline/outline.ts';
import { tidy } from '../../src/outline/text.ts';

export interface Reading {
  readonly file: PDFDocument;
  /** Content streams of pages, forms and patterns, as text. */
  readonly contents: readonly string[];
  readonly dictionaries: readonly PDFDict[];
}

export async function readPress(bytes: Uint8Array): Promise<Reading> {
  const file = await PDFDocument.load(bytes, { updateMetadata: false });
  const objects = file.context.enumerateIndirectObjects();
  const pages = new Set(file.getPages().map(({ node }) => node.get(PDFName.of('Contents'))?.toString()));
  const contents = objects.flatMap(([ref, object]) => {
    if (!(object instanceof PDFRawStream)) return [];
    const painted =
      pages.has(ref.toString()) || isNamed(object.dict, 'Subtype', 'Form') || object.dict.has(PDFName.of('PaintType'));
    return painted ? [textOf(object)] : [];
  });
  const dictionaries = objects.flatMap(([, object]) => dictionariesIn(object));
  return { file, contents, dictionaries };
}

export function textOf({ dict, contents }: PDFRawStream): string {
  const packed = isNamed(dict, 'Filter', 'FlateDecode');
  return Buffer.from(packed ? inflateSync(contents) : contents).toString('latin1');
}

export function isNamed(dict: PDFDict, key: string, name: string): boolean {
  return dict.get(PDFName.of(key)) === PDFName.of(name);
}

/** An object's own dictionaries at any depth; what it refers to has its own turn. */
function dictionariesIn(object: PDFObject | undefined): PDFDict[] {
  if (object instanceof PDFRawStream) return dictionariesIn(object.dict);
  if (object instanceof PDFArray) return object.asArray().flatMap(dictionariesIn);
  if (!(object instanceof PDFDict) || object instanceof PDFRef) return [];
  return [object, ...object.values().flatMap(dictionariesIn)];
}

/** All names in a dictionary's values, such as its colour spaces. */
export function namesIn(dict: PDFDict): string[] {
  const of = (object: PDFObject): string[] => {
    if (object instanceof PDFName) return [object.decodeText()];
    return object instanceof PDFArray ? object.asArray().flatMap(of) : [];
  };
  return dict.values().flatMap(of);
}

/** An outline without where its links lead; runs that only links parted are one. */
export function unlinked(outline: Outline): unknown {
  return JSON.parse(JSON.stringify(outline), (key, value) => {
    if (key !== 'runs') return value;
    return tidy((value as Run[]).map((run) => ({ ...run, target: null })));
  });
}
