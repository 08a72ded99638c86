/** What had drifted between formats and themes, each told as a person saw it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadTheme } from '../../src/design/load.ts';
import { Report } from '../../src/diagnostics.ts';
import { languageOf } from '../../src/language/languages.ts';
import { openWorld } from '../../src/world.ts';
import { pdf } from '../../src/write/pdf/pdf.ts';
import { document, emphasis, l, p, section } from '../make.ts';
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
  return report.diagnostics.map(({ code, message }) => `${code}: ${message}`);
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
