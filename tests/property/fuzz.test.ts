/** Whatever stands in a file of a project, Etrati builds it or says what is wrong. It never fails itself (exit 3). */
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import type { BuildOptions } from '../../src/engine.ts';
import { renderDiagnostics } from '../../src/render-diagnostics.ts';
import { packageRoot } from '../../src/world.ts';
import { Folder, runs } from './folder.ts';
import { mutated, replaced } from './mutations.ts';

const read = (file: string) => readFileSync(path.join(packageRoot, file));

/** An example of each kind of document, and its template. */
const examples = readdirSync(path.join(packageRoot, 'data')).map((kind) => {
  const name = readdirSync(path.join(packageRoot, 'data', kind)).find((each) => each.endsWith('.json'));
  const file = `data/${kind}/${name}`;
  return { kind, file, bytes: read(file), template: read(`templates/${kind}/document.hbs`) };
});
const theme = read('templates/themes/gza/theme.json');

const spelt = (words: string) => words.split(' ');
const json = [
  ...spelt('{ } [ ] , : " "" null true 1e999 -0 \\ \\u0000 \\ud800 <b> {{x}} "__proto__":'),
  '\n',
  '\u00AD',
];
const marks = spelt('**a** *b* [c](https://d.org) [e]{lang=en} [f](#g) 1. - \\ \\n\\n \u200B ა\u0301 \u{1F642}');
const template = [
  ...['{{#each title}}', '{{/each}}', '{{#if title}}', '{{else}}', '{{/if}}', '{{> emblem}}', '{{@root.title}}', '{{~'],
  ...spelt('{{ }} {{{ {{../title}} {{this}} {{!-- --}} \uE000 \0 & &lt; ]]> <!-- " <br/> <a'),
  ...spelt('<p> </p> <ul> <li> </ul> <section> </section> <table> <row> </cell> <rich> <note> <figure> <chart>'),
];
const tokens = spelt('{ } " , "$value": {color.blue} 0 -1 1e9 null #fff "mm" "px" [] {}');
const shapes = spelt('<g> </g> "/> NaN 1e400 -1 url(#a) <svg IEND M0');

let folder: Folder;
let engine: ReturnType<typeof createEngine>;
let count = 0;

/** A new name each time, so that an engine which keeps its themes reads only what is new. */
function name(): string {
  count += 1;
  return `x${count}`;
}

/** Builds, and holds the findings to what people are owed. */
async function tell(file: string, options: BuildOptions): Promise<void> {
  const { diagnostics, outputs } = await engine.build(file, options);
  expect(diagnostics.length + outputs.length).toBeGreaterThan(0);
  for (const { message, hints } of diagnostics)
    expect(`${message} ${hints.join(' ')}`).not.toMatch(/undefined|\[object|NaN\b|node_modules/);
  const source = (from: string) => folder.read(from);
  const shown = await renderDiagnostics(diagnostics, { color: false, width: 100, limit: 100, source });
  expect(shown.length).toBeGreaterThanOrEqual(Math.min(1, diagnostics.length));
}

describe('a fuzzed file', () => {
  beforeAll(async () => {
    folder = await Folder.make();
    engine = createEngine({ root: folder.root, env: {} });
    cpSync(path.join(packageRoot, 'data'), path.join(folder.root, 'data'), { recursive: true });
    return () => folder.remove();
  });

  it.each(examples)('of data, by bytes: $kind', async ({ kind, bytes }) => {
    const file = `data/${kind}/fuzzed.json`;
    await fc.assert(
      fc.asyncProperty(mutated(bytes, [...json, ...marks]), async (content) => {
        await folder.write(file, content);
        await tell(file, { formats: ['html'], languages: ['ka'] });
      }),
      runs(20),
    );
  });

  const values = fc.oneof(
    fc.jsonValue(),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      'javascript:x',
      '../route.svg',
      '',
      ' ',
      '\ue000',
      '\ud800',
      '\u00AD',
      {},
      [],
      null,
      true,
      -1,
      1e15,
    ),
    fc.constantFrom('2026-02-30', '1979-12-31', '1/3', '1e-9', 'GEL', 0.1, 99_999_999_999),
    fc.constantFrom({ ka: 'ა'.repeat(3000), en: 'a/'.repeat(3000) }, { ka: '\u0301', en: '…' }, { ka: '„', en: '¸' }),
    fc.constantFrom(...marks).map((mark) => ({ ka: `ა ${mark} ბ`, en: `a ${mark} b` })),
  );
  it.each(examples)('of data, by values, in every format: $kind', async ({ kind, bytes }) => {
    const file = `data/${kind}/fuzzed.json`;
    await fc.assert(
      fc.asyncProperty(replaced(JSON.parse(bytes.toString()), values), async (content) => {
        await folder.write(file, content);
        await tell(file, { languages: ['ka'] });
      }),
      runs(10),
    );
  });

  it.each(examples)('of a template: $kind', async ({ kind, file, template: good }) => {
    await fc.assert(
      fc.asyncProperty(mutated(good, template), async (content) => {
        const own = name();
        cpSync(path.join(packageRoot, 'templates', kind), path.join(folder.root, 'templates', own), {
          recursive: true,
        });
        await folder.write(`templates/${own}/document.hbs`, content);
        await tell(file, { template: own, languages: ['ka'] });
      }),
      runs(12),
    );
  });

  const themes = {
    bytes: mutated(theme, tokens),
    values: replaced(
      JSON.parse(theme.toString()),
      fc.oneof(fc.jsonValue(), fc.constantFrom(0, -1, 1e9, '{color.blue}', '../../x.ttf', '#000', null, {}, [])),
    ),
  };
  it.each(['bytes', 'values'] as const)('of a theme, by %s', async (how) => {
    await fc.assert(
      fc.asyncProperty<[Uint8Array | string]>(themes[how], async (content) => {
        const own = name();
        await folder.write(`templates/themes/${own}/theme.json`, content);
        await tell('data/brochure/brochure.json', { theme: own, languages: ['ka'] });
      }),
      runs(20),
    );
  });

  it('of a picture', async () => {
    const pictures = fc
      .constantFrom('plain.png', 'plain.jpg', 'plain.svg')
      .chain((file) => mutated(folder.bytes(file), shapes));
    const text = read('data/brochure/brochure.json').toString();
    await folder.write('pictured.json', text.replace('"route.svg"', '"fuzzed.picture"'));
    await fc.assert(
      fc.asyncProperty(pictures, async (content) => {
        await folder.write('fuzzed.picture', content);
        await tell('pictured.json', { languages: ['ka'] });
      }),
      runs(20),
    );
  });
}, 600_000);
