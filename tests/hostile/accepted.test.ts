/** Odd and large input that is good all the same: every format is built and says it, as it should look. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import subsetFont from 'subset-font';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import { packageRoot } from '../../src/world.ts';
import { brochure, Project } from '../cli/project.ts';
import { unpacked } from '../pdf/unpacked.ts';
import { gza } from '../theme/gza.ts';
import { expectOnPage, glyphsOf } from './glyphs.ts';
import { make, said } from './made.ts';

/** Letters in an order that no cache knows. */
function letters(count: number, seed = 1): string {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCodePoint(0x10d0 + (state % 33));
  }).join('');
}

/** Puts a text into the first paragraph of the brochure. */
function say(project: Project, text: string): void {
  const data = JSON.parse(project.read(brochure));
  data.about.paragraphs[0].ka = text;
  project.write(brochure, JSON.stringify(data, null, 2));
}

/** The theme's fonts with Hebrew and Arabic, cut from the same whole fonts as ours. */
async function ownFonts(project: Project): Promise<void> {
  const copy = (file: string) => project.write(file, readFileSync(path.join(packageRoot, file)));
  copy('templates/themes/gza/theme.json');
  copy('fonts/firago/LICENSE');
  const faces = [...project.read('templates/themes/gza/theme.json').matchAll(/fonts\/firago\/FiraGO-(\w+)\.ttf/g)];
  for (const [file, style = ''] of faces) {
    const [, weight = ''] = /^(Regular|Medium|SemiBold|Italic)/.exec(style) ?? [];
    const cut = `${{ Medium: 500, SemiBold: 600 }[weight] ?? 400}-${style.endsWith('Italic') ? 'italic' : 'normal'}`;
    const whole = readFileSync(
      path.join(packageRoot, `node_modules/@fontsource/firago/files/firago-latin-${cut}.woff2`),
    );
    const letters = Array.from({ length: 0x2500 }, (_, point) => String.fromCharCode(point)).join('');
    project.write(file, await subsetFont(whole, letters, { targetFormat: 'sfnt' }));
  }
}

const html = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const wordXml = (bytes: Uint8Array) => strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());

it('a byte order mark and CRLF change no byte of what is built', async () => {
  const project = new Project();
  const text = project.read(brochure);
  project.write('windows/brochure.json', `\uFEFF${text.replaceAll('\n', '\r\n')}`);
  project.write('windows/route.svg', project.read('data/brochure/route.svg'));
  const engine = createEngine({ root: project.root, env: {} });
  const bytes = async (file: string) => (await engine.build(file)).outputs.map((output) => Buffer.from(output.bytes));
  const [plain, windows] = [await bytes(brochure), await bytes('windows/brochure.json')];
  expect(plain).toHaveLength(6);
  expect(plain.map((each, index) => each.equals(windows[index] ?? Buffer.of()))).toEqual(plain.map(() => true));
});

it('a template and a theme with CRLF and a byte order mark', async () => {
  const project = new Project();
  project.editTemplate('<document>', '<document>');
  const windows = (file: string) => project.write(file, `\uFEFF${project.read(file).replaceAll('\n', '\r\n')}`);
  for (const file of ['document.hbs', 'partials/emblem.hbs', 'partials/figure.hbs'])
    windows(`templates/brochure/${file}`);
  await make(project.root, brochure);
});

