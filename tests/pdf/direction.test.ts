/** Text in two directions: broken into lines as it is read, painted as it stands (UAX 9), said and copied in its order. */
import bidiOf from 'bidi-js';
import fc from 'fast-check';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import { hasTwoDirections } from '../../src/language/bidi.ts';
import { outlineOf } from '../../src/outline/read.ts';
import { faceOf } from '../../src/theme/theme.ts';
import { packageRoot } from '../../src/world.ts';
import { placed } from '../../src/write/pdf/text/direction.ts';
import { breakRuns, type RunStyle, type StyledRun } from '../../src/write/pdf/text/inlines.ts';
import { breakLines } from '../../src/write/pdf/text/lines.ts';
import type { LinePiece } from '../../src/write/pdf/text/piece.ts';
import { glyphsOf } from '../hostile/glyphs.ts';
import { gza } from '../theme/gza.ts';

let style: RunStyle;
beforeAll(async () => {
  const theme = await gza();
  const face = faceOf(theme, theme.family, 400, false);
  style = { face, size: 10, leading: 14, tracking: 0, color: '#000000', underline: false, rise: 0, tabular: false };
});

const run = (text: string): StyledRun => ({ text, style, slot: null, link: null, lineEnd: false });
const linesOf = (texts: readonly string[], width: number) => breakLines(breakRuns(texts.map(run), 'en'), width);

/** What stands on a line from left to right: the characters of its glyphs, each glyph's own as they are read. */
function seen(pieces: readonly LinePiece[]): string {
  const parts = placed(pieces).flatMap((own) => own.parts);
  const glyphs = parts.flatMap(({ pieces: own, at }) => {
    const isBack = own[0]?.shape.backwards === true;
    let x = at;
    return (isBack ? own.toReversed() : own).flatMap(({ shape }) =>
      shape.glyphs.map(({ codePoints, xAdvance }) => {
        x += (xAdvance / 1000) * style.size;
        return { text: String.fromCodePoint(...codePoints), x };
      }),
    );
  });
  return glyphs
    .toSorted((one, other) => one.x - other.x)
    .map(({ text }) => text)
    .join('');
}

/** The same by the package alone, of a whole line. */
function expected(text: string): string {
  const bidi = bidiOf();
  const order = bidi.getReorderedIndices(text, bidi.getEmbeddingLevels(text, 'ltr'));
  return order.map((index) => text[index]).join('');
}

describe('a line', () => {
  it.each([
    ['abc שלום def', 'abc םולש def'],
    ['სია: שלום עולם 2026, חלק 3.', 'სია: 3 קלח ,2026 םלוע םולש.'],
    ['abc ארגון (IOM) def', 'abc ןוגרא (IOM) def'],
    ['שלום 12,500.50 ₾ עולם', 'םלוע ₾ 12,500.50 םולש'],
    // An Arabic letter has the numbers after it be Arabic numbers.
    ['a سمير 12% b', 'a 12 ريمس% b'],
  ])('puts in order what stands in %s', (text, visual) => {
    const [line] = linesOf([text], 1000);
    expect(seen(line?.inlines ?? [])).toBe(visual);
  });

  const words = fc.constantFrom(
    ...[
      'abc',
      'სიტყვა',
      'Дом',
      'שלום',
      'עולם',
      'سلام',
      'كتاب',
      '2026',
      '12,5',
      '٣٤',
      '(',
      ')',
      '–',
      '№',
      '%',
      '„',
      '“',
      ' ',
      ' ',
      ' ',
      '. ',
    ],
  );
  const texts = fc
    .array(words, { minLength: 1, maxLength: 14 })
    .map((parts) => parts.join('').replace(/ +/g, ' ').trim());
  it('puts any characters in the order of the Unicode Bidirectional Algorithm, in whatever runs they come', () => {
    fc.assert(
      fc.property(texts, fc.nat(), (text, at) => {
        fc.pre(text !== '');
        const cut = at % (text.length + 1);
        const lines = linesOf(
          [text.slice(0, cut), text.slice(cut)].filter((part) => part !== ''),
          100_000,
        );
        expect(lines.map(({ inlines }) => inlines.map((piece) => piece.text).join(''))).toEqual([text]);
        // Letters of Arabic may be one glyph for two.
        const [own, other] = [seen(lines[0]?.inlines ?? []), expected(text)];
        expect([...own].length).toBe([...other].length);
        if (!/لا/.test(text)) expect(own).toBe(other);
      }),
    );
  });
  it('says in any width what the text says, and ends with its spaces', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 20, max: 200 }), (text, width) => {
        fc.pre(text !== '');
        const lines = linesOf([text], width);
        expect(lines.map(({ inlines }) => inlines.map((piece) => piece.text).join('')).join('')).toBe(text);
        for (const { inlines } of lines) {
          const runs = placed(inlines);
          const said = runs
            .flatMap(({ parts }) => parts.flatMap(({ pieces }) => pieces.map((piece) => piece.text)))
            .join('');
          expect(said).toBe(inlines.map((piece) => piece.text).join(''));
          // Nothing stands on the left of the line, and no two words on one place.
          const places = runs.flatMap(({ parts }) => parts).toSorted((one, other) => one.at - other.at);
          let end = 0;
          for (const part of places) {
            expect(part.at).toBeCloseTo(end, 3);
            end += part.width;
          }
        }
      }),
    );
  });
});

