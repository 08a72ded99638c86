/** Whatever stands in a file of a project, Etrati builds it or says what is wrong. It never fails itself (exit 3). */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import type { Diagnostic } from '../../src/diagnostics.ts';
import { renderDiagnostics } from '../../src/render-diagnostics.ts';
import { packageRoot } from '../../src/world.ts';
import { Folder, runs } from './folder.ts';
import { mutated, replaced } from './mutations.ts';

const example = (file: string) => readFileSync(path.join(packageRoot, file));
const data = example('data/brochure/brochure.json');
const template = example('templates/brochure/document.hbs');
const theme = example('templates/themes/gza/theme.json');
const route = example('data/brochure/route.svg');

let count = 0;
/** A new name each time, so that an engine which keeps its themes reads only what is new. */
function name(): string {
  count += 1;
  return `x${count}`;
}

describe('a fuzzed file', () => {
  let folder: Folder;
  let engine: ReturnType<typeof createEngine>;

  beforeAll(async () => {
    folder = await Folder.make();
    engine = createEngine({ root: folder.root, env: {} });
    await folder.write('brochure.json', data);
    await folder.write('route.svg', route);
    return () => folder.remove();
  });

  async function tellable(diagnostics: readonly Diagnostic[]): Promise<void> {
    for (const { message, hints } of diagnostics)
      expect(`${message} ${hints.join(' ')}`).not.toMatch(/undefined|\[object|NaN|node_modules/);
    const source = (file: string) => folder.read(file);
    const shown = await renderDiagnostics(diagnostics, { color: false, width: 100, limit: 100, source });
    expect(shown.length).toBeGreaterThanOrEqual(diagnostics.length);
  }

  it('of data, by bytes', async () => {
    const words = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '""',
      'null',
      'true',
      '1e999',
      '-0',
      '\\',
      '\\u0000',
      '\\ud800',
      '<b>',
    ];
    await fc.assert(
      fc.asyncProperty(
        mutated(data, [...words, '{{x}}', '\u00AD', '\u200B', 'ა\u0301', '"__proto__":', '\n', '\u{1F642}']),
        async (bytes) => {
          await folder.write('fuzzed.json', bytes);
          const { diagnostics, outputs } = await engine.build('fuzzed.json', { formats: ['html'] });
          expect(diagnostics.length + outputs.length).toBeGreaterThan(0);
          await tellable(diagnostics);
        },
      ),
      runs(60),
    );
  });

  it('of data, by values, in every format', async () => {
    const values = fc.oneof(
      fc.jsonValue(),
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        'javascript:x',
        '../route.svg',
        'route.svg',
        '',
        ' ',
        '\ue000',
        '\ud800',
        '\u00AD',
        {},
        [],
        null,
        true,
      ),
      fc.constantFrom({ ka: 'ა'.repeat(3000), en: 'a/'.repeat(3000) }, { ka: '\u0301', en: '…' }, { ka: '„', en: '¸' }),
    );
    await fc.assert(
      fc.asyncProperty(replaced(JSON.parse(data.toString()), values), async (text) => {
        await folder.write('fuzzed.json', text);
        const { diagnostics, outputs } = await engine.build('fuzzed.json', { languages: ['ka'] });
        expect(diagnostics.length + outputs.length).toBeGreaterThan(0);
        await tellable(diagnostics);
      }),
      runs(30),
    );
  });

  it('of a template', async () => {
    const words = [
      '{{',
      '}}',
      '{{{',
      '{{#each about.aims}}',
      '{{/each}}',
      '{{#if title}}',
      '{{else}}',
      '{{/if}}',
      '{{> figure}}',
    ];
    const markup = [
      '<p>',
      '</p>',
      '<ul>',
      '<li>',
      '<section>',
      '</section>',
      '<a href="',
      '<br/>',
      '&',
      '&lt;',
      ']]>',
      '<!--',
      '"',
    ];
    const paths = [
      '{{this}}',
      '{{@root.title}}',
      '{{../title}}',
      '{{about}}',
      '{{lookup about "lead"}}',
      '{{~',
      '{{!--',
      '\uE000',
      '\0',
    ];
    await fc.assert(
      fc.asyncProperty(mutated(template, [...words, ...markup, ...paths]), async (bytes) => {
        const own = name();
        await folder.write(`templates/${own}/document.hbs`, bytes);
        await folder.write(`templates/${own}/partials/figure.hbs`, example('templates/brochure/partials/figure.hbs'));
        await folder.write(`templates/${own}/partials/emblem.hbs`, example('templates/brochure/partials/emblem.hbs'));
        const { diagnostics, outputs } = await engine.build('brochure.json', { template: own });
        expect(diagnostics.length + outputs.length).toBeGreaterThan(0);
        await tellable(diagnostics);
      }),
      runs(40),
    );
  });

  const themes = {
    bytes: mutated(theme, [
      '{',
      '}',
      '"',
      ',',
      '"$value":',
      '{color.blue}',
      '{',
      '0',
      '-1',
      '1e9',
      'null',
      '#fff',
      '"mm"',
      '"px"',
    ]),
    values: replaced(
      JSON.parse(theme.toString()),
      fc.oneof(fc.jsonValue(), fc.constantFrom(0, -1, 1e9, '{color.blue.light}', '../../x.ttf', '#000', null, {}, [])),
    ),
  };
  it.each(['bytes', 'values'] as const)('of a theme, by %s', async (how) => {
    await fc.assert(
      fc.asyncProperty<[Uint8Array | string]>(themes[how], async (content) => {
        const own = name();
        await folder.write(`templates/themes/${own}/theme.json`, content);
        const { diagnostics, outputs } = await engine.build('brochure.json', { theme: own, languages: ['ka'] });
        expect(diagnostics.length + outputs.length).toBeGreaterThan(0);
        await tellable(diagnostics);
      }),
      runs(20),
    );
  });

  it('of a picture', async () => {
    const pictures = fc
      .constantFrom('plain.png', 'plain.jpg', 'route.svg')
      .chain((file) =>
        mutated(folder.bytes(file), ['<g>', '</g>', '"/>', 'NaN', '1e400', '-1', 'url(#a)', '<svg', 'IEND', 'M0']),
      );
    const plain = data.toString();
    await fc.assert(
      fc.asyncProperty(pictures, async (bytes) => {
        await folder.write('fuzzed.picture', bytes);
        await folder.write('pictured.json', plain.replace('"route.svg"', '"fuzzed.picture"'));
        const { diagnostics, outputs } = await engine.build('pictured.json', { languages: ['ka'] });
        expect(diagnostics.length + outputs.length).toBeGreaterThan(0);
        await tellable(diagnostics);
      }),
      runs(20),
    );
  });
}, 600_000);
