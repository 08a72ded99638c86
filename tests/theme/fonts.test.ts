import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as fontkit from 'fontkit';
import { beforeAll, describe, expect, it } from 'vitest';
import { readFont } from '../../src/theme/sfnt.ts';
import type { Theme } from '../../src/theme/theme.ts';
import { gza, root } from './gza.ts';

let theme: Theme;
beforeAll(async () => {
  theme = await gza();
});

function fontOf(bytes: Uint8Array): fontkit.Font {
  const font = fontkit.create(Buffer.from(bytes));
  if (!('characterSet' in font)) throw new Error('a collection');
  return font;
}
const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

describe('the faces of the theme', () => {
  it('are regular, italic, medium, semi-bold and semi-bold italic of one family', () => {
    const faces = theme.faces.map(({ family, weight, italic }) => `${family} ${weight}${italic ? ' italic' : ''}`);
    expect(faces).toEqual(['FiraGO 400', 'FiraGO 400 italic', 'FiraGO 500', 'FiraGO 600', 'FiraGO 600 italic']);
  });
  it('lie beside their licence', async () => {
    for (const { file } of theme.faces) {
      const licence = join(dirname(file), 'LICENSE');
      expect(existsSync(licence)).toBe(true);
      expect(await readFile(licence, 'utf8')).toContain('SIL OPEN FONT LICENSE Version 1.1');
    }
  });
  it('say by themselves what the theme says of them, and may be embedded and subset', () => {
    for (const face of theme.faces) {
      const font = fontOf(face.bytes);
      expect(font['OS/2'].usWeightClass).toBe(face.weight);
      expect(font.italicAngle !== 0).toBe(face.italic);
      expect(Object.values(font['OS/2'].fsType)).not.toContain(true);
      expect(font.familyName.startsWith(face.family)).toBe(true);
      expect(font.availableFeatures).toEqual(expect.arrayContaining(['kern', 'mark', 'liga', 'tnum']));
    }
  });
  it('cover Georgian, Latin and the signs of our documents, and no Mtavruli', () => {
    const signs = [...'–—‘’“”„…•№€₾°×−≥≤→←\u00A0\u00AD\u2011'].map((sign) => sign.codePointAt(0) ?? 0);
    const wanted = [...range(0x20, 0x7e), ...range(0xa0, 0x17f), ...range(0x10d0, 0x10ff), ...signs];
    for (const face of theme.faces) {
      expect(wanted.filter((point) => !face.covers(point))).toEqual([]);
      expect([...range(0x1c90, 0x1cbf), 0x1f642, 0x200b, 0xffff].filter(face.covers)).toEqual([]);
    }
  });
  it('are read as fontkit reads them', () => {
    for (const face of theme.faces) {
      const said = readFont(face.bytes);
      const expected = fontOf(face.bytes).characterSet.filter((point) => point !== 0xffff);
      expect(said).toEqual({ characters: expected.sort((a, b) => a - b), rights: 0 });
    }
  });
  it('share one width of tabular figures', () => {
    for (const face of theme.faces) {
      const glyphs = fontOf(face.bytes).layout('0123456789', ['tnum']).glyphs;
      expect(new Set(glyphs.map(({ advanceWidth }) => advanceWidth)).size).toBe(1);
    }
  });
});

it('each folder of fonts holds a licence', async () => {
  const folders = (await readdir(join(root, 'fonts'), { withFileTypes: true })).filter((entry) => entry.isDirectory());
  expect(folders.length).toBeGreaterThan(0);
  for (const { name } of folders) expect(existsSync(join(root, 'fonts', name, 'LICENSE'))).toBe(true);
});
