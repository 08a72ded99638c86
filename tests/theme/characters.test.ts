/** What glyphs stand for: whatever a font draws a text of, its glyphs are that text, one after the other. */
import { describe, expect, it } from 'vitest';
import { Shaper } from '../../src/theme/shaping.ts';
import { faceIn, fontFiles } from '../pdf/faces.ts';
import { heavy } from '../tier.ts';

const marks = ['\u0301', '\u0302', '\u0323\u0301', '\u0335', '\u0331'];

/** Every character alone, and letters with marks. */
function textsOf({ font }: Shaper): readonly string[] {
  // U+FFFF ends the table of characters, and controls are no text.
  const all = font.characterSet
    .filter((each) => each >= 0x20 && each !== 0xffff)
    .map((each) => String.fromCodePoint(each));
  const drawn = new Set(all);
  const whole = marks.filter((each) => Array.from(each).every((mark) => drawn.has(mark)));
  const letters = all.filter((each) => /\p{L}/u.test(each));
  return [...all, ...letters.flatMap((letter) => whole.map((each) => letter + each))];
}

const told = (shaper: Shaper, text: string): readonly string[] =>
  shaper.shape(text).glyphs.map(({ codePoints }) => String.fromCodePoint(...codePoints));

describe.each(fontFiles)('%s', (file) => {
  heavy('has glyphs that each stand for something, and together for the text', () => {
    const shaper = new Shaper(faceIn(file));
    const other = textsOf(shaper).filter((text) => {
      const glyphs = told(shaper, text);
      return glyphs.includes('') || glyphs.join('') !== text;
    });
    expect(other).toEqual([]);
  });
});

it('does not depend on what was shaped before', () => {
  const texts = ['ĩ', 'ı̃', 'ɨ', 'A\u0335', 'i\u0331', 'ı', 'ﬁ', 'fi', 'a\u200Bb', 'a\u00ADb'];
  const alone = texts.map((text) => told(new Shaper(faceIn('firago/FiraGO-Latin-Regular.ttf')), text));
  const shaper = new Shaper(faceIn('firago/FiraGO-Latin-Regular.ttf'));
  expect(texts.map((text) => told(shaper, text))).toEqual(alone);
  const after = new Shaper(faceIn('firago/FiraGO-Latin-Regular.ttf'));
  expect(texts.toReversed().map((text) => told(after, text))).toEqual(alone.toReversed());
});

it('draws a letter and its marks as one glyph, as wide as the letter', () => {
  const shaper = new Shaper(faceIn('firago/FiraGO-Latin-Regular.ttf'));
  const [letter, whole] = ['x', 'x̣̂'].map((text) => shaper.shape(text).glyphs);
  expect(whole).toHaveLength(1);
  expect(whole?.[0]?.parts).toHaveLength(3);
  expect(whole?.[0]?.advance).toBe(letter?.[0]?.advance);
});

it('joins no more marks than an outline may have parts', () => {
  const shaper = new Shaper(faceIn('firago/FiraGO-Latin-Regular.ttf'));
  const text = `x${'\u0301'.repeat(100)}`;
  const { glyphs } = shaper.shape(text);
  expect(glyphs.length).toBeGreaterThan(10);
  expect(told(shaper, text).join('')).toBe(text);
});
