/** The recipe of docs/themes.md: a theme with a new look, of data only, drawn by all formats. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path, { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, expect, it } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import { loadTheme } from '../../src/design/load.ts';
import { Report } from '../../src/diagnostics.ts';
import { openWorld } from '../../src/world.ts';
import { root } from './gza.ts';

const folder = await mkdtemp(join(tmpdir(), 'etrati-recipe-'));
afterAll(() => rm(folder, { recursive: true }));

async function put(name: string, text: string): Promise<void> {
  await mkdir(path.dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), text);
}

const theme = {
  $extensions: {
    etrati: {
      extends: 'tsqnari',
      title: 'Ours',
      looks: { aside: { warning: { ground: 'mist', bar: { color: 'ink', width: '2mm' }, icon: 'attention' } } },
    },
  },
};

it('a new look of a theme is drawn by PDF, Word and HTML', async () => {
  await put('templates/themes/ours/theme.json', JSON.stringify(theme));
  const template =
    '<document><cover><title>{{title}}</title></cover><section id="one"><h>One</h><p>Text.</p><aside look="warning"><p>Mind this.</p></aside></section></document>';
  await put('templates/ours/document.hbs', template);
  const data = JSON.parse(await readFile(join(root, 'data/document/guide.json'), 'utf8'));
  await put('data/document/ours.json', JSON.stringify(data));
  const { outputs, diagnostics } = await createEngine({ root: folder }).build('data/document/ours.json', {
    ...{ template: 'ours', theme: 'ours', languages: ['en'] },
  });
  expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
  const bytes = (format: string) => outputs.find((each) => each.format === format)?.bytes ?? new Uint8Array();
  expect(new TextDecoder().decode(bytes('html'))).toContain('[data-look=warning]{');
  const styles = new TextDecoder().decode(unzipSync(bytes('docx'))['word/styles.xml']);
  expect(styles).toMatch(/w:styleId="Warning\w+"(?:(?!<\/w:style>).)*w:fill="EAF2F0"/s);
  expect(bytes('pdf').length).toBeGreaterThan(1000);
}, 60_000);

it('the second theme is read whole and names none of the hues of the first', async () => {
  const report = new Report();
  const quiet = await loadTheme('templates/themes/tsqnari/theme.json', await openWorld(root), report);
  expect(report.diagnostics).toEqual([]);
  expect(quiet?.styles.title.family).toBe('Noto Serif Georgian');
  expect(Object.keys(quiet?.colors ?? {})).not.toContain('blue');
  expect(quiet?.lanes).toBe(false);
});
