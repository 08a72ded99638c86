/** Where a PDF of ours paints its glyphs: by the operators that its writer uses, with the widths of its fonts. */
import { PDFArray, PDFDict, PDFDocument, PDFNumber, type PDFPage, PDFStream } from '@cantoo/pdf-lib';
import { expect } from 'vitest';
import { readCMap } from '../../src/finished/pdf/font.ts';
import { operations, type PdfValue } from '../../src/finished/pdf/lexer.ts';
import { dictionaryAt, dictionaryOf, lookup, streamBytes } from '../../src/finished/pdf/objects.ts';
import { gza } from '../theme/gza.ts';

/** Glyphs that one operator shows. Points from the page's top left; a space at the end of a line, unseen, is left out. */
export interface Shown {
  readonly text: string;
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
}

interface Font {
  /** Thousandths of the size, by code. */
  readonly widths: ReadonlyMap<number, number>;
  readonly texts: ReadonlyMap<number, string>;
}

export async function glyphsOf(pdf: Uint8Array): Promise<readonly Shown[]> {
  const document = await PDFDocument.load(pdf);
  const fonts = new Map<PDFDict, Font>();
  return document.getPages().flatMap((page, index) => [...shownOn(page, index + 1, fonts)]);
}

function* shownOn(page: PDFPage, number: number, fonts: Map<PDFDict, Font>): Generator<Shown> {
  const state = { x: 0, baseline: 0, size: 1, spacing: 0, font: { widths: new Map(), texts: new Map() } as Font };
  for (const [operator, operands] of operations(contentsOf(page))) {
    const [first, second] = operands;
    if (operator === 'Tm') [state.x = 0, state.baseline = 0] = operands.slice(4).map(Number);
    else if (operator === 'Tc') state.spacing = Number(first);
    else if (operator === 'Tf') [state.font, state.size] = [fontOf(page, String(first), fonts), Number(second)];
    else if (operator === 'TJ' && Array.isArray(first)) {
      const { x: left, baseline } = state;
      const { text, right, end } = advance(first, state);
      state.x = end;
      if (text.trim() !== '') yield { text, page: number, left, right, baseline };
    }
  }
}

function advance(
  pieces: readonly PdfValue[],
  { x, size, spacing, font }: { x: number; size: number; spacing: number; font: Font },
): { text: string; right: number; end: number } {
  let [end, right, text] = [x, x, ''];
  for (const piece of pieces) {
    if (typeof piece === 'number') end -= (piece / 1000) * size;
    if (!(piece instanceof Uint8Array)) continue;
    for (let at = 0; at + 1 < piece.length; at += 2) {
      const code = (piece[at] ?? 0) * 256 + (piece[at + 1] ?? 0);
      const letter = font.texts.get(code) ?? '';
      end += ((font.widths.get(code) ?? 1000) / 1000) * size;
      if (letter !== ' ') right = end;
      end += spacing;
      text += letter;
    }
  }
  return { text, right, end };
}

function contentsOf(page: PDFPage): Uint8Array {
  const contents = page.node.Contents();
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((ref) => page.node.context.lookup(ref)) : [contents];
  return Buffer.concat(
    streams.flatMap((stream) => (stream instanceof PDFStream ? [streamBytes(stream), Buffer.of(10)] : [])),
  );
}

function fontOf(page: PDFPage, name: string, fonts: Map<PDFDict, Font>): Font {
  const resources = dictionaryOf(page.node.Resources());
  const dictionary = resources && dictionaryAt(dictionaryAt(resources, 'Font') ?? resources, name);
  if (dictionary === null) throw new Error(`no font ${name}`);
  const known = fonts.get(dictionary);
  if (known !== undefined) return known;
  const toUnicode = lookup(dictionary, 'ToUnicode');
  const descendants = lookup(dictionary, 'DescendantFonts');
  const descendant = descendants instanceof PDFArray ? descendants.lookup(0, PDFDict) : dictionary;
  const texts = toUnicode instanceof PDFStream ? readCMap(streamBytes(toUnicode)) : new Map<number, string>();
  const font = { texts, widths: widthsOf(descendant) };
  fonts.set(dictionary, font);
  return font;
}

/** The form of W that names a first code and the widths from there on (ISO 32000-1, 9.7.4.3). */
function widthsOf(font: PDFDict): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  const entries = lookup(font, 'W');
  if (!(entries instanceof PDFArray)) throw new Error('a font without widths');
  for (let at = 0; at + 1 < entries.size(); at += 2) {
    const start = entries.lookup(at, PDFNumber).asNumber();
    const run = entries.lookup(at + 1, PDFArray);
    for (let index = 0; index < run.size(); index += 1)
      widths.set(start + index, run.lookup(index, PDFNumber).asNumber());
  }
  return widths;
}

/** Fails if a glyph stands beside the page's text area, or off the page. */
export async function expectOnPage(pdf: Uint8Array): Promise<void> {
  const { page } = await gza();
  const glyphs = await glyphsOf(pdf);
  expect(glyphs.length).toBeGreaterThan(20);
  const off = glyphs.filter(
    ({ left, right, baseline }) =>
      left < page.left - 1 || right > page.width - page.right + 1 || baseline < 10 || baseline > page.height - 10,
  );
  expect(off).toEqual([]);
}
