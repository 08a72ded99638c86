import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as fontkit from 'fontkit';
import { describe, expect, it } from 'vitest';
import { drawsAll } from '../../src/theme/coverage.ts';
import { type ShapedText, Shaper } from '../../src/theme/shaping.ts';
import type { FontFace } from '../../src/theme/theme.ts';
import { WordCache } from '../../src/theme/words.ts';
import { packageRoot } from '../../src/world.ts';
import { heavy } from '../tier.ts';

const faces = ['FiraGO-Regular', 'FiraGO-SemiBoldItalic']
  .map((name) => path.join(packageRoot, 'fonts/firago', `${name}.ttf`))
  .map((file): FontFace => {
    const bytes = readFileSync(file);
    const drawn = new Set(fontOf(bytes).characterSet);
    return { family: '', weight: 400, italic: false, file, bytes, covers: (point) => drawn.has(point), fallbacks: [] };
  });

function fontOf(bytes: Uint8Array): fontkit.Font {
  const font = fontkit.create(Buffer.from(bytes));
  if (!('layout' in font)) throw new Error('a collection');
  return font;
}

/** Every word of the examples, as it stands in a line and as it ends one. */
const words = [
  ...new Set(
    readdirSync(path.join(packageRoot, 'data'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.json'))
      .flatMap((file) => readFileSync(path.join(packageRoot, 'data', file), 'utf8').split(/[\s"]+/))
      .flatMap((word) => [word, `${word} `, `${word}-`]),
  ),
].filter((word) => word.trim() !== '');
/** Ligatures, kerning, several scripts in a word, spaces, signs; and what is fontkit's: fractions, marks, the unseen. */
const odd = [
  'office',
  'AVATAR To. ',
  'Wa  ',
  'IOM-ის ',
  '№ 7',
  '1⁄2',
  'e\u0301ჭ',
  'a\u200Bb',
  '\u00A0–\u202F…',
  'ΑΓΑ ',
  'Київ-ში',
];

/** Each outline where it is drawn, with the advance that the font gives it; and where the word ends. */
interface Placed {
  readonly drawn: readonly string[];
  readonly end: string;
}

/** As fontkit lays it out. */
function expected(font: fontkit.Font, text: string, features: string[]): Placed {
  const scale = 1000 / font.unitsPerEm;
  const { glyphs, positions } = font.layout(text, features);
  let pen = 0;
  const drawn = glyphs.map(({ id, advanceWidth }, index) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
    const place = placeOf(id, pen + xOffset * scale, yOffset * scale, advanceWidth * scale);
    pen += xAdvance * scale;
    return place;
  });
  return { drawn, end: pen.toFixed(6) };
}

function told({ glyphs }: ShapedText, font: fontkit.Font): Placed {
  const scale = 1000 / font.unitsPerEm;
  let pen = 0;
  const drawn = glyphs.flatMap(({ id, parts, advance, xAdvance, xOffset, yOffset }) => {
    const [left, up] = [pen + xOffset, yOffset];
    pen += xAdvance;
    if (parts === null) return [placeOf(id, left, up, advance)];
    return parts.map(({ id, x, y }) =>
      placeOf(id, left + x * scale, up + y * scale, font.getGlyph(id).advanceWidth * scale),
    );
  });
  return { drawn, end: pen.toFixed(6) };
}

const placeOf = (id: number, ...lengths: readonly number[]): string =>
  [id, ...lengths.map((each) => each.toFixed(6))].join();

/** What its glyphs stand for, one after the other. */
const read = ({ glyphs }: ShapedText): string =>
  glyphs.map(({ codePoints }) => String.fromCodePoint(...codePoints)).join('');

describe.each(faces)('$file', (face) => {
  heavy(
    'has the glyphs and positions of every word that fontkit gives it, also of one that was cut from another',
    () => {
      const [font, shaper] = [fontOf(face.bytes), new Shaper(face)];
      const drawn = [...words, ...odd].filter((word) => drawsAll(face, word));
      expect(drawn.length).toBeGreaterThan(1000);
      // With its space first, so that the word alone is cut from it.
      const asked = drawn.toReversed().flatMap((word) => [[word], ...(/\d/.test(word) ? [[word, 'tnum']] : [])]);
      const other = asked.filter(([word = '', ...features]) => {
        const shape = shaper.shape(word, features);
        return (
          JSON.stringify(told(shape, font)) !== JSON.stringify(expected(font, word, features)) || read(shape) !== word
        );
      });
      expect(other).toEqual([]);
    },
  );
});

it('keeps the words that were asked for last, and not all that ever were', () => {
  const kept = new WordCache<number>();
  for (let index = 0; index < 100_000; index += 1) {
    kept.set(`word ${index}`, index);
    kept.get('word 0');
  }
  expect([kept.get('word 0'), kept.get('word 1'), kept.get('word 99999')]).toEqual([0, undefined, 99_999]);
});

it('keeps no more words with many faces than with one', () => {
  const caches = Array.from({ length: 10 }, () => new WordCache<number>());
  for (let index = 0; index < 200_000; index += 1) caches[index % caches.length]?.set(`word ${index}`, index);
  expect(caches.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(2 * 16_384);
});

it('has one object for a letter that stands alike in many words', () => {
  const [face] = faces;
  const shaper = new Shaper(face as FontFace);
  const [one, other] = ['ზღვა', 'ღრმა'].map((word) => shaper.shape(word).glyphs);
  expect(one?.[1]).toBe(other?.[0]);
});
