/** What had drifted between formats and themes, each told as a person saw it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadTheme } from '../../src/design/load.ts';
import { designFigure } from '../../src/design/parts.ts';
import { onPage } from '../../src/design/place.ts';
import { designCaption } from '../../src/design/tables.ts';
import { Report } from '../../src/diagnostics.ts';
import { languageOf } from '../../src/language/languages.ts';
import { type ColorName, colorOf } from '../../src/theme/theme.ts';
import { openWorld, packageRoot } from '../../src/world.ts';
import { html } from '../../src/write/html/html.ts';
import { pdf } from '../../src/write/pdf/pdf.ts';
import { Package, write } from '../docx/kit.ts';
import { bodyRow, document, emphasis, figure, headRow, l, p, section, square, table, w } from '../make.ts';
import { unpacked } from '../pdf/unpacked.ts';
import { gza } from '../theme/gza.ts';

const folder = mkdtemp(join(tmpdir(), 'etrati-drift-'));
afterAll(async () => rm(await folder, { recursive: true }));

/** What is said of the contrast of a title of 16 points, in a grey that has 3.27 : 1 on white. */
async function titled(size: string) {
  const looks = { cover: { head: { title: { color: 'grey', size } } } };
  const color = {
    grey: {
      $type: 'color',
      $value: { colorSpace: 'srgb', components: [0.5569, 0.5569, 0.5569], hex: '#8E8E8E' },
      $extensions: { etrati: { dark: '#8E8E8E' } },
    },
  };
  const theme = { color, $extensions: { etrati: { extends: 'tsqnari', title: 'Ours', looks } } };
  await writeFile(join(await folder, 'theme.json'), JSON.stringify(theme));
  const report = new Report();
  await loadTheme('theme.json', await openWorld(await folder), report);
  // That web pages have a size of their own is no matter of contrast.
  return report.diagnostics.flatMap(({ code, message }) => (code === 'look-undrawn' ? [] : [`${code}: ${message}`]));
}

describe('a title', () => {
  it('is held to the contrast of the smallest size that it shrinks to', async () => {
    expect(await titled('16pt')).toEqual([
      'low-contrast: "grey" #8E8E8E on "paper" #FFFFFF has a contrast of 3.27 : 1; 4.5 : 1 is needed for titles. The colour is named by looks.cover.head.title.color, its ground by roles.',
    ]);
    // Large as the theme has it, and small where it is long.
    expect(await titled('25pt')).toHaveLength(1);
    expect(await titled('80pt')).toEqual([]);
  }, 30_000);
});

/** The faces that a PDF embeds. */
async function facesOf(lang: string, words: string): Promise<readonly string[]> {
  const theme = await gza();
  const made = document({ lang: l(lang), body: [section('one', words, [p([emphasis(words)])])] });
  const job = { theme, language: languageOf(made.lang), name: 'x', created: new Date(0), report: new Report() };
  const faces = unpacked(await pdf.write(made, job)).matchAll(/\/FontName \/[A-Z]+\+([\w-]+)/g);
  return [...new Set([...faces].map(([, face = '']) => face))];
}

it('stress leans in an English PDF, as in Word and HTML, and not in a Georgian one', async () => {
  expect(await facesOf('en', 'Stress')).toContain('FiraGO-Italic');
  expect((await facesOf('ka', 'აზრი')).filter((face) => /Italic/.test(face))).toEqual([]);
}, 60_000);

describe.each(['gza', 'tsqnari'])('the numbers of captions in %s', (name) => {
  const made = async () => {
    const theme = await loadTheme(`templates/themes/${name}/theme.json`, await openWorld(packageRoot), new Report());
    if (theme === null) throw new Error(`${name} is broken`);
    const captioned = document({
      body: [
        section('s', 'S', [
          { ...figure(square, 'a', 'b'), number: w('Picture') },
          { ...table([headRow('c')], [bodyRow('d')]), number: w('Numbers') },
        ]),
      ],
    });
    const light = (color: ColorName) => colorOf(theme, color).light.slice(1).toUpperCase();
    const picture = designFigure({ look: null, placing: null }, onPage, theme);
    return { theme, captioned, light, picture, data: designCaption(theme) };
  };

  it('have in Word the colour and the weight of the design, as its words have', async () => {
    const { theme, captioned, light, picture, data } = await made();
    const word = new Package(await write(captioned, { theme }));
    const [styles, body] = [word.text('word/styles.xml'), word.text('word/document.xml')];
    const colorIn = (style: string) =>
      new RegExp(`w:styleId="${style}".*?<w:color w:val="(\\w+)"`, 's').exec(styles)?.[1]?.toUpperCase();
    expect(colorIn('FigureNumber')).toBe(light(picture.number.color));
    expect(colorIn('Caption')).toBe(light(picture.words.color));
    expect(colorIn('TableNumber')).toBe(light(data.number.color));
    const run = (text: string) => new RegExp(`<w:r>(?:(?!</w:r>).)*>${text}<`, 's').exec(body)?.[0] ?? '';
    expect(run('Picture')).toMatch(/w:val="FigureNumber"\/><w:b\/>/);
    expect(run('Numbers')).toMatch(
      data.number.weight === 400 ? /w:val="TableNumber"\/><w:b w:val="false"\/>/ : /w:val="TableNumber"\/><w:b\/>/,
    );
  });

  it('have them in HTML', async () => {
    const { theme, captioned, data } = await made();
    const job = { theme, language: languageOf(captioned.lang), name: 'x', created: new Date(0), report: new Report() };
    const page = new TextDecoder().decode(await html.write(captioned, job));
    const rule = /\.finding \.label\{font-weight:(\d+)/.exec(page);
    expect(rule?.[1] ?? null).toBe(data.number.weight === null ? null : String(data.number.weight));
  });
});
