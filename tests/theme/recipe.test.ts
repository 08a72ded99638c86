/** The recipe of docs/themes.md: a theme with a new look, of data only, drawn by all formats. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path, { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { afterAll, expect, it } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import { loadTheme } from '../../src/design/load.ts';
import { Report } from '../../src/diagnostics.ts';
import { openWorld } from '../../src/world.ts';
import { root } from './gza.ts';
import { textsOfPdf } from './painted.ts';

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

it('grounds, borders, discs and codes are drawn by PDF, Word and HTML alike', async () => {
  const looks = {
    aside: { callout: { border: { color: 'pine', width: '2pt' }, icon: 'attention' } },
    table: { grounds: { head: 'mist', striped: 'stone' } },
    ul: { plain: { mark: { kind: 'ring', color: 'pine', size: '2mm', stroke: '0mm', followsWords: false } } },
  };
  const paper = { $type: 'color', $value: '#FBF7EC', $extensions: { etrati: { dark: '#12171A', cmyk: [0, 2, 8, 0] } } };
  const own = { color: { paper }, $extensions: { etrati: { extends: 'tsqnari', title: 'Grounds', looks } } };
  await put('templates/themes/grounds/theme.json', JSON.stringify(own));
  const row = '<row><th>A</th><td>1</td></row>';
  const template = `<document><cover><title>T</title></cover><section id="one"><h>One</h><ul><li>Item</li></ul>
<aside look="callout"><p>Mind this.</p></aside><table><head><row><th>Name</th><th>Number</th></row></head><body>${row}${row}</body></table>
<figure look="qr"><qr href="https://example.org/"/><caption>Address</caption></figure></section></document>`;
  await put('templates/grounds/document.hbs', template);
  await put('data/document/grounds.json', await readFile(join(root, 'data/document/guide.json'), 'utf8'));
  const { outputs, diagnostics } = await createEngine({ root: folder }).build('data/document/grounds.json', {
    ...{ template: 'grounds', theme: 'grounds', languages: ['en'] },
  });
  expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
  const bytes = (format: string) => outputs.find((each) => each.format === format)?.bytes ?? new Uint8Array();

  const page = new TextDecoder().decode(bytes('html'));
  expect(page).toContain('thead>tr>*{background:var(--color-mist)}');
  expect(page).toMatch(/tbody>tr:nth-child\(even\)[^{]*\{background:var\(--color-stone\)\}/);
  expect(page).toMatch(/:is\(main ul:not\(\[data-look\]\)[^{]*\{background:var\(--mark\)\}/);
  expect(page).toMatch(/\[data-look=callout\]\{[^}]*border:\.16rem solid var\(--color-pine\)/);
  expect(page).toContain('class="icon"');

  const word = unzipSync(bytes('docx'));
  const text = new TextDecoder().decode(word['word/document.xml']);
  expect(text).toContain('<w:background w:color="FBF7EC"/>');
  expect(new TextDecoder().decode(word['word/settings.xml'])).toContain('<w:displayBackgroundShape/>');
  for (const fill of ['EAF2F0', 'F3F4F2']) expect(text).toContain(`w:fill="${fill}"`);

  const content = paintedIn(bytes('pdf'));
  const fill = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  // The page, the heads of the table, a stripe; the code in ink, which is the theme's strong colour, and no navy.
  for (const color of ['#FBF7EC', '#EAF2F0', '#F3F4F2', '#1B1F23'])
    expect(isFilled(content, fill(color)), color).toBe(true);
  expect(isFilled(content, fill('#0E2F6B'))).toBe(false);
}, 60_000);

it('words on dark heads are what the theme says, links, notes and lists with them, in PDF, Word and HTML alike', async () => {
  const build = async (words: object) => {
    const looks = { table: { grounds: { head: 'ink' }, ...words } };
    const own = { $extensions: { etrati: { extends: 'tsqnari', title: 'Heads', looks } } };
    await put('templates/themes/heads/theme.json', JSON.stringify(own));
    return createEngine({ root: folder }).build('data/document/heads.json', {
      ...{ template: 'heads', theme: 'heads', languages: ['en'] },
    });
  };
  const template = `<document><cover><title>T</title></cover><section id="one"><h>One</h><table><head><row><th>Name</th>
<th>A <a href="https://example.org/">link</a><note>Of it.</note><ul><li>Item</li></ul></th></row></head><body><row><th>A</th><td>1</td></row></body></table></section></document>`;
  await put('templates/heads/document.hbs', template);
  await put('data/document/heads.json', await readFile(join(root, 'data/document/guide.json'), 'utf8'));
  const dark = (await build({})).diagnostics.filter(({ code }) => code === 'low-contrast');
  expect(dark.map(({ message }) => message).join()).toContain('"table-head" text in tables');

  const { outputs, diagnostics } = await build({ words: { head: 'paper' } });
  expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
  const bytes = (format: string) => outputs.find((each) => each.format === format)?.bytes ?? new Uint8Array();
  const page = new TextDecoder().decode(bytes('html'));
  expect(page).toMatch(/thead>tr>\*,thead>tr>\* \*[^{]*\{[^}]*color:var\(--color-paper\)!important\}/);

  const word = unzipSync(bytes('docx'));
  const text = new TextDecoder().decode(word['word/document.xml']);
  const head = /<w:tr>(?:(?!<\/w:tr>).)*<w:tblHeader\/>(?:(?!<\/w:tr>).)*<\/w:tr>/s.exec(text)?.[0] ?? '';
  const runs = head.split(/<w:r>/).slice(1);
  expect(runs.length).toBeGreaterThan(3);
  for (const run of runs) expect(run).toContain('<w:color w:val="FFFFFF"/>');
  expect(new TextDecoder().decode(word['word/numbering.xml'])).toMatch(
    /w:lvlText w:val="–"(?:(?!<\/w:lvl>).)*w:val="FFFFFF"/s,
  );

  const painted = textsOfPdf(bytes('pdf'), (hex) => hex).filter((pair) => pair.endsWith(' on #1B1F23'));
  expect(painted.length).toBeGreaterThan(3);
  expect(new Set(painted)).toEqual(new Set(['#FFFFFF on #1B1F23']));
}, 60_000);

/** All content streams of a file. */
function paintedIn(bytes: Uint8Array): string {
  const file = Buffer.from(bytes);
  const texts: string[] = [];
  for (let at = file.indexOf('stream\n'); at !== -1; at = file.indexOf('stream\n', at + 1)) {
    try {
      texts.push(inflateSync(file.subarray(at + 7)).toString('latin1'));
    } catch {
      // Not deflated.
    }
  }
  return texts.join('\n');
}

function isFilled(content: string, color: readonly number[]): boolean {
  const set = [...content.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) (?:rg|scn)\b/g)];
  return set.some((found) => color.every((part, index) => Math.abs(Number(found[index + 1]) - part) < 0.002));
}

it('the second theme is read whole and names none of the hues of the first', async () => {
  const report = new Report();
  const quiet = await loadTheme('templates/themes/tsqnari/theme.json', await openWorld(root), report);
  expect(report.diagnostics).toEqual([]);
  expect(quiet?.styles.title.family).toBe('Noto Serif Georgian');
  expect(Object.keys(quiet?.colors ?? {})).not.toContain('blue');
  expect(quiet?.lanes).toBe(false);
});
