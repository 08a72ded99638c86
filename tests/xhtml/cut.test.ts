/** A font cut down to a document's characters sets them as the whole font does. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFont } from '../../src/theme/harfbuzz.ts';
import { packageRoot } from '../../src/world.ts';
import { cutTo } from '../../src/write/xhtml/cut.ts';

const fileOf = (file: string) => new Uint8Array(readFileSync(join(packageRoot, 'fonts/firago', file)));

describe.each([
  ['Arabic, whose letters join', 'FiraGO-Arabic-Regular.ttf', 'ببب لا بيت مُحَمَّد', 'rtl'],
  ['Hebrew with the points of vowels', 'FiraGO-Hebrew-Regular.ttf', 'שָׁלוֹם', 'rtl'],
  ['Latin with marks', 'FiraGO-Latin-Regular.ttf', 'ọ̀rọ̀', 'ltr'],
] as const)('%s', (_, file, text, direction) => {
  const whole = openFont(fileOf(file));
  const cut = openFont(cutTo(text, fileOf(file)));

  it('stands as in the whole font', () => {
    const placesIn = (font: typeof whole) =>
      font.shape(text, [], direction).map(({ id, ...place }) => ({ ...place, advance: font.advanceOf(id) }));
    expect(placesIn(cut)).toEqual(placesIn(whole));
  });
});

it('has a form for each place in a word', () => {
  const font = openFont(cutTo('ب', fileOf('FiraGO-Arabic-Regular.ttf')));
  const forms = (text: string) => font.shape(text, [], 'rtl').map(({ id }) => id);
  expect(new Set([...forms('ببب'), ...forms('ب')]).size).toBe(4);
});
