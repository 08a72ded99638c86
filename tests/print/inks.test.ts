import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import { Report } from '../../src/diagnostics.ts';
import { fogra39 } from '../../src/picture/open-profile.ts';
import { inkPicture } from '../../src/picture/press.ts';
import { PressInks, separate } from '../../src/write/pdf/paint/inks.ts';
import { settleInks } from '../../src/write/pdf/paint/theme-inks.ts';
import { gza, root } from '../theme/gza.ts';
import { heavy } from '../tier.ts';

const theme = await gza();
const inks = new PressInks(await settleInks(theme, fogra39(), new Report()));

describe('colours in ink', () => {
  it.each(Object.entries(theme.colors))('are those of the theme: %s', (_, { light, cmyk }) => {
    expect(inks.inksOf(light)).toEqual(cmyk);
    expect(inks.inksOf(light.toLowerCase())).toEqual(cmyk);
  });

  it('are reckoned for all others, greys as black alone', () => {
    expect(inks.fill('#000000')).toBe('0 0 0 1 k');
    expect(inks.stroke('#808080')).toBe('0 0 0 0.498 K');
    expect(separate([1, 0, 0])).toEqual([0, 100, 100, 0]);
    expect(separate([0, 0, 0.5])).toEqual([50, 50, 0, 50]);
  });

  it('never take more than 200 % where they are reckoned', () => {
    const steps = [0, 0.25, 0.5, 0.75, 1];
    for (const red of steps)
      for (const green of steps)
        for (const blue of steps) expect(separate([red, green, blue]).reduce((a, b) => a + b)).toBeLessThanOrEqual(200);
  });

  it('overprint in black alone', () => {
    const over = Object.entries(theme.colors).filter(([, { light }]) => inks.overprints(light));
    expect(over.map(([name]) => name)).toEqual(['ink', 'muted']);
  });
});

describe('pictures in ink', () => {
  const base = { width: 8, height: 8, background: { r: 255, g: 255, b: 255, alpha: 0 } };
  const pictures = {
    'with alpha': sharp({ create: { ...base, channels: 4 } }).png(),
    'of greys': sharp({ create: { ...base, channels: 3 } })
      .toColourspace('b-w')
      .png(),
    'of a palette': sharp({ create: { ...base, channels: 3 } }).png({ palette: true }),
    'as JPEG': sharp({ create: { ...base, channels: 3 } }).jpeg(),
  };

  it.each(Object.entries(pictures))('%s: four inks, white is paper, no profile', async (_, picture) => {
    const { bytes } = await inkPicture({ bytes: await picture.toBuffer(), inches: 9 }, fogra39());
    const { space, channels, icc } = await sharp(bytes).metadata();
    expect({ space, channels, icc }).toEqual({ space: 'cmyk', channels: 4, icc: undefined });
    // Read back as light: paper is white.
    const { data } = await sharp(bytes).toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
    expect(Math.min(...data.subarray(0, 3))).toBeGreaterThan(250);
  });
});

heavy('is built on request only, beside the others', async () => {
  const engine = createEngine({ root, env: {} });
  const file = 'data/brochure/brochure.json';
  const { outputs, diagnostics } = await engine.build(file, {
    formats: ['print'],
    languages: ['ka'],
    pdfStandard: 'ua-2',
  });
  expect(diagnostics).toEqual([]);
  expect(outputs.map(({ name, format }) => [name, format])).toEqual([
    ['brochure.ka.print.pdf', 'print'],
    ['brochure.ka.ticket.json', 'print'],
    ['brochure.ka.ticket.html', 'print'],
    ['brochure.ka.ticket.xjdf', 'print'],
  ]);
  const plain = await engine.build(file, { languages: ['ka'] });
  expect(plain.outputs.map(({ format }) => format)).toEqual(['pdf', 'docx', 'html']);
  engine.close();
});
