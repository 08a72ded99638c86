import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as fontkit from 'fontkit';
import { beforeAll, describe, expect, it } from 'vitest';
import { draws, faceRuns } from '../../src/theme/coverage.ts';
import { shaperOf } from '../../src/theme/shaping.ts';
import type { FontFace, Theme } from '../../src/theme/theme.ts';
import { gza } from './gza.ts';

let theme: Theme;
let regular: FontFace;
beforeAll(async () => {
  theme = await gza();
  const [first] = theme.faces;
  if (first === undefined) throw new Error('no face');
  regular = first;
});

const runsOf = (text: string) => faceRuns(text, regular).map((run) => [run.face.family, run.text]);
const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

describe('the fallbacks of the theme', () => {
  it('lie beside their licence', async () => {
    for (const { file } of regular.fallbacks) {
      const licence = join(dirname(file), 'LICENSE');
      expect(existsSync(licence)).toBe(true);
      expect(await readFile(licence, 'utf8')).toContain('SIL OPEN FONT LICENSE Version 1.1');
    }
  });
  it('draw the letters of names in every face', () => {
    const cyrillic = [...range(0x400, 0x45f), ...'ҐґӘәҚқӀӏ'].map(codeOf);
    const armenian = range(0x531, 0x556).concat(range(0x561, 0x587), [0x589, 0x58a, 0x55a, 0x55b, 0x55c, 0x55d, 0x55e]);
    const greek = [...'ΑαΆάΈέΉήΊίΐΌόΎύΰΏώΩωςἈᾶῇὝᾳ'].map(codeOf);
    const hebrew = [...'אבגדהוזחטיכךלמםנןסעפףצץקרשת׳״־'].map(codeOf);
    const arabic = [...'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژکگی،؛؟٠٩'].map(codeOf);
    const latin = [...'ƏəǎŞşÑñỄễĐđḤḥȘș'].map(codeOf);
    const signs = [...'′″✓✔✗✘☐☑☒★☆☎✉◆◇■□▪'].map(codeOf);
    for (const face of theme.faces)
      for (const point of [...cyrillic, ...armenian, ...greek, ...latin, ...hebrew, ...arabic, ...signs])
        expect(draws(face, point), `U+${point.toString(16)}`).toBe(true);
  });
  it('keep the height of lines: ascent, descent and gap are those of the text', () => {
    const heights = (face: FontFace) => {
      const font = fontkit.create(Buffer.from(face.bytes));
      if (!('OS/2' in font)) throw new Error('a collection');
      const { typoAscender, typoDescender, typoLineGap, winAscent, winDescent } = font['OS/2'];
      const lines = [font.ascent, font.descent, font.lineGap, typoAscender, typoDescender, typoLineGap];
      return [...lines, winAscent, winDescent].map((value) => (value * 1000) / font.unitsPerEm);
    };
    for (const face of theme.faces) for (const other of face.fallbacks) expect(heights(other)).toEqual(heights(face));
  });
  it('are of the weight and slope of the face that they fill in for, where the family has them', () => {
    const italic = theme.faces.find((face) => face.italic && face.weight === 600);
    const of = (family: string) => italic?.fallbacks.find((face) => face.family === family);
    expect([of('FiraGO Cyrillic')?.weight, of('FiraGO Cyrillic')?.italic]).toEqual([600, true]);
    expect([of('Noto Sans Armenian')?.weight, of('Noto Sans Armenian')?.italic]).toEqual([600, false]);
  });
});

describe('a text in runs', () => {
  it('is of the own face where that draws it, and nothing else is asked', () => {
    expect(runsOf('სიტყვა and words – 12 %')).toEqual([['FiraGO', 'სიტყვა and words – 12 %']]);
  });
  it('takes the first face that draws a letter, and goes back', () => {
    expect(runsOf('Dr Щёлоков, Ереван')).toEqual([
      ['FiraGO', 'Dr '],
      ['FiraGO Cyrillic', 'Щёлоков'],
      ['FiraGO', ', '],
      ['FiraGO Cyrillic', 'Ереван'],
    ]);
    expect(runsOf('Երևան։').map(([family]) => family)).toEqual(['Noto Sans Armenian']);
    expect(runsOf('Ἀθηνᾶ').map(([family]) => family)).toEqual(['FiraGO Greek']);
  });
  it('keeps a letter and its marks in one face', () => {
    expect(runsOf('за\u0301мок')).toEqual([['FiraGO Cyrillic', 'за\u0301мок']]);
    expect(runsOf('k\u0331')).toEqual([['FiraGO Latin', 'k\u0331']]);
  });
  it('stays in the own face for what no face draws', () => {
    expect(runsOf('a 日')).toEqual([['FiraGO', 'a 日']]);
  });
  it('is gone through in one go, however long', () => {
    const long = `${'აб'.repeat(100_000)}\u0301`;
    expect(
      runsOf(long)
        .map(([, text]) => text)
        .join(''),
    ).toBe(long);
  });
  it('is shaped by the faces of its runs', () => {
    const { glyphs, width } = shaperOf(regular).shape('aЖՄ');
    expect(glyphs.map(({ face }) => face.family)).toEqual(['FiraGO', 'FiraGO Cyrillic', 'Noto Sans Armenian']);
    expect(glyphs.every(({ id }) => id !== 0)).toBe(true);
    expect(width).toBeCloseTo(glyphs.reduce((sum, { xAdvance }) => sum + xAdvance, 0));
  });
});

function codeOf(letter: string | number): number {
  return typeof letter === 'number' ? letter : (letter.codePointAt(0) ?? 0);
}
