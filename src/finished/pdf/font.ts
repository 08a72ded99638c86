/** What text a font's character codes stand for (ISO 32000-1, 9.10): from its ToUnicode CMap, or from its simple encoding. */
import { PDFArray, PDFDict, PDFName, PDFNumber, PDFStream } from '@cantoo/pdf-lib';
import { operations, type PdfValue } from './lexer.ts';
import { lookup, streamBytes } from './objects.ts';

/** Decodes the bytes of a text-showing operator. */
export type Decode = (bytes: Uint8Array) => string;

/** What a code stands for that nobody explains, so that it is seen. */
const unknown = '\uFFFD';

/** @param codeLength see `codeLengthOf` */
export function fontDecoder(font: PDFDict, codeLength = codeLengthOf(font)): Decode {
  const toUnicode = lookup(font, 'ToUnicode');
  const texts = toUnicode instanceof PDFStream ? readCMap(streamBytes(toUnicode)) : new Map<number, string>();
  if (codeLength === 2) return (bytes) => decodePairs(bytes, texts);
  const alone = isComposite(font) ? () => unknown : simpleEncoding(font);
  return (bytes) => Array.from(bytes, (code) => texts.get(code) ?? alone(code)).join('');
}

const isComposite = (font: PDFDict): boolean => lookup(font, 'Subtype') === PDFName.of('Type0');

/**
 * Bytes of a code: one in a simple font. In a composite one two, as Identity-H has them, unless the file's own CMap has
 * ranges of one (9.7.6.2).
 */
export function codeLengthOf(font: PDFDict): 1 | 2 {
  if (!isComposite(font)) return 1;
  const encoding = lookup(font, 'Encoding');
  if (!(encoding instanceof PDFStream)) return 2;
  const map = Buffer.from(streamBytes(encoding)).toString('latin1');
  const range = /begincodespacerange\s*<\s*([0-9a-fA-F]+)/.exec(map)?.[1];
  return range !== undefined && range.length <= 2 ? 1 : 2;
}

function decodePairs(bytes: Uint8Array, texts: ReadonlyMap<number, string>): string {
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    text += texts.get((bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0)) ?? unknown;
  }
  return text;
}

/** Codes in ranges, at most: sixteen times as many as two bytes can tell. A map of more was made to keep a reader busy. */
const mostCodes = 2 ** 20;

/** The texts of a ToUnicode CMap by code (9.10.3). */
export function readCMap(bytes: Uint8Array): Map<number, string> {
  const texts = new Map<number, string>();
  let left = mostCodes;
  for (const [operator, operands] of operations(bytes)) {
    if (operator === 'endbfchar') {
      for (let at = 0; at + 1 < operands.length; at += 2) texts.set(codeOf(operands[at]), utf16(operands[at + 1]));
    } else if (operator === 'endbfrange') {
      for (let at = 0; at + 2 < operands.length && left > 0; at += 3) {
        const [first, last] = [codeOf(operands[at]), codeOf(operands[at + 1])];
        left -= Math.min(Math.max(0, last - first), 0xffff) + 1;
        addRange(texts, first, last, operands[at + 2]);
      }
    }
  }
  return texts;
}

function addRange(texts: Map<number, string>, first: number, last: number, to: PdfValue | undefined): void {
  const end = Math.min(last, first + 0xffff);
  if (Array.isArray(to)) {
    for (const [index, text] of to.slice(0, end - first + 1).entries()) texts.set(first + index, utf16(text));
    return;
  }
  const points = [...utf16(to)];
  const tail = points.pop()?.codePointAt(0);
  if (tail === undefined) return;
  for (let code = first; code <= end; code += 1) {
    texts.set(code, points.join('') + String.fromCodePoint(Math.min(tail + code - first, 0x10ffff)));
  }
}

function codeOf(value: PdfValue | undefined): number {
  return value instanceof Uint8Array ? value.reduce((sum, byte) => sum * 256 + byte, 0) : 0;
}

function utf16(value: PdfValue | undefined): string {
  return value instanceof Uint8Array ? new TextDecoder('utf-16be').decode(value) : '';
}

/** Windows-1252 from 0x80 to 0x9F; the rest is Latin-1. Node's own decoder takes these for controls. */
const windows = [...'€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ'];

/** Windows' Latin encoding, which is the usual one, with the font's differences where they say their code point. */
function simpleEncoding(font: PDFDict): (code: number) => string {
  const differences = differencesOf(lookup(font, 'Encoding'));
  return (code) => {
    const name = differences.get(code);
    return name === undefined ? (windows[code - 0x80] ?? String.fromCharCode(code)) : glyphText(name);
  };
}

export function differencesOf(encoding: unknown): Map<number, string> {
  const names = new Map<number, string>();
  const list = encoding instanceof PDFDict ? lookup(encoding, 'Differences') : undefined;
  let code = 0;
  for (const entry of list instanceof PDFArray ? list.asArray() : []) {
    if (entry instanceof PDFNumber) code = entry.asNumber();
    else if (entry instanceof PDFName) names.set(code++, entry.decodeText());
  }
  return names;
}

/** Adobe Glyph List names that are their own code point: `A`, `uni10D0`, `u1F600`; and the space. */
function glyphText(name: string): string {
  if (name === 'space') return ' ';
  if (/^[A-Za-z]$/.test(name)) return name;
  const hex = /^(?:uni([0-9A-F]{4})|u([0-9A-F]{4,6}))(?:\.|$)/.exec(name);
  const point = Number.parseInt(hex?.[1] ?? hex?.[2] ?? '', 16);
  return point <= 0x10ffff ? String.fromCodePoint(point) : unknown;
}