describe('a word without end breaks, and never leaves the page', () => {
  it('of 10,000 letters in a paragraph', async () => {
    const project = new Project();
    const word = letters(10_000);
    say(project, word);
    const { bytes, outlines } = await make(project.root, brochure);
    await expectOnPage(bytes.pdf);
    for (const outline of Object.values(outlines)) expect(said(outline)).toContain(word);
    expect(html(bytes.html)).toMatch(/overflow-wrap:\s*(?:anywhere|break-word)/);
    expect(wordXml(bytes.docx)).toContain(word);
  });

  it('of 300 letters in every text', async () => {
    const project = new Project();
    let seed = 0;
    const longer = (text: string) => {
      seed += 1;
      return text.replaceAll(/("ka": ")(?=[^"])/g, (start) => start + letters(300, seed * 7 + 1));
    };
    project.write(brochure, longer(project.read(brochure)));
    const { bytes } = await make(project.root, brochure);
    await expectOnPage(bytes.pdf);
  });

  it('of digits before a sign, which else stays with them', async () => {
    const project = new Project();
    say(project, `${'1234567890'.repeat(200)} % № ${'1'.repeat(2000)} IOM-${'ის'.repeat(1000)}`);
    const { bytes } = await make(project.root, brochure);
    await expectOnPage(bytes.pdf);
    // Nothing that must not wrap is wider than a narrow screen.
    for (const [, kept = ''] of html(bytes.html).matchAll(/<span class="nb[^>]*>([^<]*)/g))
      expect(kept.length).toBeLessThan(60);
  });
});

it('a title of 400 letters', async () => {
  const project = new Project();
  const title = `${'დაცული საზღვრები და უსაფრთხო მიგრაცია '.repeat(12)}`.slice(0, 400).trim();
  project.edit('"ka": "დაცული საზღვრებისა და უსაფრთხო მიგრაციის მხარდაჭერა"', `"ka": "${title}"`);
  const { bytes, outlines } = await make(project.root, brochure);
  await expectOnPage(bytes.pdf);
  for (const { nodes } of Object.values(outlines))
    expect(nodes.find(({ role }) => role === 'heading')).toMatchObject({ level: 1, runs: [{ text: title }] });
  // Dark letters stand on paper, above the navy field that begins in the middle of the page.
  const { page: format } = await gza();
  const lines = (await glyphsOf(bytes.pdf)).filter(({ page, text }) => page === 1 && /დაცული|მიგრაცია /.test(text));
  expect(lines.length).toBeGreaterThan(8);
  for (const line of lines) expect(line.baseline, JSON.stringify(line)).toBeLessThan(format.height * 0.53);
});

it('a list 8 deep', async () => {
  const project = new Project();
  const deep = Array.from({ length: 8 }, (_, index) => `<ul><li>{{@root.title}} ${index + 1}`).join('');
  project.editTemplate(
    '<p look="lead">{{prioritiesLead}}</p>',
    `<p look="lead">{{prioritiesLead}}</p>${deep}${'</li></ul>'.repeat(8)}`,
  );
  const { bytes, outlines } = await make(project.root, brochure);
  await expectOnPage(bytes.pdf);
  for (const outline of Object.values(outlines)) expect(said(outline)).toMatch(/მხარდაჭერა 8/);
  const widest = (await glyphsOf(bytes.pdf)).filter(({ text }) => /(?<!\/) [1-8]$/.test(text));
  expect(new Set(widest.map(({ left }) => Math.round(left))).size).toBe(8);
});

it('combining marks, in order and under or over their letters', async () => {
  const project = new Project();
  const marked = 'q\u0308\u0323 ო\u0301 ა\u0323\u0301 e\u0301 x\u0302\u0304';
  say(project, marked);
  const { outlines } = await make(project.root, brochure);
  for (const outline of Object.values(outlines)) expect(said(outline)).toContain(marked.normalize('NFC'));
});

describe('text from right to left', () => {
  const mixed = 'ორი სიტყვა שלום עולם და أهلا وسهلا ბოლოს.';

  it('is said in order in all formats', async () => {
    const project = new Project();
    say(project, mixed);
    const { outlines, diagnostics } = await make(project.root, brochure);
    for (const outline of Object.values(outlines)) expect(said(outline)).toContain(mixed);
    expect(diagnostics.map(({ code }) => code)).not.toContain('right-to-left');
  });

  it('is so in fonts of the project', async () => {
    const project = new Project();
    say(project, mixed);
    await ownFonts(project);
    const { outlines, diagnostics } = await make(project.root, brochure);
    for (const outline of Object.values(outlines)) expect(said(outline)).toContain(mixed);
    expect(diagnostics.map(({ code }) => code)).not.toContain('right-to-left');
  });
});

it('optional parts that are not there', async () => {
  const project = new Project();
  const data = JSON.parse(project.read(brochure));
  delete data.$schema;
  delete data.source;
  data.overview.figure = null;
  data.contact.code = null;
  data.themes.items = data.themes.items.map(({ name }: { name: unknown }) => ({ name, areas: null }));
  for (const emblem of [...data.emblems.cover, ...data.emblems.imprint]) emblem.picture = null;
  project.write(brochure, JSON.stringify(data));
  const { outlines } = await make(project.root, brochure);
  for (const outline of Object.values(outlines)) {
    expect(said(outline)).not.toMatch(/null|undefined|\[object/);
    expect(JSON.stringify(outline.nodes)).not.toContain('"figure"');
  }
});

it('5,000 sections', async () => {
  const project = new Project();
  const data = JSON.parse(project.read(brochure));
  const texts = (index: number) => ({ ka: `${index}. ქვეყანა და მიგრაცია.`, en: `${index}. Country and migration.` });
  data.about.paragraphs = Array.from({ length: 5000 }, (_, index) => texts(index));
  project.write(brochure, JSON.stringify(data));
  const many =
    '{{#each @root.about.paragraphs}}<section id="s{{@index}}"><h>{{@index}} {{this}}</h><p>{{this}}</p></section>{{/each}}';
  project.editTemplate('<section id="themes">', `${many}<section id="themes">`);
  const { outlines } = await make(project.root, brochure);
  for (const { nodes } of Object.values(outlines))
    expect(nodes.filter(({ role }) => role === 'heading').length).toBeGreaterThan(5000);
}, 240_000);

describe('soft hyphens', () => {
  it('come along with pasted text and are in nothing that is shown, copied or read aloud', async () => {
    const project = new Project();
    const divided = Array.from({ length: 60 }, () => 'საერ\u00ADთაშო\u00ADრისო').join(' ');
    say(project, `${divided} 1951 წელს დაფუძნებული`);
    project.edit('"ka": "დაცული საზღვრებისა', '"ka": "დაცუ\u00ADლი საზღვრებისა');
    const { bytes, outlines } = await make(project.root, brochure);
    for (const outline of Object.values(outlines)) {
      expect(said(outline)).toContain('დაცული საზღვრებისა');
      expect(said(outline)).toContain('საერთაშორისო საერთაშორისო');
    }
    const lines = (await glyphsOf(bytes.pdf)).filter(({ text }) => /საერ|თაშო|რისო/.test(text));
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.filter(({ text }) => /[-‐\u00AD]/u.test(text))).toEqual([]);
    expect(unpacked(bytes.pdf)).not.toMatch(/\/(?:Title|Contents) \([^)]*\u00AD/);
    expect(wordXml(bytes.docx)).not.toMatch(/\u00AD|<w:softHyphen/);
    expect(html(bytes.html)).not.toContain('\u00AD');
  });
});
