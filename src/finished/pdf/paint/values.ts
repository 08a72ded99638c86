/** Operands and objects as plain values. */
import { PDFArray, PDFBool, type PDFDict, PDFHexString, type PDFObject, PDFString } from '@cantoo/pdf-lib';
import type { PdfValue } from '../lexer.ts';
import { lookup, numbersOf } from '../objects.ts';
import { type Box, boxAround, type Matrix } from './geometry.ts';

/** Beyond what a float of a PDF holds there is no place on any sheet (ISO 32000-1, Annex C). */
const largest = 1e9;

export function number(value: PdfValue | undefined): number {
  return typeof value === 'number' && Math.abs(value) < largest ? value : 0;
}

export function numbers(values: readonly PdfValue[]): readonly number[] {
  return values.filter((value) => typeof value === 'number').map(number);
}

export function matrixOf(values: readonly PdfValue[]): Matrix {
  const [a, b, c, d, e, f] = values;
  return [number(a), number(b), number(c), number(d), number(e), number(f)];
}

export function matrixAt(dictionary: PDFDict, key: string): Matrix | null {
  const value = lookup(dictionary, key);
  return value instanceof PDFArray && value.size() === 6 ? matrixOf(numbersOf(value)) : null;
}

/** A rectangle, whichever corners it names (7.9.5); null for none or one without extent. */
export function boxOf(object: PDFObject | undefined): Box | null {
  if (!(object instanceof PDFArray) || object.size() !== 4) return null;
  const [a = 0, b = 0, c = 0, d = 0] = numbersOf(object).map(number);
  const box = boxAround([
    [a, b],
    [c, d],
  ]);
  return box.right > box.left && box.top > box.bottom ? box : null;
}

export function boolAt(dictionary: PDFDict, key: string): boolean | null {
  const value = lookup(dictionary, key);
  return value instanceof PDFBool ? value.asBoolean() : null;
}

export function stringBytes(object: PDFObject | undefined): Uint8Array | null {
  return object instanceof PDFString || object instanceof PDFHexString ? object.asBytes() : null;
}