it('is one place for the line under a link, and for its area, where its words touch', () => {
  const [line] = linesOf(['link שלום 5', '.'], 1000);
  const runs = placed(line?.inlines ?? []);
  expect(runs.map(({ run: own }) => own.text)).toEqual(['link שלום 5', '.']);
  expect(runs[0]?.at).toBe(0);
  expect(runs[1]?.at).toBeCloseTo(runs[0]?.width ?? 0, 3);
  // A word of another run stands amid the words of the first; the space after a word is on its left, and is no part of what is seen.
  const [other] = linesOf(['a שלום ', '5', ' עולם'], 1000);
  const places = placed(other?.inlines ?? []);
  const seenPlaces = places.filter(({ width }) => width > 0).toSorted((one, next) => one.at - next.at);
  expect(seenPlaces.map(({ run: own }) => own.text)).toEqual(['a שלום ', ' עולם', '5', 'a שלום ']);
});

it('shows signs between such words one by one: no reader turns a string of signs alone', () => {
  const [line] = linesOf(['שלום – („עולם“)'], 1000);
  const parts = placed(line?.inlines ?? []).flatMap((own) => own.parts);
  const strings = parts.map(({ pieces }) => pieces.map(({ text }) => text).join(''));
  expect(strings.filter((text) => !/[א-ת]/.test(text) && text.length > 1)).toEqual([]);
  expect(strings.join('')).toBe('שלום – („עולם“)');
});

it('costs nothing where all runs from left to right: the pieces are those of before', () => {
  const [line] = linesOf(['სიტყვა and ', 'words 12'], 1000);
  expect(placed(line?.inlines ?? []).map(({ parts }) => parts.length)).toEqual([1, 1]);
});

describe('a document', () => {
  const marked = 'In [שלום עולם 2026, חלק 3]{lang=he}, [جمعية الهلال 2026]{lang=ar} and so on.';
  const plain = 'In שלום עולם 2026, חלק 3, جمعية الهلال 2026 and so on.';
  const made = async (text = marked) => {
    const engine = createEngine({ root: packageRoot, env: {} });
    const blocks = [{ type: 'text', text: { en: text } }];
    const patch = { sections: [{ id: 'one', title: { en: 'One' }, blocks }] };
    const options = { formats: ['pdf', 'docx', 'html', 'txt', 'md'] } as const;
    for await (const { result } of engine.batch([{ file: 'conformance/inputs/letters.json', patch }], options))
      if (result !== null) return result;
    throw new Error('nothing was made');
  };

  it('says such words in their order in every format, with their language', async () => {
    const { outputs, diagnostics } = await made();
    expect(diagnostics.map(({ code }) => code)).not.toContain('right-to-left');
    for (const format of ['pdf', 'docx', 'html', 'txt', 'md'] as const) {
      const file = outputs.find(({ name }) => name.endsWith(`.${format}`));
      const outline = JSON.stringify(await outlineOf(file?.bytes ?? new Uint8Array(), format));
      const found = ['שלום עולם 2026, חלק 3', 'جمعية الهلال 2026'].filter((words) => outline.includes(words));
      expect([format, ...found]).toEqual([format, 'שלום עולם 2026, חלק 3', 'جمعية الهلال 2026']);
      if (format !== 'txt') expect(outline, format).toContain('"lang":"he"');
    }
  });
  it('is read back word for word where nearly nothing but such words ends a line', async () => {
    const text = `Start ${'שלום 12 (עולם) abc '.repeat(60)}end.`;
    const { outputs } = await made(text);
    const pdf = outputs.find(({ name }) => name.endsWith('.pdf'))?.bytes ?? new Uint8Array();
    expect(JSON.stringify(await outlineOf(pdf, 'pdf'))).toContain(text);
  });
  it('paints digits forwards, and what is read first on the right', async () => {
    const { outputs } = await made();
    const pdf = outputs.find(({ name }) => name.endsWith('.pdf'))?.bytes ?? new Uint8Array();
    const shown = await glyphsOf(pdf);
    const at = (text: string) => shown.find((each) => each.text.trim() === text)?.left ?? Number.NaN;
    expect(at('3')).toBeLessThan(at('קלח'));
    expect(at('קלח')).toBeLessThan(at('םלוע םולש'));
    const read = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
    const pages = Array.from({ length: read.numPages }, async (_, index) => {
      const { items } = await (await read.getPage(index + 1)).getTextContent();
      return items.map((item) => ('str' in item ? item.str : '')).join('');
    });
    const copied = (await Promise.all(pages)).join('');
    const bare = (text: string) => text.replace(/\s/g, '');
    expect(bare(copied)).toContain(bare(plain));
    expect(copied).toContain('שלום עולם');
  });
});

it('whatever runs from right to left is seen, and none of our letters and signs', () => {
  const { getBidiCharTypeName } = bidiOf();
  const back = new Set(['R', 'AL', 'RLE', 'RLO', 'RLI']);
  const wrong: string[] = [];
  for (let unit = 0; unit <= 0xffff; unit += 1) {
    const letter = String.fromCharCode(unit);
    const isBack = back.has(getBidiCharTypeName(letter));
    const isOurs = /[\p{Script=Latn}\p{Script=Geor}\p{Script=Cyrl}\p{Script=Grek}\p{Script=Armn}\p{P}\p{S}]/u.test(
      letter,
    );
    const isSeen = hasTwoDirections(`a${letter}`);
    if ((isBack && !isSeen) || (unit < 0x590 && isOurs && isSeen)) wrong.push(unit.toString(16));
  }
  expect(wrong).toEqual([]);
  for (const letter of ['𐡀', '𐤀', '𐴀', '𞠀', '𞤀']) expect(hasTwoDirections(letter)).toBe(true);
});
